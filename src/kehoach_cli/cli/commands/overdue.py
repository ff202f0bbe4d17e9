"""`kehoach overdue`."""

from typing import Annotated

import typer

from kehoach_cli.cli.exits import Failure
from kehoach_cli.cli.options import AsOfOption, PlanOption, SelectionOptions, grouped
from kehoach_cli.cli.output.views import Destination, Renderers, write_view
from kehoach_cli.cli.plans.request import open_request
from kehoach_cli.entering.parse_values import choice
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.reports.listings.overdue_items import OVERDUE_COLUMNS, overdue_data, overdue_rows, overdue_view
from kehoach_cli.reports.listings.overdue_page import overdue_page
from kehoach_cli.reports.listings.selection_note import with_selection_note


@grouped
def command(
    *,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    filters: SelectionOptions,
    by: Annotated[
        str, typer.Option("--by", metavar="CÁCH", help="Xếp theo quarter (quý đã lỡ, mặc định) hoặc agency (cơ quan).")
    ] = "quarter",
    fail: Annotated[bool, typer.Option("--fail", help="Thoát với mã 1 nếu có việc quá hạn.")] = False,
    to: Destination,
) -> None:
    """Nhiệm vụ và chỉ tiêu quá hạn, việc định kỳ có kỳ chưa báo cáo, việc thường xuyên lâu không có báo cáo.

    Nhiệm vụ chỉ quá hạn từ ngày liền sau ngày cuối cùng của thời hạn.
    """
    request = open_request(plan, as_of, filters)
    by_agency = choice("--by", by, ("quarter", "agency")) == "agency"
    view = overdue_view(plan_status(request.plan, request.as_of))
    write_view(
        Renderers(
            lambda: with_selection_note(
                overdue_page(view, request.agencies, by_agency=by_agency), request.whole, request.selection
            ),
            lambda: overdue_data(view),
            lambda: overdue_rows(view),
            OVERDUE_COLUMNS,
        ),
        to,
    )
    if fail and view.any_late:
        raise Failure
