"""Build what a report says of changes: what moved since the last report, and what that one would now say otherwise."""

from typing import Any

from kehoach_cli.plan.moves import MoveKind, by_kind
from kehoach_cli.reports.history.moved import MoveTeller, counted
from kehoach_cli.reports.periodic.period_view import PeriodView

_ONLY_COUNTED: tuple[MoveKind, ...] = ("missed_report", "first_answered", "updated", "reassessed")


def move_rows(view: PeriodView) -> list[dict[str, Any]]:
    """What moved, one entry for each way; those of which another part of the report tells are only counted."""
    found = by_kind(view.moves)
    return [
        {
            "ten": section.title,
            "so": len(section.lines),
            "dem": counted(found[section.kind]),
            "ke_ten": section.kind not in _ONLY_COUNTED,
            "ds": [
                {"ma": line.record, "ten": line.name, "noi_dung": line.text, "van_ban": "; ".join(line.documents)}
                for line in section.lines
            ],
        }
        for section in MoveTeller(view.files, view.as_of).sections(view.moves)
    ]


def restated_rows(view: PeriodView) -> list[dict[str, Any]]:
    """What the reports that were sent say and is known otherwise now, with the documents."""
    lines = MoveTeller(view.files, view.as_of).restated(view.restatements)
    return [
        {
            "stt": number,
            "ky": line.period,
            "ma": line.record,
            "ten": line.name,
            "da_bao_cao": line.said,
            "nay": line.now,
            "van_ban": "; ".join(line.documents),
        }
        for number, line in enumerate(lines, 1)
    ]
