"""Find the end of an entry of a block, its own comments included.

A comment below an entry is its own if it is indented deeper; otherwise it is about what comes next. Blank lines belong
to no entry.
"""

import re

from kehoach_cli.yaml.nodes import Node

_LINE = re.compile(r"([ \t]*)([^\r\n]*)(\r\n|\r|\n|\Z)")
_BREAK = re.compile(r"\r\n|\r|\n")


def content_end(text: str, node: Node) -> int:
    """The end of the node's last line, without the line break; the breaks that a block of text keeps are included."""
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

    Comments deeper than `column` are its own. In a text without a last line break it may be the end of the text.
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
    """The line break used around the offset."""
    before = list(_BREAK.finditer(text, max(0, offset - 1000), offset))
    found = before[-1] if before else _BREAK.search(text)
    return found[0] if found else "\n"


def rest_of_line(text: str, offset: int) -> str:
    """The text from the offset to the end of its line."""
    return text[offset : _line_break(text, offset)]


def _next_line(text: str, offset: int) -> int:
    """The start of the next line, or the end of the text."""
    found = _BREAK.search(text, offset)
    return found.end() if found else len(text)


def _line_break(text: str, offset: int) -> int:
    found = _BREAK.search(text, offset)
    return found.start() if found else len(text)
