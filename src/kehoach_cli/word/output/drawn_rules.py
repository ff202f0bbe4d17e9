"""Giving the rules drawn below an issuer's name and a report's subject the length that the text above them wants.

By Decree 30/2020/NĐ-CP, Annex I, part II, sections 2 and 5, each is 1/3 to 1/2 as long as that text. The template draws
them at some length, under names that this module knows.
"""

from collections.abc import Mapping
from re import sub
from typing import NamedTuple

from kehoach_cli.sandbox.package.xml import MC, WP, A, Element, V, w
from kehoach_cli.word.text_width import longest_line

SHARE = 0.42
_EMU = 36000


class Above(NamedTuple):
    """How the text above a rule is set: its size in points, and the millimetres that a line of it has."""

    size: float
    room: float


RULES: Mapping[str, Above] = {"ke-ngang-co-quan": Above(13, 66), "ke-ngang-trich-yeu": Above(14, 165)}


def measure_rules(root: Element) -> None:
    """Give each known rule of a part the length that the paragraph before its own wants."""
    paragraphs = list(root.iter(w("p")))
    before = dict(zip(paragraphs[1:], paragraphs, strict=False))
    for named in root.iter(f"{{{WP}}}docPr"):
        above = RULES.get(named.get("name") or "")
        own = next(named.iterancestors(w("p")), None)
        frame = named.getparent()
        if above and own in before and frame is not None:
            text = "".join(piece.text or "" for piece in before[own].iter(w("t")))
            if text:
                _draw(frame, SHARE * longest_line(text, above.size, above.room))


def _draw(frame: Element, length: float) -> None:
    """Make the rule so many millimetres long, in Word's form and in the older one beside it where there is one."""
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
