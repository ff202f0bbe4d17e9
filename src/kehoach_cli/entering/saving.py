"""The last steps of entering: settle what is doubtful, write the file, commit it, say what became of the plan."""

import os
import shlex
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.cli.clock import today
from kehoach_cli.cli.dialogue import note, settle, tell
from kehoach_cli.cli.parsing import as_of_day
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.doubts import doubts
from kehoach_cli.entering.make import Make, additions
from kehoach_cli.entering.prepare import Compose, Prepared, prepare
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
                f"lưu nốt bằng lệnh:\n  {self._by_hand()}"
            ) from None
        return self._prepared.commit

    def _by_hand(self) -> str:
        """The command that commits the file with the message and the author of the commit that was prepared."""
        here, top, path = Path.cwd(), self._file.top, self._file.path
        inside = here.is_relative_to(top)
        where, path = ([], os.path.relpath(top / path, here)) if inside else (["-C", str(top)], path)
        words = ["git", *where, "commit", "-C", self._prepared.commit[:SHORT_HASH], "--", path]
        return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


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
