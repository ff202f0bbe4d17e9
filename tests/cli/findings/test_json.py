"""Findings as JSON: the form that programs rely on."""

import json
from pathlib import Path

from tests.cli.findings.conftest import Checked
from tests.conftest import Kehoach
from tests.support.faulty_plan import FOLDER, FOUND
from tests.support.plans import write_plan


def test_a_finding_says_all_that_the_text_says(checked: Checked) -> None:
    report = json.loads(checked("json"))
    assert report["schema"] == 1
    assert report["summary"] == {
        "plans": 1,
        "files": 4,
        "errors": 2,
        "warnings": 2,
        "infos": 1,
        "silenced": 0,
        "failed": True,
    }
    found = [(item["code"], item["severity"], item["start"]["line"]) for item in report["findings"]]
    assert found == FOUND
    assert report["findings"][2] == {
        "code": "KH502",
        "severity": "warning",
        "message": "Thời hạn Quý I/2023 đã qua trước ngày ban hành Kế hoạch 26/6/2023",
        "remedy": "So lại với văn bản; nếu văn bản ghi đúng như vậy thì giữ nguyên",
        "file": f"{FOLDER}/data/tasks.yaml",
        "start": {"line": 5, "column": 8},
        "end": {"line": 5, "column": 18},
        "record": "NV-CQS-01",
        "line": "  due: Quý I/2023",
        "line_start": 1,
        "related": [
            {
                "file": f"{FOLDER}/data/plan.yaml",
                "start": {"line": 3, "column": 7},
                "end": {"line": 3, "column": 17},
                "message": "ngày ban hành",
            }
        ],
    }


def test_of_a_very_long_line_a_piece_around_the_place_is_given(kehoach: Kehoach, tmp_path: Path) -> None:
    long = "- {id: NV-CQS-01, name: " + "a" * 4000 + ", lead: [SXD]}\n"
    [finding] = json.loads(kehoach("validate", str(write_plan(tmp_path, tasks=long)), "--format", "json").out)[
        "findings"
    ]
    assert len(finding["line"]) <= 1000
    start = finding["start"]["column"] - finding["line_start"]
    assert finding["line"][start : start + 3] == "SXD"
