"""Who recorded an entry: followed through commits by what it says, wherever and however it is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach_cli.git.process import GitProblem
from kehoach_cli.loading.history import who_recorded as entry_history
from kehoach_cli.loading.history.who_recorded import who_recorded
from kehoach_cli.loading.plan_files import load_plan
from kehoach_cli.plan.differences import Entry
from kehoach_cli.plan.recorded import EntryKey, Ledger, keyed_entries
from kehoach_cli.storage.folder import plan_folder
from tests.support.plans import INDICATORS, write_plan
from tests.support.repositories import Repo, clone, new_repo, plan_repo

AN, BINH, CUONG = "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"
JUNE = "    - {value: 35, date: 2023-06-30, source: BC 1/STTTT}\n"
JULY = "    - {value: 41.5, date: 2023-07-31, source: BC 2/STTTT}\n"
SECOND = """\
- id: KTS-01
  name: Tỷ lệ doanh nghiệp dùng hợp đồng điện tử
  unit: "%"
  direction: increase
  lead: [STTTT]
  baseline: {value: null, as_of: 2023-05-31}
  targets: {national: 80, provincial: null}
  measurements:
    - {value: 12, date: 2023-06-30}
"""


def measured(*lines: str) -> str:
    return INDICATORS + "  measurements:\n" + "".join(lines)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return plan_repo(tmp_path / "kho")


def save(repo: Repo, indicators: str, by: str, at: str = "2023-07-02T09:00:00+07:00", **texts: str) -> str:
    write_plan(repo.folder, indicators=indicators, **texts)
    return repo.commit(by=by, at=at)


def entries(folder: Path) -> Iterator[tuple[EntryKey, Entry]]:
    found = plan_folder(folder)
    assert found
    plan = load_plan(found).plan
    assert plan
    for record in plan.records:
        yield from keyed_entries(record)


def ledger(folder: Path) -> Ledger:
    found = plan_folder(folder)
    assert found
    return who_recorded(found, [key for key, _ in entries(folder)])


def authors(folder: Path) -> list[str | None]:
    """Who recorded each entry, in the order of the files; None for an uncommitted one, "?" where nobody knows."""
    known = ledger(folder)
    return [
        None if key in known.uncommitted else known.recorded[key].author if key in known.recorded else "?"
        for key, _ in entries(folder)
    ]


def test_each_entry_has_the_author_and_the_moment_of_the_commit_that_brought_it(repo: Repo) -> None:
    save(repo, measured(JUNE), AN)
    second = save(repo, measured(JUNE, JULY), BINH, at="2023-08-03T23:30:00+07:00")
    assert authors(repo.folder) == [AN, BINH]
    newest = next(by for by in ledger(repo.folder).recorded.values() if by.author == BINH)
    assert newest.commit == second
    assert newest.at.isoformat() == "2023-08-03T23:30:00+07:00"


def test_what_is_not_committed_is_nobodys(repo: Repo) -> None:
    save(repo, measured(JUNE), AN)
    write_plan(repo.folder, indicators=measured(JUNE, JULY))
    assert authors(repo.folder) == [AN, None]


def test_reordering_and_rewriting_do_not_change_who_recorded(repo: Repo) -> None:
    save(repo, measured(JUNE, JULY) + SECOND, AN)
    blocks = """\
  measurements:
    # chuyển sang dạng khối
    - value: 41.50
      source: "BC  2/STTTT"
      date: 2023-07-31

    - date: 2023-06-30
      value: 35
      source: BC 1/STTTT
