"""A field of a record costs the model, the schema, its word, and where it is shown; a place that lacks it is named."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.support.field_places import SCHEMAS, lacking, loaded
from tests.support.plans import AGENCIES, INDICATORS, PLAN, TASKS, write_plan
from tests.support.repositories import plan_repo

FULL = {
    "plan": PLAN
    + """\
parent: UBND tỉnh Cha
standing_agency: STTTT
legal_bases: [Luật Mẫu]
recipients: [Lưu VT]
reporting: {cadence: month}
changes: [{date: 2023-07-02, by: QĐ 2, set: {reporting: {cutoff: 20}}}]
""",
    "agencies": AGENCIES.replace("  short_name: Sở TT&TT\n", "  short_name: Sở TT&TT\n  aliases: [Sở Truyền thông]\n")
    + """\
- id: SBN
  name: Sở mẫu
  short_name: Sở mẫu
  from: 2023-01-01
  until: 2025-02-28
  successors: {kind: merged, to: [SYT], date: 2025-03-01, by: NQ 45}
""",
    "indicators": INDICATORS
    + """\
  pillar: KTS
  support: [SYT]
  oversight: [SYT]
  origin: [new]
  carried_from: {plan: 9/QĐ-CŨ, record: CQS-09}
  note: Lời ghi chú
  source: Phụ lục I
  measure: share
  maintain: true
  accumulates: true
  parts: ratio
  milestones: [{due: Quý III/2023, provincial: 45}]
  measurements: [{value: 30, date: 2023-07-01, source: BC 1}]
  changes: [{date: 2023-07-02, by: QĐ 2, set: {note: Lời ghi chú}}]
  added: {date: 2023-06-26, by: QĐ 4}
  removed: {date: 2100-12-01, by: QĐ 5}
""",
    "tasks": TASKS
    + """\
  support: [SYT]
  oversight: [SYT]
  origin: [new]
  carried_from: {plan: 9/QĐ-CŨ, record: CQS-09}
  output: Bản kế hoạch
  parts: each
  note: Lời ghi chú
  source: Phụ lục II
  updates: [{state: in_progress, date: 2023-07-01, source: BC 1}]
  changes: [{date: 2023-07-02, by: QĐ 2, set: {note: Lời ghi chú}}]
  added: {date: 2023-06-26, by: QĐ 4}
  removed: {date: 2100-12-01, by: QĐ 5}
""",
}
# How a person reads each field of the first record.
SAID = {
    "indicators": {
        "name": "Tỷ lệ hồ sơ trực tuyến",
        "pillar": "Kinh tế số",
        "unit": "%",
        "direction": "càng cao càng tốt",
        "baseline": "20% (ngày 31/5/2023)",
        "targets": "60%",
        "due": "Năm 2023",
        "measure": "tỷ lệ",
        "maintain": "mức phải duy trì",
        "accumulates": "số cộng dồn từ đầu năm",
        "milestones": "Quý III/2023",
        "parts": "tổng tử số trên tổng mẫu số",
        "measurements": "BC 1",
        "source": "Phụ lục I",
    },
    "tasks": {
        "name": "Ban hành kế hoạch dữ liệu mở",
        "pillar": "Chính quyền số",
        "output": "Bản kế hoạch",
        "parts": "từng cơ quan phải xong",
        "due": "Quý III/2023",
        "updates": "Đang thực hiện",
        "source": "Phụ lục II",
    },
}
BOTH = {
    "id": "CQS-01",
    "lead": "Sở TT&TT",
    "support": "Sở Y tế",
    "oversight": "Sở Y tế",
    "origin": "mới trong năm",
    "carried_from": "CQS-09, Kế hoạch 9/QĐ-CŨ",
    "note": "Lời ghi chú",
    "changes": "QĐ 2",
    "added": "QĐ 4",
    "removed": "QĐ 5",
}
NOT_THE_DOMAINS = {"checks", "format"}  # of plan.yaml: how it is checked and written, not what it says


@pytest.mark.parametrize(
    ("collection", "key"), [(name, key) for name, schema in SCHEMAS.items() for key in schema.model_fields]
)
def test_every_place_has_every_field(tmp_path: Path, collection: str, key: str) -> None:
    if key in NOT_THE_DOMAINS:
        return
    plan = loaded(write_plan(tmp_path, **FULL))
    assert lacking(plan, collection, key, SAID.get(collection, {}).get(key) or BOTH.get(key, "")) == []


@pytest.fixture(scope="module")
def with_a_made_up_field(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program whose model and schema know a field `nickname`, and whose other places do not."""
    copy = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "src", copy, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    plan, records = copy / "kehoach_cli/plan", copy / "kehoach_cli/loading/schema/records.py"
    header = copy / "kehoach_cli/loading/schema/header.py"
    last = {"Agency": "members_complete: bool = False", "Indicator": "removed: LegalAct | None = None"}
    last |= {"Task": last["Indicator"], "Plan": "tasks: tuple[Task, ...] = ()"}
    for name, line in last.items():
        model = plan / ("agency.py" if name == "Agency" else "model.py")
        text = model.read_text(encoding="utf-8")
        start = text.index(f"class {name}(NamedTuple)")
        end = text.index(line, start) + len(line)
        model.write_text(f"{text[:end]}\n    nickname: str | None = None{text[end:]}", encoding="utf-8")
    for file in (records, header):
        text = file.read_text(encoding="utf-8")
        for name in ("Agency", "Indicator", "Task", "Plan"):
            line = f"    builds = {name}\n"
            text = text.replace(
                line, f'{line}    nickname: Text | None = Field(default=None, description="Tên riêng")\n'
            )
        file.write_text(text, encoding="utf-8")
    return copy


