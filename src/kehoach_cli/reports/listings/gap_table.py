"""List the gaps of indicators, filtered and sorted, as a table and as data."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.classes import ASSESSMENTS
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.plan_status import PlanStatus
from kehoach_cli.reports.listings.gap_columns import (
    ANSWERED,
    BASELINE,
    GAP_COLUMNS,
    MILESTONE,
    NATIONAL,
    UNIT,
    cell_of,
    nested_data,
    progress_data,
)
from kehoach_cli.reports.listings.outline_table import outline_table
from kehoach_cli.reports.pages import Columns, Page, table_of
from kehoach_cli.vocabulary import wording


class GapsView(NamedTuple):
    """The indicators to show, in display order; with their headings where that is the plan's."""

    plan: Plan
    as_of: date
    rows: tuple[Progress, ...]
    outlined: bool = True


def _largest_gap_first(item: Progress) -> tuple[bool, Decimal]:
    left = item.commitment.left if item.commitment else None
    return left is None, -(left or Decimal(0))


SORTS: Mapping[str, Callable[[Progress], Any] | None] = {
    "plan": None,
    "id": lambda item: item.indicator.id,
    "gap": _largest_gap_first,
    "assessment": lambda item: (item.assessment == "not_assessable", -ASSESSMENTS.index(item.assessment)),
    "due": lambda item: item.indicator.due.end or date.max,
}


def gaps_view(status: PlanStatus, sort: str = "plan", *, unmet: bool = False, no_data: bool = False) -> GapsView:
    """Filter and sort. `unmet` drops reached indicators, `no_data` keeps only those not measured since the baseline."""
    rows = list(status.without_data if no_data else status.indicators)
    if unmet:
        rows = [item for item in rows if not item.reached]
    key = SORTS[sort]
    ordered = rows if key is None else sorted(rows, key=key)
    return GapsView(status.plan, status.as_of, tuple(ordered), outlined=key is None)


def gaps_data(view: GapsView) -> dict[str, Any]:
    """The view as plain data, schema 1: values in each indicator's unit, ratios to six places, None for unknown."""
    return {
        "schema": 1,
        "as_of": view.as_of,
        "plan": view.plan.number,
        "baseline_date": view.plan.baseline_date,
        "indicators": [{**progress_data(item), **nested_data(item)} for item in view.rows],
    }


def gaps_page(view: GapsView, agencies: AgencyRegister) -> Page:
    """The page: one row per indicator, with the gap to each target at the baseline and now."""
    units = {item.indicator.unit for item in view.rows}
    head = f"Khoảng cách đến mức phấn đấu, tính đến ngày {wording.day(view.as_of)}: "
    head += f"{len(view.rows) or 'không có'} chỉ tiêu"
    if len(units) == 1:
        [unit] = units
        head += f" (giá trị tính bằng {unit}, khoảng cách bằng {wording.gap_unit(unit)})"
    note = (
        "Cột «Cách» ghi khoảng cách từ hiện trạng, sau dấu → là khoảng cách còn lại; số âm là đã qua mức; "
        "mức là một khoảng thì ghi đến đầu dưới rồi đến đầu trên. "
        "R là phần khoảng cách đã thu hẹp chia cho phần thời gian đã qua. "
        "Cửa sổ rộng hơn hiện thêm cột; đủ mọi cột: --format csv."
    )
    left_out = {UNIT} if len(units) == 1 else set()
    if not any(item.milestones for item in view.rows):
        left_out.add(MILESTONE)
    if any(item.whole and item.whole.entries for item in view.rows):
        note += " «Tạm tính»: chưa đủ cơ quan báo cáo; cột «Đã báo cáo» tính cả số kỳ trước."
    else:
        left_out.add(ANSWERED)
    if not any(item.national for item in view.rows):
        left_out |= _titles_with(NATIONAL)
    if not any(item.indicator.baseline.reading for item in view.rows):
        left_out |= _titles_with(BASELINE)
    columns = _columns(view.plan, agencies, left_out)
    if not view.rows:
        return Page((f"{head} nào.",), ())
    if not view.outlined:
        return Page((head,), (table_of("", columns, view.rows, note),))
    return Page((head,), (outline_table(columns, view.plan, view.rows, lambda item: item.indicator, note),))


def _titles_with(name: str) -> set[str]:
    return {entry.column.title for entry in GAP_COLUMNS if entry.column and name in entry.column.title}


def _columns(plan: Plan, agencies: AgencyRegister, left_out: Collection[str]) -> Columns[Progress]:
    """The columns, titled by the plan's own names of targets, without those of the titles `left_out`."""
    names = {**plan.target_names._asdict(), "baseline": wording.month(plan.baseline_date) if plan.baseline_date else ""}
    return [
        (entry.column._replace(title=entry.column.title.format_map(names).rstrip()), partial(cell_of, entry, agencies))
        for entry in GAP_COLUMNS
        if entry.column and entry.column.title not in left_out
    ]
