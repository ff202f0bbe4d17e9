"""LibreOffice's workbooks: repeated, merged and calculated cells, and paragraphs in cells."""

import pytest

from kehoach_cli.tables.grid import Cell
from tests.support.grids import first, grids, only, texts
from tests.support.sheets import ods_cell, ods_table, spreadsheet

_ERROR = ' calcext:value-type="error"'
_FORMULA = ' table:formula="of:=[.B1]/2"'


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (ods_cell("Sở TT&amp;TT"), Cell("Sở TT&TT", "ô A1")),
        (ods_cell("45,5", "float", "45.5"), Cell("45,5", "ô A1")),
        (ods_cell("46%", "percentage", "0.455"), Cell("45,5%", "ô A1")),
        (ods_cell("1.250.000 đ", "currency", "1250000"), Cell("1250000", "ô A1")),
        (ods_cell("30/09/23", "date", "2023-09-30"), Cell("30/9/2023", "ô A1", "day")),
        (ods_cell("30/09/23", "date", "2023-09-30T08:00:00"), Cell("30/9/2023", "ô A1", "day")),
        (ods_cell("ĐÚNG", "boolean", "true"), Cell("có", "ô A1")),
        (ods_cell("22,75", "float", "22.75", _FORMULA), Cell("22,75", "ô A1", "calculated")),
        (ods_cell("", "", "", _FORMULA), Cell("", "ô A1", "uncalculated")),
        (ods_cell("#DIV/0!", "string", "", _FORMULA + _ERROR), Cell("#DIV/0!", "ô A1", "error")),
        (ods_cell("Err:502", "string", "", _FORMULA), Cell("Err:502", "ô A1", "error")),
        (ods_cell("#1"), Cell("#1", "ô A1")),
        (ods_cell('a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d'), Cell("a  b c\nd", "ô A1")),
        (ods_cell("a</text:p><text:p>b"), Cell("a\nb", "ô A1")),
        (ods_cell('<text:span>a<text:a href="x">b</text:a></text:span>c'), Cell("abc", "ô A1")),
        (
            "<table:table-cell><office:annotation><text:p>nhận xét</text:p></office:annotation>"
            "<text:p>a<office:annotation><text:p>nữa</text:p></office:annotation></text:p></table:table-cell>",
            Cell("a", "ô A1"),
        ),
    ],
)
def test_kinds_of_cells(cell: str, expected: Cell) -> None:
    assert first(spreadsheet(ods_table(cell))) == expected


def test_a_million_blank_rows_and_columns_are_nothing() -> None:
    table = (
        '<table:table table:name="Chỉ tiêu"><table:table-header-rows><table:table-row>'
        f'{ods_cell("Mã")}<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        '</table:table-header-rows><table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        f"<table:table-row>{ods_cell('cuối')}</table:table-row></table:table>"
    )
    grid = only(spreadsheet(table))
    assert texts(grid) == [["Mã"], ["cuối"]]
    assert grid.rows[1].label == "phieu.xlsx, trang «Chỉ tiêu», dòng 1048576"


def test_repeated_cells_and_rows_are_written_out() -> None:
    more = ' table:number-columns-repeated="2"'
    row = f'<table:table-row table:number-rows-repeated="2">{ods_cell("x", more=more)}{ods_cell("y")}</table:table-row>'
    grid = only(spreadsheet(f'<table:table table:name="a">{row}</table:table>'))
    assert texts(grid) == [["x", "x", "y"]] * 2
    assert [cell.place for cell in grid.rows[1].cells] == ["ô A2", "ô B2", "ô C2"]


def test_merged_text_is_repeated_downward() -> None:
    more = ' table:number-columns-spanned="2" table:number-rows-spanned="2"'
    covered = "<table:covered-table-cell><text:p>cũ</text:p></table:covered-table-cell>"
    table = ods_table(ods_cell("Sở", more=more) + covered + ods_cell("1"), covered * 2 + ods_cell("2"))
    assert texts(only(spreadsheet(table))) == [["Sở", "", "1"], ["Sở", "", "2"]]
    assert only(spreadsheet(table)).rows[1].cells[0].remark == "merged"


def test_a_copy_of_another_files_sheet_is_passed_over() -> None:
    copied = ods_table(ods_cell("x"), name="a").replace(
        "<table:table-row>", "<table:table-source/><table:table-row>", 1
    )
    assert [texts(grid) for grid in grids(spreadsheet(copied, ods_table(ods_cell("y"), name="b")))] == [[["y"]]]
