"""List what is late on a day: passed deadlines by quarter, missed periods, stale ongoing work."""

from datetime import date
from typing import Any, Literal, NamedTuple

from kehoach_cli.plan.entries import State
from kehoach_cli.plan.goals import Goal
from kehoach_cli.plan.model import Indicator, Record
from kehoach_cli.plan.periods import Period, period_of
from kehoach_cli.plan.plan_status import PlanStatus
from kehoach_cli.plan.standing import TaskStatus, quarters_late
from kehoach_cli.vocabulary import record_words, wording


class LateItem(NamedTuple):
    """A task or an indicator whose deadline, extensions included, has passed.

    `due` is the deadline's wording, of a `milestone` with its target; `end` is its last day; `quarters_late` counts the
    quarters that ended since. `state` is that of a task, `listed_as` the name on the page.
    """

    record: Record
    due: str
    end: date
    days_late: int
    quarters_late: int
    milestone: bool = False
    state: State | None = None
    listed_as: str = ""

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def kind(self) -> Literal["task", "indicator"]:
        return "indicator" if isinstance(self.record, Indicator) else "task"


class LapsedQuarter(NamedTuple):
    """The items whose deadline fell in one quarter."""

    quarter: Period
    items: tuple[LateItem, ...]


class OverdueView(NamedTuple):
    """Everything late, oldest quarter first."""

    as_of: date
    quarters: tuple[LapsedQuarter, ...]
    missed: tuple[TaskStatus, ...]
    stale: tuple[TaskStatus, ...]

    @property
    def items(self) -> list[LateItem]:
        return [item for lapsed in self.quarters for item in lapsed.items]

    @property
    def any_late(self) -> bool:
        return bool(self.quarters or self.missed or self.stale)


def overdue_view(status: PlanStatus) -> OverdueView:
    as_of = status.as_of
    late = [
        *(
            _late(item.task, item.due.end, as_of)._replace(state=item.state, listed_as=record_words.listed_name(item))
            for item in status.overdue_tasks
            if item.due.end
        ),
        *(
            _late(item.indicator, state.goal.end, as_of, state.goal if state in item.milestones else None)
            for item in status.overdue_indicators
            for state in item.overdue_goals
            if state.goal.end
        ),
    ]
    by_quarter: dict[Period, list[LateItem]] = {}
    for item in late:
        by_quarter.setdefault(period_of(item.end, "quarter"), []).append(item)
    quarters = tuple(LapsedQuarter(quarter, tuple(by_quarter[quarter])) for quarter in sorted(by_quarter))
    return OverdueView(as_of, quarters, tuple(status.missed), tuple(status.stale))


def _late(record: Record, end: date, as_of: date, milestone: Goal | None = None) -> LateItem:
    due = wording.deadline(record.due)
    if milestone and isinstance(record, Indicator):
        due = f"Mốc {wording.inline(record_words.goal(milestone, record.unit))}"
    return LateItem(
        record=record,
        due=due,
        end=end,
        days_late=(as_of - end).days,
        quarters_late=quarters_late(end, as_of),
        milestone=milestone is not None,
        listed_as=record.name,
    )


def overdue_data(view: OverdueView) -> dict[str, Any]:
    """The view as plain data, schema 1."""
    return {
        "schema": 1,
        "as_of": view.as_of,
        "quarters": [
            {
                "quarter": str(lapsed.quarter),
                "tasks": [_item_data(item) for item in lapsed.items if item.kind == "task"],
                "indicators": [_item_data(item) for item in lapsed.items if item.kind == "indicator"],
            }
            for lapsed in view.quarters
        ],
        "missed_periods": [
            {
                **_named(status.task),
                "due": status.due.text,
                "periods": [str(period) for period in status.missed_periods],
            }
            for status in view.missed
        ],
        "stale": [
            {
                **_named(status.task),
                "last_update": status.last_update and status.last_update.date,
                "stale_since": status.stale_since,
            }
            for status in view.stale
        ],
    }


def _named(record: Record) -> dict[str, Any]:
    return {"id": record.id, "name": record.name, "lead": list(record.lead), "lead_now": list(record.lead_now)}


def _item_data(item: LateItem) -> dict[str, Any]:
    return {
        **_named(item.record),
        "due": item.end,
        "days_late": item.days_late,
        "quarters_late": item.quarters_late,
        "milestone": item.milestone,
        "state": item.state,
    }


def overdue_rows(view: OverdueView) -> list[dict[str, Any]]:
    """The view as flat rows for a spreadsheet, one per late item. All rows have the same columns."""
    rows = [
        {"kind": item.kind, "quarter": str(lapsed.quarter), **_item_data(item)}
        for lapsed in view.quarters
        for item in lapsed.items
    ]
    data = overdue_data(view)
    for kind in ("missed_periods", "stale"):
        rows.extend({"kind": kind, **entry} for entry in data[kind])
    return [{column: row.get(column) for column in OVERDUE_COLUMNS} for row in rows]


OVERDUE_COLUMNS = (
    *("kind", "quarter", "id", "name", "lead", "due", "days_late", "quarters_late"),
    *("periods", "last_update", "stale_since", "lead_now", "milestone", "state"),
)
