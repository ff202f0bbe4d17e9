"""Show doubts, ask for confirmation, and show the result while entries are added."""

import sys
from collections.abc import Sequence
from datetime import date

from kehoach_cli.cli import console
from kehoach_cli.cli.exits import Failure
from kehoach_cli.cli.output.edits import edits_text
from kehoach_cli.cli.output.layout import wrapped
from kehoach_cli.entering.prepare import PreparedEdit
from kehoach_cli.reports.record.entry_summary import entry_summary_lines

_YES = ("c", "có", "co", "y", "yes")


def confirm(doubts: Sequence[str]) -> None:
    """Show the doubts and ask whether to write all the same. Raises Failure on no, or if nobody can answer."""
    if not doubts:
        return
    show_doubts(doubts)
    if not sys.stdin.isatty():
        console.say("Chưa ghi gì. Xem lại các điểm trên; nếu đúng thì chạy lại với --yes")
        raise Failure
    if not agrees("Vẫn ghi?"):
        sys.stderr.write("Chưa ghi gì.\n")
        raise Failure


def agrees(question: str) -> bool:
    """Ask in the terminal; no where nobody can answer."""
    if not sys.stdin.isatty():
        return False
    sys.stderr.write(f"{question} [c/K] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in _YES


def show_doubts(doubts: Sequence[str]) -> None:
    for doubt in doubts:
        tell(f"Lưu ý: {doubt}")


def tell(text: str) -> None:
    """Say something that is not the result."""
    sys.stderr.write("".join(f"{line}\n" for line in _hanging(text)))


def show_result(prepared: PreparedEdit, as_of: date, ending: str) -> None:
    """Show the edit, then each record with its new entries as of the day, then the sentence `ending`."""
    colour = console.shows_colour(sys.stdout)
    blocks = ["".join(f"{line}\n" for told in prepared.told for line in _hanging(told))]
    if not prepared.told:
        blocks = [edits_text(edit.old, edit.new, colour=colour) for edit in prepared.files]
    by_record = {addition.record: addition for addition in prepared.additions}
    for identifier, addition in by_record.items():
        entries = [each.entry for each in prepared.additions if each.record == identifier]
        title, *facts = entry_summary_lines(entries, prepared.record(addition), prepared.after, as_of)
        blocks.append("\n".join([*_hanging(title), *(line for fact in facts for line in _hanging(f"  {fact}"))]) + "\n")
    sys.stdout.write("\n".join([*blocks, "".join(f"{line}\n" for line in _hanging(ending))]))


def _hanging(text: str) -> list[str]:
    """Wrap the text to the terminal's width; lines after the first are indented."""
    indent = " " * (len(text) - len(text.lstrip(" ")))
    first, *rest = wrapped(text.lstrip(" "), console.width() - len(indent) - 2)
    return [indent + first, *(f"{indent}  {line}" for line in rest)]
