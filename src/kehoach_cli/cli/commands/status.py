"""`kehoach status`."""

from kehoach_cli.cli.options import AsOfOption, PlanOption, SelectionOptions, grouped
from kehoach_cli.cli.output.views import Destination, Renderers, write_view
from kehoach_cli.cli.plans.request import open_request
from kehoach_cli.plan.coverage import who_must_answer
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.reports.listings.selection_note import with_selection_note
from kehoach_cli.reports.listings.status_page import status_page
from kehoach_cli.reports.listings.status_summary import status_data, status_rows, status_view


@grouped
def command(*, plan: PlanOption = None, as_of: AsOfOption = None, filters: SelectionOptions, to: Destination) -> None:
    """Tình hình chung của kế hoạch.

    Chỉ tiêu theo mức đánh giá, nhiệm vụ theo tiến độ, việc quá hạn, việc sắp đến hạn, chỉ tiêu chưa có số liệu.
    Đã bao nhiêu cơ quan báo cáo trong kỳ; cơ quan nào chưa thì xem «kehoach answers».
    """
    request = open_request(plan, as_of, filters)
    duties = who_must_answer(request.files, request.period, request.as_of)
    view = status_view(plan_status(request.plan, request.as_of), request.agencies, duties)
    write_view(
        Renderers(
            lambda: with_selection_note(status_page(view, request.agencies), request.whole, request.selection),
            lambda: status_data(view),
            lambda: status_rows(view),
        ),
        to,
    )
