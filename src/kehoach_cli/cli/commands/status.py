"""`kehoach status`."""

from collections.abc import Sequence
from datetime import date

from kehoach_cli.cli.exits import Failure
from kehoach_cli.cli.options import WHOLE_PLAN, AsOfOption, PlanOption, SelectionOptions, grouped
from kehoach_cli.cli.output.views import Destination, Renderers, write_view
from kehoach_cli.cli.parsing import as_of_day
from kehoach_cli.cli.plans.request import Request, open_request, plans_here, request_of
from kehoach_cli.cli.plans.several_plans import known_plan
from kehoach_cli.diagnostics import UnusablePlan
from kehoach_cli.plan.coverage import who_must_answer
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.reports.listings.plans_table import PlanLine, plans_data, plans_page, plans_rows
from kehoach_cli.reports.listings.selection_note import with_selection_note
from kehoach_cli.reports.listings.status_page import status_page
from kehoach_cli.reports.listings.status_summary import StatusView, status_data, status_rows, status_view
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.naming import shown_path


@grouped
def command(*, plan: PlanOption = None, as_of: AsOfOption = None, filters: SelectionOptions, to: Destination) -> None:
    """Tình hình chung của kế hoạch; ở thư mục chứa nhiều kế hoạch thì mỗi kế hoạch một dòng.

    Chỉ tiêu theo mức đánh giá, nhiệm vụ theo tiến độ, việc quá hạn, việc sắp đến hạn, chỉ tiêu chưa có số liệu.
    Đã bao nhiêu cơ quan báo cáo trong kỳ; cơ quan nào chưa thì xem «kehoach answers».
    """
    day = as_of_day(as_of)
    if filters == WHOLE_PLAN and len(folders := plans_here(plan, day)) > 1:
        _show_several(folders, day, to)
        return
    request = open_request(plan, as_of, filters)
    view = _view(request)
    write_view(
        Renderers(
            lambda: with_selection_note(status_page(view, request.agencies), request.whole, request.selection),
            lambda: status_data(view),
            lambda: status_rows(view),
        ),
        to,
    )


def _view(request: Request) -> StatusView:
    duties = who_must_answer(request.files, request.period, request.as_of)
    return status_view(plan_status(request.plan, request.as_of), request.agencies, duties)


def _show_several(folders: Sequence[PlanFolder], as_of: date, to: Destination) -> None:
    lines = [_line(folder, as_of) for folder in folders]
    write_view(
        Renderers(lambda: plans_page(lines, as_of), lambda: plans_data(lines, as_of), lambda: plans_rows(lines)), to
    )
    if any(line.errors for line in lines):
        raise Failure


def _line(folder: PlanFolder, as_of: date) -> PlanLine:
    name = shown_path(folder.root)
    try:
        request = request_of(folder, as_of)
    except UnusablePlan as unusable:
        header = known_plan(folder, as_of).header
        return PlanLine(name, header and header.number, header and header.years, None, len(unusable.findings))
    return PlanLine(name, request.whole.number, request.whole.years, _view(request))
