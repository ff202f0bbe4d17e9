"""Ngày cách xa năm của Kế hoạch

Số liệu, tiến độ của một kế hoạch năm nằm quanh năm đó. Ngày cách xa, như 2032 thay cho 2023, hầu hết là gõ nhầm, và
một dòng mang ngày xa như vậy sẽ không được tính hoặc che mọi dòng khác.

Sai:
    year: 2023
    date: 2032-06-30

Đúng:
    year: 2023
    date: 2023-06-30
"""

from collections.abc import Iterator
from datetime import date

from kehoach_cli.diagnostics import FieldRef, Finding, Severity
from kehoach_cli.rules.reported_entries import reported_entries
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

CODE = "KH412"
SEVERITY: Severity = "warning"

_YEARS_BEFORE, _YEARS_AFTER = 5, 2  # a baseline may be years old; work may be carried over twice


def check(subject: Subject) -> Iterator[Finding]:
    year = subject.plan.year
    for day, where in _far_days(subject, range(year - _YEARS_BEFORE, year + _YEARS_AFTER + 1)):
        yield Finding(
            CODE,
            SEVERITY,
            f"Ngày {wording.day(day)} cách xa năm {year} của Kế hoạch",
            "Xem lại năm; nếu đúng thì giữ nguyên",
            where,
        )


def _far_days(subject: Subject, near: range) -> Iterator[tuple[date, FieldRef]]:
    plan = subject.plan
    for day, key in ((plan.date, "date"), (plan.baseline_date, "baseline_date")):
        if day.year not in near:
            yield day, FieldRef("plan", None, (key,))
    for indicator in plan.indicators:
        if indicator.baseline.as_of.year not in near:
            yield indicator.baseline.as_of, subject.at(indicator, "baseline", "as_of")
    for reported in reported_entries(subject):
        for index, entry in enumerate(reported.entries):
            if entry.date.year not in near:
                yield entry.date, reported.at(index, "date")
    for record in plan.records:
        for index, change in enumerate(record.changes):
            if change.date.year not in near:
                yield change.date, subject.at(record, "changes", index, "date")
