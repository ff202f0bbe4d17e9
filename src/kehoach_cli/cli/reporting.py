"""Making the report on a period: from the plan's folder to a Word file, and what is said about it."""

import sys
from pathlib import Path

from kehoach_cli.cli.clock import today
from kehoach_cli.cli.narrative import narrative_or_fail, narrative_path, unwritten_parts
from kehoach_cli.cli.output.document_file import Written, write_document
from kehoach_cli.cli.parsing import parse_day, parse_report_period
from kehoach_cli.cli.request import load_or_fail, locate_plan, shown_path
from kehoach_cli.cli.revision import asked_meanwhile
from kehoach_cli.cli.templates import filled, template_for
from kehoach_cli.diagnostics import COLLECTIONS
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.plan.periods import Period
from kehoach_cli.reports.periodic.charts import period_charts
from kehoach_cli.reports.periodic.context import report_context
from kehoach_cli.reports.periodic.view import PeriodView, period_view
from kehoach_cli.reports.word.originals import REPORT
from kehoach_cli.reports.word.properties import Properties
from kehoach_cli.reports.word.render import Renderer
from kehoach_cli.vocabulary import wording


def make_report(
    renderer: Renderer,
    period: str | None,
    output: str | None,
    template: str | None,
    as_of: str | None,
    plan: str | None,
) -> Path:
    """Write the report that the options ask for, say what was written, and return its path.

    Raises:
        UsageProblem: an option's value makes no sense, or a file cannot be read or written.
        Failure: the plan's files, the narrative or the template have faults, which were printed.
    """
    wanted = parse_report_period(period)
    day = parse_day(as_of) if as_of else None
    folder = locate_plan(plan)
    words = narrative_path(folder, wanted)
    sources = [folder.file(name) for name in COLLECTIONS]
    revision_asked = asked_meanwhile(folder, [*sources, words] if words.exists() else sources)
    mould = template_for(folder, template, REPORT)
    view = period_view(load_or_fail(folder), wanted, day)
    narrative = narrative_or_fail(folder, wanted)
    charts = period_charts(view)
    revision = revision_asked()
    context = report_context(view, narrative, charts, revision)
    document = filled(renderer, mould, context, _properties(view, revision), charts)
    written = write_document(Path(output or f"bao-cao-{wanted}.docx"), document)
    sys.stdout.write(_summary(written, view) + _early(view) + _still_to_write(narrative, words, wanted))
    return written.path


def _properties(view: PeriodView, revision: str) -> Properties:
    name = wording.period(view.period)
    facts = {"Kế hoạch": view.plan.number, "Kỳ báo cáo": name, "Số liệu đến ngày": wording.day(view.as_of)}
    if revision:
        facts["Phiên bản dữ liệu"] = revision
    return Properties(f"Kết quả {name} thực hiện {view.plan.title}", view.plan.issuer, "Báo cáo", view.as_of, facts)


def _summary(written: Written, view: PeriodView) -> str:
    where = shown_path(written.path)
    said = {
        "new": f"Đã ghi {where}",
        "replaced": f"Đã ghi lại {where}",
        "same": f"{where} đã đúng với số liệu hiện có, không cần ghi lại",
        "kept": f"Tệp cũ đã có người sửa nên giữ nguyên; báo cáo mới ở {where}",
    }[written.outcome]
    return f"{said}: {wording.period(view.period)}, số liệu đến hết ngày {wording.day(view.as_of)}.\n"


def _early(view: PeriodView) -> str:
    """A word of warning where the day that everything is judged on has not come yet."""
    if view.as_of <= today():
        return ""
    day = wording.day(view.as_of)
    return (
        f"Lưu ý: ngày {day} chưa đến, mà việc có hạn trước ngày đó đã tính là quá hạn; báo cáo sớm thì thêm --as-of.\n"
    )


def _still_to_write(narrative: Narrative, words: Path, period: Period) -> str:
    parts = unwritten_parts(narrative)
    if not parts:
        return ""
    hint = "" if words.exists() else f" (tạo bằng: kehoach narrative {period})"
    return f"Còn chờ bổ sung: {'; '.join(parts)}.\nGhi vào {shown_path(words)}{hint} rồi lập lại báo cáo.\n"
