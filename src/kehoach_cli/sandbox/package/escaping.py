"""Escape text for XML. The standard library's helper imports an HTTP client, which slows every report."""

import re

# XML cannot hold controls, lone surrogates, U+FFFE and U+FFFF.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escape(text: str) -> str:
    """Escape text between two tags; characters that XML cannot hold are dropped."""
    return ILLEGAL.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """Escape an attribute's value, and put it in quotes."""
    return '"' + escape(text).replace('"', "&quot;").replace("\n", "&#10;") + '"'
