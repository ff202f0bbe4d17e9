"""`kehoach remind`."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from kehoach_cli.cli import console
from kehoach_cli.cli.documents.templates import blanks_note, fill_template, template_for
from kehoach_cli.cli.options import AgencyOption, AsOfOption, PlanOption, SelectionOptions, TemplateOption
from kehoach_cli.cli.output.views import Destination, FormatOption, Renderers, write_view
from kehoach_cli.cli.parsing import parse_report_period
from kehoach_cli.cli.plans.request import Request, open_request
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.parse_values import parse_day
from kehoach_cli.plan.coverage import PeriodDuties, who_must_answer
from kehoach_cli.plan.data_window import last_closed
from kehoach_cli.plan.in_force import known_by
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.reports.fields.template_kinds import LETTER
from kehoach_cli.reports.letters.letter_context import letter_context, usual_reply_by
from kehoach_cli.reports.letters.letter_items import LettersView, letters_view
from kehoach_cli.reports.letters.letter_summary import LETTER_COLUMNS, letters_data, letters_rows, summary_page
from kehoach_cli.storage.atomic_write import make_folder
from kehoach_cli.storage.document_file import Written, write_document
from kehoach_cli.storage.write_faults import explain
from kehoach_cli.vocabulary import wording
from kehoach_cli.word.output.properties import Properties
from kehoach_cli.word.render import Renderer

LetterWriter = Callable[[Path, Mapping[str, Any]], Written]


def command(
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="THƯ MỤC", help="Thư mục để ghi các công văn; chưa có thì tạo."),
    ] = None,
    agency: AgencyOption = None,
    as_of: AsOfOption = None,
    reply_by: Annotated[
        str | None,
        typer.Option(
            "--reply-by", metavar="NGÀY", help="Hạn trả lời. Bỏ trống: 10 ngày sau, cuối tuần thì lùi sang thứ hai."
        ),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option("--period", metavar="KỲ", help="Kỳ của số liệu còn thiếu. Bỏ trống: kỳ vừa chốt số liệu."),
    ] = None,
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
        request = open_request(plan, as_of, SelectionOptions(agency=agency))
        last_day = parse_day(reply_by, "--reply-by") if reply_by else usual_reply_by(request.as_of)
        if last_day <= request.as_of:
            day, today = wording.day(last_day), wording.day(request.as_of)
            raise UsageProblem(f"--reply-by: hạn trả lời {day} không sau ngày đôn đốc {today}; chọn ngày muộn hơn")
        duties = _duties(period, request)
        chosen = template_for(request.folder, template, LETTER)
        renderer.prepare(chosen.content, chosen.shape)
        status = plan_status(request.whole, request.as_of)
        view = letters_view(status, duties, request.agencies, request.selection.agency)

        def write(path: Path, context: Mapping[str, Any]) -> Written:
            document = fill_template(renderer, chosen, context, _properties(request))
            _make_folder(path.parent)  # not before there is something to write
            return write_document(path, document, renderer.untouched)

        written = _write(view, request, last_day, Path(output), write)
    if written and (blanks := blanks_note(request.folder, request.whole)):
        console.say(blanks)
    files = {agency: document.path.name for agency, document in written.items()}
    kept = {agency for agency, document in written.items() if document.outcome == "kept"}
    write_view(
        Renderers(
            lambda: summary_page(view, request.agencies, files, output, kept),
            lambda: letters_data(view, files),
            lambda: letters_rows(view, files),
            LETTER_COLUMNS,
        ),
        Destination(form),
    )


def _duties(period: str | None, request: Request) -> PeriodDuties:
    """Who owes what for the period, else for the latest one whose data are closed; late answers count.

    Raises UsageProblem if its data have not begun, or the plan has no such period.
    """
    files, as_of = request.files, request.as_of
    if period is None:
        return who_must_answer(files, last_closed(as_of, known_by(files, as_of)), as_of, late=True)
    wanted = parse_report_period(period, lambda: files.years)
    duties = who_must_answer(files, wanted, as_of, late=True)
    (first_day, last_day), name = duties.window, wording.period(wanted)
    if as_of < first_day:
        why, other = f"tính từ ngày {wording.day(first_day)}, sau ngày đôn đốc {wording.day(as_of)}", "sớm"
    elif last_day < files.date:
        why, other = (
            f"chốt ngày {wording.day(last_day)}, trước ngày ban hành Kế hoạch {wording.day(files.date)}",
            "muộn",
        )
    elif wanted.year > files.years[-1]:
        why, other = f"ở sau năm {files.years[-1]}, năm cuối của Kế hoạch", "sớm"
    else:
        return duties
    raise UsageProblem(f"--period: số liệu {name} {why}; chọn kỳ {other} hơn")


def _make_folder(folder: Path) -> None:
    try:
        make_folder(folder)
    except FileExistsError:
        raise UsageProblem(f"-o: {folder} là tệp, không phải thư mục; chọn thư mục khác") from None
    except OSError as error:
        raise UsageProblem(f"-o: không tạo được thư mục {folder}: {explain(error)}") from None


def _write(
    view: LettersView, request: Request, reply_by: date, folder: Path, write: LetterWriter
) -> dict[str, Written]:
    """Write the letters into the folder; the outcome of each, by agency."""
    return {
        letter.agency: write(
            folder / f"{LETTER}-{letter.agency}.docx", letter_context(letter, view, request.agencies, reply_by)
        )
        for letter in view.letters
    }


def _properties(request: Request) -> Properties:
    facts = {"Kế hoạch": request.whole.number, "Tính đến ngày": wording.day(request.as_of)}
    return Properties("Công văn đôn đốc", request.whole.issuer, "Công văn", request.as_of.isoformat(), facts)
