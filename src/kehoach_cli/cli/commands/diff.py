"""`kehoach diff`."""

from datetime import date
from typing import Annotated

import typer

from kehoach_cli.cli.options import AsOfOption, PlanOption, SelectionOptions, grouped
from kehoach_cli.cli.output.views import Destination, Renderers, write_view
from kehoach_cli.cli.parsing import as_of_day, day_asked_about, parse_report_period
from kehoach_cli.cli.plans.request import load_or_fail, locate_plan, read_selection
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.parse_values import parse_day
from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.in_force import in_force
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.restatements import Restatement, restatements
from kehoach_cli.plan.selection import EVERYTHING, only, select
from kehoach_cli.reports.history.diff_page import diff_page
from kehoach_cli.reports.history.diff_view import DIFF_COLUMNS, Side, diff_data, diff_rows, diff_view
from kehoach_cli.reports.history.period_diff import period_diff, period_diff_data, period_diff_page, period_diff_rows
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
    period: Annotated[
        str | None,
        typer.Option(
            "--period", metavar="KỲ", help="Kỳ này có gì khác báo cáo của kỳ trước: hoàn thành, quá hạn, gia hạn…"
        ),
    ] = None,
    periods: Annotated[
        tuple[str, str] | None,
        typer.Option("--periods", metavar="KỲ KỲ", help="So hai báo cáo đã gửi: --periods 2023-Q2 2023-Q3."),
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
    asked = period or (periods[-1] if periods else None)
    folder, names = locate_plan(plan, day_asked_about(asked, day)), revisions or []
    if period or periods:
        if names or since or (period and periods):
            raise UsageProblem("--period, --periods, --since và tên phiên bản là những cách so khác nhau; chọn một")
        _diff_of_periods(load_or_fail(folder), period, periods, day, filters, to)
        return
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


def _diff_of_periods(
    files: Plan,
    period: str | None,
    periods: tuple[str, str] | None,
    today: date,
    filters: SelectionOptions,
    to: Destination,
) -> None:
    from kehoach_cli.cli.plans.two_reports import report_side, sent_side

    restated: list[Restatement] = []
    if periods:
        before, after = (sent_side(files, parse_report_period(each, lambda: files.years)) for each in periods)
    else:
        wanted = parse_report_period(period, lambda: files.years)
        after = report_side(files, wanted, today)
        by = after.closing.date if after.closing else date.max
        before = report_side(files, wanted.shifted(-1), today, by)
        restated = restatements(files, after.reported.as_of, by)
    selection = read_selection(files, filters)
    states = [in_force(files, side.reported.as_of) for side in (before, after)]
    wanted_ids = {record.id for state in states for record in select(state, register(state), selection).records}
    if selection == EVERYTHING:  # also what was reported and is in the files no longer
        wanted_ids |= before.reported.by_id.keys() | after.reported.by_id.keys()
    view = period_diff(files, before, after, wanted_ids, restated)
    write_view(
        Renderers(
            lambda: with_selection_note(period_diff_page(view), states[-1], selection),
            lambda: period_diff_data(view),
            lambda: period_diff_rows(view),
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
