"""Dòng đính chính che số liệu mới hơn

Số liệu hiện tại là số có ngày muộn nhất. Dòng đính chính mang ngày gửi công văn, thay cho ngày của số liệu, sẽ đứng
sau những số liệu mới hơn và che chúng: báo cáo lấy số cũ đã đính chính làm số hiện tại.

Sai:
    - {value: 35, date: 2023-06-30, source: CV 12/VPUBND}
    - {value: 41, date: 2023-07-31, source: CV 18/VPUBND}
    - {value: 36, date: 2023-09-15, corrects: 2023-06-30, source: CV 21/VPUBND}

Đúng:
    - {value: 35, date: 2023-06-30, source: CV 12/VPUBND}
    - {value: 41, date: 2023-07-31, source: CV 18/VPUBND}
    - {value: 36, date: 2023-06-30, corrects: 2023-06-30, source: CV 21/VPUBND}
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kehoach_cli.diagnostics import Finding, Related, Severity
from kehoach_cli.plan.history import standing
from kehoach_cli.rules.histories import Entry, History, histories
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

CODE = "KH413"
SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Finding]:
    for history in histories(subject):
        entries = history.entries
        if all(entry.corrects is None for entry in entries):
            continue
        counted = sorted(standing(entries), key=lambda place: entries[place].date)
        for place in counted:
            hidden = _hidden_by(place, entries, counted)
            if hidden is not None:
                yield _finding(history, place, hidden)


def _hidden_by(place: int, entries: Sequence[Entry], counted: list[int]) -> int | None:
    """The first entry that is newer than what this one corrects and older than the day this one bears."""
    day = entries[place].corrects
    if day is None:
        return None
    after = bisect_right(counted, day, key=lambda other: entries[other].date)
    newer = next((other for other in counted[after : after + 2] if other != place), None)
    return newer if newer is not None and entries[newer].date <= entries[place].date else None


def _finding(history: History, place: int, hidden: int) -> Finding:
    correction, newer = history.entries[place], history.entries[hidden]
    day = correction.corrects or correction.date
    return Finding(
        CODE,
        SEVERITY,
        f"Dòng đính chính {history.what} ngày {wording.day(day)} mang ngày {wording.day(correction.date)} nên che "
        f"{history.what} ngày {wording.day(newer.date)}",
        f"Ghi «date: {day.isoformat()}», là ngày của số liệu; ngày công văn ghi ở source",
        history.at(place, "date"),
        (Related(history.at(hidden, "date"), f"{history.what} bị che"),),
    )
