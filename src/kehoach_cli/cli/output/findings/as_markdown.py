"""Write findings as a summary of a pull request, in the Markdown of GitHub and GitLab."""

from itertools import groupby
from typing import TYPE_CHECKING

from kehoach_cli.cli.output.changes_markdown import changes_blocks
from kehoach_cli.cli.output.findings.as_text import summary
from kehoach_cli.cli.output.findings.check_report import CheckReport
from kehoach_cli.cli.output.markdown import escaped_line
from kehoach_cli.diagnostics import LocatedFinding
from kehoach_cli.reports.history.change_sections import change_sections
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.vocabulary import terms, wording

if TYPE_CHECKING:
    from kehoach_cli.loading.history.base_comparison import BaseComparison

MOST_SHOWN = 200  # a comment on GitHub holds 65,536 characters


def findings_markdown(report: CheckReport) -> str:
    """A heading with the outcome, the summary line, and a table for each file with findings."""
    outcome = "chưa đạt" if report.failed else "đạt"
    blocks = [f"## Kiểm tra kế hoạch: {outcome}", f"{summary(report)}."]
    shown = report.findings[:MOST_SHOWN]
    for file, items in groupby(shown, key=lambda item: item.location.file):
        rows = [_row(item) for item in items]
        blocks.append(f"### {escaped_line(file)}")
        blocks.append("\n".join(["| Dòng | Mức | Mã | Sai gì, sửa thế nào |", "| ---: | --- | --- | --- |", *rows]))
    if len(report.findings) > len(shown):
        blocks.append(f"Còn {len(report.findings) - len(shown)} điều nữa; chạy «kehoach validate» để xem hết.")
    if shown:
        blocks.append("Xem thêm về một mã: `kehoach explain MÃ`.")
    blocks += [block for each in report.compared for block in _changes(each, alone=report.plans == 1)]
    return "\n\n".join(blocks) + "\n"


def _changes(compared: "BaseComparison", *, alone: bool) -> list[str]:
    """The changes of one plan; the heading names the plan unless it is `alone`."""
    name = "Kế hoạch" if alone else f"Kế hoạch {shown_path(compared.folder.root)}"
    if compared.comparison is None:
        return [escaped_line(f"{compared.note}.")] if compared.note else []
    earlier, present, changes, *_ = compared.comparison
    sections = change_sections(changes, earlier.plan, present.plan, present.plan)
    return changes_blocks(sections, f"Thay đổi của {name} so với {compared.revision}")


def _row(item: LocatedFinding) -> str:
    finding, start = item.finding, item.location.start
    text = f"{escaped_line(finding.message)}<br>→ {escaped_line(finding.remedy)}"
    for place, note in item.related:
        text += f"<br>{escaped_line(note)}: {escaped_line(place.file)}:{place.start.line}"
    severity = wording.sentence(terms.SEVERITY[finding.severity])
    return f"| {start.line} | {severity} | {finding.code} | {text} |"
