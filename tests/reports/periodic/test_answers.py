"""What a report says of work that several bodies answer for."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kehoach_cli.plan.agency import Agency, Member
from kehoach_cli.plan.entries import Measurement
from kehoach_cli.plan.model import Indicator, Plan, Task
from kehoach_cli.plan.values import Baseline, Milestone, Target, Targets
from tests.support.answers import answers
from tests.support.made_up_plans import indicator, plan_of, task
from tests.support.periods import context_of

GROUP = Agency(
    "NHOM", "Các cơ quan", "Các cơ quan", group=True, members=(Member("CQ1"), Member("CQ2")), members_complete=True
)


def plan_with(*records: Indicator | Task, group: Agency = GROUP) -> Plan:
    plan = plan_of(
        tuple(record for record in records if isinstance(record, Indicator)),
        tuple(record for record in records if isinstance(record, Task)),
        agencies=3,
    )
    return plan._replace(agencies=(*plan.agencies, group))


def shared(given: str, **of_it: Any) -> Indicator:
    return indicator(1, lead="NHOM")._replace(**{"parts": "ratio", "answers": answers(given), **of_it})


def row_of(record: Indicator, period: str = "2023-Q3") -> dict[str, Any]:
    found: dict[str, Any] = context_of(plan_with(record), period)["nhom"][0]["chi_tieu"][0]
    return found


def said(record: Indicator, *keys: str, period: str = "2023-Q3") -> tuple[str, ...]:
    row = row_of(record, period)
    return tuple(row[key] for key in keys)


BOTH = "CQ1 45/120 31/8; CQ2 10/80 1/9"


@pytest.mark.parametrize(
    ("given", "of_it", "value"),
    [
        (BOTH, {}, "27,5%"),
        ("CQ1 45/120 31/8", {}, "37,5% (tạm tính)"),
        ("CQ1 45/120 31/8; CQ2 80/80 30/9 ước", {}, "62,5% (ước)"),
        ("CQ1 45/120 30/9 ước", {}, "37,5% (tạm tính, ước)"),
        ("CQ1 60 31/8; CQ2 59 31/8", {"parts": "each"}, "50% (1/2 cơ quan đạt)"),
        ("CQ1 60 31/8", {"parts": "each"}, "50% (1/2 cơ quan đạt, tạm tính)"),
        ("CQ1 45 31/8", {"parts": None}, "1/2 cơ quan đã báo cáo"),  # no figure of the whole, yet not nothing
        ("", {}, "–"),
    ],
)
def test_the_latest_value_says_how_far_it_is_the_whole(given: str, of_it: dict[str, Any], value: str) -> None:
    assert said(shared(given, **of_it), "ket_qua") == (value,)


def test_a_gap_of_a_provisional_value_is_marked() -> None:
    assert said(shared("CQ1 45/120 31/8"), "con_lai", "cach_ban_dau", "danh_gia") == (
        "22,5 (tạm tính)",
        "40",
        "Chưa đủ số liệu",
    )
    assert said(shared("CQ1 90/120 31/8"), "con_lai") == ("vượt 15 (tạm tính)",)
    assert said(shared("CQ1 60 31/8; CQ2 59 31/8", parts="each", unit="hồ sơ"), "con_lai", "cach_ban_dau") == (
        "50",  # points of the share of bodies, not the unit of what each has
        "–",
    )


@pytest.mark.parametrize(
    ("given", "of_it", "told"),
    [
        (f"CQ1 30/120 1/6; CQ2 2/80 1/6; {BOTH}", {}, "tăng 11,5 điểm phần trăm"),
        (f"CQ1 30/120 1/6; {BOTH}", {}, "kỳ trước 25% (tạm tính)"),
        ("CQ1 45/120 31/8", {}, "số tạm tính, chưa so sánh"),
        ("CQ1 45/120 1/6", {}, "chưa có số liệu mới"),
        ("CQ1 45 31/8", {"parts": None}, "chưa có số liệu chung, 1/2 cơ quan đã báo cáo"),
        ("", {}, "chưa có số liệu mới"),
        ("CQ1 60 31/8; CQ2 59 31/8", {"parts": "each"}, "có số liệu lần đầu"),
    ],
)
def test_what_some_have_answered_is_compared_with_nothing(given: str, of_it: dict[str, Any], told: str) -> None:
    assert said(shared(given, **of_it), "bien_dong") == (told,)


def test_what_is_provisional_is_no_start() -> None:
    plan = plan_with(shared("CQ1 45/120 31/8", baseline=Baseline()))
    [row] = context_of(plan, "2023-Q3")["cach_tinh"]
    assert (row["b"], row["ngay_b"], row["c"]) == ("–", "", "37,5% (tạm tính)")


def test_the_share_of_those_who_reach_a_milestone_stands_beside_it() -> None:
    sixty = Milestone(task(1, "Năm 2023").due, provincial=Target(Decimal(60), Decimal(60)))
    targets = Targets(None, Target(Decimal(90), Decimal(90)))
    record = shared("CQ1 60 10/12; CQ2 59 10/12", parts="each", targets=targets, milestones=(sixty,))
    record = record._replace(due=task(1, "Năm 2024").due)
    keys = ("ket_qua", "moc", "moc_danh_gia")
    assert said(record, *keys, period="2023") == (
        "0% (0/2 cơ quan đạt)",
        "năm 2023: 60%, 50% cơ quan đạt",
        "chưa đạt",
    )
    unknown = record._replace(answers=())
    assert said(unknown, *keys, period="2023") == ("–", "năm 2023: 60%", "chưa đủ số liệu")


def test_a_count_of_bodies_has_no_start() -> None:
    plan = plan_with(shared("CQ1 60 31/8; CQ2 59 31/8", parts="each"))
    [row] = context_of(plan, "2023-Q3")["cach_tinh"]
    assert (row["b"], row["ngay_b"], row["c"]) == ("–", "", "50% (1/2 cơ quan đạt)")


def test_in_a_first_report_the_share_of_bodies_is_not_compared_with_the_baseline() -> None:
    record = shared("CQ1 60 31/8; CQ2 59 31/8", parts="each")
    plan = plan_with(record)._replace(date=date(2023, 6, 26))
    assert context_of(plan, "2023-Q3")["nhom"][0]["chi_tieu"][0]["bien_dong"] == "có số liệu lần đầu"


def test_the_document_of_a_figure_that_answers_give_is_how_many_gave_it() -> None:
    assert said(shared(BOTH), "nguon") == ("báo cáo của 2/2 cơ quan",)
    whole = (Measurement(answers("CQ1 41 1/1")[0].value, date(2023, 9, 2), "BC 5"),)
    assert said(shared(BOTH, measurements=whole), "ket_qua", "nguon") == ("41%", "BC 5")


def test_a_years_report_does_not_judge_what_is_provisional() -> None:
    assert said(shared("CQ1 45/120 10/12"), "danh_gia", period="2023") == ("Chưa đủ số liệu",)
    assert said(shared("CQ1 45/120 10/12; CQ2 1/80 10/12"), "danh_gia", period="2023") == ("Chưa đạt",)


def test_what_has_answers_does_not_count_as_without_data() -> None:
    data = context_of(plan_with(shared("CQ1 45 31/8", parts=None)), "2023-Q3")
    assert (data["da_ghi_nhan"], data["chi_tieu"]["co_so_lieu"], data["chi_tieu"]["ds_chua_co_so_lieu"]) == (
        True,
        1,
        [],
    )
    of_task = context_of(plan_with(task(1, lead="NHOM")._replace(answers=answers("CQ1 done 1/7"))), "2023-Q3")
    assert of_task["da_ghi_nhan"]
    assert of_task["nhiem_vu"]["ds_qua_han"][0]["dien_bien"] == "1/2 cơ quan đã báo cáo"


def test_how_many_have_answered_in_the_period_is_said_where_several_answer_and_one_has() -> None:
    def covered(*records: Indicator | Task, period: str = "2023-Q3", group: Agency = GROUP) -> dict[str, Any]:
        found: dict[str, Any] = context_of(plan_with(*records, group=group), period)["bao_cao_ky"]
        return found

    nothing = {"du": "", "phai_bao_cao": "", "so_du": 0, "mot_phan": 0, "so_chua": 0, "chua": ""}
    assert covered(shared("")) == nothing
    assert covered(indicator(1, measured=(("41", date(2023, 8, 30)),))) == nothing
    alone = indicator(2, lead="CQ3")
    assert covered(shared("CQ1 45/120 31/8"), alone) == {
        "phai_bao_cao": "3",
        "so_du": 1,
        "du": "1/3 cơ quan",
        "mot_phan": 0,
        "so_chua": 2,
        "chua": "CQ 2, CQ 3",
    }
    assert covered(shared("CQ1 45/120 31/8"), task(1, lead="NHOM"))["mot_phan"] == 1
    assert covered(shared("CQ1 45/120 31/8"), period="2023-Q4")["du"] == "0/2 cơ quan"  # that was the third quarter's
    open_group = GROUP._replace(members_complete=False)
    assert covered(shared("CQ1 45/120 31/8"), group=open_group)["du"] == "1 trong ít nhất 2 cơ quan"


def test_a_report_to_a_later_day_counts_what_came_until_then() -> None:
    plan = plan_with(shared("CQ1 45/120 31/8; CQ2 10/80 20/9"))
    assert context_of(plan, "2023-Q3")["bao_cao_ky"]["du"] == "1/2 cơ quan"
    assert context_of(plan, "2023-Q3", as_of=date(2023, 9, 30))["bao_cao_ky"]["du"] == "2/2 cơ quan"


def test_bodies_whose_names_have_commas_are_parted_by_semicolons() -> None:
    outer = GROUP._replace(members=(Member("CQ1"), Member("XA"), Member("CQ2")))
    plan = plan_with(shared("CQ1 45/120 31/8"), group=outer)
    xa = Agency("XA", "Các xã, phường", "Các xã, phường", group=True)
    [found] = context_of(plan._replace(agencies=(*plan.agencies, xa)), "2023-Q3")["ket_qua_co_quan"]
    assert found["chua"] == "Các xã, phường; CQ 2"
