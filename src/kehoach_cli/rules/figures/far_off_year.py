"""Ngày cách xa năm của Kế hoạch

Số liệu, tiến độ, điều chỉnh, sắp xếp cơ quan của một kế hoạch năm nằm quanh năm đó. Ngày cách xa, như 2032 thay cho
2023, hầu hết là gõ nhầm, và một dòng mang ngày xa như vậy sẽ không được tính hoặc che mọi dòng khác.

Sai:
    year: 2023
    date: 2032-06-30

Đúng:
    year: 2023
    date: 2023-06-30
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Severity, Step
from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.differences import HISTORIES, LISTS, entries_of
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.entries import Change
from kehoach_cli.plan.model import Plan, Record
from kehoach_cli.plan.periods import Day
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

SEVERITY: Severity = "warning"

_YEARS_BEFORE, _YEARS_AFTER = 5, 2  # a baseline may be years old; work may be carried over twice


_Day = tuple[Day | None, Plan | Record | Agency, tuple[Step, ...]]  # with its owner and its path there


def check(subject: Subject) -> Iterator[Problem]:
    years = subject.header.years
    near = range(years[0] - _YEARS_BEFORE, years[-1] + _YEARS_AFTER + 1)
    for day, owner, path in _days(subject):
        if day and day.year not in near:
            yield Problem(
                f"Ngày {wording.day(day)} cách xa {wording.years(years)} của Kế hoạch",
                "Xem lại năm; nếu đúng thì giữ nguyên",
                subject.at(owner, *path),
            )


def _days(subject: Subject) -> Iterator[_Day]:
    plan = subject.plan
    yield plan.date, plan, ("date",)
    yield plan.baseline_date, plan, ("baseline_date",)
    for indicator in plan.indicators:
        yield indicator.baseline.as_of, indicator, ("baseline", "as_of")
    for owner in (plan, *plan.agencies, *plan.records):
        for key in HISTORIES:
            for index, entry in enumerate(entries_of(owner, key)):
                place = (key, index) if key in LISTS else (key,)
                yield entry.date, owner, (*place, "date")
                if isinstance(entry, Change):
                    for field, value in entry.set:
                        day = value.end if isinstance(value, Due) else value
                        if isinstance(day, Day):
                            yield day, owner, (*place, "set", *field.split("."))
    for agency in plan.agencies:  # first days are not judged: bodies may be much older than the plan
        yield agency.until, agency, ("until",)
        for index, member in enumerate(agency.members):
            yield member.until, agency, ("members", index, "until")
