"""Marks that printing a value leaves in a part's XML, for what is drawn after filling in.

A mark is a processing instruction. The parser drops a template's own and printed data are escaped, so only a tag makes
a mark.
"""

from collections.abc import Iterator

from lxml import etree

from kehoach_cli.sandbox.package.xml import Element


def mark(target: str, value: str) -> str:
    """The XML of a mark amid text: it ends the text element, adds the mark, and starts a new one."""
    return f'</w:t><?{target} {value}?><w:t xml:space="preserve">'


def marks(root: Element, target: str) -> Iterator[tuple[Element, str]]:
    """Find the marks of one kind in a filled-in part, each with its value."""
    for found in root.iter(etree.ProcessingInstruction):
        if isinstance(found, etree._ProcessingInstruction) and found.target == target:
            yield found, found.text or ""
