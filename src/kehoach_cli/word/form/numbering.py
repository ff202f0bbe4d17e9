"""Work out automatic numbers: the label that Word shows before a paragraph, such as `I.`, `a)` or `-`.

ECMA-376 part 1, §17.9. What a style's own numbering leaves open counts as level 0.
"""

from typing import NamedTuple

from kehoach_cli.sandbox.package.xml import Element, attribute, number, w
from kehoach_cli.word.form.formatting import child_value

NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_DEEPEST = 8


class Label(NamedTuple):
    """The label's text, and the element that holds its format."""

    text: str
    level: Element


class Numbering:
    """The lists of one document. Ask for the labels in the order of the paragraphs: each call counts."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        for item in root if root is not None else ():
            if item.tag == w("abstractNum"):
                self._abstract[attribute(item, "abstractNumId") or ""] = item
            elif item.tag == w("num"):
                self._lists[attribute(item, "numId") or ""] = item

    def label(self, list_id: str, level: int) -> Label | None:
        """Count one paragraph of the list; None if the list shows nothing."""
        listed = self._lists.get(list_id)
        abstract = child_value(listed, "abstractNumId") if listed is not None else ""
        if listed is None or abstract not in self._abstract or not 0 <= level <= _DEEPEST:
            return None
        levels = _levels(self._abstract[abstract]) | _levels(listed)
        counts = self._counts.setdefault(abstract, {})
        if list_id not in self._begun:
            self._begun.add(list_id)
            for override in listed.iterfind(f"{w('lvlOverride')}[{w('startOverride')}]"):
                counts.pop(_whole(attribute(override, "ilvl")), None)
        if level not in levels:
            return None
        counts[level] = counts.get(level, _whole(child_value(levels[level], "start") or "1") - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        text = child_value(levels[level], "lvlText")
        for at in range(_DEEPEST + 1):
            if f"%{at + 1}" in text and at in levels:
                text = text.replace(f"%{at + 1}", _figure(counts.get(at, 1), child_value(levels[at], "numFmt")))
        text = "".join("•" if 0xE000 <= ord(letter) < 0xF900 else letter for letter in text)  # a symbol font's
        return Label(text, levels[level]) if text.strip() else None


def _levels(owner: Element) -> dict[int, Element]:
    return {_whole(attribute(level, "ilvl")): level for level in owner.iter(w("lvl"))}


def _figure(count: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman") and 0 < count <= len(NUMERALS):
        return NUMERALS[count - 1] if form == "upperRoman" else NUMERALS[count - 1].lower()
    if form in ("upperLetter", "lowerLetter") and 0 < count <= 26:
        return chr((64 if form == "upperLetter" else 96) + count)
    return f"{count:02}" if form == "decimalZero" else str(count)


def _whole(text: str | None) -> int:
    return int(number(text))
