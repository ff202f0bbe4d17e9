"""Mức phấn đấu kém hiện trạng

Mức phấn đấu kém hiện trạng thì không đòi hỏi gì thêm: thường là nhập nhầm một trong hai số. Mức phải duy trì thì có thể
kém hiện trạng. Mức cấp trên giao chung
cả nước có thể thấp hơn hiện trạng của tỉnh, khi đó tỉnh phấn đấu theo mức của mình; vì vậy mức cấp trên chỉ là lưu
ý khi tỉnh đã có mức riêng không kém hiện trạng.

Sai:
    baseline: {value: 85, as_of: 2023-05-31}
    targets: {national: 50, provincial: 60}

Đúng:
    baseline: {value: 58, as_of: 2023-05-31}
    targets: {national: 50, provincial: 60}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Related, Severity
from kehoach_cli.plan.goals import gap, stretch
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.values import Reading, Target
from kehoach_cli.rules.figures.indicator_figures import in_unit, short_quantity
from kehoach_cli.rules.record_states import RecordState
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for indicator in subject.plan.indicators:
        for state in subject.states.of(indicator):
            start = state.record.baseline.reading
            if start is None or not state.sets("direction", "targets", "baseline.value", "maintain"):
                continue
            national, provincial = state.record.targets
            if _surpassed(provincial, start, state.record):
                yield _finding(subject, indicator, state, start, "provincial", SEVERITY)
            elif _surpassed(national, start, state.record):
                yield _finding(subject, indicator, state, start, "national", "info" if provincial else SEVERITY)


def _surpassed(target: Target | None, start: Reading, indicator: Indicator) -> bool:
    """Whether the baseline is beyond the far end of the target."""
    return (
        target is not None
        and not indicator.maintained
        and in_unit(target, indicator)
        and gap(indicator.direction, stretch(indicator.direction, target), start.value) < 0
    )


def _finding(
    subject: Subject,
    indicator: Indicator,
    state: RecordState[Indicator],
    start: Reading,
    level: str,
    severity: Severity,
) -> Problem:
    judged, name = state.record, getattr(subject.plan.target_names, level)
    end = stretch(judged.direction, getattr(judged.targets, level))
    how = "thấp hơn" if judged.direction == "increase" else "cao hơn"
    remedy = (
        "Không phải sửa nếu văn bản ghi đúng như vậy; chỉ tiêu này được tính theo mức của tỉnh"
        if severity == "info"
        else "So lại hai số với văn bản; nếu văn bản ghi đúng như vậy thì giữ nguyên"
    )
    return Problem(
        f"Mức {name[:80]} {short_quantity(end, judged)} {how} hiện trạng "
        f"{short_quantity(start.value, judged)} ngày {wording.day(start.date)}",
        remedy,
        subject.at(indicator, *state.path(f"targets.{level}")),
        related=(Related(subject.at(indicator, *state.path("baseline.value")), "hiện trạng"),),
        severity=severity,
    )
