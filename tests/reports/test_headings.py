"""Headings on pages, in data and in the report's annexes."""

from datetime import date
from typing import Any

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.entries import LegalAct
from kehoach_cli.plan.gaps import progress
from kehoach_cli.plan.model import blank_indicator
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.plan.periods import parse_period
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.plan.standing import task_status
from kehoach_cli.reports.history.change_wording import ChangeWording
from kehoach_cli.reports.history.log_page import log_page
from kehoach_cli.reports.history.log_view import record_log
from kehoach_cli.reports.listings.gap_table import gaps_data, gaps_page, gaps_view
from kehoach_cli.reports.listings.task_table import tasks_data, tasks_page
from kehoach_cli.reports.pages import Cell, Page
from kehoach_cli.reports.periodic.period_view import period_view
from kehoach_cli.reports.periodic.report_context import report_context
from kehoach_cli.reports.record.entry_summary import entry_summary_lines
from kehoach_cli.reports.record.record_data import indicator_data, task_data
from kehoach_cli.reports.record.record_page import heading_page, indicator_page, task_page
from tests.support.made_up_plans import indicator, plan_of, task

DAY = date(2023, 9, 14)
HEADING = blank_indicator("N1-00", "Hạ tầng số", "N1")._replace(heading=True)
WORK = task(0, name="Thể chế")._replace(heading=True, due=HEADING.due)
PLAN = plan_of(
    (HEADING, indicator(1)._replace(parent="N1-00"), indicator(2)),
    (WORK, task(1)._replace(parent="NV-00"), task(2)._replace(parent="NV-01")),
)
STATUS, AGENCIES = plan_status(PLAN, DAY), register(PLAN)
NAME, WORDING = "Tỷ lệ hồ sơ trực tuyến", "Ban hành kế hoạch dữ liệu mở"


def rows(page: Page, title: str = "") -> list[list[str]]:
    shown = next(each for each in page.tables if each.title == title)
    return [[cell.text if isinstance(cell, Cell) else cell for cell in row] for row in shown.rows]


def test_listings_in_the_plans_order_have_lines_of_headings() -> None:
    names = [row[:2] for row in rows(gaps_page(gaps_view(STATUS), AGENCIES))]
    assert names == [["N1-00", "Hạ tầng số"], ["N1-01", f"–\u00a0{NAME}"], ["N1-02", NAME]]
    assert set(rows(gaps_page(gaps_view(STATUS), AGENCIES))[0][2:]) == {""}
    names = [row[:2] for row in rows(tasks_page(STATUS, AGENCIES))]
    assert names == [["NV-00", "Thể chế"], ["NV-01", f"–\u00a0{WORDING}"], ["NV-02", f"–\u00a0–\u00a0{WORDING}"]]


def test_listings_in_another_order_have_none() -> None:
    names = [row[:2] for row in rows(gaps_page(gaps_view(STATUS, "id"), AGENCIES))]
    assert names == [["N1-01", NAME], ["N1-02", NAME]]


def test_data_have_records_alone_with_their_parent() -> None:
    assert [(row["id"], row["parent"]) for row in gaps_data(gaps_view(STATUS))["indicators"]] == [
        ("N1-01", "N1-00"),
        ("N1-02", None),
    ]
    assert [(row["id"], row["parent"]) for row in tasks_data(STATUS)["tasks"]] == [
        ("NV-01", "NV-00"),
        ("NV-02", "NV-01"),
    ]


