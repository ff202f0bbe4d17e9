"""`kehoach form`."""

from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.documents.asking import ReplyByOption, duties_asked, reply_day
from kehoach_cli.cli.documents.forms import form_workbook, write_form
from kehoach_cli.cli.documents.templates import fill_template, template_for
from kehoach_cli.cli.options import AgencyOption, AsOfOption, PeriodOption, PlanOption, SelectionOptions
from kehoach_cli.cli.output.views import Destination, FormatOption, Renderers, write_view
from kehoach_cli.cli.plans.request import Request, open_request
from kehoach_cli.cli.progress import progress_bar
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.reports.fields.template_kinds import FORM
from kehoach_cli.reports.letters.form_context import form_context
from kehoach_cli.reports.letters.form_guide import form_title
from kehoach_cli.reports.letters.form_summary import FORM_COLUMNS, forms_data, forms_page, forms_rows
from kehoach_cli.reports.letters.form_view import FormView, form_views
from kehoach_cli.storage.document_file import Written
from kehoach_cli.word.output.properties import Properties
from kehoach_cli.word.render import Renderer


def command(
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="THƯ MỤC", help="Thư mục để ghi các phiếu; chưa có thì tạo.")
    ] = None,
    agency: AgencyOption = None,
    period: PeriodOption = None,
    reply_by: ReplyByOption = None,
    word: Annotated[bool, typer.Option("--word", help="Ghi phiếu thành tệp Word thay vì Excel.")] = False,
    as_of: AsOfOption = None,
    plan: PlanOption = None,
    form: FormatOption = "table",
) -> None:
    """Lập phiếu báo cáo để gửi đi: mỗi cơ quan phải báo cáo trong kỳ một tệp Excel, chỉ gồm việc của cơ quan đó.

    Phiếu đã in sẵn mã, tên, mức phải đạt, thời hạn và lần báo cáo gần nhất; cơ quan chỉ điền các ô trắng rồi gửi lại.
    """
    if output is None:
        raise UsageProblem("Thiếu -o: ghi thư mục để chứa các phiếu, ví dụ -o phieu")
    with Renderer() as renderer:
        request = open_request(plan, as_of, SelectionOptions(agency=agency), period)
        last_day = reply_day(reply_by, request.as_of)
        duties = duties_asked(period or str(request.period), request)
        if agency is not None:  # its own duties are known in full
            duties = duties._replace(duties=tuple(duty._replace(open_groups=()) for duty in duties.duties))
        views = form_views(request.files, duties, request.agencies, last_day, request.selection.agency)
        written: dict[str, Written] = {}
        with progress_bar(len(views)) as bar:
            for view in bar.track(views):
                content = _in_word(renderer, view, request) if word else form_workbook(view, request.agencies)
                suffix = ".docx" if word else ".xlsx"
                written[view.agency] = write_form(Path(output), view, content, suffix, renderer.untouched)
    files = {each: document.path.name for each, document in written.items()}
    kept = {each for each, document in written.items() if document.outcome == "kept"}
    write_view(
        Renderers(
            lambda: forms_page(views, duties, request.agencies, files, output, kept),
            lambda: forms_data(views, duties, files),
            lambda: forms_rows(views, files),
            FORM_COLUMNS,
        ),
        Destination(form),
    )


def _in_word(renderer: Renderer, view: FormView, request: Request) -> bytes:
    properties = Properties(
        form_title(view), view.plan.issuer, "Phiếu báo cáo", view.as_of.isoformat(), {"Kế hoạch": view.plan.number}
    )
    template = template_for(request.folder, None, FORM)
    return fill_template(renderer, template, form_context(view, request.agencies), properties)
