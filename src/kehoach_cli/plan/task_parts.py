"""How a task stands by the reports of those who each have to do it."""

from collections.abc import Mapping, Sequence
from datetime import date

from kehoach_cli.plan.entries import Report, State, Update
from kehoach_cli.plan.history import answers_by
from kehoach_cli.plan.model import Task
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.wholes import Part, Whole, respondents_on, taken_over, whole_on


def done_on_by(updates: Sequence[Update]) -> date | None:
    """The first day of the unbroken run of "done" reports at the end of the updates."""
    day = None
    for update in reversed(updates):
        if update.state != "done":
            break
        day = update.date
    return day


def live_parts(whole: Whole) -> list[Part]:
    """Those who must do the task, without those who said that they will not."""
    return [part for part in whole.parts if not part.entries or set(_states(part)) != {"cancelled"}]


def has_done(part: Part) -> bool:
    """Whether all that stand for the part have done it, apart from those who will not."""
    return part.answered and set(_states(part)) - {"cancelled"} == {"done"}


def _states(part: Part) -> list[State]:
    return [entry.state for entry in part.entries if isinstance(entry, Update)]


def state_of_parts(whole: Whole) -> State:
    live = live_parts(whole)
    if not live:
        return "cancelled" if whole.known else "in_progress"
    if whole.known and all(map(has_done, live)):
        return "done"
    states = {entry.state for entry in whole.entries if isinstance(entry, Update)} - {"cancelled"}
    return "not_started" if states <= {"not_started"} else "in_progress"


def done_on_by_parts(whole: Whole, answers: Mapping[str, Sequence[Report]]) -> date | None:
    """The day on which the last of the parts had done it; None unless all have."""
    if state_of_parts(whole) != "done":
        return None
    done = [
        done_on_by(
            [each for each in answers[entry.agency or ""] if isinstance(each, Update) and each.date <= entry.date]
        )
        for part in live_parts(whole)
        for entry in part.entries
    ]
    return max(day for day in done if day)


def reported_in(task: Task, updates: list[Update], answers: Mapping[str, Sequence[Report]], period: Period) -> bool:
    """Whether there is an update in the period; of what each must do, an answer of everybody."""
    if any(period.first_day <= update.date <= period.last_day for update in updates):
        return True
    whole = whole_on(task, period.last_day, answers) if task.parts == "each" else None
    return whole is not None and whole.known and all(entry.date >= period.first_day for entry in whole.entries)


def missed_by(task: Task, missed: Sequence[Period], as_of: date) -> dict[str, list[Period]]:
    """Of the periods that the task missed, those in which each of its bodies has not reported either."""
    found: dict[str, list[Period]] = {}
    asked = respondents_on(task, as_of).bodies
    for period in missed:
        answers = answers_by(task, period.last_day, first=period.first_day)
        whole, then = whole_on(task, as_of, answers), whole_on(task, period.last_day, answers)
        silent = [part.respondent for part in whole.parts if not part.answered] if whole else asked
        for body in silent:
            if not taken_over(body, then):
                found.setdefault(body.agency, []).append(period)
    return found
