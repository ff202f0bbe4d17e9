"""Apply a plan's ignores and severity overrides to findings.

They come from `checks:` in plan.yaml, for the whole plan or some of its records and files, and from comments
`# kehoach: ignore KH204 reason` beside one line. An ignore that matches no finding is itself a finding, so that none
stays after its reason is gone.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from kehoach_cli.diagnostics import Finding, LocatedFinding, Location, Route

Level = Literal["off", "info", "warning", "error"]
LEVELS: tuple[Level, ...] = ("off", "info", "warning", "error")

# KH1: a reading fault leaves data out of the plan. KH7: a change must not permit itself what it may not do.
# KH9: a faulty ignore must not hide itself.
_NEVER_IGNORED = ("KH1", "KH7", "KH9")


class IgnoreComment(NamedTuple):
    """A comment that ignores a code on one line. `at` is where the comment names the code."""

    code: str
    at: Location
    line: int


class IgnoreEntry(NamedTuple):
    """An entry below `checks:` that ignores a code in some records and files. `at` is the entry's place.

    A pattern of None matches every record or file. Files are matched by name, without folders.
    """

    code: str
    at: Route
    records: re.Pattern[str] | None
    files: re.Pattern[str] | None

    def covers(self, item: LocatedFinding) -> bool:
        record_matches = self.records is None or (item.record is not None and self.records.match(item.record))
        name = re.split(r"[/\\]", item.location.file)[-1]
        return bool(record_matches) and (self.files is None or bool(self.files.match(name)))


class CheckSettings(NamedTuple):
    """A plan's own check settings: severities by code, ignores, and the findings about them."""

    levels: Mapping[str, Level] = {}
    entries: tuple[IgnoreEntry, ...] = ()
    comments: tuple[IgnoreComment, ...] = ()
    findings: tuple[Finding, ...] = ()


class IgnoreResult(NamedTuple):
    """The findings to report, in their order; the number of ignored ones; the ignores that matched none."""

    reported: list[LocatedFinding]
    ignored: int
    unused: list[IgnoreComment | IgnoreEntry]


def can_be_ignored(code: str) -> bool:
    return not code.startswith(_NEVER_IGNORED)


def apply_ignores(items: Iterable[LocatedFinding], settings: CheckSettings) -> IgnoreResult:
    """Remove the findings that the settings ignore, and give the others the severities that they set."""
    reported: list[LocatedFinding] = []
    used: set[int] = set()
    ignored = 0
    index = _IgnoreIndex(settings)
    for item in items:
        covering = index.covering(item)
        used.update(map(id, covering))
        level = settings.levels.get(item.finding.code)
        if not can_be_ignored(item.finding.code):
            reported.append(item)
        elif covering or level == "off":
            ignored += 1
        elif level is None:
            reported.append(item)
        else:
            reported.append(item._replace(finding=item.finding._replace(severity=level)))
    ignores: list[IgnoreComment | IgnoreEntry] = [*settings.entries, *settings.comments]
    return IgnoreResult(reported, ignored, [ignore for ignore in ignores if id(ignore) not in used])


class _IgnoreIndex:
    """Finds ignores by place and code: a plan may have as many ignores as findings."""

    def __init__(self, settings: CheckSettings) -> None:
        self._comments: dict[tuple[str, int, str], IgnoreComment] = {}
        self._entries: dict[str, list[IgnoreEntry]] = {}
        for comment in settings.comments:
            self._comments.setdefault((comment.at.file, comment.line, comment.code), comment)
        for entry in settings.entries:
            self._entries.setdefault(entry.code, []).append(entry)

    def covering(self, item: LocatedFinding) -> list[IgnoreComment | IgnoreEntry]:
        code = item.finding.code
        comment = self._comments.get((item.location.file, item.location.start.line, code))
        entries = [entry for entry in self._entries.get(code, ()) if entry.covers(item)]
        return [*entries] if comment is None else [comment, *entries]
