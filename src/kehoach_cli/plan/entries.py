"""What is entered for a record later, each with its day: figures, progress, and what documents change."""

from decimal import Decimal
from typing import Any, Literal, NamedTuple, get_args

from kehoach_cli.plan.periods import Day, Period
from kehoach_cli.plan.values import Verdict

State = Literal["not_started", "in_progress", "submitted", "done", "paused", "cancelled"]
STATES: tuple[State, ...] = get_args(State)


class Measurement(NamedTuple):
    """A reported value in the indicator's unit, with its day and the document that reports it.

    `corrects` is the day of an earlier entry of the same record; this entry replaces that one. An `estimate` of the
    last day of a period counts only in the report on that period. A `verdict` has its place in VERDICTS as value;
    `judged_by` says who gave it. With an `agency` it is an answer: what this body reported of a record that several
    must answer, as a value or as a `numerator` and a `denominator`; of 0/0 the value is 0.
    """

    value: Decimal
    date: Day
    source: str | None = None
    note: str | None = None
    corrects: Day | None = None
    estimate: bool = False
    verdict: Verdict | None = None
    judged_by: str | None = None
    agency: str | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


class Update(NamedTuple):
    """A dated report on a task; `percent` is the share of the work done, 0–100, if reported.

    `evidence` are links to, or names of, files that show it. With an `agency` it is an answer: what this body reported
    of a task that several must answer.
    """

    state: State
    date: Day
    source: str | None = None
    percent: Decimal | None = None
    note: str | None = None
    corrects: Day | None = None
    evidence: tuple[str, ...] = ()
    agency: str | None = None


Report = Measurement | Update
OF_ANSWERS = ("agency", "numerator", "denominator")  # keys that a figure or a report of the whole has not


class Remark(NamedTuple):
    """What a body wrote of its work on a record in a period: the difficulties that it met, and what it proposes."""

    period: Period
    record: str
    agency: str
    difficulties: str | None = None
    proposals: str | None = None
    source: str | None = None


class FieldValue(NamedTuple):
    """A key of a record or of plan.yaml, dotted where it lies deeper (`targets.provincial`), and its value."""

    field: str
    value: Any


class Change(NamedTuple):
    """A later document `by` that sets keys of a record, or of plan.yaml, from `date` on, that day included.

    A `corrigendum` puts right what was written wrong; its day is that of the document which it puts right.
    """

    date: Day
    by: str
    set: tuple[FieldValue, ...]
    note: str | None = None
    corrigendum: bool = False

    def nested(self) -> dict[str, Any]:
        """The new values as in the file: a dotted key within its own."""
        found: dict[str, Any] = {}
        for field, value in self.set:
            key, _, inner = field.partition(".")
            if inner:
                found.setdefault(key, {})[inner] = value
            else:
                found[key] = value
        return found


class LegalAct(NamedTuple):
    """The document that brought a record into the plan after it was issued, or took it out, from `date` on."""

    date: Day
    by: str
    note: str | None = None
