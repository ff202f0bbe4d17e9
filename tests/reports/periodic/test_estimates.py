"""An estimate counts in the report on its period alone, marked; the next report compares with what that one said."""

from datetime import date
from decimal import Decimal

import pytest

from kehoach_cli.plan.entries import Measurement
from kehoach_cli.plan.model import Indicator, Plan
from kehoach_cli.plan.plan_status import plan_status
from tests.support.loaded import plan_of
from tests.support.periods import context_of
from tests.support.plans import PLAN
from tests.support.records import changed, indicator, measured, plan, target

ESTIMATE = Measurement(Decimal(45), date(2023, 9, 30), "BC ước", estimate=True)
FIGURE = Measurement(Decimal("43.8"), date(2023, 9, 30), "BC chính thức")


def with_(*entries: Measurement) -> Plan:
    return plan(indicator()._replace(measurements=(*measured(("30", "2023-05-31"), ("41", "2023-08-31")), *entries)))


def row(whole: Plan, period: str, as_of: date | None = None) -> tuple[str, str, str, str]:
    """The figure of the report's only indicator, its day, its document, and its change in words."""
    [found] = context_of(whole, period, as_of=as_of)["nhom"][0]["chi_tieu"]
    return found["ket_qua"], found["ngay"], found["nguon"], found["bien_dong"]


@pytest.mark.parametrize("entries", [(ESTIMATE,), (ESTIMATE, FIGURE), (FIGURE, ESTIMATE)])
def test_the_report_on_the_period_shows_the_estimate(entries: tuple[Measurement, ...]) -> None:
    """Also after the figure came: its day is after the cut-off."""
    assert row(with_(*entries), "2023-Q3") == ("45% (ước)", "30/9/2023", "BC ước", "tăng 25 điểm phần trăm (ước)")
    [calculated] = context_of(with_(*entries), "2023-Q3")["cach_tinh"]
    assert (calculated["c"], calculated["ngay_c"]) == ("45% (ước)", "30/9/2023")


def test_the_next_report_compares_with_the_estimate_that_was_shown() -> None:
    assert row(with_(ESTIMATE, FIGURE), "2023-Q4") == (
        "43,8%",
        "30/9/2023",
        "BC chính thức",
        "giảm 1,2 điểm phần trăm (kỳ trước ước 45%)",
    )
    assert context_of(with_(ESTIMATE, FIGURE), "2023-Q4")["nhom"][0]["chi_tieu"][0]["thay_doi"] == "−1,2"


def test_without_a_figure_the_next_report_has_nothing_new() -> None:
    assert row(with_(ESTIMATE), "2023-Q4") == ("41%", "31/8/2023", "", "chưa có số liệu mới")


def test_a_report_as_of_the_estimates_day_takes_the_figure() -> None:
    assert row(with_(ESTIMATE), "2023-Q3", date(2023, 9, 29))[0] == "45% (ước)"
    assert row(with_(ESTIMATE), "2023-Q3", date(2023, 9, 30))[0] == "45% (ước)"
    assert row(with_(ESTIMATE, FIGURE), "2023-Q3", date(2023, 9, 29))[0] == "45% (ước)"
    assert row(with_(ESTIMATE, FIGURE), "2023-Q3", date(2023, 9, 30))[0] == "43,8%"


def test_no_other_period_and_no_listing_knows_the_estimate() -> None:
    assert row(with_(ESTIMATE), "2023-08")[0] == "30%"
    assert row(with_(ESTIMATE), "2023")[0] == "41%"
    for day in (date(2023, 9, 14), date(2023, 10, 15)):
        [item] = plan_status(with_(ESTIMATE), day).indicators
        assert item.current
        assert item.current.value == 41


def test_a_first_figure_and_one_that_is_as_estimated() -> None:
    bare = plan(indicator(baseline=None)._replace(measurements=(ESTIMATE, FIGURE._replace(value=Decimal(45)))))
    assert row(bare, "2023-Q3")[3] == "có số liệu lần đầu (ước)"
    assert row(bare, "2023-Q4")[3] == "không đổi (kỳ trước ước 45%)"


def test_the_chart_says_that_it_draws_estimates() -> None:
    both = plan(*(indicator(id=name)._replace(measurements=(ESTIMATE,)) for name in ("CQS-01", "CQS-02")))
    chart = context_of(both, "2023-Q3")["nhom"][0]["bieu_do"]["hinh"]["chart"]
    assert "kết quả đến 14/9/2023 (có số ước) 45" in str(chart)


def test_an_assessment_that_is_another_because_of_a_later_document_says_so() -> None:
    def because(record: Indicator, period: str) -> str:
        return str(context_of(plan(record), period)["nhom"][0]["chi_tieu"][0]["do_dieu_chinh"])

    amended = indicator(("30", "2023-08-31"), ("43.8", "2023-11-30"), provincial=target(50))._replace(
        changes=(changed("2023-10-01", "QĐ 250", lead=("SYT",), targets__provincial=target(90)),)
    )
    assert because(amended, "2023-Q4") == "điều chỉnh mức Kế hoạch: 50% → 90% (QĐ 250)"
    assert because(amended, "2023-Q3") == ""
    assert because(amended._replace(changes=()), "2023-Q4") == ""


def test_a_later_cut_off_leaves_no_day_out_and_counts_none_twice() -> None:
    changes = "changes:\n  - {date: 2023-10-01, by: QĐ 250, set: {reporting: {cutoff: 20}}}\n"
    whole = plan_of(plan=f"{PLAN}{changes}")
    spans = [context_of(whole, period)["ky"] for period in ("2023-Q3", "2023-Q4", "2024-Q1")]
    assert [(span["so_lieu_tu"], span["so_lieu_den"]) for span in spans] == [
        ("15/6/2023", "14/9/2023"),
        ("15/9/2023", "20/12/2023"),
        ("21/12/2023", "20/3/2024"),
    ]
