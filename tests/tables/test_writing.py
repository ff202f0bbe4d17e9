"""Sheets as Excel files: what stands in them, what may be typed into them, and that text stays text."""

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kehoach_cli.sandbox.package.zipping import own_parts, write_parts
from kehoach_cli.tables.writing.sheet import BookProperties, Choice, DayBetween, Length, Number, Rule, Sheet, SheetCell
from kehoach_cli.tables.writing.workbook import LONGEST, NotWritable, write_workbook
from kehoach_cli.word.output.sealing import sealed_file

PROPERTIES = BookProperties("Phiếu", "UBND tỉnh Mẫu", date(2023, 9, 20))
TEXT = Rule(Length(300), "Văn bản", "Số, ký hiệu.", "Dài quá.")


def written(*rows: tuple[SheetCell, ...], widths: tuple[float, ...] = (20, 20)) -> bytes:
    return write_workbook([Sheet("Trang", widths, rows, head=1)], PROPERTIES)


def sheet_of(content: bytes) -> Worksheet:
    page = openpyxl.load_workbook(io.BytesIO(content)).active
    assert isinstance(page, Worksheet)
    return page


def filled(takes: Choice | Number | DayBetween | Length) -> tuple[Worksheet, Any]:
    """The sheet with a cell to fill, and its validation."""
    page = sheet_of(written((SheetCell("fill", rule=TEXT._replace(takes=takes)),)))
    [validation] = page.data_validations.dataValidation
    return page, validation


def test_only_cells_to_fill_can_be_edited() -> None:
    page = sheet_of(written((SheetCell("heading", "Mã"), SheetCell("locked", "A"), SheetCell("fill", rule=TEXT))))
    assert page.protection.sheet
    assert not page.protection.password
    assert [cell.protection.locked for cell in page[1]] == [True, True, False]
    assert (page.protection.formatColumns, page.protection.formatRows) == (False, False)  # False: allowed


@pytest.mark.parametrize(
    ("takes", "kind", "low", "high", "shown"),
    [
        (Choice(("Đạt", "Chưa đạt")), "list", '"Đạt,Chưa đạt"', None, "@"),
        (Number(Decimal(0), Decimal(100)), "decimal", "0", "100", "General"),
        (Number(Decimal(1), Decimal(10**15 - 1), whole=True), "whole", "1", "999999999999999", "General"),
        (DayBetween(date(2023, 1, 1), date(2023, 12, 31)), "date", "44927", "45291", "d/m/yyyy"),
        (Length(300), "textLength", "300", None, "@"),
    ],
)
def test_what_a_cell_takes(takes: Any, kind: str, low: str, high: str | None, shown: str) -> None:
    page, validation = filled(takes)
    assert (validation.type, validation.formula1, validation.formula2) == (kind, low, high)
    assert (validation.promptTitle, validation.prompt) == ("Văn bản", "Số, ký hiệu.")
    assert (validation.errorTitle, validation.error) == ("Văn bản", "Dài quá.")
    assert (validation.showInputMessage, validation.showErrorMessage, validation.allowBlank) == (True, True, True)
    assert page["A1"].number_format == shown


@pytest.mark.parametrize(
    ("cell", "side"),
    [
        (SheetCell("locked", "A"), "left"),
        (SheetCell("fill", rule=TEXT), "left"),
        (SheetCell("fill", rule=TEXT._replace(takes=Number(Decimal(0), Decimal(9)))), "right"),
        (SheetCell("fill", rule=TEXT._replace(takes=DayBetween(date(2023, 1, 1), date(2023, 12, 31)))), "right"),
    ],
)
def test_text_keeps_off_the_lines_and_figures_stand_on_the_right(cell: SheetCell, side: str) -> None:
    alignment = sheet_of(written((cell,)))["A1"].alignment
    assert (alignment.horizontal, alignment.indent) == (side, 1)


def test_a_column_may_be_narrower_than_the_margin() -> None:
    assert sheet_of(written((SheetCell("locked", "Mã số"),), widths=(1,)))["A1"].value == "Mã số"


