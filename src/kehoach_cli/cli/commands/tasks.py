"""`kehoach tasks`."""

from kehoach_cli.cli.options import AsOfOption, PlanOption, SelectionOptions, grouped
from kehoach_cli.cli.output.views import Destination, Renderers, write_view
from kehoach_cli.cli.plans.request import open_request
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.reports.listings.selection_note import with_selection_note
from kehoach_cli.reports.listings.task_table import TASK_COLUMNS, task_rows, tasks_data, tasks_page


@grouped
def command(*, plan: PlanOption = None, as_of: AsOfOption = None, filters: SelectionOptions, to: Destination) -> None:
    """Danh sách nhiệm vụ: cơ quan chủ trì, thời hạn, tiến độ của từng việc, kể cả việc đã xong hoặc chưa đến hạn.

    Cấp trên giao những việc nào, việc nào từ năm trước chuyển sang: thêm --origin.
    """
    request = open_request(plan, as_of, filters)
    status = plan_status(request.plan, request.as_of)
    write_view(
        Renderers(
            lambda: with_selection_note(tasks_page(status, request.agencies), request.whole, request.selection),
            lambda: tasks_data(status),
            lambda: task_rows(status),
            TASK_COLUMNS,
        ),
        to,
    )
