"""Edit a plan's file in memory and check the plan as it would be. Nothing is written here."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.diagnostics import LocatedFinding, Location, Route, UnusablePlan, UsageProblem
from kehoach_cli.editing.places import EditRefused
from kehoach_cli.entering.splicing import collection_of_entry, entry_lines, with_entries
from kehoach_cli.loading.checking import check_loaded
from kehoach_cli.loading.plan_files import assemble, load_plan
from kehoach_cli.plan.additions import Addition, history_of
from kehoach_cli.plan.model import Plan, Record
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.naming import shown_files, shown_path
from kehoach_cli.yaml.locate import Document
from kehoach_cli.yaml.text import SourceText

Compose = Callable[[Plan], Sequence[Addition]]


class PreparedEdit(NamedTuple):
    """The file before and after the edit, and the plan after it.

    `indexes` are those of the additions in their records' histories, from 0. `new_findings` are the findings that the
    plan did not have before, none of them an error, each with the index of its addition if it is about one.
    """

    path: Path
    old: SourceText
    new: SourceText
    after: Plan
    additions: Sequence[Addition]
    indexes: Sequence[int]
    new_findings: Sequence[tuple[int | None, LocatedFinding]]

    def record(self, identifier: str) -> Record:
        """The record with the additions."""
        return next(record for record in self.after.records if record.id == identifier)


def prepare(folder: PlanFolder, compose: Compose) -> PreparedEdit:
    """Read the plan, add what `compose` returns for it, and check the result.

    Raises:
        UsageProblem: `compose` refused, the plan would get errors, or the entries cannot be spliced into its file.
        UnusablePlan: the plan already has errors.
    """
    loaded = load_plan(folder, shown_path)
    known = check_loaded(loaded).findings
    if loaded.plan is None or any(item.finding.severity == "error" for item in known):
        raise UnusablePlan(known, shown_files(folder), "Chưa ghi gì; sửa các lỗi trên rồi chạy lại")
    additions = compose(loaded.plan)
    indexes = _indexes(loaded.plan, additions)
    collection = collection_of_entry(additions[0].entry)
    source = _with_entries(loaded.documents[collection], additions)
    would_be = assemble(folder, lambda name: source if name == collection else loaded.documents[name].source)
    seen = {_identity(item) for item in known}
    new_findings = [
        (_addition_of(item, additions, indexes), item)
        for item in check_loaded(would_be).findings
        if _identity(item) not in seen
    ]
    errors = [_error_line(number, item, additions) for number, item in new_findings if item.finding.severity == "error"]
    if errors or would_be.plan is None:
        raise UsageProblem("".join(["Chưa ghi gì, vì ghi vào thì kế hoạch có lỗi:", *errors]))
    old = loaded.documents[collection].source
    path = folder.file(collection)
    return PreparedEdit(path, old, source, would_be.plan, additions, indexes=indexes, new_findings=new_findings)


def _with_entries(document: Document, additions: Sequence[Addition]) -> SourceText:
    try:
        return with_entries(document, additions)
    except EditRefused as refused:
        if len(additions) > 1:  # find the one that cannot be added
            for addition in additions:
                _with_entries(document, [addition])
        lines = "".join(f"\n      {line}" for line in entry_lines(additions[0].entry))
        record, history = additions[0].record, history_of(additions[0].entry)
        raise UsageProblem(
            f"{document.source.name}: không ghi được vào {record} mà giữ nguyên phần còn lại ({refused}). "
            f"Mở tệp và thêm vào {history} của {record}:{lines}"
        ) from None


def _indexes(plan: Plan, additions: Sequence[Addition]) -> list[int]:
    records = {record.id: record for record in plan.records}
    indexes = []
    for number, addition in enumerate(additions):
        key = history_of(addition.entry)
        before = sum(other.record == addition.record for other in additions[:number])
        indexes.append(len(getattr(records[addition.record], key)) + before)
    return indexes


def _addition_of(item: LocatedFinding, additions: Sequence[Addition], indexes: Sequence[int]) -> int | None:
    """The index of the addition that a finding is about, if any."""
    at = item.finding.at
    path = () if isinstance(at, Location) else at.path[1:] if isinstance(at, Route) else at.path
    for number, (addition, index) in enumerate(zip(additions, indexes, strict=True)):
        if item.record == addition.record and path[:2] == (history_of(addition.entry), index):
            return number
    return None


def _error_line(number: int | None, item: LocatedFinding, additions: Sequence[Addition]) -> str:
    about = item.record or item.location.file if number is None else additions[number].label
    finding = item.finding
    return f"\n  {about}: {finding.message}. {finding.remedy} ({finding.code})"


def _identity(item: LocatedFinding) -> tuple[object, ...]:
    """What identifies a finding when its line moves."""
    return item.finding.code, item.record, item.finding.message
