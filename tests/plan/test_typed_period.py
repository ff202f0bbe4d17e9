"""Periods as people name them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.due import DueError
from kehoach_cli.plan.periods import MONTHS_IN, Period, period_of
from kehoach_cli.plan.typed_period import read_period
from kehoach_cli.vocabulary import wording


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Quý III/2023", "2023-Q3"),
        ("quý 3/2023", "2023-Q3"),
        ("Q3/2023", "2023-Q3"),
        ("2023-q3", "2023-Q3"),
        ("tháng 9/2023", "2023-09"),
        ("9/2023", "2023-09"),
        ("6 tháng đầu năm 2023", "2023-H1"),
        ("Quý I-II/2023", "2023-H1"),
        ("năm 2023", "2023"),
        (" 2023 ", "2023"),
        ("q3", "2024-Q3"),
        ("Quý IV", "2024-Q4"),
        ("tháng 2", "2024-02"),
        ("6 tháng cuối năm", "2024-H2"),
    ],
)
def test_examples(text: str, period: str) -> None:
    assert str(read_period(text, 2024)) == period


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("q3", "no year"),
        ("quý3", "form"),
        ("0001", "form"),
        ("9999-Q4", "form"),
        ("Quý II-III/2023", "form"),
        ("15/10/2023", "form"),
        ("Năm 2023 (ước)", "form"),
        ("2023 và các năm sau", "form"),
        ("Hằng quý", "form"),
        ("31/11/2023", "calendar"),
    ],
)
def test_anything_else_is_refused(text: str, fault: str) -> None:
    with pytest.raises(DueError) as refused:
        read_period(text)
    assert refused.value.fault == fault


@given(
    st.builds(period_of, st.dates(), st.sampled_from(list(MONTHS_IN))).filter(
        lambda period: 1900 <= period.year <= 2200
    )
)
def test_what_a_period_is_called_names_it(period: Period) -> None:
    assert read_period(wording.period(period)) == read_period(str(period)) == period
