"""A quarter with forms, as the READMEs tell it: form, filled in by LibreOffice, received, counted, reported."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from tests.conftest import ROOT, Kehoach
from tests.support.documents import text_of
from tests.support.office import EXCEL, OPEN_DOCUMENT, type_into

pytestmark = pytest.mark.slow

PERIOD = ("--period", "2023-Q3", "--as-of", "12/9/2023")


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped plan, on which nothing was reported."""
    for folder in ("data", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kehoach_cli.cli.documents.report_file.today", lambda: date(2023, 9, 15))
    return tmp_path


def cells(form: Path) -> list[tuple[str, str, object]]:
    """What Sở Y tế types, by the rows and headings that it finds in its form. All of it is made up."""
    typed = {
        ("CQS-03", "Kết quả"): "45,5",
        ("CQS-13", "Kết quả"): 85.5,
        ("CQS-13", "Ghi chú"): "tính cả trang con",
        ("XHS-07", "Kết quả"): "=100*45/120",
        ("NV-CQS-10", "Tình trạng"): "Đã hoàn thành",
        ("NV-CQS-10", "Ngày hoàn thành, hoặc ngày của tình hình"): "2023-09-08",
        ("NV-KTS-02", "Tình trạng"): "Đang thực hiện",
        ("NV-KTS-02", "Đã làm (%)"): "60",
        ("NV-KTS-02", "Khó khăn, vướng mắc"): "Thiếu kinh phí",
    }
    found: list[tuple[str, str, object]] = [("Hướng dẫn", "B14", "BC 88/BC-SYT"), ("Hướng dẫn", "B15", "2023-09-10")]
    for sheet in load_workbook(form).worksheets[1:]:
        headings = {str(cell.value): get_column_letter(cell.column or 0) for cell in sheet[2]}
        for row in sheet.iter_rows(min_row=3):
            found += [
                (sheet.title, f"{headings[heading]}{row[0].row}", value)
                for (record, heading), value in typed.items()
                if row[0].value == record
            ]
    assert len(found) == 2 + len(typed)
    return found


def test_a_quarter_with_forms(kehoach: Kehoach, plan: Path) -> None:
    assert kehoach("form", "--agency", "SYT", *PERIOD, "-o", "phieu").code == 0
    form = plan / "phieu" / "phieu-SYT-2023-Q3.xlsx"
    type_into(form, cells(form), {plan / "ve.xlsx": EXCEL, plan / "ve.ods": OPEN_DOCUMENT})

    received = kehoach("receive", "ve.ods", "--as-of", "12/9/2023")
    assert received.code == 0, received.err
    assert "XHS-07: 37,5%, ngày 10/9/2023" in " ".join(received.err.split())
    assert "lấy kết quả của công thức, 37,5" in " ".join(received.err.split())
    before = (plan / "data" / "answers" / "SYT.yaml").read_text(encoding="utf-8")
    for text in ("value: 45.5\n", "value: 85.5\n", "date: 2023-09-08\n", "difficulties: Thiếu kinh phí\n"):
        assert text in before
    again = kehoach("receive", "ve.xlsx", "--as-of", "12/9/2023")
    assert (again.code, "không có gì mới" in again.err) == (0, True), again.err
    assert (plan / "data" / "answers" / "SYT.yaml").read_text(encoding="utf-8") == before

    answers = kehoach("answers", "--agency", "SYT", *PERIOD, "--format", "csv")
    assert answers.code == 0
    narrative = kehoach("narrative", "2023-Q3")
    assert narrative.code == 0
    offered = (plan / "data" / "narrative" / "2023-Q3.yaml").read_text(encoding="utf-8")
    assert "#   - NV-KTS-02, Sở Y tế: Thiếu kinh phí (BC 88/BC-SYT)\nobjective_causes:\n" in offered
    assert kehoach("report", "--period", "2023-Q3").code == 0
    assert "37,5%" in text_of((plan / "bao-cao-2023-Q3.docx").read_bytes())
