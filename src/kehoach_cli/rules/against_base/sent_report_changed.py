"""Báo cáo đã gửi bị sửa hoặc bị xóa

Tệp của một kỳ trong data/periods giữ điều báo cáo đã gửi nói. Đó là chứng cứ: không sửa, không xóa dòng nào. Báo cáo
phải lập lại thì «kehoach reopen» ghi văn bản yêu cầu bên dưới bản đã gửi, «kehoach close» ghi bản mới sau bản đó.

Sai:
    # phiên bản trước: {id: CQS-01, assessment: behind, value: 45, date: 2023-08-31}
    - {id: CQS-01, assessment: on_track, value: 54, date: 2023-08-31}

Đúng:
    - {id: CQS-01, assessment: behind, value: 45, date: 2023-08-31}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Route
from kehoach_cli.plan.closed_period import Closing
from kehoach_cli.plan.periods import Period
from kehoach_cli.rules.against_base.comparison import Comparison
from kehoach_cli.vocabulary import move_words, wording

_REMEDY = "Trả lại tệp như ở phiên bản trước; phải lập lại báo cáo thì dùng «kehoach reopen»"


def check(comparison: Comparison) -> Iterator[Problem]:
    now = {each.period: each.closings for each in comparison.present.plan.closed}
    for closed in comparison.earlier.plan.closed:
        present = now.get(closed.period, ())
        for place, sent in enumerate(closed.closings):
            if place >= len(present):
                yield _problem(closed.period, sent, "có ở phiên bản trước, nay không còn")
                continue
            # What stood until now may have been reopened since.
            found = present[place]._replace(reopened=None) if sent.reopened is None else present[place]
            if sent != found:
                yield _problem(closed.period, sent, "nay bị sửa", _altered(sent, found, place))


def _altered(sent: Closing, now: Closing, place: int) -> tuple[str | int, ...]:
    """The path to the first thing that is different."""
    key = next(key for key, said in sent._asdict().items() if said != getattr(now, key))
    said, found = getattr(sent, key), getattr(now, key)
    if key in ("indicators", "tasks") and len(said) == len(found):
        return "closings", place, key, next(index for index, record in enumerate(said) if record != found[index])
    return "closings", place, key


def _problem(period: Period, sent: Closing, what: str, path: tuple[str | int, ...] = ()) -> Problem:
    message = f"{move_words.report(sent)} ({wording.period(period)}) {what}"
    return Problem(message, _REMEDY, Route(f"periods/{period}", path))
