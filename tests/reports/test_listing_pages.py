"""What the listings show of a few records: figures, order and tones."""

from datetime import date

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.plan_status import PlanStatus, plan_status
from kehoach_cli.reports.listings.gap_table import gaps_page, gaps_view
from kehoach_cli.reports.listings.overdue_items import overdue_data, overdue_view
from kehoach_cli.reports.listings.overdue_page import overdue_page
from kehoach_cli.reports.listings.status_page import status_page
from kehoach_cli.reports.listings.status_summary import status_view
from kehoach_cli.reports.listings.task_table import tasks_page
from kehoach_cli.reports.pages import Cell, Page, Table
from tests.support.made_up_plans import indicator, plan_of, task

DAY = date(2023, 9, 14)
LATE = indicator(9)._replace(due=task(9).due)


def on_the_day(plan: Plan) -> PlanStatus:
    return plan_status(plan, DAY)


def table(page: Page, title: str) -> Table:
    return next(each for each in page.tables if each.title.startswith(title))


def texts(shown: Table, *columns: int) -> list[tuple[str, ...]]:
    rows = [[cell.text if isinstance(cell, Cell) else cell for cell in row] for row in shown.rows]
    return [tuple(row[column] for column in columns) for row in rows]


def test_late_tasks_and_late_indicators_are_told_apart() -> None:
    plan = plan_of((LATE,), (task(1), task(2)))
    [quarter] = overdue_data(overdue_view(on_the_day(plan)))["quarters"]
    assert [item["id"] for item in quarter["tasks"]] == ["NV-01", "NV-02"]
    assert [item["id"] for item in quarter["indicators"]] == ["N1-09"]
    page = overdue_page(overdue_view(on_the_day(plan)), register(plan))
    assert page.lines == ("Tính đến ngày 14/9/2023: 2 nhiệm vụ và 1 chỉ tiêu quá hạn.",)


def test_who_owes_most_comes_first() -> None:
    plan = plan_of(tasks=(task(1, lead="CQ1"), task(2, lead="CQ2"), task(3, lead="CQ2")), agencies=2)
    page = overdue_page(overdue_view(on_the_day(plan)), register(plan), by_agency=True)
    assert [each.title for each in page.tables] == ["CQ 2 (2)", "CQ 1 (1)"]


def test_what_is_due_soonest_comes_first() -> None:
    plan = plan_of(tasks=(task(1, "30/9/2023"), task(2, "14/10/2023"), task(3, "15/9/2023"), task(4, "15/10/2023")))
    page = status_page(status_view(on_the_day(plan), register(plan)), register(plan))
    soon = table(page, "Đến hạn trong 30 ngày tới")
    assert texts(soon, 0, 4) == [("NV-03", "1"), ("NV-01", "16"), ("NV-02", "30")]


def test_what_is_late_is_red() -> None:
    plan = plan_of(tasks=(task(1), task(2, "Quý IV/2023")))
    tasks = tasks_page(on_the_day(plan), register(plan)).tables[0]
    assert [row[6].tone for row in tasks.rows if isinstance(row[6], Cell)] == ["bad", "plain"]
    classes = status_page(status_view(on_the_day(plan), register(plan)), register(plan)).tables[0]
    tones = {cell.text: cell.tone for row in classes.rows for cell in row if isinstance(cell, Cell)}
    assert tones == {"Đang thực hiện trong hạn": "plain", "Quá hạn chưa hoàn thành": "bad"}


def test_each_pillar_and_agency_is_counted_by_itself() -> None:
    plan = plan_of(
        (indicator(1), indicator(2, pillar="N2"), LATE), (task(1), task(2, "Quý IV/2023", pillar="N2")), pillars=2
    )
    view = status_view(on_the_day(plan), register(plan))
    counts = [(tally.key, tally.assessments.total(), tally.standings.total(), tally.overdue) for tally in view.pillars]
    assert counts == [("N1", 2, 1, 2), ("N2", 1, 1, 0)]


def test_figures_of_the_gaps_are_short() -> None:
    """From 20% on 31/12/2022 to 30% in August, 60% asked for by the end of the year, 108 days left."""
    measured = (("30", date(2023, 8, 31)),)
    one = plan_of((indicator(1, measured=measured),))
    page = gaps_page(gaps_view(on_the_day(one)), register(one))
    assert page.lines[0].endswith("1 chỉ tiêu (giá trị tính bằng %, khoảng cách bằng điểm %)")
    [columns] = [[column.title for column in page.tables[0].columns]]
    shown = dict(zip(columns, texts(page.tables[0], *range(len(columns)))[0], strict=True))
    assert "Đơn vị" not in shown
    assert (shown["Dự báo cuối hạn"], shown["Cần mỗi tháng"]) == ("34,2", "8,45")
    assert (shown["Cách UBQG"], shown["Cách tỉnh"]) == ("–", "40 →\u00a030")
    two = plan_of((indicator(1), indicator(2, unit="hồ sơ")))
    page = gaps_page(gaps_view(on_the_day(two)), register(two))
    assert page.lines[0].endswith("2 chỉ tiêu")
    assert "Đơn vị" in [column.title for column in page.tables[0].columns]
