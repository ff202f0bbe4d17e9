"""A record through the years: what the earlier plans that it goes on from have of it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.model import CarriedFrom, Plan
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.listings.gap_columns import TONES, progress_data
from kehoach_cli.reports.pages import Cell, Column, Columns, Table, table_of
from kehoach_cli.reports.record.record_data import standing_data
from kehoach_cli.reports.record.record_facts import standing_wording
from kehoach_cli.vocabulary import answer_words, record_words, terms, wording


class YearBefore(NamedTuple):
    """An earlier plan, and how the record stood there the day after its last year, or on an earlier day asked about.

    `plan` is None where it is not found, `item` where it lacks the record.
    """

    came: CarriedFrom
    plan: Plan | None = None
    item: Progress | TaskStatus | None = None


def years_table(years: Sequence[YearBefore]) -> tuple[Table, ...]:
    """The table, the earliest plan first; nothing for a record that goes on from none."""
    columns: Columns[YearBefore] = [
        (Column("Kế hoạch", least=12, wrap=True), _plan),
        (Column("Mã"), lambda year: year.came.record),
        (Column("Được giao", least=12, wrap=True), _asked),
        (Column("Kết quả", least=14, wrap=True), _result),
    ]
    return (table_of("Qua các năm", columns, years),) if years else ()


def years_data(years: Sequence[YearBefore]) -> dict[str, Any]:
    """The same as plain data, for a key of `show`."""
    return {
        "earlier": [
            {
                **year.came._asdict(),
                "year": year.plan and year.plan.years[0],
                "last_year": year.plan and year.plan.years[-1],
                "as_of": year.item and year.item.as_of,
                "progress": progress_data(year.item) if isinstance(year.item, Progress) else None,
                "standing": standing_data(year.item) if isinstance(year.item, TaskStatus) else None,
            }
            for year in years
        ]
    }


def _plan(year: YearBefore) -> str:
    return f"{year.came.plan}{f', {wording.years(year.plan.years)}' if year.plan else ''}"


def _asked(year: YearBefore) -> str:
    """The target that was judged, or the deadline."""
    if not (year.plan and year.item):
        return wording.UNKNOWN
    if isinstance(year.item, TaskStatus):
        return record_words.due(year.item.due)
    unit, names = year.item.indicator.unit, year.plan.target_names
    pairs = zip(names, year.item.indicator.targets, strict=True)
    return ", ".join(f"{name} {wording.target(target, unit)}" for name, target in pairs if target) or "không giao mức"


def _result(year: YearBefore) -> Cell | str:
    if year.plan is None:
        return "không thấy kế hoạch này trong kho, hoặc tệp có lỗi"
    if year.item is None:
        return "không có mã này trong kế hoạch đó"
    if isinstance(year.item, TaskStatus):
        return standing_wording(year.item)
    item = year.item
    figure = item.current and answer_words.current(item, f"ngày {wording.day(item.current.date)}")
    stands = terms.ASSESSMENT[item.assessment]
    return Cell(f"{figure}: {wording.inline(stands)}" if figure else stands, TONES[item.assessment])
