"""Figures at the edge of what a plan file may hold are shown by every command, if not prettily."""

from pathlib import Path

import pytest

from kehoach_cli.loading.schema.value_types import MAX_DIGITS, MAX_PLACES
from tests.conftest import Kehoach
from tests.support.plans import write_plan

LARGEST, SMALLEST = "9" * MAX_DIGITS, f"0.{'0' * (MAX_PLACES - 1)}1"
INDICATORS = f"""\
- id: CQS-01
  name: Từ rất nhỏ đến rất lớn
  unit: đồng
  direction: increase
  lead: [STTTT]
  baseline: {{value: {SMALLEST}, as_of: 2023-05-31}}
  targets:
    national: {LARGEST}
    provincial: {{min: 0.{"0" * (MAX_PLACES - 1)}2, max: {LARGEST}}}
  due: Năm 2023
  measurements:
    - {{value: -{LARGEST}.9999999999, date: 2023-06-30}}
    - {{value: 0.{"0" * (MAX_PLACES - 1)}3, date: 2023-07-30}}
    - {{value: {LARGEST}.9999999999, date: 2023-08-30}}
- id: CQS-02
  name: Từ rất lớn đến rất nhỏ
  unit: lượt
  direction: decrease
  lead: [STTTT]
  baseline: {{value: {LARGEST}, as_of: 2023-05-31}}
  targets: {{national: {SMALLEST}, provincial: {SMALLEST}}}
  due: Năm 2023
  measurements:
    - {{value: 1e14, date: 2023-06-30}}
"""
COMMANDS = [
    ("status",),
    ("gaps",),
    ("overdue",),
    ("show", "CQS-01"),
    ("show", "CQS-02"),
    ("log", "CQS-01"),
    ("log",),
    ("diff", "--since", "2023-06-01"),
]


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
@pytest.mark.parametrize("day", ["2023-07-15", "2023-08-15", "2023-09-01"])
def test_every_command_shows_them(kehoach: Kehoach, tmp_path: Path, day: str, form: str) -> None:
    folder = str(write_plan(tmp_path, indicators=INDICATORS))
    for command in COMMANDS:
        result = kehoach(*command, "--plan", folder, "--as-of", day, "--format", form)
        assert (result.code, "log" in command and form == "csv") == (0, bool(result.err))
