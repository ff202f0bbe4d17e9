"""Show a log as a page: for an indicator a chart of its values, then one row per entry."""

from kehoach_cli.plan.entries import Measurement, Report
from kehoach_cli.plan.gaps import Progress, progress
from kehoach_cli.plan.goals import ALL_OF_THEM, gap, held_against
from kehoach_cli.plan.history import measurements_by
from kehoach_cli.plan.measures import measure_of, scale
from kehoach_cli.plan.model import Indicator, Record, TargetNames
from kehoach_cli.plan.readings import readings
from kehoach_cli.plan.standing import task_status
from kehoach_cli.plan.values import Reading
from kehoach_cli.reports.history.event_words import document_of, event_text
from kehoach_cli.reports.history.log_view import LogEntry, LogView, git_note, recording_of, uncommitted
from kehoach_cli.reports.pages import Cell, Chart, Column, Level, Page, Point, Table, Tone
from kehoach_cli.reports.record.record_facts import conclusion, entry_note, standing_wording
from kehoach_cli.vocabulary import answer_words, record_words, terms, wording

SHORT_HASH = 8
_DAY = Column("Ngày", align="right")
_EVENT = Column("Diễn biến", least=12, wrap=True)
_DOCUMENT = Column("Văn bản", least=14, rank=3, wrap=True)
_NOTE = Column("Ghi chú", least=12, rank=4, wrap=True)
_RECORDER_COLUMNS = (
    Column("Người ghi", least=9, rank=1, wrap=True),
    Column("Ghi ngày", rank=2, align="right"),
    Column("Commit", rank=5),
)


def log_page(view: LogView) -> Page:
    return _record_page(view, view.record) if view.record else _plan_page(view)


def _plan_page(view: LogView) -> Page:
    day, shown = wording.day(view.as_of), len(view.entries)
    if not view.total:
        return Page((f"Tính đến ngày {day}, chưa có kết quả, báo cáo hay điều chỉnh nào được ghi.",), ())
    count = f"{shown} mục mới nhất trong {view.total} mục" if shown < view.total else f"{view.total} mục"
    columns = (_DAY, Column("Mã"), Column("Nội dung", least=16, wrap=True, lines=2), _EVENT, _DOCUMENT)
    rows = tuple(
        (
            wording.day(item.entry.date),
            item.id or "",
            item.name,
            Cell(_event(view, item) + ("" if item.counts else " (đã được đính chính)"), _tone(item)),
            document_of(item),
            *_recorder_cells(view, item),
        )
        for item in view.entries
    )
    head = f"Số liệu, báo cáo, điều chỉnh đã ghi tính đến ngày {day}: {count}."
    return Page((head, *filter(None, [git_note(view)])), (Table("", (*columns, *_recorder_columns(view)), rows),))


def _record_page(view: LogView, record: Record) -> Page:
    lines = [f"{record.id}. {record.name}"]
    chart, rows = None, [_row(view, item, ()) for item in view.entries]
    columns: tuple[Column, ...] = (_DAY, _EVENT, _DOCUMENT, _NOTE)
    if record.heading:
        lines.append(conclusion(record, "", view.as_of) if record.removed else "Đề mục.")
    elif isinstance(record, Indicator):
        item = progress(record, view.as_of)
        lines.append(_progress_sentence(item, view.plan.target_names))
        chart = _chart(item, view.plan.target_names)
        columns = (_DAY, _EVENT, Column("Còn cách", least=8, rank=6, wrap=True), _DOCUMENT, _NOTE)
        rows = [*_baseline_row(view, item), *(_row(view, entry, (_distance(entry, item),)) for entry in view.entries)]
    else:
        status = task_status(record, view.plan, view.as_of)
        lines.append(conclusion(record, standing_wording(status), view.as_of))
    if not view.entries:
        lines.append("Chưa ghi mục nào.")
    table = Table("", (*columns, *_recorder_columns(view)), tuple(rows))
    return Page((*lines, *filter(None, [git_note(view)])), (table,) if rows else (), chart)