def run(copy: Path, folder: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": f"{copy}{os.pathsep}{ROOT}"}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, env=environment, capture_output=True, encoding="utf-8"
    )


def nicknamed(name: str) -> dict[str, str]:
    """The full plan, in which every record has the field."""
    records = {
        key: re.sub("^- id: .*$", rf"\g<0>\n  nickname: {name}", text, flags=re.MULTILINE) for key, text in FULL.items()
    }
    return {**records, "plan": f"{FULL['plan']}nickname: {name}\n"}


@pytest.mark.parametrize(
    ("collection", "missing"),
    [
        ("plan", ["vocabulary/terms.py: FIELD"]),
        ("agencies", ["vocabulary/terms.py: FIELD"]),
        (
            "indicators",
            [
                "vocabulary/terms.py: FIELD",
                "reports/record/record_page.py",
                "docs/json.md",
                "reports/listings/gap_columns.py",
            ],
        ),
        (
            "tasks",
            [
                "vocabulary/terms.py: FIELD",
                "reports/record/record_page.py",
                "docs/json.md",
                "reports/listings/task_table.py",
            ],
        ),
    ],
)
def test_the_places_that_lack_a_new_field_are_named(
    tmp_path: Path, with_a_made_up_field: Path, collection: str, missing: list[str]
) -> None:
    name = "Tên chưa ai biết"
    write_plan(tmp_path, **nicknamed(name))
    program = ("tests.support.field_places", str(tmp_path), collection, "nickname", name)
    done = run(with_a_made_up_field, tmp_path, *program)
    assert (json.loads(done.stdout or "[]"), done.stderr) == (missing, "")


@pytest.mark.slow
def test_no_command_ends_over_a_new_field(tmp_path: Path, with_a_made_up_field: Path) -> None:
    """`diff` and `validate --base` say that it changed, by its key; the others work as before."""
    plan_repo(tmp_path, **nicknamed("Cũ"))
    write_plan(tmp_path, **nicknamed("Mới"))
    commands = [("diff",), ("validate", "--base", "HEAD", "--format", "md"), ("show", "CQS-01"), ("show", "NV-CQS-01")]
    commands += [("gaps",), ("tasks",), ("log",), ("status",), ("schema", "indicators")]
    for command in commands:
        done = run(with_a_made_up_field, tmp_path, "kehoach_cli", *command)
        assert (done.returncode, "lỗi ngoài dự kiến" in done.stderr) in ((0, False), (1, False)), (command, done.stderr)
        if command[0] in ("diff", "validate"):
            assert done.stdout.lower().count("nickname: «cũ» → «mới»") == 6, done.stdout
