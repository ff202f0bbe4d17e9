"""`kehoach gaps`."""

from typing import Annotated

import typer

from kehoach_cli.cli.options import AsOfOption, PlanOption, SelectionOptions, grouped
from kehoach_cli.cli.output.views import Destination, Renderers, write_view
from kehoach_cli.cli.plans.request import open_request
from kehoach_cli.entering.parse_values import choice
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.reports.listings.gap_columns import GAP_KEYS, progress_data
from kehoach_cli.reports.listings.gap_table import SORTS, gaps_data, gaps_page, gaps_view
from kehoach_cli.reports.listings.selection_note import with_selection_note
from kehoach_cli.vocabulary.terms import ASSESSMENT
from kehoach_cli.vocabulary.wording import inline


@grouped
def command(
    *,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    filters: SelectionOptions,
    sort: Annotated[
        str,
        typer.Option(
            "--sort",
            metavar="CÁCH",
            help="Thứ tự: plan (như Kế hoạch, mặc định), id (mã), gap (còn xa nhất trước), "
            f"assessment (kém nhất trước, {inline(ASSESSMENT['not_assessable'])} sau cùng), due (hạn sớm nhất trước).",
        ),
    ] = "plan",
    unmet: Annotated[bool, typer.Option("--unmet", help="Chỉ lấy chỉ tiêu chưa đạt mức phấn đấu.")] = False,
    no_data: Annotated[
        bool, typer.Option("--no-data", help="Chỉ lấy chỉ tiêu chưa có số liệu kể từ hiện trạng.")
    ] = False,
    to: Destination,
) -> None:
    """Khoảng cách của từng chỉ tiêu: hiện trạng, kết quả mới nhất, mức phấn đấu, còn bao nhiêu và có kịp không.

    Kế hoạch không ghi hiện trạng thì khoảng cách chưa tính được cho đến khi có số liệu đầu tiên.
    """
    request = open_request(plan, as_of, filters)
    choice("--sort", sort, tuple(SORTS))
    view = gaps_view(plan_status(request.plan, request.as_of), sort, unmet=unmet, no_data=no_data)
    narrowed = [
        words for chosen, words in ((unmet, "chỉ tiêu chưa đạt"), (no_data, "chỉ tiêu chưa có số liệu")) if chosen
    ]
    write_view(
        Renderers(
            lambda: with_selection_note(gaps_page(view, request.agencies), request.whole, request.selection, *narrowed),
            lambda: gaps_data(view),
            lambda: [progress_data(item) for item in view.rows],
            GAP_KEYS,
        ),
        to,
    )
