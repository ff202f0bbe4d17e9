"""A report on a year judges the last milestone or target due in it; other reports look at the milestone in hand."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kehoach_cli.plan.due import parse_due
from kehoach_cli.plan.entries import Measurement
from kehoach_cli.plan.model import Indicator, Plan
from kehoach_cli.plan.values import Baseline, Milestone
from tests.support.periods import context_of
from tests.support.records import indicator, measured, plan, target


def of_years(*entries: Measurement, due: str = "Năm 2030") -> Plan:
    """From 50 at the end of 2025 through 60 in 2026 to 90 in 2030."""
    record = indicator(provincial=target(90))._replace(
        baseline=Baseline(Decimal(50), date(2025, 12, 31)),
        due=parse_due(due),
        milestones=(Milestone(parse_due("Năm 2026"), None, target(60)),),
        measurements=entries,
    )
    return plan(record)._replace(date=date(2026, 1, 9), year=2026, last_year=2030)


def row(whole: Plan, period: str) -> dict[str, Any]:
    [found] = context_of(whole, period)["nhom"][0]["chi_tieu"]
    return dict(found)


AUTUMN = measured(("57", "2026-11-30"))[0]


def estimate(value: int) -> Measurement:
    return Measurement(Decimal(value), date(2026, 12, 31), "BC 300", estimate=True)


@pytest.mark.parametrize(
    ("entries", "said", "official", "count"),
    [
        ((AUTUMN,), "Chưa đạt", "Chưa đạt", "chua_dat"),  # the year is not over on 14/12
        ((AUTUMN, estimate(60)), "Đạt", "Đạt", "dat_vuot"),
        ((AUTUMN, estimate(61)), "Vượt mức", "Vượt", "dat_vuot"),
        ((AUTUMN, estimate(59)), "Không đạt", "Không đạt", "khong_dat"),
        ((), "Chưa đủ số liệu", "Chưa đủ số liệu", "chua_du_so_lieu"),
    ],
)
def test_the_years_report_judges_the_years_milestone(
    entries: tuple[Measurement, ...], said: str, official: str, count: str
) -> None:
    whole = of_years(*entries)
    found = row(whole, "2026")
    assert (found["danh_gia"], found["moc"]) == (said, "năm 2026: 60%")
    assert (found["xep_loai"], found["moc_danh_gia"]) == (official, official[0].lower() + official[1:])
    assert context_of(whole, "2026")["chi_tieu"][count] == 1


def test_what_is_reached_after_the_years_end_was_not_met_in_the_year() -> None:
    whole = of_years(*measured(("59", "2026-12-31"), ("61", "2027-02-28")))
    [found] = context_of(whole, "2026", as_of=date(2027, 3, 31))["nhom"][0]["chi_tieu"]
    assert (found["danh_gia"], found["moc_danh_gia"]) == ("Không đạt", "không đạt")


@pytest.mark.parametrize("period", ["2026", "2026-Q4"])
def test_what_accumulates_is_that_of_the_periods_year_however_late_the_report(period: str) -> None:
    whole = of_years(*measured(("59", "2026-12-31"), ("3", "2027-01-05")))
    record = whole.indicators[0]._replace(accumulates=True, unit="lớp")
    summed = whole._replace(indicators=(record,))
    [found] = context_of(summed, period, as_of=date(2027, 1, 10))["nhom"][0]["chi_tieu"]
    assert (found["ket_qua"], found["danh_gia"]) == ("59 lớp", "Không đạt")


def test_what_is_overdue_is_named_by_the_goal_whose_day_passed() -> None:
    whole = of_years(*measured(("59", "2026-12-31")))
    named = [
        [each["han_da_qua"] for each in context_of(whole, period, as_of=day)["chi_tieu"]["ds_qua_han"]]
        for period, day in (("2026", date(2026, 12, 31)), ("2027-Q1", date(2027, 3, 14)), ("2030", date(2031, 1, 1)))
    ]
    assert named == [[], ["mốc năm 2026: 60%"], ["mốc năm 2026: 60%; thời hạn: Năm 2030"]]


def test_the_next_year_without_a_milestone_is_judged_by_its_pace() -> None:
    whole = of_years(*measured(("60", "2026-12-31"), ("66", "2027-11-30")))
    found = row(whole, "2027")
    assert (found["danh_gia"], found["moc"]) == ("Chậm", "")


def test_the_last_year_is_judged_by_the_target() -> None:
    whole = of_years(*measured(("60", "2026-12-31"), ("89", "2030-11-30")))
    assert (row(whole, "2030")["danh_gia"], row(whole, "2030")["moc"]) == ("Chưa đạt", "")


def test_a_quarters_report_speaks_of_the_milestone_in_hand() -> None:
    found = row(of_years(*measured(("52", "2026-03-31"))), "2026-Q2")
    assert (found["moc"], found["moc_danh_gia"], found["danh_gia"]) == (
        "năm 2026: 60%",
        "chưa đạt, còn hạn",
        "Rất chậm",
    )


def due_next(record: Indicator) -> list[str]:
    found = context_of(plan(record), "2023-Q2")["ky_sau"]["chi_tieu"]
    return [each["ma"] for each in found]


def test_a_milestone_of_the_next_period_comes_next() -> None:
    record = indicator(("30", "2023-06-10"))
    third = record._replace(milestones=(Milestone(parse_due("Quý III/2023"), None, target(40)),))
    reached = record._replace(milestones=(Milestone(parse_due("Quý III/2023"), None, target(30)),))
    assert (due_next(record), due_next(third), due_next(reached)) == ([], [record.id], [])
