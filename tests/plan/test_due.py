"""Deadlines: every wording that plans use, its ISO form, and nothing else."""

import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kehoach_cli.plan.differences import same
from kehoach_cli.plan.due import ACCEPTED_FORMS, UNDATED, Due, DueError, parse_due
from kehoach_cli.vocabulary import wording as words
from tests.support.due_wordings import wordings

years = st.integers(1990, 2100)
months = st.integers(1, 12)
quarters = st.integers(1, 4)
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
ROMAN = ("I", "II", "III", "IV")


def meaning(due: Due) -> str:
    """The meaning in the words of deadlines.txt."""
    if due.kind == "dated":
        said = f"{due.start}" if due.start == due.end else f"{due.start} … {due.end}"
        said += ", then ongoing" if due.then_ongoing else ""
    elif due.every:
        said = f"every {due.every}"
        said += f", month {due.month}" if due.month else ""
        said += f", day {due.day}" if due.day else ""
    else:
        said = due.kind
    return said + (f" [{due.condition}]" if due.condition else "")


def known(name: str) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [(wording, meant) for line in lines for wording, sign, meant in [line.rpartition(" = ")] if sign]


@pytest.mark.parametrize(("wording", "meant"), known("deadlines.txt"))
@pytest.mark.parametrize("year", [None, 2031])
def test_wordings_of_real_plans(wording: str, meant: str, year: int | None) -> None:
    assert meaning(parse_due(wording, year)) == meant


@pytest.mark.parametrize(("wording", "meant"), known("deadlines_of_the_year.txt"))
def test_without_a_year_it_is_of_the_plans_year(wording: str, meant: str) -> None:
    assert meaning(parse_due(wording, 2025)) == meant
    with pytest.raises(DueError) as refused:
        parse_due(wording)
    assert refused.value.fault == "no year"


def test_no_deadline_is_never_missed() -> None:
    assert not UNDATED.missed_on(date.max)
    assert not UNDATED.goes_on(date.max)


@pytest.mark.parametrize(
    ("wording", "fault"),
    [
        *(
            (wording, "form")
            for wording in (
                *(
                    "",
                    "năm",
                    "giữa năm",
                    "đầu năm 2025",
                    "Năm 23",
                    "0999",
                    "1899",
                    "2201",
                    "som",
                    "external:",
                    "external: ",
                ),
                *("Quý V/2023", "Quý IIII/2023", "Quý 0/2023", "Tháng 13/2023", "0/2023", "Tháng 12//2026"),
                *("2023-Q5", "2023-13", "2023-1", "7 tháng đầu năm 2023", "2 tháng/lần", "thứ 8 hằng tuần"),
                *("Quý III-II/2023", "tháng 5-3/2025", "tháng 6 và 12/2025", "Quý I và III/2025", "3-5/2025"),
                *("Quý II/2023, Quý III/2023", "sau ngày 15/10/2023", "từ năm 2025", "trước tháng 3-5/2025"),
                *("Quý II/2026 (dự thảo), Quý IV/2026 (ban hành)", "30/6/2026 (cấp tỉnh), 30/9/2026 (cấp xã)"),
                *("Hằng quý (trước ngày 10) và hằng năm (trước ngày 15/12)", "30/6/2026, theo dõi đến 31/12/2026"),
                *("Quý II/2026, theo từng giai đoạn đến năm 2028", "Hằng quý (từ quý IV/2026)", "Hằng năm (2027-2030)"),
                *("Theo Kế hoạch số 12/KH-UBND ngày 3/2/2025", "Theo chương trình năm 2025", "Khi có", "32/1/2025"),
            )
        ),
        *((wording, "calendar") for wording in ("31/11/2023", "29/2/2023", "2023-02-30", "ngày 31 tháng 4 năm 2025")),
        *((wording, "calendar") for wording in ("30/2 hằng năm", "từ ngày 31 đến 30/6/2025")),
        *((wording, "span") for wording in ("2026-2025", "từ tháng 2/2026 đến tháng 11/2025", "năm 2025 và 2027")),
        *((wording, "span") for wording in ("30/6/2025 - 1/3/2025", "15/6 và 20/12 hằng năm")),
    ],
)
def test_anything_else_is_refused_with_its_wording(wording: str, fault: str) -> None:
    with pytest.raises(DueError) as refused:
        parse_due(wording)
    assert (str(refused.value), refused.value.fault) == (wording, fault)


@given(st.text(max_size=30))
@example("²/2023")
@example("quý Ⅱ/2023")
@example("٣/2023")
@example("QUÝ İİ/2023")
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse_due(text)
    except DueError:
        return


@pytest.mark.parametrize("form", ACCEPTED_FORMS)
def test_every_form_that_is_named_in_messages_is_read(form: str) -> None:
    assert parse_due(form).text == form


