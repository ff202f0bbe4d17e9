"""Confirm doubts, write the file, commit it, and report the result."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.doubts import doubts
from kehoach_cli.entering.prepare import FileEdit, PreparedEdit
from kehoach_cli.git.process import GitProblem
from kehoach_cli.git.repository import SHORT_HASH
from kehoach_cli.plan.agencies import register
from kehoach_cli.reports.record.entry_summary import worded_entry
from kehoach_cli.storage import written
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.locking import PlanLock, plan_lock
from kehoach_cli.storage.plan_rewrite import rewrite
from kehoach_cli.vocabulary import wording
from kehoach_cli.yaml.text import SourceText

_MAX_NAMED = 5


class EntryOptions(NamedTuple):
    """`yes` accepts every doubt, `dry_run` writes nothing, `commit` commits the new entries."""

    yes: bool
    dry_run: bool
    commit: bool


class Dialogue(Protocol):
    """How to ask and inform the user."""

    def show_doubts(self, doubts: Sequence[str]) -> None:
        """Show the doubts."""

    def confirm(self, doubts: Sequence[str]) -> None:
        """Show the doubts and ask whether to go on. Raises an exception if the answer is no."""

    def show_result(self, prepared: PreparedEdit, as_of: date, ending: str) -> None:
        """Show the edit, then each record with its new entries as of the day, then the sentence `ending`."""


class _Written(NamedTuple):
    prepared: PreparedEdit
    commit: str | None


class _FileChanged(Exception):
    """A file was changed by somebody else after it was read."""


def enter(
    folder: PlanFolder,
    prepare: Callable[[], PreparedEdit],
    *,
    options: EntryOptions,
    as_of: date,
    dialogue: Dialogue,
) -> None:
    """Make the edit that `prepare` returns, all of it or nothing, and report the result.

    `as_of` is today for every question: what is still to come, and where the record stands.
    The lock is released while a question is open, so that nobody waits for it. The plan is read again after the answer.

    Raises:
        UsageProblem, WriteFault, UnusablePlan: nothing was written, except if only the commit failed.
        What `dialogue.confirm` raises: a doubt was not accepted; nothing was written.
    """

    def attempt() -> _Written | list[str]:
        """Write, or return the doubts to confirm first. An empty list: the file changed, try again."""
        with plan_lock(folder.data) as lock:
            prepared = prepare()
            open_doubts = [doubt for doubt in doubts(prepared, as_of) if doubt not in accepted]
            if open_doubts and not options.yes:
                return open_doubts
            dialogue.show_doubts(open_doubts)
            try:
                return _Written(prepared, _write(prepared, lock, commit=options.commit))
            except _FileChanged:
                return []

    accepted: set[str] = set()
    if options.dry_run:
        prepared = prepare()
        dialogue.show_doubts(doubts(prepared, as_of))
        dialogue.show_result(prepared, as_of, "Chưa ghi gì: đây là bản xem trước (--dry-run).")
        return
    while True:
        outcome = attempt()
        if isinstance(outcome, _Written):
            dialogue.show_result(outcome.prepared, as_of, _closing_sentence(outcome))
            return
        dialogue.confirm(outcome)
        accepted.update(outcome)


def _write(prepared: PreparedEdit, lock: PlanLock, *, commit: bool) -> str | None:
    """Replace the files, all or none, and commit them if asked. Returns the hash of the commit."""
    pending = _PendingCommit(prepared) if commit and prepared.files else None
    written_files: list[FileEdit] = []
    try:
        for edit in sorted(prepared.files, key=lambda edit: not edit.old.text):  # new ones last
            _replace(edit.path, edit.old, edit.new, lock)
            written_files.append(edit)
    except BaseException:
        for edit in written_files:
            _replace(edit.path, edit.new, edit.old, lock)
        raise
    return pending.commit() if pending else None


def _replace(path: Path, old: SourceText, new: SourceText, lock: PlanLock) -> None:
    """Replace the old text of a file; of one without a new text nothing stays."""

    def change(now: bytes) -> bytes:
        if now != old.raw:
            raise _FileChanged
        return new.raw

    rewrite(path, change, lock, old.name, new_file=not old.text)


class _PendingCommit:
    """A commit of the new file, complete except that the branch does not point to it yet."""

    def __init__(self, prepared: PreparedEdit) -> None:
        from kehoach_cli.git.commit import CommittedFiles

        try:
            self._files = CommittedFiles({edit.path: edit.old.raw or None for edit in prepared.files})
            self._prepared = self._files.prepare([edit.new.raw for edit in prepared.files], _message(prepared))
        except GitProblem as problem:
            raise UsageProblem(f"--commit: {problem}. Chưa ghi gì") from None
        self._shown = _names(prepared)

    def commit(self) -> str:
        try:
            self._files.put_on_branch(self._prepared)
        except GitProblem as problem:
            raise UsageProblem(
                f"Đã ghi {self._shown} nhưng chưa lưu được vào git: {problem}. Không ghi lại lần nữa; "
                f"lưu nốt bằng lệnh:\n  {self._files.manual_command(self._prepared, Path.cwd())}"
            ) from None
        written.note(f"lần lưu git {self._prepared.commit[:SHORT_HASH]}")
        return self._prepared.commit


def _names(prepared: PreparedEdit) -> str:
    return wording.enumerated([edit.old.name for edit in prepared.files])


def _message(prepared: PreparedEdit) -> str:
    """A commit message with each record, its new entry and the source document."""
    if prepared.told:
        return f"{prepared.told[0].removesuffix('.')}\n"
    lines = []
    for addition in prepared.additions:
        said = worded_entry(addition.entry, prepared.record(addition), prepared.after)
        lines.append(f"{addition.record}: {said}")
    agencies = register(prepared.after)
    lines += [
        f"{remark.record}: khó khăn, đề xuất của {agencies.short_name(remark.agency)}" for remark in prepared.remarks
    ]
    if len(lines) == 1:
        return lines[0] + "\n"
    records = list(dict.fromkeys(line.partition(":")[0] for line in lines))
    named = ", ".join(records[:_MAX_NAMED]) + (" …" if len(records) > _MAX_NAMED else "")
    bodies = {each.agency for each in prepared.additions if each.agency} | {each.agency for each in prepared.remarks}
    whose = f"{agencies.short_name(bodies.pop())}: ghi" if len(bodies) == 1 else "Ghi"
    return f"{whose} {len(lines)} dòng: {named}\n\n" + "".join(f"- {line}\n" for line in lines)


def _closing_sentence(done: _Written) -> str:
    return f"Đã ghi {_names(done.prepared)}" + (
        f" và lưu vào git ({done.commit[:SHORT_HASH]})." if done.commit else "."
    )
