"""Write findings as a JUnit report, which any build server can show: a suite per file, a case per finding.

A finding that fails the run is a failure; any other is a passed case with its text as output. A file without findings
is one passed case.
"""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from kehoach_cli.cli.output.findings.check_report import CheckReport
from kehoach_cli.cli.output.runner_log import xml_without_commands
from kehoach_cli.diagnostics import LocatedFinding
from kehoach_cli.sandbox.package.escaping import ILLEGAL


def findings_junit(report: CheckReport) -> str:
    by_file: dict[str, list[LocatedFinding]] = {file: [] for file in report.files}
    for item in report.findings:
        by_file.setdefault(item.location.file, []).append(item)
    suites = [_suite(file, items, report) for file, items in by_file.items()]
    cases = sum(max(1, len(items)) for items in by_file.values())
    failures = sum(item.finding.severity in report.fail_on for item in report.findings)
    head = f'<testsuites name="kehoach" tests="{cases}" failures="{failures}" errors="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]) + "\n"


def _suite(file: str, items: Sequence[LocatedFinding], report: CheckReport) -> str:
    name = _attribute(file)
    cases: Iterable[str] = [_case(item, report) for item in items]
    if not items:
        cases = [f"    <testcase classname={name} name={_attribute('không có lỗi')} />"]
    failures = sum(item.finding.severity in report.fail_on for item in items)
    head = f'  <testsuite name={name} tests="{max(1, len(items))}" failures="{failures}" errors="0" skipped="0">'
    return "\n".join([head, *cases, "  </testsuite>"])


def _case(item: LocatedFinding, report: CheckReport) -> str:
    finding, (file, start, _) = item.finding, item.location
    name = _attribute(f"{start.line}:{start.column} {finding.code}")
    lines = [f"{file}:{start.line}:{start.column}: {finding.message}", finding.remedy]
    lines += [f"{place.file}:{place.start.line}:{place.start.column}: {note}" for place, note in item.related]
    body = _text("\n".join([*lines, f"Xem thêm: kehoach explain {finding.code}"]))
    if finding.severity in report.fail_on:
        kind = _attribute(finding.code)
        inner = f"<failure type={kind} message={_attribute(finding.message)}>{body}</failure>"
    else:
        inner = f"<system-out>{body}</system-out>"
    return f"    <testcase classname={_attribute(file)} name={name}>{inner}</testcase>"


def _text(text: str) -> str:
    return xml_without_commands(escape(ILLEGAL.sub("\ufffd", text)))


def _attribute(text: str) -> str:
    return xml_without_commands(quoteattr(ILLEGAL.sub("\ufffd", text)))
