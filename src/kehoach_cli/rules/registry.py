"""Map every code to its module below `kehoach_cli.rules`, and run the rules."""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import Finding, Problem, Route, Severity
from kehoach_cli.plan.ignores import Level
from kehoach_cli.rules.rule import Rule, Subject

if TYPE_CHECKING:
    from kehoach_cli.rules.against_base.comparison import Comparison

MOST_PER_CODE = 1_000

Levels = Mapping[str, Level]

# Found while files are read, or in the plan's own settings for checks: modules with a page and no `check`.
PAGES: Mapping[str, str] = {
    "KH101": "reading.unreadable",
    "KH102": "reading.too_large",
    "KH103": "reading.not_utf8",
    "KH104": "reading.control_character",
    "KH105": "reading.conflict_marks",
    "KH106": "reading.tab_indent",
    "KH107": "reading.syntax",
    "KH108": "reading.empty_file",
    "KH109": "reading.repeated_key",
    "KH110": "reading.outside_subset",
    "KH111": "reading.too_deep",
    "KH112": "reading.key_not_text",
    "KH113": "reading.unusable_number",
    "KH114": "reading.too_many_values",
    "KH115": "reading.too_many_findings",
    "KH201": "shape.missing_key",
    "KH202": "shape.unknown_key",
    "KH203": "shape.wrong_type",
    "KH204": "shape.wrong_day",
    "KH205": "shape.wrong_due",
    "KH206": "shape.unknown_choice",
    "KH207": "shape.wrong_id",
    "KH208": "shape.wrong_number",
    "KH209": "shape.number_bounds",
    "KH210": "shape.wrong_length",
    "KH211": "shape.misnamed_narrative",
    "KH317": "references.misplaced_answer",
    "KH901": "ignores.no_reason",
    "KH902": "ignores.unused_ignore",
    "KH903": "ignores.wrong_ignore",
}

# Found by rules that look at the loaded plan.
RULES: Mapping[str, str] = {
    "KH212": "shape.missing_for_documents",
    "KH301": "references.duplicate_id",
    "KH302": "references.unknown_agency",
    "KH303": "references.unknown_pillar",
    "KH304": "references.shared_name",
    "KH305": "references.agency_written_twice",
    "KH306": "references.lead_also_support",
    "KH307": "references.listed_twice",
    "KH308": "references.group_loop",
    "KH309": "references.group_contradiction",
    "KH310": "references.ended_without_successors",
    "KH311": "references.ended_agency_named",
    "KH312": "references.succession_loop",
    "KH313": "references.wrong_take",
    "KH314": "references.wrong_parent",
    "KH315": "references.heading_says_more",
    "KH316": "references.empty_heading",
    "KH401": "figures.range_order",
    "KH402": "figures.measure_bounds",
    "KH403": "figures.measured_before_baseline",
    "KH404": "figures.target_below_national",
    "KH405": "figures.target_below_baseline",
    "KH406": "figures.lost_comma",
    "KH407": "figures.measurement_without_source",
    "KH408": "figures.corrects_nothing",
    "KH409": "figures.corrected_day_again",
    "KH410": "figures.same_day_twice",
    "KH411": "figures.out_of_order",
    "KH412": "figures.far_off_year",
    "KH413": "figures.correction_hides_newer",
    "KH414": "figures.estimate_of_no_period",
    "KH415": "figures.contradicting_target",
    "KH416": "figures.misplaced_verdict",
    "KH417": "figures.milestone_due",
    "KH418": "figures.milestone_order",
    "KH419": "figures.answer_of_another",
    "KH420": "figures.answer_for_whole",
    "KH421": "figures.whole_against_parts",
    "KH422": "figures.answer_not_combined",
    "KH423": "figures.unsuitable_parts",
    "KH424": "figures.sent_otherwise",
    "KH425": "figures.sent_report_faulty",
    "KH501": "deadlines.due_outside_year",
    "KH502": "deadlines.due_before_decision",
    "KH503": "deadlines.done_without_evidence",
    "KH504": "deadlines.update_after_done",
    "KH507": "deadlines.percent_contradicts_state",
    "KH508": "changes.change_without_effect",
    "KH509": "changes.contradicting_changes",
    "KH510": "changes.change_outside_life",
    "KH601": "wording.decomposed_accents",
    "KH602": "wording.invisible_character",
    "KH603": "wording.stray_spaces",
    "KH604": "wording.telex_left_over",
}

# Found by comparing the plan with an earlier state.
REVISION_RULES: Mapping[str, str] = {
    "KH701": "against_base.content_changed",
    "KH705": "against_base.record_deleted",
    "KH706": "against_base.record_renumbered",
    "KH707": "against_base.id_reused",
    "KH708": "against_base.history_rewritten",
    "KH709": "against_base.history_backdated",
    "KH710": "against_base.earlier_unreadable",
    "KH711": "against_base.present_unreadable",
    "KH712": "against_base.record_added",
    "KH713": "against_base.sent_report_changed",
}

MODULES: Mapping[str, str] = dict(sorted({**PAGES, **RULES, **REVISION_RULES}.items()))


def rule(code: str) -> Rule:
    """The rule with this code. Raises KeyError for an unknown code."""
    module = import_module(f"kehoach_cli.rules.{MODULES[code]}")
    return Rule(code, getattr(module, "SEVERITY", "error"), module.__doc__ or "", getattr(module, "check", None))


def check_all(subject: Subject, levels: Levels | None = None) -> list[Finding]:
    """The findings of all rules about a plan. Rules with the level "off" do not run."""
    return list(_run(RULES, subject, levels or {}))


def check_against(comparison: "Comparison") -> list[Finding]:
    """The findings of all rules against an earlier state. The plan's own levels do not apply to them."""
    return list(_run(REVISION_RULES, comparison, {}))


def _run(codes: Iterable[str], subject: "Subject | Comparison", levels: Levels) -> Iterator[Finding]:
    for code in codes:
        level = levels.get(code)
        current = rule(code)
        if level != "off" and current.check is not None:
            found = (_finding(current, problem) for problem in current.check(subject))
            yield from at_most(code, level or current.severity, found)


def _finding(rule: Rule, found: Problem) -> Finding:
    message, remedy, at, related, severity = found
    return Finding(rule.code, severity or rule.severity, message, remedy, at, related)


def at_most(code: str, severity: Severity, found: Iterator[Finding]) -> Iterator[Finding]:
    """The first MOST_PER_CODE findings of one code; if there are more, one more finding says so."""
    yield from islice(found, MOST_PER_CODE)
    if next(found, None) is not None:
        most = f"{MOST_PER_CODE:,}".replace(",", ".")
        message = f"Mã {code} gặp ở hơn {most} chỗ, phần còn lại không nêu"
        yield Finding("KH115", severity, message, "Sửa các chỗ đã nêu rồi chạy lại", Route("plan"))
