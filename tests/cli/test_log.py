"""`kehoach log`: what was reported over time, drawn and listed, and who recorded it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import Golden, Kehoach
from tests.support.known_plans import EXAMPLES
from tests.support.plans import write_plan
from tests.support.repositories import Repo, clone
from tests.support.story import BINH, told


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = told(tmp_path / "kho").folder
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
@pytest.mark.parametrize("record", ["CQS-01", "NV-CQS-01"])
def test_one_record(kehoach: Kehoach, golden: Golden, story: Path, record: str, form: str) -> None:
    result = kehoach("log", record, "--as-of", "2023-10-03", "--format", form)
    assert (result.code, result.err) == (0, "")
    golden(f"log/{record}.{form}", result.out)


@pytest.mark.parametrize("width", ["60", "80", "140"])
def test_the_latest_entries_of_the_plan(
    kehoach: Kehoach, golden: Golden, story: Path, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    result = kehoach("log", "--as-of", "3/10/2023")
    assert (result.code, result.err) == (0, "")
    golden(f"log/latest-{width}.txt", result.out)


def test_as_many_as_are_asked_for_newest_first(kehoach: Kehoach, story: Path) -> None:
    data = json.loads(kehoach("log", "-n", "2", "--as-of", "2023-10-03", "--format", "json").out)
    assert [(entry["id"], entry["date"]) for entry in data["entries"]] == [
        ("NV-CQS-01", "2023-10-02"),
        ("NV-CQS-01", "2023-09-25"),
    ]
    assert data["total"] == 6
    everything = json.loads(kehoach("log", "--limit", "0", "--as-of", "2023-10-03", "--format", "json").out)
    assert len(everything["entries"]) == 6


def test_what_is_dated_later_is_not_there_yet(kehoach: Kehoach, story: Path) -> None:
    data = json.loads(kehoach("log", "--as-of", "2023-07-25", "--format", "json").out)
    assert [entry["date"] for entry in data["entries"]] == ["2023-07-20", "2023-06-30"]


def test_options_pick_records_as_elsewhere(kehoach: Kehoach, story: Path) -> None:
    data = json.loads(kehoach("log", "--agency", "Sở TT&TT", "--pillar", "CQS", "--format", "json").out)
    assert {entry["id"] for entry in data["entries"]} == {"CQS-01", "NV-CQS-01"}
    assert json.loads(kehoach("log", "--agency", "Sở Y tế", "--format", "json").out)["entries"] == []


def test_uncommitted_entries_are_marked(kehoach: Kehoach, story: Path) -> None:
    data = json.loads(kehoach("log", "NV-CQS-01", "--as-of", "2023-10-03", "--format", "json").out)
    assert [entry["committed"] for entry in data["entries"]] == [True, True, False]
    assert "chưa commit" in kehoach("log", "NV-CQS-01", "--as-of", "2023-10-03").out


@pytest.mark.usefixtures("git")
def test_without_git_the_log_is_there_and_says_once_what_it_lacks(
    kehoach: Kehoach, golden: Golden, tmp_path: Path
) -> None:
    folder = write_plan(tmp_path / "khong-git", indicators=(EXAMPLES / "data/indicators.yaml").read_text("utf-8"))
    (folder / "data/agencies.yaml").write_bytes((EXAMPLES / "data/agencies.yaml").read_bytes())
    result = kehoach("log", "CQS-15", "--plan", str(folder), "--as-of", "2023-10-01")
    assert result.code == 0
    assert result.out.count("Không rõ ai ghi") == 1
    assert "Người ghi" not in result.out
    golden("log/without-git.txt", result.out)
    data = json.loads(kehoach("log", "CQS-15", "--plan", str(folder), "--format", "json").out)
    assert (data["git"], data["git_note"]) == (False, _note(kehoach, folder))
    assert "thư mục này không nằm trong kho git nào; chạy «git init»" in data["git_note"]
    assert {entry["committed"] for entry in data["entries"]} == {None}


def test_a_shallow_clone_says_what_it_does_not_know(kehoach: Kehoach, story: Path, tmp_path: Path) -> None:
    copy = clone(Repo(story), tmp_path / "ban-sao", "--depth=2")
    result = kehoach("log", "--plan", str(copy.folder), "--as-of", "2023-10-03")
    assert "Lịch sử git ở đây chỉ có từ ngày 19/9/2023" in result.out
    assert "git fetch --unshallow" in result.out
    assert BINH not in result.out
    data = json.loads(kehoach("log", "--plan", str(copy.folder), "--as-of", "2023-10-03", "--format", "json").out)
    assert (data["git"], data["git_note"]) == (True, _note(kehoach, copy.folder))
    assert "git fetch --unshallow" in data["git_note"]


def test_with_all_of_the_history_there_is_nothing_to_say(kehoach: Kehoach, story: Path) -> None:
    assert _note(kehoach, story) == ""
    assert json.loads(kehoach("log", "--format", "json").out)["git_note"] is None


def _note(kehoach: Kehoach, folder: Path) -> str:
    """What a listing for a spreadsheet says on standard error."""
    said = kehoach("log", "--plan", str(folder), "--as-of", "2023-10-03", "--format", "csv").err
    return said.removeprefix("kehoach: ").removesuffix("\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("log", "CQS01"), "có phải là: CQS-01"),
        (("log", "-n", "mười"), "--limit: «mười» không phải là số đếm"),
        (("log", "--format", "xml"), "--format: không có giá trị «xml»"),
        (("log", "--as-of", "31/2/2023"), "không có trong lịch"),
    ],
)
def test_what_makes_no_sense_is_refused(
    kehoach: Kehoach, story: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = kehoach(*arguments)
    assert result.code == 2
    assert message in result.err
    assert result.out == ""


@pytest.mark.parametrize("record", ["CQS-02", "CQS-14", "NV-CQS-04"])
@pytest.mark.usefixtures("git")
def test_charts_of_the_made_up_year(kehoach: Kehoach, golden: Golden, tmp_path: Path, record: str) -> None:
    folder = tmp_path / "nam"
    shutil.copytree(EXAMPLES / "data", folder / "data")
    result = kehoach("log", record, "--plan", str(folder), "--as-of", "2024-01-01")
    golden(f"log/year-{record}.txt", result.out)


def test_targets_on_one_level_are_named_in_the_order_of_the_plan(kehoach: Kehoach) -> None:
    assert "mức UBQG, mức tỉnh\n" in kehoach("log", "CQS-04", "--plan", str(EXAMPLES), "--as-of", "2024-01-01").out
