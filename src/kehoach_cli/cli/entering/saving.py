"""The last steps of entering: settle what is doubtful, write the file, commit it, say what became of the plan."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.cli.clock import today
from kehoach_cli.cli.entering.dialogue import note, settle, tell
from kehoach_cli.cli.entering.doubts import doubts
from kehoach_cli.cli.entering.make import Make, additions
from kehoach_cli.cli.entering.prepare import Compose, Prepared, prepare
from kehoach_cli.cli.entering.typed import Typed
from kehoach_cli.cli.exits import UsageProblem
from kehoach_cli.cli.parsing import as_of_day
from kehoach_cli.files.folder import PlanFolder
from kehoach_cli.files.git import SHORT_HASH
from kehoach_cli.files.git_process import GitProblem
from kehoach_cli.files.locking import PlanLock, plan_lock
from kehoach_cli.files.replacing import rewrite
from kehoach_cli.plan.entering import Addition
from kehoach_cli.plan.model import Plan
from kehoach_cli.vocabulary import record_words

if TYPE_CHECKING:
    from kehoach_cli.files.git_commit import CommittedFile

_MOST_NAMED = 5


class Manner(NamedTuple):
    """How to go about it: `yes` believes what is doubtful, `dry_run` writes nothing, `commit` makes a commit of it."""

    yes: bool
    dry_run: bool
    commit: bool


class _Written(NamedTuple):
    prepared: Prepared
    commit: str | None


class _Changed(Exception):
    """Somebody else saved the file after it was read."""


def enter(folder: PlanFolder, given: Sequence[Typed], make: Make, manner: Manner, as_of: str | None) -> None:
    """Add what `make` makes of everything given to the plan's file, all of it or nothing, and say what came of it.

    Nobody is kept waiting while a question stands: the lock is given back, and what is then read may be another plan.

    Raises:
        UsageProblem, WriteFault: it cannot be done; nothing was written.
        Failure: something is doubtful and nobody said yes, or the plan has errors. That was printed, nothing written.
    """
    day, now = as_of_day(as_of), today()

    def compose(plan: Plan) -> list[Addition]:
        return additions(plan, given, make)

    if manner.dry_run:
        prepared = prepare(folder, compose)
        note(doubts(prepared, now))
        tell(prepared, day, "Chưa ghi gì: đây là bản xem trước (--dry-run).")
        return
    accepted: set[str] = set()
    while True:
        outcome = _attempt(folder, compose, manner, now, accepted)
        if isinstance(outcome, _Written):
            tell(outcome.prepared, day, _done(outcome))
            return
        settle(outcome)
        accepted.update(outcome)


def _attempt(
    folder: PlanFolder, compose: Compose, manner: Manner, now: date, accepted: set[str]
) -> _Written | list[str]:
    """Write, or say what has to be settled first: nothing where the file changed and one only has to try again."""
    with plan_lock(folder.data) as lock:
        prepared = prepare(folder, compose)
        found = doubts(prepared, now)
        open_doubts = [doubt for doubt in found if doubt not in accepted]
        if open_doubts and not manner.yes:
            return open_doubts
        note(open_doubts)
        try:
            return _Written(prepared, _write(prepared, lock, commit=manner.commit))
        except _Changed:
            return []


def _write(prepared: Prepared, lock: PlanLock, *, commit: bool) -> str | None:
    """Replace the file and, if asked, commit it. The hash of the commit."""

    def change(now: bytes) -> bytes:
        if now != prepared.old.raw:
            raise _Changed
        return prepared.new.raw

    committed_file = _committed_file(prepared) if commit else None
    rewrite(prepared.path, change, lock, prepared.old.name)
    if committed_file is None:
        return None
    try:
        return committed_file.commit(prepared.new.raw, _message(prepared))
    except GitProblem as problem:
        raise UsageProblem(f"Đã ghi {prepared.old.name} nhưng chưa lưu được vào git: {problem}") from None


def _committed_file(prepared: Prepared) -> "CommittedFile":
    from kehoach_cli.files.git_commit import CommittedFile

    try:
        return CommittedFile(prepared.path, prepared.old.raw)
    except GitProblem as problem:
        raise UsageProblem(f"--commit: {problem}. Chưa ghi gì") from None


def _message(prepared: Prepared) -> str:
    """A commit message that names each record, what is new of it and the document that says so."""
    lines = []
    for record, entry, _ in prepared.additions:
        lines.append(f"{record}: {record_words.entry(entry, record_words.unit_of(prepared.record(record)))}")
    if len(lines) == 1:
        return lines[0] + "\n"
    records = list(dict.fromkeys(addition.record for addition in prepared.additions))
    named = ", ".join(records[:_MOST_NAMED]) + (" …" if len(records) > _MOST_NAMED else "")
    return f"Ghi {len(lines)} dòng: {named}\n\n" + "".join(f"- {line}\n" for line in lines)


def _done(written: _Written) -> str:
    name = written.prepared.old.name
    return f"Đã ghi {name}" + (f" và lưu vào git ({written.commit[:SHORT_HASH]})." if written.commit else ".")
