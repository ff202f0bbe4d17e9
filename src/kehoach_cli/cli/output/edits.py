"""Show an edit of a file as removed and added lines."""

import difflib
from collections.abc import Iterator

from kehoach_cli.cli.output.printable import one_line
from kehoach_cli.yaml.text import SourceText

_CONTEXT = 1
_RED, _GREEN = "31", "32"


def edits_text(old: SourceText, new: SourceText, *, colour: bool) -> str:
    """Per place `tệp:dòng`, then removed lines with `-` and added lines with `+`, with one line of context."""
    before, after = old.text.splitlines(), new.text.splitlines()
    skipped = _same_at_start(before, after)
    left_out = _same_at_start(before[:skipped:-1], after[:skipped:-1])
    before, after = before[: len(before) - left_out], after[: len(after) - left_out]
    matcher = difflib.SequenceMatcher(None, before[skipped:], after[skipped:])
    blocks = []
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        line = next(start for tag, _, _, start, _ in group if tag != "equal") + skipped + 1
        lines = [f"{one_line(new.name)}:{line}"]
        for tag, first, last, new_first, new_last in group:
            if tag == "equal":
                lines += [f"  {one_line(text)}".rstrip() for text in before[skipped + first : skipped + last]]
                continue
            lines += _marked("-", before[skipped + first : skipped + last], _RED, colour=colour)
            lines += _marked("+", after[skipped + new_first : skipped + new_last], _GREEN, colour=colour)
        blocks.append("".join(f"{text}\n" for text in lines).rstrip("\n") + "\n")
    return "\n".join(blocks)


def _marked(sign: str, lines: list[str], paint: str, *, colour: bool) -> Iterator[str]:
    for text in lines:
        shown = f"{sign} {one_line(text)}"
        yield f"\x1b[{paint}m{shown}\x1b[0m" if colour else shown


def _same_at_start(before: list[str], after: list[str]) -> int:
    """How many lines before the context of the first change are equal. Skipping them makes the comparison fast."""
    same = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        same += 1
    return max(0, same - _CONTEXT)
