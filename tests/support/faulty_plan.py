"""A plan with a fault of every severity, in a folder and with texts that try to be more than text."""

from pathlib import Path

from tests.support.plans import write_plan

# What a folder may be called, and every format has to write in its own way.
FOLDER = "kế hoạch #1, 50% [nháp]"

TASKS = """\
- id: NV-CQS-01
  name: Thực hiện  Điều [khoản 2]
  lead: [STTTT]
  support: [STTTT]
  due: Quý I/2023
- id: NV-CQS-02
  name: "::error::giả mạo ##[error] %0A::warning::"
  lead: [STTTT]
  due: "::stop::]]></failure>&<b>|@moi"
- id: NV-CQS-03
  name: Báo cáo
  lead: [SXD]
"""

# Code, severity and line of what is to be found, in the order of the file.
FOUND = [
    ("KH603", "info", 2),
    ("KH306", "warning", 4),
    ("KH502", "warning", 5),
    ("KH205", "error", 9),
    ("KH302", "error", 12),
]
SAID_OF_THE_DUE = "Không hiểu thời hạn «::stop::]]></failure>&<b>|@moi»"


def write_faulty_plan(parent: Path) -> Path:
    """Write the plan into a folder of its own below the parent; `FOUND` says what is wrong with it."""
    return write_plan(parent / FOLDER, tasks=TASKS)
