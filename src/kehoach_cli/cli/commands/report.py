"""`kehoach report`."""

from typing import Annotated

import typer

from kehoach_cli.cli.documents.report_file import make_report
from kehoach_cli.cli.documents.report_request import report_request
from kehoach_cli.cli.documents.templates import template_for
from kehoach_cli.cli.options import PlanOption, TemplateOption
from kehoach_cli.reports.fields.template_kinds import report_kind
from kehoach_cli.word.render import Renderer


def command(
    period: Annotated[
        str | None,
        typer.Option(
            "--period", metavar="KỲ", help="Kỳ báo cáo: quý III/2023, tháng 9/2023, 6 tháng đầu năm 2023, 2023."
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
        str | None, typer.Option("--as-of", metavar="NGÀY", help="Số liệu tính đến ngày này thay cho ngày chốt của kỳ.")
    ] = None,
    with_method: Annotated[
        bool, typer.Option("--with-method", help="Kèm phụ lục phương pháp đánh giá và số liệu đầu vào.")
    ] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="Làm thêm bản PDF (cần LibreOffice).")] = False,
    yes: Annotated[
        bool,
        typer.Option("--yes", "-y", help="Kỳ đã chốt: lập cả khi báo cáo nay khác bản đã gửi, không hỏi lại."),
    ] = False,
    plan: PlanOption = None,
) -> None:
    """Lập báo cáo Word của một kỳ theo thể thức Nghị định 30/2020/NĐ-CP.

    Số, ngày để trống chờ văn thư; phần chỉ con người biết lấy từ tệp do «kehoach narrative KỲ» tạo ra.
    Tệp đã có người sửa không bị ghi đè. Kỳ đã chốt mà nay khác bản đã gửi thì nêu chỗ khác trước khi ghi.
    """
    with Renderer() as renderer:
        request = report_request(period, as_of, plan, yes=yes, with_method=with_method)
        chosen = template_for(request.folder, template, report_kind(request.period))
        renderer.prepare(chosen.content, chosen.shape)
        path = make_report(renderer, request, chosen, output)
    if pdf:
        from kehoach_cli.cli.documents.pdf import make_pdf

        make_pdf(path)
