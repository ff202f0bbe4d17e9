"""Charts of a few lines of text: values where they belong, levels that tell themselves apart, any width."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.cli.output.chart import HEIGHT, chart_lines
from kehoach_cli.cli.output.layout import text_width
from kehoach_cli.reports.pages import Chart, Level, Point

FIRST, LAST = date(2023, 5, 31), date(2023, 12, 31)


def chart(*values: tuple[str, str], levels: tuple[tuple[str, str], ...] = (), hollow: bool = True) -> Chart:
    points = tuple(
        Point(date.fromisoformat(day), Decimal(value), hollow=hollow and index == 0)
        for index, (value, day) in enumerate(values)
    )
    return Chart(FIRST, LAST, points, tuple(Level(label, Decimal(value)) for label, value in levels))


def test_a_rising_indicator_with_two_targets() -> None:
    drawn = chart(("20", "2023-05-31"), ("60", "2023-12-31"), levels=(("mức tỉnh", "60"), ("mức UBQG", "40")))
    assert chart_lines(drawn, 50) == [
        "60 ┤┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄··● mức tỉnh",
        "   │                              ····",
        "   │                         ·····",
        "   │                     ····",
        "40 ┤┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄·····┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ mức UBQG",
        "   │            ····",
        "   │       ·····",
        "   │   ····",
        "20 ┤○··",
        "   └─────────────────────────────────────",
        "    31/5/2023                  31/12/2023",
        "    ○ hiện trạng   ● kết quả   ┄ mức phấn đấu",
    ]


def test_levels_that_fall_on_one_row_share_it() -> None:
    drawn = chart(("0", "2023-05-31"), levels=(("mức UBQG", "100"), ("mức tỉnh", "100")))
    assert chart_lines(drawn, 60)[0].endswith("mức UBQG, mức tỉnh")


def test_what_is_not_there_is_not_in_the_legend() -> None:
    assert chart_lines(chart(("20", "2023-07-01"), hollow=False), 60)[-1].strip() == "● kết quả"
    assert chart_lines(chart(("20", "2023-05-31")), 60)[-1].strip() == "○ hiện trạng"


def test_one_value_for_all_stands_in_the_middle() -> None:
    lines = chart_lines(chart(("5", "2023-05-31"), ("5", "2023-12-31"), levels=(("mức", "5"),)), 60)
    assert [row for row in range(HEIGHT) if "┄" in lines[row] or "●" in lines[row]] == [HEIGHT // 2]


def test_a_single_day_can_be_drawn() -> None:
    drawn = chart(("5", "2023-05-31"), levels=(("mức", "7"),))._replace(last=FIRST)
    assert any("○" in line for line in chart_lines(drawn, 60))


@pytest.mark.parametrize("width", [10, 20, 28])
def test_where_there_is_no_room_there_is_no_chart(width: int) -> None:
    assert chart_lines(chart(("1000000", "2023-05-31"), levels=(("mức tỉnh (đầu dưới)", "2"),)), width) == []


@given(
    st.lists(st.tuples(st.decimals(-1000, 1000, places=2), st.dates(FIRST, LAST)), min_size=1, max_size=8),
    st.lists(st.decimals(-1000, 1000, places=1), max_size=3),
    st.integers(40, 200),
)
def test_any_chart_fits_and_shows_its_latest_value(
    values: list[tuple[Decimal, date]], levels: list[Decimal], width: int
) -> None:
    points = tuple(Point(day, value) for value, day in sorted(values, key=lambda pair: pair[1]))
    drawn = Chart(FIRST, LAST, points, tuple(Level("mức", value) for value in levels))
    lines = chart_lines(drawn, width)
    assert len(lines) >= HEIGHT + 3
    assert max(map(text_width, lines)) <= width
    assert 1 <= sum(line.count("●") for line in lines[:HEIGHT]) <= len(points)
