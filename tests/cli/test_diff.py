"""`kehoach diff`: what became of the plan between two revisions, or between two days."""

import json
from pathlib import Path

import pytest

from tests.conftest import Golden, Kehoach
from tests.support.known_plans import DISTRICT, EXAMPLES, ROOT
from tests.support.pages import words
from tests.support.plans import write_plan
from tests.support.repositories import Repo, clone
from tests.support.story import INDICATORS, JUNE, TASKS, told

DAY = ("--as-of", "2023-10-03")


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    repo = told(tmp_path / "kho")
    monkeypatch.chdir(repo.folder)
    return repo


REVISIONS = {"uncommitted": (), "v1-now": ("v1",), "v1-head": ("v1", "HEAD"), "days": ("2023-07-04", "10/9/2023")}


@pytest.mark.parametrize("name", REVISIONS)
def test_two_revisions(kehoach: Kehoach, golden: Golden, story: Repo, name: str) -> None:
    result = kehoach("diff", *REVISIONS[name], *DAY)
    assert (result.code, result.err) == (0, "")
    golden(f"diff/{name}.txt", result.out)


@pytest.mark.parametrize("form", ["md", "csv", "json"])
def test_in_every_other_format(kehoach: Kehoach, golden: Golden, story: Repo, form: str) -> None:
    golden(f"diff/v1-now.{form}", kehoach("diff", "v1", *DAY, "--format", form).out)


