"""Show a comparison as a page: a summary, tables of what moved, then each change in words."""

from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.measures import scale
from kehoach_cli.plan.movements import IndicatorMovement, TaskMovement
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.history.change_sections import ChangeLine, ChangeSection, change_sections
from kehoach_cli.reports.history.diff_view import DiffView
from kehoach_cli.reports.history.moved import moved_sentence
from kehoach_cli.reports.listings.gap_columns import TONES
from kehoach_cli.reports.pages import Cell, Column, Columns, Page, Table, Tone, cell_text, table_of
from kehoach_cli.reports.record.record_facts import standing_wording
from kehoach_cli.vocabulary import answer_words, entry_words, record_words, terms, wording

_ARROW = " →\u00a0"


def diff_page(view: DiffView) -> Page:
    before, after = view.before, view.after
    head = f"Thay đổi từ {before.label} đến {after.label}"
    if before.as_of == after.as_of:
        head += f"; đánh giá tính đến ngày {wording.day(after.as_of)}"
    if not view.has_changes:
        return Page((f"{head}: không có gì thay đổi.",), ())
    sections = change_sections(view.changes, before.plan, after.plan, after.files)
    tables = [
        *_indicator_tables(view.movements.indicators),
        *_task_tables(view.movements.tasks),
        *(_section_table(section) for section in sections),
    ]
    return Page((f"{head}.", *_summary(view)), tuple(tables))


def _summary(view: DiffView) -> list[str]:
    """What moved, then in how many indicators the gap or the assessment did; counts of zero are left out."""
    moved = view.movements.indicators
    closed = [move.closed for move in moved if move.closed is not None]
    counts = {
        "khoảng cách thu hẹp ở {} chỉ tiêu": sum(step > 0 for step in closed),
        "khoảng cách nới rộng ở {} chỉ tiêu": sum(step < 0 for step in closed),
        "{} chỉ tiêu được đánh giá tốt lên": sum(move.improved is True for move in moved),
        "{} chỉ tiêu bị đánh giá kém đi": sum(move.improved is False for move in moved),
    }
    further = "; ".join(text.format(count) for text, count in counts.items() if count)
    return [*filter(None, [moved_sentence(view.movements.moves), f"{wording.sentence(further)}." if further else ""])]


def _indicator_tables(moves: tuple[IndicatorMovement, ...]) -> list[Table]:
    units = {move.after.indicator.unit for move in moves}
    unit: Columns[IndicatorMovement] = [
        (Column("Đơn vị", least=7, rank=1, wrap=True), lambda move: move.after.indicator.unit)
    ]
    goal: Columns[IndicatorMovement] = [
        (Column("Phải đạt", least=7, align="right", wrap=True), lambda move: _from_to(*map(_goal, move)))
    ]
    answered: Columns[IndicatorMovement] = [
        (Column("Đã báo cáo", least=8, align="right", wrap=True), lambda move: _from_to(*map(_answered, move)))
    ]
    columns: Columns[IndicatorMovement] = [
        (Column("Mã"), lambda move: move.after.indicator.id),
        (Column("Chỉ tiêu", least=14, rank=2, wrap=True, lines=3), lambda move: move.after.indicator.name),
        *(unit if len(units) > 1 else []),
        (Column("Giá trị", least=7, align="right", wrap=True), lambda move: _from_to(*map(_value, move))),
        *(goal if any(_goal(move.before) != _goal(move.after) for move in moves) else []),
        (Column("Còn cách", least=7, align="right", wrap=True), lambda move: _from_to(*map(_left, move))),
        (
            Column("Thu hẹp", align="right"),
            lambda move: wording.number(move.closed) if move.closed else wording.UNKNOWN,
        ),
        *(answered if any(_answered(move.before) != _answered(move.after) for move in moves) else []),
        (Column("Đánh giá", least=12, wrap=True), lambda move: Cell(_assessments(move), TONES[move.after.assessment])),
    ]
    shared = f" ({wording.gap_unit(units.pop())})" if len(units) == 1 else ""
    return _table_of_moves(table_of(f"Chỉ tiêu: giá trị, khoảng cách{shared}, đánh giá", columns, moves))


