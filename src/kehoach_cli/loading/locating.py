"""Give findings their file, line and column, and sort them."""

from collections.abc import Iterable, Iterator

from kehoach_cli.diagnostics import COLLECTIONS, Finding, LocatedFinding, Route
from kehoach_cli.loading.plan_files import LoadedPlan
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.yaml.lines import Lines
from kehoach_cli.yaml.locate import Locator, Place


def locate_findings(loaded: LoadedPlan, findings: Iterable[Finding]) -> list[LocatedFinding]:
    """The findings with their locations, without duplicates, sorted by file, line, column and code."""
    findings = list(findings)
    if not findings:
        return []
    wanted = [place for finding in findings for place in _places(finding)]
    files = {*COLLECTIONS, *(place.collection for place in wanted if isinstance(place, Route))}
    names = {name: shown_path(loaded.folder.data / f"{name}.yaml") for name in files}
    locator = Locator(loaded.all_documents, names, loaded.answer_routes)
    places = locator.locate_all(wanted)
    lines = {name: Lines(text) for name, text in loaded.texts.items()}

    def locate(finding: Finding) -> LocatedFinding:
        location = places[finding.at]
        related = tuple((places[note.at], note.message) for note in finding.related)
        line = lines[location.file].excerpt(*location.start) if location.file in lines else ("", 1)
        return LocatedFinding(finding, location, related, locator.record_id(finding.at), *line)

    return _sorted_once(map(locate, findings))


def _places(finding: Finding) -> Iterator[Place]:
    yield finding.at
    for note in finding.related:
        yield note.at


# For these the reader put in a replacement value; the schema's findings about the replacement are dropped.
_UNREAD = ("KH104", "KH112", "KH113")


def _sorted_once(items: Iterable[LocatedFinding]) -> list[LocatedFinding]:
    """The findings sorted, without duplicates and without schema findings about unreadable values."""
    found = {(item.finding.code, item.finding.message, item.location): item for item in items}
    unread = {item.location[:2] for item in found.values() if item.finding.code in _UNREAD}
    kept = (
        item for item in found.values() if not (item.finding.code.startswith("KH2") and item.location[:2] in unread)
    )
    return sorted(kept, key=sort_key)


def sort_key(item: LocatedFinding) -> tuple[object, ...]:
    """Sorts findings by file, line, column and code."""
    return item.location, item.finding.code, item.finding.message
