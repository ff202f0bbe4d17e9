"""Write findings as JSON. docs/json.md describes the schema; `schema` is its version."""

import json
from typing import Any

from kehoach_cli.cli.output.findings.check_report import CheckReport
from kehoach_cli.cli.output.runner_log import json_without_commands
from kehoach_cli.diagnostics import LocatedFinding, Location, Position

SCHEMA = 1


def findings_json(report: CheckReport) -> str:
    data = {
        "schema": SCHEMA,
        "summary": {
            "plans": report.plans,
            "files": len(report.files),
            **{f"{severity}s": count for severity, count in report.counts.items()},
            "silenced": report.silenced,
            "failed": report.failed,
        },
        "findings": [_finding(item) for item in report.findings],
    }
    return json_without_commands(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _finding(item: LocatedFinding) -> dict[str, Any]:
    finding = item.finding
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "remedy": finding.remedy,
        **_place(item.location),
        "record": item.record,
        "line": item.line,
        "line_start": item.line_start,
        "related": [{**_place(location), "message": note} for location, note in item.related],
    }


def _place(location: Location) -> dict[str, Any]:
    return {"file": location.file, "start": _position(location.start), "end": _position(location.end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
