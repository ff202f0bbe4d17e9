"""A chart shows something: bars with nothing in them are left out, and so is a chart without bars."""

from datetime import date

import pytest

from kehoach_cli.plan.model import Indicator, Plan
from kehoach_cli.plan.periods import parse_period
from kehoach_cli.reports.periodic.period_charts import AGENCIES, ASSESSMENTS, period_charts
from kehoach_cli.reports.periodic.period_view import period_view
from kehoach_cli.word.output.charts import BarChart
from tests.support.made_up_plans import indicator, plan_of, task


def _charts(plan: Plan) -> dict[str, BarChart]:
    return period_charts(period_view(plan, parse_period("2023-Q3")))


def test_only_bars_that_somebody_knows_are_named() -> None:
    measured = (("45", date(2023, 8, 31)),)
    nothing_new = _charts(plan_of((indicator(1), indicator(2))))["nhom_N1"]
    no_baseline = _charts(plan_of((indicator(1, baseline=None), indicator(2, baseline=None, measured=measured))))
    assert nothing_new.title == "Nhóm thứ 1: mức phải đạt và hiện trạng (%)"
    assert [series.name for series in nothing_new.series] == ["Mức phải đạt", "Hiện trạng 12/2022"]
    assert no_baseline["nhom_N1"].title == "Nhóm thứ 1: kết quả mới nhất và mức phải đạt (%)"


def test_indicators_of_which_nothing_is_known_have_no_chart() -> None:
    unknown = (indicator(1, baseline=None, target=None), indicator(2, baseline=None, target=None))
    assert list(_charts(plan_of(unknown))) == [ASSESSMENTS]


def test_a_single_indicator_or_agency_is_compared_with_nothing() -> None:
    assert list(_charts(plan_of((indicator(1),), (task(1), task(2))))) == [ASSESSMENTS]
    assert _charts(plan_of()) == {}


def test_a_chart_in_words_names_a_value_of_nothing_but_no_empty_class() -> None:
    charts = _charts(plan_of((indicator(1, baseline="0"), indicator(2, baseline=None, target=None))))
    assert charts["nhom_N1"].description.endswith(
        "N1-01 Hồ sơ trực tuyến: mức phải đạt 60; hiện trạng 12/2022 0. "
        "N1-02 Hồ sơ trực tuyến (chưa có số liệu): chưa có số liệu."
    )
    assert charts[ASSESSMENTS].description.endswith("Nhóm thứ 1: chưa đủ số liệu để đánh giá 2.")


def test_units_are_not_mixed() -> None:
    other = (indicator(90, unit="hồ sơ", baseline="900"),)
    chart = _charts(plan_of((indicator(1), indicator(2), *other)))["nhom_N1"]
    assert chart.categories == ("N1-01 Hồ sơ trực tuyến", "N1-02 Hồ sơ trực tuyến")


def test_names_stand_beside_codes_and_end_at_a_word() -> None:
    long = indicator(2, name="Tỷ lệ thủ tục hành chính đủ điều kiện được cung cấp trực tuyến toàn trình")
    chart = _charts(plan_of((indicator(1, name="Xếp hạng DTI"), long)))["nhom_N1"]
    assert chart.categories == ("N1-01 Xếp hạng DTI", "N1-02 Thủ tục hành chính đủ điều kiện được…")


MEASURED = (("41.5", date(2023, 8, 31)),)
ROWS = {
    "41,5/50": indicator(1, target="50", measured=MEASURED),
    "chưa có/60": indicator(1),
    "41,5/≤ 50": indicator(1, target="50", measured=MEASURED)._replace(direction="decrease"),
    "41,5/–": indicator(1, target=None, measured=MEASURED),
    "chưa có/–": indicator(1, target=None),
}


@pytest.mark.parametrize(("label", "record"), ROWS.items())
def test_a_row_says_its_result_and_what_must_be_reached_and_what_is_missing(label: str, record: Indicator) -> None:
    chart = _charts(plan_of((record, indicator(2))))["nhom_N1"]
    assert [series.labels[0] for series in chart.series if series.labels[0]] == [label]


