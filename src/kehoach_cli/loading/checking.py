"""Reading and checking one plan, with every finding brought to its place in a file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.diagnostics import COLLECTIONS, LocatedFinding
from kehoach_cli.loading.history.base import Base
from kehoach_cli.loading.locating import in_order, located
from kehoach_cli.loading.narrative_files import LoadedNarrative, load_narratives
from kehoach_cli.loading.plan_files import LoadedPlan, load_plan
from kehoach_cli.loading.settings import settings_of
from kehoach_cli.plan.ignores import sift
from kehoach_cli.rules.ignores.findings import idle_findings, of_known_codes
from kehoach_cli.rules.registry import check_against, check_all
from kehoach_cli.rules.rule import subject_of
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.naming import shown_files, shown_path

if TYPE_CHECKING:
    from kehoach_cli.loading.history.against import Against


class Checked(NamedTuple):
    """What checking one plan gave; `files` are those looked at.

    `silenced` counts the findings that the plan does not want to hear of. `unreadable` when one of its files could
    not be read at all, or too little of it to compare the plan as was asked. `against` is what it was compared with.
    """

    findings: list[LocatedFinding]
    files: tuple[str, ...]
    silenced: int
    unreadable: bool
    against: "Against | None" = None


def check_plan(folder: PlanFolder, base: Base | None = None) -> Checked:
    """Every finding about a plan, by file and place; with `base`, also those against that earlier state.

    Raises:
        UsageProblem: the state to compare with is not to be had.
    """
    return check_loaded(load_plan(folder, shown_path), base, load_narratives(folder, shown_path))


def check_loaded(loaded: LoadedPlan, base: Base | None = None, narratives: Sequence[LoadedNarrative] = ()) -> Checked:
    """Every finding about a plan that was read, or put together from texts that are not in its files yet."""
    loaded = loaded._replace(texts={**loaded.texts, **{each.name: each.text for each in narratives}})
    settings = of_known_codes(settings_of(loaded.documents, [each.document for each in narratives if each.document]))
    findings = [*loaded.findings, *(finding for each in narratives for finding in each.findings), *settings.findings]
    if loaded.draft is not None:
        draft = loaded.draft
        findings += check_all(subject_of(draft.plan, loaded.ids, draft.occurrences), settings.levels)
    compared = None
    if base is not None:
        from kehoach_cli.loading.history.against import against

        compared = against(loaded, base)
        if compared.comparison is not None:
            findings += check_against(compared.comparison)
    sifted = sift(located(loaded, findings), settings)
    about_silences = located(loaded, idle_findings(sifted.idle))
    return Checked(
        sorted([*sifted.kept, *about_silences], key=in_order),
        (*shown_files(loaded.folder), *(each.name for each in narratives)),
        sifted.silenced,
        len(loaded.documents) < len(COLLECTIONS)
        or any(each.document is None for each in narratives)
        or (base is not None and loaded.plan is None),
        compared,
    )