"""
    save(repo, SECOND + INDICATORS + blocks, BINH)
    assert authors(repo.folder) == [AN, AN, AN]


def test_line_ends_and_indents_do_not_matter(repo: Repo) -> None:
    save(repo, measured(JUNE) + SECOND, AN)
    text = "".join(f"  {line}\r\n" for line in (measured(JUNE) + SECOND).splitlines())
    (repo.folder / "data" / "indicators.yaml").write_bytes(text.encode())
    repo.commit(by=BINH)
    assert authors(repo.folder) == [AN, AN]


def test_a_moved_folder_keeps_its_history(repo: Repo) -> None:
    save(repo, measured(JUNE), AN)
    (repo.folder / "ke-hoach").mkdir()
    repo.git("mv", "data", "ke-hoach/2023")
    repo.commit(by=BINH)
    assert authors(repo.folder / "ke-hoach" / "2023") == [AN]
    repo.git("mv", "ke-hoach/2023", "data")
    assert authors(repo.folder) == [AN]


def test_an_entry_that_was_reworded_is_its_editors(repo: Repo) -> None:
    save(repo, measured(JUNE, JULY), AN)
    save(repo, measured(JUNE.replace("35", "36"), JULY), BINH)
    assert authors(repo.folder) == [BINH, AN]


def test_an_entry_that_went_and_came_back_is_of_the_one_who_brought_it_back(repo: Repo) -> None:
    save(repo, measured(JUNE), AN)
    save(repo, INDICATORS, BINH)
    save(repo, measured(JUNE), CUONG)
    assert authors(repo.folder) == [CUONG]


def test_the_second_of_two_equal_entries_is_told_from_the_first(repo: Repo) -> None:
    save(repo, measured(JUNE), AN)
    save(repo, measured(JUNE, JUNE), BINH)
    assert authors(repo.folder) == [AN, BINH]


def test_a_merge_leaves_entries_to_those_who_recorded_them_on_either_side(repo: Repo) -> None:
    save(repo, measured(JUNE), AN)
    repo.git("checkout", "--quiet", "-b", "nhap")
    save(repo, measured(JUNE, JULY), BINH)
    repo.git("checkout", "--quiet", "main")
    save(repo, measured(JUNE) + SECOND, CUONG)
    repo.git("merge", "--quiet", "--no-commit", "nhap", check=False)
    write_plan(repo.folder, indicators=measured(JUNE, JULY) + SECOND)
    repo.commit(by="Người gộp")
    assert authors(repo.folder) == [AN, BINH, CUONG]


def test_a_commit_that_nobody_could_read_recorded_nothing(repo: Repo) -> None:
    save(repo, measured(JUNE), AN)
    (repo.folder / "data" / "indicators.yaml").write_text(
        "<<<<<<< HEAD\n" + measured(JUNE) + ">>>>>>> nhap\n", encoding="utf-8"
    )
    repo.commit(by=BINH)
    save(repo, measured(JUNE), CUONG)
    assert authors(repo.folder) == [AN]


def test_a_record_that_was_faulty_for_a_while_keeps_its_entries(repo: Repo) -> None:
    save(repo, measured(JUNE, "    - {value: ba mươi, date: 2023-07-31}\n"), AN)
    save(repo, measured(JUNE, JULY), BINH)
    assert authors(repo.folder) == [AN, BINH]


def test_records_written_in_one_line_each_are_found_too(repo: Repo) -> None:
    save(repo, measured(JUNE), AN)
    flow = (
        '[{id: CQS-01, name: Tỷ lệ hồ sơ trực tuyến, unit: "%", direction: increase, lead: [STTTT], '
        "baseline: {value: 20, as_of: 2023-05-31}, targets: {national: 40, provincial: 60}, "
        "measurements: [{value: 35, date: 2023-06-30, source: BC 1/STTTT}]}]\n"
    )
    save(repo, flow, BINH)
    assert authors(repo.folder) == [AN]


def test_updates_changes_and_what_added_and_removed_a_record_are_followed_as_well(repo: Repo) -> None:
    task = "- id: NV-CQS-01\n  name: Ban hành kế hoạch\n  lead: [STTTT]\n  due: Quý III/2023\n"
    update = "  updates:\n    - {state: in_progress, date: 2023-08-01}\n"
    more = (
        "  changes:\n    - {date: 2023-09-01, by: CV 1, set: {due: Quý IV/2023}}\n"
        "  added: {date: 2023-08-01, by: QĐ 2}\n  removed: {date: 2023-10-01, by: QĐ 3}\n"
    )
    save(repo, INDICATORS, AN, tasks=task + update)
    save(repo, INDICATORS, BINH, tasks=task + update + more)
    assert authors(repo.folder) == [BINH, AN, BINH, BINH]


def test_a_shallow_clone_says_from_when_it_knows(repo: Repo, tmp_path: Path) -> None:
    save(repo, measured(JUNE), AN)
    save(repo, measured(JUNE, JULY), BINH, at="2023-08-03T10:00:00+07:00")
    repo.commit(by=CUONG, at="2023-08-04T10:00:00+07:00")
    shallow = clone(repo, tmp_path / "ban-sao", "--depth=2")
    assert authors(shallow.folder) == ["?", "?"]
    since = ledger(shallow.folder).known_since
    assert since is not None
    assert since.isoformat() == "2023-08-03T10:00:00+07:00"


def test_a_history_beyond_all_measure_is_cut_off(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    save(repo, measured(JUNE), AN)
    save(repo, measured(JUNE, JULY), BINH)
    monkeypatch.setattr(entry_history, "MAX_STEPS", 1)
    assert authors(repo.folder) == ["?", BINH]
    assert ledger(repo.folder).known_since is not None


def test_nothing_is_committed_in_a_repository_without_commits_or_without_the_plan(tmp_path: Path) -> None:
    repo = new_repo(tmp_path / "kho")
    write_plan(repo.folder, indicators=measured(JUNE))
    assert authors(repo.folder) == [None]
    (repo.folder / ".gitignore").write_text("data/\n", encoding="utf-8")
    repo.commit()
    assert authors(repo.folder) == [None]


@pytest.mark.usefixtures("git")
def test_without_a_repository_it_is_said_so(tmp_path: Path) -> None:
    folder = write_plan(tmp_path / "khong-git", indicators=measured(JUNE))
    with pytest.raises(GitProblem, match="không nằm trong kho git nào"):
        ledger(folder)


def test_a_plan_right_at_the_top_of_the_repository_is_found(tmp_path: Path) -> None:
    repo = new_repo(tmp_path / "kho")
    write_plan(tmp_path / "cho", indicators=measured(JUNE))
    for path in (tmp_path / "cho" / "data").iterdir():
        path.rename(repo.folder / path.name)
    repo.commit(by=AN)
    assert authors(repo.folder) == [AN]
