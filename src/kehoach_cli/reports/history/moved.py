"""What moved between two states of a plan, in the order in which leaders ask: one line for each record."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.closed_period import ReportedRecord, ReportedTask
from kehoach_cli.plan.in_force import record_in_force
from kehoach_cli.plan.measures import scale
from kehoach_cli.plan.model import Indicator, Plan, Record
from kehoach_cli.plan.moves import Move, MoveKind, by_kind
from kehoach_cli.plan.restatements import Restatement
from kehoach_cli.reports.record.record_data import plain_value
from kehoach_cli.vocabulary import move_words, wording

_BY_ACTS: tuple[MoveKind, ...] = ("extended", "amended", "added", "removed", "reorganised")
_BY_TIME: tuple[MoveKind, ...] = ("fallen_overdue", "missed_report", "reassessed")  # no document says so


class MoveLine(NamedTuple):
    """A record that moved, what became of it, and by which documents."""

    record: str
    name: str
    text: str
    documents: tuple[str, ...]


class MoveSection(NamedTuple):
    """The records that moved in one way."""

    kind: MoveKind
    lines: tuple[MoveLine, ...]

    @property
    def title(self) -> str:
        return move_words.KIND[self.kind]


class RestatedLine(NamedTuple):
    """What a report said of a record, what is known of that day now, and by which documents."""

    period: str
    record: str
    name: str
    said: str
    now: str
    documents: tuple[str, ...]


class MoveTeller:
    """Tells of moves in the words of a plan, `files`, as its files have it. `day` is that of the later state.

    `change` is how a value before and after are put.
    """

    def __init__(self, files: Plan, day: date, change: str = move_words.ARROW) -> None:
        self._change = change
        self._records: dict[str, Record] = {record.id: record for record in files.records}
        self._agencies: AgencyRegister = register(files)
        self._successions = {
            agency.id: agency.successors.by
            for agency in files.agencies
            if agency.successors and agency.successors.date <= day
        }
        self._day = day

    def sections(self, moves: Sequence[Move]) -> list[MoveSection]:
        return [
            MoveSection(kind, tuple(self._line(move, kind) for move in found)) for kind, found in by_kind(moves).items()
        ]

    def restated(self, restatements: Sequence[Restatement]) -> list[RestatedLine]:
        """The records of which earlier reports said otherwise; what several said alike is one line."""
        periods: dict[RestatedLine, list[str]] = {}
        for each in restatements:
            for move in each.moves:
                periods.setdefault(self._restated(move), []).append(wording.period(each.period))
        return [line._replace(period=wording.enumerated(names)) for line, names in periods.items()]

    def data(self, move: Move) -> dict[str, Any]:
        """A move as plain data: what is said before and after, with the keys of a closed period's file."""
        before, after = (each and _record_data(each) for each in (move.before, move.after))
        documents = self._documents(move)
        return {"id": move.id, "kinds": list(move.kinds), "before": before, "after": after, "documents": documents}

    def _line(self, move: Move, kind: MoveKind) -> MoveLine:
        text = move_words.told(move, kind, self._unit(move), self._agencies, self._change)
        acts = self._acts(move)
        documents = [each for each in self._documents(move) if (each in acts) == (kind in _BY_ACTS)]
        return MoveLine(move.id, self._name(move), text, () if kind in _BY_TIME else tuple(documents))

    def _restated(self, move: Move) -> RestatedLine:
        said, now = move_words.said_and_now(move, self._unit(move), self._agencies)
        return RestatedLine("", move.id, self._name(move), said, now, self._documents(move))

    def _acts(self, move: Move) -> set[str]:
        """The documents that changed what the record is to reach, by when, or whether it is in the plan."""
        record = self._records.get(move.id)
        legal = [act.by for act in (record.added, record.removed) if act] if record else []
        return {*legal, *self._successions.values(), *(change.by for change in (record.changes if record else ()))}

    def _name(self, move: Move) -> str:
        """The record's name; its id where the files have it no longer."""
        record = self._records.get(move.id)
        return record.name if record else move.id

    def _unit(self, move: Move) -> str:
        record = self._records.get(move.id)
        return scale(record_in_force(record, self._day)) if isinstance(record, Indicator) else ""

    def _documents(self, move: Move) -> tuple[str, ...]:
        """The documents behind a move: of one that is gone what took it out, of a new lead what ended the old one."""
        record = self._records.get(move.id)
        if move.after is None:
            return (record.removed.by,) if record and record.removed else ()
        if move.before is None or "reorganised" not in move.kinds:
            return move.new_documents
        ended = (self._successions.get(lead) for lead in move.before.lead if lead not in move.after.lead)
        return tuple(dict.fromkeys((*filter(None, ended), *move.new_documents)))


def moved_sentence(moves: Sequence[Move]) -> str:
    """`Hoàn thành: 2 nhiệm vụ; gia hạn: 1 nhiệm vụ và 1 chỉ tiêu.`; "" where nothing moved."""
    counts = (f"{wording.inline(move_words.KIND[kind])}: {counted(found)}" for kind, found in by_kind(moves).items())
    said = "; ".join(counts)
    return f"{wording.sentence(said)}." if said else ""


def counted(moves: Sequence[Move], digits: int = 1) -> str:
    """`2 nhiệm vụ và 1 chỉ tiêu`."""
    tasks = sum(isinstance(move.present, ReportedTask) for move in moves)
    return wording.counted(tasks, len(moves) - tasks, digits)


def _record_data(record: ReportedRecord) -> dict[str, Any]:
    return {key: plain_value(value) for key, value in record._asdict().items() if key != "id"}
