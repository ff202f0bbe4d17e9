"""Make text from files safe to print: no terminal codes, direction changes or invisible characters."""

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)


def printable(text: str) -> str:
    """Replace each control, surrogate, invisible and direction character with `�`.

    Tabs and line feeds stay.
    """
    return _UNSEEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Make the text safe to print on one line."""
    return printable(text).replace("\t", " ").replace("\n", "\ufffd")
