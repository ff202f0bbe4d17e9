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
from kehoach_cli.reports.fields.template_kinds import JOINT_LETTER, LETTER
from kehoach_cli.reports.letters.form_view import form_views
from kehoach_cli.reports.letters.joint_letter import joint_context
from kehoach_cli.reports.letters.letter_context import letter_context
from kehoach_cli.reports.letters.letter_items import LettersView, letters_view
from kehoach_cli.reports.letters.letter_summary import LETTER_COLUMNS, letters_data, letters_rows, summary_page
from kehoach_cli.storage.document_file import Written, write_document
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
    joint: Annotated[
        bool, typer.Option("--joint", help="Một công văn chung gửi mọi cơ quan, phụ lục kê việc của từng cơ quan.")
    ] = False,
    template: TemplateOption = None,
    plan: PlanOption = None,
    form: FormatOption = "table",
) -> None:
    """Viết công văn đôn đốc: mỗi cơ quan chủ trì một tệp Word, chỉ gồm việc của cơ quan đó.

    Đôn đốc việc quá hạn, việc đến hạn trong 30 ngày và chỉ tiêu, nhiệm vụ chưa có số liệu, báo cáo của kỳ vừa chốt.
    Việc giao cho nhóm được gửi từng thành viên đã biết. Cơ quan ban hành công văn không gửi cho chính mình.
    """
    if output is None:
        raise UsageProblem("Thiếu -o: ghi thư mục để chứa các công văn, ví dụ -o cong-van")
    with Renderer() as renderer:
        request = open_request(plan, as_of, SelectionOptions(agency=agency), period)
        last_day = reply_day(reply_by, request.as_of)
        duties = duties_asked(period, request) if period else closed_duties(request.files, request.as_of)
        chosen = template_for(request.folder, template, JOINT_LETTER if joint else LETTER)
        renderer.prepare(chosen.content, chosen.shape)
        status = plan_status(request.whole, request.as_of)
        view = letters_view(status, duties, request.agencies, request.selection.agency)
        folder = Path(output)
        forms = form_views(request.files, duties, request.agencies, last_day) if with_forms else []
        asked = {form.agency: form for form in forms}
        written: dict[str, Written] = {}
        with_letters = {}
        documents = (
            {f"{JOINT_LETTER}.docx": view.letters}  # no agency's id makes this name
            if joint and view.letters
            else {f"{LETTER}-{letter.agency}.docx": (letter,) for letter in view.letters}
        )
        with progress_bar(len(view.letters)) as bar:
            for name, letters in bar.track([*documents.items()]):
                with_form = any(letter.agency in asked for letter in letters)
                context = (
                    joint_context(view, request.agencies, last_day, with_form=with_form)
                    if joint
                    else letter_context(letters[0], view, request.agencies, last_day, with_form=with_form)
                )
                document = fill_template(renderer, chosen, context, _properties(request, view))
                make_output_folder(folder)  # not before there is something to write
                made = write_document(folder / name, document, renderer.untouched)
                written |= {letter.agency: made for letter in letters}
                for form_view in (asked[letter.agency] for letter in letters if letter.agency in asked):
                    content = form_workbook(form_view, request.agencies)
                    form_file = write_form(folder, form_view, content, ".xlsx", renderer.untouched)
                    with_letters[form_view.agency] = form_file.path.name
    if written and (blanks := blanks_note(request.folder, request.whole, "letter")):
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


def _properties(request: Request, view: LettersView) -> Properties:
    facts = {"Kế hoạch": request.whole.number, "Tính đến ngày": wording.day(request.as_of)}
    return Properties("Công văn đôn đốc", view.head.issuer, "Công văn", request.as_of.isoformat(), facts)
