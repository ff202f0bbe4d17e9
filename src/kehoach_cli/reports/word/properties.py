"""What a document says of itself: its title and issuer, the day and the state of the data it was made from."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class Properties(NamedTuple):
    """A document's own particulars. `facts` are shown by Word under the advanced properties, in this order."""

    title: str
    issuer: str
    subject: str
    day: date
    facts: Mapping[str, str]
