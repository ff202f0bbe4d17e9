"""Resize the rules drawn below an issuer's name and a report's subject to fit the text above them.

By Decree 30/2020/NĐ-CP, Annex I, part II, sections 2 and 5, each is 1/3 to 1/2 as long as that text. The template
draws them at any length, with the names in RULES.
"""

from collections.abc import Mapping
from re import sub
from typing import NamedTuple

from kehoach_cli.sandbox.package.xml import MC, WP, A, Element, V, w
from kehoach_cli.word.text_width import longest_line

SHARE = 0.42
_EMU = 36000


class TextAbove(NamedTuple):
    """The text above a rule: its size in points, and the room for a line in millimetres."""

    size: float
    room: float


RULES: Mapping[str, TextAbove] = {"ke-ngang-co-quan": TextAbove(13, 66), "ke-ngang-trich-yeu": TextAbove(14, 165)}


def resize_rules(root: Element) -> None:
    """Resize each known rule of a part to fit the paragraph before its own."""
    paragraphs = list(root.iter(w("p")))
    previous = dict(zip(paragraphs[1:], paragraphs, strict=False))
    for named in root.iter(f"{{{WP}}}docPr"):
        above = RULES.get(named.get("name") or "")
        own = next(named.iterancestors(w("p")), None)
        frame = named.getparent()
        if above and own in previous and frame is not None:
            text = "".join(piece.text or "" for piece in previous[own].iter(w("t")))
            if text:
                _resize(frame, SHARE * longest_line(text, above.size, above.room))


def _resize(frame: Element, length: float) -> None:
    """Set the rule's length in millimetres, in DrawingML and in the VML fallback beside it, if any."""
    for extent in frame.iter(f"{{{WP}}}extent", f"{{{A}}}ext"):
        if "cx" in extent.attrib:
            extent.set("cx", str(round(length * _EMU)))
    points = f"{length * 72 / 25.4:.1f}pt"
    for both in frame.iterancestors(f"{{{MC}}}AlternateContent", w("p")):
        if both.tag == w("p"):
            return
        for line in both.iter(f"{{{V}}}line"):
            line.set("style", sub(r"width:[0-9.]+pt", f"width:{points}", line.get("style") or ""))
            line.set("to", f"{points},0")
