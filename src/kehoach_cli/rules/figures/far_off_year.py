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

from kehoach_cli.diagnostics import FieldRef, Finding, Severity
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.model import Agency, Plan, Record
from kehoach_cli.plan.periods import Day
from kehoach_cli.rules.reported_entries import reported_entries
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

CODE = "KH412"
SEVERITY: Severity = "warning"

_YEARS_BEFORE, _YEARS_AFTER = 5, 2  # a baseline may be years old; work may be carried over twice


def check(subject: Subject) -> Iterator[Finding]:
    year = subject.header.year
    near = range(year - _YEARS_BEFORE, year + _YEARS_AFTER + 1)
    for day, where in _days(subject):
        if day.year not in near:
            yield Finding(
                CODE,
                SEVERITY,
                f"Ngày {wording.day(day)} cách xa năm {year} của Kế hoạch",
                "Xem lại năm; nếu đúng thì giữ nguyên",
                where,
            )


def _days(subject: Subject) -> Iterator[tuple[Day, FieldRef]]:
    plan = subject.plan
    yield plan.date, subject.at(plan, "date")
    yield plan.baseline_date, subject.at(plan, "baseline_date")
    for indicator in plan.indicators:
        yield indicator.baseline.as_of, subject.at(indicator, "baseline", "as_of")
    for reported in reported_entries(subject):
        for index, entry in enumerate(reported.entries):
            yield entry.date, reported.at(index, "date")
    for owner in (plan, *plan.records):
        yield from _changed_days(subject, owner)
    for record in plan.records:
        for key, act in (("added", record.added), ("removed", record.removed)):
            if act:
                yield act.date, subject.at(record, key, "date")
    for agency in plan.agencies:
        yield from _last_days(subject, agency)


def _changed_days(subject: Subject, owner: Plan | Record) -> Iterator[tuple[Day, FieldRef]]:
    """The days of changes, and the days and deadlines that they set."""
    for index, change in enumerate(owner.changes):
        yield change.date, subject.at(owner, "changes", index, "date")
        for key, value in change.set:
            day = value.end if isinstance(value, Due) else value
            if isinstance(day, Day):
                yield day, subject.at(owner, "changes", index, "set", *key.split("."))


def _last_days(subject: Subject, agency: Agency) -> Iterator[tuple[Day, FieldRef]]:
    """The last days of an agency and of members of a group; bodies may be much older than the plan."""
    if agency.until:
        yield agency.until, subject.at(agency, "until")
    if agency.successors:
        yield agency.successors.date, subject.at(agency, "successors", "date")
    for index, member in enumerate(agency.members):
        if member.until:
            yield member.until, subject.at(agency, "members", index, "until")
