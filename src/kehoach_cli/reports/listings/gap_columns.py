"""The columns of `gaps`: each figure of an indicator by its key in data and by its place on the page."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.classes import Assessment
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.gaps import Distance, Progress
from kehoach_cli.plan.goals import GoalState
from kehoach_cli.plan.measures import WHOLE_NUMBERS, WIDE, is_judged, is_quotient, measure_of, scale
from kehoach_cli.plan.values import VERDICTS, Reading, Target
from kehoach_cli.reports.pages import Cell, Column, Tone
from kehoach_cli.vocabulary import answer_words, record_words, terms, wording

TONES: Mapping[Assessment, Tone] = {
    "exceeded": "good",
    "met": "good",
    "on_track": "good",
    "behind": "warning",
    "far_behind": "bad",
    "not_yet_met": "warning",
    "going_backwards": "bad",
    "not_maintained": "bad",
    "not_met": "bad",
    "not_assessable": "muted",
}
UNIT, NATIONAL, BASELINE = "Đơn vị", "{national}", "{baseline}"
MILESTONE = "Mốc trước mắt"  # the title of a column that stands only where a plan has milestones
ANSWERED = "Đã báo cáo"  # and of one that stands only where several must answer, and some have
_RATIO_PLACES = Decimal("0.000001")


class GapColumn(NamedTuple):
    """One figure. Without a key it is on the page only, without a column in data only.

    Without a cell the page shows the value: a text, or ids of agencies by their short names.
    """

    key: str
    value: Callable[[Progress], Any]
    column: Column | None = None
    cell: Callable[[Progress], Cell | str] | None = None


def progress_data(item: Progress) -> dict[str, Any]:
    """One indicator's progress as plain data."""
    return {entry.key: exact(entry.value(item)) for entry in GAP_COLUMNS if entry.key}


def nested_data(item: Progress) -> dict[str, Any]:
    """What a row cannot hold: the deadline as it is read, and what became of each milestone."""
    return {"deadline": deadline_data(item.indicator.due), "milestones": _milestones(item)}


def deadline_data(due: Due) -> dict[str, Any]:
    """A task's, an indicator's or a milestone's deadline and how it is read; `text` is None where the plan has none."""
    return {**due._asdict(), "text": due.text or None}


def _milestones(item: Progress) -> list[dict[str, Any]]:
    return [
        {
            "due": state.goal.end,
            "deadline": deadline_data(state.goal.due),
            "goal": _goal(state),
            "text": _text(state.goal.target),
            "left": exact(state.left),
            "result": state.result,
        }
        for state in item.milestones
    ]


def cell_of(entry: GapColumn, agencies: AgencyRegister, item: Progress) -> Cell | str:
    if entry.cell:
        return entry.cell(item)
    value = entry.value(item)
    return agencies.names(value, item.indicator.id) if isinstance(value, list) else value or wording.UNKNOWN


def exact(value: Any) -> Any:
    """A figure with every digit; a quotient to six places."""
    return _rounded(value) if isinstance(value, Decimal) and is_quotient(value) else value


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(_RATIO_PLACES, context=WIDE).normalize(WIDE) + 0


def _value(amount: Decimal | None, places: int | None = None) -> str:
    return wording.UNKNOWN if amount is None else wording.number(amount, places)


def _baseline(item: Progress) -> str:
    value = item.indicator.baseline.value
    return "chưa có" if value is None else wording.number(value)


def _measured_on(item: Progress) -> str:
    return wording.day(item.current.date) if item.current and item.measured else wording.UNKNOWN


def _target_text(target: Target | None) -> str:
    """`50`, `30 – 50`, of a strict bound `> 50`; words are left to `show`."""
    if target and target.bound == "words":
        return "bằng lời"
    if target and target.strict:
        return f"{'>' if target.bound == 'at_least' else '<'} {wording.number(target.min)}"
    return _range_text(target and target.min, target and target.max)


def _goal(state: GoalState) -> Decimal | None:
    return None if state.goal.target.bound == "words" else state.commitment


def _figure(item: Progress, reading: Reading | None) -> Decimal | None:
    """The value of a reading; a verdict is no figure."""
    return None if reading is None or _is_verdict(item) else reading.value


