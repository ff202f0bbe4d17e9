"""Which findings a plan does not want to hear of, and how grave the others are.

A plan says so in two ways: `checks:` in plan.yaml, for the whole plan or for some of its records and files, and a
comment `# kehoach: ignore KH204 reason` beside the one place it is about. Both are silences; one that silences
nothing is itself a finding, so that none outlives what it was written for.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from kehoach_cli.diagnostics import Finding, LocatedFinding, Location, Route

Level = Literal["off", "info", "warning", "error"]
LEVELS: tuple[Level, ...] = ("off", "info", "warning", "error")

# Faults of reading leave data out of the plan; a change that could silence what it may not do would do it
# quietly; and faults of silences would hide themselves.
_NEVER_SILENCED = ("KH1", "KH7", "KH9")


class Remark(NamedTuple):
    """A comment that silences a code on one line; `at` is where the comment names the code."""

    code: str
    at: Location
    line: int


class Exemption(NamedTuple):
    """An entry below `checks:` that silences a code for records and files; `at` is the entry's place.

    A pattern of None lets every record or every file pass; files are matched by their name without folders.
    """

    code: str
    at: Route
    records: re.Pattern[str] | None
    files: re.Pattern[str] | None

    def covers(self, item: LocatedFinding) -> bool:
        record_passes = self.records is None or (item.record is not None and self.records.match(item.record))
        name = re.split(r"[/\\]", item.location.file)[-1]
        return bool(record_passes) and (self.files is None or bool(self.files.match(name)))


class Settings(NamedTuple):
    """How a plan wants to be checked: severities by code, silences, and what is wrong with either."""

    levels: Mapping[str, Level] = {}
    exemptions: tuple[Exemption, ...] = ()
    remarks: tuple[Remark, ...] = ()
    findings: tuple[Finding, ...] = ()


class Sifted(NamedTuple):
    """The findings to report, in the order they came, how many were silenced, and the silences that met none."""

    kept: list[LocatedFinding]
    silenced: int
    idle: list[Remark | Exemption]


def silenceable(code: str) -> bool:
    return not code.startswith(_NEVER_SILENCED)


def sift(items: Iterable[LocatedFinding], settings: Settings) -> Sifted:
    """Take out what the settings silence and give the rest the severities they ask for."""
    kept: list[LocatedFinding] = []
    met: set[int] = set()
    silenced = 0
    silences = _Silences(settings)
    for item in items:
        covering = silences.covering(item)
        met.update(map(id, covering))
        level = settings.levels.get(item.finding.code)
        if not silenceable(item.finding.code):
            kept.append(item)
        elif covering or level == "off":
            silenced += 1
        elif level is None:
            kept.append(item)
        else:
            kept.append(item._replace(finding=item.finding._replace(severity=level)))
    everything: list[Remark | Exemption] = [*settings.exemptions, *settings.remarks]
    return Sifted(kept, silenced, [silence for silence in everything if id(silence) not in met])


class _Silences:
    """The silences by what they speak of: a plan may hold as many of them as findings."""

    def __init__(self, settings: Settings) -> None:
        self._remarks: dict[tuple[str, int, str], Remark] = {}
        self._exemptions: dict[str, list[Exemption]] = {}
        for remark in settings.remarks:
            self._remarks.setdefault((remark.at.file, remark.line, remark.code), remark)
        for exemption in settings.exemptions:
            self._exemptions.setdefault(exemption.code, []).append(exemption)

    def covering(self, item: LocatedFinding) -> list[Remark | Exemption]:
        code = item.finding.code
        remark = self._remarks.get((item.location.file, item.location.start.line, code))
        found: list[Remark | Exemption] = [entry for entry in self._exemptions.get(code, ()) if entry.covers(item)]
        return found if remark is None else [remark, *found]
