"""Read the days of tables, which programs write in many ways. What is not certain is asked about, never guessed."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from kehoach_cli.vocabulary import wording

_DAY = re.compile(r"(?:ngày )?([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})")
_IN_WORDS = re.compile(r"(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})()")
_WITH_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]+")
_SERIAL = re.compile(r"[0-9]{5}")
_SERIALS_FROM = date(1899, 12, 30)  # day 0 of spreadsheets, counting from March 1900
_LIKELY_SERIALS = range(36526, 73051)  # 1/1/2000 to 31/12/2099


class DayColumn:
    """A column of days, which is read by what all of them say about the order of day and month."""

    def __init__(self, texts: Iterable[str], *, exported: bool = False) -> None:
        """Look at the texts of the column; `exported`: a program wrote them, as into CSV, and not a person."""
        found = [match for text in texts if (match := _DAY.fullmatch(text.lower()))]
        slashed = all("/" in match[0] for match in found)
        self._month_first = any(int(match[2]) > 12 >= int(match[1]) for match in found)
        both_ways = all(int(match[1]) <= 12 and int(match[2]) <= 12 for match in found)
        padded = all(len(match[1]) == len(match[2]) == 2 for match in found)
        self._either = (
            exported and slashed and both_ways and padded and not all(match[1] == match[2] for match in found)
        )

    def read(self, text: str) -> tuple[str, str]:
        """The text as `30/9/2023`, and what has to be asked about it: "" if nothing. Other text comes back as it is.

        Of a column in which each day can be read both ways, the first one is asked about.
        """
        shown, doubt = _plain_day(text, month_first=self._month_first)
        if self._either and shown != text:
            self._either = False
            doubt = doubt or f"cả cột đọc được theo hai cách, «{text}» hiểu là ngày {shown}, ngày trước tháng"
        return shown, doubt


def _plain_day(text: str, *, month_first: bool) -> tuple[str, str]:
    if with_time := _WITH_TIME.fullmatch(text):
        return with_time[1], ""
    if _SERIAL.fullmatch(text) and int(text) in _LIKELY_SERIALS:
        shown = wording.day(_SERIALS_FROM + timedelta(days=int(text)))
        return shown, f"«{text}» là số thứ tự ngày của bảng tính, hiểu là ngày {shown}"
    match = _DAY.fullmatch(text.lower()) or _IN_WORDS.fullmatch(text.lower())
    if match is None:
        return text, ""
    day, month, year = (int(match[number]) for number in (1, 2, 3))
    turned = month_first and day <= 12
    if turned:
        day, month = month, day
    short = len(match[3]) == 2
    shown = f"{day}/{month}/{year + 2000 if short else year}"
    if turned and day != month:
        return shown, f"cột này ghi tháng trước ngày, «{text}» hiểu là ngày {shown}"
    return shown, f"«{text}» ghi năm hai chữ số, hiểu là ngày {shown}" if short else ""