def _text(target: Target | None) -> str | None:
    return target and target.text


def _gap_text(item: Progress, low: Distance | None, high: Distance | None) -> str:
    """`20,8 → 9,5`: the gap from the baseline, then the gap left. For a range, to its lower, then to its upper end.

    Where each part has the target, the share of those who do not reach it: `33,3 điểm %`.
    A no-break space keeps an arrow or a dash with the number after it when the column wraps.
    """
    if low is None or high is None:
        return wording.UNKNOWN
    if item.indicator.parts == "each":
        return wording.UNKNOWN if low.left is None else wording.gap(low.left, scale(item.indicator))
    before = _range_text(low.from_baseline, high.from_baseline)
    return f"{before} →\u00a0{_range_text(low.left, high.left)}" if item.measured else before


def _range_text(low: Decimal | None, high: Decimal | None) -> str:
    if low is None or high is None:
        return wording.UNKNOWN
    return wording.number(low) if low == high else f"{wording.number(low)} –\u00a0{wording.number(high)}"


def _answered(item: Progress) -> str:
    """Who has answered, of a record that some have answered or whose whole comes of the answers."""
    asked = item.whole and (item.whole.entries or item.indicator.parts)
    return answer_words.record_cell(item.whole) if asked else wording.UNKNOWN


def _is_verdict(item: Progress) -> bool:
    return is_judged(item.indicator)


def _verdict(item: Progress) -> str | None:
    return VERDICTS[int(item.current.value)] if _is_verdict(item) and item.current else None


def _projection(item: Progress) -> str:
    """Of what is counted, a whole number."""
    places = 0 if measure_of(item.indicator) in WHOLE_NUMBERS else 1
    return _value(item.pace and item.pace.projection, places)


def _assessment(item: Progress) -> Cell:
    return Cell(terms.ASSESSMENT[item.assessment], TONES[item.assessment])


def _milestone(item: Progress) -> str:
    """The milestone in hand, else the longest overdue, with the gap left: `Quý III/2023: 40% (còn 12)`."""
    late = [state for state in item.milestones if state.missed]
    state = item.next_milestone or (late[0] if late else None)
    if state is None:
        return wording.UNKNOWN
    return record_words.goal_result(state, item.indicator.unit)


_right = partial(Column, align="right")

