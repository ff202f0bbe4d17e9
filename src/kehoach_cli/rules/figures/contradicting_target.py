"""Mức phấn đấu trái với chỉ tiêu của nó

Lời của mức phải hợp với chiều tốt lên và loại số đo: «≥ 80» là của chỉ tiêu càng cao càng tốt; «top 15» là của thứ
hạng; «giảm 20%» là của tốc độ tăng, giảm (không nói so với gì thì không tính được); mức bằng lời thì có cơ quan đánh
giá đạt hay chưa đạt, không có số; «20 nghìn tỷ» thì đơn vị tính phải là nghìn tỷ đồng.

Sai:
    unit: "%"
    direction: increase
    targets: {provincial: "≤ 80"}

Đúng:
    unit: "%"
    direction: increase
    targets: {provincial: "≥ 80"}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem
from kehoach_cli.plan.measures import measure_by, measure_of
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.targets import ranked
from kehoach_cli.plan.values import Bound, Target
from kehoach_cli.rules.figures.indicator_figures import levels_of
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import terms, wording

_AGAINST: dict[str, Bound] = {"increase": "at_most", "decrease": "at_least"}
_SUMMED = ("count", "amount")
_FIGURES = ("share", "growth", "count", "score")
_MULTIPLES = ("nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "lần")


def check(subject: Subject) -> Iterator[Problem]:
    for indicator in subject.plan.indicators:
        for state in subject.states.of(indicator):
            if not state.sets("targets", "milestones", "direction", "unit", "measure", "accumulates"):
                continue
            for target, path in levels_of(state):
                if fault := _fault(target, state.record, milestone="milestones" in path):
                    yield Problem(*fault, subject.at(indicator, *path))


def _fault(target: Target, indicator: Indicator, *, milestone: bool) -> tuple[str, str] | None:
    """A message and its remedy."""
    measure, unit = measure_of(indicator), indicator.unit[:40]
    named = (target.remark or "").lower().split(maxsplit=1)[:1]
    multiple = next((word for word in named if word in _MULTIPLES and word not in unit.lower()), "")
    faults = (
        _faults_of_words(target, indicator, milestone=milestone)
        if target.bound == "words"
        else (
            (measure == "verdict", "là số, mà chỉ tiêu được đánh giá bằng lời", "Ghi mức bằng lời, hoặc sửa measure"),
            (
                target.relative and measure != "growth",
                "không nói so với gì",
                "Tốc độ tăng, giảm thì ghi measure: growth; mức phải đạt thì ghi giá trị của nó",
            ),
            (
                bool(multiple),
                f"tính bằng {multiple}, mà đơn vị tính là {unit}",
                "Viết số theo đơn vị tính của chỉ tiêu",
            ),
            (
                ranked(target) and measure != "rank",
                f"là thứ hạng, mà đơn vị tính là {unit}",
                "Thứ hạng thì ghi measure: rank",
            ),
            (
                target.bound == _AGAINST[indicator.direction],
                f"trái với chiều {terms.DIRECTION[indicator.direction]}",
                "Sửa lại mức hoặc direction",
            ),
            (
                measure == "rank" and indicator.direction == "increase",
                "là thứ hạng, càng thấp càng tốt",
                "Sửa thành direction: decrease; không phải thứ hạng thì sửa measure",
            ),
        )
    )
    added_up = "không cộng dồn được", "Bỏ accumulates, hoặc ghi measure: count hay amount"
    faults = (*faults, (indicator.accumulates and measure not in _SUMMED, *added_up))
    said = f"«{(target.text or wording.target(target, indicator.unit))[:80]}»"
    return next(((f"Mức {said} {message}", remedy) for wrong, message, remedy in faults if wrong), None)


def _faults_of_words(target: Target, indicator: Indicator, *, milestone: bool) -> tuple[tuple[bool, str, str], ...]:
    """Words with a figure, or in place of one, may be a figure that was not understood."""
    measure, by_unit = indicator.measure, measure_by(indicator.unit)
    doubtful = by_unit in _FIGURES or any(letter.isdigit() for letter in target.text or "")
    return (
        (measure not in (None, "verdict"), f"không có số, mà measure là {measure}", "Ghi mức bằng số, hoặc bỏ measure"),
        (
            measure is None and doubtful,
            "được hiểu là mức bằng lời",
            "Viết lại mức bằng số; đúng là bằng lời thì ghi measure: verdict",
        ),
        (
            milestone and measure_of(indicator) != "verdict",
            "là mốc bằng lời, mà mức cuối là số",
            "Viết mức của mốc bằng số, hoặc bỏ mốc và ghi lời ấy ở note",
        ),
    )