def _progress_sentence(item: Progress, names: TargetNames) -> str:
    unit, day = scale(item.indicator), wording.day(item.as_of)
    verdict = wording.inline(terms.ASSESSMENT[item.assessment])
    if item.current is None or item.indicator.removed:
        return conclusion(item.indicator, verdict, item.as_of)
    since = f"số liệu ngày {wording.day(item.current.date)}"
    value = answer_words.current(item, since) or f"{wording.quantity(item.current.value, unit)} ({since})"
    sentence = f"Tính đến ngày {day}: {value}"
    left = item.commitment.left if item.commitment else None
    if left is not None and left > 0:
        sentence += f", còn cách {record_words.judged(item, names)} {wording.gap(left, unit)}"
    return f"{sentence}; {verdict}."


def _chart(item: Progress, names: TargetNames) -> Chart | None:
    indicator = item.indicator
    start, each = indicator.baseline.reading, indicator.parts == "each"
    points = [Point(reading.date, reading.value) for reading in _readings(item) if reading != start]
    if start and not each:
        points.insert(0, Point(start.date, start.value, hollow=True))
    if not points or measure_of(indicator) == "verdict":
        return None
    levels = [Level("mọi cơ quan đạt", ALL_OF_THEM.min)] if each else []
    for name, target in (
        (names.national, indicator.targets.national),
        (names.provincial, indicator.targets.provincial),
    ):
        if target is None or target.bound == "words" or each:
            continue
        if target.min == target.max:
            levels.append(Level(f"mức {name}", target.min))
        else:
            levels += [Level(f"mức {name} (đầu dưới)", target.min), Level(f"mức {name} (đầu trên)", target.max)]
    goals = (Point(state.goal.end, state.commitment) for state in item.milestones if state.goal.end)
    milestones = tuple(point for point in goals if point.date >= points[0].date)
    last = max(points[-1].date, indicator.due.end or item.as_of)
    return Chart(points[0].date, last, tuple(points), tuple(levels), milestones)


def _readings(item: Progress) -> list[Reading]:
    """The figures of the whole, and what complete sets of answers gave."""
    if item.indicator.parts and item.goals:
        return readings(item.indicator, item.as_of, goal=item.goals[-1].goal.target).known
    return [Reading(entry.value, entry.date) for entry in measurements_by(item.indicator, item.as_of)]


def _baseline_row(view: LogView, item: Progress) -> list[tuple[Cell | str, ...]]:
    indicator, start = item.indicator, item.indicator.baseline.reading
    if start is None or indicator.parts == "each":
        return []
    value = f"{wording.quantity(start.value, indicator.unit)}, hiện trạng"
    left = item.commitment.from_baseline if item.commitment else None
    distance = wording.UNKNOWN if left is None else wording.gap(left, indicator.unit)
    blank = ("",) * len(_recorder_columns(view))
    return [(wording.day(start.date), value, distance, indicator.source or "", "", *blank)]


def _row(view: LogView, item: LogEntry, distance: tuple[str, ...]) -> tuple[Cell | str, ...]:
    entry = item.entry
    note = entry_note(entry, counts=item.counts) if isinstance(entry, Report) else entry.note or ""
    return (
        wording.day(entry.date),
        Cell(_event(view, item), _tone(item)),
        *distance,
        document_of(item),
        note,
        *_recorder_cells(view, item),
    )


def _distance(item: LogEntry, now: Progress) -> str:
    entry = item.entry
    if now.commitment is None or not isinstance(entry, Measurement) or entry.verdict or entry.agency:
        return ""
    direction, _ = held_against(now.indicator, now.goals[-1].goal.target)
    return wording.gap(gap(direction, now.commitment.goal, entry.value), scale(now.indicator))


def _event(view: LogView, item: LogEntry) -> str:
    return event_text(item, view.agencies, view.plan.target_names)


def _tone(item: LogEntry) -> Tone:
    return "plain" if item.counts else "muted"


def _recorder_columns(view: LogView) -> tuple[Column, ...]:
    return _RECORDER_COLUMNS if view.ledger else ()


def _recorder_cells(view: LogView, item: LogEntry) -> tuple[Cell | str, ...]:
    if view.ledger is None:
        return ()
    if uncommitted(view, item.key):
        return Cell("chưa commit", "warning"), "", ""
    by = recording_of(view, item.key)
    if by is None:
        return wording.UNKNOWN, wording.UNKNOWN, wording.UNKNOWN
    return by.author or wording.UNKNOWN, wording.day(by.at), by.commit[:SHORT_HASH]
