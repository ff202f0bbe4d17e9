"""A number in a table stands on one line: its column gets the room that others do not need."""

import re

import pytest

from kehoach_cli.word.render import Renderer
from tests.support.docx import members_of, word_file

SIZE = '<w:rPr><w:sz w:val="22"/></w:rPr>'
MARGINS = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'


def widths(columns: dict[str, int], **data: str) -> tuple[list[int], list[int]]:
    """The widths of columns and of cells in twentieths of a point, after a row of these texts at 11 points."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"<w:p><w:r>{SIZE}<w:t>{text}</w:t></w:r></w:p></w:tc>"
        for text, width in columns.items()
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns.values())
    table = f"<w:tbl><w:tblPr>{MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    with Renderer() as renderer:
        made = members_of(renderer.render(word_file(f"{table}<w:p/>"), data))["word/document.xml"].decode()
    return [[int(width) for width in re.findall(rf'<w:{tag} w:w="(\d+)"', made)] for tag in ("gridCol", "tcW")]  # type: ignore[return-value]


def test_a_number_that_is_too_wide_gets_room_from_a_column_that_has_more_than_it_needs() -> None:
    """145.250,75 is 4.5 em wide: 49.5 points, 990 twentieths, and 114 for the margins, 30 for the borders."""
    columns, cells = widths({"Doanh thu": 3000, "{{ so }} tỷ đồng": 800}, so="145.250,75")
    assert columns == cells == [3000 - 334, 1134]


@pytest.mark.parametrize("number", ["45%", "1.250,75", "(8/2023)"])
def test_a_table_whose_numbers_fit_is_left_alone(number: str) -> None:
    assert widths({"Doanh thu": 3000, "{{ so }}": 935}, so=number)[0] == [3000, 935]


def test_where_there_is_not_enough_room_the_number_gets_what_there_is() -> None:
    """«Doanh» in bold Times New Roman takes 2.833 em."""
    columns, _ = widths({"Doanh": 900, "{{ so }}": 800}, so="145.250,75")
    assert sum(columns) == 1700
    assert columns[0] == round(2.833 * 220 + 144)


def test_a_range_breaks_after_its_dash_and_not_within_its_numbers() -> None:
    columns, _ = widths({"Doanh thu": 3000, "{{ so }}": 800}, so="13.250,75–145.250,75")
    assert columns == [3000 - 334, 1134]
