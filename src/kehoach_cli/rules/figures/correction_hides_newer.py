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

from kehoach_cli.diagnostics import Problem, Related, Severity
from kehoach_cli.plan.entries import Report
from kehoach_cli.plan.history import uncorrected_indexes
from kehoach_cli.rules.reported_entries import ReportedEntries, reported_entries
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for reported in reported_entries(subject):
        entries = reported.entries
        counted = sorted(uncorrected_indexes(entries), key=lambda index: entries[index].date)
        for place, index in enumerate(counted):
            hidden = _hidden_by(place, entries, counted)
            if hidden is not None:
                yield _finding(reported, index, hidden)


def _hidden_by(place: int, entries: Sequence[Report], counted: list[int]) -> int | None:
    """The first entry later than the day that the one at this place corrects, if that one still counts after it.

    Of two entries of one day, the lower in the file counts.
    """
    day = entries[counted[place]].corrects
    if day is None:
        return None
    after = bisect_right(counted, day, key=lambda other: entries[other].date)
    return counted[after] if after < place else None


def _finding(reported: ReportedEntries, index: int, hidden: int) -> Problem:
    correction, newer = reported.entries[index], reported.entries[hidden]
    day = correction.corrects or correction.date
    return Problem(
        f"Dòng đính chính {reported.noun} ngày {wording.day(day)} mang ngày {wording.day(correction.date)} nên che "
        f"{reported.noun} ngày {wording.day(newer.date)}",
        f"Ghi «date: {day.isoformat()}», là ngày của số liệu; ngày công văn ghi ở source",
        reported.at(index, "date"),
        related=(Related(reported.at(hidden, "date"), f"{reported.noun} bị che"),),
    )
