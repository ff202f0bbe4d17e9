"""`kehoach tasks`."""

from kehoach_cli.cli.options import (
    AgencyOption,
    AsOfOption,
    FormatOption,
    GroupsOption,
    OriginOption,
    OutputOption,
    PillarOption,
    PlanOption,
    RoleOption,
)
from kehoach_cli.cli.output.emit import Drawings, emit
from kehoach_cli.cli.plans.request import open_request
from kehoach_cli.plan.plan_status import picture
from kehoach_cli.reports.listings.selected import about_part
from kehoach_cli.reports.listings.task_table import tasks_data, tasks_page


def command(
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    pillar: PillarOption = None,
    agency: AgencyOption = None,
    role: RoleOption = None,
    groups: GroupsOption = False,
    origin: OriginOption = None,
    form: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Danh sách nhiệm vụ: cơ quan chủ trì, thời hạn, tiến độ của từng việc, kể cả việc đã xong hoặc chưa đến hạn.

    Cấp trên giao những việc nào, việc nào từ năm trước chuyển sang: thêm --origin.
    """
    request = open_request(plan, as_of, pillar=pillar, agency=agency, role=role, groups=groups, origin=origin)
    found = picture(request.plan, request.as_of)
    emit(
        Drawings(
            lambda: about_part(tasks_page(found, request.agencies), request.whole, request.selection),
            lambda: tasks_data(found),
            lambda: tasks_data(found)["tasks"],
        ),
        form,
        output,
    )
