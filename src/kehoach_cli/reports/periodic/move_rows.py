"""Build what a report says of changes: what moved since the last report, and what that one would now say otherwise.

A report says upward whether a target is met, not how fast it goes: of a change of pace alone it says nothing.
"""

from collections.abc import Sequence
from typing import Any

from kehoach_cli.plan.closed_period import ReportedIndicator, ReportedRecord
from kehoach_cli.plan.moves import Move, MoveKind, by_kind
from kehoach_cli.reports.history.moved import MoveTeller, counted
from kehoach_cli.reports.periodic.official_class import NOT_YET, official_class
from kehoach_cli.reports.periodic.period_view import PeriodView
from kehoach_cli.vocabulary import move_words, wording

_RUN_OUT = "Hết thời hạn mà chưa đạt"
_ONLY_COUNTED: tuple[MoveKind, ...] = (
    *("completed", "met", "fallen_overdue"),  # which other parts of the report name
    *("missed_report", "first_answered"),
)


def move_rows(view: PeriodView) -> list[dict[str, Any]]:
    """What moved, one entry for each way; those of which another part of the report tells are only counted."""
    found, teller = by_kind(view.moves), MoveTeller(view.files, view.as_of, move_words.IN_PROSE)
    return [
        {
            "ten": title,
            "so": len(moves),
            "dem": counted(moves, digits=2),
            "ke_ten": section.kind not in _ONLY_COUNTED,
            "ds": [
                {
                    "ma": line.record,
                    "ten": line.name,
                    "noi_dung": line.text,
                    "van_ban": "; ".join(line.documents),
                }
                for line in section.lines
            ],
        }
        for section in teller.sections([_official(move) for move in view.moves])
        if section.kind not in ("reassessed", "updated")  # the text counts new figures by itself
        for title, moves in _titled(section.kind, section.title, found[section.kind])
    ]


def _titled(kind: MoveKind, title: str, moves: Sequence[Move]) -> list[tuple[str, Sequence[Move]]]:
    """The moves under their title; of indicators "overdue" is no official word, so they are told apart there."""
    if kind != "fallen_overdue":
        return [(title, moves)]
    indicators = [move for move in moves if isinstance(move.present, ReportedIndicator)]
    parts = ((title, [move for move in moves if move not in indicators]), (_RUN_OUT, indicators))
    return [(name, found) for name, found in parts if found]


def restated_rows(view: PeriodView) -> list[dict[str, Any]]:
    """What the reports that were sent say and is known otherwise now, with the documents."""
    official = [each._replace(moves=tuple(map(_official, each.moves))) for each in view.restatements]
    lines = MoveTeller(view.files, view.as_of).restated(official)
    return [
        {
            "stt": number,
            "ky": wording.sentence(line.period),
            "ma": line.record,
            "ten": line.name,
            "da_bao_cao": line.said,
            "nay": line.now,
            "van_ban": "; ".join(line.documents),
        }
        for number, line in enumerate((line for line in lines if line.said != line.now), 1)
    ]


def _official(move: Move) -> Move:
    return move._replace(before=_without_pace(move.before), after=_without_pace(move.after))


def _without_pace(record: ReportedRecord | None) -> ReportedRecord | None:
    if isinstance(record, ReportedIndicator) and official_class(record) == NOT_YET:
        return record._replace(assessment="not_yet_met")
    return record
