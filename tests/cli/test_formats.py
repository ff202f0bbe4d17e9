"""Tables, JSON, CSV and Markdown: the same view in each, on the screen or in a file, whole or not at all."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest

from kehoach_cli.cli.output.data import as_csv, as_json
from kehoach_cli.storage.output_file import write_file
from tests.conftest import Kehoach
from tests.support.known_plans import EXAMPLES
from tests.support.plans import INDICATORS, write_plan

DAY = ("--plan", str(EXAMPLES), "--as-of", "2023-10-01")


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
@pytest.mark.parametrize("command", [("status",), ("gaps",), ("overdue",), ("show", "CQS-02")], ids=lambda c: c[0])
def test_a_file_holds_what_the_screen_would_show(
    kehoach: Kehoach, tmp_path: Path, command: tuple[str, ...], form: str
) -> None:
    shown = kehoach(*command, *DAY, "--format", form).out
    target = tmp_path / "ket-qua"
    target.write_text("cũ", encoding="utf-8")
    assert kehoach(*command, *DAY, "--format", form, "-o", str(target)) == (0, "", "")
    mark = "\ufeff" if form == "csv" else ""  # Excel wants it
    assert target.read_bytes() == (mark + shown).encode()


def test_figures_are_those_of_the_files_digit_for_digit(kehoach: Kehoach, small_plan: Path) -> None:
    write_plan(small_plan, indicators=INDICATORS.replace("value: 20", "value: 29.20"))
    printed = kehoach("gaps", "--format", "json").out
    [row] = json.loads(printed, parse_float=Decimal)["indicators"]
    assert (row["baseline"], row["gap_min"], row["pace_ratio"]) == (Decimal("29.2"), Decimal("30.8"), None)
    assert json.loads(printed)["schema"] == 1
    [row] = csv.DictReader(io.StringIO(kehoach("gaps", "--format", "csv").out))
    assert (row["baseline"], row["gap_min"], row["pace_ratio"]) == ("29.20", "30.80", "")


def test_values_of_every_kind_are_text_in_a_table() -> None:
    rows = [
        {"id": "A", "lead": ["SYT", "STTTT"], "late": True, "days": None},
        {"id": "B", "lead": [], "late": False, "days": Decimal("1E+2")},
    ]
    assert as_csv(rows) == "id,lead,late,days\nA,SYT;STTTT,true,\nB,,false,100\n"


def test_a_mapping_is_its_keys_and_values() -> None:
    change = {
        "due": "Năm 2023",
        "targets": {"provincial": {"min": Decimal(60), "text": None}},
        "lead": ["SYT", "STTTT"],
    }
    assert as_csv([{"set": change}]) == 'set\n"due=Năm 2023 targets.provincial.min=60 lead=SYT,STTTT"\n'


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_text_that_a_spreadsheet_would_calculate_stays_a_text(text: str) -> None:
    [row] = csv.DictReader(io.StringIO(as_csv([{"name": text}]), newline=""))
    assert row == {"name": f"'{text}".replace("\r", "\n")}
    [row] = csv.DictReader(io.StringIO(as_csv([{"gap": Decimal("-1.2")}])))
    assert row == {"gap": "-1.2"}


def test_what_has_no_form_in_json_is_a_bug_and_not_a_guess() -> None:
    with pytest.raises(TypeError, match="set"):
        as_json({"ids": {"A"}})


@pytest.mark.parametrize(
    ("name", "reason"),
    [("khong-co/a.txt", "thư mục không có"), (".", "đó là một thư mục"), ("a" * 300, "tên quá dài")],
)
def test_a_place_that_cannot_be_written_to(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, reason: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kehoach("gaps", *DAY, "-o", name) == (
        2,
        "",
        f"kehoach: --output: không ghi được tệp {name} ({reason}); chọn tệp hoặc thư mục khác\n",
    )


def test_a_failure_midway_leaves_the_old_file_and_nothing_else(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "ra" / "gaps.csv"
    old.parent.mkdir()
    old.write_text("cũ", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = kehoach("gaps", *DAY, "--format", "csv", "-o", str(old))
    assert (result.code, "(hết chỗ trên ổ đĩa)" in result.err) == (2, True)
    assert [path.read_text(encoding="utf-8") for path in old.parent.iterdir()] == ["cũ"]


def test_a_device_is_written_to_and_not_replaced() -> None:
    if not Path("/dev/null").exists():
        pytest.skip("this system has no /dev/null")
    write_file(Path("/dev/null"), "kết quả".encode())
    assert Path("/dev/null").is_char_device()


WITHOUT_ROWS = {
    ("gaps",): ("--agency", "CAT", "--pillar", "KTS"),
    ("tasks",): ("--agency", "CAT", "--pillar", "KTS"),
    ("overdue",): ("--as-of", "2023-01-02"),
    ("log",): ("--as-of", "2023-01-02"),
    ("diff", "--since", "2023-01-01"): ("--as-of", "2023-01-02"),
    ("remind", "-o", "cv"): ("--agency", "CTK"),
}


@pytest.mark.parametrize("command", WITHOUT_ROWS, ids=lambda command: command[0])
def test_a_table_without_rows_has_the_header_of_one_with_rows(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    where = ("--plan", str(EXAMPLES), "--format", "csv")
    empty = kehoach(*command, *where, *WITHOUT_ROWS[command])
    full = kehoach(*command, *where, "--as-of", "2023-12-31")
    assert (empty.code, full.code) == (0, 0)
    [header] = empty.out.splitlines()
    assert full.out.startswith(f"{header}\n")
    assert full.out.count("\n") > 1
