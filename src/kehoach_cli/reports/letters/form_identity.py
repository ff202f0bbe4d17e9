"""The identity that each row of a form carries, in ASCII, so that it survives every format and a copied sheet."""

import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize

from kehoach_cli.plan.model import Plan

VERSION = "1"
_START = "kehoach-form"
_COVER = "cover"  # in the place of a record's id


class FormIdentity(NamedTuple):
    """Which plan, body, period and record a row is about, and the fingerprint of what its locked cells said.

    `record` is "" on the cover. `version` is that of the form's layout.
    """

    plan: str
    agency: str
    period: str
    record: str
    fingerprint: str
    version: str = VERSION

    def text(self) -> str:
        """`kehoach-form|1|180-QD-BCD@2023-06-26|SYT|2023-Q3|CQS-03|1f2e3d4c`."""
        parts = (_START, self.version, self.plan, self.agency, self.period, self.record or _COVER, self.fingerprint)
        return "|".join(parts)


def read_identity(text: str) -> FormIdentity | None:
    """The identity that `FormIdentity.text` wrote; None for any other text."""
    start, *parts = text.strip().split("|")
    if start != _START or len(parts) != 6:
        return None
    version, plan, agency, period, record, fingerprint = parts
    return FormIdentity(plan, agency, period, "" if record == _COVER else record, fingerprint, version)


def plan_name(plan: Plan) -> str:
    """The plan's number and date in ASCII: `180-QD-BCD@2023-06-26`."""
    plain = normalize("NFD", plan.number.replace("Đ", "D").replace("đ", "d")).encode("ascii", "ignore").decode()
    return f"{re.sub('[^0-9A-Za-z]+', '-', plain).strip('-')}@{plan.date.isoformat()}"


def fingerprint(locked: Iterable[str]) -> str:
    """Eight hexadecimal digits of what the locked cells of a row say; blanks and line ends do not count."""
    said = "\n".join(" ".join(text.split()) for text in locked)
    return hashlib.sha256(said.encode()).hexdigest()[:8]
