"""Build what a report says of those who must answer: how many have in the period, and what each has."""

from typing import Any

from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.history import is_estimate
from kehoach_cli.plan.model import Record
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.plan.wholes import Whole
from kehoach_cli.reports.periodic.indicator_rows import assessed_target, latest
from kehoach_cli.reports.periodic.period_view import PeriodView
from kehoach_cli.reports.record.answers_table import AnswerLine, answer_lines, silent_bodies
from kehoach_cli.vocabulary import answer_words, entry_words, record_words, terms, wording


def coverage_row(view: PeriodView) -> dict[str, Any]:
    """How many bodies have answered in the period; empty where the report says nothing of it."""
    duties = view.duties
    return {
        "du": answer_words.coverage(duties.agencies) if duties else "",
        "so_du": duties.agencies.answered if duties else 0,
        "phai_bao_cao": f"{'ít nhất ' if duties.agencies.at_least else ''}{duties.agencies.of}" if duties else "",
        "mot_phan": duties.in_part if duties else 0,
        "so_chua": len(duties.silent) if duties else 0,
        "chua": view.agencies.short_names(duties.silent) if duties else "",
    }


def answered_records(view: PeriodView) -> list[dict[str, Any]]:
    """The records that several bodies must answer and one has, each with the answers that stand on the day."""
    items: list[Progress | TaskStatus] = [*view.now.indicators, *view.now.tasks]
    found = [(item, item.whole) for item in items if item.whole and item.whole.entries]
    return [_record(number, item, whole, view) for number, (item, whole) in enumerate(found, 1)]


def _record(number: int, item: Progress | TaskStatus, whole: Whole, view: PeriodView) -> dict[str, Any]:
    record, since = item.record, view.window.first_day
    return {
        "stt": number,
        "ma": record.id,
        "ten": record.name,
        "ket_qua": latest(item) if isinstance(item, Progress) else _progress(item),
        "muc_xet": assessed_target(item, view) if isinstance(item, Progress) else "",
        "da_bao_cao": answer_words.answered(whole),
        "ky_truoc": whole.answered_before(since),
        "chua": silent_bodies(item, view.agencies),
        "co_quan": [_line(line, record) for line in answer_lines(item, view.agencies, since)],
    }


def _progress(item: TaskStatus) -> str:
    """How the work stands as a whole: `Đang thực hiện, 2/3 cơ quan đã hoàn thành`; "" without a report of it."""
    state = entry_words.state(item.last_update) if item.last_update else ""
    return ", ".join(filter(None, [state, record_words.parts_done(item)]))


def _line(line: AnswerLine, record: Record) -> dict[str, Any]:
    estimated = " (ước)" if is_estimate(line.entry) else ""
    return {
        "ten": line.body,
        "ket_qua": f"{entry_words.said(line.entry, entry_words.unit_of(record, line.entry))}{estimated}",
        "ngay": wording.day(line.entry.date),
        "van_ban": line.entry.source or "",
        "dat": "" if line.reached is None else terms.ASSESSMENT["met" if line.reached else "not_yet_met"],
        "ghi_chu": line.remarks,
    }
