"""Small plans as YAML text: a test names only what it is about."""

from pathlib import Path
from textwrap import dedent

PLAN = """\
format: 2
number: 01/QĐ-UBND
date: 2023-06-26
issuer: UBND tỉnh Mẫu
title: Kế hoạch mẫu năm 2023
year: 2023
baseline_date: 2023-05-31
pillars:
  - id: CQS
    name: Chính quyền số
  - id: KTS
    name: Kinh tế số
signatory:
  office: CHỦ TỊCH
  name: Nguyễn Văn Mẫu
place: Mẫu
target_names: {national: UBQG, provincial: tỉnh}
"""

AGENCIES = """\
- id: STTTT
  name: Sở Thông tin và Truyền thông
  short_name: Sở TT&TT
- id: SYT
  name: Sở Y tế
  short_name: Sở Y tế
"""

INDICATORS = """\
- id: CQS-01
  name: Tỷ lệ hồ sơ trực tuyến
  unit: "%"
  direction: increase
  lead: [STTTT]
  baseline: {value: 20, as_of: 2023-05-31}
  targets: {national: 40, provincial: 60}
  due: Năm 2023
"""

TASKS = """\
- id: NV-CQS-01
  name: Ban hành kế hoạch dữ liệu mở
  pillar: CQS
  lead: [STTTT]
  due: Quý III/2023
"""


def write_answers(folder: Path, agency: str, *lines: str) -> None:
    """Write a file of answers, each a line such as `record: CQS-01, value: 45, date: 2023-09-30`."""
    path = folder / "data" / "answers" / f"{agency}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("answers:\n" + "".join(f"  - {{{line}}}\n" for line in lines), encoding="utf-8", newline="\n")


def write_plan(
    folder: Path,
    *,
    plan: str = PLAN,
    agencies: str = AGENCIES,
    indicators: str = INDICATORS,
    tasks: str = TASKS,
) -> Path:
    """Write a plan's four files below `folder/data` and return the folder; what is not given is a small default."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    texts = {"plan": plan, "agencies": agencies, "indicators": indicators, "tasks": tasks}
    for name, text in texts.items():
        (data / f"{name}.yaml").write_text(dedent(text), encoding="utf-8", newline="\n")
    return folder
