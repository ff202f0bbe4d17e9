"""`kehoach status`."""

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
from kehoach_cli.reports.listings.status_page import status_page
from kehoach_cli.reports.listings.status_summary import status_data, status_rows, status_view


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
    """Tình hình chung của kế hoạch.

    Chỉ tiêu theo mức đánh giá, nhiệm vụ theo tiến độ, việc quá hạn, việc sắp đến hạn, chỉ tiêu chưa có số liệu.
    """
    request = open_request(plan, as_of, pillar=pillar, agency=agency, role=role, groups=groups, origin=origin)
    view = status_view(picture(request.plan, request.as_of), request.agencies)
    emit(
        Drawings(
            lambda: about_part(status_page(view, request.agencies), request.whole, request.selection),
            lambda: status_data(view),
            lambda: status_rows(view),
        ),
        form,
        output,
    )
