"""Edit a plan's file in memory and check the plan as it would be. Nothing is written here."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.diagnostics import COLLECTIONS, LocatedFinding, Location, Route, Step, UnusablePlan, UsageProblem
from kehoach_cli.editing.places import EditRefused
from kehoach_cli.entering.splicing import blank_answers, collection_of, lines_by_hand, with_entries
from kehoach_cli.loading.checking import check_loaded
from kehoach_cli.loading.plan_files import LoadedPlan, assemble, load_plan
from kehoach_cli.plan.additions import Addition
from kehoach_cli.plan.agency import Agency, Succession
from kehoach_cli.plan.differences import LISTS
from kehoach_cli.plan.entries import Remark
from kehoach_cli.plan.model import Plan, Record
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.yaml.events import load_data
from kehoach_cli.yaml.locate import Document
from kehoach_cli.yaml.text import SourceText

Compose = Callable[[Plan], Sequence[Addition | Remark]]


class FileEdit(NamedTuple):
    """A file before and after the edit. A new file had no text before."""

    path: Path
    old: SourceText
    new: SourceText


class PreparedEdit(NamedTuple):
    """The files that the edit changes, and the plan after it.

    `places` are the keys and indexes, from the record, under which the additions stand. `new_findings` are the findings
    that the plan did not have before, none of them an error, each with the index of its addition if it is about one.
    An edit of something else has its own `doubts`, and says in `told` what it does.
    """

    files: Sequence[FileEdit]
    after: Plan
    additions: Sequence[Addition]
    places: Sequence[tuple[Step, ...]]
    new_findings: Sequence[tuple[int | None, LocatedFinding]]
    remarks: Sequence[Remark] = ()
    doubts: Sequence[str] = ()
    told: Sequence[str] = ()

    def record(self, addition: Addition) -> Record | Agency:
        """The record, or the agency, with the additions."""
        return record_of(addition, self.after)


def record_of(addition: Addition, plan: Plan) -> Record | Agency:
    """The record, or the agency, that the addition belongs to."""
    records: Iterable[Record | Agency] = plan.records
    if isinstance(addition.entry, Succession):
        records = plan.agencies
    return next(record for record in records if record.id == addition.record)


def prepare(folder: PlanFolder, compose: Compose) -> PreparedEdit:
    """Read the plan, add what `compose` returns for it, and check the result.

    Raises:
        UsageProblem: `compose` refused, the plan would get errors, or the entries cannot be spliced into its file.
        UnusablePlan: the plan already has errors.
    """
    sound = read_sound(folder)
    composed = compose(sound.plan)
    if not composed:
        return PreparedEdit((), sound.plan, (), (), ())
    by_file: dict[str, list[Addition | Remark]] = {}
    for each in composed:
        by_file.setdefault(collection_of(each, sound.plan), []).append(each)
    edits = {name: _edit(sound.loaded, sound.plan, name, given) for name, given in by_file.items()}
    additions = [each for each in composed if isinstance(each, Addition)]
    remarks = [each for each in composed if isinstance(each, Remark)]
    return edited(sound, edits, additions, remarks)


class SoundPlan(NamedTuple):
    """A plan without errors, with the findings that it has."""

    loaded: LoadedPlan
    plan: Plan
    known: Sequence[LocatedFinding]


def read_sound(folder: PlanFolder) -> SoundPlan:
    """Read and check the plan. Raises UnusablePlan if it has errors."""
    loaded = load_plan(folder, shown_path)
    known = check_loaded(loaded).findings
    if loaded.plan is None or any(item.finding.severity == "error" for item in known):
        raise UnusablePlan(known, loaded.files, "Chưa ghi gì; sửa các lỗi trên rồi chạy lại")
    return SoundPlan(loaded, loaded.plan, known)


def edited(
    sound: SoundPlan,
    edits: Mapping[str, FileEdit],
    additions: Sequence[Addition] = (),
    remarks: Sequence[Remark] = (),
) -> PreparedEdit:
    """Check the plan as it would be with its files edited, each by its name in places.

    Raises UsageProblem if the plan would get errors.
    """
    would_be = _assembled(sound.loaded, {name: edit.new for name, edit in edits.items()})
    seen = {_identity(item) for item in sound.known}
    places = _places(sound.plan, additions)
    new_findings = [
        (_addition_of(item, additions, places), item)
        for item in check_loaded(would_be).findings
        if _identity(item) not in seen
    ]
    errors = [_error_line(number, item, additions) for number, item in new_findings if item.finding.severity == "error"]
    if errors or would_be.plan is None:
        raise UsageProblem("".join(["Chưa ghi gì, vì ghi vào thì kế hoạch có lỗi:", *errors]))
    return PreparedEdit([*edits.values()], would_be.plan, additions, places, new_findings, remarks)


def _edit(loaded: LoadedPlan, plan: Plan, collection: str, given: Sequence[Addition | Remark]) -> FileEdit:
    """The edit of one file by what belongs into it."""
    path = loaded.folder.data / f"{collection}.yaml"
    additions = [each for each in given if isinstance(each, Addition)]
    remarks = [each for each in given if isinstance(each, Remark)]
    if document := loaded.all_documents.get(collection):
        return FileEdit(path, document.source, _with_entries(document, additions, remarks))
    agency = next(agency for agency in plan.agencies if agency.id == given[0].agency)
    keys = [key for key, found in (("answers", additions), ("remarks", remarks)) if found]
    blank = blank_answers(shown_path(path), agency, keys)
    edited = _with_entries(Document(blank, load_data(blank)), additions, remarks)
    return FileEdit(path, SourceText(blank.name, ""), edited)


def _assembled(loaded: LoadedPlan, edited: Mapping[str, SourceText]) -> LoadedPlan:
    """The plan with the edited files, each under the name of its collection, in place of those that are there."""
    sources = {**{name: document.source for name, document in loaded.all_documents.items()}, **edited}
    beside = {name: partial(sources.__getitem__, name) for name in sources if name not in COLLECTIONS}
    return assemble(loaded.folder, lambda name: sources[name], beside)


def _with_entries(document: Document, additions: Sequence[Addition], remarks: Sequence[Remark] = ()) -> SourceText:
    try:
        return with_entries(document, additions, remarks)
    except EditRefused as refused:
        if len(additions) > 1 or remarks:  # find the one that cannot be added
            for addition in additions:
                _with_entries(document, [addition])
        where, way_out = "remarks", "viết danh sách remarks: mỗi ý kiến một dòng «- …»"
        if not remarks:
            where, way_out = additions[0].record, lines_by_hand(additions[0])
        raise UsageProblem(
            f"{document.source.name}: không ghi được vào {where} mà giữ nguyên phần còn lại ({refused}). "
            f"Mở tệp và {way_out}"
        ) from None


def _places(plan: Plan, additions: Sequence[Addition]) -> list[tuple[Step, ...]]:
    places: list[tuple[Step, ...]] = []
    for number, addition in enumerate(additions):
        key = addition.key
        if key == "added":
            places.append(())
            continue
        there = getattr(record_of(addition, plan), key)
        if addition.agency:  # the answers to a record are in the order of the agencies' files
            there = [entry for entry in there if entry.agency <= addition.agency]
        earlier = sum(other.record == addition.record for other in additions[:number])
        places.append((key, len(there) + earlier) if key in LISTS else (key,))
    return places


def _addition_of(item: LocatedFinding, additions: Sequence[Addition], places: Sequence[tuple[Step, ...]]) -> int | None:
    """The index of the addition that a finding is about, if any."""
    at = item.finding.at
    path = () if isinstance(at, Location) else at.path[1:] if isinstance(at, Route) else at.path
    for number, (addition, place) in enumerate(zip(additions, places, strict=True)):
        if item.record == addition.record and path[: len(place)] == place:
            return number
    return None


def _error_line(number: int | None, item: LocatedFinding, additions: Sequence[Addition]) -> str:
    about = item.record or item.location.file if number is None else additions[number].label
    finding = item.finding
    return f"\n  {about}: {finding.message}. {finding.remedy} ({finding.code})"


def _identity(item: LocatedFinding) -> tuple[object, ...]:
    """What identifies a finding when its line moves."""
    return item.finding.code, item.record, item.finding.message
