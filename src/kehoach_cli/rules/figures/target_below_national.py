"""Mức của tỉnh kém mức cấp trên giao

Mức tỉnh giao phải bằng hoặc cao hơn mức cấp trên giao (với chỉ tiêu càng thấp càng tốt thì bằng hoặc thấp hơn); kém
hơn thường là do đổi chỗ hai cột khi nhập. Khoảng phấn đấu so theo đầu phải đạt. Quyết định có ghi như vậy thật thì
giữ nguyên: đây chỉ là cảnh báo.

Sai:
    targets: {national: 50, provincial: 40}

Đúng:
    targets: {national: 40, provincial: 50}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Related, Severity
from kehoach_cli.plan.goals import commitment, gap
from kehoach_cli.rules.figures.indicator_figures import short_quantity
from kehoach_cli.rules.rule import Subject

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    names = subject.plan.target_names
    for indicator in subject.plan.indicators:
        for state in subject.states.of(indicator):
            direction, (national, provincial) = state.record.direction, state.record.targets
            if (
                national is None
                or provincial is None
                or "words" in (national.bound, provincial.bound)
                or not state.sets("direction", "targets")
            ):
                continue
            theirs, ours = commitment(direction, national), commitment(direction, provincial)
            if gap(direction, theirs, ours) > 0:
                how = "thấp hơn" if direction == "increase" else "cao hơn"
                other = subject.at(indicator, *state.path("targets.national"))
                yield Problem(
                    f"Mức {names.provincial[:80]} {short_quantity(ours, state.record)} {how} mức {names.national[:80]} "
                    f"{short_quantity(theirs, state.record)}",
                    "So lại với văn bản xem có đổi chỗ hai cột không; nếu văn bản ghi đúng như vậy thì giữ nguyên",
                    subject.at(indicator, *state.path("targets.provincial")),
                    related=(Related(other, f"mức {names.national[:80]}"),),
                )
