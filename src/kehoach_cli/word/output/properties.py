"""The properties that are written into a finished document."""

from collections.abc import Mapping
from typing import NamedTuple


class Properties(NamedTuple):
    """A document's properties, as plain data. `day` is YYYY-MM-DD.

    Word shows `facts` among the advanced properties, in this order.
    """

    title: str
    issuer: str
    subject: str
    day: str
    facts: Mapping[str, str]


class SealedFile(NamedTuple):
    """The facts that a file's properties hold, whoever wrote them, and whether it is as the program wrote it.

    An unreadable file has none and counts as edited.
    """

    facts: Mapping[str, str]
    untouched: bool
