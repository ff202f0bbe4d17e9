"""Deadlines: every wording that plans use, its ISO form, and nothing else."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kehoach_cli.plan.due import ACCEPTED_FORMS, UNDATED, Due, DueError, parse_due

years = st.integers(1990, 2100)
months = st.integers(1, 12)
quarters = st.integers(1, 4)
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
ROMAN = ("I", "II", "III", "IV")


@pytest.mark.parametrize(
    ("wording", "start", "end"),
    [
        ("Quý II/2023", "2023-04-01", "2023-06-30"),
        ("Quý 2/2023", "2023-04-01", "2023-06-30"),
        ("quý ii năm 2023", "2023-04-01", "2023-06-30"),
        ("2023-Q2", "2023-04-01", "2023-06-30"),
        ("Quý II-III/2023", "2023-04-01", "2023-09-30"),
        ("Quý II – III/2023", "2023-04-01", "2023-09-30"),
        ("Tháng 9/2023", "2023-09-01", "2023-09-30"),
        ("tháng 09 năm 2023", "2023-09-01", "2023-09-30"),
        ("9/2023", "2023-09-01", "2023-09-30"),
        ("2023-09", "2023-09-01", "2023-09-30"),
        ("12/2023", "2023-12-01", "2023-12-31"),
        ("2/2024", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("1900", "1900-01-01", "1900-12-31"),
        ("2200", "2200-01-01", "2200-12-31"),
        ("Năm 2023", "2023-01-01", "2023-12-31"),
        ("6 tháng đầu năm 2023", "2023-01-01", "2023-06-30"),
        ("6 tháng cuối năm 2023", "2023-07-01", "2023-12-31"),
        ("2023-H2", "2023-07-01", "2023-12-31"),
        ("15/10/2023", "2023-10-15", "2023-10-15"),
        ("ngày 5/1/2023", "2023-01-05", "2023-01-05"),
        ("trước ngày 15/10/2023", "2023-10-15", "2023-10-15"),
        ("Trước 15/10/2023", "2023-10-15", "2023-10-15"),
        ("2023-10-15", "2023-10-15", "2023-10-15"),
        ("29/2/2024", "2024-02-29", "2024-02-29"),
    ],
)
def test_dated_wordings(wording: str, start: str, end: str) -> None:
    due = parse_due(wording)
    assert due.kind == "dated"
    assert (due.start, due.end) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("wording", "kind"),
    [
        ("Hàng tháng", "month"),
        ("HÀNG QUÝ", "quarter"),
        ("thường  xuyên", "ongoing"),
        ("external: Theo chương trình của Bộ TT&TT", "external"),
        ("external:x", "external"),
        ("external: Khi Bộ KH&CN có hướng dẫn", "external"),
    ],
)
def test_wordings_without_a_day(wording: str, kind: str) -> None:
    due = parse_due(wording)
    assert (due.every or due.kind, due.start, due.end) == (kind, None, None)
    assert not due.missed_on(date.max)


def test_no_deadline_is_never_missed() -> None:
    assert not UNDATED.missed_on(date.max)


@pytest.mark.parametrize(
    "wording",
    [
        "",
        "Quý V/2023",
        "Quý IIII/2023",
        "Quý III-II/2023",
        "Quý 0/2023",
        "Tháng 13/2023",
        "0/2023",
        "31/11/2023",
        "29/2/2023",
        "2023-02-30",
        "2023-Q5",
        "2023-13",
        "2023-1",
        "0999",
        "1899",
        "2201",
        "Năm 23",
        "Cuối năm 2023",
        "7 tháng đầu năm 2023",
        "Hàng tuần",
        "external:",
        "external: ",
        "Quý II/2023, Quý III/2023",
        "sau ngày 15/10/2023",
    ],
)
def test_anything_else_is_refused_with_its_wording(wording: str) -> None:
    with pytest.raises(DueError) as refused:
        parse_due(wording)
    assert str(refused.value) == wording


@given(st.text(max_size=30))
@example("²/2023")
@example("quý Ⅱ/2023")
@example("٣/2023")
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        due = parse_due(text)
    except DueError:
        return
    assert due.kind != "undated"


@pytest.mark.parametrize("form", ACCEPTED_FORMS)
def test_every_form_that_is_named_in_messages_is_read(form: str) -> None:
    assert parse_due(form).text == form


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


@given(years, quarters, quarters)
def test_a_span_of_quarters_reaches_from_the_first_to_the_last(year: int, first: int, last: int) -> None:
    wording = f"Quý {ROMAN[first - 1]}-{ROMAN[last - 1]}/{year}"
    if first > last:
        with pytest.raises(DueError):
            parse_due(wording)
        return
    span = parse_due(wording)
    assert span.start == parse_due(f"{year}-Q{first}").start
    assert span.end == parse_due(f"{year}-Q{last}").end


def test_decomposed_accents_and_runs_of_blanks_are_put_right() -> None:
    assert parse_due(unicodedata.normalize("NFD", "Quý   II/2023 ")) == parse_due("Quý II/2023")


@given(days)
def test_a_deadline_is_missed_on_the_day_after_its_last_never_on_it(last: date) -> None:
    due = Due("", "dated", last, last)
    assert not due.missed_on(last)
    assert due.missed_on(last + timedelta(days=1))
