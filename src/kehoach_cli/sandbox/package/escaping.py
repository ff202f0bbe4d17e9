"""Text as XML wants it. The standard library's own helper brings an HTTP client, for which every report would wait."""

from kehoach_cli.sandbox.package.xml import ILLEGAL


def escape(text: str) -> str:
    """The text for between two tags, without what XML cannot hold."""
    return ILLEGAL.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """The text as an attribute's value, quotes included."""
    return '"' + escape(text).replace('"', "&quot;").replace("\n", "&#10;") + '"'
