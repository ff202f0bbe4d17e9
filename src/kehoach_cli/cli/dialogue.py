"""What is said and asked while something is entered."""

import sys
from collections.abc import Sequence
from datetime import date

from kehoach_cli.cli import console
from kehoach_cli.cli.exits import Failure
from kehoach_cli.cli.output.edits import edits_text
from kehoach_cli.cli.output.layout import wrapped
from kehoach_cli.entering.prepare import Prepared
from kehoach_cli.reports.record.entry_summary import entry_summary_lines

_YES = ("c", "có", "co", "y", "yes")


def settle(found: Sequence[str]) -> None:
    """Ask whether to go on all the same. Raises Failure where the answer is no, or nobody is there to answer."""
    if not found:
        return
    note(found)
    if not sys.stdin.isatty():
        console.say("Chưa ghi gì. Xem lại các điểm trên; nếu đúng thì chạy lại với --yes")
        raise Failure
    sys.stderr.write("Vẫn ghi? [c/K] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().casefold() not in _YES:
        sys.stderr.write("Chưa ghi gì.\n")
        raise Failure


def note(found: Sequence[str]) -> None:
    for doubt in found:
        sys.stderr.write("".join(f"{line}\n" for line in _hanging(f"Lưu ý: {doubt}")))


def tell(prepared: Prepared, as_of: date, ending: str) -> None:
    blocks = [edits_text(prepared.old, prepared.new, colour=console.shows_colour(sys.stdout))]
    for identifier in dict.fromkeys(addition.record for addition in prepared.additions):
        entries = [addition.entry for addition in prepared.additions if addition.record == identifier]
        title, *facts = entry_summary_lines(entries, prepared.record(identifier), prepared.after, as_of)
        blocks.append("\n".join([*_hanging(title), *(line for fact in facts for line in _hanging(f"  {fact}"))]) + "\n")
    sys.stdout.write("\n".join([*blocks, "".join(f"{line}\n" for line in _hanging(ending))]))


def _hanging(text: str) -> list[str]:
    """The text as wide as the terminal, its further lines indented."""
    indent = " " * (len(text) - len(text.lstrip(" ")))
    first, *rest = wrapped(text.lstrip(" "), console.width() - len(indent) - 2)
    return [indent + first, *(f"{indent}  {line}" for line in rest)]
