"""Every figure of a report agrees with every other, is worded, and is never an unworded nothing."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.narrative import Narrative
from tests.support.known_plans import DISTRICT, EXAMPLES, SHIPPED, load
from tests.support.made_up_plans import indicator, large_plan, plan_of, task
from tests.support.periods import context_of

PLANS: dict[str, tuple[Callable[[], Plan], str]] = {
    "shipped": (lambda: load(SHIPPED), "2023-Q3"),
    "examples": (lambda: load(EXAMPLES), "2023-Q4"),
    "a year": (lambda: load(EXAMPLES), "2023"),
    "a half year": (lambda: load(EXAMPLES), "2023-H2"),
    "a month": (lambda: load(DISTRICT), "2024-06"),
    "large": (large_plan, "2023-Q3"),
    "empty": (plan_of, "2023-Q1"),
}


@pytest.fixture(params=PLANS)
def context(request: pytest.FixtureRequest) -> dict[str, Any]:
    make, period = PLANS[request.param]
    return context_of(make(), period)


def _values(data: Any) -> Iterator[Any]:
    if isinstance(data, Mapping):
        for name, value in data.items():
            if name != "chart":
                yield from _values(value)
    elif isinstance(data, list):
        for value in data:
            yield from _values(value)
    else:
        yield data


def test_nothing_is_left_unworded(context: dict[str, Any]) -> None:
    for value in _values(context):
        assert type(value) in (str, int, bool)
        assert value != "None"


def test_indicators_are_in_exactly_one_class(context: dict[str, Any]) -> None:
    for counts in (context["chi_tieu"], *(group["dem"] for group in context["nhom"])):
        classes = ("dat_vuot", "dung_tien_do", "cham", "khong_dat", "chua_du_so_lieu")
        assert sum(counts[name] for name in classes) == counts["tong"] == sum(part["so"] for part in counts["phan"])
        assert counts["co_so_lieu"] + counts["chua_co_so_lieu"] == counts["tong"]
    assert sum(group["dem"]["tong"] for group in context["nhom"]) == context["chi_tieu"]["tong"]


def test_tasks_are_in_exactly_one_class(context: dict[str, Any]) -> None:
    for counts in (context["nhiem_vu"], *(group["dem"] for group in context["nhom_nhiem_vu"])):
        official = sum(counts[name] for name in ("dung_han", "xong_qua_han", "trong_han", "qua_han"))
        assert official == counts["co_thoi_han"] == sum(part["so"] for part in counts["phan"])
        assert counts["khac"] == counts["tong"] - official == sum(part["so"] for part in counts["phan_khac"])
    assert sum(group["dem"]["tong"] for group in context["nhom_nhiem_vu"]) == context["nhiem_vu"]["tong"]


def test_lists_are_as_long_as_their_counts_say(context: dict[str, Any]) -> None:
    tasks, indicators, following = context["nhiem_vu"], context["chi_tieu"], context["ky_sau"]
    assert len(tasks["ds_qua_han"]) == tasks["qua_han"]
    assert len(tasks["ds_xong_trong_ky"]) == tasks["xong_trong_ky"]
    assert len(tasks["ds_thieu_bao_cao_ky"]) == tasks["thieu_bao_cao_ky"]
    assert len(indicators["ds_qua_han"]) == indicators["qua_han"]
    assert len(following["nhiem_vu"]) == following["so_nhiem_vu"]
    assert len(following["chi_tieu"]) == following["so_chi_tieu"]
    assert tasks["tre_lau_nhat"] == max((row["so_ngay_tre"] for row in tasks["ds_qua_han"]), default=0)


def _row(plan: Plan, period: str = "2023-Q3", as_of: date | None = None) -> dict[str, Any]:
    row: dict[str, Any] = context_of(plan, period, as_of=as_of)["nhom"][0]["chi_tieu"][0]
    return row


@pytest.mark.parametrize(
    ("measured", "change", "words"),
    [
        ((), "–", "chưa có số liệu mới"),
        ((("30", date(2023, 3, 31)),), "–", "chưa có số liệu mới"),
        ((("30", date(2023, 3, 31)), ("39.5", date(2023, 8, 31))), "+9,5", "tăng 9,5 điểm %"),
        ((("30", date(2023, 3, 31)), ("28", date(2023, 8, 31))), "−2", "giảm 2 điểm %"),
        ((("30", date(2023, 3, 31)), ("30", date(2023, 8, 31))), "0", "không đổi"),
        ((("39.5", date(2023, 8, 31)),), "+19,5", "tăng 19,5 điểm %"),  # the baseline stood when the period began
    ],
)
def test_movement_since_the_last_period(measured: tuple[tuple[str, date], ...], change: str, words: str) -> None:
    row = _row(plan_of((indicator(1, measured=measured),)))
    assert (row["thay_doi"], row["bien_dong"]) == (change, words)


def test_a_first_figure_without_a_baseline_is_no_movement() -> None:
    row = _row(plan_of((indicator(1, baseline=None, measured=(("30", date(2023, 8, 31)),)),)))
    assert (row["hien_trang"], row["thay_doi"], row["bien_dong"]) == ("–", "–", "có số liệu lần đầu")


@pytest.mark.parametrize(("baseline", "left"), [("20", "40"), ("60", "đạt"), ("63.5", "vượt 3,5"), (None, "–")])
def test_what_is_left_to_go(baseline: str | None, left: str) -> None:
    assert _row(plan_of((indicator(1, baseline=baseline),)))["con_lai"] == left


def test_the_number_that_reached_their_target_is_compared() -> None:
    early, late = ("70", date(2023, 3, 31)), ("70", date(2023, 8, 31))
    plan = plan_of((indicator(1, measured=(early,)), indicator(2, measured=(late,)), indicator(3)))
    assert context_of(plan, "2023-Q3")["chi_tieu"]["bien_dong_dat"] == "tăng 1"
    assert context_of(plan, "2023-Q4")["chi_tieu"]["bien_dong_dat"] == "không thay đổi"
    assert context_of(plan, "2023-Q1")["chi_tieu"]["bien_dong_dat"] == ""


def test_the_slowest_are_named_first() -> None:
    slow, slower = (("30", date(2023, 8, 31)),), (("21", date(2023, 8, 31)),)
    context = context_of(plan_of((indicator(1, measured=slow), indicator(2, measured=slower))), "2023-Q3")
    assert [row["ma"] for row in context["nhom"][0]["cac_lop"][0]["ds"]] == ["N1-02", "N1-01"]


def test_work_of_several_leads_stands_with_each() -> None:
    shared = task(1)._replace(lead=("CQ1", "CQ2"))
    rows = context_of(plan_of(tasks=(shared, task(2, "Quý IV/2023")), agencies=2), "2023-Q3")["co_quan_chu_tri"]
    assert [(row["ten"], row["tong"], row["qua_han"]) for row in rows] == [("CQ 1", 2, 1), ("CQ 2", 1, 1)]


def test_what_people_wrote_is_passed_on_and_recipients_of_the_decision_are_not() -> None:
    plan = plan_of()._replace(recipients=("Như Điều 3", "Sở Y tế", "Lưu: VT"))
    context = context_of(plan, "2023-Q3", Narrative(proposals=("Bố trí kinh phí", " Còn gì nữa?")))
    assert context["loi"]["de_xuat"] == ["Bố trí kinh phí.", "Còn gì nữa?"]
    assert context["noi_nhan"] == ["Sở Y tế", "Lưu: VT"]