@pytest.mark.parametrize("name", REVISIONS)
def test_markdown_says_what_the_table_says(
    kehoach: Kehoach, story: Repo, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("COLUMNS", "2000")
    table, markdown = (kehoach("diff", *REVISIONS[name], *DAY, *form).out for form in ((), ("--format", "md")))
    assert words(markdown) == words(table)


def test_two_days_on_the_plans_own_dates(kehoach: Kehoach, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = kehoach("diff", "--since", "2023-09-14", "--as-of", "2023-10-01", "--plan", str(EXAMPLES))
    assert (result.code, result.err) == (0, "")
    golden("diff/examples-2023-09-14-2023-10-01.txt", result.out)


@pytest.mark.parametrize(
    ("folder", "since", "day"),
    [(EXAMPLES, "2023-06-30", "2023-09-14"), (DISTRICT, "2024-03-31", "2024-07-01")],
)
def test_what_moved_is_what_the_listings_of_the_two_days_show_otherwise(
    kehoach: Kehoach, folder: Path, since: str, day: str
) -> None:
    """Every indicator and task of which one of these facts differs, with its figures on either day."""
    moved = json.loads(kehoach("diff", "--since", since, "--as-of", day, "--plan", str(folder), "--format", "json").out)
    for command, key, facts in (
        ("gaps", "indicators", ("current", "current_date", "gap_min", "gap_national", "assessment", "due")),
        ("tasks", "tasks", ("standing", "state", "due", "missed_periods", "stale_since")),
    ):
        before, after = (
            {row["id"]: row for row in json.loads(kehoach(command, *about, "--format", "json").out)[key]}
            for about in (("--plan", str(folder), "--as-of", each) for each in (since, day))
        )
        other = [name for name in after if any(before[name][fact] != after[name][fact] for fact in facts)]
        assert [row["id"] for row in moved[key]] == other
        for row in moved[key]:
            for side, listed in (("before", before), ("after", after)):
                assert {fact: row[side][fact] for fact in facts} == {fact: listed[row["id"]][fact] for fact in facts}


def test_a_summary_counts_what_got_better_and_what_got_worse(kehoach: Kehoach) -> None:
    day = ("--since", "2024-03-31", "--as-of", "2024-07-01", "--plan", str(DISTRICT))
    assert kehoach("diff", *day, "--format", "md").out.split("\n\n")[1:3] == [
        "Hoàn thành: 5 nhiệm vụ; chuyển sang quá hạn: 4 nhiệm vụ và 2 chỉ tiêu; thiếu báo cáo: 3 nhiệm vụ; không "
        "còn đạt, không còn hoàn thành: 1 chỉ tiêu; dừng thực hiện: 1 nhiệm vụ; có số liệu, báo cáo lần đầu: 10 nhiệm "
        "vụ và 6 chỉ tiêu; số liệu, tiến độ mới: 2 nhiệm vụ và 6 chỉ tiêu; đánh giá, tình trạng khác trước: 9 chỉ "
        "tiêu; gia hạn: 1 chỉ tiêu; điều chỉnh: 1 chỉ tiêu.",
        "Khoảng cách thu hẹp ở 10 chỉ tiêu; khoảng cách nới rộng ở 1 chỉ tiêu; 2 chỉ tiêu được đánh giá tốt lên; 3 chỉ "
        "tiêu bị đánh giá kém đi.",
    ]


def test_figures_of_a_day_can_be_checked_by_hand(kehoach: Kehoach, story: Repo) -> None:
    data = json.loads(kehoach("diff", "v1", *DAY, "--format", "json").out)
    (indicator,) = data["indicators"]
    assert indicator["before"]["current"] == 26.5
    assert indicator["after"]["current"] == 45.5
    assert indicator["before"]["gap_min"] == 33.5
    assert indicator["after"]["gap_min"] == 14.5
    assert indicator["gap_closed"] == 19
    (task,) = data["tasks"]
    assert (task["before"]["standing"], task["after"]["standing"]) == ("open_overdue", "done_on_time")
    assert (task["before"]["due"], task["after"]["due"], task["due_moved_days"]) == ("2023-09-30", "2023-12-31", 92)
    assert data["added"] == [
        {"kind": "task", "id": "NV-KTS-01", "name": "Tập huấn doanh nghiệp", "date": None, "by": None}
    ]
    assert [entry["before"] for entry in data["entries"]] == [None] * 5


def test_nothing_changed_is_said(kehoach: Kehoach, story: Repo) -> None:
    result = kehoach("diff", "HEAD", "HEAD", *DAY)
    assert result.code == 0
    assert "không có gì thay đổi" in result.out
    assert len(result.out.splitlines()) <= 3


def test_moving_and_rewriting_files_is_no_change(kehoach: Kehoach, story: Repo) -> None:
    result = kehoach("diff", "2023-07-05", "2023-07-10", *DAY)
    assert "không có gì thay đổi" in result.out


def test_a_day_stands_for_the_last_commit_by_its_end(kehoach: Kehoach, story: Repo) -> None:
    for day, wanted in (("2023-07-05", "2023-07-05"), ("2023-07-20", "2023-07-10"), ("21/7/2023", "2023-07-21")):
        commit = json.loads(kehoach("diff", day, *DAY, "--format", "json").out)["before"]["commit"]
        assert story.git("show", "--no-patch", "--format=%cs", commit) == wanted


def test_options_pick_records_as_elsewhere(kehoach: Kehoach, story: Repo) -> None:
    data = json.loads(kehoach("diff", "v1", *DAY, "--pillar", "KTS", "--format", "json").out)
    assert (data["indicators"], data["tasks"]) == ([], [])
    assert [record["id"] for record in data["added"]] == ["NV-KTS-01"]


def test_records_that_could_not_be_read_are_left_out_and_named(kehoach: Kehoach, story: Repo) -> None:
    write_plan(story.folder, indicators=INDICATORS.replace("unit:", "don_vi:"), tasks=TASKS)
    story.commit()
    write_plan(story.folder, indicators=f"{INDICATORS}  measurements:\n{JUNE}", tasks=TASKS)
    result = kehoach("diff", *DAY, "--format", "json")
    assert result.code == 0
    assert "không so sánh các bản ghi có lỗi trong một phiên bản: CQS-01" in result.err
    data = json.loads(result.out)
    assert data["added"] == data["removed"] == data["indicators"] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("v2",), "kiểm tra lại tên (có phải là: v1?)"),
        (("không-có",), "kiểm tra lại tên"),
        (("--", "--output=x"), "không có phiên bản «--output=x»"),
        (("2001-01-01",), "chọn từ ngày 26/6/2023, ngày của lần đầu tiên"),
        (("2023-02-30",), "ngày «2023-02-30» không có trong lịch"),
        (("v1", "HEAD", "main"), "Chỉ so được hai phiên bản; thừa: main"),
        (("--since", "2023-06-30", "v1"), "không đi cùng tên phiên bản"),
        (("--since", "2023-12-31", "--as-of", "2023-06-30"), "sau ngày 30/6/2023"),
        (("--since", "hôm qua"), "--since: không hiểu ngày «hôm qua»"),
        (("v1", "--pillar", "XYZ"), "--pillar: kế hoạch không có nhóm «XYZ»"),
    ],
)
def test_what_makes_no_sense_is_refused(
    kehoach: Kehoach, story: Repo, arguments: tuple[str, ...], message: str
) -> None:
    result = kehoach("diff", *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_a_revision_before_the_plan_was_there_is_refused(kehoach: Kehoach, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "kho")
    repo.folder.mkdir()
    repo.git("init", "--quiet")
    repo.git("config", "user.name", "A")
    repo.git("config", "user.email", "a@example.invalid")
    first = repo.commit()
    write_plan(repo.folder)
    repo.commit()
    result = kehoach("diff", first, "--plan", str(repo.folder))
    assert result.code == 2
    assert "chưa có kế hoạch này" in result.err


def test_a_revision_too_broken_to_compare_is_refused(kehoach: Kehoach, story: Repo) -> None:
    (story.folder / "data" / "plan.yaml").write_text("number: [", encoding="utf-8")
    broken = story.commit()
    story.git("checkout", "--quiet", "HEAD~1", "--", "data")
    result = kehoach("diff", broken, "HEAD~1", *DAY)
    assert result.code == 2
    assert "Không so sánh được" in result.err


def test_faulty_files_are_shown_like_everywhere(kehoach: Kehoach, story: Repo) -> None:
    write_plan(story.folder, indicators=INDICATORS.replace("unit:", "don_vi:"))
    result = kehoach("diff")
    assert result.code == 2
    assert "KH202" in result.err


def test_a_shallow_clone_says_how_to_get_the_rest(kehoach: Kehoach, story: Repo, tmp_path: Path) -> None:
    copy = clone(story, tmp_path / "ban-sao", "--depth=2")
    for revision in ("v1", "2023-07-01"):
        result = kehoach("diff", revision, "--plan", str(copy.folder))
        assert result.code == 2
        assert "git fetch --unshallow" in result.err


def test_without_git_two_days_can_still_be_compared(kehoach: Kehoach, tmp_path: Path) -> None:
    folder = write_plan(tmp_path / "khong-git", indicators=f"{INDICATORS}  measurements:\n{JUNE}")
    refused = kehoach("diff", "--plan", str(folder))
    assert refused.code == 2
    assert "--since" in refused.err
    compared = kehoach("diff", "--since", "2023-06-01", "--as-of", "2023-07-01", "--plan", str(folder))
    assert compared.code == 0
    assert "20 → 26,5" in compared.out


def test_a_repository_without_commits_says_so(kehoach: Kehoach, tmp_path: Path) -> None:
    repo = Repo(write_plan(tmp_path / "kho"))
    repo.git("init", "--quiet")
    result = kehoach("diff", "--plan", str(repo.folder))
    assert result.code == 2
    assert "chưa có lần lưu (commit) nào" in result.err


@pytest.mark.parametrize(("due", "moved"), [("Quý II/2023", "sớm hơn 92 ngày"), ("Quý IV/2023", "lùi 92 ngày")])
def test_a_deadline_that_moved_says_which_way(
    kehoach: Kehoach, story: Repo, monkeypatch: pytest.MonkeyPatch, due: str, moved: str
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    write_plan(story.folder, indicators=INDICATORS, tasks=TASKS)
    story.commit()
    write_plan(story.folder, indicators=INDICATORS, tasks=TASKS.replace("Quý III/2023", due))
    assert f"({moved})" in kehoach("diff", *DAY).out
