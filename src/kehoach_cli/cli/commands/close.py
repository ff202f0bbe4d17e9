"""`kehoach close`."""

import re
from functools import partial
from typing import Annotated

import typer

from kehoach_cli.cli import dialogue
from kehoach_cli.cli.clock import today
from kehoach_cli.cli.documents.signed_file import fingerprint_of, other_report, signed_file
from kehoach_cli.cli.documents.templates import template_for
from kehoach_cli.cli.options import SendingOptions, TemplateOption, grouped
from kehoach_cli.cli.parsing import day_asked_about, parse_report_period
from kehoach_cli.cli.plans.request import load_or_fail, locate_plan
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.close_period import SentReport, prepare_closing
from kehoach_cli.entering.parse_values import parse_day, parse_line
from kehoach_cli.entering.saving import EntryOptions, enter
from kehoach_cli.loading.history.revision_name import UNSAVED, plan_sources, revision_of
from kehoach_cli.plan.data_window import data_window
from kehoach_cli.reports.fields.template_kinds import report_kind
from kehoach_cli.vocabulary import wording


@grouped
def command(
    *,
    period: Annotated[str, typer.Argument(metavar="KỲ", help="Kỳ đã gửi báo cáo: 2023-Q3, quý III/2023, 2023.")],
    number: Annotated[
        str | None, typer.Option("--number", metavar="SỐ", help="Số, ký hiệu của báo cáo đã ký: 245/BC-STTTT.")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="NGÀY", help="Ngày của báo cáo đã ký: 18/9/2023 hoặc 2023-09-18.")
    ] = None,
    file: Annotated[
        str | None,
        typer.Option(
            "--file", metavar="TỆP", help="Tệp đã ký, .docx hoặc .pdf; chỉ giữ tên và dấu vân tay (SHA-256) của tệp."
        ),
    ] = None,
    template: TemplateOption = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="NGÀY", help="Báo cáo lấy số liệu đến ngày này thay cho ngày chốt của kỳ."),
    ] = None,
    options: SendingOptions,
) -> None:
    """Chốt một kỳ: giữ lại điều báo cáo đã gửi nói về từng chỉ tiêu, nhiệm vụ, vào data/periods.

    Từ đó báo cáo sau so với bản đã gửi và nêu những số đến muộn ở mục điều chỉnh, bổ sung sau kỳ báo cáo.
    """
    if number is None or date is None:
        raise UsageProblem(
            f"Thiếu {'--number' if number is None else '--date'}; ghi số và ngày của báo cáo đã ký, ví dụ "
            "--number 245/BC-STTTT --date 18/9/2023"
        )
    folder = locate_plan(options.plan, day_asked_about(period, today()))
    plan = load_or_fail(folder)
    wanted = parse_report_period(period, lambda: plan.years)
    day = parse_day(as_of) if as_of else data_window(wanted, plan).last_day
    doubts: list[str] = []
    signed = signed_file(file) if file else None
    if signed:
        doubts += other_report(signed, plan.number, wording.period(wanted), day)
    revision = revision_of(folder, plan_sources(folder))
    if revision.endswith(f"({UNSAVED})"):
        revision = ""
        doubts.append("tệp của Kế hoạch có sửa đổi chưa lưu vào git nên không dẫn được phiên bản; lưu trước rồi chốt")
    chosen = template_for(folder, template, report_kind(wanted))
    report = SentReport(
        wanted,
        re.sub(r"(?i)^số\b[:\s]*", "", parse_line(number, "--number")),
        parse_day(date, "--date"),
        as_of=day if as_of else None,
        file=signed and signed.fingerprint,
        template=fingerprint_of(chosen.name, chosen.content),
        revision=revision or None,
        doubts=tuple(doubts),
    )
    enter(
        folder,
        partial(prepare_closing, folder, report, today()),
        options=EntryOptions(options.yes, options.dry_run, options.commit),
        as_of=today(),
        dialogue=dialogue,
    )
