"""Compare what two reports say, as a page, as data and as flat rows: what moved, and what was said otherwise then."""

from collections.abc import Container, Mapping, Sequence
from typing import Any, NamedTuple

from kehoach_cli.plan.closed_period import Closing, Reported
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.moves import Move, moves
from kehoach_cli.plan.restatements import Restatement
from kehoach_cli.reports.history.moved import MoveLine, MoveTeller, RestatedLine, moved_sentence
from kehoach_cli.reports.pages import Column, Columns, Page, Table, table_of
from kehoach_cli.vocabulary import wording


class ReportSide(NamedTuple):
    """What the report on a period says, and its name in sentences; `closing` is None if it was not sent yet."""

    label: str
    reported: Reported
    closing: Closing | None = None


class PeriodDiff(NamedTuple):
    """Two reports and what moved between them; what earlier reports would now say otherwise, if that was asked."""

    files: Plan
    before: ReportSide
    after: ReportSide
    moves: Sequence[Move]
    restatements: Sequence[Restatement]


def period_diff(
    files: Plan, before: ReportSide, after: ReportSide, wanted: Container[str], restatements: Sequence[Restatement] = ()
) -> PeriodDiff:
    """The comparison, of the records whose ids are `wanted`."""
    return PeriodDiff(
        files,
        before,
        after,
        [move for move in moves(before.reported, after.reported) if move.id in wanted],
        [each._replace(moves=tuple(move for move in each.moves if move.id in wanted)) for each in restatements],
    )


def period_diff_page(view: PeriodDiff) -> Page:
    head = f"Thay đổi từ {view.before.label} đến {view.after.label}"
    teller = MoveTeller(view.files, view.after.reported.as_of)
    restated = teller.restated(view.restatements)
    if not view.moves and not restated:
        return Page((f"{head}: không có gì thay đổi.",), ())
    tables = [_table(section.title, section.lines) for section in teller.sections(view.moves)]
    lines = [f"{head}.", moved_sentence(view.moves)]
    return Page(tuple(filter(None, lines)), (*tables, *([restated_table(restated)] if restated else [])))


def _table(title: str, lines: Sequence[MoveLine]) -> Table:
    columns: Columns[MoveLine] = [
        (Column("Mã"), lambda line: line.record),
        (Column("Nội dung", least=14, rank=1, wrap=True, lines=2), lambda line: line.name),
        (Column("Thay đổi", least=16, wrap=True), lambda line: wording.sentence(line.text) if line.text else ""),
        (Column("Văn bản", least=12, wrap=True), lambda line: "; ".join(line.documents)),
    ]
    shown = [column for column in columns if any(column[1](line) for line in lines)]
    return table_of(f"{title} ({len(lines)})", shown, lines)


def restated_table(lines: Sequence[RestatedLine]) -> Table:
    """What earlier reports said and is known otherwise now."""
    columns: Columns[RestatedLine] = [
        (Column("Kỳ", least=8, wrap=True), lambda line: line.period),
        (Column("Mã"), lambda line: line.record),
        (Column("Nội dung", least=14, rank=1, wrap=True, lines=2), lambda line: line.name),
        (Column("Đã báo cáo", least=12, wrap=True), lambda line: line.said),
        (Column("Nay", least=12, wrap=True), lambda line: line.now),
        (Column("Văn bản", least=12, wrap=True), lambda line: "; ".join(line.documents)),
    ]
    return table_of(f"Điều chỉnh, bổ sung sau kỳ báo cáo ({len(lines)})", columns, lines)


def period_diff_data(view: PeriodDiff) -> dict[str, Any]:
    """The view as plain data, schema 2 of `diff`, with the keys that two reports have."""
    teller = MoveTeller(view.files, view.after.reported.as_of)
    return {
        "schema": 2,
        "before": _side_data(view.before),
        "after": _side_data(view.after),
        "moved": [teller.data(move) for move in view.moves],
        "restated": [
            {"period": str(each.period), **teller.data(move)} for each in view.restatements for move in each.moves
        ],
    }


def _side_data(side: ReportSide) -> dict[str, Any]:
    closing = side.closing
    return {
        "label": side.label,
        "as_of": side.reported.as_of,
        "number": closing and closing.number,
        "date": closing and closing.date,
    }


def period_diff_rows(view: PeriodDiff) -> list[dict[str, Any]]:
    """What is said otherwise as flat rows in the columns of `diff`, one for each thing; that of earlier reports last,
    each thing behind its period.
    """
    data = period_diff_data(view)
    told = [("", move) for move in data["moved"]] + [(f"{move['period']} ", move) for move in data["restated"]]
    rows = [(f"{period}{key}", move["id"], *sides) for period, move in told for key, *sides in _different(move)]
    return [dict(zip(("change", "id", "before", "after"), row, strict=True)) for row in rows]


def _different(move: Mapping[str, Any]) -> list[tuple[str, Any, Any]]:
    before, after = move["before"], move["after"]
    if before is None or after is None:
        return [(move["kinds"][0], before and move["id"], after and move["id"])]
    return [(key, before.get(key), after[key]) for key in after if key != "sources" and before.get(key) != after[key]]
