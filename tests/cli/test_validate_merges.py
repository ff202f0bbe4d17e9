"""Merges, looked at in every way they come: what both sides recorded passes, what the merge itself changed does not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.plan_in_progress import INDICATORS, TASKS
from tests.support.plans import write_answers, write_plan
from tests.support.repositories import Repo, made_once, plan_repo

LAST = "    - {value: 45.5, date: 2023-09-30, note: Tạm tính}\n"
EARLY = "    - {value: 48, date: 2023-10-15, source: CV 20/SYT}\n"  # what the branch records
LATE = "    - {value: 50, date: 2023-10-31, source: CV 21/STTTT}\n"  # what `main` records meanwhile
NEW = INDICATORS.partition("- id: CQS-02")[0].replace("CQS-01", "CQS-03").replace("hồ sơ", "thanh toán")
NEW += "  added: {date: 2023-10-31, by: QĐ 9/QĐ-BCĐ}\n"


def indicators(*lines: str) -> str:
    return INDICATORS.replace(LAST, LAST + "".join(lines))


def write(repo: Repo, text: str) -> None:
    write_plan(repo.folder, indicators=text, tasks=TASKS)


@made_once
def two_sides(folder: Path) -> Repo:
    """`de-xuat` and `main`, each with an entry of its own, and `main` checked out."""
    repo = plan_repo(folder, indicators=INDICATORS, tasks=TASKS)
    repo.git("switch", "--quiet", "--create", "de-xuat")
    write(repo, indicators(EARLY))
    repo.commit()
    repo.git("switch", "--quiet", "main")
    write(repo, indicators(LATE))
    repo.commit()
    return repo


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    repo = two_sides(tmp_path / "kho")
    monkeypatch.chdir(repo.folder)
    return repo


def merge(repo: Repo, onto: str, other: str, text: str, *, commit: bool = True) -> None:
    """Merge the other branch, and settle the conflict with this text."""
    repo.git("switch", "--quiet", onto)
    repo.git("merge", "--quiet", other, check=False)
    write(repo, text)
    repo.git("add", "--all")
    if commit:
        repo.commit()


Way = Callable[[Repo, str], tuple[str, str]]


def in_the_hook(repo: Repo, text: str) -> tuple[str, str]:
    merge(repo, "main", "de-xuat", text, commit=False)
    return "--base", "HEAD"


def in_the_hook_of_the_branch(repo: Repo, text: str) -> tuple[str, str]:
    merge(repo, "de-xuat", "main", text, commit=False)
    return "--base", "HEAD"


def after_a_push(repo: Repo, text: str) -> tuple[str, str]:
    before = repo.git("rev-parse", "main")
    merge(repo, "main", "de-xuat", text)
    return "--before", before


def after_a_push_of_the_branch_as_main(repo: Repo, text: str) -> tuple[str, str]:
    merge(repo, "de-xuat", "main", text)
    return "--before", repo.git("rev-parse", "main")


def in_a_pull_request(repo: Repo, text: str) -> tuple[str, str]:
    """What GitHub checks out is a merge of the branch into `main` that lies on no branch."""
    repo.git("switch", "--quiet", "--detach", "main")
    repo.git("merge", "--quiet", "de-xuat", check=False)
    write(repo, text)
    repo.commit()
    return "--base", "main"


WAYS = (
    in_the_hook,
    in_the_hook_of_the_branch,
    after_a_push,
    after_a_push_of_the_branch_as_main,
    in_a_pull_request,
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("lines", [(EARLY, LATE), (LATE, EARLY)])
def test_both_sides_may_record(repo: Repo, kehoach: Kehoach, way: Way, lines: tuple[str, ...]) -> None:
    """Neither knew of the other's entry, so none of them is slipped in before another."""
    result = kehoach("validate", *way(repo, indicators(*lines)))
    assert (result.code, result.err) == (0, ""), result.out


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "text",
    [
        indicators(EARLY.replace("48", "84"), LATE),
        indicators(EARLY, LATE.replace("50", "80")),
        indicators(EARLY),
        indicators(LATE),
        indicators(LATE).replace(
            "max: 50}\n  due: Năm 2023\n", f"max: 50}}\n  due: Năm 2023\n  measurements:\n{EARLY}"
        ),
    ],
    ids=["the early figure", "the late figure", "the late one lost", "the early one lost", "under the next record"],
)
def test_a_merge_changes_nothing_of_either_side(repo: Repo, kehoach: Kehoach, way: Way, text: str) -> None:
    result = kehoach("validate", *way(repo, text))
    assert result.code == 1
    assert "lỗi KH708: Kết quả " in result.out


@pytest.mark.parametrize("way", WAYS)
def test_a_record_that_only_one_side_has_is_not_lost(repo: Repo, kehoach: Kehoach, way: Way) -> None:
    repo.git("switch", "--quiet", "de-xuat")
    write(repo, indicators(EARLY) + NEW)
    repo.commit()
    repo.git("switch", "--quiet", "main")
    result = kehoach("validate", *way(repo, indicators(EARLY, LATE)))
    assert result.code == 1
    assert "lỗi KH705: Chỉ tiêu CQS-03 " in result.out


