"""What a document says of itself: its title and issuer, the day and the state of the data it was made from."""

from collections.abc import Mapping
from typing import NamedTuple


class Properties(NamedTuple):
    """A document's own particulars, as plain data: `day` is YYYY-MM-DD.

    `facts` are shown by Word under the advanced properties, in this order.
    """

    title: str
    issuer: str
    subject: str
    day: str
    facts: Mapping[str, str]
