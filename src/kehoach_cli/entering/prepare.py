"""The plan's files with the new entries in them, worked out and checked in memory; nothing is written here."""

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


class Prepared(NamedTuple):
    """One file before and after, and the plan after.

    `places` are the places of the additions in their records' histories, from 0. `news` are the findings that the plan
    did not have before, each with the number of the addition that it is about, if any; none of them is an error.
    """

    path: Path
    old: SourceText
    new: SourceText
    after: Plan
    additions: Sequence[Addition]
    places: Sequence[int]
    news: Sequence[tuple[int | None, LocatedFinding]]

    def record(self, identifier: str) -> Record:
        """The record as it is with the additions."""
        return next(record for record in self.after.records if record.id == identifier)


def prepare(folder: PlanFolder, compose: Compose) -> Prepared:
    """Read the plan, make the additions that `compose` gives for it, and check what it would be with them.

    Raises:
        UsageProblem: `compose` refused, the plan would get errors, or its file cannot be added to as it is written.
        UnusablePlan: the plan has errors already.
    """
    loaded = load_plan(folder, shown_path)
    known = check_loaded(loaded).findings
    if loaded.plan is None or any(item.finding.severity == "error" for item in known):
        raise UnusablePlan(known, shown_files(folder), "Chưa ghi gì; sửa các lỗi trên rồi chạy lại")
    additions = compose(loaded.plan)
    places = _places(loaded.plan, additions)
    collection = collection_of_entry(additions[0].entry)
    source = _with_entries(loaded.documents[collection], additions)
    would_be = assemble(folder, lambda name: source if name == collection else loaded.documents[name].source)
    seen = {_identity(item) for item in known}
    news = [
        (_addition_of(item, additions, places), item)
        for item in check_loaded(would_be).findings
        if _identity(item) not in seen
    ]
    errors = [_said(number, item, additions) for number, item in news if item.finding.severity == "error"]
    if errors or would_be.plan is None:
        raise UsageProblem("".join(["Chưa ghi gì, vì ghi vào thì kế hoạch có lỗi:", *errors]))
    old = loaded.documents[collection].source
    return Prepared(folder.file(collection), old, source, would_be.plan, additions, places, news)


def _with_entries(document: Document, additions: Sequence[Addition]) -> SourceText:
    try:
        return with_entries(document, additions)
    except EditRefused as refused:
        if len(additions) > 1:  # which of them cannot be put in?
            for addition in additions:
                _with_entries(document, [addition])
        lines = "".join(f"\n      {line}" for line in entry_lines(additions[0].entry))
        record, history = additions[0].record, history_of(additions[0].entry)
        raise UsageProblem(
            f"{document.source.name}: không ghi được vào {record} mà giữ nguyên phần còn lại ({refused}). "
            f"Mở tệp và thêm vào {history} của {record}:{lines}"
        ) from None


def _places(plan: Plan, additions: Sequence[Addition]) -> list[int]:
    records = {record.id: record for record in plan.records}
    places = []
    for number, addition in enumerate(additions):
        key = history_of(addition.entry)
        before = sum(other.record == addition.record for other in additions[:number])
        places.append(len(getattr(records[addition.record], key)) + before)
    return places


def _addition_of(item: LocatedFinding, additions: Sequence[Addition], places: Sequence[int]) -> int | None:
    """The number of the addition that a finding is about."""
    at = item.finding.at
    path = () if isinstance(at, Location) else at.path[1:] if isinstance(at, Route) else at.path
    for number, (addition, place) in enumerate(zip(additions, places, strict=True)):
        if item.record == addition.record and path[:2] == (history_of(addition.entry), place):
            return number
    return None


def _said(number: int | None, item: LocatedFinding, additions: Sequence[Addition]) -> str:
    about = item.record or item.location.file if number is None else additions[number].label
    finding = item.finding
    return f"\n  {about}: {finding.message}. {finding.remedy} ({finding.code})"


def _identity(item: LocatedFinding) -> tuple[object, ...]:
    """What stays of a finding when lines move."""
    return item.finding.code, item.record, item.finding.message
