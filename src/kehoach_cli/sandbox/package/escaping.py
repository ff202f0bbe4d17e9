"""Escape text for XML. The standard library's helper imports an HTTP client, which slows every report."""

from kehoach_cli.sandbox.package.xml import ILLEGAL


def escape(text: str) -> str:
    """Escape text between two tags; characters that XML cannot hold are dropped."""
    return ILLEGAL.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """Escape an attribute's value, and put it in quotes."""
    return '"' + escape(text).replace('"', "&quot;").replace("\n", "&#10;") + '"'