GAP_COLUMNS = (
    GapColumn("id", lambda item: item.indicator.id, Column("Mã")),
    GapColumn("name", lambda item: item.indicator.name, Column("Chỉ tiêu", least=14, wrap=True, lines=3)),
    GapColumn("pillar", lambda item: item.indicator.pillar),
    GapColumn("unit", lambda item: item.indicator.unit, Column(UNIT, least=7, wrap=True)),
    GapColumn("direction", lambda item: item.indicator.direction),
    GapColumn("lead", lambda item: list(item.indicator.lead), Column("Chủ trì", least=12, rank=6, wrap=True)),
    GapColumn("origin", lambda item: list(item.indicator.origin)),
    GapColumn("due", lambda item: item.indicator.due.end),
    GapColumn(
        "baseline", lambda item: item.indicator.baseline.value, _right("Hiện trạng {baseline}", rank=3), _baseline
    ),
    GapColumn("baseline_date", lambda item: item.indicator.baseline.as_of),
    GapColumn(
        "current",
        lambda item: _figure(item, item.current),
        _right("Hiện nay", least=7, rank=1, wrap=True),
        lambda item: answer_words.current_cell(item) or wording.UNKNOWN,
    ),
    GapColumn("current_date", lambda item: item.current and item.current.date, _right("Ngày", rank=7), _measured_on),
    GapColumn("measured", lambda item: item.measured),
    GapColumn("start", lambda item: _figure(item, item.start)),
    GapColumn("start_date", lambda item: item.start and item.start.date),
    GapColumn(
        "national",
        lambda item: item.national and item.national.goal,
        _right("Mức {national}", least=5, rank=4, wrap=True),
        lambda item: _target_text(item.indicator.targets.national),
    ),
    GapColumn(
        "", lambda item: _gap_text(item, item.national, item.national), _right("Cách {national}", least=7, wrap=True)
    ),
    GapColumn(
        "provincial_min",
        lambda item: item.provincial_min and item.provincial_min.goal,
        _right("Mức {provincial}", least=5, rank=2, wrap=True),
        lambda item: _target_text(item.indicator.targets.provincial),
    ),
    GapColumn("provincial_max", lambda item: item.provincial_max and item.provincial_max.goal),
    GapColumn("baseline_gap_national", lambda item: item.national and item.national.from_baseline),
    GapColumn("baseline_gap_min", lambda item: item.provincial_min and item.provincial_min.from_baseline),
    GapColumn("baseline_gap_max", lambda item: item.provincial_max and item.provincial_max.from_baseline),
    GapColumn("gap_national", lambda item: item.national and item.national.left),
    GapColumn(
        "gap_min",
        lambda item: item.provincial_min and item.provincial_min.left,
        _right("Cách {provincial}", least=7, wrap=True),
        lambda item: _gap_text(item, item.provincial_min, item.provincial_max),
    ),
    GapColumn("", _milestone, Column(MILESTONE, least=9, rank=2, wrap=True)),
    GapColumn("gap_max", lambda item: item.provincial_max and item.provincial_max.left),
    GapColumn(
        "share_closed",
        lambda item: _rounded(item.share_closed),
        _right("Đã thu hẹp", rank=5),
        lambda item: wording.UNKNOWN if item.share_closed is None else wording.percent(item.share_closed),
    ),
    GapColumn("elapsed", lambda item: _rounded(item.pace and item.pace.elapsed)),
    GapColumn(
        "pace_ratio",
        lambda item: _rounded(item.pace and item.pace.ratio),
        _right("R", rank=8),
        lambda item: wording.UNKNOWN if item.pace is None else wording.pace(item.pace.ratio),
    ),
    GapColumn(
        "projection",
        lambda item: _rounded(item.pace and item.pace.projection),
        _right("Dự báo cuối hạn", rank=9),
        _projection,
    ),
    GapColumn(
        "needed_per_month",
        lambda item: _rounded(item.pace and item.pace.needed_per_month),
        _right("Cần mỗi tháng", rank=10),
        lambda item: _value(item.pace and item.pace.needed_per_month, 2),
    ),
    GapColumn("", _answered, Column(ANSWERED, rank=2, align="right")),
    GapColumn("assessment", lambda item: item.assessment, Column("Đánh giá", least=9, wrap=True), _assessment),
    GapColumn("overdue", lambda item: item.overdue),
    GapColumn("lead_now", lambda item: list(item.indicator.lead_now)),
    GapColumn("measure", lambda item: measure_of(item.indicator)),
    GapColumn("verdict", _verdict),
    GapColumn("maintain", lambda item: item.indicator.maintained),
    GapColumn("accumulates", lambda item: item.indicator.accumulates),
    GapColumn("national_text", lambda item: _text(item.indicator.targets.national)),
    GapColumn("provincial_text", lambda item: _text(item.indicator.targets.provincial)),
    GapColumn("planned", lambda item: _rounded(item.pace and item.pace.planned)),
    GapColumn("milestone_due", lambda item: item.next_milestone and item.next_milestone.goal.end),
    GapColumn("milestone", lambda item: item.next_milestone and _goal(item.next_milestone)),
    GapColumn("milestone_gap", lambda item: item.next_milestone and item.next_milestone.left),
    GapColumn("milestones_missed", lambda item: sum(state.missed for state in item.milestones)),
    GapColumn("parent", lambda item: item.indicator.parent),
    GapColumn("parts", lambda item: item.indicator.parts),
    GapColumn("answered", lambda item: item.whole and item.whole.answered),
    GapColumn("must_answer", lambda item: item.whole and len(item.whole.parts)),
    GapColumn("answers_at_least", lambda item: item.whole and not item.whole.complete),
    GapColumn("provisional", lambda item: item.provisional if item.whole else None),
    GapColumn("attaining", lambda item: item.attaining),
)
GAP_KEYS = tuple(entry.key for entry in GAP_COLUMNS if entry.key)
