"""Add entries to a plan from the terminal: what `record`, `update`, `extend` and `correct` share."""

from collections.abc import Sequence

from kehoach_cli.cli import dialogue
from kehoach_cli.cli.clock import today
from kehoach_cli.cli.options import Entry
from kehoach_cli.cli.parsing import as_of_day
from kehoach_cli.cli.plans.request import locate_plan
from kehoach_cli.entering.make import Make
from kehoach_cli.entering.saving import EntryOptions, enter
from kehoach_cli.entering.typed import Typed


def add(given: Sequence[Typed], make: Make, entry: Entry) -> None:
    """Add what `make` makes of everything given. Raises what `enter` raises."""
    folder, day = locate_plan(entry.plan), as_of_day(entry.as_of)
    options = EntryOptions(entry.yes, entry.dry_run, entry.commit)
    enter(folder, given, make, options=options, as_of=day, today=today(), dialogue=dialogue)
