"""A chart shows something: bars with nothing in them are left out, and so is a chart without bars."""

from datetime import date

from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.periods import parse_period
from kehoach_cli.reports.periodic.period_charts import AGENCIES, ASSESSMENTS, MOST_AGENCIES, MOST_BARS, period_charts
from kehoach_cli.reports.periodic.period_view import period_view
from kehoach_cli.word.output.charts import BarChart
from tests.support.made_up_plans import indicator, plan_of, task


def _charts(plan: Plan) -> dict[str, BarChart]:
    return period_charts(period_view(plan, parse_period("2023-Q3")))


def test_only_bars_that_somebody_knows_are_named() -> None:
    measured = (("45", date(2023, 8, 31)),)
    nothing_new = _charts(plan_of((indicator(1), indicator(2))))["nhom_N1"]
    no_baseline = _charts(plan_of((indicator(1, baseline=None), indicator(2, baseline=None, measured=measured))))
    assert nothing_new.title == "Nhóm thứ 1: hiện trạng và mức phải đạt (%)"
    assert [series.name for series in nothing_new.series] == ["Hiện trạng 12/2022", "Mức phải đạt"]
    assert no_baseline["nhom_N1"].title == "Nhóm thứ 1: kết quả mới nhất và mức phải đạt (%)"


def test_indicators_of_which_nothing_is_known_have_no_chart() -> None:
    unknown = (indicator(1, baseline=None, target=None), indicator(2, baseline=None, target=None))
    assert list(_charts(plan_of(unknown))) == [ASSESSMENTS]


def test_a_single_indicator_or_agency_is_compared_with_nothing() -> None:
    assert list(_charts(plan_of((indicator(1),), (task(1), task(2))))) == [ASSESSMENTS]
    assert _charts(plan_of()) == {}


def test_units_are_not_mixed_and_the_farthest_are_shown_where_there_are_too_many() -> None:
    many = tuple(indicator(number, baseline=str(number)) for number in range(1, MOST_BARS + 4))
    other = (indicator(90, unit="hồ sơ", baseline="900"),)
    chart = _charts(plan_of((*many, *other)))["nhom_N1"]
    assert chart.categories == tuple(f"N1-{number:02}" for number in range(1, MOST_BARS + 1))
    assert chart.title.endswith("(%); 20 chỉ tiêu còn cách xa nhất trong 23 chỉ tiêu")


def test_agencies_beyond_the_most_are_counted_together() -> None:
    tasks = tuple(task(number, lead=f"CQ{number}") for number in range(1, MOST_AGENCIES + 4))
    chart = _charts(plan_of((), tasks, agencies=MOST_AGENCIES + 3))[AGENCIES]
    assert chart.categories[-1] == "3 cơ quan khác"
    late = next(series for series in chart.series if series.name == "Quá hạn chưa hoàn thành")
    assert late.values[-1] == 3
