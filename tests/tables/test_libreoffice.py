"""LibreOffice opens a workbook and saves it in each format: what is read of it is the same."""

import subprocess
from pathlib import Path

import pytest

from tests.support.docx import zipped
from tests.support.grids import grids
from tests.support.sheets import c, row, sheet, styles, text, workbook_members
from tests.support.tools import missing, require_tool

pytestmark = pytest.mark.slow

BOOK = zipped(
    workbook_members(
        sheet(
            row(1, text("A1", "Mã"), text("B1", "Kết quả"), text("E1", "Cơ quan")),
            row(2, text("A2", "CQS-01"), c("B2", 0.455, style=1), c("C2", 45199, style=2), text("E2", "Sở TT&TT")),
            row(3, text("A3", "CQS-02"), c("B3", 1250.75, style=0)),
            row(
                4, text("A4", "CQS-03"), c("B4", 2501.5, more="<f>B3*2</f>"), c("C4", "#DIV/0!", "e", more="<f>1/0</f>")
            ),
            '<row r="6" hidden="1">' + text("A6", "dòng một\ndòng  hai") + text("B6", "1.234") + "</row>",
            merged=["E2:F4", "A9:B9"],
        ),
        sheet(row(7, text("F7", "ẩn"))),
        names=["Chỉ tiêu", "Nhiệm vụ"],
        style=styles(0, "0.0%", "[$-42A]dd/mm/yyyy;@"),
        states={1: "hidden"},
    )
)


def converted(book: bytes, ending: str, folder: Path) -> bytes:
    """The workbook as LibreOffice saves it."""
    source, made = folder / "phieu.xlsx", folder / "made"
    source.write_bytes(book)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        require_tool("soffice"),
        profile,
        "--headless",
        "--convert-to",
        ending,
        "--outdir",
        str(made),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    if not (made / f"phieu.{ending}").exists():
        missing("LibreOffice has no Calc: libreoffice-calc-nogui")
    return (made / f"phieu.{ending}").read_bytes()


@pytest.mark.parametrize("ending", ["ods", "xlsx"])
def test_a_workbook_saved_by_libreoffice_reads_the_same(ending: str, tmp_path: Path) -> None:
    assert grids(converted(BOOK, ending, tmp_path)) == grids(BOOK)
