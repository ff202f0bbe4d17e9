"""`kehoach remind`."""

from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli import console
from kehoach_cli.cli.documents.asking import ReplyByOption, closed_duties, duties_asked, make_output_folder, reply_day
from kehoach_cli.cli.documents.forms import form_workbook, write_form
from kehoach_cli.cli.documents.templates import blanks_note, fill_template, template_for
from kehoach_cli.cli.options import AgencyOption, AsOfOption, PlanOption, SelectionOptions, TemplateOption
from kehoach_cli.cli.output.views import Destination, FormatOption, Renderers, write_view
from kehoach_cli.cli.plans.request import Request, open_request
from kehoach_cli.cli.progress import progress_bar
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.reports.fields.template_kinds import LETTER
from kehoach_cli.reports.letters.form_view import form_views
from kehoach_cli.reports.letters.letter_context import letter_context
from kehoach_cli.reports.letters.letter_items import letters_view
from kehoach_cli.reports.letters.letter_summary import LETTER_COLUMNS, letters_data, letters_rows, summary_page
from kehoach_cli.storage.document_file import write_document
from kehoach_cli.vocabulary import wording
from kehoach_cli.word.output.properties import Properties
from kehoach_cli.word.render import Renderer


def command(
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="THƯ MỤC", help="Thư mục để ghi các công văn; chưa có thì tạo."),
    ] = None,
    agency: AgencyOption = None,
    as_of: AsOfOption = None,
    reply_by: ReplyByOption = None,
    period: Annotated[
        str | None,
        typer.Option("--period", metavar="KỲ", help="Kỳ của số liệu còn thiếu. Bỏ trống: kỳ vừa chốt số liệu."),
    ] = None,
    with_forms: Annotated[
        bool, typer.Option("--with-forms", help="Kèm mỗi công văn một phiếu báo cáo của kỳ để cơ quan điền.")
    ] = False,
    template: TemplateOption = None,
    plan: PlanOption = None,
    form: FormatOption = "table",
) -> None:
    """Viết công văn đôn đốc: mỗi cơ quan chủ trì một tệp Word, chỉ gồm việc của cơ quan đó.

    Đôn đốc việc quá hạn, việc đến hạn trong 30 ngày và chỉ tiêu, nhiệm vụ chưa có số liệu, báo cáo của kỳ vừa chốt.
    Việc giao cho nhóm được gửi từng thành viên đã biết.
    """
    if output is None:
        raise UsageProblem("Thiếu -o: ghi thư mục để chứa các công văn, ví dụ -o cong-van")
    with Renderer() as renderer:
        request = open_request(plan, as_of, SelectionOptions(agency=agency), period)
        last_day = reply_day(reply_by, request.as_of)
        duties = duties_asked(period, request) if period else closed_duties(request.files, request.as_of)
        chosen = template_for(request.folder, template, LETTER)
        renderer.prepare(chosen.content, chosen.shape)
        status = plan_status(request.whole, request.as_of)
        view = letters_view(status, duties, request.agencies, request.selection.agency)
        folder = Path(output)
        forms = form_views(request.files, duties, request.agencies, last_day) if with_forms else []
        asked = {form.agency: form for form in forms}
        written, with_letters = {}, {}
        with progress_bar(len(view.letters)) as bar:
            for letter in bar.track(view.letters):
                form_view = asked.get(letter.agency)
                context = letter_context(letter, view, request.agencies, last_day, with_form=form_view is not None)
                document = fill_template(renderer, chosen, context, _properties(request))
                make_output_folder(folder)  # not before there is something to write
                path = folder / f"{LETTER}-{letter.agency}.docx"
                written[letter.agency] = write_document(path, document, renderer.untouched)
                if form_view:
                    content = form_workbook(form_view, request.agencies)
                    form_file = write_form(folder, form_view, content, ".xlsx", renderer.untouched)
                    with_letters[letter.agency] = form_file.path.name
    if written and (blanks := blanks_note(request.folder, request.whole)):
        console.say(blanks)
    files = {agency: document.path.name for agency, document in written.items()}
    kept = {agency for agency, document in written.items() if document.outcome == "kept"}
    write_view(
        Renderers(
            lambda: summary_page(view, request.agencies, files, output, kept, with_letters if with_forms else None),
            lambda: letters_data(view, files, with_letters),
            lambda: letters_rows(view, files),
            LETTER_COLUMNS,
        ),
        Destination(form),
    )


def _properties(request: Request) -> Properties:
    facts = {"Kế hoạch": request.whole.number, "Tính đến ngày": wording.day(request.as_of)}
    return Properties("Công văn đôn đốc", request.whole.issuer, "Công văn", request.as_of.isoformat(), facts)
