"""Wordings of deadlines as people write them, and as they slip: other figures, blanks, case, accents apart."""

import re
import unicodedata
from pathlib import Path

from hypothesis import strategies as st

from kehoach_cli.plan.due import ACCEPTED_FORMS

_FILES = ("deadlines.txt", "deadlines_of_the_year.txt")
_LINES = [
    line for name in _FILES for line in (Path(__file__).parents[1] / "plan" / name).read_text("utf-8").splitlines()
]
KNOWN = [*ACCEPTED_FORMS, *(line.rpartition(" = ")[0] for line in _LINES if not line.startswith("#"))]


@st.composite
def wordings(draw: st.DrawFn) -> str:
    """A form of deadline with other figures, in mixed case, with odd blanks, accents apart and stray letters."""
    text = draw(st.sampled_from(KNOWN))
    figures = st.integers(0, 34).map(str) | st.integers(1890, 2210).map(str)
    text = re.sub(r"[0-9]+", lambda old: draw(st.just(old[0]) | figures), text)
    blanks = st.sampled_from([" ", " ", "  ", "\u00a0", "\n", "\u3000", ""])
    blank = draw(st.sampled_from([st.just(" "), blanks]))
    spelled = draw(st.sampled_from([lambda mark: [mark], spellings]))
    pieces = [draw(blank) if mark == " " else draw(st.sampled_from(spelled(mark))) for mark in text]
    return draw(blanks) + "".join(pieces) + draw(blanks)


def spellings(mark: str) -> list[str]:
    """One letter in the ways that it may reach a file, and in a few that look alike."""
    apart = unicodedata.normalize("NFD", mark)
    old = apart.translate({0x300: 0x340, 0x301: 0x341})
    alike = {"I": "İı1", "i": "ı", "K": "\u212a", "-": "–", "x": "×", "s": "ſ"}.get(mark, mark)
    return [mark, mark, mark, mark.upper(), mark.lower(), apart, old, apart.upper(), *alike]
