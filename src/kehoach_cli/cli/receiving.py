"""Take the answers of files, each whole or not at all: together where nothing is doubtful, else one by one."""

import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from rich.progress import Progress

from kehoach_cli.cli import console, dialogue
from kehoach_cli.cli.exits import Failure
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.make_answers import Received, Receiver
from kehoach_cli.entering.placed_rows import Defaults
from kehoach_cli.entering.prepare import PreparedEdit, prepare
from kehoach_cli.entering.received_files import ReceivedFile, received_file
from kehoach_cli.entering.saving import EntryOptions, enter
from kehoach_cli.entering.table_files import read_grids
from kehoach_cli.plan.additions import Addition
from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.entries import Remark, Report
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.periods import Period
from kehoach_cli.reports.letters.received_page import FileOutcome
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.storage.write_faults import WriteFault
from kehoach_cli.tables.table_reader import TableReader
from kehoach_cli.vocabulary import entry_words, wording

_TOGETHER = 60  # files that are entered at once, in about three seconds
_ENDINGS = (
    ".xlsx",
    ".xlsm",
    ".xls",
    ".xlsb",
    ".ods",
    ".docx",
    ".doc",
    ".odt",
    ".csv",
    ".txt",
)  # some with advice alone


def tables_at(names: Sequence[str]) -> tuple[list[str], list[str]]:
    """The files named, those in folders too, and the files in these folders that are no tables by their endings."""
    found: dict[str, None] = {}
    skipped: list[str] = []
    for name in names:
        if not Path(name).is_dir():
            found[name] = None
            continue
        for path in sorted(Path(name).rglob("*")):
            if path.is_dir() or path.name.startswith((".", "~$")):
                continue
            if path.suffix.lower() in _ENDINGS:
                found[str(path)] = None
            else:
                skipped.append(shown_path(path))
    if not found:
        raise UsageProblem(f"Không có tệp nào để nhận trong {', '.join(names)}; chỉ ra tệp .xlsx, .ods, .docx, .csv")
    return [*found], skipped


class FileReceiver:
    """Takes files into a plan, asking what is doubtful of each."""

    def __init__(
        self, folder: PlanFolder, defaults: Defaults, options: EntryOptions, as_of: date, bar: Progress
    ) -> None:
        self._folder = folder
        self._defaults = defaults
        self._options = options
        self._as_of = as_of
        self._bar = bar
        self._answered: dict[tuple[str | None, str, date], str] = {}
        self.periods: dict[str, Period] = {}

    def take_all(self, paths: Sequence[str], reader: TableReader) -> list[FileOutcome]:
        """Take the answers of all files. What is refused or not confirmed is told, and leaves the plan as it was."""
        self._bar.add_task("", total=len(paths))
        outcomes: list[FileOutcome] = []
        waiting: list[ReceivedFile] = []
        most = 1 if self._options.commit else _TOGETHER
        for path in paths:
            name = shown_path(Path(path))
            try:
                waiting.append(received_file(name, read_grids(path, reader)))
            except UsageProblem as problem:
                outcomes.append(self._refused(name, problem))
            if len(waiting) == most:
                outcomes += self._take(waiting)
                waiting = []
        by_name = {each.file: each for each in (*outcomes, *(self._take(waiting) if waiting else ()))}
        return [by_name[shown_path(Path(path))] for path in paths]

    def _take(self, files: Sequence[ReceivedFile]) -> list[FileOutcome]:
        """Take these files at once or, if anything of them is refused or doubtful, one half and then the other."""
        talk = _FileDialogue(files, self._bar, "sẽ nhận" if self._options.dry_run else "nhận")
        found: list[Received] = []

        def compose(plan: Plan) -> Sequence[Addition | Remark]:
            receiver = Receiver(plan, self._defaults, self._as_of)
            found[:] = talk.found = [receiver.received(file) for file in files]
            if len({body for each in found for body in each.periods}) < sum(len(each.periods) for each in found):
                raise Failure  # the second file of a body is held against what the first brings
            entries = [entry for each in found for entry in each.entries]
            self._refuse_second_thoughts(entries)
            return entries

        try:
            edit = partial(prepare, self._folder, compose)
            enter(self._folder, edit, options=self._options, as_of=self._as_of, dialogue=talk)
        except (UsageProblem, WriteFault) as problem:
            if len(files) == 1:
                return [self._refused(files[0].name, problem)]
        except Failure:
            pass
        if not talk.finished and len(files) > 1:
            half = len(files) // 2
            return [*self._take(files[:half]), *self._take(files[half:])]
        return [self._outcome(file, each, talk) for file, each in zip(files, found, strict=True)]

    def _refuse_second_thoughts(self, entries: Sequence[Addition | Remark]) -> None:
        """Raise UsageProblem for what corrects an answer of this very run: nobody knows which file is the later one."""
        for each in entries:
            if isinstance(each, Remark) or not (isinstance(each.entry, Report) and each.entry.corrects):
                continue
            if earlier := self._answered.get((each.agency, each.record, each.entry.date)):
                raise UsageProblem(f"{each.label}: {earlier} trong lần nhận này trả lời khác; chỉ nhận tệp đúng")

    def _refused(self, name: str, problem: Exception) -> FileOutcome:
        text = str(problem)
        console.say(text if text.startswith(name) else f"{name}: {text}")
        self._bar.advance(self._bar.task_ids[0])
        return FileOutcome(name, problem=text)

    def _outcome(self, file: ReceivedFile, done: Received, talk: "_FileDialogue") -> FileOutcome:
        self.periods |= done.periods
        for told in done.told:
            dialogue.tell(told)
        self._bar.advance(self._bar.task_ids[0])
        doubts = () if talk.finished else tuple(talk.doubts)
        if talk.finished:
            reports = [each for each in done.entries if isinstance(each, Addition)]
            self._answered |= {(each.agency, each.record, each.entry.date): file.name for each in reports}
        return FileOutcome(file.name, done.taken, done.unchanged, done.unanswered, doubts)


