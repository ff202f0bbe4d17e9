"""Add entries to a plan: shared by every command that does."""

from collections.abc import Sequence
from functools import partial

from kehoach_cli.cli import dialogue
from kehoach_cli.cli.options import AddOptions
from kehoach_cli.cli.parsing import as_of_day
from kehoach_cli.cli.plans.request import locate_plan
from kehoach_cli.entering.make_entries import EntryMaker, make_additions
from kehoach_cli.entering.prepare import Compose, prepare
from kehoach_cli.entering.raw_entry import RawEntry
from kehoach_cli.entering.saving import EntryOptions, enter


def add(given: Sequence[RawEntry], make: EntryMaker, options: AddOptions) -> None:
    """Add the entries that `make` builds from `given`, and say of which there is nothing yet. Raises as `enter`."""
    for told in (line for raw in given for line in raw.told):
        dialogue.tell(told)
    unanswered = [raw.cells.get("id") or raw.label for raw in given if raw.unanswered]
    if unanswered:
        dialogue.tell(f"Chưa có: {', '.join(unanswered)}.")
    if len(unanswered) < len(given):
        add_all(partial(make_additions, given=given, make=make), options)


def add_all(compose: Compose, options: AddOptions) -> None:
    """Add the entries that `compose` makes of the plan. Raises what `enter` raises."""
    day = as_of_day(options.as_of)
    folder = locate_plan(options.plan, day)
    how = EntryOptions(options.yes, options.dry_run, options.commit)
    enter(folder, partial(prepare, folder, compose), options=how, as_of=day, dialogue=dialogue)