@given(wordings(), years)
@example("01/3/2025-30/6/2025", 2025)  # «2025-30» is no month
@example("01/3/2025-10/6/2025", 2025)
def test_what_is_read_prints_and_reads_back_to_the_same(wording: str, year: int) -> None:
    try:
        due = parse_due(wording, year)
    except DueError:
        return
    shown = words.deadline(due)
    prefixed = due.kind == "external" and shown != due.text
    assert same(parse_due(f"external: {shown}" if prefixed else shown, year), due)
    assert due.start is None or due.end is None or due.start <= due.end
    assert (due.end is not None) == (due.kind == "dated")
    assert (due.every is not None) == (due.kind == "recurring")


LEADS = ("", "trong ", "hoàn thành ", "hoàn thành trong ", "xong ", "đến ", "đến hết ", "hết ", "chậm nhất ", "Cuối ")
POINTS = ("Quý II/2026", "tháng 9/2026", "năm 2026", "15/6/2026", "6 tháng đầu năm 2026", "ngày 15 tháng 6 năm 2026")


@given(
    st.sampled_from(LEADS), st.sampled_from(POINTS), st.sampled_from([str, str.upper]), st.sampled_from(["NFC", "NFD"])
)
def test_leads_blanks_case_and_composition_change_nothing(
    lead: str, point: str, cased: Callable[[str], str], form: Literal["NFC", "NFD"]
) -> None:
    text = cased(lead + point.replace("/", " / "))
    assert same(parse_due(unicodedata.normalize(form, text)), parse_due(point))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hàng quý", "hằng quý"),
        ("Hàng năm", "hằng năm"),
        ("Theo chương trình của Bộ", "external: Theo chương trình của Bộ"),
        ("Trước tháng 3/2027", "tháng 2/2027"),
        ("tháng 3-5/2025", "từ tháng 3/2025 đến tháng 5/2025"),
        ("Quý III–IV/2025", "2025-H2"),
    ],
)
def test_two_wordings_of_one_meaning_are_the_same(one: str, other: str) -> None:
    assert same(parse_due(one), parse_due(other))


@given(years, quarters)
def test_quarters_in_words_and_in_iso_form_mean_the_same(year: int, quarter: int) -> None:
    roman, arabic, iso = (
        parse_due(text)
        for text in (f"Quý {ROMAN[quarter - 1]}/{year}", f"quý {quarter} năm {year}", f"{year}-Q{quarter}")
    )
    assert roman[1:] == arabic[1:] == iso[1:]


@given(years, months)
def test_months_in_words_and_in_iso_form_mean_the_same(year: int, month: int) -> None:
    wordings = (f"Tháng {month}/{year}", f"{month}/{year}", f"tháng {month} năm {year}", f"{year}-{month:02}")
    assert len({parse_due(wording)[1:] for wording in wordings}) == 1


@given(days)
def test_days_in_words_and_in_iso_form_mean_the_same(day: date) -> None:
    slashed = f"{day.day}/{day.month}/{day.year}"
    for wording in (slashed, f"ngày {slashed}", f"trước ngày {slashed}", day.isoformat()):
        assert parse_due(wording)[1:4] == ("dated", day, day)


@given(years, months)
def test_before_a_month_is_until_the_day_before_its_first(year: int, month: int) -> None:
    due = parse_due(f"trước tháng {month}/{year}")
    assert due.end == date(year, month, 1) - timedelta(days=1)
    assert due.start == due.end.replace(day=1)


@given(years, st.integers(1, 4), st.integers(1, 4))
def test_a_span_of_quarters_reaches_from_the_first_to_the_last(year: int, first: int, last: int) -> None:
    wording = f"Quý {ROMAN[first - 1]}-{ROMAN[last - 1]}/{year}"
    if first > last:
        with pytest.raises(DueError):
            parse_due(wording)
        return
    span = parse_due(wording)
    assert span.start == parse_due(f"{year}-Q{first}").start
    assert span.end == parse_due(f"{year}-Q{last}").end


@given(years, months, years, months)
def test_a_span_of_months_runs_forward(first_year: int, first: int, last_year: int, last: int) -> None:
    wording = f"từ tháng {first}/{first_year} đến tháng {last}/{last_year}"
    if (first_year, first) > (last_year, last):
        with pytest.raises(DueError):
            parse_due(wording)
        return
    span = parse_due(wording)
    assert span.start == date(first_year, first, 1)
    assert span.end == parse_due(f"tháng {last}/{last_year}").end


@given(days)
def test_a_deadline_is_missed_on_the_day_after_its_last_never_on_it(last: date) -> None:
    due = Due("", "dated", last, last)
    assert not due.missed_on(last)
    assert due.missed_on(last + timedelta(days=1))
    going_on = due._replace(then_ongoing=True)
    assert not going_on.missed_on(last + timedelta(days=1))
    assert not going_on.goes_on(last)
    assert going_on.goes_on(last + timedelta(days=1))
