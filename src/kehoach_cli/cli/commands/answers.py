"""`kehoach answers`."""

from typing import Annotated

import typer

from kehoach_cli.cli.options import (
    AgencyOption,
    AsOfOption,
    PeriodOption,
    PillarOption,
    PlanOption,
    SelectionOptions,
    grouped,
)
from kehoach_cli.cli.output.views import Destination, Renderers, write_view
from kehoach_cli.cli.parsing import parse_report_period
from kehoach_cli.cli.plans.request import open_request
from kehoach_cli.entering.parse_values import choice
from kehoach_cli.reports.listings.answers_page import answers_page
from kehoach_cli.reports.listings.answers_view import ANSWER_COLUMNS, answers_data, answers_rows, answers_view
from kehoach_cli.reports.listings.selection_note import with_selection_note


@grouped
def command(
    *,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    period: PeriodOption = None,
    by: Annotated[
        str, typer.Option("--by", metavar="CÁCH", help="Xếp theo agency (cơ quan, mặc định) hoặc record (từng việc).")
    ] = "agency",
    agency: AgencyOption = None,
    pillar: PillarOption = None,
    to: Destination,
) -> None:
    """Trong kỳ, cơ quan nào phải báo cáo việc gì, ai đã báo cáo, ai chưa và từ bao giờ.

    Việc giao cho nhóm thì từng thành viên đã biết phải báo cáo. Việc đã có số liệu chung trong kỳ thì không chờ nữa.
    """
    request = open_request(plan, as_of, SelectionOptions(pillar, agency, groups=agency is not None), period)
    by_record = choice("--by", by, ("agency", "record")) == "record"
    wanted = parse_report_period(period, lambda: request.files.years) if period else request.period
    view = answers_view(request.files, wanted, request.as_of, request.selection)
    write_view(
        Renderers(
            lambda: with_selection_note(answers_page(view, by_record=by_record), request.whole, request.selection),
            lambda: answers_data(view),
            lambda: answers_rows(view),
            ANSWER_COLUMNS,
        ),
        to,
    )
