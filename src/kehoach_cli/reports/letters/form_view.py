"""What a body is asked in a period, as the rows of its form: what is printed in them and what is to be filled in."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.coverage import Duty, PeriodDuties
from kehoach_cli.plan.data_window import DataWindow
from kehoach_cli.plan.goals import goals_of
from kehoach_cli.plan.in_force import in_force
from kehoach_cli.plan.measures import is_judged
from kehoach_cli.plan.model import Indicator, Plan, Record
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.values import Target
from kehoach_cli.plan.wholes import is_shared
from kehoach_cli.reports.letters.form_identity import FormIdentity, fingerprint, plan_name
from kehoach_cli.reports.letters.latest_answer import answer_with_day
from kehoach_cli.vocabulary import answer_words, record_words, wording


class FormRow(NamedTuple):
    """A record that a body is asked about, as it is in force.

    `locked` is what the locked cells say, by key of `form_words`, without `previous`. `fill` are the keys of the cells
    to fill. `identity` has the fingerprint of `locked`.
    """

    record: Record
    locked: Mapping[str, str]
    previous: str
    fill: tuple[str, ...]
    identity: FormIdentity

    @property
    def judged(self) -> bool:
        """Whether the answer is a verdict."""
        return isinstance(self.record, Indicator) and "estimate" not in self.fill


class FormView(NamedTuple):
    """One body's form. `plan` is as in force on `as_of`, the day of the form; `reply_by` is the last day to answer."""

    plan: Plan
    agency: str
    period: Period
    window: DataWindow
    reply_by: date
    as_of: date
    indicators: tuple[FormRow, ...]
    tasks: tuple[FormRow, ...]
    cover: FormIdentity


def form_views(
    files: Plan, duties: PeriodDuties, agencies: AgencyRegister, reply_by: date, only: str | None = None
) -> list[FormView]:
    """A form for each body that must answer, in the order of the duties; with `only` for those that act for it.

    `files` is the plan as its files have it; `duties` are those of the form's day, late ones counted.
    """
    plan = in_force(files, duties.as_of)
    views = []
    for agency in duties.by(lambda duty: duty.agency):
        if only is not None and not agencies.stands_for(agency, only):
            continue
        rows = form_rows(files, duties, agency, agencies)
        views.append(
            FormView(
                plan,
                agency,
                duties.period,
                duties.window,
                reply_by,
                duties.as_of,
                indicators=tuple(row for row in rows if isinstance(row.record, Indicator)),
                tasks=tuple(row for row in rows if not isinstance(row.record, Indicator)),
                cover=FormIdentity(plan_name(files), agency, str(duties.period), "", fingerprint(())),
            )
        )
    return views


def form_rows(files: Plan, duties: PeriodDuties, agency: str, agencies: AgencyRegister) -> list[FormRow]:
    """The rows of one body, in the order of the plan: all its duties of the period, those already answered too."""
    plan, period = plan_name(files), str(duties.period)
    rows = []
    for duty in duties.duties:
        if duty.agency == agency:
            locked, fill = (
                _indicator(duty.record, duties, agency) if isinstance(duty.record, Indicator) else _task(duty)
            )
            identity = FormIdentity(plan, agency, period, duty.record.id, fingerprint(locked.values()))
            rows.append(FormRow(duty.record, locked, _previous(duty, agencies), fill, identity))
    return rows


def cell_text(row: FormRow, key: str) -> str:
    """What stands in the cell under the key: nothing if it is to be filled in, a dash if it is not for this row."""
    return "" if key in row.fill else {"previous": row.previous, **row.locked}.get(key, wording.UNKNOWN)


def _indicator(record: Indicator, duties: PeriodDuties, agency: str) -> tuple[dict[str, str], tuple[str, ...]]:
    shared = is_shared(record, duties.as_of)
    locked = {
        "id": record.id,
        "name": record.name,
        "unit": record.unit or wording.UNKNOWN,
        "target": _target(record, duties.period),
    }
    figure = ("numerator", "denominator") if shared and record.parts == "ratio" else ("value",)
    judged = is_judged(record, agency if shared else None)
    return locked, (*figure, "date", "judged_by" if judged else "estimate", "source", "note")


def _task(duty: Duty) -> tuple[dict[str, str], tuple[str, ...]]:
    record = duty.record
    locked = {"id": record.id, "name": record.name, "due": wording.deadline_alone(record.due)}
    return locked, ("state", "percent", "date", "source", "difficulties", "proposals")


def _target(indicator: Indicator, period: Period) -> str:
    """`60%`; with a milestone due in the period or later `60% (mốc quý III/2023: 40%)`."""
    goals = goals_of(indicator, period.last_day)
    if not goals:
        return wording.UNKNOWN
    text = _bound(indicator, goals[-1].target)
    ahead = next((each for each in goals[:-1] if each.end and each.end >= period.first_day), None)
    if ahead is None:
        return text
    return f"{text} (mốc {wording.inline(record_words.due(ahead.due))}: {_bound(indicator, ahead.target)})"


def _bound(indicator: Indicator, target: Target) -> str:
    """`60%`; where lower is better `không quá 3%`. A target with words of its own is as these say."""
    text = wording.target(target, indicator.unit)
    most = indicator.direction == "decrease" and target.min == target.max and target.text is None
    return f"không quá {text}" if most else text


def _previous(duty: Duty, agencies: AgencyRegister) -> str:
    return answer_with_day(duty.latest, duty.record, duty.agency, agencies) if duty.latest else answer_words.NO_ANSWER
