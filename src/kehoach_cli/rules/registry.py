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
from kehoach_cli.rules.rule import Rule, Subject


def _rule(module: ModuleType) -> Rule:
    return Rule(module.CODE, module.SEVERITY, inspect.cleandoc(module.__doc__ or ""), module.check)


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


def check_all(subject: Subject) -> list[Finding]:
    """Every finding of every rule."""
    return [finding for rule in RULES for finding in rule.check(subject)]
