"""Estimates of the last day of a period: entered, corrected, asked about."""

from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.plans import INDICATORS, write_plan

ESTIMATE = ("record", "CQS-01", "55", "--estimate", "--date", "31/12/2023", "--source", "CV 12")


def measurements(plan: Path) -> str:
    return (plan / "data" / "indicators.yaml").read_text(encoding="utf-8").partition("measurements:\n")[2]


def test_an_estimate_is_no_figure_of_a_day_to_come(kehoach: Kehoach, small_plan: Path) -> None:
    """It is written without a question while its period is under way, and stands in that period's reports alone."""
    result = kehoach(*ESTIMATE, "--as-of", "10/12/2023")
    assert (result.code, result.err) == (0, "")
    assert measurements(small_plan) == (
        "    - value: 55\n      date: 2023-12-31\n      source: CV 12\n      estimate: true\n"
    )
    said = " ".join(result.out.split())
    assert "Mới ghi: ước 55% ngày 31/12/2023 (CV 12)." in said
    assert "Số ước này chỉ dùng trong báo cáo quý IV/2023, 6 tháng cuối năm 2023 và năm 2023." in said
    assert "Số liệu mới nhất" not in said


@pytest.mark.parametrize(
    ("cadence", "day", "reports"),
    [
        ("quarter", "30/9/2023", "quý III/2023"),
        ("quarter", "31/8/2023", "tháng 8/2023"),
        ("month", "30/9/2023", "tháng 9/2023 và quý III/2023"),
    ],
)
def test_the_reports_that_an_estimate_is_for(
    kehoach: Kehoach, small_plan: Path, cadence: str, day: str, reports: str
) -> None:
    path = small_plan / "data" / "plan.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}reporting: {{cadence: {cadence}}}\n", encoding="utf-8")
    out = kehoach("record", "CQS-01", "55", "--estimate", "--date", day, "--source", "x").out
    assert f"  Số ước này chỉ dùng trong báo cáo {reports}.\n" in out


@pytest.mark.parametrize(
    ("day", "report"),
    [
        ("14/9/2023", "quý III/2023 (số liệu đến hết ngày 14/9/2023)"),
        ("15/9/2023", "quý IV/2023 (số liệu đến hết ngày 14/12/2023)"),
    ],
)
def test_the_report_that_a_figure_enters(kehoach: Kehoach, small_plan: Path, day: str, report: str) -> None:
    assert small_plan.is_dir()
    out = kehoach("record", "CQS-01", "45", "--date", day, "--source", "CV 12").out
    assert f"Số liệu này vào báo cáo {report}." in " ".join(out.split())


def test_an_estimate_of_a_period_that_is_still_to_come_is_asked_about(kehoach: Kehoach, small_plan: Path) -> None:
    assert small_plan.is_dir()
    asked = kehoach(*ESTIMATE, "--as-of", "10/12/2022")
    assert (asked.code, "ngày 31/12/2023 còn chưa tới" in " ".join(asked.err.split())) == (1, True)


def test_an_estimate_is_of_the_last_day_of_a_period(kehoach: Kehoach, small_plan: Path) -> None:
    assert small_plan.is_dir()
    result = kehoach("record", "CQS-01", "55", "--estimate", "--date", "15/12/2023", "--source", "CV 12")
    assert result.code == 2
    assert "ghi ngày cuối kỳ, 30/11/2023 hoặc 31/12/2023; số liệu thật của ngày này thì bỏ --estimate" in result.err


@pytest.mark.parametrize("heading", ["estimate", "Ước", "so uoc", "là số ước"])
@pytest.mark.parametrize(
    ("cell", "is_estimate"), [("có", True), ("x", True), ("1", True), ("không", False), ("", False)]
)
def test_a_column_of_a_table(kehoach: Kehoach, small_plan: Path, heading: str, cell: str, *, is_estimate: bool) -> None:
    (small_plan / "a.csv").write_text(
        f"id,value,date,source,{heading}\nCQS-01,45,31/8/2023,x,{cell}\n", encoding="utf-8"
    )
    assert kehoach("record", "--from", "a.csv").code == 0
    assert ("estimate: true" in measurements(small_plan)) == is_estimate


@pytest.mark.parametrize(("cell", "is_estimate"), [("true", True), ("false", False), ("null", False), ("1", True)])
def test_a_key_of_json(kehoach: Kehoach, small_plan: Path, cell: str, *, is_estimate: bool) -> None:
    row = f'{{"id": "CQS-01", "value": 45, "date": "31/8/2023", "source": "x", "estimate": {cell}}}'
    (small_plan / "a.json").write_text(f"[{row}]", encoding="utf-8")
    assert kehoach("record", "--from", "a.json").code == 0
    assert ("estimate: true" in measurements(small_plan)) == is_estimate


def test_true_is_no_figure(kehoach: Kehoach, small_plan: Path) -> None:
    row = '{"id": "CQS-01", "value": true, "date": "31/8/2023", "source": "x"}'
    (small_plan / "a.json").write_text(f"[{row}]", encoding="utf-8")
    assert "«true» không phải là số" in kehoach("record", "--from", "a.json").err


def test_estimates_are_corrected_as_estimates_and_figures_as_figures(kehoach: Kehoach, small_plan: Path) -> None:
    entries = "    - {value: 50, date: 2023-12-31, estimate: true, source: CV 1}\n"
    write_plan(small_plan, indicators=f"{INDICATORS}  measurements:\n{entries}")
    figure = ("correct", "CQS-01", "52", "--source", "CV 2", "--as-of", "10/12/2023")
    refused = kehoach(*figure)
    assert refused.code == 2
    assert "CQS-01 chưa có dòng nào để đính chính; số ước thì thêm --estimate; xem: kehoach show CQS-01" in refused.err
    assert kehoach(*figure, "--estimate").code == 0
    assert measurements(small_plan) == (
        f"{entries}    - {{value: 52, date: 2023-12-31, source: CV 2, corrects: 2023-12-31, estimate: true}}\n"
    )
    assert "không có số ước nào ngày 30/11/2023" in kehoach(*figure, "--estimate", "--of", "30/11/2023").err
    assert kehoach("validate", "--fail-on", "error").code == 0
