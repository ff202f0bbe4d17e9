"""Make the report on a period: from the plan's folder to a Word file and the messages about it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from kehoach_cli.cli import dialogue
from kehoach_cli.cli.clock import today
from kehoach_cli.cli.documents.report_narrative import narrative_or_fail, unwritten_parts
from kehoach_cli.cli.documents.report_request import ReportRequest
from kehoach_cli.cli.documents.signed_file import DAY_FACT, PERIOD_FACT, PLAN_FACT
from kehoach_cli.cli.documents.templates import Template, blanks_note, fill_template
from kehoach_cli.cli.plans.request import load_or_fail
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.plan.closed_period import Closing, sent_report
from kehoach_cli.plan.document_heads import DocumentKind
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.restatements import restatement
from kehoach_cli.reports.fields.template_kinds import SUMMARY, kind_of_file
from kehoach_cli.reports.history.moved import MoveTeller
from kehoach_cli.reports.periodic.period_charts import period_charts
from kehoach_cli.reports.periodic.period_view import PeriodView, period_view
from kehoach_cli.reports.periodic.report_context import report_context
from kehoach_cli.reports.periodic.titles import plan_in_period
from kehoach_cli.storage.document_file import Written, write_document
from kehoach_cli.storage.naming import path_exists, shown_path
from kehoach_cli.vocabulary import move_words, wording
from kehoach_cli.word.output.properties import Properties
from kehoach_cli.word.render import Renderer


def make_report(renderer: Renderer, request: ReportRequest, template: Template, output: str | None) -> Path:
    """Write the report, print what was written, and return its path.

    Raises:
        UsageProblem: a file cannot be read or written.
        UnusablePlan: the plan's files or the narrative have errors.
        Failure: the template has errors, which were printed.
    """
    wanted = _report_path(output, request.period)
    plan = load_or_fail(request.folder)
    sent = sent_report(plan.closed, request.period)
    view = period_view(plan, request.period, request.as_of)
    if view.as_of < view.window.first_day:
        day, first, name = wording.day(view.as_of), wording.day(view.window.first_day), wording.period(request.period)
        raise UsageProblem(
            f"--as-of: ngày {day} trước ngày đầu của số liệu {name} ({first}); lập báo cáo của kỳ trước đó"
        )
    if sent:
        _confirm(list(_otherwise(view, sent)), yes=request.yes)
    narrative = narrative_or_fail(request.folder, request.period, plan)
    charts = period_charts(view)
    revision = request.revision()
    kind: DocumentKind = "summary" if kind_of_file(template.name) == SUMMARY else "report"
    context = report_context(view, narrative, charts, revision, kind, with_method=request.with_method)
    document = fill_template(renderer, template, context, _properties(view, context["co_quan"]["ten"], revision))
    written = write_document(wanted, document, renderer.untouched)
    blanks = blanks_note(request.folder, view.plan, kind)
    notes = [_cutoff_note(view, request), _unwritten_note(narrative, request), f"{blanks}\n" if blanks else ""]
    sys.stdout.write(_summary(written, view) + "".join(notes))
    return written.path


def _otherwise(view: PeriodView, sent: Closing) -> Iterator[str]:
    """How the report would differ from the one that was sent, one sentence for each record."""
    name = f"{move_words.report(sent)} về {wording.period(view.period)}"
    told = MoveTeller(view.files, sent.as_of).restated([restatement(view.files, view.period, sent)])
    for line in told:
        documents = f" ({'; '.join(line.documents)})" if line.documents else ""
        yield f"{line.record}: {wording.inline(name)} nêu «{line.said}», lập lại thì nêu «{line.now}»{documents}"
    if tuple(each.restated for each in view.restatements) != sent.restated:
        yield f"mục «Điều chỉnh, bổ sung sau kỳ báo cáo» nay khác {wording.inline(name)}"


def _confirm(differences: list[str], *, yes: bool) -> None:
    if yes:
        dialogue.show_doubts(differences)
    else:
        dialogue.confirm(differences)


def _report_path(output: str | None, period: Period) -> Path:
    """The report's path. A name that Word would not open is refused before anything is computed."""
    path = Path(output or f"bao-cao-{period}.docx")
    if os.path.isdir(path):  # noqa: PTH112 - unlike `Path.is_dir`, it takes any name
        raise UsageProblem(f"-o: {path} là thư mục; ghi cả tên tệp, ví dụ -o {path / f'bao-cao-{period}.docx'}")
    if path.suffix.lower() != ".docx":
        raise UsageProblem(f"-o: tên tệp phải có đuôi .docx, không phải «{path.name}»; muốn có bản PDF thì thêm --pdf")
    return path


def _properties(view: PeriodView, issuer: str, revision: str) -> Properties:
    name, subject = wording.period(view.period), plan_in_period(view.plan, view.period)
    facts = {PLAN_FACT: view.plan.number, PERIOD_FACT: name, DAY_FACT: wording.day(view.as_of)}
    if revision:
        facts["Phiên bản dữ liệu"] = revision
    return Properties(f"Kết quả thực hiện {subject}", issuer, "Báo cáo", view.as_of.isoformat(), facts)


def _summary(written: Written, view: PeriodView) -> str:
    where = shown_path(written.path)
    outcome = {
        "new": f"Đã ghi {where}",
        "replaced": f"Đã ghi lại {where}",
        "same": f"{where} đã đúng với số liệu hiện có, không cần ghi lại",
        "kept": f"Tệp cũ đã có người sửa nên giữ nguyên; báo cáo mới ở {where}",
    }[written.outcome]
    return f"{outcome}: {wording.period(view.period)}, số liệu đến hết ngày {wording.day(view.as_of)}.\n"


def _cutoff_note(view: PeriodView, request: ReportRequest) -> str:
    """A note if the cut-off day lies before the plan's date, or in the future unasked; else empty."""
    day = wording.day(view.as_of)
    if view.as_of < view.plan.date:
        issued = wording.day(view.plan.date)
        return (
            f"Lưu ý: ngày chốt {day} trước ngày ban hành Kế hoạch ({issued}); muốn chốt ngày khác thì thêm --as-of.\n"
        )
    if request.as_of or view.as_of <= today():
        return ""
    return (
        f"Lưu ý: ngày {day} chưa đến, mà việc có hạn trước ngày đó đã tính là quá hạn; báo cáo sớm thì thêm --as-of.\n"
    )


def _unwritten_note(narrative: Narrative, request: ReportRequest) -> str:
    parts = unwritten_parts(narrative)
    if not parts:
        return ""
    hint = "" if path_exists(request.narrative) else f" (tạo bằng: kehoach narrative {request.period})"
    return f"Còn chờ bổ sung: {'; '.join(parts)}.\nGhi vào {shown_path(request.narrative)}{hint} rồi lập lại báo cáo.\n"
