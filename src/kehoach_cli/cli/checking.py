"""Reading and checking one plan, with every finding brought to its place in a file."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.cli.request import shown_path
from kehoach_cli.diagnostics import COLLECTIONS, Collection, Finding, LocatedFinding
from kehoach_cli.files.folder import PlanFolder
from kehoach_cli.files.lines import Lines
from kehoach_cli.files.loading import LoadedPlan, load_plan
from kehoach_cli.files.locate import Locator, Place
from kehoach_cli.files.settings import settings_of
from kehoach_cli.rules.registry import check_against, check_all
from kehoach_cli.rules.rule import subject_of
from kehoach_cli.rules.silences.findings import idle_findings, of_known_codes
from kehoach_cli.silencing import sift

if TYPE_CHECKING:
    from kehoach_cli.cli.against import Against


class Checked(NamedTuple):
    """What checking one plan gave.

    `silenced` counts the findings that the plan does not want to hear of. `unreadable` when one of its files could
    not be read at all, or too little of it to compare the plan as was asked. `against` is what it was compared with.
    """

    findings: list[LocatedFinding]
    silenced: int
    unreadable: bool
    against: "Against | None" = None


def check_plan(folder: PlanFolder, base: str | None = None) -> Checked:
    """Every finding about a plan, by file and place; with `base`, also those against where the work started.

    Raises:
        UsageProblem: the state to compare with is not to be had.
    """
    return check_loaded(load_plan(folder, shown_path), base)


def check_loaded(loaded: LoadedPlan, base: str | None = None) -> Checked:
    """Every finding about a plan that was read, or put together from texts that are not in its files yet."""
    settings = of_known_codes(settings_of(loaded.documents))
    findings = [*loaded.findings, *settings.findings]
    if loaded.draft is not None:
        draft = loaded.draft
        findings += check_all(subject_of(draft.plan, loaded.ids, draft.occurrences), settings.levels)
    compared = None
    if base is not None:
        from kehoach_cli.cli.against import against

        compared = against(loaded, base)
        if compared.comparison is not None:
            findings += check_against(compared.comparison)
    sifted = sift(located(loaded, findings), settings)
    about_silences = located(loaded, idle_findings(sifted.idle))
    return Checked(
        sorted([*sifted.kept, *about_silences], key=_order),
        sifted.silenced,
        len(loaded.documents) < len(COLLECTIONS) or (base is not None and loaded.plan is None),
        compared,
    )


def located(loaded: LoadedPlan, findings: Iterable[Finding]) -> list[LocatedFinding]:
    """The findings with their places, each once, in the order of files, lines, columns and codes."""
    findings = list(findings)
    if not findings:
        return []
    names: dict[Collection, str] = {name: shown_path(loaded.folder.file(name)) for name in COLLECTIONS}
    locator = Locator(loaded.documents, names)
    places = locator.locate_all([place for finding in findings for place in _places(finding)])
    lines = {name: Lines(text) for name, text in loaded.texts.items()}

    def whole(finding: Finding) -> LocatedFinding:
        location = places[finding.at]
        related = tuple((places[note.at], note.message) for note in finding.related)
        line = lines[location.file].piece(*location.start) if location.file in lines else ("", 1)
        return LocatedFinding(finding, location, related, locator.record(finding.at), *line)

    return _sorted_once(map(whole, findings))


def _places(finding: Finding) -> Iterator[Place]:
    yield finding.at
    for note in finding.related:
        yield note.at


# A value that could not be read has been replaced; what the schema then says of the replacement is no news.
_UNREAD = ("KH104", "KH112", "KH113")


def _sorted_once(items: Iterable[LocatedFinding]) -> list[LocatedFinding]:
    """The findings in order, without repetitions and without the schema's complaints about what could not be read."""
    found = {(item.finding.code, item.finding.message, item.location): item for item in items}
    unread = {item.location[:2] for item in found.values() if item.finding.code in _UNREAD}
    news = (
        item for item in found.values() if not (item.finding.code.startswith("KH2") and item.location[:2] in unread)
    )
    return sorted(news, key=_order)


def _order(item: LocatedFinding) -> tuple[object, ...]:
    return item.location, item.finding.code, item.finding.message
