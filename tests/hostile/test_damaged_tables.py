"""Workbooks and Word tables that were damaged byte by byte: whatever comes of it, there is an answer.

Two hundred of each kind in every run of the tests; three thousand, others each time, by

    KEHOACH_MUTATIONS=3000 .venv/bin/pytest tests/hostile/test_damaged_tables.py
"""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.tables.table_reader import TableReader, grids_in
from tests.hostile.test_mutations import SHARES, Edit, damaged
from tests.hostile.test_word_files import EDITS, at_length, swapped
from tests.support.docx import members_of, p, table, word_file, zipped
from tests.support.sheets import c, ods_cell, ods_table, row, sheet, spreadsheet, styles, text, workbook_members

pytestmark = pytest.mark.slow

_ROWS = (
    row(6, text("A6", "Mã"), c("B6", 0, "s"), c("F6", 45199, style=1)),
    row(7, text("A7", "CQS-02"), c("B7", 0.455, more="<f>B8/2</f>"), c("C7", "#N/A", "e"), c("D7", 1, "b")),
)
BOOK = zipped(
    workbook_members(
        sheet(*_ROWS, merged=["A6:A7"]),
        sheet(_ROWS[0]),
        texts=["<r><t>Kết </t></r><r><t>quả</t></r>", "<t>x_x000D_y</t>"],
        style=styles(10, 14, "[$-42A]dd/mm/yyyy"),
        properties='<workbookPr date1904="0"/>',
    )
)
_SPANNED = ' table:number-columns-spanned="2" table:number-rows-spanned="2"'
SPREADSHEET = spreadsheet(
    ods_table(
        ods_cell("Mã", more=_SPANNED) + ods_cell("45,5%", "percentage", "0.455"), ods_cell('a<text:s text:c="2"/>b')
    ),
    ods_table(ods_cell("30/9", "date", "2023-09-30", ' table:number-columns-repeated="3"')),
)
_CELL = '<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge{}/></w:tcPr>{}</w:tc>'
DOCUMENT = word_file(
    table(("Mã", "Kết quả"), ("CQS-02", "45,5"))
    + f"<w:tbl><w:tr>{_CELL.format(' w:val=' + chr(34) + 'restart' + chr(34), p('a'))}</w:tr>"
    f"<w:tr><w:sdt><w:sdtContent>{_CELL.format('', p('') + table(('trong',)))}</w:sdtContent></w:sdt></w:tr></w:tbl>"
)
FILES = [BOOK, SPREADSHEET, DOCUMENT]
_PARTS = [content for file in FILES for name, content in members_of(file).items() if "." in name]
VALUES = [
    *sorted({value for content in _PARTS for value in re.findall(rb'="([^"<]*)"', content)}),
    *(b"", b"0", b"-1", b"1e308", b"NaN", b"9" * 400, b"9999999", b"XFD1048576", b"A0", b"\xd9\xa1", b"s", b"../x"),
]
ELEMENTS = [
    *sorted({leaf for content in _PARTS for leaf in re.findall(rb"<[\w:]+(?: [^<>]*)?/>", content)}),
    *(b"<v>1e999</v>", b"<v>-0.5</v>", b"<f/>", b"<is/>", b"<c/>", b"<row/>", b"<v/>", b"<w:tc/>", b"<w:tr/>"),
    *(b"<w:tbl/>", b"<table:table-row/>", b"<table:table-cell/>", b"<text:p/>", b"<text:s/>", b"<sheet/>", b"<si/>"),
]
SWAPS = st.lists(
    st.one_of(
        st.tuples(st.just(rb'(?<==")[^"<]*(?=")'), SHARES, st.sampled_from(VALUES)),
        st.tuples(st.just(rb"(?<=<v>)[^<]*"), SHARES, st.sampled_from(VALUES)),
        st.tuples(st.just(rb"(?=<)"), SHARES, st.sampled_from(ELEMENTS)),
        st.tuples(st.just(rb"<[\w:]+(?: [^<>]*)?/>"), SHARES, st.just(b"")),
    ),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def reader() -> Iterator[TableReader]:
    with TableReader() as started:
        yield started


def ask(reader: TableReader, content: bytes) -> None:
    """A bug of ours is raised; what else may come of the file is looked at."""
    refused, grids = "", []
    try:
        grids = grids_in(content, "p.xlsx", reader)
    except UsageProblem as problem:
        refused = str(problem)
    assert grids or re.fullmatch(r"p\.xlsx(:\d+)?: .{10,300}", refused), refused
    assert "Tiến trình" not in refused
    for grid in grids:
        assert all(row.cells[-1].text or row.cells[-1].remark for row in grid.rows)
        assert all(cell.place and cell.text == cell.text.strip() for row in grid.rows for cell in row.cells)


@at_length
@given(st.sampled_from(FILES), EDITS)
def test_every_archive_damaged_anywhere_is_answered(reader: TableReader, file: bytes, edits: list[Edit]) -> None:
    ask(reader, damaged(file, edits))


def _member(file: bytes, which: float) -> tuple[dict[str, bytes], str]:
    members = members_of(file)
    return members, sorted(members)[int(which * len(members))]


@at_length
@given(st.sampled_from(FILES), SHARES, EDITS)
def test_every_damaged_part_is_answered(reader: TableReader, file: bytes, which: float, edits: list[Edit]) -> None:
    members, name = _member(file, which)
    ask(reader, zipped(members | {name: damaged(members[name], edits)}))


@at_length
@given(st.sampled_from(FILES), SHARES, SWAPS)
def test_every_part_with_something_else_in_it_is_answered(
    reader: TableReader, file: bytes, which: float, swaps: list[tuple[bytes, float, bytes]]
) -> None:
    members, name = _member(file, which)
    ask(reader, zipped(members | {name: swapped(members[name], swaps)}))


@at_length
@given(
    st.sampled_from(
        ["Mã;Kết quả\nA;45,5\n".encode(), b'[{"id": "A", "value": 45.5}]', "sep=,\na,b\n".encode("utf-16")]
    ),
    EDITS,
)
def test_every_damaged_text_is_answered(reader: TableReader, file: bytes, edits: list[Edit]) -> None:
    ask(reader, damaged(file, edits))
