"""Findings, the fields and file locations they refer to, and the exceptions that end a command.

A check names *which field* of *which record* is wrong (`FieldRef`). `yaml/locate.py` turns that into a `Location` in a
file.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]
Collection = Literal["plan", "agencies", "indicators", "tasks", "narrative", "answers"]

COLLECTIONS: tuple[Collection, ...] = ("plan", "agencies", "indicators", "tasks")  # the files of every plan
Step = str | int


class FieldRef(NamedTuple):
    """A field, by its record's id and the keys within the record.

    `FieldRef("indicators", "CQS-14", ("targets", "provincial"))`. `record` is None for the plan itself.
    `occurrence` numbers records that wrongly share an id, from 0 in the order of the file. `part` is a slice
    (start, end) of a text value; None means the whole value.
    """

    collection: Collection
    record: str | None
    path: tuple[Step, ...] = ()
    occurrence: int = 0
    part: tuple[int, int] | None = None


class Route(NamedTuple):
    """A field, by the keys and list indexes from the top of its file.

    `collection` of a file of answers is "answers/STTTT". `on_key`: the key itself is meant, not its value; for a key
    that should not be there.
    """

    collection: str
    path: tuple[Step, ...] = ()
    on_key: bool = False


class Position(NamedTuple):
    """A position in a text: line and column from 1, the column in characters."""

    line: int
    column: int


class Location(NamedTuple):
    """A range in a file, from `start` up to, not including, `end`. `file` is the name to show."""

    file: str
    start: Position
    end: Position


class Related(NamedTuple):
    """Another place that a finding refers to, and a note about it."""

    at: "FieldRef | Route | Location"
    message: str


class Finding(NamedTuple):
    """One fault. `message` says what is wrong and `remedy` what to do, each one Vietnamese sentence."""

    code: str
    severity: Severity
    message: str
    remedy: str
    at: FieldRef | Route | Location
    related: tuple[Related, ...] = ()


class Problem(NamedTuple):
    """What a rule found, without its code. `severity` None: that of the rule."""

    message: str
    remedy: str
    at: FieldRef | Route | Location
    related: tuple[Related, ...] = ()
    severity: Severity | None = None


class LocatedFinding(NamedTuple):
    """A finding with its locations.

    `record` is the id of its record, if any. `line` is the text of its first line, "" if there is none; for a very long
    line, an excerpt that begins at the column `line_start`.
    """

    finding: Finding
    location: Location
    related: tuple[tuple[Location, str], ...] = ()
    record: str | None = None
    line: str = ""
    line_start: int = 1


class UsageProblem(Exception):
    """The request cannot be carried out. The message is Vietnamese and says what to do."""


class UnusablePlan(Exception):
    """A command cannot go on because of faults in the plan's files.

    `findings` are the faults, `files` the checked files, `closing` a Vietnamese sentence to end with, or "".
    """

    def __init__(self, findings: Sequence[LocatedFinding], files: tuple[str, ...], closing: str = "") -> None:
        super().__init__(", ".join(files))
        self.findings = findings
        self.files = files
        self.closing = closing
