"""Check one plan: reading faults, schema, rules, ignores; every finding with its place in a file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.diagnostics import LocatedFinding
from kehoach_cli.loading.history.base_revision import BaseRevision
from kehoach_cli.loading.locating import locate_findings, sort_key
from kehoach_cli.loading.narrative_files import LoadedNarrative, load_narratives
from kehoach_cli.loading.plan_files import LoadedPlan, load_plan
from kehoach_cli.loading.settings import read_check_settings
from kehoach_cli.plan.ignores import apply_ignores
from kehoach_cli.rules.ignores.ignore_findings import drop_unknown_codes, unused_ignore_findings
from kehoach_cli.rules.registry import check_against, check_all
from kehoach_cli.rules.rule import subject_of
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.naming import shown_path

if TYPE_CHECKING:
    from kehoach_cli.loading.history.base_comparison import BaseComparison


class CheckResult(NamedTuple):
    """The result of checking one plan. `files` are the checked files; `ignored` counts the findings it ignores.

    `unreadable`: a file could not be read, or the plan could not be read well enough to compare it with `base`.
    """

    findings: list[LocatedFinding]
    files: tuple[str, ...]
    ignored: int
    unreadable: bool
    base_comparison: "BaseComparison | None" = None


def check_plan(folder: PlanFolder, base: BaseRevision | None = None) -> CheckResult:
    """Check the files of a plan. With `base`, also check what changed since that revision.

    Raises:
        UsageProblem: the plan at `base` cannot be read.
    """
    loaded = load_plan(folder, shown_path)
    return check_loaded(loaded, base, load_narratives(folder, shown_path, loaded.plan))


def check_loaded(
    loaded: LoadedPlan, base: BaseRevision | None = None, narratives: Sequence[LoadedNarrative] = ()
) -> CheckResult:
    """Check a plan that was read from files, or assembled from unwritten texts. Raises as `check_plan`."""
    loaded = loaded._replace(texts={**loaded.texts, **{each.name: each.text for each in narratives}})
    settings = drop_unknown_codes(
        read_check_settings(loaded.all_documents, [each.document for each in narratives if each.document])
    )
    findings = [*loaded.findings, *(finding for each in narratives for finding in each.findings), *settings.findings]
    if loaded.draft is not None:
        draft = loaded.draft
        # what was sent is held against a plan without faults alone
        plan = draft.plan._replace(closed=()) if loaded.findings else draft.plan
        findings += check_all(subject_of(plan, loaded.ids, draft.occurrences), settings.levels)
    compared = None
    if base is not None:
        from kehoach_cli.loading.history.base_comparison import compare_with_base

        compared = compare_with_base(loaded, base)
        if compared.comparison is not None:
            findings += check_against(compared.comparison)
    result = apply_ignores(locate_findings(loaded, findings), settings)
    about_ignores = locate_findings(loaded, unused_ignore_findings(result.unused))
    return CheckResult(
        sorted([*result.reported, *about_ignores], key=sort_key),
        (*loaded.files, *(each.name for each in narratives)),
        result.ignored,
        not loaded.complete
        or any(each.document is None for each in narratives)
        or (base is not None and loaded.plan is None),
        compared,
    )
