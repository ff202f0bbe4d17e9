"""`kehoach diff`."""

from datetime import date
from typing import Annotated

import typer

from kehoach_cli.cli.options import AsOfOption, PlanOption, SelectionOptions, grouped
from kehoach_cli.cli.output.views import Destination, Renderers, write_view
from kehoach_cli.cli.parsing import as_of_day
from kehoach_cli.cli.plans.request import load_or_fail, locate_plan, read_selection
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.parse_values import parse_day
from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.in_force import in_force
from kehoach_cli.plan.selection import only, select
from kehoach_cli.reports.history.diff_page import diff_page
from kehoach_cli.reports.history.diff_view import DIFF_COLUMNS, Side, diff_data, diff_rows, diff_view
from kehoach_cli.reports.listings.selection_note import with_selection_note
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.vocabulary import wording


@grouped
def command(
    *,
    revisions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PHIÊN BẢN",
            help="Nhánh, thẻ (tag), mã commit, hoặc một ngày (lần commit cuối đến hết ngày đó). "
            "Bỏ trống: so commit gần nhất với tệp đang có; một phiên bản: so nó với tệp đang có.",
        ),
    ] = None,
    plan: PlanOption = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="NGÀY",
            help="So tình hình ngày này với ngày --as-of, theo ngày của chính số liệu; không cần git.",
        ),
    ] = None,
    as_of: AsOfOption = None,
    filters: SelectionOptions,
    to: Destination,
) -> None:
    """Kế hoạch thay đổi thế nào giữa hai phiên bản, hoặc giữa hai ngày: số liệu, khoảng cách, đánh giá, tiến độ,
    thời hạn, bản ghi thêm và bớt.

    So hai phiên bản thì cả hai được đánh giá tính đến cùng một ngày, nên khác biệt chỉ do số liệu.
    """
    day = as_of_day(as_of)
    folder, names = locate_plan(plan), revisions or []
    if since:
        before, after = _two_days(folder, since, day, names)
    elif len(names) > 2:
        raise UsageProblem(f"Chỉ so được hai phiên bản; thừa: {', '.join(names[2:])}")
    else:
        from kehoach_cli.cli.plans.two_states import two_states

        before, after = two_states(folder, names, day)
    selection = read_selection(after.files, filters)
    sides = [side._replace(plan=in_force(side.files, side.as_of)) for side in (before, after)]
    whole = sides[1].plan
    # what is selected in either state is compared: a merger hands records on, it adds none
    wanted = {record.id for side in sides for record in select(side.plan, register(side.plan), selection).records}
    view = diff_view(*(side._replace(plan=only(side.plan, wanted)) for side in sides))
    write_view(
        Renderers(
            lambda: with_selection_note(diff_page(view), whole, selection),
            lambda: diff_data(view),
            lambda: diff_rows(view),
            DIFF_COLUMNS,
        ),
        to,
    )


def _two_days(folder: PlanFolder, since: str, day: date, names: list[str]) -> tuple[Side, Side]:
    first = parse_day(since, "--since")
    if names:
        raise UsageProblem("--since so hai ngày của các tệp đang có, không đi cùng tên phiên bản; bỏ một trong hai")
    if first > day:
        raise UsageProblem(f"--since: ngày {wording.day(first)} sau ngày {wording.day(day)}; đặt --as-of muộn hơn")
    plan = load_or_fail(folder)
    return Side(plan, plan, first, f"ngày {wording.day(first)}"), Side(plan, plan, day, f"ngày {wording.day(day)}")
