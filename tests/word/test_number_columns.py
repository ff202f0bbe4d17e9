"""A number in a table stands on one line: its column gets the room that others do not need."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from kehoach_cli.plan.model import Plan
from kehoach_cli.reports.fields.template_kinds import MONTHLY, REPORT, SUMMARY, YEARLY
from kehoach_cli.word.render import Renderer
from kehoach_cli.word.text_width import text_width
from tests.support.documents import report_of
from tests.support.docx import members_of, word_file
from tests.support.known_plans import DISTRICT, EXAMPLES, SECOND, SHIPPED, load
from tests.support.made_up_plans import crowded_plan, large_plan

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


WHOLE = ("41,5–100", "(30/11/2023)", "1.234.567,89", "10%/năm", "1.250\u00a0tỷ", "CCHC-03")


@pytest.mark.parametrize("word", WHOLE)
def test_what_belongs_to_a_number_stays_with_it_where_there_is_room(word: str) -> None:
    columns, _ = widths({"Doanh thu": 3000, "{{ so }}": 500}, so=word)
    assert columns[1] == pytest.approx(text_width(word, 11) * 1440 / 25.4 + 144, abs=1)


def test_a_range_that_there_is_no_room_for_breaks_after_its_dash_and_not_within_its_numbers() -> None:
    columns, _ = widths({"Doanh thu": 1300, "{{ so }}": 800}, so="13.250,75–145.250,75")
    assert columns == [1300 - 334, 1134]


def test_an_address_with_a_digit_takes_no_room_from_others() -> None:
    assert widths({"Doanh thu": 3000, "{{ so }}": 800}, so="https://chuyendoiso.gov.vn/2023/bao-cao")[0] == [3000, 800]


def test_hidden_text_takes_no_room() -> None:
    hidden = "{{ so }}</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>CQS-01.4f3a91bc"
    assert widths({"Doanh thu": 3000, hidden: 800}, so="45%")[0] == [3000, 800]


def test_a_heading_over_several_columns_keeps_the_room_for_its_number() -> None:
    """«2.000.000.000» needs 1,544 of 1,600 twentieths; what the third column wants cannot all be taken from there."""
    top = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r>{}<w:t>2.000.000.000</w:t></w:r></w:p></w:tc>'
    narrow = f"<w:tc><w:p><w:r>{SIZE}<w:t>{{{{ so }}}}</w:t></w:r></w:p></w:tc>"
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (800, 800, 500))
    row = f"<w:tr>{top.format(SIZE)}{narrow}</w:tr>"
    table = f"<w:tbl><w:tblPr>{MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{row}</w:tbl><w:p/>"
    with Renderer() as renderer:
        made = members_of(renderer.render(word_file(table), {"so": "145.250,75"}))["word/document.xml"].decode()
    first, second, third = (int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', made))
    assert first + second >= text_width("2.000.000.000", 11) * 1440 / 25.4 + 143
    assert third > 500


def cut_words(document: bytes) -> Iterator[str]:
    """The words with a digit that are wider than their cells, whose margins are 57 twentieths of a point.

    A document's number is none: `1398/STTTT-CNTT` goes on in the next line behind its marks.
    """
    word = docx.Document(io.BytesIO(document))
    for cell in word.element.iter(qn("w:tc")):
        for paragraph in (Paragraph(each, word._body) for each in cell.p_lst):
            style = paragraph.style
            assert style is not None
            assert style.font.size is not None
            for each in re.findall(r"\S*[0-9]\S*", paragraph.text):
                if not re.search(r"/.*[A-ZĐ]{2}", each) and text_width(each, style.font.size.pt) > cell.width.mm - 2:
                    yield each


YEARS = ((SHIPPED, 2023), (EXAMPLES, 2023), (DISTRICT, 2024), (SECOND, 2025))
PERIODS = ((REPORT, "{}-Q3"), (REPORT, "{}-Q4"), (MONTHLY, "{}-10"), (YEARLY, "{}"), (SUMMARY, "{}-Q4"))


@pytest.mark.slow
@pytest.mark.parametrize(("folder", "year"), YEARS)
@pytest.mark.parametrize(("kind", "period"), PERIODS)
def test_no_number_of_a_report_is_cut(folder: Path, year: int, kind: str, period: str) -> None:
    assert list(cut_words(report_of(load(folder), period.format(year), kind=kind))) == []


@pytest.mark.slow
@pytest.mark.parametrize("plan", [large_plan, crowded_plan])
def test_no_number_of_a_large_report_is_cut(plan: Callable[[], Plan]) -> None:
    assert list(cut_words(report_of(plan(), "2023-Q3"))) == []
