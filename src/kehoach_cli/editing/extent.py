"""How far an entry of a block reaches: to the end of its last line, with the comments that are its own.

A comment below an entry is the entry's own while it is indented deeper than the entry; one that is not speaks of what
comes next. Blank lines belong to nobody, and stay.
"""

import re

from kehoach_cli.yaml.nodes import Node

_LINE = re.compile(r"([ \t]*)([^\r\n]*)(\r\n|\r|\n|\Z)")
_BREAK = re.compile(r"\r\n|\r|\n")


def content_end(text: str, node: Node) -> int:
    """The end of the node's last line, the line's own break not included; what a block of text keeps is included."""
    while not node.flow and (node.items or node.entries):
        node = node.entries[-1][1] if node.entries else node.items[-1]
    if node.style not in ("|", ">"):
        return node.end.offset
    header = _line_break(text, node.start.offset)
    if "+" in text[node.start.offset : header].partition("#")[0]:
        end = node.end.offset
        return end - len(_BREAK.findall(text[header:end])[-1]) if text[:end].endswith(("\n", "\r")) else end
    return max(header, node.start.offset + len(text[node.start.offset : node.end.offset].rstrip(" \t\r\n")))


def entry_end(text: str, node: Node, column: int) -> int:
    """The start of the line after the entry whose value is the node, and after its own comments.

    Comments deeper than `column` are its own. At the end of a text without a last line break it is that end.
    """
    end = _next_line(text, content_end(text, node))
    for line in _LINE.finditer(text, end):
        comment = line[2].startswith("#")
        if line[2] and not (comment and len(line[1]) > column):
            break
        if comment:
            end = line.end()
    return end


def line_end_at(text: str, offset: int) -> str:
    """The line break that lines around the place end with."""
    before = list(_BREAK.finditer(text, max(0, offset - 1000), offset))
    found = before[-1] if before else _BREAK.search(text)
    return found[0] if found else "\n"


def rest_of_line(text: str, offset: int) -> str:
    """What stands from the place on to the end of its line."""
    return text[offset : _line_break(text, offset)]


def _next_line(text: str, offset: int) -> int:
    """Where the line after the place begins; the end of a text that has no more."""
    found = _BREAK.search(text, offset)
    return found.end() if found else len(text)


def _line_break(text: str, offset: int) -> int:
    found = _BREAK.search(text, offset)
    return found.start() if found else len(text)
