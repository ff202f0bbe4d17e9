"""Verdicts and targets in words in every view: words or a dash, never the figures that they are kept as."""

import json
from pathlib import Path
from typing import Any

import pytest

from kehoach_cli.plan.periods import parse_period
from kehoach_cli.reports.periodic.indicator_rows import indicator_row
from kehoach_cli.reports.periodic.period_charts import period_charts
from kehoach_cli.reports.periodic.period_view import period_view
from tests.conftest import Kehoach
from tests.support.field_places import loaded
from tests.support.plans import INDICATORS, write_plan

ON = ("--as-of", "2023-10-10")
JUDGED = """\
- id: CQS-02
  name: Mức độ phát triển khoa học
  unit: "%"
  measure: verdict
  direction: increase
  lead: [STTTT]
  targets: {national: Đạt mức trung bình, provincial: Đạt mức khá}
  due: Năm 2023
  milestones: [{due: Quý III/2023, provincial: Đạt mức trung bình}]
  measurements:
    - {value: chưa đạt, date: 2023-06-30, source: BC 1, judged_by: Bộ KH&CN}
    - {value: vượt, date: 2023-09-10, source: BC 2, judged_by: Bộ KH&CN}
- id: CQS-03
  name: Tỷ lệ dịch vụ công trực tuyến
  unit: "%"
  direction: increase
  lead: [STTTT]
  baseline: {value: 20, as_of: 2023-05-31}
  targets: {provincial: 60}
  due: Năm 2023
  measurements: [{value: 30, date: 2023-07-31, source: BC 1}]
- id: CQS-04
  name: Mức cấp trên bằng lời
  unit: Mức
  direction: increase
  lead: [STTTT]
  baseline: {value: 20, as_of: 2023-05-31}
  targets: {national: Đạt mức khá, provincial: 60}
  due: Năm 2023
  measurements: [{value: 30, date: 2023-07-31, source: BC 1}]
"""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_plan(tmp_path, indicators=INDICATORS + JUDGED)


def text(out: str) -> str:
    return " ".join(out.split())


def row(out: str, record: str) -> dict[str, Any]:
    return next(each for each in json.loads(out)["indicators"] if each["id"] == record)


def test_data_have_the_verdict_and_no_figures(kehoach: Kehoach, plan: Path) -> None:
    assert plan.is_dir()
    found = row(kehoach("gaps", *ON, "--format", "json").out, "CQS-02")
    assert (found["verdict"], found["measure"], found["assessment"]) == ("exceeded", "verdict", "exceeded")
    assert found["provincial_text"] == "Đạt mức khá"
    figures = "baseline current start national provincial_min provincial_max gap_national gap_min gap_max pace_ratio"
    assert {found[key] for key in figures.split()} == {None}
    [milestone] = found["milestones"]
    assert (milestone["goal"], milestone["left"], milestone["text"]) == (None, None, "Đạt mức trung bình")
    assert milestone["result"] == "exceeded"


def test_words_set_from_above_have_no_distance(kehoach: Kehoach, plan: Path) -> None:
    assert plan.is_dir()
    found = row(kehoach("gaps", *ON, "--format", "json").out, "CQS-04")
    assert (found["national"], found["gap_national"], found["national_text"]) == (None, None, "Đạt mức khá")
    assert (found["gap_min"], found["verdict"]) == (30, None)
    out = kehoach("log", "CQS-04", *ON).out
    assert "mức tỉnh" in out
    assert "mức UBQG" not in out


def test_show_says_the_words_and_who_judged(kehoach: Kehoach, plan: Path) -> None:
    assert plan.is_dir()
    out = text(kehoach("show", "CQS-02", *ON).out)
    assert "Phải đạt G Đạt mức khá (mức tỉnh)" in out
    assert "Hiện tại c vượt (ngày 10/9/2023)" in out
    assert "30/6/2023 chưa đạt BC 1 Bộ KH&CN đánh giá" in out
    assert "Khoảng cách" not in out


def test_log_has_no_chart_and_no_distance(kehoach: Kehoach, plan: Path) -> None:
    assert plan.is_dir()
    out = kehoach("log", "CQS-02", *ON).out
    assert "vượt (số liệu ngày 10/9/2023); vượt mức." in text(out)
    assert "┤" not in out
    assert "Còn cách" not in out
    entries = json.loads(kehoach("log", "CQS-02", *ON, "--format", "json").out)["entries"]
    assert [(each["value"], each["verdict"], each["judged_by"]) for each in entries] == [
        (None, "not_met", "Bộ KH&CN"),
        (None, "exceeded", "Bộ KH&CN"),
    ]


def test_diff_says_both_verdicts(kehoach: Kehoach, plan: Path) -> None:
    assert plan.is_dir()
    since = ("--since", "2023-07-05", "--as-of", "2023-09-20")
    shown = text(kehoach("diff", *since, "--format", "md").out.replace("|", " "))
    assert "chưa đạt → vượt – – Chưa đạt → Vượt mức" in shown
    moved = row(kehoach("diff", *since, "--format", "json").out, "CQS-02")
    assert (moved["before"]["verdict"], moved["after"]["verdict"], moved["gap_closed"]) == ("not_met", "exceeded", None)


def test_the_report_compares_verdicts_in_words(plan: Path) -> None:
    view = period_view(loaded(plan), parse_period("2023-Q3"))
    [item] = [each for pillar in view.pillars for each in pillar.indicators if each.indicator.id == "CQS-02"]
    found = indicator_row(1, item, view)
    assert (found["ket_qua"], found["muc"], found["hien_trang"]) == ("vượt", "Đạt mức khá", "–")
    assert (found["con_lai"], found["cach_ban_dau"], found["thay_doi"]) == ("–", "–", "–")


def test_a_chart_of_figures_leaves_verdicts_out(plan: Path) -> None:
    """All of the first three are in %, and one of them is judged in words."""
    charts = period_charts(period_view(loaded(plan), parse_period("2023-Q3")))
    assert charts["nhom_CQS"].categories == ("CQS-01 Hồ sơ trực tuyến", "CQS-03 Dịch vụ công trực tuyến")


def test_a_pillar_of_verdicts_alone_has_no_chart_of_figures(tmp_path: Path) -> None:
    words = JUDGED.partition("- id: CQS-03")[0]
    plan = write_plan(tmp_path, indicators=words + words.replace("CQS-02", "CQS-05"))
    assert "nhom_CQS" not in period_charts(period_view(loaded(plan), parse_period("2023-Q3")))
