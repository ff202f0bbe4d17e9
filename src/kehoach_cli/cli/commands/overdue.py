"""`kehoach overdue`."""

from typing import Annotated

import typer

from kehoach_cli.cli.exits import Failure
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
from kehoach_cli.entering.typed_values import choice
from kehoach_cli.plan.plan_status import picture
from kehoach_cli.reports.listings.overdue_items import overdue_data, overdue_rows, overdue_view
from kehoach_cli.reports.listings.overdue_page import overdue_page
from kehoach_cli.reports.listings.selected import about_part


def command(
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    pillar: PillarOption = None,
    agency: AgencyOption = None,
    role: RoleOption = None,
    groups: GroupsOption = False,
    origin: OriginOption = None,
    by: Annotated[
        str, typer.Option("--by", metavar="CÁCH", help="Xếp theo quarter (quý đã lỡ, mặc định) hoặc agency (cơ quan).")
    ] = "quarter",
    fail: Annotated[bool, typer.Option("--fail", help="Thoát với mã 1 nếu có việc quá hạn.")] = False,
    form: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Nhiệm vụ và chỉ tiêu quá hạn, việc định kỳ có kỳ chưa báo cáo, việc thường xuyên lâu không có báo cáo.

    Nhiệm vụ chỉ quá hạn từ ngày liền sau ngày cuối cùng của thời hạn.
    """
    request = open_request(plan, as_of, pillar=pillar, agency=agency, role=role, groups=groups, origin=origin)
    by_agency = choice("--by", by, ("quarter", "agency")) == "agency"
    view = overdue_view(picture(request.plan, request.as_of))
    emit(
        Drawings(
            lambda: about_part(
                overdue_page(view, request.agencies, by_agency=by_agency), request.whole, request.selection
            ),
            lambda: overdue_data(view),
            lambda: overdue_rows(view),
        ),
        form,
        output,
    )
    if fail and view.anything:
        raise Failure
