"""Build the data that a report's template may name: text, whole numbers, lists, booleans, charts.

The names are Vietnamese without diacritics because office staff type them in Word; `reports/fields/field_tree.py`
explains each. No value is None: unknown values are a dash or empty text, so `None` is never printed.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import count
from typing import Any

from kehoach_cli.plan.document_heads import DocumentKind, document_head
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.letterhead import letterhead, roman
from kehoach_cli.reports.periodic.answer_rows import answered_records, coverage_row
from kehoach_cli.reports.periodic.carried_rows import carried_over
from kehoach_cli.reports.periodic.counts import indicator_counts, task_counts
from kehoach_cli.reports.periodic.indicator_rows import calculation_row, movement
from kehoach_cli.reports.periodic.move_rows import move_rows, restated_rows
from kehoach_cli.reports.periodic.next_rows import annex_numbers, next_rows
from kehoach_cli.reports.periodic.one_page import one_page
from kehoach_cli.reports.periodic.outlined_rows import outlined_rows
from kehoach_cli.reports.periodic.period_charts import AGENCIES, ASSESSMENTS
from kehoach_cli.reports.periodic.period_view import PeriodView
from kehoach_cli.reports.periodic.pillar_rows import NO_CHART, Row, chart_row, pillar_row, row_maker, rows
from kehoach_cli.reports.periodic.task_rows import agency_rows, overdue_tasks, task_row, task_rows
from kehoach_cli.reports.periodic.titles import plan_in_period
from kehoach_cli.vocabulary import move_words, wording
from kehoach_cli.vocabulary.report_words import (
    ASSESSMENT_NAMES,
    CLASS_HEADINGS,
    CLASS_NAMES,
    OFFICIAL_HEADINGS,
)
from kehoach_cli.word.output.charts import BarChart

OUTSIDE_PILLARS = "Nhiệm vụ chung, ngoài các nhóm"


def report_context(
    view: PeriodView,
    narrative: Narrative,
    charts: Mapping[str, BarChart],
    revision: str = "",
    kind: DocumentKind = "report",
    *,
    with_method: bool = False,
) -> dict[str, Any]:
    """The data for a template of a periodic report or of its summary.

    `charts` come from `period_charts`; `revision` names the git revision of the data, "" if there is none.
    `with_method`: the report says how it assesses.
    """
    tasks = _task_groups(view)
    numbers = {row["ma"]: row["tt"] for group in tasks for row in group["nhiem_vu"]}
    numbered = {name: chart_row(number, chart) for number, (name, chart) in enumerate(charts.items(), 1)}
    row = row_maker(view)
    pillars = [
        {**pillar_row(number, pillar, view, row, numbered), "loi": _sentences(narrative.pillars.get(pillar.id, ()))}
        for number, pillar in enumerate(view.pillars, 1)
    ]
    context = {
        **letterhead(view.plan, document_head(view.plan, kind, view.agencies)),
        "ky": _period(view),
        "da_ghi_nhan": view.now.recorded,
        "chi_tieu": {**_indicators(view, row), "ma": _by_code(row for each in pillars for row in each["chi_tieu"])},
        "nhom": pillars,
        "nhiem_vu": {**_tasks(view, numbers), "ma": _by_code(row for each in tasks for row in each["nhiem_vu"])},
        "nhom_nhiem_vu": tasks,
        "co_quan_chu_tri": agency_rows(view),
        "bien_dong": move_rows(view),
        "dieu_chinh": restated_rows(view),
        "chuyen_sang": carried_over(view),
        "bao_cao_ky": coverage_row(view),
        "ket_qua_co_quan": answered_records(view),
        "ky_sau": {
            **next_rows(view, numbers),
            "nhiem_vu": task_rows(view.next_tasks, view.agencies),
            "chi_tieu": rows(view.next_indicators, row),
        },
        "loi": {
            "chi_dao": _sentences(narrative.direction),
            "noi_bat": _sentences(narrative.highlights),
            "ton_tai": _sentences(narrative.shortcomings),
            "khach_quan": _sentences(narrative.objective_causes),
            "chu_quan": _sentences(narrative.subjective_causes),
            "trong_tam": _sentences(narrative.priorities),
            "de_xuat": _sentences(narrative.proposals),
        },
        "bieu_do": {name: numbered.get(name, NO_CHART) for name in (ASSESSMENTS, AGENCIES)},
        "ten_danh_gia": dict(ASSESSMENT_NAMES),
        "ten_lop": dict(CLASS_NAMES),
        "ten_cot": dict(CLASS_HEADINGS),
        "ten_xep_loai": dict(OFFICIAL_HEADINGS),
        "kem_phuong_phap": with_method,
        "cach_tinh": [calculation_row(item) for item in view.now.indicators],
        "phien_ban": revision,
    }
    return {**context, "tom_tat": one_page(context)}


def _by_code(rows: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """The rows by their records' codes, without what belongs to a list."""
    return {row["ma"]: {name: row[name] for name in row if name not in ("stt", "tt", "thut", "de_muc")} for row in rows}