def _task_tables(moves: tuple[TaskMovement, ...]) -> list[Table]:
    columns: Columns[TaskMovement] = [
        (Column("Mã"), lambda move: move.after.task.id),
        (Column("Nội dung", least=14, rank=1, wrap=True, lines=3), lambda move: move.after.task.name),
        (Column("Tiến độ", least=18, wrap=True), lambda move: Cell(_from_to(*map(_standing, move)), _task_tone(move))),
        (Column("Thời hạn", least=14, wrap=True), _deadline),
    ]
    return _table_of_moves(table_of("Nhiệm vụ: tiến độ, thời hạn", columns, moves))


def _table_of_moves(table: Table) -> list[Table]:
    """The rows that show a movement. A value that a new report only confirms is listed among the changes below."""
    moved = tuple(row for row in table.rows if any(_ARROW in cell_text(cell) for cell in row))
    return [table._replace(rows=moved)] if moved else []


def _section_table(section: ChangeSection) -> Table:
    columns: Columns[ChangeLine] = [
        (Column("Mã"), lambda line: line.record),
        (Column("Nội dung", least=14, rank=1, wrap=True, lines=2), lambda line: line.name),
        (Column("Thay đổi", least=24, wrap=True), lambda line: wording.sentence(line.text)),
    ]
    return table_of(f"{section.title} ({len(section.lines)})", columns, section.lines)


def _from_to(before: str, after: str) -> str:
    return after if before == after else f"{before}{_ARROW}{after}"


def _value(item: Progress) -> str:
    """The latest value without its unit, else the baseline; a verdict in words."""
    if item.current is None:
        return wording.UNKNOWN
    return answer_words.current_cell(item) or wording.number(item.current.value)


def _answered(item: Progress) -> str:
    return answer_words.record_cell(item.whole)


def _goal(item: Progress) -> str:
    return wording.UNKNOWN if item.commitment is None else wording.number(item.commitment.goal)


def _left(item: Progress) -> str:
    left = item.commitment.left if item.commitment else None
    if left is not None and item.indicator.parts == "each":
        return wording.gap(left, scale(item.indicator))
    return wording.UNKNOWN if left is None else wording.number(left)


def _assessments(move: IndicatorMovement) -> str:
    """The assessment before and after, and that it is another because of a later document, where it is; then
    milestones whose day came meanwhile.
    """
    changes = move.reassessed_by
    because = f" (do {entry_words.because(changes)})" if changes else ""
    said = [_from_to(*(terms.ASSESSMENT[item.assessment] for item in move)) + because]
    earlier = {state.goal: state.result for state in move.before.milestones}
    for state in move.after.milestones:
        if earlier.get(state.goal, state.result) != state.result:
            result = wording.inline(terms.GOAL_RESULT[state.result])
            said.append(f"mốc {wording.inline(record_words.due(state.goal.due))}: {result}")
    return "; ".join(said)


def _standing(item: TaskStatus) -> str:
    """The standing; for open work also the reported percentage, or that it has not started."""
    text = standing_wording(item)
    if item.standing not in ("open_in_time", "open_overdue") or item.last_update is None:
        return text
    if item.state == "not_started":
        return f"{text} ({wording.inline(terms.STATE[item.state])})"
    share = item.last_update.percent
    return text if share is None else f"{text} ({wording.number(share)}%)"


def _deadline(move: TaskMovement) -> str:
    before, after = (wording.deadline(item.due) or wording.UNKNOWN for item in move)
    if not move.days_moved:
        return _from_to(before, after)
    later = "lùi" if move.days_moved > 0 else "sớm hơn"
    return f"{_from_to(before, after)} ({later} {abs(move.days_moved)} ngày)"


def _task_tone(move: TaskMovement) -> Tone:
    match move.after.standing:
        case "open_overdue":
            return "bad"
        case "done_on_time" | "done_late" | "done_undated":
            return "good"
        case _:
            return "plain"
