"""Judge addresses: what a click in a document may open.

Allowed: the web, a mailbox, a bookmark of the document. Any other address could do more than open a page or a message.
Addresses are not decoded or trimmed: one that needs decoding is refused.
"""

import re

_WEB = re.compile(r"https?://[\w.-]*\w(?::[0-9]{1,5})?(?:[/?#].*)?", re.IGNORECASE)
_MAIL_FIELD = "(?:subject|body|cc|bcc)=[^&]*"
_MAIL = re.compile(rf"mailto:[\w.+,;@'-]+(?:\?{_MAIL_FIELD}(?:&{_MAIL_FIELD})*)?", re.IGNORECASE)
_INSIDE = re.compile(r"#[\w.-]+")  # a bookmark of the document itself
_NEVER = frozenset(' "<>\\`“”„')  # readers disagree on whether these end an address
_SCHEME_OR_PATH = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:\S|[\\/])", re.IGNORECASE)


def is_safe(address: str) -> bool:
    """Whether an address is a plain http, https or mailto address, or # and a bookmark."""
    plain = address.isprintable() and _NEVER.isdisjoint(address)
    return plain and any(form.fullmatch(address) for form in (_WEB, _MAIL, _INSIDE))


def is_inert(text: str) -> bool:
    """Whether no reader can take a bookmark, frame or tooltip for an unsafe address."""
    return is_safe(text) or (text.isprintable() and '"' not in text and not _SCHEME_OR_PATH.match(text))
