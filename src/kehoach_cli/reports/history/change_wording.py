"""Describe in Vietnamese what a change does to the plan, for reviewers."""

from collections.abc import Iterator
from typing import Any, Literal

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.agency import Agency, Member
from kehoach_cli.plan.differences import Entry, FieldDifference, RecordDifference, history_of, new_changes, same
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.entries import LegalAct
from kehoach_cli.plan.in_force import AppliedChange, applied_changes
from kehoach_cli.plan.model import Indicator, Plan, Task
from kehoach_cli.reports.history.diff_view import removals_in
from kehoach_cli.vocabulary import entry_words, move_words, record_words, wording

_ASSIGNED_KEYS = (
    *("baseline", "targets", "milestones", "unit", "measure", "direction", "maintain", "accumulates", "lead", "due"),
    *("date", "year", "last_year", "baseline_date", "reporting"),
)


def _due(due: Due) -> str:
    return f"thời hạn {record_words.due(due)}" if due.text else record_words.due(due)


def _came_and_went(before: tuple[Any, ...], after: tuple[Any, ...]) -> str:
    """`thêm «Sở Y tế»; bỏ «Sở Công Thương»`."""
    came, went = (
        [record_words.quoted(getattr(item, "name", item)) for item in one if item not in other]
        for one, other in ((after, before), (before, after))
    )
    parts = [f"{verb} {', '.join(items)}" for verb, items in (("thêm", came), ("bỏ", went)) if items]
    return "; ".join(parts) or "đổi thứ tự"


class ChangeWording:
    """Words for changes. `files` is the present plan as its files have it; `earlier` and `present` may be in force."""

    def __init__(self, earlier: Plan, present: Plan, files: Plan) -> None:
        self._earlier, self._present, self._files = earlier, present, files
        self._agencies_before, self._agencies = register(earlier), register(present)
        self._removals = removals_in(files)

    def new_record(self, record: Agency | Indicator | Task) -> str:
        """Describe a new record: `mức tỉnh 50%, chủ trì Sở TT&TT, thời hạn Quý II/2023`."""
        if isinstance(record, Agency):
            since = f", hoạt động từ ngày {wording.day(record.from_)}" if record.from_ else ""
            return f"thêm vào danh sách cơ quan{since}"
        if record.heading:
            return ", ".join(["đề mục", *([entry_words.act("added", record.added)] if record.added else [])])
        facts = [f"chủ trì {self._agencies.names(record.lead, record.id) or 'chưa giao'}", _due(record.due)]
        if isinstance(record, Indicator):
            goals = {"targets.provincial": record.targets.provincial, "targets.national": record.targets.national}
            facts[:0] = [
                f"{record_words.field_name(key, self._present.target_names)} {wording.target(goal, record.unit)}"
                for key, goal in goals.items()
                if goal is not None
            ]
        if record.added:
            facts.insert(0, entry_words.act("added", record.added))
        return ", ".join(facts)

    def removal(self, record: Agency | Indicator | Task) -> str | None:
        """By which document a record is no longer in the plan; None without one."""
        act = self._removals.get(record.id)
        return act and entry_words.act("removed", act)

    def acts(self, change: RecordDifference[Any], key: Literal["added", "removed"]) -> Iterator[str]:
        """The document that added a record which was there before, or took it out."""
        for _, act in history_of(change, key).added:
            if isinstance(act, LegalAct):
                yield entry_words.act(key, act)

    def successions(self, change: RecordDifference[Agency]) -> Iterator[str]:
        """The end of an agency: `Sở TT&TT đổi tên thành Sở KH&CN từ ngày 1/3/2025 theo NQ 45/NQ-HĐND`."""
        for _, succession in history_of(change, "successors").added:
            yield f"{self._agencies.short_name(change.after.id)} {self._entry(succession, change.after)}"

    def closings(self) -> Iterator[str]:
        """The periods that were closed, and those that were opened again."""
        known = {each.period: each.closings for each in self._earlier.closed}
        for closed in self._files.closed:
            before = known.get(closed.period, ())
            for closing in closed.closings[len(before) :]:
                yield f"chốt {wording.period(closed.period)} theo {wording.inline(move_words.report(closing))}"
            for sent, now in zip(before, closed.closings, strict=False):
                if now.reopened and not sent.reopened:
                    yield f"mở lại {wording.period(closed.period)} theo {now.reopened.by}"

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
        unit, names = entry_words.unit_of(change.after), self._present.target_names
        words = entry_words.applied(applied, unit, self._agencies, names)
        return f"{words} theo {entry_words.source_of(applied.change)}"

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
        unit = entry_words.unit_of(record, entry)
        return entry_words.entry(entry, unit, self._agencies, self._present.target_names)

    def other_fields(self, change: RecordDifference[Any]) -> Iterator[str]:
        ended = history_of(change, "successors").added
        for field in self._undocumented(change):
            if field.field == "members" and (moved := self._members(change)):
                yield moved
            elif field.path[0] not in _ASSIGNED_KEYS and not (ended and field.field == "until"):
                yield self._field_change(field, change)

    def _members(self, change: RecordDifference[Agency]) -> str:
        """Who came to a group and who left it: `bỏ Sở Y tế từ ngày 1/9/2023 theo QĐ 8`; "" where it has the same."""
        known = {
            member.id: member
            for agency in self._files.agencies
            if agency.id == change.after.id
            for member in agency.members
        }
        before, after = ([member.id for member in group.members] for group in (change.before, change.after))
        came = [entry_words.joined(known[each], self._agencies) for each in after if each not in before]
        went = [entry_words.left(known.get(each, Member(each)), self._agencies) for each in before if each not in after]
        return "; ".join([*came, *went])

    def _field_change(self, field: FieldDifference, change: RecordDifference[Any]) -> str:
        """`mức tỉnh: 50% → 45%`; a list of plan.yaml says what came and what went."""
        name = record_words.field_name(field.field, self._present.target_names)
        if isinstance(change.after, Plan) and isinstance(field.before, tuple):
            return f"{name}: {_came_and_went(field.before, field.after)}"
        old = record_words.value(field.field, field.before, entry_words.unit_of(change.before), self._agencies_before)
        new = record_words.value(field.field, field.after, entry_words.unit_of(change.after), self._agencies)
        return f"{name}: {old} → {new}"
