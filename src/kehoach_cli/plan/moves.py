"""Compare what is said of records in two states of a plan: two revisions, two days, or two reports that were sent."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

from kehoach_cli.plan.classes import DONE
from kehoach_cli.plan.closed_period import Reported, ReportedIndicator, ReportedRecord, ReportedTask

MoveKind = Literal[
    "completed",
    "met",
    "fallen_overdue",
    "missed_report",
    "no_longer",
    "cancelled",
    "first_answered",
    "updated",
    "reassessed",
    "extended",
    "amended",
    "added",
    "removed",
    "reorganised",
]
MOVE_KINDS: tuple[MoveKind, ...] = get_args(MoveKind)  # in the order in which leaders ask

_SAID = ("value", "verdict", "date", "estimate", "provisional", "state", "percent", "done_on", "answered")
_NO_NEWS = {"sources", "must_answer"}  # by themselves: a body may end without a word on the record
_OUTCOMES: tuple[MoveKind, ...] = ("completed", "met", "no_longer", "cancelled")  # more than new figures
_ASSIGNED = ("goal", "stretch", "due")


class Move(NamedTuple):
    """A record of which the later state says something else. `before`, `after`: None where it is not in the plan."""

    before: ReportedRecord | None
    after: ReportedRecord | None
    kinds: tuple[MoveKind, ...]

    @property
    def id(self) -> str:
        return self.present.id

    @property
    def present(self) -> ReportedRecord:
        """What was said last."""
        return self.after or self.before  # type: ignore[return-value]  # one of the two is there

    @property
    def new_documents(self) -> tuple[str, ...]:
        """The documents that the later state rests on and the earlier did not."""
        known = self.before.sources if self.before else ()
        return tuple(source for source in self.present.sources if source not in known)

    @property
    def days_moved(self) -> int:
        """By how many days the deadline moved; 0 where one of the two has no last day."""
        before, after = self.before and self.before.due, self.after and self.after.due
        return (after - before).days if before and after else 0


def moves(before: Reported, after: Reported) -> list[Move]:
    """The records of which something else is said, in the order of the later state; those that are gone come last."""
    earlier, later = before.by_id, after.by_id
    found = [
        *(Move(earlier.get(each), record, ()) for each, record in later.items()),
        *(Move(record, None, ()) for each, record in earlier.items() if each not in later),
    ]
    judged = (move._replace(kinds=tuple(_kinds(move))) for move in found if move.before != move.after)
    return [move for move in judged if move.kinds]


def by_kind(found: Iterable[Move]) -> dict[MoveKind, list[Move]]:
    """The moves of each kind that occurs, in the order of MOVE_KINDS."""
    moved = [*found]
    groups = {kind: [move for move in moved if kind in move.kinds] for kind in MOVE_KINDS}
    return {kind: group for kind, group in groups.items() if group}


def _kinds(move: Move) -> list[MoveKind]:
    before, after = move.before, move.after
    if before is None or after is None:
        return ["added" if before is None else "removed"]
    changed = {key for key in after._fields if getattr(before, key, None) != getattr(after, key)}
    kinds: list[MoveKind] = []
    if isinstance(before, ReportedIndicator) and isinstance(after, ReportedIndicator):
        kinds += _of_indicator(before, after)
    if isinstance(before, ReportedTask) and isinstance(after, ReportedTask):
        kinds += _of_task(before, after)
    if after.overdue and not before.overdue:
        kinds.append("fallen_overdue")
    if changed.intersection(_SAID):
        if not before.has_data:
            kinds.append("first_answered")
        elif not set(kinds).intersection(_OUTCOMES):
            kinds.append("updated")
    if move.days_moved > 0:
        kinds.append("extended")
    if changed.intersection(_ASSIGNED[:2] if move.days_moved > 0 else _ASSIGNED):
        kinds.append("amended")
    if "lead" in changed:
        kinds.append("reorganised")
    return kinds or (["updated"] if changed - _NO_NEWS else [])


def _of_indicator(before: ReportedIndicator, after: ReportedIndicator) -> list[MoveKind]:
    if before.reached != after.reached:
        return ["met" if after.reached else "no_longer"]
    return ["reassessed"] if before.assessment != after.assessment else []


def _of_task(before: ReportedTask, after: ReportedTask) -> list[MoveKind]:
    kinds: list[MoveKind] = []
    if (before.standing in DONE) != (after.standing in DONE):
        kinds.append("completed" if after.standing in DONE else "no_longer")
    elif before.standing != after.standing and not after.overdue:
        kinds.append("cancelled" if after.standing == "cancelled" else "reassessed")
    if set(after.missed) - set(before.missed) or (after.stale_since and not before.stale_since):
        kinds.append("missed_report")
    return kinds
