"""`kehoach narrative`."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.clock import today
from kehoach_cli.cli.documents.report_narrative import narrative_or_fail, narrative_path, unwritten_parts
from kehoach_cli.cli.options import PlanOption
from kehoach_cli.cli.parsing import day_asked_about, parse_report_period
from kehoach_cli.cli.plans.request import load_or_fail, locate_plan
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.model import Plan, Record
from kehoach_cli.plan.periods import Period
from kehoach_cli.reports.listings.status_summary import LATE_ASSESSMENTS
from kehoach_cli.reports.periodic.period_view import PeriodView, period_view
from kehoach_cli.storage.atomic_write import create_file, make_folder
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.storage.write_faults import explain
from kehoach_cli.vocabulary import terms, wording


def command(
    period: Annotated[
        str, typer.Argument(metavar="KỲ", help="Kỳ báo cáo: quý III/2023, tháng 9/2023, 6 tháng đầu năm 2023, 2023.")
    ],
    plan: PlanOption = None,
) -> None:
    """Tạo tệp phần lời của báo cáo: kết quả nổi bật, nguyên nhân, đề xuất và những điều số liệu không tự nói ra.

    Tệp đã có thì giữ nguyên, chỉ cho biết còn mục nào để trống.
    """
    folder = locate_plan(plan, day_asked_about(period, today()))
    wanted = parse_report_period(period, lambda: load_or_fail(folder).years)
    path = narrative_path(folder, wanted)
    shown = shown_path(path)
    if os.path.lexists(path):
        read = load_or_fail(folder)
        parts = unwritten_parts(narrative_or_fail(folder, wanted, read))
        state = f"còn để trống: {', '.join(parts)}" if parts else "đã đủ các mục"
        said = "".join(f"{line}\n" for lines in _remarks(read, wanted).values() for line in lines)
        sys.stdout.write(f"{shown} đã có, {state}.\n{said}")
        return
    view = period_view(load_or_fail(folder), wanted)
    _create(path, view, wanted)
    sys.stdout.write(f"Đã tạo {shown}. Mở tệp, ghi ý dưới từng mục, rồi chạy: kehoach report --period {wanted}\n")


def _create(path: Path, view: PeriodView, period: Period) -> None:
    from kehoach_cli.loading.narrative_files import blank_narrative

    offers = _remarks(view.now.plan, period)
    offers["pillars"] = [f"  {pillar.id}: # {pillar.name}" for pillar in view.pillars]
    if reminders := _reminders(view):
        causes = offers.get("objective_causes", [])
        offers["objective_causes"] = ["Những việc cần nêu nguyên nhân:", *(f"  {line}" for line in reminders), *causes]
    text = blank_narrative(f"Phần lời của báo cáo {wording.period(period)}", offers)
    try:
        make_folder(path.parent)
        create_file(path, text.encode("utf-8"))
    except OSError as error:
        raise UsageProblem(f"Không tạo được {shown_path(path)} ({explain(error)})") from None


def _remarks(plan: Plan, period: Period) -> dict[str, list[str]]:
    """What bodies wrote of the period, by the part that it is offered to. Nothing of it is used before it is copied.

    A later remark of a body on a record stands for the one before.
    """
    agencies, offers = register(plan), dict[str, list[str]]()
    for key, part, title in _OFFERED:
        said = [
            f"  - {each.record}, {agencies.short_name(each.agency)}: {' '.join(text.split())}"
            + (f" ({each.source})" if each.source else "")
            for each in {(each.record, each.agency, each.period): each for each in plan.remarks}.values()
            if period.first_day <= each.period.first_day
            and each.period.last_day <= period.last_day
            and (text := getattr(each, key))
        ]
        if said:
            offers[part] = [f"{title} mà các cơ quan nêu, cần thì chép vào dưới mục này:", *said]
    return offers


# A key of a remark, the part of the narrative that it is offered to, and its title.
_OFFERED = (
    ("difficulties", "objective_causes", "Khó khăn, vướng mắc"),
    ("proposals", "proposals", "Đề xuất, kiến nghị"),
)


def _reminders(view: PeriodView) -> list[str]:
    """What the causes should explain: overdue tasks, indicators behind or not met."""
    late: list[tuple[Record, str]] = [(item.task, f"quá hạn {item.days_late} ngày") for item in view.now.overdue_tasks]
    behind: list[tuple[Record, str]] = [
        (item.indicator, terms.ASSESSMENT[item.assessment].lower())
        for item in view.now.indicators
        if item.assessment in LATE_ASSESSMENTS
    ]
    return [f"{record.id} {what} ({view.agencies.names(record.lead, record.id)})" for record, what in [*late, *behind]]
