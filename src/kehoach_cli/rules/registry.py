"""All rules, one line each, by code."""

import inspect
from types import ModuleType

from kehoach_cli.diagnostics import Finding
from kehoach_cli.rules import (
    due_before_decision,
    due_outside_year,
    duplicate_id,
    measured_before_baseline,
    percentage_bounds,
    range_order,
    unknown_agency,
    unknown_pillar,
)
from kehoach_cli.rules.against_base import (
    baseline_changed,
    due_changed,
    earlier_unreadable,
    history_backdated,
    history_rewritten,
    id_reused,
    lead_changed,
    record_deleted,
    record_renumbered,
    target_changed,
)
from kehoach_cli.rules.against_base.comparison import Comparison, RevisionRule
from kehoach_cli.rules.rule import Rule, Subject


def _rule(module: ModuleType) -> Rule:
    return Rule(module.CODE, module.SEVERITY, _page(module), module.check)


def _page(module: ModuleType) -> str:
    return inspect.cleandoc(module.__doc__ or "")


RULES: tuple[Rule, ...] = (
    _rule(duplicate_id),
    _rule(unknown_agency),
    _rule(unknown_pillar),
    _rule(range_order),
    _rule(percentage_bounds),
    _rule(measured_before_baseline),
    _rule(due_outside_year),
    _rule(due_before_decision),
)


REVISION_RULES: tuple[RevisionRule, ...] = tuple(
    RevisionRule(module.CODE, module.SEVERITY, _page(module), module.check)
    for module in (
        baseline_changed,
        target_changed,
        lead_changed,
        due_changed,
        record_deleted,
        record_renumbered,
        id_reused,
        history_rewritten,
        history_backdated,
        earlier_unreadable,
    )
)


def check_all(subject: Subject) -> list[Finding]:
    """Every finding of every rule."""
    return [finding for rule in RULES for finding in rule.check(subject)]


def check_against(comparison: Comparison) -> list[Finding]:
    """Every finding of every rule against an earlier revision."""
    return [finding for rule in REVISION_RULES for finding in rule.check(comparison)]
