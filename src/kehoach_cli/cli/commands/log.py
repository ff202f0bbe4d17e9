"""`kehoach log`."""

from typing import Annotated

import typer

from kehoach_cli.cli import console
from kehoach_cli.cli.options import AsOfOption, PlanOption, SelectionOptions, grouped
from kehoach_cli.cli.output.views import Destination, Renderers, write_view
from kehoach_cli.cli.parsing import parse_count
from kehoach_cli.cli.plans.request import Request, open_request, record_on
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.plan.selection import EVERYTHING
from kehoach_cli.reports.history.log_page import log_page
from kehoach_cli.reports.history.log_view import (
    LOG_COLUMNS,
    LogView,
    git_note,
    log_data,
    log_rows,
    plan_log,
    record_log,
)
from kehoach_cli.reports.listings.selection_note import with_selection_note

LATEST = 20


@grouped
def command(
    *,
    record: Annotated[
        str | None,
        typer.Argument(metavar="MÃ", help="Mã chỉ tiêu hoặc nhiệm vụ. Bỏ trống: các mục mới nhất của cả kế hoạch."),
    ] = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    filters: SelectionOptions,
    limit: Annotated[
        str | None,
        typer.Option(
            "--limit",
            "-n",
            metavar="SỐ",
            help="Số mục mới nhất cần xem; 0: tất cả. Bỏ trống: 20 mục của cả kế hoạch, mọi mục của một mã.",
        ),
    ] = None,
    to: Destination,
) -> None:
    """Từng số liệu, báo cáo, gia hạn, điều chỉnh theo thời gian: ngày, văn bản, ai ghi vào kế hoạch và ghi khi nào.

    Người ghi và ngày ghi lấy từ lịch sử git. Có mã chỉ tiêu thì vẽ thêm biểu đồ hiện trạng, kết quả và mức phấn đấu.
    """
    request = open_request(plan, as_of, filters)
    count = None if limit is None else parse_count("--limit", limit)
    if record is None:
        most = LATEST if count is None else count
        view = plan_log(request.files, request.whole, request.selection, request.as_of, most)
    elif request.selection == EVERYTHING:
        view = record_log(request.whole, record_on(request, record), request.as_of, count or 0)
    else:
        raise UsageProblem("Đã nêu mã thì không chọn thêm theo nhóm, cơ quan, vai hay xuất xứ; bỏ một trong hai")
    view = _with_ledger(request, view)
    if to.form == "csv" and (note := git_note(view)):
        console.say(note)
    write_view(
        Renderers(
            lambda: with_selection_note(log_page(view), request.whole, request.selection),
            lambda: log_data(view),
            lambda: log_rows(view),
            LOG_COLUMNS,
        ),
        to,
    )


def _with_ledger(request: Request, view: LogView) -> LogView:
    """The view with the ledger of who recorded its entries, or with the reason why there is none."""
    from kehoach_cli.git.process import GitProblem
    from kehoach_cli.loading.history.who_recorded import who_recorded

    try:
        return view._replace(ledger=who_recorded(request.folder, [item.key for item in view.entries]))
    except GitProblem as problem:
        return view._replace(no_ledger_reason=str(problem))
