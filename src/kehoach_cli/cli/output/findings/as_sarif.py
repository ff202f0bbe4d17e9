"""Write findings as SARIF 2.1.0 (OASIS standard), for code scanning and editors."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from kehoach_cli import __version__
from kehoach_cli.cli.output.findings.check_report import CheckReport
from kehoach_cli.cli.output.findings.fingerprint import fingerprint
from kehoach_cli.cli.output.runner_log import json_without_commands
from kehoach_cli.diagnostics import LocatedFinding, Location, Severity
from kehoach_cli.rules.page import page_of
from kehoach_cli.rules.registry import rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def findings_sarif(report: CheckReport) -> str:
    codes = sorted({item.finding.code for item in report.findings})
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": {"name": "kehoach", "version": __version__, "language": "vi", "rules": _rules(codes)}},
        "language": "vi",
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(file)}, "sourceLanguage": "yaml"} for file in report.files],
        "results": [_result(item, codes, seen) for item in report.findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_without_commands(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rules(codes: list[str]) -> list[dict[str, Any]]:
    rules = []
    for code in codes:
        one = rule(code)
        page = page_of(one.docstring)
        examples = f"Sai:\n\n```yaml\n{page.wrong}\n```\n\nĐúng:\n\n```yaml\n{page.right}\n```"
        reasons = "\n\n".join(page.paragraphs)
        rules.append(
            {
                "id": code,
                "shortDescription": {"text": page.title},
                "fullDescription": {"text": reasons},
                "help": {
                    "text": f"{reasons}\n\nSai:\n{page.wrong}\n\nĐúng:\n{page.right}",
                    "markdown": f"{reasons}\n\n{examples}",
                },
                "defaultConfiguration": {"level": _LEVELS[one.severity]},
            }
        )
    return rules


def _result(item: LocatedFinding, codes: list[str], seen: "Counter[str]") -> dict[str, Any]:
    finding = item.finding
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}. {finding.remedy}."},
        "locations": [{"physicalLocation": _place(item.location)}],
        "partialFingerprints": {"kehoach/v1": fingerprint(item, seen)},
    }
    if item.record:
        result["locations"][0]["logicalLocations"] = [{"name": item.record, "kind": "object"}]
    if item.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _place(location), "message": {"text": note}}
            for number, (location, note) in enumerate(item.related, 1)
        ]
    return result


def _place(location: Location) -> dict[str, Any]:
    (start_line, start_column), (end_line, end_column) = location[1:]
    return {
        "artifactLocation": {"uri": _uri(location.file)},
        "region": {"startLine": start_line, "startColumn": start_column, "endLine": end_line, "endColumn": end_column},
    }


def _uri(file: str) -> str:
    """A file name as a relative URI reference, with reserved characters escaped."""
    path = quote(file.replace("\\", "/"), safe="/", errors="replace")
    return f"file://{path}" if path.startswith("/") else path
