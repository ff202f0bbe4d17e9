"""Reading and checking one plan, with every finding brought to its place in a file."""

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.cli.request import shown_path
from kehoach_cli.diagnostics import COLLECTIONS, Collection, Finding, Location, Related
from kehoach_cli.files.folder import PlanFolder
from kehoach_cli.files.loading import LoadedPlan, load_plan
from kehoach_cli.files.locate import Locator
from kehoach_cli.rules.registry import check_against, check_all
from kehoach_cli.rules.rule import subject_of

if TYPE_CHECKING:
    from kehoach_cli.cli.against import Against


class LocatedFinding(NamedTuple):
    """A finding with the places it speaks of; `line` is the text of its first line, "" where there is none."""

    finding: Finding
    location: Location
    related: tuple[tuple[Location, str], ...]
    line: str


class Checked(NamedTuple):
    """What checking one plan gave. `unreadable` when one of its files could not be read at all.

    `against` is what it was compared with, where that was asked for.
    """

    findings: list[LocatedFinding]
    unreadable: bool
    against: "Against | None" = None


def check_plan(folder: PlanFolder, base: str | None = None) -> Checked:
    """Every finding about a plan, by file and place; with `base`, also those against where the work started.

    Raises:
        UsageProblem: the state to compare with is not to be had.
    """
    loaded = load_plan(folder, shown_path)
    findings = list(loaded.findings)
    if loaded.plan is not None:
        findings += check_all(subject_of(loaded.plan, loaded.ids))
    compared = None
    if base is not None:
        from kehoach_cli.cli.against import against

        compared = against(loaded, base)
        if compared.comparison is not None:
            findings += check_against(compared.comparison)
    return Checked(located(loaded, findings), len(loaded.documents) < len(COLLECTIONS), compared)


def located(loaded: LoadedPlan, findings: list[Finding]) -> list[LocatedFinding]:
    """The findings with their places, in the order of files, lines, columns and codes."""
    if not findings:
        return []
    names: dict[Collection, str] = {name: shown_path(loaded.folder.file(name)) for name in COLLECTIONS}
    locator = Locator(loaded.documents, names)
    lines = {document.source.name: document.source.text.splitlines() for document in loaded.documents.values()}

    def place(finding: Finding) -> LocatedFinding:
        location = locator.locate(finding.at)
        text = lines.get(location.file, [])
        line = text[location.start.line - 1] if location.start.line <= len(text) else ""
        return LocatedFinding(finding, location, tuple(_related(locator, note) for note in finding.related), line)

    return sorted((place(finding) for finding in findings), key=_order)


def _related(locator: Locator, note: Related) -> tuple[Location, str]:
    return locator.locate(note.at), note.message


def _order(item: LocatedFinding) -> tuple[object, ...]:
    return (item.location.file, item.location.start, item.finding.code, item.finding.message)
