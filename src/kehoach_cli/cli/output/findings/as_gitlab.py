"""Write findings as a GitLab code quality report, which merge requests show."""

import json
from collections import Counter
from collections.abc import Mapping

from kehoach_cli.cli.output.findings.check_report import CheckReport
from kehoach_cli.cli.output.findings.fingerprint import fingerprint
from kehoach_cli.cli.output.runner_log import json_without_commands
from kehoach_cli.diagnostics import Severity

_SEVERITIES: Mapping[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def findings_gitlab(report: CheckReport) -> str:
    """A JSON list. GitLab needs unique fingerprints, and paths from the top of the repository."""
    seen: Counter[str] = Counter()
    entries = [
        {
            "description": f"{item.finding.message}. {item.finding.remedy}",
            "check_name": item.finding.code,
            "fingerprint": fingerprint(item, seen),
            "severity": _SEVERITIES[item.finding.severity],
            "location": {
                "path": item.location.file.replace("\\", "/"),
                "lines": {"begin": item.location.start.line, "end": item.location.end.line},
            },
        }
        for item in report.findings
    ]
    return json_without_commands(json.dumps(entries, ensure_ascii=False, indent=2)) + "\n"
