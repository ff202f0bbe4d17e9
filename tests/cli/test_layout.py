"""Tables fit the width they are given: columns leave in their order, headings and text break where people would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.cli.output.layout import fit, text_width, wrapped
from kehoach_cli.cli.output.page_lines import page_lines
from kehoach_cli.cli.output.plain import plain_page
from kehoach_cli.reports.pages import Column, Page, Table

ID = Column("Mã")
NAME = Column("Nội dung", least=10, wrap=True)


def widths(table: Table, width: int) -> dict[str, int]:
    layout = fit(table, width)
    return {table.columns[index].title: size for index, size in zip(layout.kept, layout.widths, strict=True)}


def test_columns_of_the_highest_rank_leave_first() -> None:
    columns = (ID, NAME, Column("Ngày", rank=1), Column("Ghi chú", rank=2))
    table = Table("", columns, (("CQS-01", "Tỷ lệ hồ sơ", "30/9/2023", "Số ước tính"),))
    assert list(widths(table, 60)) == ["Mã", "Nội dung", "Ngày", "Ghi chú"]
    assert list(widths(table, 40)) == ["Mã", "Nội dung", "Ngày"]
    assert list(widths(table, 25)) == ["Mã", "Nội dung"]


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    table = Table("", (ID, Column("Ghi chú"), NAME), (("A", "", "x"), ("B", "", "y")))
    assert list(widths(table, 80)) == ["Mã", "Nội dung"]
    assert list(widths(table._replace(rows=()), 80)) == ["Mã", "Ghi chú", "Nội dung"]


def test_headings_break_in_three_when_space_is_short_and_stand_whole_when_there_is_plenty() -> None:
    table = Table("", (NAME, Column("Chưa đủ số liệu", align="right")), (("Tỷ lệ hồ sơ trực tuyến", "3"),))
    assert widths(table, 18)["Chưa đủ số liệu"] == 5  # «Chưa / đủ số / liệu»
    assert widths(table, 19)["Chưa đủ số liệu"] == 7  # «Chưa đủ / số liệu»
    assert widths(table, 80)["Chưa đủ số liệu"] == 15


def test_where_even_the_last_columns_do_not_fit_those_that_wrap_are_squeezed() -> None:
    table = Table("", (Column("Mã"), NAME, Column("Đánh giá", least=9, wrap=True)), (("CQS-01", "x" * 30, "y" * 30),))
    assert sum(widths(table, 24).values()) + 4 == 24
    assert widths(table, 10) == {"Mã": 6, "Nội dung": 6, "Đánh giá": 6}


def test_spare_space_is_shared_among_the_columns_that_can_use_it() -> None:
    columns = (Column("A", least=5, wrap=True), Column("B", least=5, wrap=True))
    table = Table("", columns, (("x" * 8, "y" * 100),))
    assert widths(table, 50) == {"A": 8, "B": 40}


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("2,7 →\u00a01,9", 7, ["2,7", "→ 1,9"]),
        ("triệu đồng/người/năm", 8, ["triệu", "đồng/", "người/", "năm"]),
        ("BC 5/STTTT ngày", 12, ["BC 5/STTTT", "ngày"]),
        ("30/9/2023", 6, ["30/9/2", "023"]),
        ("", 10, [""]),
        ("một\nhai\tba", 20, ["một hai ba"]),
    ],
)
def test_where_text_breaks(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


def test_text_that_is_cut_ends_in_whole_words() -> None:
    assert wrapped("Tỷ lệ dân số trưởng thành có tài khoản", 15, lines=2) == ["Tỷ lệ dân số", "trưởng thành…"]
    assert wrapped("abcdefghij klmnopqrst uvw", 10, lines=1) == ["abcdefghi…"]
    assert wrapped("vừa đủ", 10, lines=1) == ["vừa đủ"]


def test_combining_and_wide_letters_are_counted_as_they_are_seen() -> None:
    assert text_width("Tỷ lệ") == 5
    assert text_width("Ty\u0309 lê\u0323") == 5
    assert text_width("漢字") == 4


texts = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=60)
columns = st.builds(
    Column,
    st.sampled_from(["Mã", "Hiện trạng 5/2023", "Chưa đủ số liệu", "Văn bản"]),
    least=st.integers(1, 30),
    rank=st.integers(0, 5),
    align=st.sampled_from(["left", "right"]),
    wrap=st.just(True),  # noqa: FBT003 - Hypothesis's way of naming a value
    lines=st.integers(0, 3),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    heads = draw(st.lists(columns, min_size=1, max_size=6))
    rows = draw(st.lists(st.tuples(*(texts for _ in heads)), min_size=1, max_size=4))
    return Table(draw(texts), tuple(heads), tuple(rows), draw(texts))


@given(tables(), st.integers(60, 200))
def test_no_line_of_a_table_that_wraps_is_wider_than_the_screen(table: Table, width: int) -> None:
    for line in page_lines(Page(("Đầu trang",), (table,)), width):
        assert sum(len(piece.text) for piece in line) <= width


@given(tables(), st.integers(60, 200))
def test_plain_pages_end_in_one_line_feed_and_hold_no_controls(table: Table, width: int) -> None:
    page = plain_page(Page((), (table,)), width)
    assert page.endswith("\n")
    assert not {letter for letter in page if ord(letter) < 32} - {"\n"}


@pytest.mark.parametrize("width", [32, 40, 60])
def test_numbers_and_dates_stay_whole_where_they_can(width: int) -> None:
    columns = (Column("Mã"), NAME, Column("Cách", least=6, wrap=True, align="right"))
    table = Table("", columns, (("A", "Doanh thu " * 9, "11.249,5 →\u00a01.154,75 (30/9/2023)"),))
    text = plain_page(Page(("",), (table,)), width)
    assert all(number in text.split() for number in ("11.249,5", "1.154,75", "(30/9/2023)"))
