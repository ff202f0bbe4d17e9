"""Write the changes of a plan as Markdown for a pull request."""

from collections.abc import Sequence

from kehoach_cli.cli.output.markdown import escaped_line
from kehoach_cli.reports.history.change_sections import ChangeLine, ChangeSection

MOST_SHOWN = 150  # this many changes and findings fit into one comment on GitHub
LONGEST = 300  # characters of a name, and of what changed


def changes_blocks(sections: Sequence[ChangeSection], heading: str) -> list[str]:
    """A heading, then a list per kind of change; after MOST_SHOWN changes only the number of the rest."""
    blocks = [f"## {escaped_line(heading)}"]
    if not sections:
        blocks.append("Nội dung Kế hoạch không đổi.")
    room = MOST_SHOWN
    for section in sections:
        blocks.append(f"### {escaped_line(section.title)} ({len(section.lines)})")
        shown = section.lines[:room]
        room -= len(shown)
        items = [_item(line) for line in shown]
        if len(shown) < len(section.lines):
            items.append(f"- … và {len(section.lines) - len(shown)} thay đổi nữa")
        blocks.append("\n".join(items))
    return blocks


def _item(line: ChangeLine) -> str:
    name, text = _short(line.name), _short(line.text)
    return f"- **{escaped_line(line.record)}** {name}: {text}" if line.record else f"- {name}: {text}"


def _short(text: str) -> str:
    return escaped_line(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")
