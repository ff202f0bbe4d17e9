"""Judge addresses: what a click in a document may open.

Only the web, a mailbox and a place in the document: nothing else is known to do no more than open a page or a message.
An address is judged as it stands, without decoding or trimming: what would have to be decoded first is refused.
"""

import re

_WEB = re.compile(r"https?://[\w.-]*\w(?::[0-9]{1,5})?(?:[/?#].*)?", re.IGNORECASE)
_MAIL_FIELD = "(?:subject|body|cc|bcc)=[^&]*"
_MAIL = re.compile(rf"mailto:[\w.+,;@'-]+(?:\?{_MAIL_FIELD}(?:&{_MAIL_FIELD})*)?", re.IGNORECASE)
_INSIDE = re.compile(r"#[\w.-]+")  # a bookmark of the document itself
_NEVER = frozenset(' "<>\\`“”„')  # where readers disagree on where an address ends
_SCHEME_OR_PATH = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:\S|[\\/])", re.IGNORECASE)


def is_safe(address: str) -> bool:
    """Whether an address leads to the web, to a mailbox or to a bookmark: http, https, mailto, #, without any trick."""
    plain = address.isprintable() and _NEVER.isdisjoint(address)
    return plain and any(form.fullmatch(address) for form in (_WEB, _MAIL, _INSIDE))


def is_inert(text: str) -> bool:
    """Whether a bookmark, a frame or a tooltip cannot be taken for an address, or is one that is safe."""
    return is_safe(text) or (text.isprintable() and '"' not in text and not _SCHEME_OR_PATH.match(text))
