"""Excel workbooks as they come back: other programs' XML, formats, formulas, merged and hidden cells."""

from collections.abc import Callable

import pytest

from kehoach_cli.tables.grid import Cell
from kehoach_cli.tables.table_reader import TableReader, grids_in
from tests.support.docx import zipped
from tests.support.grids import first, grids, only, texts
from tests.support.sheets import c, row, sheet, strict, styles, text, workbook, workbook_members

HEADINGS = row(6, text("A6", "Mã"), text("B6", "Kết quả"), text("F6", "Ghi chú"))
FILLED = row(7, text("A7", "CQS-02"), c("B7", 0.455, style=1), text("F7", "ước"))
STYLES = styles(0, 10, 14, "[$-42A]dd/mm/yyyy;@")


def test_cells_have_places() -> None:
    book = zipped(workbook_members(sheet(HEADINGS, FILLED), names=["Chỉ tiêu"], style=STYLES))
    grid = only(book)
    assert grid.name == "phieu.xlsx, trang «Chỉ tiêu»"
    assert grid.rows[1].label == "phieu.xlsx, trang «Chỉ tiêu», dòng 7"
    assert grid.rows[1].cells == (
        Cell("CQS-02", "ô A7"),
        Cell("45,5%", "ô B7"),
        *(Cell("", f"ô {letter}7") for letter in "CDE"),
        Cell("ước", "ô F7"),
    )


def test_the_child_reads_the_same() -> None:
    book = zipped(workbook_members(sheet(HEADINGS, FILLED), style=STYLES))
    with TableReader() as reader:
        assert grids_in(book, "phieu.xlsx", reader) == grids(book)


MEMBERS = workbook_members(sheet(HEADINGS, FILLED), texts=["<t>x</t>"], style=STYLES)


def _prefixed(members: dict[str, bytes]) -> dict[str, bytes]:
    """Every element of the sheet with a prefix, as some programs write."""
    xml = members["xl/worksheets/sheet1.xml"].replace(b"xmlns=", b"xmlns:x=")
    for name in (b"worksheet", b"sheetData", b"row", b"c ", b"c>", b"v>", b"is>", b"t>", b"t "):
        xml = xml.replace(b"<" + name, b"<x:" + name).replace(b"</" + name, b"</x:" + name)
    return members | {"xl/worksheets/sheet1.xml": xml}


def _with_backslashes(members: dict[str, bytes]) -> dict[str, bytes]:
    return {name.replace("/", "\\"): content for name, content in members.items()}


def _in_capitals(members: dict[str, bytes]) -> dict[str, bytes]:
    return {name.replace("sheet1", "Sheet1"): content for name, content in members.items()}


def _with_dimension(reference: bytes) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    def changed(members: dict[str, bytes]) -> dict[str, bytes]:
        name = "xl/worksheets/sheet1.xml"
        return members | {
            name: members[name].replace(b"<sheetData", b'<dimension ref="' + reference + b'"/><sheetData')
        }

    return changed


@pytest.mark.parametrize(
    "change",
    [strict, _prefixed, _with_backslashes, _in_capitals, _with_dimension(b"A1"), _with_dimension(b"A1:XFD1048576")],
)
def test_variants_of_the_format_read_alike(change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> None:
    assert grids(zipped(change(MEMBERS))) == grids(zipped(MEMBERS))


def test_without_styles_a_number_stays_a_number() -> None:
    assert texts(only(zipped(workbook_members(sheet(FILLED)))))[0][:2] == ["CQS-02", "0,455"]


def test_without_references_cells_stand_in_order() -> None:
    book = zipped(workbook_members(sheet('<row><c><v>1</v></c><c><v>2</v></c></row><row r="9"><c><v>3</v></c></row>')))
    assert texts(only(book)) == [["1", "2"], ["3"]]
    assert [row.label.rpartition(" ")[2] for row in only(book).rows] == ["1", "9"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (c("A1", 0, "s"), Cell("Sở TT&TT", "ô A1")),
        (c("A1", 1, "s"), Cell("Tỷ lệ hồ sơ", "ô A1")),
        (c("A1", 2, "s"), Cell("dòng 1\ndòng 2", "ô A1")),
        (text("A1", " CV\xa0số\u202f5 "), Cell("CV số 5", "ô A1")),
        (text("A1", "CV\u200b5"), Cell("CV\u200b5", "ô A1")),
        (text("A1", "=1+1"), Cell("=1+1", "ô A1")),
        (c("A1", 45199, style=2), Cell("30/9/2023", "ô A1", "day")),
        (c("A1", 45199, style=3), Cell("30/9/2023", "ô A1", "day")),
        (c("A1", 45199), Cell("45199", "ô A1")),
        (c("A1", "2023-09-30T00:00:00Z", "d"), Cell("30/9/2023", "ô A1", "day")),
        (c("A1", 1, "b"), Cell("có", "ô A1")),
        (c("A1", 0, "b"), Cell("không", "ô A1")),
        (c("A1", 1234), Cell("1234", "ô A1")),
        (text("A1", "1.234"), Cell("1.234", "ô A1")),
        (c("A1", 45.5, more="<f>B1/2</f>"), Cell("45,5", "ô A1", "calculated")),
        (c("A1", "", more="<f>B1/2</f>"), Cell("", "ô A1", "uncalculated")),
        ('<c r="A1"><f>B1/2</f></c>', Cell("", "ô A1", "uncalculated")),
        (c("A1", "đạt", "str", more="<f>B1</f>"), Cell("đạt", "ô A1", "calculated")),
        (c("A1", "#DIV/0!", "e", more="<f>1/0</f>"), Cell("#DIV/0!", "ô A1", "error")),
        (c("A1", "#N/A", "e"), Cell("#N/A", "ô A1", "error")),
    ],
)
def test_kinds_of_cells(cell: str, expected: Cell) -> None:
    shared = [
        "<t>Sở TT&amp;TT</t>",
        '<r><rPr/><t xml:space="preserve">Tỷ lệ </t></r><r><t>hồ sơ</t></r><rPh sb="0" eb="1"><t>phonetic</t></rPh>',
        "<t>dòng 1_x000D_\ndòng 2</t>",
    ]
    assert first(workbook(row(1, cell), texts=shared, style=STYLES)) == expected