def test_cells_of_one_rule_share_it() -> None:
    cell = SheetCell("fill", rule=TEXT)
    page = sheet_of(written((cell,), (SheetCell("locked", "A"), cell), (cell,)))
    assert [str(each.sqref) for each in page.data_validations.dataValidation] == ["A1 A3 B2"]


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        (TEXT._replace(title="x" * 32), TEXT._replace(title="x" * 33)),
        (TEXT._replace(message="x" * 255), TEXT._replace(message="x" * 256)),
        (TEXT._replace(error="x" * 255), TEXT._replace(error="x" * 256)),
        (
            TEXT._replace(takes=Choice(("x" * 127, "y" * 127))),  # a comma between them
            TEXT._replace(takes=Choice(("x" * 127, "y" * 128))),
        ),
    ],
)
def test_excels_limits_are_kept_or_named(inside: Rule, outside: Rule) -> None:
    assert len(sheet_of(written((SheetCell("fill", rule=inside),))).data_validations.dataValidation) == 1
    with pytest.warns(UserWarning, match="exceeds"), pytest.raises(NotWritable, match=r"^XlsxWriter refuses \(-2\)"):
        written((SheetCell("fill", rule=outside),))


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "=HYPERLINK(\"http://x\")", "@SUM(1)", "+1", "-1", "http://x.vn", "mailto:a@b", "internal:A1"),
        *("007", "1e5", "30/9/2023", "0.455", "TRUE", " lề ", "R&D <5% \"x\"", "dòng 1\ndòng 2", "Sở Y tế 😀"),
        *("{=1}", "_x0041_", "<r>", "<r><t>x</t>", "'x"),
    ],
)  # fmt: skip
def test_text_stays_text(text: str) -> None:
    cell = sheet_of(written((SheetCell("locked", text),)))["A1"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_text_is_no_xml() -> None:
    """The library writes a text between <r> and </r> into the file as it stands."""
    text = "<r><t>x</t></r>"
    assert sheet_of(written((SheetCell("locked", text),)))["A1"].value == f"{text} "


def test_what_xml_cannot_hold_is_dropped() -> None:
    text = "Sở\x00 Y\x0b tế\x1f\ud800\ufffe\uffff"
    assert sheet_of(written((SheetCell("locked", text),)))["A1"].value == "Sở Y tế"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * 40_000, "x" * (LONGEST - 1) + "…"),
        ("😀" * 20_000, "😀" * ((LONGEST - 1) // 2) + "…"),  # two units each
    ],
)
def test_a_text_beyond_the_limit_is_seen_to_be_cut(text: str, shown: str) -> None:
    assert sheet_of(written((SheetCell("locked", text),)))["A1"].value == shown


def test_the_printed_page() -> None:
    page = sheet_of(written((SheetCell("heading", "Mã"), SheetCell("heading", "Ẩn")), widths=(10, 0)))
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight) == (True, 0)  # type: ignore[union-attr]
    assert page.print_title_rows == "$1:$1"
    assert page.oddHeader is not None
    assert page.oddHeader.center.text == "&P"
    assert (page.freeze_panes, page.column_dimensions["B"].hidden) == ("A2", True)
    assert (page["A1"].font.name, page["A1"].font.scheme, page["A1"].font.bold) == ("Times New Roman", None, True)


def test_a_row_is_as_high_as_its_text_and_grows_with_what_is_typed() -> None:
    content = written((SheetCell("locked", "chữ " * 30), SheetCell("fill", rule=TEXT)), (SheetCell("title", "x" * 99),))
    page = sheet_of(content)
    heights = [page.row_dimensions[row].height or 0 for row in (1, 2)]
    assert (heights[0] > 5 * 15, heights[1] < 20) == (True, True)
    assert b"<row" in (xml := own_parts(content)["xl/worksheets/sheet1.xml"])
    assert b"customHeight" not in xml


def test_the_same_sheets_give_the_same_bytes_and_the_day_is_theirs() -> None:
    content = written((SheetCell("locked", "A"),))
    assert content == written((SheetCell("locked", "A"),))
    properties = openpyxl.load_workbook(io.BytesIO(content)).properties
    assert (properties.title, properties.creator) == (PROPERTIES.title, PROPERTIES.author)
    assert properties.created == datetime(2023, 9, 20)


def test_the_seal_shows_whether_somebody_saved_it() -> None:
    content = written((SheetCell("locked", "A"),))
    parts = own_parts(content)
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace(b"A</t>", b"B</t>")
    assert (sealed_file(content).untouched, sealed_file(write_parts(parts)).untouched) == (True, False)