class _FileDialogue:
    """Shows what is doubtful of a file, or what was taken from files. Doubts about several files end the attempt."""

    def __init__(self, files: Sequence[ReceivedFile], bar: Progress, takes: str) -> None:
        self._files = files
        self._bar = bar
        self._takes = takes
        self.found: list[Received] = []
        self.doubts: list[str] = []
        self.finished = False

    def show_doubts(self, doubts: Sequence[str]) -> None:
        """Raises Failure if they are about several files."""
        if doubts and len(self._files) > 1:
            raise Failure
        dialogue.show_doubts(doubts)

    def confirm(self, doubts: Sequence[str]) -> None:
        """Raises Failure on no, or if nobody can answer."""
        if not doubts:
            return
        self.doubts = [*doubts]
        self.show_doubts(doubts)
        self._bar.stop()
        agreed = dialogue.agrees(f"Vẫn nhận {self._files[0].name}?")
        self._bar.start()
        if not agreed:
            raise Failure

    def show_result(self, prepared: PreparedEdit, _as_of: date, _ending: str) -> None:
        self.finished = True
        agencies = register(prepared.after)
        for file, done in zip(self._files, self.found, strict=True):
            bodies = ", ".join(map(agencies.short_name, done.periods))
            pairs = zip(done.bodies, done.entries, strict=True)
            whose = {body: f"{agencies.short_name(body)}, " if len(done.periods) > 1 else "" for body in done.bodies}
            lines = [f"  {whose[body]}{each.record}: {_worded(each, prepared)}" for body, each in pairs]
            lines += [f"  Chưa có: {', '.join(record for _, record in done.unanswered)}"] if done.unanswered else []
            how_many = f"{self._takes} {len(done.entries)}" if done.entries else "không có gì mới"
            sys.stderr.write("".join(f"{line}\n" for line in [f"{file.name} ({bodies}): {how_many}", *lines]))


def _worded(each: Addition | Remark, prepared: PreparedEdit) -> str:
    """`45/120 (37,5%), ngày 10/9/2023 (BC 88/BC-SYT)`."""
    if isinstance(each, Remark) or not isinstance(each.entry, Report):
        return "khó khăn, đề xuất"
    unit = entry_words.unit_of(prepared.record(each), each.entry)
    return f"{entry_words.said(each.entry, unit)}, ngày {wording.day(each.entry.date)} ({each.entry.source})"
