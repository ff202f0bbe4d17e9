"""Make the changes that later documents bring: a later deadline, new values, a record that leaves the plan."""

from datetime import date
from typing import Any

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.named_agency import find_agencies
from kehoach_cli.entering.named_record import find_part, find_record
from kehoach_cli.entering.parse_values import is_nothing, parse_goal, parse_new_due
from kehoach_cli.entering.raw_entry import RawEntry
from kehoach_cli.plan.additions import Addition
from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.entries import Change, FieldValue, LegalAct
from kehoach_cli.plan.in_force import applied_changes, record_in_force
from kehoach_cli.plan.model import Indicator, Plan, Record
from kehoach_cli.vocabulary import entry_words, record_words, wording

# The options that set a key, each with that key.
_SETS = {
    "name": "name",
    "lead": "lead",
    "support": "support",
    "national": "targets.national",
    "target": "targets.provincial",
    "due": "due",
}


def new_extension(plan: Plan, raw: RawEntry) -> Addition:
    """A later deadline that a document grants."""
    raw.require("due", "by", "date")
    record = find_part(plan, raw.cells["id"], "thời hạn")
    change = _change(
        raw, raw.day("date"), (FieldValue("due", parse_new_due(raw.cells["due"], raw.name("due"), plan.years)),)
    )
    changed = record._replace(changes=(*record.changes, change))
    applied = next(each for each in applied_changes(changed) if each.change is change)
    if applied.kind != "extension":
        [(_, before, after)] = applied.fields
        now, wanted = (wording.inline(record_words.due(due)) for due in (before, after))
        why = (
            f"thời hạn đang có của {record.id} ({now}) không có ngày cuối để lùi"
            if before.end is None
            else f"«{raw.cells['due']}» không có ngày cuối"
            if after.end is None
            else f"{wanted} không muộn hơn thời hạn đang có của {record.id} là {now}"
        )
        raise UsageProblem(
            f"--due: {why}; văn bản điều chỉnh thời hạn mà không phải gia hạn thì ghi bằng «kehoach amend {record.id} "
            f'--due "{raw.cells["due"]}" --by VĂN-BẢN --date NGÀY»'
        )
    return Addition(record.id, change)


def new_amendment(plan: Plan, raw: RawEntry) -> Addition:
    """New values that a document gives to a record, or the record's leaving the plan."""
    corrigendum = "corrigendum" in raw.cells
    raw.require("by", *(() if corrigendum else ("date",)))
    record = find_record(plan, raw.cells["id"])
    assigned_on = record.added.date if record.added else plan.date
    day = raw.day("date") if "date" in raw.cells else assigned_on
    options = [option for option in _SETS if option in raw.cells]
    if "remove" in raw.cells:
        return _removal(record, raw, day, options)
    if not options:
        named = ", ".join(f"--{option}" for option in _SETS)
        raise UsageProblem(f"Chưa nói {record.id} được đổi gì; ghi giá trị mới ở {named}, hoặc thêm --remove")
    if record.heading and options != ["name"]:
        raise UsageProblem(f"{record.id} là đề mục, chỉ có tên; chỉ ghi --name, hoặc --remove")
    agencies, unit = register(plan), _unit(record, raw, day)
    values = tuple(FieldValue(_SETS[option], _value(option, raw, unit, agencies, plan.years)) for option in options)
    return Addition(record.id, _change(raw, day, values, corrigendum=corrigendum))


def _removal(record: Record, raw: RawEntry, day: date, options: list[str]) -> Addition:
    others = [f"--{option}" for option in [*options, *(["corrigendum"] if "corrigendum" in raw.cells else [])]]
    if others:
        raise UsageProblem(f"--remove: đưa {record.id} ra khỏi Kế hoạch thì không đổi gì khác; bỏ {', '.join(others)}")
    if record.removed:
        raise UsageProblem(
            f"--remove: {record.id} đã có văn bản đưa ra khỏi Kế hoạch từ ngày {wording.day(record.removed.date)} "
            f"({record.removed.by}); văn bản khác đổi ngày đó thì sửa removed của {record.id} trong tệp, để người "
            "duyệt quyết định"
        )
    return Addition(record.id, LegalAct(day, raw.line("by"), raw.optional_line("note")))


def _change(raw: RawEntry, day: date, values: tuple[FieldValue, ...], *, corrigendum: bool = False) -> Change:
    return Change(day, raw.line("by"), values, raw.optional_line("note"), corrigendum=corrigendum)


def _unit(record: Record, raw: RawEntry, day: date) -> str:
    """The unit in force of the figures of `--target` and `--national`, "" without them."""
    given = [f"--{option}" for option in ("target", "national") if option in raw.cells]
    if given and not isinstance(record, Indicator):
        raise UsageProblem(f"{record.id} là nhiệm vụ, không có mức phấn đấu; bỏ {', '.join(given)}")
    return entry_words.unit_of(record_in_force(record, day))


def _value(option: str, raw: RawEntry, unit: str, agencies: AgencyRegister, years: range) -> Any:
    text, name = raw.cells[option], raw.name(option)
    match option:
        case "due":
            return parse_new_due(text, name, years)
        case "target" | "national":
            return parse_goal(text, unit, name)
        case "lead" | "support":
            return () if is_nothing(text) else find_agencies(text, agencies, name)
        case _:
            return raw.line(option)
