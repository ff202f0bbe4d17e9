"""`kehoach reopen`."""

from functools import partial
from typing import Annotated

import typer

from kehoach_cli.cli import dialogue
from kehoach_cli.cli.clock import today
from kehoach_cli.cli.options import ByOption, NoteOption, SendingOptions, grouped
from kehoach_cli.cli.parsing import day_asked_about, parse_report_period
from kehoach_cli.cli.plans.request import load_or_fail, locate_plan
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.close_period import prepare_reopening
from kehoach_cli.entering.parse_values import parse_day, parse_line
from kehoach_cli.entering.saving import EntryOptions, enter
from kehoach_cli.plan.entries import LegalAct


@grouped
def command(
    *,
    period: Annotated[str, typer.Argument(metavar="KỲ", help="Kỳ đã chốt: 2023-Q3, quý III/2023, 2023.")],
    by: ByOption = None,
    date: Annotated[str | None, typer.Option("--date", metavar="NGÀY", help="Ngày của văn bản đó.")] = None,
    note: NoteOption = None,
    options: SendingOptions,
) -> None:
    """Mở lại một kỳ đã chốt để lập lại báo cáo, theo một văn bản. Bản đã gửi vẫn được giữ."""
    if by is None or date is None:
        raise UsageProblem(
            f"Thiếu {'--by' if by is None else '--date'}; mở lại một kỳ cần văn bản yêu cầu, ví dụ "
            '--by "CV 300/UBND-VP" --date 1/10/2023'
        )
    folder = locate_plan(options.plan, day_asked_about(period, today()))
    wanted = parse_report_period(period, lambda: load_or_fail(folder).years)
    act = LegalAct(parse_day(date, "--date"), parse_line(by, "--by"), parse_line(note, "--note") if note else None)
    enter(
        folder,
        partial(prepare_reopening, folder, wanted, act),
        options=EntryOptions(options.yes, options.dry_run, options.commit),
        as_of=today(),
        dialogue=dialogue,
    )
