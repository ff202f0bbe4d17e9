"""Word new figures and reports for reviewers: what was known before, and where the record stands with them."""

from collections.abc import Iterator
from typing import Any

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.classes import DONE
from kehoach_cli.plan.differences import RecordDifference, history_of
from kehoach_cli.plan.entries import Measurement, Report, Update
from kehoach_cli.plan.gaps import progress
from kehoach_cli.plan.history import answers_by
from kehoach_cli.plan.measures import scale
from kehoach_cli.plan.model import Indicator, Plan, Task
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.standing import task_status
from kehoach_cli.vocabulary import answer_words, entry_words, record_words, terms, wording


def new_measurements(change: RecordDifference[Indicator], present: Plan) -> Iterator[str]:
    """New values, each with the value before it and the gap left on its day; an estimate by itself."""
    for _, entry in history_of(change, "measurements").added:
        if not isinstance(entry, Measurement):
            continue
        parts = _said(entry, change.after, present)
        former = progress(change.before, entry.date)
        if not entry.estimate:
            if former.current is not None:
                value = wording.quantity(former.current.value, scale(former.indicator))
                parts.append(f"trước đó {value}{answer_words.provisional(former)}")
            parts.append(_distance(change.after, entry.date, present))
        yield "; ".join(part for part in parts if part)


def _distance(indicator: Indicator, day: Day, present: Plan) -> str:
    standing = progress(indicator, day)
    left = standing.commitment.left if standing.commitment else None
    if left is None:
        return ""
    name = record_words.judged(standing, present.target_names)
    if left > 0:
        return f"còn cách {name} {wording.gap(left, scale(standing.indicator))}"
    if left == 0 and standing.commitment and standing.commitment.strict:
        return f"mới bằng {name}"
    return f"{'vượt' if standing.assessment == 'exceeded' else 'đạt'} {name}"


def new_updates(change: RecordDifference[Task], earlier: Plan, present: Plan) -> Iterator[str]:
    """New reports on a task, each with the state before it; finished work also says whether it was in time."""
    for _, entry in history_of(change, "updates").added:
        if not isinstance(entry, Update):
            continue
        parts = _said(entry, change.after, present)
        former = task_status(change.before, earlier, entry.date)
        parts.append(f"trước đó {terms.STATE[former.state].lower()}")
        standing = task_status(change.after, present, entry.date)
        if standing.standing in DONE:
            parts.append(terms.STANDING[standing.standing].lower())
        yield "; ".join(parts)


def new_answers(change: RecordDifference[Any], present: Plan) -> Iterator[str]:
    """New answers, each with the one of the same agency before it."""
    for _, entry in history_of(change, "answers").added:
        if isinstance(entry, Report) and entry.agency:
            parts = _said(entry, change.after, present)
            if former := answers_by(change.before, entry.date).get(entry.agency):
                unit = entry_words.unit_of(change.before, former[-1])
                parts.append(f"trước đó {wording.inline(entry_words.said(former[-1], unit))}")
            yield "; ".join(parts)


def _said(entry: Report, record: Indicator | Task, present: Plan) -> list[str]:
    """The entry, and which one it corrects."""
    words = entry_words.entry(entry, entry_words.unit_of(record, entry), register(present), present.target_names)
    return [words, *([f"đính chính dòng ngày {wording.day(entry.corrects)}"] if entry.corrects else [])]