def test_a_formula_that_gives_no_text_leaves_the_row_blank() -> None:
    book = workbook(row(1, text("A1", "x")), row(2, c("A2", "", "str", more='<f>IF(B2="","",B2)</f>')))
    assert texts(only(book)) == [["x"]]


def test_days_count_from_1904_where_the_file_says_so() -> None:
    book = workbook(row(1, c("A1", 43737, style=2)), style=STYLES, properties='<workbookPr date1904="1"/>')
    assert first(book).text == "30/9/2023"


def test_merged_text_is_repeated_downward_in_its_column() -> None:
    rows = (row(number, c(f"C{number}", number)) for number in range(1, 5))
    top = row(1, text("A1", "Sở TT&TT"), c("C1", 1))
    book = zipped(workbook_members(sheet(top, *list(rows)[1:], merged=["A1:B3"])))
    assert texts(only(book)) == [["Sở TT&TT", "", "1"], *(["Sở TT&TT", "", str(n)] for n in (2, 3)), ["", "", "4"]]
    assert only(book).rows[1].cells[0] == Cell("Sở TT&TT", "ô A2", "merged")


def test_rows_with_nothing_of_their_own_are_left_out() -> None:
    book = zipped(workbook_members(sheet(row(1, text("A1", "x")), row(2, text("C2", " ")), merged=["A1:A9"])))
    assert texts(only(book)) == [["x"]]


def test_hidden_and_filtered_rows_columns_and_sheets_are_read() -> None:
    hidden = '<cols><col min="1" max="1" hidden="1"/></cols><autoFilter ref="A1:A2"/>'
    shown = sheet(row(1, text("A1", "a")), '<row r="2" hidden="1"><c r="A2"><v>2</v></c></row>', before=hidden)
    members = workbook_members(shown, sheet(row(1, text("A1", "b"))), sheet(), states={1: "veryHidden"})
    assert [texts(grid) for grid in grids(zipped(members))] == [[["a"], ["2"]], [["b"]], []]


def test_sheets_come_in_the_order_and_by_the_names_of_the_workbook() -> None:
    members = workbook_members(*(sheet(row(1, c("A1", n))) for n in (1, 2)), names=["Nhiệm vụ", "Chỉ tiêu"])
    links = "xl/_rels/workbook.xml.rels"
    crossed = (
        members[links].replace(b"sheet1.xml", b"x").replace(b"sheet2.xml", b"sheet1.xml").replace(b"/x", b"/sheet2.xml")
    )
    found = grids(zipped(members | {links: crossed}))
    assert [(grid.name, texts(grid)) for grid in found] == [
        ("phieu.xlsx, trang «Nhiệm vụ»", [["2"]]),
        ("phieu.xlsx, trang «Chỉ tiêu»", [["1"]]),
    ]


def test_absolute_targets_lead_to_their_parts() -> None:
    members = workbook_members(sheet(row(1, c("A1", 1))))
    links = "xl/_rels/workbook.xml.rels"
    absolute = members[links].replace(b'"worksheets', b'"/xl/worksheets')
    assert texts(only(zipped(members | {links: absolute}))) == [["1"]]


def test_a_chart_sheet_holds_no_cells() -> None:
    members = workbook_members(sheet(row(1, c("A1", 1))), sheet())
    links = "xl/_rels/workbook.xml.rels"
    chart = members[links].replace(b'/worksheet" Target="worksheets/sheet2', b'/chartsheet" Target="worksheets/sheet2')
    assert len(grids(zipped(members | {links: chart}))) == 1
