"""Giving the rules drawn below an issuer's name and a report's subject the length that the text above them wants.

By Decree 30/2020/NĐ-CP, Annex I, part II, sections 2 and 5, each is 1/3 to 1/2 as long as that text. The template draws
them at some length, under names that this module knows.
"""

from collections.abc import Mapping
from html import unescape
from re import findall, finditer, sub
from typing import NamedTuple

from kehoach_cli.reports.word.drawings import BODY
from kehoach_cli.reports.word.text_width import longest_line

SHARE = 0.42
_EMU = 36000


class Above(NamedTuple):
    """How the text above a rule is set: its size in points, and the millimetres that a line of it has."""

    size: float
    room: float


RULES: Mapping[str, Above] = {"ke-ngang-co-quan": Above(13, 66), "ke-ngang-trich-yeu": Above(14, 165)}


def with_rules(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with each known rule measured by the paragraph above it."""
    body = parts[BODY].decode("utf-8")
    for name, above in RULES.items():
        at = body.find(f'name="{name}"')
        text = _text_above(body[:at]) if at >= 0 else ""
        if text:
            body = _drawn(body, at, SHARE * longest_line(text, above.size, above.room))
    return {**parts, BODY: body.encode("utf-8")}


def _text_above(body: str) -> str:
    """The text of the last paragraph but the one that the body breaks off in."""
    starts = [found.start() for found in finditer("<w:p[ >]", body)]
    paragraph = body[starts[-2] : starts[-1]] if len(starts) > 1 else ""
    return unescape("".join(findall("<w:t(?: [^>]*)?>([^<]*)</w:t>", paragraph)))


def _drawn(body: str, at: int, length: float) -> str:
    """The body with the rule named there so many millimetres long, in Word's form and in the older one beside it."""
    start, end = body.rfind("<wp:inline", 0, at), body.find("</w:pict>", at)
    points = length * 72 / 25.4
    drawn = sub(r'\bcx="[0-9]+"', f'cx="{round(length * _EMU)}"', body[start:end])
    drawn = sub(r"width:[0-9.]+pt", f"width:{points:.1f}pt", drawn)
    drawn = sub(r'to="[0-9.]+pt,0"', f'to="{points:.1f}pt,0"', drawn)
    return body[:start] + drawn + body[end:]
