"""In which order indicators are listed, by what was asked for."""

from datetime import date

from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.reports.listings.gap_table import gaps_view
from tests.support.records import indicator, plan


def order(sort: str, *records: Indicator) -> list[str]:
    view = gaps_view(plan_status(plan(*records), date(2023, 9, 15)), sort)
    return [item.indicator.id for item in view.rows]


def test_the_widest_gap_comes_first_and_an_unknown_one_last() -> None:
    baselines = {"UNKNOWN": None, "MET": "60", "BEYOND": "60.5", "NEAR": "59.5", "FAR": "20", "MET-TOO": "60"}
    records = [indicator(id=name, baseline=baseline) for name, baseline in baselines.items()]
    assert order("gap", *records) == ["FAR", "NEAR", "MET", "MET-TOO", "BEYOND", "UNKNOWN"]


def test_the_soonest_deadline_comes_first_and_none_last() -> None:
    dues = {"NONE": "Thường xuyên", "YEAR": "Năm 2023", "NEXT": "01/10/2023", "QUARTER": "Quý III/2023"}
    dues |= {"SAME": "30/9/2023", "LAST": "31/12/2200"}
    records = [indicator(id=name, due=due) for name, due in dues.items()]
    assert order("due", *records) == ["QUARTER", "SAME", "NEXT", "YEAR", "LAST", "NONE"]


def test_the_worst_assessment_comes_first_and_none_last() -> None:
    values = {
        "UNKNOWN": None,
        "MET": "60",
        "BEHIND": "32",
        "EXCEEDED": "61",
        "FAR": "31",
        "ON-TRACK": "39",
        "BACK": "19",
    }
    records = [indicator(*([(value, "2023-09-10")] if value else []), id=name) for name, value in values.items()]
    assert order("assessment", *records) == ["BACK", "FAR", "BEHIND", "ON-TRACK", "MET", "EXCEEDED", "UNKNOWN"]
