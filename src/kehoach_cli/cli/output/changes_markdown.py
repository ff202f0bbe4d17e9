"""What a change does to the plan, as Markdown for a pull request."""

from collections.abc import Sequence

from kehoach_cli.cli.output.markdown import plain
from kehoach_cli.reports.changes import ChangeLine, ChangeSection

MOST_SHOWN = 150  # with as many findings it still fits into a comment on GitHub


def changes_blocks(sections: Sequence[ChangeSection], heading: str) -> list[str]:
    """A heading, and a list for each kind of change; beyond MOST_SHOWN changes only their number."""
    blocks = [f"## {plain(heading)}"]
    if not sections:
        blocks.append("Nội dung Kế hoạch không đổi.")
    room = MOST_SHOWN
    for section in sections:
        blocks.append(f"### {plain(section.title)} ({len(section.lines)})")
        shown = section.lines[:room]
        room -= len(shown)
        items = [_item(line) for line in shown]
        if len(shown) < len(section.lines):
            items.append(f"- … và {len(section.lines) - len(shown)} thay đổi nữa")
        blocks.append("\n".join(items))
    return blocks


def _item(line: ChangeLine) -> str:
    subject = f"**{plain(line.record)}** {plain(line.name)}" if line.record else plain(line.name)
    return f"- {subject}: {plain(line.text)}"
