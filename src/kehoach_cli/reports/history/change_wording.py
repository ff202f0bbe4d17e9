"""Describe in Vietnamese what a change does to the plan, for reviewers."""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.differences import (
    CollectionDifference,
    Entry,
    FieldDifference,
    PlanDifferences,
    RecordDifference,
    history_of,
    new_changes,
    same,
)
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.in_force import AppliedChange, applied_changes
from kehoach_cli.plan.model import Agency, Indicator, LegalAct, Plan, Task
from kehoach_cli.reports.history.diff_view import removals_in
from kehoach_cli.reports.history.new_entries import new_measurements, new_updates
from kehoach_cli.vocabulary import record_words, wording

_ASSIGNED_KEYS = (
    *("baseline", "targets", "unit", "direction", "lead", "due"),
    *("date", "year", "baseline_date", "reporting"),
)


class ChangeLine(NamedTuple):
    """One change in words, with the record's id and name; the id is "" for the plan itself."""

    record: str
    name: str
    text: str


class ChangeSection(NamedTuple):
    """Changes of one kind."""

    title: str
    lines: tuple[ChangeLine, ...]


def change_sections(changes: PlanDifferences, earlier: Plan, present: Plan, files: Plan) -> tuple[ChangeSection, ...]:
    """The changes by kind, the gravest kind first. Kinds without changes are left out.

    `files` is the present plan as its files have it.
    """
    words = ChangeWording(earlier, present, files)
    parts: tuple[CollectionDifference[Any], ...] = (changes.agencies, changes.indicators, changes.tasks)
    changed: list[RecordDifference[Any]] = [change for part in parts for change in part.changed]
    header = [changes.header] if changes.header else []
    sections = {
        "Bản ghi không còn": [
            _line(record, "không còn") for part in parts for record in part.removed if not words.removal(record)
        ],
        "Đưa ra khỏi Kế hoạch": [
            *(_line(record, text) for part in parts for record in part.removed if (text := words.removal(record))),
            *(_line(item.after, text) for item in changed for text in words.acts(item, "removed")),
        ],
        "Bản ghi đổi mã": [
            _line(after, f"trước đây mang mã {before.id}") for part in parts for before, after in part.renumbered
        ],
        "Bản ghi mới": [_line(record, words.new_record(record)) for part in parts for record in part.added],
        "Dòng đã ghi bị sửa, bị bỏ": [_line(item.after, text) for item in changed for text in words.altered(item)],
        "Nội dung Kế hoạch giao": [
            *(ChangeLine("", "Kế hoạch", text) for item in header for text in words.assigned(item)),
            *(_line(item.after, text) for item in changed for text in words.assigned(item)),
            *(_line(item.after, text) for item in changed for text in words.acts(item, "added")),
        ],
        "Sắp xếp lại cơ quan": [
            _line(item.after, text) for item in changes.agencies.changed for text in words.successions(item)
        ],
        "Kết quả mới": [
            _line(item.after, text) for item in changes.indicators.changed for text in new_measurements(item, present)
        ],
        "Tiến độ mới": [
            _line(item.after, text) for item in changes.tasks.changed for text in new_updates(item, earlier, present)
        ],
        "Nội dung khác": [
            *(_line(item.after, text) for item in changed for text in words.other_fields(item)),
            *(ChangeLine("", "Kế hoạch", text) for item in header for text in words.other_fields(item)),
        ],
    }
    return tuple(ChangeSection(title, tuple(lines)) for title, lines in sections.items() if lines)


def _line(record: Agency | Indicator | Task, text: str) -> ChangeLine:
    return ChangeLine(record.id, record.name, text)


def _due(due: Due) -> str:
    return record_words.due(due) if due.kind == "undated" else f"thời hạn {record_words.due(due)}"


def _came_and_went(before: tuple[Any, ...], after: tuple[Any, ...]) -> str:
    """`thêm «Sở Y tế»; bỏ «Sở Công Thương»`."""
    came, went = (
        [record_words.quoted(getattr(item, "name", item)) for item in one if item not in other]
        for one, other in ((after, before), (before, after))
    )
    parts = [f"{verb} {', '.join(items)}" for verb, items in (("thêm", came), ("bỏ", went)) if items]
    return "; ".join(parts) or "đổi thứ tự"


