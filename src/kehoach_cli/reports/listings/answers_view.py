"""List who must answer what in a reporting period, and who has."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.coverage import Duty, PeriodDuties, who_must_answer
from kehoach_cli.plan.in_force import in_force
from kehoach_cli.plan.model import Indicator, Plan
from kehoach_cli.plan.periods import Day, Period
from kehoach_cli.plan.selection import Selection


class AnswersView(NamedTuple):
    """The duties of a period, with the plan and its agencies as they were on the last day that counts."""

    plan: Plan
    agencies: AgencyRegister
    duties: PeriodDuties


def answers_view(files: Plan, period: Period, as_of: Day, selection: Selection) -> AnswersView:
    """The duties of a period that are those of the selected pillar, and of the selected agency or its successors.

    `files` is the plan as its files have it.
    """
    found = who_must_answer(files, period, as_of)
    plan = in_force(files, found.as_of)
    agencies = register(plan)
    wanted = selection.agency
    bodies = (
        None
        if wanted is None
        else [each for each in found.by(lambda duty: duty.agency) if agencies.stands_for(each, wanted)]
    )
    one = bodies is not None and len(bodies) == 1  # its own duties are known in full
    duties = tuple(
        duty._replace(open_groups=() if one else duty.open_groups)
        for duty in found.duties
        if selection.pillar in (None, duty.record.pillar) and (bodies is None or duty.agency in bodies)
    )
    return AnswersView(plan, agencies, found._replace(duties=duties))


def reporting_data(duties: PeriodDuties) -> dict[str, Any]:
    """The period, the days whose data count, and how many bodies have answered all that is wanted, and some of it."""
    return {
        "period": str(duties.period),
        "first_day": duties.window.first_day,
        "last_day": duties.window.last_day,
        "answered": duties.agencies.answered,
        "must_answer": duties.agencies.of,
        "at_least": duties.agencies.at_least,
        "in_part": duties.in_part,
    }


def answers_data(view: AnswersView) -> dict[str, Any]:
    """The view as plain data, schema 1."""
    return {
        "schema": 1,
        "as_of": view.duties.as_of,
        "plan": view.plan.number,
        **reporting_data(view.duties),
        "open_groups": view.duties.open_groups,
        "duties": answers_rows(view),
    }


_VALUES: Mapping[str, Callable[[Duty], Any]] = {
    "agency": lambda duty: duty.agency,
    "acts_for": lambda duty: list(duty.respondent.acts_for),
    "group": lambda duty: duty.respondent.group,
    "id": lambda duty: duty.record.id,
    "name": lambda duty: duty.record.name,
    "kind": lambda duty: "indicator" if isinstance(duty.record, Indicator) else "task",
    "answered": lambda duty: duty.answered,
    "settled": lambda duty: duty.settled,
    "missing": lambda duty: duty.missing,
    "date": lambda duty: duty.entry and duty.entry.date,
    "latest": lambda duty: duty.latest and duty.latest.date,
    "at_least": lambda duty: bool(duty.open_groups),
}
ANSWER_COLUMNS = tuple(_VALUES)


def answers_rows(view: AnswersView) -> list[dict[str, Any]]:
    """One flat row per agency and record."""
    return [{key: value(duty) for key, value in _VALUES.items()} for duty in view.duties.duties]