def test_what_was_merged_earlier_on_the_branch_passes_too(repo: Repo, kehoach: Kehoach) -> None:
    """As after «Update branch»: the merge is not the last commit any more."""
    merge(repo, "de-xuat", "main", indicators(EARLY, LATE))
    write(repo, indicators(EARLY, LATE) + NEW)
    repo.commit()
    assert kehoach("validate", "--base", "main").code == 0
    repo.git("switch", "--quiet", "--detach", "main")
    repo.git("merge", "--quiet", "--no-ff", "de-xuat")
    assert kehoach("validate", "--base", "main").code == 0


def test_what_was_recorded_after_the_merge_is_as_late_as_ever(repo: Repo, kehoach: Kehoach) -> None:
    slipped_in = EARLY.replace("15", "20").replace("48", "49")
    merge(repo, "de-xuat", "main", indicators(EARLY, LATE))
    write(repo, indicators(EARLY, LATE, slipped_in))
    result = kehoach("validate", "--base", "main")
    assert result.out.count("lỗi KH709: Kết quả 49% ngày 20/10/2023") == result.out.count("lỗi KH709") == 1
    repo.commit()
    assert kehoach("validate", "--base", "main").out == result.out


def test_what_was_late_on_its_own_branch_stays_so(repo: Repo, kehoach: Kehoach) -> None:
    slipped_in = EARLY.replace("10-15", "09-29")
    repo.git("switch", "--quiet", "de-xuat")
    write(repo, indicators(slipped_in))
    repo.commit()
    for way in (in_the_hook, after_a_push):
        repo.git("reset", "--quiet", "--hard")
        out = kehoach("validate", *way(repo, indicators(slipped_in, LATE))).out
        assert out.count("lỗi KH709: Kết quả 48% ngày 29/9/2023") == out.count("lỗi KH70") == 1
        repo.git("reset", "--quiet", "--hard", "main")


def test_history_in_place_of_history_is_no_merge(repo: Repo, kehoach: Kehoach) -> None:
    """A forced push may not bring in as concurrent what comes late: the later entry is in it, put on top anew."""
    before = repo.git("rev-parse", "main")
    repo.git("switch", "--quiet", "de-xuat")
    write(repo, indicators(EARLY, LATE))
    repo.commit()
    assert "lỗi KH709: Kết quả 48%" in kehoach("validate", "--before", before).out


SHARED = INDICATORS.replace("lead: [STTTT]", "lead: [STTTT, SYT]")
ANSWER = "record: CQS-01, value: {}, date: 2023-{}, source: BC 1"
JUNE, EARLIER, LATER = ANSWER.format(40, "06-30"), ANSWER.format(45, "09-10"), ANSWER.format(50, "09-20")


@made_once
def two_answering(folder: Path) -> Repo:
    """`de-xuat` has an answer of a second agency, `main` a later one of the first."""
    repo = plan_repo(folder, indicators=SHARED, tasks=TASKS)
    write_answers(repo.folder, "STTTT", JUNE)
    repo.commit()
    repo.git("switch", "--quiet", "--create", "de-xuat")
    write_answers(repo.folder, "SYT", EARLIER)
    repo.commit()
    repo.git("switch", "--quiet", "main")
    write_answers(repo.folder, "STTTT", JUNE, LATER)
    repo.commit()
    return repo


@pytest.fixture
def answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    repo = two_answering(tmp_path / "kho")
    monkeypatch.chdir(repo.folder)
    return repo


@pytest.mark.parametrize("way", WAYS)
def test_both_sides_may_answer_for_another_agency(answered: Repo, kehoach: Kehoach, way: Way) -> None:
    result = kehoach("validate", *way(answered, SHARED))
    assert (result.code, result.err) == (0, ""), result.out
    assert len(list(Path("data/answers").iterdir())) == 2


@pytest.mark.parametrize("lines", [(JUNE, EARLIER, LATER), (JUNE, LATER, EARLIER)])
def test_both_sides_may_answer_for_the_same_agency(answered: Repo, kehoach: Kehoach, lines: tuple[str, ...]) -> None:
    answered.git("switch", "--quiet", "de-xuat")
    write_answers(answered.folder, "STTTT", JUNE, EARLIER)
    answered.commit()
    merge(answered, "main", "de-xuat", SHARED, commit=False)
    write_answers(answered.folder, "STTTT", *lines)
    answered.git("add", "--all")
    assert kehoach("validate", "--base", "HEAD").code == 0
    answered.commit()
    assert kehoach("validate", "--before", "HEAD^").code == 0


@pytest.mark.parametrize(
    ("agency", "lines", "message"),
    [
        ("SYT", (EARLIER.replace("45", "54"),), "data/answers/SYT.yaml:2:5: lỗi KH708: Dòng Sở Y tế báo cáo 45%"),
        ("SYT", (), "data/answers/SYT.yaml:1:1: lỗi KH708: Dòng Sở Y tế báo cáo 45%"),
        ("STTTT", (JUNE,), "data/answers/STTTT.yaml:1:1: lỗi KH708: Dòng Sở TT&TT báo cáo 50%"),
    ],
    ids=["altered", "lost", "the other side's lost"],
)
def test_a_merge_changes_no_answer_of_either_side(
    answered: Repo, kehoach: Kehoach, agency: str, lines: tuple[str, ...], message: str
) -> None:
    for onto, other in (("main", "de-xuat"), ("de-xuat", "main")):
        merge(answered, onto, other, SHARED, commit=False)
        write_answers(answered.folder, agency, *lines)
        result = kehoach("validate", "--base", "HEAD")
        assert result.code == 1
        assert message in result.out
        assert result.out.count("lỗi KH7") == 1
        answered.git("reset", "--quiet", "--hard")