def test_a_label_stands_at_the_end_of_the_longest_bar_of_its_row() -> None:
    beyond = indicator(1, target="50", measured=(("70", date(2023, 8, 31)),))
    fallen = indicator(2, unit="%", baseline="-80", target="50", measured=MEASURED)
    chart = _charts(plan_of((beyond, fallen)))["nhom_N1"]
    assert {series.mark: series.labels for series in chart.series} == {
        "bar": ("70/50", ""),
        "frame": ("", ""),
        "tick": ("", "41,5/50"),
    }


def test_indicators_are_counted_by_the_official_classes() -> None:
    chart = _charts(
        plan_of((indicator(1, measured=MEASURED), indicator(2), indicator(3, target="40", measured=MEASURED)))
    )[ASSESSMENTS]
    assert {series.name: [int(value or 0) for value in series.values] for series in chart.series} == {
        "Vượt mức phấn đấu": [1],
        "Đạt mức phấn đấu": [0],
        "Chưa đạt (còn thời hạn)": [1],
        "Không đạt khi hết thời hạn": [0],
        "Chưa đủ số liệu để đánh giá": [1],
    }


def test_twenty_indicators_are_shown_and_of_more_the_farthest() -> None:
    """The later ones are nearer; of one without a target nothing is known, so that it counts as farthest."""
    many = tuple(indicator(number, baseline=str(number)) for number in range(1, 22))
    unknown = indicator(99, baseline=None, target=None)
    twenty, more, one_unknown = (_charts(plan_of(some))["nhom_N1"] for some in (many[:20], many, (*many[:20], unknown)))
    assert len(twenty.categories) == 20
    assert twenty.title.endswith("(%)")
    assert more.categories == twenty.categories
    assert more.title.endswith("(%); 20 chỉ tiêu còn cách xa nhất trong 21 chỉ tiêu")
    assert one_unknown.categories == (*twenty.categories[:19], "N1-99 Hồ sơ trực tuyến (chưa có số liệu)")


def test_fifteen_agencies_are_shown_and_the_others_counted_together() -> None:
    def chart_of(count: int) -> BarChart:
        tasks = tuple(task(number, lead=f"CQ{number}") for number in range(1, count + 1))
        return _charts(plan_of((), tasks, agencies=count))[AGENCIES]

    fifteen, sixteen, seventeen = chart_of(15), chart_of(16), chart_of(17)
    assert fifteen.categories[-1] == "CQ 15"
    assert (len(sixteen.categories), sixteen.categories[-1]) == (16, "1 cơ quan khác")
    assert (len(seventeen.categories), seventeen.categories[-1]) == (16, "2 cơ quan khác")
    late = next(series for series in seventeen.series if series.name == "Quá hạn chưa hoàn thành")
    assert late.values[-1] == 2


def test_a_chart_grows_with_its_rows_up_to_less_than_half_a_page() -> None:
    """Heights in millimetres. A page has 257 of them: a chart that moves to the next leaves less than half empty."""

    def heights(pillars: int, agencies: int, indicators: int = 2) -> list[int]:
        shown = tuple(
            indicator(each, pillar=f"N{pillar}")
            for pillar in range(1, pillars + 1)
            for each in range(1, indicators + 1)
        )
        tasks = tuple(task(number, lead=f"CQ{number}") for number in range(1, agencies + 1))
        charts = _charts(plan_of(shown, tasks, agencies=agencies, pillars=pillars))
        return [charts[name].height for name in (ASSESSMENTS, AGENCIES, "nhom_N1")]

    assert heights(pillars=1, agencies=2) == [28, 31, 28]
    assert heights(pillars=2, agencies=3, indicators=17) == [37, 37, 92]
    assert heights(pillars=12, agencies=30, indicators=25) == [115, 115, 105]
