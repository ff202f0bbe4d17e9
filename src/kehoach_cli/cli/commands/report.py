"""`kehoach report`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.narrative import narrative_or_fail, narrative_path, unwritten_parts
from kehoach_cli.cli.options import PlanOption, TemplateOption
from kehoach_cli.cli.output.document_file import Written, write_document
from kehoach_cli.cli.parsing import parse_day, parse_report_period
from kehoach_cli.cli.request import load_or_fail, locate_plan, shown_path
from kehoach_cli.cli.revision import revision_of
from kehoach_cli.cli.templates import filled, template_for
from kehoach_cli.diagnostics import COLLECTIONS
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.plan.periods import Period
from kehoach_cli.reports.periodic.charts import period_charts
from kehoach_cli.reports.periodic.context import report_context
from kehoach_cli.reports.periodic.view import PeriodView, period_view
from kehoach_cli.reports.word.properties import Properties
from kehoach_cli.reports.word.render import Renderer
from kehoach_cli.vocabulary import wording


def command(
    period: Annotated[
        str | None,
        typer.Option(
            "--period", metavar="KỲ", help="Kỳ báo cáo: 2023-Q3, 2023-H1 (6 tháng), 2023 (năm), 2023-09 (tháng)."
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="TỆP", help="Tệp Word cần ghi. Bỏ trống: bao-cao-KỲ.docx ở thư mục hiện tại."
        ),
    ] = None,
    template: TemplateOption = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="NGÀY", help="Số liệu tính đến ngày này thay cho ngày chốt của kỳ."),
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Làm thêm bản PDF (cần LibreOffice).")] = False,
    plan: PlanOption = None,
) -> None:
    """Lập báo cáo Word của một kỳ theo thể thức Nghị định 30/2020/NĐ-CP.

    Số, ngày để trống chờ văn thư; phần chỉ con người biết lấy từ tệp do «kehoach narrative KỲ» tạo ra.
    Tệp đã có người sửa không bị ghi đè.
    """
    wanted = parse_report_period(period)
    day = parse_day(as_of) if as_of else None
    folder = locate_plan(plan)
    words = narrative_path(folder, wanted)
    with Renderer() as renderer:
        mould = template_for(folder, template, "bao-cao-quy")
        view = period_view(load_or_fail(folder), wanted, day)
        narrative = narrative_or_fail(words)
        sources = [folder.file(name) for name in COLLECTIONS]
        revision = revision_of(folder, [*sources, words] if words.exists() else sources)
        charts = period_charts(view)
        context = report_context(view, narrative, charts, revision)
        document = filled(renderer, mould, context, _properties(view, revision), charts)
    written = write_document(Path(output or f"bao-cao-{wanted}.docx"), document)
    sys.stdout.write(_summary(written, view) + _still_to_write(narrative, words, wanted))
    if pdf:
        from kehoach_cli.cli.pdf import write_pdf

        sys.stdout.write(f"Đã ghi {shown_path(write_pdf(written.path))}.\n")


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


def _still_to_write(narrative: Narrative, words: Path, period: Period) -> str:
    parts = unwritten_parts(narrative)
    if not parts:
        return ""
    hint = "" if words.exists() else f" (tạo bằng: kehoach narrative {period})"
    return f"Còn chờ bổ sung: {'; '.join(parts)}.\nGhi vào {shown_path(words)}{hint} rồi lập lại báo cáo.\n"
