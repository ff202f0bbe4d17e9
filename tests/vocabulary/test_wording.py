"""Figures, days and deadlines as Vietnamese offices write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.document_heads import issuer_symbol
from kehoach_cli.plan.due import UNDATED, DueError, parse_due
from kehoach_cli.plan.gaps import BEHIND_FROM, ON_TRACK_FROM
from kehoach_cli.plan.periods import parse_period, period_of
from kehoach_cli.plan.values import Target
from kehoach_cli.reports.record.record_facts import due_wording
from kehoach_cli.vocabulary import wording
from kehoach_cli.vocabulary.refused_due import only_year, refused_due
from kehoach_cli.vocabulary.report_words import document_kind


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
        ("2023-2025", "2023-2025"),
        ("trước 2023-09", "Trước tháng 9/2023"),
        ("2023-09 (sau 2023-08-01)", "Tháng 9/2023 (sau 2023-08-01)"),
        ("2023-11 đến 2024-02", "Tháng 11/2023 đến tháng 2/2024"),
        ("01/3/2023-10/6/2023", "01/3/2023-10/6/2023"),
        ("01/3/2023-30/6/2023", "01/3/2023-30/6/2023"),
        ("Chưa xác định", "Chưa xác định"),
        ("Theo đề án: phần 2", "Theo đề án: phần 2"),
        ("external: Theo chương trình của Bộ", "Theo chương trình của Bộ"),
    ],
)
def test_deadlines_are_shown_in_words(text: str, shown: str) -> None:
    assert wording.deadline(parse_due(text)) == shown


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Hằng tuần", "báo cáo từng tuần"),
        ("thứ Sáu hằng tuần", "báo cáo từng tuần, chậm nhất thứ Sáu"),
        ("hằng tháng", "báo cáo từng tháng"),
        ("trước ngày 25 hằng tháng", "báo cáo từng tháng, chậm nhất ngày 25"),
        ("ngày 15 tháng cuối quý", "báo cáo từng quý, chậm nhất ngày 15 của tháng cuối quý"),
        ("6 tháng/lần", "báo cáo 6 tháng một lần"),
        ("trước ngày 15/6 và 15/12", "báo cáo 6 tháng một lần, chậm nhất ngày 15/6 và 15/12"),
        ("hằng năm", "báo cáo từng năm"),
        ("trước ngày 15/12 hằng năm", "báo cáo từng năm, chậm nhất ngày 15/12"),
        ("quý III hằng năm", "báo cáo từng năm, chậm nhất hết tháng 9"),
        ("Thường xuyên", ""),
    ],
)
def test_how_a_duty_recurs_is_said_in_words(text: str, read: str) -> None:
    assert wording.recurrence(parse_due(text)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Trước tháng 3/2027", "Trước tháng 3/2027 (đến hết ngày 28/2/2027)"),
        ("2025 và những năm tiếp theo", "2025 và những năm tiếp theo (đến hết ngày 31/12/2025, sau đó thường xuyên)"),
        ("Quý II (khi có kinh phí)", "Quý II (khi có kinh phí) (đến hết ngày 30/6/2025)"),
        ("Hằng quý", "Hằng quý (báo cáo từng quý)"),
        ("Thường xuyên", "Thường xuyên"),
        ("external: Khi có kinh phí", "Khi có kinh phí"),
        ("Chưa xác định", "Chưa xác định"),
    ],
)
def test_a_page_says_how_a_deadline_is_read(text: str, read: str) -> None:
    assert due_wording(parse_due(text, 2025)) == read
    assert due_wording(UNDATED) == "Kế hoạch không ghi"


@pytest.mark.parametrize(
    ("text", "years", "message", "remedy"),
    [
        ("Tháng 12//2026", range(2026, 2027), "Không hiểu thời hạn «»", "Có phải là «Tháng 12/2026»?"),
        ("31/11/2026", None, "Thời hạn «» có ngày không có trong lịch", "Có phải là «30/11/2026»?"),
        ("30/2 hằng năm", None, "Thời hạn «» có ngày không có trong lịch", "Có phải là «29/2 hằng năm»?"),
        ("2026-2025", None, "Thời hạn «» không đi liền từ trước đến sau", "Sửa lại theo văn bản"),
        ("Quý II", range(2025, 2027), "không ghi năm mà Kế hoạch có nhiều năm", "Viết thêm năm, ví dụ «Quý II/2025»"),
        ("trong năm", range(2025, 2027), "không ghi năm mà Kế hoạch có nhiều năm", "ví dụ «trong năm 2025»"),
        ("cuối năm (dự kiến)", range(2025, 2027), "không ghi năm", "ví dụ «Quý II/2025»"),
    ],
)
def test_a_deadline_that_cannot_be_read(text: str, years: range | None, message: str, remedy: str) -> None:
    with pytest.raises(DueError) as refused:
        parse_due(text, only_year(years))
    said = refused_due(refused.value, "«»", years)
    assert message in said.message
    assert remedy in said.remedy


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


def test_a_bare_month_or_year_is_named_within_a_sentence() -> None:
    said = {"12/2023": "tháng 12/2023", "2023": "năm 2023", "Quý IV/2023": "quý IV/2023", "31/10/2023": "31/10/2023"}
    assert {text: wording.deadline_inline(parse_due(text)) for text in said} == said


def test_days_and_letters() -> None:
    assert wording.day(date(2023, 9, 5)) == "5/9/2023"
    assert wording.month(date(2023, 5, 31)) == "5/2023"
    assert wording.inline("Đúng tiến độ") == "đúng tiến độ"
    assert wording.inline("GDP tăng") == "GDP tăng"
    assert [wording.inline(text) for text in ("A & B", "B2B", "Y tế số", "Ở xã")] == ["A & B", "B2B", "y tế số", "ở xã"]
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
        ("2023-12", "tháng 12/2023"),
        ("2023-Q1 2023-Q3", "quý I/2023, quý III/2023"),
    ],
)
def test_periods_in_a_row_are_named_by_the_first_and_the_last(periods: str, text: str) -> None:
    assert wording.periods([parse_period(period) for period in periods.split()]) == text


def test_a_week_has_its_number() -> None:
    assert wording.period(period_of(date(2027, 1, 3), "week")) == "tuần 53/2026"


@pytest.mark.parametrize(("texts", "text"), [("", ""), ("a", "a"), ("a b", "a và b"), ("a b c", "a, b và c")])
def test_what_is_listed_in_a_sentence(texts: str, text: str) -> None:
    assert wording.enumerated(texts.split()) == text
