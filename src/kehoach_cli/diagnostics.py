"""What a check finds: the fault, the field it is in and, once the file has been asked, the place; how it stops work.

A check names *which field* of *which record* is wrong (`FieldRef`); only `kehoach_cli.loading` knows where that
field stands in a file and turns it into a `Location`.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]
Collection = Literal["plan", "agencies", "indicators", "tasks", "narrative"]

COLLECTIONS: tuple[Collection, ...] = ("plan", "agencies", "indicators", "tasks")  # what every plan has
Step = str | int


class FieldRef(NamedTuple):
    """A field, by its record's id and the keys that lead to it within the record.

    `FieldRef("indicators", "CQS-14", ("targets", "provincial"))`. `record` is None for the plan itself.
    `occurrence` tells records apart that wrongly share an id: 0 is the first in the file. `part` is the stretch of a
    text value that is meant, from its first character up to, not including, its last; None means the whole value.
    """

    collection: Collection
    record: str | None
    path: tuple[Step, ...] = ()
    occurrence: int = 0
    part: tuple[int, int] | None = None


class Route(NamedTuple):
    """A field by the keys and positions that lead to it from the top of its file.

    `on_key` means the key itself rather than its value: for a key that should not be there.
    """

    collection: Collection
    path: tuple[Step, ...] = ()
    on_key: bool = False


class Position(NamedTuple):
    """A place in a text; line and column count from 1, the column in characters."""

    line: int
    column: int


class Location(NamedTuple):
    """A stretch of a file: from `start` up to, not including, `end`. `file` is as the user would name it."""

    file: str
    start: Position
    end: Position


class Related(NamedTuple):
    """Another place that a finding speaks of, and what is to be seen there."""

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


class LocatedFinding(NamedTuple):
    """A finding with the places it speaks of.

    `record` is the id of the record that it is about, None where it is about none. `line` is the text of its first
    line, "" where the file shows none; of a very long line it is a piece, which begins at the column `line_start`.
    """

    finding: Finding
    location: Location
    related: tuple[tuple[Location, str], ...] = ()
    record: str | None = None
    line: str = ""
    line_start: int = 1


class UsageProblem(Exception):
    """What was asked for cannot be done as it was asked: one Vietnamese message with the way out."""


class UnusablePlan(Exception):
    """A plan's files have faults that keep a command from going on.

    `findings` are these faults, `files` the files looked at, `closing` a Vietnamese sentence to end with, or "".
    """

    def __init__(self, findings: Sequence[LocatedFinding], files: tuple[str, ...], closing: str = "") -> None:
        super().__init__(", ".join(files))
        self.findings = findings
        self.files = files
        self.closing = closing
