"""Word what reports say of a record, and what moved between two of them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.classes import DONE, REACHED
from kehoach_cli.plan.closed_period import ClosedPeriod, Closing, ReportedIndicator, ReportedRecord
from kehoach_cli.plan.moves import Move, MoveKind
from kehoach_cli.vocabulary import answer_words, terms, wording

KIND: Mapping[MoveKind, str] = {
    "completed": "Hoàn thành",
    "met": "Đạt mức phấn đấu",
    "fallen_overdue": "Chuyển sang quá hạn",
    "missed_report": "Thiếu báo cáo",
    "no_longer": "Không còn đạt, không còn hoàn thành",
    "cancelled": "Dừng thực hiện",
    "first_answered": "Có số liệu, báo cáo lần đầu",
    "updated": "Số liệu, tiến độ mới",
    "reassessed": "Đánh giá, tình trạng khác trước",
    "extended": "Gia hạn",
    "amended": "Điều chỉnh",
    "added": "Bổ sung vào Kế hoạch",
    "removed": "Đưa ra khỏi Kế hoạch",
    "reorganised": "Đổi cơ quan chủ trì",
}

# What is told of a move of each kind, in the names of `words`.
_TOLD: Mapping[MoveKind, tuple[str, ...]] = {
    "completed": ("class",),
    "met": ("value",),
    "fallen_overdue": ("due",),
    "missed_report": ("missed",),
    "no_longer": ("value", "class"),
    "cancelled": (),
    "first_answered": ("value", "answered"),
    "updated": ("value", "answered", "missed"),
    "reassessed": ("class",),
    "extended": ("due",),
    "amended": ("goal", "due"),
    "added": (),
    "removed": (),
    "reorganised": ("lead",),
}
_ENDS = ("completed", "fallen_overdue", "missed_report", "first_answered")  # of these only how it is now


class Part(NamedTuple):
    """One thing that two reports say differently of a record, as each words it."""

    name: str
    before: str
    after: str


def value(given: ReportedIndicator, unit: str) -> str:
    """`45%`, `45% (ước)`, `27,5% (tạm tính)`; "" without a value."""
    if given.reading is None:
        return ""
    marks = [*(["ước"] if given.estimate else []), *([answer_words.PROVISIONAL] if given.provisional else [])]
    said = wording.quantity(given.reading.value, unit)
    return f"{said} ({', '.join(marks)})" if marks else said


def parts(move: Move, unit: str, agencies: AgencyRegister) -> list[Part]:
    """What is said differently; nothing of a record that came or went. `unit` is that of an indicator's values."""
    if move.before is None or move.after is None:
        return []
    before, after = (words(each, unit, agencies) for each in (move.before, move.after))
    same = {name for name in before if before[name] == after[name]}
    same |= {"answered"} if move.before.answered == move.after.answered else set()
    return [Part(name, said, after[name]) for name, said in before.items() if name not in same]


def said_and_now(move: Move, unit: str, agencies: AgencyRegister) -> tuple[str, str]:
    """What the earlier and the later report say differently, each in words: `38%; chậm`, `45%; đúng tiến độ`."""
    if move.before is None:
        return "không có", "có trong Kế hoạch"
    if move.after is None:
        return "có trong Kế hoạch", "không có"
    found = parts(move, unit, agencies)
    before, after = ("; ".join(filter(None, sides)) for sides in ((p.before for p in found), (p.after for p in found)))
    same = "như cũ, của ngày khác"  # nothing else that is shown differs
    return before or same, after or same


ARROW = "{} →\u00a0{}"
IN_PROSE = "từ {} thành {}"  # as a signed document words a change


def told(move: Move, kind: MoveKind, unit: str, agencies: AgencyRegister, change: str = ARROW) -> str:
    """What a move of this kind is: `38% → 45%`, `hạn 30/9/2023 → hạn 31/12/2023`; "" where its name says it."""
    wanted = _TOLD[kind]
    now = words(move.present, unit, agencies)
    found = [each for each in parts(move, unit, agencies) if each.name in wanted]
    if kind in _ENDS or not found:
        return ", ".join(filter(None, (now[name] for name in wanted[:1])))
    return "; ".join(change.format(each.before, each.after) for each in found)


def words(given: ReportedRecord, unit: str, agencies: AgencyRegister) -> dict[str, str]:
    """What is said of a record, by the name of the thing; "" of what is not said."""
    shared = {
        "due": f"hạn {wording.day(given.due)}" if given.due else "không có thời hạn",
        "lead": agencies.short_names(given.lead) or "chưa giao",
        "answered": f"{given.answered}/{given.must_answer} cơ quan báo cáo" if given.must_answer else "",
    }
    if isinstance(given, ReportedIndicator):
        near, far = (None if end is None else wording.quantity(end, unit) for end in (given.goal, given.stretch))
        return {
            "value": value(given, unit) or _without_value(given),
            "class": wording.inline(terms.ASSESSMENT[given.assessment]),
            "goal": f"mức {near or wording.UNKNOWN}{f' đến {far}' if far else ''}",
            "missed": "",
            **shared,
        }
    missed = [f"thiếu báo cáo {wording.periods(given.missed)}"] if given.missed else []
    missed += [f"không có báo cáo từ ngày {wording.day(given.stale_since)}"] if given.stale_since else []
    share = f", {wording.number(given.percent)}%" if given.percent is not None else ""
    standing = wording.inline(terms.STANDING[given.standing])
    done_on = f" ngày {wording.day(given.done_on)}" if given.done_on and given.standing in DONE else ""
    return {
        "value": f"{wording.inline(terms.STATE[given.state])}{share}" if given.has_data else "chưa có báo cáo",
        "class": f"{standing}{done_on}",
        "goal": "",
        "missed": "; ".join(missed) or ("đủ báo cáo" if given.standing in ("recurring", "ongoing") else ""),
        **shared,
    }


def _without_value(given: ReportedIndicator) -> str:
    if given.assessment in REACHED:
        return "theo hiện trạng"
    return "chưa có kết quả chung" if given.answered else "chưa có số liệu"


def report(closing: Closing) -> str:
    """`Báo cáo số 245/BC-STTTT ngày 18/9/2023`."""
    return f"Báo cáo số {closing.number} ngày {wording.day(closing.date)}"


def closed_periods(closed: Iterable[ClosedPeriod]) -> str:
    """`đã chốt: quý II/2023, quý III/2023`."""
    names = ", ".join(wording.period(each.period) for each in closed if each.sent)
    return f"đã chốt: {names}" if names else "chưa chốt kỳ nào"
