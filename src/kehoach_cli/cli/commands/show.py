"""`kehoach show`."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from kehoach_cli.cli.options import AsOfOption, PlanOption, grouped
from kehoach_cli.cli.output.views import Destination, Renderers, write_view
from kehoach_cli.cli.plans.earlier_plans import years_before
from kehoach_cli.cli.plans.request import Request, open_request, record_on
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.plan.data_window import data_window
from kehoach_cli.plan.due import DueError
from kehoach_cli.plan.gaps import progress
from kehoach_cli.plan.model import Indicator, Record
from kehoach_cli.plan.standing import task_status
from kehoach_cli.plan.typed_period import read_period
from kehoach_cli.reports.history.closed_page import ROW_COLUMNS, closed_data, closed_page, closed_rows
from kehoach_cli.reports.listings.gap_columns import progress_data
from kehoach_cli.reports.pages import Page
from kehoach_cli.reports.record.answers_table import parts_data
from kehoach_cli.reports.record.record_data import indicator_data, standing_data, task_data
from kehoach_cli.reports.record.record_page import heading_page, indicator_page, task_page
from kehoach_cli.reports.record.years_table import YearBefore, years_data, years_table
from kehoach_cli.vocabulary import move_words, wording
from kehoach_cli.vocabulary.refused_due import only_year


@grouped
def command(
    *,
    record: Annotated[
        str,
        typer.Argument(
            metavar="MÃ", help="Mã chỉ tiêu hoặc nhiệm vụ: CQS-02, NV-CQS-05; hoặc một kỳ đã chốt: 2023-Q3."
        ),
    ],
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    to: Destination,
) -> None:
    """Mọi thông tin về một chỉ tiêu hoặc nhiệm vụ: nội dung trong Kế hoạch, kết quả qua các kỳ và cách đánh giá.

    Với một kỳ đã chốt: điều báo cáo đã gửi nói về từng chỉ tiêu, nhiệm vụ.
    """
    request = open_request(plan, as_of, period=record)
    write_view(_closed(record, request) or _renderers(record, request), to)


def _closed(wanted: str, request: Request) -> Renderers | None:
    """What was sent on the period of this name; None if it names none."""
    if any(record.id.casefold() == wanted.casefold() for record in request.files.records):
        return None
    try:
        period = read_period(wanted, only_year(request.files.years))
    except DueError:
        return None
    closed = next((each for each in request.files.closed if each.period == period), None)
    if closed is None or not closed.closings:
        raise UsageProblem(
            f"Chưa chốt {wording.period(period)}; {move_words.closed_periods(request.files.closed)}. "
            f"Muốn chốt thì chạy: kehoach close {period} --number SỐ --date NGÀY"
        )
    return Renderers(
        lambda: closed_page(closed, request.files),
        lambda: closed_data(closed, request.files),
        lambda: closed_rows(closed),
        ROW_COLUMNS,
    )


def _renderers(wanted: str, request: Request) -> Renderers:
    whole, agencies = request.whole, request.agencies
    found, at = record_on(request, wanted), (whole, agencies, request.as_of)
    since = data_window(request.period, request.files).first_day
    years = years_before(found, request.folder, request.files, request.as_of)
    if isinstance(found, Indicator):
        item = progress(found, request.as_of)
        return Renderers(
            lambda: (
                heading_page(found, *at) if found.heading else _through(years, indicator_page(item, *at[:2], since))
            ),
            lambda: indicator_data(item, whole) | parts_data(item, since) | years_data(years),
            lambda: [_row(found, progress_data(item))],
        )
    status = task_status(found, whole, request.as_of)
    return Renderers(
        lambda: heading_page(found, *at) if found.heading else _through(years, task_page(status, *at[:2], since)),
        lambda: task_data(status, whole) | parts_data(status, since) | years_data(years),
        lambda: [_row(found, {"id": status.task.id, **standing_data(status)})],
    )


def _through(years: Sequence[YearBefore], page: Page) -> Page:
    return page._replace(tables=(*page.tables, *years_table(years)))


def _row(record: Record, data: dict[str, Any]) -> dict[str, Any]:
    """The flat row: of a heading and of a record that is no longer in the plan its id alone."""
    return {**dict.fromkeys(data), "id": record.id} if record.removed or record.heading else data
