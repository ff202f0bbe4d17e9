"""Tệp của kỳ đã chốt tự mâu thuẫn

Mỗi kỳ chỉ một báo cáo là báo cáo của kỳ: bản cuối trong tệp. Bản nào trước đó cũng phải ghi reopened, văn bản cho lập
lại, không sớm hơn ngày của bản ấy. Báo cáo không đề ngày trước ngày chốt số liệu của nó; số đếm khớp với các dòng; số
cơ quan đã báo cáo không quá số phải báo cáo; mã không lặp; restated không nói về kỳ sau. Lệnh «kehoach close» và
«kehoach reopen» ghi đúng như vậy, nên sai là do sửa bằng tay hoặc do gộp hai nhánh cùng chốt một kỳ.

Sai:
    closings:
      - {number: 21/BC, date: 2024-03-18, …}
      - {number: 22/BC, date: 2024-03-20, …}

Đúng:
    closings:
      - {number: 21/BC, date: 2024-03-18, …, reopened: {date: 2024-03-19, by: CV 5}}
      - {number: 22/BC, date: 2024-03-20, …}
"""

from collections.abc import Iterator
from itertools import pairwise

from kehoach_cli.diagnostics import Problem, Route
from kehoach_cli.plan.closed_period import ClosedPeriod, Closing
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import move_words, wording

_REMEDY = "Lấy lại bản đã lưu trong git; hai nhánh cùng chốt một kỳ thì giữ một bản, bản kia bỏ ra khỏi nhánh của nó"


def check(subject: Subject) -> Iterator[Problem]:
    for closed in subject.plan.closed:
        if not closed.closings:
            yield _problem(closed, (), "Tệp của kỳ này không có báo cáo nào")
        for place, (sent, later) in enumerate(pairwise(closed.closings)):
            if sent.reopened is None:
                both = f"{move_words.report(sent)} và {wording.inline(move_words.report(later))}"
                yield _problem(closed, (place + 1, "number"), f"{both} cùng là báo cáo của kỳ này")
        for place, closing in enumerate(closed.closings):
            for key, what in _faults(closing, closed):
                yield _problem(closed, (place, key), f"{move_words.report(closing)}: {what}")


def _faults(closing: Closing, closed: ClosedPeriod) -> Iterator[tuple[str, str]]:
    """The keys that contradict another, each with what is wrong."""
    if closing.date < closing.as_of:
        yield "date", f"ngày báo cáo trước ngày chốt số liệu {wording.day(closing.as_of)}"
    if closing.reopened and closing.reopened.date < closing.date:
        yield "reopened", f"mở lại ngày {wording.day(closing.reopened.date)}, trước ngày báo cáo"
    if closing.counts != closing.reported.counts:
        yield "counts", "số đếm không khớp với các dòng bên dưới"
    if closing.coverage and closing.coverage.answered > closing.coverage.of:
        yield "coverage", "số cơ quan đã báo cáo nhiều hơn số phải báo cáo"
    for key, ids in (("indicators", closing.indicators), ("tasks", closing.tasks)):
        if len({each.id for each in ids}) < len(ids):
            yield key, "có mã lặp lại"
    if any(each.period.last_day > closed.period.last_day for each in closing.restated):
        yield "restated", "nói lại một kỳ ở sau kỳ này"


def _problem(closed: ClosedPeriod, path: tuple[int | str, ...], message: str) -> Problem:
    return Problem(message, _REMEDY, Route(f"periods/{closed.period}", ("closings", *path)))