def test_a_heading_shows_what_is_under_it() -> None:
    page = heading_page(HEADING, PLAN, AGENCIES, DAY)
    assert page.lines == ("N1-00. Hạ tầng số", "Đề mục, gồm 1 chỉ tiêu.")
    assert rows(page, "Gồm") == [["N1-01", NAME, "Chưa đủ số liệu"]]
    nested = PLAN._replace(indicators=(HEADING._replace(id="N1-09"), HEADING._replace(parent="N1-09")))
    assert rows(heading_page(nested.indicators[0], nested, AGENCIES, DAY), "Gồm") == [
        ["N1-00", "Hạ tầng số", "(đề mục)"]
    ]
    page = heading_page(WORK, PLAN, AGENCIES, DAY)
    assert page.lines[1] == "Đề mục, gồm 1 nhiệm vụ."
    assert rows(page, "Gồm") == [["NV-01", WORDING, "Quá hạn chưa hoàn thành"]]
    gone = HEADING._replace(removed=LegalAct(date(2023, 9, 1), "QĐ 3"))
    page = heading_page(gone, PLAN, AGENCIES, DAY)
    assert page.lines[1] == "Đưa ra khỏi Kế hoạch từ ngày 1/9/2023 theo QĐ 3."
    assert log_page(record_log(PLAN, gone, DAY)).lines[1] == page.lines[1]


def test_a_record_says_whose_part_it_is_and_what_is_under_it() -> None:
    page = indicator_page(STATUS.indicators[0], PLAN, AGENCIES, DAY)
    assert ["Thuộc", "N1-00. Hạ tầng số"] in rows(page, "Kế hoạch")
    page = task_page(STATUS.tasks[0], PLAN, AGENCIES, DAY)
    assert rows(page, "Gồm") == [["NV-02", WORDING, "Quá hạn chưa hoàn thành"]]
    assert rows(page, "Kế hoạch")[1] == ["Thuộc", "NV-00. Thể chế"]
    lost = STATUS.tasks[0]._replace(task=STATUS.tasks[0].task._replace(parent="NV-77"))
    assert rows(task_page(lost, PLAN, AGENCIES, DAY), "Kế hoạch")[1] == ["Thuộc", "NV-77"]


def test_data_of_one_record_name_its_children() -> None:
    data = indicator_data(progress(HEADING, DAY), PLAN)
    assert (data["children"], data["progress"], data["record"]["heading"]) == (["N1-01"], None, True)
    data = task_data(task_status(PLAN.tasks[1], PLAN, DAY), PLAN)
    assert (data["children"], data["standing"]["standing"]) == (["NV-02"], "open_overdue")
    assert task_data(task_status(WORK, PLAN, DAY), PLAN)["standing"] is None


def test_the_log_of_a_heading_assesses_nothing() -> None:
    page = log_page(record_log(PLAN, HEADING, DAY))
    assert page.lines[:2] == ("N1-00. Hạ tầng số", "Đề mục.")
    assert page.chart is None


def test_a_new_heading_is_told_as_one() -> None:
    act = LegalAct(date(2023, 8, 1), "QĐ 2")
    wording = ChangeWording(PLAN, PLAN, PLAN)
    assert wording.new_record(HEADING) == "đề mục"
    assert wording.new_record(HEADING._replace(added=act)) == "đề mục, bổ sung vào Kế hoạch từ ngày 1/8/2023 theo QĐ 2"
    lines = entry_summary_lines([act], HEADING._replace(added=act), PLAN, DAY)
    assert lines[-1] == "Mới ghi: bổ sung vào Kế hoạch từ ngày 1/8/2023 theo QĐ 2."


def test_annexes_have_headings_and_the_other_lists_do_not() -> None:
    data = report_context(period_view(PLAN, parse_period("2023-Q3")), Narrative(), {})
    own, other = data["nhom"][0]["chi_tieu"]
    assert own["de_muc"] == [{"ma": "N1-00", "ten": "Hạ tầng số", "thut": ""}]
    assert (own["thut"], own["ten"], other["thut"], other["de_muc"]) == ("–\u00a0", NAME, "", [])
    work: list[dict[str, Any]] = data["nhom_nhiem_vu"][0]["nhiem_vu"]
    assert [(row["thut"], [each["ma"] for each in row["de_muc"]]) for row in work] == [
        ("–\u00a0", ["NV-00"]),
        ("–\u00a0–\u00a0", []),
    ]
    assert "thut" not in data["nhiem_vu"]["ds_qua_han"][0]
    assert (data["chi_tieu"]["tong"], data["nhiem_vu"]["tong"]) == (2, 2)
