"""What the listings show of a few records: figures, order and tones."""

from datetime import date

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.coverage import who_must_answer
from kehoach_cli.plan.data_window import regular_period
from kehoach_cli.plan.entries import State, Update
from kehoach_cli.plan.model import Plan, Task
from kehoach_cli.plan.plan_status import PlanStatus, plan_status
from kehoach_cli.reports.listings.gap_table import gaps_page, gaps_view
from kehoach_cli.reports.listings.overdue_items import overdue_data, overdue_rows, overdue_view
from kehoach_cli.reports.listings.overdue_page import overdue_page
from kehoach_cli.reports.listings.status_page import status_page
from kehoach_cli.reports.listings.status_summary import StatusView, status_view
from kehoach_cli.reports.listings.task_table import tasks_page
from kehoach_cli.reports.pages import Cell, Page, Table
from kehoach_cli.reports.periodic.task_rows import task_row
from tests.support.made_up_plans import indicator, plan_of, task

DAY = date(2023, 9, 14)
LATE = indicator(9)._replace(due=task(9).due)


def on_the_day(plan: Plan) -> PlanStatus:
    return plan_status(plan, DAY)


def viewed(plan: Plan) -> StatusView:
    return status_view(on_the_day(plan), register(plan), who_must_answer(plan, regular_period(DAY, plan), DAY))


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
    page = status_page(viewed(plan), register(plan))
    soon = table(page, "Đến hạn trong 30 ngày tới")
    assert texts(soon, 0, 4) == [("NV-03", "1"), ("NV-01", "16"), ("NV-02", "30")]


def reported(number: int, state: State, due: str = "Quý II/2023") -> Task:
    return task(number, due)._replace(updates=(Update(state, date(2023, 6, 1), "BC số 6", evidence=("a.pdf",)),))


def test_open_work_that_is_submitted_or_paused_says_so_wherever_it_is_listed() -> None:
    late = (reported(1, "submitted"), reported(2, "paused"), reported(3, "in_progress"))
    soon, regular = reported(4, "submitted", "30/9/2023"), reported(5, "submitted", "Hàng tháng")
    plan = plan_of(tasks=(*late, soon, regular, reported(6, "cancelled")))
    status, agencies = on_the_day(plan), register(plan)
    assert texts(tasks_page(status, agencies).tables[0], 6) == [
        ("Quá hạn chưa hoàn thành (đã trình)",),
        ("Quá hạn chưa hoàn thành (tạm dừng)",),
        ("Quá hạn chưa hoàn thành",),
        ("Đang thực hiện trong hạn (đã trình)",),
        ("Định kỳ (đã trình)",),
        ("Dừng thực hiện",),
    ]
    names = [("[đã trình] Ban hành kế hoạch dữ liệu mở",), ("[tạm dừng] Ban hành kế hoạch dữ liệu mở",)]
    overdue = overdue_view(status)
    listed = [*overdue_page(overdue, agencies).tables, *status_page(viewed(plan), agencies).tables]
    found = {each.title.partition(" (")[0].partition(":")[0]: texts(each, 1) for each in listed}
    assert found["Hạn trong quý II/2023"] == found["Quá hạn"] == [*names, ("Ban hành kế hoạch dữ liệu mở",)]
    assert found["Đến hạn trong 30 ngày tới"] == found["Việc định kỳ có kỳ chưa báo cáo"] == names[:1]
    assert [row["state"] for row in overdue_rows(overdue)][:3] == ["submitted", "paused", "in_progress"]
    assert task_row(1, status.tasks[0], agencies)["tinh_trang"] == "Quá hạn chưa hoàn thành (đã trình)"
    assert task_row(1, status.tasks[0], agencies)["minh_chung"] == "a.pdf"


def test_products_have_a_column_where_the_plan_names_any() -> None:
    plan = plan_of(tasks=(task(1)._replace(output="Đề án"), task(2)))
    page = tasks_page(on_the_day(plan), register(plan)).tables[0]
    assert ("Sản phẩm", 6) in [(column.title, column.rank) for column in page.columns]
    assert texts(page, 4) == [("Đề án",), ("–",)]
    assert len(tasks_page(on_the_day(plan_of(tasks=(task(2),))), register(plan)).tables[0].columns) == 8


def test_what_is_late_is_red() -> None:
    plan = plan_of(tasks=(task(1), task(2, "Quý IV/2023")))
    tasks = tasks_page(on_the_day(plan), register(plan)).tables[0]
    assert [row[6].tone for row in tasks.rows if isinstance(row[6], Cell)] == ["bad", "plain"]
    classes = status_page(viewed(plan), register(plan)).tables[0]
    tones = {cell.text: cell.tone for row in classes.rows for cell in row if isinstance(cell, Cell)}
    assert tones == {"Đang thực hiện trong hạn": "plain", "Quá hạn chưa hoàn thành": "bad"}


def test_each_pillar_and_agency_is_counted_by_itself() -> None:
    plan = plan_of(
        (indicator(1), indicator(2, pillar="N2"), LATE), (task(1), task(2, "Quý IV/2023", pillar="N2")), pillars=2
    )
    view = viewed(plan)
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
    assert shown["Cách tỉnh"] == "40 →\u00a030"
    assert "Cách UBQG" not in shown  # nobody above set a target
    two = plan_of((indicator(1), indicator(2, unit="hồ sơ")))
    page = gaps_page(gaps_view(on_the_day(two)), register(two))
    assert page.lines[0].endswith("2 chỉ tiêu")
    assert "Đơn vị" in [column.title for column in page.tables[0].columns]
