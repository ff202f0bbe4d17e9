"""The last steps of entering: settle what is doubtful, write the file, commit it, say what became of the plan."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.doubts import doubts
from kehoach_cli.entering.make import Make, additions
from kehoach_cli.entering.prepare import Prepared, prepare
from kehoach_cli.entering.typed import Typed
from kehoach_cli.git.process import GitProblem
from kehoach_cli.git.repository import SHORT_HASH
from kehoach_cli.plan.additions import Addition
from kehoach_cli.plan.model import Plan
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.locking import PlanLock, plan_lock
from kehoach_cli.storage.replacing import rewrite
from kehoach_cli.vocabulary import record_words

_MOST_NAMED = 5


class EntryOptions(NamedTuple):
    """`yes` accepts every doubt, `dry_run` writes nothing, `commit` makes a commit of the new entries."""

    yes: bool
    dry_run: bool
    commit: bool


class Dialogue(Protocol):
    """How the person who enters is asked and told."""

    def show_doubts(self, doubts: Sequence[str]) -> None:
        """Show the doubts."""

    def confirm(self, doubts: Sequence[str]) -> None:
        """Show the doubts and ask whether to go on. Raises an exception where the answer is no."""

    def show_result(self, prepared: Prepared, as_of: date, ending: str) -> None:
        """Show the edit, then each record with its new entries as of the day, then the sentence `ending`."""


class _Written(NamedTuple):
    prepared: Prepared
    commit: str | None


class _Changed(Exception):
    """Somebody else saved the file after it was read."""


def enter(
    folder: PlanFolder,
    given: Sequence[Typed],
    make: Make,
    *,
    options: EntryOptions,
    as_of: date,
    today: date,
    dialogue: Dialogue,
) -> None:
    """Add what `make` makes of everything given to the plan's file, all of it or nothing, and say what came of it.

    The lock is given back while a question stands, so nobody waits for it; the plan is read anew after the answer.

    Raises:
        UsageProblem, WriteFault, UnusablePlan: it cannot be done; nothing was written.
        What `dialogue.confirm` raises: something is doubtful and nobody said yes; nothing was written.
    """

    def compose(plan: Plan) -> list[Addition]:
        return additions(plan, given, make)

    def attempt() -> _Written | list[str]:
        """Write, or give the doubts to settle first: none of them where the file changed and a new try is due."""
        with plan_lock(folder.data) as lock:
            prepared = prepare(folder, compose)
            open_doubts = [doubt for doubt in doubts(prepared, today) if doubt not in accepted]
            if open_doubts and not options.yes:
                return open_doubts
            dialogue.show_doubts(open_doubts)
            try:
                return _Written(prepared, _write(prepared, lock, commit=options.commit))
            except _Changed:
                return []

    accepted: set[str] = set()
    if options.dry_run:
        prepared = prepare(folder, compose)
        dialogue.show_doubts(doubts(prepared, today))
        dialogue.show_result(prepared, as_of, "Chưa ghi gì: đây là bản xem trước (--dry-run).")
        return
    while True:
        outcome = attempt()
        if isinstance(outcome, _Written):
            dialogue.show_result(outcome.prepared, as_of, _done(outcome))
            return
        dialogue.confirm(outcome)
        accepted.update(outcome)


def _write(prepared: Prepared, lock: PlanLock, *, commit: bool) -> str | None:
    """Replace the file and, if asked, commit it. The hash of the commit."""

    def change(now: bytes) -> bytes:
        if now != prepared.old.raw:
            raise _Changed
        return prepared.new.raw

    saving = _Saving(prepared) if commit else None
    rewrite(prepared.path, change, lock, prepared.old.name)
    return saving.commit() if saving else None


class _Saving:
    """A commit of the new file, of which nothing is left to do but to put it on the branch."""

    def __init__(self, prepared: Prepared) -> None:
        from kehoach_cli.git.commit import CommittedFile

        try:
            self._file = CommittedFile(prepared.path, prepared.old.raw)
            self._prepared = self._file.prepare(prepared.new.raw, _message(prepared))
        except GitProblem as problem:
            raise UsageProblem(f"--commit: {problem}. Chưa ghi gì") from None
        self._shown = prepared.old.name

    def commit(self) -> str:
        try:
            self._file.put_on_branch(self._prepared)
        except GitProblem as problem:
            raise UsageProblem(
                f"Đã ghi {self._shown} nhưng chưa lưu được vào git: {problem}. Không ghi lại lần nữa; "
                f"lưu nốt bằng lệnh:\n  {self._file.command_by_hand(self._prepared, Path.cwd())}"
            ) from None
        return self._prepared.commit


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
