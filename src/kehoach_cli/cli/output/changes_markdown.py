"""What a change does to the plan, as Markdown for a pull request."""

from collections.abc import Sequence

from kehoach_cli.cli.output.markdown import escaped
from kehoach_cli.reports.changes import ChangeLine, ChangeSection


def changes_markdown(sections: Sequence[ChangeSection], revision: str) -> str:
    """What a change does to the plan, a list for each kind of change."""
    head = f"## Thay đổi của Kế hoạch so với {escaped(revision)}"
    if not sections:
        return f"{head}\n\nNội dung Kế hoạch không đổi.\n"
    blocks = [head]
    for section in sections:
        blocks.append(f"### {escaped(section.title)} ({len(section.lines)})")
        blocks.append("\n".join(_change_item(line) for line in section.lines))
    return "\n\n".join(blocks) + "\n"


def _change_item(line: ChangeLine) -> str:
    subject = f"**{escaped(line.record)}** {escaped(line.name)}" if line.record else escaped(line.name)
    return f"- {subject}: {escaped(line.text)}"
