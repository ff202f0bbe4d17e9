"""Findings as a summary for a pull request, in the Markdown of GitHub and GitLab."""

from itertools import groupby

from kehoach_cli.cli.output.findings.report import Report
from kehoach_cli.cli.output.findings.text import summary
from kehoach_cli.cli.output.markdown import escaped
from kehoach_cli.cli.output.printable import one_line
from kehoach_cli.diagnostics import LocatedFinding
from kehoach_cli.vocabulary import terms, wording

MOST_SHOWN = 200  # a comment on GitHub holds 65,536 characters


def findings_markdown(report: Report) -> str:
    """A heading with the outcome, the summary line, and a table for each file with findings."""
    outcome = "chưa đạt" if report.failed else "đạt"
    blocks = [f"## Kiểm tra kế hoạch: {outcome}", f"{summary(report)}."]
    shown = report.findings[:MOST_SHOWN]
    for file, items in groupby(shown, key=lambda item: item.location.file):
        rows = [_row(item) for item in items]
        blocks.append(f"### {_plain(file)}")
        blocks.append("\n".join(["| Dòng | Mức | Mã | Sai gì, sửa thế nào |", "| ---: | --- | --- | --- |", *rows]))
    if len(report.findings) > len(shown):
        blocks.append(f"Còn {len(report.findings) - len(shown)} điều nữa; chạy «kehoach validate» để xem hết.")
    if shown:
        blocks.append("Xem thêm về một mã: `kehoach explain MÃ`.")
    return "\n\n".join(blocks) + "\n"


def _row(item: LocatedFinding) -> str:
    finding, start = item.finding, item.location.start
    said = f"{_plain(finding.message)}<br>→ {_plain(finding.remedy)}"
    for place, note in item.related:
        said += f"<br>{_plain(note)}: {_plain(place.file)}:{place.start.line}"
    severity = wording.sentence(terms.SEVERITY[finding.severity])
    return f"| {start.line} | {severity} | {finding.code} | {said} |"


def _plain(text: str) -> str:
    """The text as it stands: no mark-up, and nobody called by an `@name`."""
    return escaped(one_line(text)).replace("@", "@\u200b")