class ChangeWording:
    """Words for changes. Needs both plans: for agency names, and for a record's state on the day of an entry."""

    def __init__(self, earlier: Plan, present: Plan, files: Plan) -> None:
        self._earlier, self._present, self._files = earlier, present, files
        self._agencies_before, self._agencies = register(earlier), register(present)
        self._removals = removals_in(files)

    def new_record(self, record: Agency | Indicator | Task) -> str:
        """Describe a new record: `mức tỉnh 50%, chủ trì Sở TT&TT, thời hạn Quý II/2023`."""
        if isinstance(record, Agency):
            since = f", hoạt động từ ngày {wording.day(record.from_)}" if record.from_ else ""
            return f"thêm vào danh sách cơ quan{since}"
        facts = [f"chủ trì {self._agencies.names(record.lead, record.id) or 'chưa giao'}", _due(record.due)]
        if isinstance(record, Indicator):
            goals = {"targets.provincial": record.targets.provincial, "targets.national": record.targets.national}
            facts[:0] = [
                f"{record_words.field_name(key, self._present.target_names)} {wording.target(goal, record.unit)}"
                for key, goal in goals.items()
                if goal is not None
            ]
        if record.added:
            facts.insert(0, record_words.act("added", record.added))
        return ", ".join(facts)

    def removal(self, record: Agency | Indicator | Task) -> str | None:
        """By which document a record is no longer in the plan; None without one."""
        act = self._removals.get(record.id)
        return act and record_words.act("removed", act)

    def acts(self, change: RecordDifference[Any], key: Literal["added", "removed"]) -> Iterator[str]:
        """The document that added a record which was there before, or took it out."""
        for _, act in history_of(change, key).added:
            if isinstance(act, LegalAct):
                yield record_words.act(key, act)

    def successions(self, change: RecordDifference[Agency]) -> Iterator[str]:
        """The end of an agency: `Sở TT&TT đổi tên thành Sở KH&CN từ ngày 1/3/2025 theo NQ 45/NQ-HĐND`."""
        for _, succession in history_of(change, "successors").added:
            yield f"{self._agencies.short_name(change.after.id)} {self._entry(succession, change.after)}"

    def altered(self, change: RecordDifference[Any]) -> Iterator[str]:
        for history in change.histories:
            for altered in history.altered:
                before = self._entry(altered.before, change.before)
                if altered.after is None:
                    yield f"không còn dòng: {before}"
                else:
                    yield f"{before} → {self._entry(altered.after.entry, change.after)}"

    def assigned(self, change: RecordDifference[Any]) -> Iterator[str]:
        """New changes of what the plan assigns, each with its document; then what is different without one."""
        new = new_changes(change)
        for applied in self._applied(change):
            if applied.change in new:
                yield self._documented(applied, change)
        for field in self._undocumented(change):
            if field.path[0] in _ASSIGNED_KEYS:
                yield f"{self._field_change(field, change)} (không dẫn văn bản)"

    def _applied(self, change: RecordDifference[Any]) -> list[AppliedChange]:
        match change.after:
            case Agency():
                return []
            case Plan(changes=changes):
                return applied_changes(self._files._replace(changes=changes))
            case record:
                return applied_changes(record)

    def _documented(self, applied: AppliedChange, change: RecordDifference[Any]) -> str:
        unit, names = record_words.unit_of(change.after), self._present.target_names
        words = record_words.applied(applied, unit, self._agencies, names)
        return f"{words} theo {record_words.source_of(applied.change)}"

    def _undocumented(self, change: RecordDifference[Any]) -> Iterator[FieldDifference]:
        """What is different and no change leads from what stood before to what stands now."""
        applied = [field for each in self._applied(change) for field in each.fields]
        for field in change.fields:
            known = [each.before for each in applied if each.field == field.field]
            if not known:
                yield field
            elif not any(same(field.before, before) for before in known):
                yield FieldDifference(field.field, field.before, known[0])

    def _entry(self, entry: Entry, record: Agency | Indicator | Task) -> str:
        unit = record_words.unit_of(record)
        return record_words.entry(entry, unit, self._agencies, self._present.target_names)

    def other_fields(self, change: RecordDifference[Any]) -> Iterator[str]:
        ended = history_of(change, "successors").added
        for field in self._undocumented(change):
            if field.path[0] not in _ASSIGNED_KEYS and not (ended and field.field == "until"):
                yield self._field_change(field, change)

    def _field_change(self, field: FieldDifference, change: RecordDifference[Any]) -> str:
        """`mức tỉnh: 50% → 45%`; a list of plan.yaml says what came and what went."""
        name = record_words.field_name(field.field, self._present.target_names)
        if isinstance(change.after, Plan) and isinstance(field.before, tuple):
            return f"{name}: {_came_and_went(field.before, field.after)}"
        old = record_words.value(field.field, field.before, record_words.unit_of(change.before), self._agencies_before)
        new = record_words.value(field.field, field.after, record_words.unit_of(change.after), self._agencies)
        return f"{name}: {old} → {new}"
