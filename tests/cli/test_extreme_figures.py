"""Figures at the edge of what a plan file may hold are shown by every command, if not prettily."""

from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.plans import write_plan

INDICATORS = """\
- id: CQS-01
  name: Từ rất nhỏ đến rất lớn
  unit: đồng
  direction: increase
  lead: [STTTT]
  baseline: {value: 0.000000000000000000000000000000000001, as_of: 2023-05-31}
  targets:
    national: 99999999999999999999999999999999999999
    provincial: {min: 0.000000000000000000000000000000000002, max: 1e39}
  due: Năm 2023
  measurements:
    - {value: -99999999999999999999999999999999999.99, date: 2023-06-30}
    - {value: 1e-38, date: 2023-07-30}
    - {value: 9999999999999999999999999999999999999999, date: 2023-08-30}
- id: CQS-02
  name: Từ rất lớn đến rất nhỏ
  unit: lượt
  direction: decrease
  lead: [STTTT]
  baseline: {value: 1e39, as_of: 2023-05-31}
  targets: {national: 1e-39, provincial: 1e-38}
  due: Năm 2023
  measurements:
    - {value: 1e38, date: 2023-06-30}
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
        assert (result.code, result.err) == (0, "")
