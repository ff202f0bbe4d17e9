"""`kehoach receive`."""

from collections.abc import Mapping, Sequence
from datetime import date as Day  # noqa: N812 - `date` is an option
from typing import Annotated

import typer

from kehoach_cli.cli.exits import FINDINGS, USAGE, Failure
from kehoach_cli.cli.options import AddOptions, DateOption, SourceOption, grouped
from kehoach_cli.cli.output.views import Destination, FormatOption, Renderers, write_view
from kehoach_cli.cli.parsing import as_of_day
from kehoach_cli.cli.plans.request import load_or_fail, locate_plan
from kehoach_cli.cli.progress import progress_bar
from kehoach_cli.cli.receiving import FileReceiver, tables_at
from kehoach_cli.entering.placed_rows import Defaults
from kehoach_cli.entering.saving import EntryOptions
from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.coverage import who_must_answer
from kehoach_cli.plan.in_force import in_force
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.periods import Period
from kehoach_cli.reports.letters.received_page import (
    RECEIVED_COLUMNS,
    ReceivedView,
    received_data,
    received_page,
    received_rows,
)
from kehoach_cli.tables.table_reader import TableReader


@grouped
def command(
    *,
    files: Annotated[
        list[str],
        typer.Argument(metavar="TỆP…", help="Phiếu, bảng (.xlsx, .ods, .docx, .csv) hoặc thư mục chứa chúng."),
    ],
    agency: Annotated[
        str | None,
        typer.Option("--agency", metavar="CƠ QUAN", help="Cơ quan trả lời, khi tệp không phải là phiếu của kehoach."),
    ] = None,
    source: SourceOption = None,
    date: DateOption = None,
    form: FormatOption = "table",
    options: AddOptions,
) -> None:
    """Nhận phiếu và bảng mà các cơ quan gửi lại, ghi vào kế hoạch như record và update.

    Mỗi tệp được ghi hết hoặc không ghi dòng nào; một tệp hỏng không cản các tệp khác; nhận lại một tệp thì không ghi
    lần nữa. --source, --date dùng cho dòng không ghi văn bản, ngày. Ô để trống là chưa có, không phải lỗi.
    """
    day = as_of_day(options.as_of)
    folder = locate_plan(options.plan, day)
    before = load_or_fail(folder)
    paths, skipped = tables_at(files)
    how = EntryOptions(options.yes, options.dry_run, options.commit)
    with TableReader() as reader, progress_bar(len(paths)) as bar:
        receiver = FileReceiver(folder, Defaults(agency, source, date), how, day, bar)
        outcomes = receiver.take_all(paths, reader)
    after = before if options.dry_run else load_or_fail(folder)
    view = ReceivedView(tuple(outcomes), _missing(after, receiver.periods, day), tuple(skipped), options.dry_run)
    agencies = register(in_force(after, day))
    write_view(
        Renderers(
            lambda: received_page(view, agencies),
            lambda: received_data(view),
            lambda: received_rows(view),
            RECEIVED_COLUMNS,
        ),
        Destination(form),
    )
    if all(outcome.problem for outcome in outcomes):
        raise Failure(USAGE)
    if any(outcome.problem or outcome.doubts for outcome in outcomes):
        raise Failure(FINDINGS)


def _missing(plan: Plan, periods: Mapping[str, Period], as_of: Day) -> dict[str, Sequence[str]]:
    """The records that each body still has to answer in its period."""
    duties = {period: who_must_answer(plan, period, as_of, late=True) for period in set(periods.values())}
    return {
        agency: [duty.record.id for duty in duties[period].duties if duty.agency == agency and duty.missing]
        for agency, period in periods.items()
    }
