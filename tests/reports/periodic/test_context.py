"""Every figure of a report agrees with every other, is worded, and is never an unworded nothing."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kehoach_cli.plan.due import parse_due
from kehoach_cli.plan.entries import Measurement, Update
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.plan.targets import parse_target
from kehoach_cli.plan.values import Target, Targets
from tests.support.known_plans import DISTRICT, EXAMPLES, SHIPPED, load
from tests.support.made_up_plans import indicator, large_plan, plan_of, task
from tests.support.periods import context_of
from tests.support.records import changed

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
        classes = ("dat_vuot", "dung_tien_do", "cham", "chua_dat", "khong_dat", "chua_du_so_lieu")
        assert sum(counts[name] for name in classes) == counts["tong"] == sum(part["so"] for part in counts["phan"])
        assert counts["co_so_lieu"] + counts["chua_co_so_lieu"] == counts["tong"]
    assert sum(group["dem"]["tong"] for group in context["nhom"]) == context["chi_tieu"]["tong"]


def test_tasks_are_in_exactly_one_class(context: dict[str, Any]) -> None:
    for counts in (context["nhiem_vu"], *(group["dem"] for group in context["nhom_nhiem_vu"])):
        official = sum(counts[name] for name in ("dung_han", "xong_qua_han", "trong_han", "qua_han"))
        assert official == counts["co_thoi_han"] == sum(part["so"] for part in counts["phan"])
        assert counts["khac"] == counts["tong"] - official == sum(part["so"] for part in counts["phan_khac"])
    assert sum(group["dem"]["tong"] for group in context["nhom_nhiem_vu"]) == context["nhiem_vu"]["tong"]


def test_what_is_done_without_a_deadline_was_not_on_time() -> None:
    done = date(2023, 8, 1)
    dated, undated = task(1, "Quý III/2023", done=done), task(2, "Chưa xác định", done=done)
    counts = context_of(plan_of((), (dated, undated)), "2023-Q3")["nhiem_vu"]
    assert {key: counts[key] for key in ("dung_han", "hoan_thanh", "co_thoi_han", "xong", "khac")} == {
        "dung_han": 1, "hoan_thanh": 1, "co_thoi_han": 1, "xong": 1, "khac": 1
    }  # fmt: skip
    assert [row["tinh_trang"] for row in counts["ds_xong_trong_ky"]] == [
        "Hoàn thành đúng hạn",
        "Hoàn thành (không ấn định thời hạn)",
    ]


def test_an_indicator_is_not_overdue_but_not_met_in_time() -> None:
    given = task(1, "Quý III/2023")
    plan = plan_of((indicator(1)._replace(due=given.due),), (given,))
    moved = context_of(plan, "2023-Q4")["bien_dong"]
    assert [(entry["ten"], entry["dem"]) for entry in moved] == [
        ("Chuyển sang quá hạn", "01 nhiệm vụ"), ("Hết thời hạn mà chưa đạt", "01 chỉ tiêu")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "called"), [("Chương trình hành động", "Chương trình"), ("Chuyển đổi số", "Kế hoạch")]
)
def test_the_plan_is_called_as_its_title_begins(title: str, called: str) -> None:
    assert context_of(plan_of()._replace(title=title), "2023-Q3")["ke_hoach"]["goi_tat"] == called


def test_lists_are_as_long_as_their_counts_say(context: dict[str, Any]) -> None:
    tasks, indicators, following = context["nhiem_vu"], context["chi_tieu"], context["ky_sau"]
    assert len(tasks["ds_qua_han"]) == tasks["qua_han"]
    assert len(tasks["ds_xong_trong_ky"]) == tasks["xong_trong_ky"]
    assert len(tasks["ds_thieu_bao_cao_ky"]) == tasks["thieu_bao_cao_ky"]
    assert len(indicators["ds_qua_han"]) == indicators["qua_han"]
    assert len(following["nhiem_vu"]) == following["so_nhiem_vu"]
    assert len(following["chi_tieu"]) == following["so_chi_tieu"]
    assert tasks["tre_lau_nhat"] == max((row["so_ngay_tre"] for row in tasks["ds_qua_han"]), default=0)


def _lists(data: Any) -> Iterator[list[Any]]:
    for value in data.values() if isinstance(data, Mapping) else data if isinstance(data, list) else ():
        if isinstance(value, list):
            yield value
        yield from _lists(value)


def test_what_is_numbered_counts_from_one(context: dict[str, Any]) -> None:
    for entries in _lists(context):
        numbers = [entry["stt"] for entry in entries if isinstance(entry, Mapping) and "stt" in entry]
        assert numbers == list(range(1, len(numbers) + 1))


def test_charts_are_numbered_in_the_order_of_the_report() -> None:
    both = (indicator(1), indicator(2))
    context = context_of(plan_of(both, (task(1), task(2, lead="CQ2")), agencies=2, pillars=2), "2023-Q3")
    shown = (context["nhom"][0]["bieu_do"], context["bieu_do"]["danh_gia"], context["bieu_do"]["co_quan"])
    assert [chart["so"] for chart in shown] == [1, 2, 3]
    bare = context_of(plan_of((indicator(1),)), "2023-Q3")
    assert (bare["bieu_do"]["danh_gia"]["so"], bare["bieu_do"]["co_quan"]["so"]) == (1, 0)


def test_a_report_names_its_days_and_the_periods_beside_it() -> None:
    third, first = (context_of(plan_of(), period)["ky"] for period in ("2023-Q3", "2023-Q1"))
    assert third == {
        "ma": "2023-Q3",
        "ten": "quý III/2023",
        "ten_day_du": "quý III năm 2023",
        "trich_yeu": "Kế hoạch mẫu quý III năm 2023",
        "so_lieu_tu": "15/6/2023",
        "so_lieu_den": "14/9/2023",
        "so_lieu_den_day_du": "ngày 14 tháng 9 năm 2023",
        "dau_tien": False,
        "so_sanh_voi": "kỳ trước",
        "ngay_so_sanh": "14/6/2023",
        "bao_cao_truoc": "",
        "ten_ky_truoc": "quý II năm 2023",
        "ten_ky_sau": "quý IV/2023",
        "ten_ky_sau_hoa": "QUÝ IV NĂM 2023",
        "nam_sau": 2024,
        "ngay_dau_ky_sau": "15/9/2023",
        "ngay_cuoi_ky_sau": "31/12/2023",
    }
    assert (first["dau_tien"], first["so_sanh_voi"], first["ngay_so_sanh"]) == (True, "hiện trạng", "31/12/2022")


def test_classes_are_called_by_their_names() -> None:
    measured = (("50", date(2023, 8, 31)),)
    plan = plan_of((indicator(1), indicator(2, measured=measured)), (task(1), task(2, "Thường xuyên")))
    context = context_of(plan, "2023-Q3")
    assert context["nhiem_vu"]["phan"] == [{"so": 1, "ten": "quá hạn chưa hoàn thành"}]
    assert context["nhiem_vu"]["phan_khac"] == [{"so": 1, "ten": "thực hiện thường xuyên"}]
    assert [part["so"] for part in context["chi_tieu"]["phan"]] == [1, 1]
    [on_track] = context["nhom"][0]["cac_lop"]
    assert (on_track["ten"], [row["ma"] for row in on_track["ds"]]) == (
        context["chi_tieu"]["phan"][0]["ten"],
        ["N1-02"],
    )


def test_what_an_indicator_is_judged_by() -> None:
    sixty, ranged = Target(Decimal(60), Decimal(60)), Target(Decimal(60), Decimal(80))
    shown = [
        _row(plan_of((indicator(1)._replace(targets=Targets(national, provincial)),)))
        for national, provincial in ((sixty, ranged), (sixty, None), (ranged, None), (None, None))
    ]
    assert [(row["muc_cap_tren"], row["muc"], row["muc_xet"]) for row in shown] == [
        ("60%", "60–80%", "của tỉnh 60–80%"),
        ("60%", "–", "do UBQG giao 60%"),
        ("60–80%", "–", "do UBQG giao 60–80%"),
        ("–", "–", "không giao"),
    ]


@pytest.mark.parametrize(("baseline", "left"), [("59.9", "0,1"), ("60", "mới bằng mức"), ("60.1", "đạt")])
def test_a_strict_bound_is_not_reached_by_its_own_figure(baseline: str, left: str) -> None:
    above = indicator(1, baseline=baseline)._replace(targets=Targets(None, parse_target("trên 60%")))
    assert _row(plan_of((above,)))["con_lai"] == left


def test_a_level_to_be_kept_is_not_exceeded() -> None:
    kept = indicator(1, baseline="100")._replace(targets=Targets(None, parse_target("duy trì 98%")))
    assert _row(plan_of((kept,)))["con_lai"] == "đạt"


@pytest.mark.parametrize("words", ["duy trì 98%", "≥ 98%", "98% cấp xã", "90% - 98%"])
def test_a_target_is_told_in_the_plans_words(words: str) -> None:
    assert _row(plan_of((indicator(1)._replace(targets=Targets(None, parse_target(words))),)))["muc"] == words


@pytest.mark.parametrize(("words", "shown"), [("Thuộc nhóm 15", "thuộc nhóm 15"), ("TOP 15", "TOP 15")])
def test_a_target_in_words_is_told_within_a_sentence(words: str, shown: str) -> None:
    ranked = indicator(1, unit="Thứ bậc")._replace(targets=Targets(None, parse_target(words)))
    assert _row(plan_of((ranked,)))["muc_xet"] == f"của tỉnh {shown}"


def test_a_figures_document_is_the_last_of_its_day() -> None:
    days = {"BC số 1": date(2023, 7, 31), "BC số 2": date(2023, 8, 31), "BC số 3": date(2023, 8, 31)}
    entries = tuple(Measurement(Decimal(30), day, source) for source, day in days.items())
    assert _row(plan_of((indicator(1)._replace(measurements=entries),)))["nguon"] == "BC số 3"
    assert _row(plan_of((indicator(1)._replace(measurements=entries[:2]),)))["nguon"] == "BC số 2"
    assert _row(plan_of((indicator(1)._replace(measurements=entries[::2]),)))["nguon"] == "BC số 3"
    assert _row(plan_of((indicator(1),)))["nguon"] == ""


@pytest.mark.parametrize(("source", "shown"), [("CV số 9", "CV số 9"), (None, "")])
def test_a_corrected_figures_document_is_that_of_the_correction(source: str | None, shown: str) -> None:
    day = date(2023, 8, 31)
    entries = (Measurement(Decimal(30), day, "BC số 1"), Measurement(Decimal(31), day, source, corrects=day))
    assert _row(plan_of((indicator(1)._replace(measurements=entries),)))["nguon"] == shown


def test_an_assessment_is_shown_with_what_it_was_worked_out_from() -> None:
    """From 20% on 31/12/2022 to 31% in August: 257 of 365 days are gone on 14/9/2023."""
    measured = (("31", date(2023, 8, 31)),)
    [row, bare] = context_of(plan_of((indicator(1, measured=measured), indicator(2))), "2023-Q3")["cach_tinh"]
    assert (row["b"], row["ngay_b"], row["c"], row["ngay_c"]) == ("20%", "31/12/2022", "31%", "31/8/2023")
    assert (row["g"], row["t"], row["f"], row["p"]) == ("60%", "31/12/2023", "70,4%", "35,6%")
    assert (bare["c"], bare["ngay_c"], bare["f"], bare["r"], bare["p"]) == ("–", "", "–", "–", "–")


def _row(plan: Plan, period: str = "2023-Q3", as_of: date | None = None) -> dict[str, Any]:
    row: dict[str, Any] = context_of(plan, period, as_of=as_of)["nhom"][0]["chi_tieu"][0]
    return row


@pytest.mark.parametrize(
    ("measured", "change", "words"),
    [
        ((), "–", "chưa có số liệu mới"),
        ((("30", date(2023, 6, 14)),), "–", "chưa có số liệu mới"),  # the last day of the second quarter's data
        ((("30", date(2023, 6, 15)),), "+10", "tăng 10 điểm phần trăm"),
        ((("20.5", date(2023, 8, 31)),), "+0,5", "tăng 0,5 điểm phần trăm"),
        ((("19.5", date(2023, 8, 31)),), "−0,5", "giảm 0,5 điểm phần trăm"),
        ((("30", date(2023, 3, 31)), ("39.5", date(2023, 8, 31))), "+9,5", "tăng 9,5 điểm phần trăm"),
        ((("30", date(2023, 3, 31)), ("28", date(2023, 8, 31))), "−2", "giảm 2 điểm phần trăm"),
        ((("30", date(2023, 3, 31)), ("30", date(2023, 8, 31))), "0", "không đổi"),
        (
            (("39.5", date(2023, 8, 31)),),
            "+19,5",
            "tăng 19,5 điểm phần trăm",
        ),  # the baseline stood when the period began
    ],
)
def test_movement_since_the_last_period(measured: tuple[tuple[str, date], ...], change: str, words: str) -> None:
    row = _row(plan_of((indicator(1, measured=measured),)))
    assert (row["thay_doi"], row["bien_dong"]) == (change, words)


@pytest.mark.parametrize(("now", "words"), [("22", "tăng 18 bậc"), ("41", "giảm 1 bậc"), ("40", "không đổi")])
def test_a_rank_rises_toward_the_first(now: str, words: str) -> None:
    ranked = indicator(1, unit="Thứ bậc", baseline="40", measured=((now, date(2023, 8, 31)),))
    row = _row(plan_of((ranked._replace(direction="decrease", targets=Targets(None, parse_target("top 15"))),)))
    assert row["bien_dong"] == words


def test_a_first_figure_without_a_baseline_is_no_movement() -> None:
    row = _row(plan_of((indicator(1, baseline=None, measured=(("30", date(2023, 8, 31)),)),)))
    assert (row["hien_trang"], row["thay_doi"], row["bien_dong"]) == ("–", "–", "có số liệu lần đầu")


@pytest.mark.parametrize(("baseline", "left"), [("20", "40"), ("60", "đạt"), ("63.5", "vượt 3,5"), (None, "–")])
def test_what_is_left_to_go(baseline: str | None, left: str) -> None:
    assert _row(plan_of((indicator(1, baseline=baseline),)))["con_lai"] == left


@pytest.mark.parametrize(
    ("baseline", "left"),
    [
        ("59.5", "0,5–20,5"),
        ("60", "đạt; còn 20"),
        ("60.5", "đạt; còn 19,5"),
        ("79.5", "đạt; còn 0,5"),
        ("80", "đạt"),
        ("80.5", "vượt 0,5"),
        ("81", "vượt 1"),
    ],
)
def test_what_is_left_to_go_to_a_range(baseline: str, left: str) -> None:
    ranged = indicator(1, baseline=baseline)._replace(targets=Targets(None, Target(Decimal(60), Decimal(80))))
    assert _row(plan_of((ranged,)))["con_lai"] == left


def test_the_number_that_reached_their_target_is_compared() -> None:
    early, late = ("70", date(2023, 3, 31)), ("70", date(2023, 8, 31))
    plan = plan_of((indicator(1, measured=(early,)), indicator(2, measured=(late,)), indicator(3)))
    assert context_of(plan, "2023-Q3")["chi_tieu"]["bien_dong_dat"] == "tăng 01"
    assert context_of(plan, "2023-Q4")["chi_tieu"]["bien_dong_dat"] == "không thay đổi"
    assert context_of(plan, "2023-Q1")["chi_tieu"]["bien_dong_dat"] == ""
    lost = plan_of((indicator(1, measured=(early, ("50", date(2023, 8, 31)))),))
    assert context_of(lost, "2023-Q3")["chi_tieu"]["bien_dong_dat"] == "giảm 01"


def test_the_slowest_are_named_first() -> None:
    slow, slower = (("30", date(2023, 8, 31)),), (("21", date(2023, 8, 31)),)
    context = context_of(plan_of((indicator(1, measured=slow), indicator(2, measured=slower))), "2023-Q3")
    assert [row["ma"] for row in context["nhom"][0]["cac_lop"][0]["ds"]] == ["N1-02", "N1-01"]


def test_work_of_several_leads_stands_with_each() -> None:
    shared = task(1)._replace(lead=("CQ1", "CQ2"))
    rows = context_of(plan_of(tasks=(shared, task(2, "Quý IV/2023")), agencies=2), "2023-Q3")["co_quan_chu_tri"]
    assert [(row["ten"], row["tong"], row["qua_han"]) for row in rows] == [("CQ 1", 2, 1), ("CQ 2", 1, 1)]


def test_a_task_is_told_with_its_extension_and_the_day_it_was_done() -> None:
    granted = task(1)._replace(changes=(changed("2023-06-01", due=parse_due("Quý IV/2023")),))
    reopened = task(3)._replace(
        updates=(*task(3, done=date(2023, 6, 1)).updates, Update("in_progress", date(2023, 7, 1)))
    )
    plan = plan_of(tasks=(granted, task(2, done=date(2023, 7, 3)), reopened))
    rows = context_of(plan, "2023-Q3")["nhom_nhiem_vu"][0]["nhiem_vu"]
    assert [row["gia_han"] for row in rows] == ["gia hạn từ quý II/2023", "", ""]
    assert [row["ngay_hoan_thanh"] for row in rows] == ["", "3/7/2023", ""]


def test_who_owes_most_comes_first_then_who_has_most() -> None:
    later = [task(number, "Quý IV/2023", lead=lead) for number, lead in ((1, "CQ1"), (2, "CQ2"), (3, "CQ2"))]
    plan = plan_of(tasks=(*later, task(4, lead="CQ3")), agencies=3)
    rows = context_of(plan, "2023-Q3")["co_quan_chu_tri"]
    assert [(row["stt"], row["ten"], row["tong"]) for row in rows] == [(1, "CQ 3", 1), (2, "CQ 2", 2), (3, "CQ 1", 1)]


def test_what_people_wrote_is_passed_on_and_recipients_of_the_decision_are_not() -> None:
    plan = plan_of()._replace(recipients=("Như Điều 3", "Sở Y tế", "Lưu: VT"), standing_agency=None)
    context = context_of(plan, "2023-Q3", Narrative(proposals=("Bố trí kinh phí", " Còn gì nữa?")))
    assert context["loi"]["de_xuat"] == ["Bố trí kinh phí.", "Còn gì nữa?"]
    assert context["noi_nhan"] == ["Sở Y tế", "Lưu: VT"]