def _sentences(texts: Sequence[str]) -> list[str]:
    """The texts of the narrative, each ended like a sentence; blank ones are left out."""
    return [text if text[-1] in ".;:!?…" else f"{text}." for text in (text.strip() for text in texts) if text]


def _period(view: PeriodView) -> dict[str, Any]:
    before, following, plan = view.before, view.period.shifted(1), view.plan
    compared = before.as_of if before else view.plan.baseline_date
    return {
        "ma": str(view.period),
        "ten": wording.period(view.period),
        "ten_day_du": wording.full_period(view.period),
        "trich_yeu": plan_in_period(plan, view.period),
        "so_lieu_tu": wording.day(view.window.first_day),
        "so_lieu_den": wording.day(view.as_of),
        "so_lieu_den_day_du": wording.full_day(view.as_of),
        "dau_tien": before is None,
        "so_sanh_voi": "kỳ trước" if before else "hiện trạng",
        "ngay_so_sanh": wording.day(compared) if compared else "",
        "bao_cao_truoc": move_words.report(view.sent) if view.sent else "",
        "ten_ky_truoc": wording.full_period(view.period.shifted(-1)),
        "ten_ky_sau": wording.period(following),
        "ten_ky_sau_hoa": wording.full_period(following).upper(),
        "nam_sau": view.period.year + 1,
        "ngay_dau_ky_sau": wording.day(view.as_of + timedelta(days=1)),
        "ngay_cuoi_ky_sau": wording.day(following.last_day),
    }


def _indicators(view: PeriodView, row: Row) -> dict[str, Any]:
    now = view.now
    return {
        **indicator_counts(now.indicators),
        "ky_truoc": indicator_counts(view.before.indicators if view.before else ()),
        "bien_dong_dat": _change_in_reached(view),
        "so_lieu_moi": sum(movement(item, view).new is not None for item in now.indicators),
        "qua_han": len(now.overdue_indicators),
        "ds_qua_han": rows(now.overdue_indicators, row),
        "ds_chua_co_so_lieu": rows(now.without_data, row),
    }


def _change_in_reached(view: PeriodView) -> str:
    """The change in the number of reached indicators since the last report; empty for the first."""
    if view.before is None:
        return ""
    change = sum(item.reached for item in view.now.indicators) - sum(item.reached for item in view.before.indicators)
    if change == 0:
        return "không thay đổi"
    return f"{'tăng' if change > 0 else 'giảm'} {abs(change):02}"


def _tasks(view: PeriodView, numbers: Mapping[str, int]) -> dict[str, Any]:
    now = view.now
    return {
        **task_counts(now.tasks),
        "ky_truoc": task_counts(view.before.tasks if view.before else ()),
        "ds_qua_han": task_rows(overdue_tasks(now.tasks), view.agencies),
        "tre_lau_nhat": max((item.days_late for item in now.overdue_tasks), default=0),
        "xong_trong_ky": len(view.finished_tasks),
        "ds_xong_trong_ky": task_rows(view.finished_tasks, view.agencies),
        "tt_xong_trong_ky": annex_numbers(view.finished_tasks, numbers),
        "thieu_bao_cao_ky": len(now.missed),
        "ds_thieu_bao_cao_ky": task_rows(now.missed, view.agencies),
        "tt_thieu_bao_cao_ky": annex_numbers(now.missed, numbers),
        "ds_lau_khong_bao_cao": task_rows(now.stale, view.agencies),
        "tt_lau_khong_bao_cao": annex_numbers(now.stale, numbers),
    }


def _task_groups(view: PeriodView) -> list[dict[str, Any]]:
    """Tasks by pillar, in the plan's order. Those outside the pillars are general duties and come first."""
    names: Mapping[str | None, str] = {None: OUTSIDE_PILLARS, **{part.id: part.name for part in view.plan.pillars}}
    grouped: dict[str | None, list[TaskStatus]] = {key: [] for key in names}
    for item in view.now.tasks:
        grouped.setdefault(item.task.pillar, []).append(item)
    found = [(names.get(key, str(key)), items) for key, items in grouped.items() if items]
    numbers = count(1)
    return [
        {
            "stt": number,
            "la_ma": roman(number),
            "ten": name,
            "ten_hoa": name.upper(),
            "dem": task_counts(items),
            "nhiem_vu": outlined_rows(
                view.plan,
                items,
                lambda item: item.task,
                lambda number, item: task_row(number, item, view.agencies) | {"tt": next(numbers)},
            ),
        }
        for number, (name, items) in enumerate(found, 1)
    ]
