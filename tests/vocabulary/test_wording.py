"""Figures, days and deadlines as Vietnamese offices write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.due import UNDATED, parse_due
from kehoach_cli.plan.gaps import BEHIND_FROM, ON_TRACK_FROM
from kehoach_cli.plan.model import Target
from kehoach_cli.plan.periods import parse_period
from kehoach_cli.vocabulary import wording
from kehoach_cli.vocabulary.report_words import document_kind, issuer_symbol


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("29.2", None, "29,2"),
        ("1234.50", None, "1.234,5"),
        ("1000000", None, "1.000.000"),
        ("-0.00", None, "0"),
        ("0.25", 1, "0,3"),
        ("-2.25", 1, "-2,3"),
        ("100", 1, "100"),
        ("1E+3", None, "1.000"),
    ],
)
def test_numbers(value: str, places: int | None, text: str) -> None:
    assert wording.number(Decimal(value), places) == text


def test_units() -> None:
    assert wording.quantity(Decimal("29.2"), "%") == "29,2%"
    assert wording.quantity(Decimal(155), "điểm") == "155 điểm"
    assert wording.gap(Decimal("8.8"), "%") == "8,8 điểm %"
    assert wording.target(Target(Decimal(50), Decimal(50)), "%") == "50%"
    assert wording.target(Target(Decimal(30), Decimal(50)), "%") == "30% – 50%"
    assert wording.target(Target(Decimal(100), Decimal(150)), "hồ sơ") == "100 – 150 hồ sơ"


@pytest.mark.parametrize(
    ("ratio", "text"), [("0.5969", "0,59"), ("0.9499999", "0,94"), ("0.95", "0,95"), ("1", "1,00"), ("-0.001", "-0,01")]
)
def test_r_is_rounded_down(ratio: str, text: str) -> None:
    assert wording.pace(Decimal(ratio)) == text


@given(st.decimals(-100, 100, places=9))
def test_r_as_shown_is_on_the_same_side_of_every_cut(ratio: Decimal) -> None:
    shown = Decimal(wording.pace(ratio).replace(",", "."))
    for cut in (ON_TRACK_FROM, BEHIND_FROM, Decimal(0)):
        assert (shown >= cut) == (ratio >= cut)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Quý II-III/2023", "Quý II-III/2023"),
        ("12/2023", "12/2023"),
        ("2023", "2023"),
        ("2023-Q2", "Quý II/2023"),
        ("2023-09", "Tháng 9/2023"),
        ("2023-H1", "6 tháng đầu năm 2023"),
        ("2023-10-05", "5/10/2023"),
        ("2023-12-31", "31/12/2023"),
        ("Hàng tháng", "Hàng tháng"),
        ("external: Theo chương trình của Bộ", "Theo chương trình của Bộ"),
    ],
)
def test_deadlines_are_shown_in_words(text: str, shown: str) -> None:
    assert wording.deadline(parse_due(text)) == shown


def test_no_deadline_has_no_words() -> None:
    assert wording.deadline(UNDATED) == ""


@pytest.mark.parametrize(
    ("tasks", "indicators", "text"),
    [(0, 0, ""), (1, 0, "1 nhiệm vụ"), (0, 2, "2 chỉ tiêu"), (10, 2, "10 nhiệm vụ và 2 chỉ tiêu")],
)
def test_counts_name_what_there_is(tasks: int, indicators: int, text: str) -> None:
    assert wording.counted(tasks, indicators) == text


@pytest.mark.parametrize(
    ("number", "kind", "issuer"),
    [
        ("180/QĐ-BCĐ", "Quyết định", "BCĐ"),
        ("12/KH-UBND", "Kế hoạch", "UBND"),
        ("05/2023/NQ-HĐND", "Nghị quyết", "HĐND"),
        ("77", "Văn bản", ""),
    ],
)
def test_a_documents_number_names_its_kind_and_issuer(number: str, kind: str, issuer: str) -> None:
    assert (document_kind(number), issuer_symbol(number)) == (kind, issuer)


def test_days_and_letters() -> None:
    assert wording.day(date(2023, 9, 5)) == "5/9/2023"
    assert wording.month(date(2023, 5, 31)) == "5/2023"
    assert wording.inline("Đúng tiến độ") == "đúng tiến độ"
    assert wording.sentence("đã đổi") == "Đã đổi"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40), st.integers(0, 6))
def test_any_figure_that_a_plan_can_hold_can_be_shown(value: Decimal, places: int) -> None:
    assert wording.number(value, places)
    assert wording.percent(value / Decimal("1e-30"))
    assert wording.pace(value)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("quý II năm 2024", "Quý II năm 2024"),
        ("trước ngày 18/11/2024", "Trước ngày 18/11/2024"),
        ("2024-05", "Tháng 5/2024"),
    ],
)
def test_a_deadline_that_stands_alone_begins_with_a_capital(text: str, alone: str) -> None:
    assert wording.deadline_alone(parse_due(text)) == alone
    assert wording.deadline_alone(UNDATED) == "–"


@pytest.mark.parametrize(
    ("periods", "text"),
    [
        ("", ""),
        ("2024-04", "tháng 4/2024"),
        ("2024-04 2024-05", "tháng 4/2024, tháng 5/2024"),
        ("2023-11 2023-12 2024-01 2024-03", "từ tháng 11/2023 đến tháng 1/2024, tháng 3/2024"),
        ("2023-Q1 2023-Q3", "quý I/2023, quý III/2023"),
    ],
)
def test_periods_in_a_row_are_named_by_the_first_and_the_last(periods: str, text: str) -> None:
    assert wording.periods([parse_period(period) for period in periods.split()]) == text


@pytest.mark.parametrize(("texts", "text"), [("", ""), ("a", "a"), ("a b", "a và b"), ("a b c", "a, b và c")])
def test_what_is_listed_in_a_sentence(texts: str, text: str) -> None:
    assert wording.enumerated(texts.split()) == text
