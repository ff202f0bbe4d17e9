"""Make the changes that later documents bring: a later deadline, new values, a record that leaves the plan."""

from datetime import date
from typing import Any

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.named_agency import find_agencies, require_active
from kehoach_cli.entering.named_record import find_record
from kehoach_cli.entering.parse_values import is_nothing, parse_new_due, parse_target
from kehoach_cli.entering.raw_entry import RawEntry
from kehoach_cli.plan.additions import Addition
from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.differences import agree
from kehoach_cli.plan.in_force import AppliedChange, applied_changes, record_in_force
from kehoach_cli.plan.model import Change, FieldValue, Indicator, LegalAct, Plan, Record
from kehoach_cli.vocabulary import record_words, wording

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
    record = find_record(plan, raw.cells["id"])
    day = raw.day("date")
    _require_in_plan(record, plan, day)
    change = _change(raw, day, (FieldValue("due", parse_new_due(raw.cells["due"], raw.name("due"))),))
    applied = _applied(plan, record, change, ["due"])
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
    day = raw.day("date") if "date" in raw.cells else _assigned_on(record, plan)
    _require_in_plan(record, plan, day)
    options = [option for option in _SETS if option in raw.cells]
    if "remove" in raw.cells:
        return _removal(record, raw, day, options)
    if not options:
        named = ", ".join(f"--{option}" for option in _SETS)
        raise UsageProblem(f"Chưa nói {record.id} được đổi gì; ghi giá trị mới ở {named}, hoặc thêm --remove")
    agencies, unit = register(plan), _unit(record, raw, day)
    values = [FieldValue(_SETS[option], _value(option, raw, unit, agencies)) for option in options]
    for option, (_, agency_ids) in zip(options, values, strict=True):
        for agency_id in agency_ids if option in ("lead", "support") else ():
            require_active(agency_id, day, agencies, f"--{option}")
    change = _change(raw, day, tuple(values), corrigendum=corrigendum)
    _applied(plan, record, change, options)
    return Addition(record.id, change)


def _removal(record: Record, raw: RawEntry, day: date, options: list[str]) -> Addition:
    others = [f"--{option}" for option in [*options, *(["corrigendum"] if "corrigendum" in raw.cells else [])]]
    if others:
        raise UsageProblem(f"--remove: đưa {record.id} ra khỏi Kế hoạch thì không đổi gì khác; bỏ {', '.join(others)}")
    if record.removed:  # from a later day: _require_in_plan refuses the others
        raise UsageProblem(
            f"--remove: {record.id} đã có văn bản đưa ra khỏi Kế hoạch từ ngày {wording.day(record.removed.date)} "
            f"({record.removed.by}); văn bản khác đổi ngày đó thì sửa removed của {record.id} trong tệp"
        )
    return Addition(record.id, LegalAct(day, raw.line("by"), raw.optional_line("note")))


def _assigned_on(record: Record, plan: Plan) -> date:
    """The day of the document that gave the record: the plan's own, or the one that added it."""
    return record.added.date if record.added else plan.date


def _require_in_plan(record: Record, plan: Plan, day: date) -> None:
    """Raise UsageProblem if the record was no part of the plan on the day of the document."""
    if day < (assigned_on := _assigned_on(record, plan)):
        raise UsageProblem(
            f"--date: {record.id} được giao từ ngày {wording.day(assigned_on)}, ngày {wording.day(day)} chưa có trong "
            "Kế hoạch; ghi ngày muộn hơn"
        )
    if record.removed and day >= record.removed.date:
        raise UsageProblem(
            f"{record.id} đã được đưa ra khỏi Kế hoạch từ ngày {wording.day(record.removed.date)} "
            f"({record.removed.by}); ghi ngày sớm hơn ở --date, hoặc xem: kehoach show {record.id}"
        )


def _change(raw: RawEntry, day: date, values: tuple[FieldValue, ...], *, corrigendum: bool = False) -> Change:
    return Change(day, raw.line("by"), values, raw.optional_line("note"), corrigendum=corrigendum)


def _applied(plan: Plan, record: Record, change: Change, options: list[str]) -> AppliedChange:
    """The change with what it makes of the record, beside the changes that are there.

    Raises:
        UsageProblem: a value is in force already, or another document of the day says otherwise, so that it is not
            clear which counts. The message names the option, one of `options`.
    """
    changed = record._replace(changes=(*record.changes, change))
    applied = next(each for each in applied_changes(changed) if each.change is change)
    unit = record_words.unit_of(record_in_force(record, change.date))
    for option, (field, before, after) in zip(options, applied.fields, strict=True):
        name = f"{record_words.field_name(field, plan.target_names)} của {record.id} ngày {wording.day(change.date)}"
        for other in record.changes:
            same_day = (other.date, other.corrigendum) == (change.date, change.corrigendum)
            if same_day and not agree(field, dict(other.set).get(field, after), after):
                raise UsageProblem(
                    f"--{option}: {name} đã do {other.by} đặt; ghi ngày khác ở --date, hoặc sửa dòng đó trong tệp"
                )
        if agree(field, before, after):
            said = record_words.value(field, before, unit, register(plan))
            raise UsageProblem(
                f"--{option}: {name} đã là {said}, không có gì để đổi; ghi giá trị khác hoặc bỏ --{option}, "
                f"xem: kehoach log {record.id}"
            )
    return applied


def _unit(record: Record, raw: RawEntry, day: date) -> str:
    """The unit in force of the figures of `--target` and `--national`, "" without them."""
    given = [f"--{option}" for option in ("target", "national") if option in raw.cells]
    if given and not isinstance(record, Indicator):
        raise UsageProblem(f"{record.id} là nhiệm vụ, không có mức phấn đấu; bỏ {', '.join(given)}")
    return record_words.unit_of(record_in_force(record, day))


def _value(option: str, raw: RawEntry, unit: str, agencies: AgencyRegister) -> Any:
    text, name = raw.cells[option], raw.name(option)
    match option:
        case "due":
            return parse_new_due(text, name)
        case "target" | "national":
            return parse_target(text, unit, name)
        case "lead" | "support":
            return () if is_nothing(text) else find_agencies(text, agencies, name)
        case _:
            return raw.line(option)
