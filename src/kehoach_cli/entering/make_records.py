"""Make the records that a later document adds to the plan, from the rows of a table."""

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.named_agency import find_agencies
from kehoach_cli.entering.parse_values import (
    is_nothing,
    parse_amount,
    parse_direction,
    parse_flag,
    parse_goal,
    parse_new_due,
)
from kehoach_cli.entering.raw_entry import RawEntry
from kehoach_cli.plan.additions import Addition
from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.due import UNDATED, Due
from kehoach_cli.plan.entries import LegalAct
from kehoach_cli.plan.model import Indicator, Plan, Record, Task, blank_indicator
from kehoach_cli.plan.values import Baseline, Targets

KEYS = (
    *("name", "pillar", "unit", "direction", "lead", "support", "oversight", "baseline", "national", "target", "due"),
    *("output", "source", "note", "parent", "heading"),
)
_OF_HEADINGS = ("name", "pillar", "source", "note", "parent", "heading")
_OF_INDICATORS = ("unit", "direction", "baseline", "national", "target")


def new_record(plan: Plan, raw: RawEntry, *, of_indicators: bool | None = False) -> Addition:
    """An indicator where the row has a unit, else a task; a heading `of_indicators` or of tasks, None: of neither."""
    raw.require("name")
    identifier = raw.cells["id"].strip().upper()
    if any(record.id == identifier for record in plan.records):
        raise UsageProblem(
            f"{identifier} đã có trong kế hoạch; đặt mã mới; nội dung đang có: kehoach show {identifier}"
        )
    record: Record
    if "heading" in raw.cells and parse_flag(raw.cells["heading"], raw.name("heading")):
        if of_indicators is None:
            raise UsageProblem(f"{identifier} là đề mục mà bảng gồm cả chỉ tiêu và nhiệm vụ; tách thành hai bảng")
        record = _heading(identifier, raw, of_indicators=of_indicators)
    else:
        record = _indicator(identifier, plan, raw) if "unit" in raw.cells else _task(identifier, plan, raw)
    act = LegalAct(raw.day("date"), raw.line("by"))
    parent = raw.cells["parent"].strip().upper() if "parent" in raw.cells else None
    return Addition(identifier, act, creates=record._replace(added=act, parent=parent))


def _heading(identifier: str, raw: RawEntry, *, of_indicators: bool) -> Record:
    said = [raw.name(key) for key in raw.cells if key in KEYS and key not in _OF_HEADINGS]
    if said:
        raise UsageProblem(f"{identifier} là đề mục, chỉ có tên, nhóm, nguồn, ghi chú; bỏ {', '.join(said)}")
    name, note, source = raw.line("name"), raw.optional_line("note"), raw.optional_line("source")
    if of_indicators:
        heading = blank_indicator(identifier, name, raw.cells.get("pillar", ""))
        return heading._replace(note=note, source=source, heading=True)
    return Task(identifier, name, raw.optional_line("pillar"), (), (), note=note, source=source, heading=True)


def _indicator(identifier: str, plan: Plan, raw: RawEntry) -> Indicator:
    raw.require("direction")
    unit, agencies = raw.line("unit"), register(plan)
    known = raw.cells.get("baseline", "-")
    baseline = None if is_nothing(known) else parse_amount(known, unit, raw.name("baseline"))
    levels = ("national", "target")
    targets = (parse_goal(raw.cells[key], unit, raw.name(key)) if key in raw.cells else None for key in levels)
    return Indicator(
        identifier,
        raw.line("name"),
        raw.cells.get("pillar", ""),
        unit,
        parse_direction(raw.cells["direction"], raw.name("direction")),
        lead=_agencies(raw, "lead", agencies),
        support=_agencies(raw, "support", agencies),
        oversight=_agencies(raw, "oversight", agencies),
        origin=(),
        baseline=Baseline(baseline, plan.baseline_date),
        targets=Targets(*targets),
        due=_due(raw, plan),
        note=raw.optional_line("note"),
        source=raw.optional_line("source"),
    )


def _task(identifier: str, plan: Plan, raw: RawEntry) -> Task:
    for key in _OF_INDICATORS:
        if key in raw.cells:
            raise UsageProblem(
                f"{identifier} không có đơn vị tính nên là nhiệm vụ; ghi đơn vị ở cột unit, hoặc bỏ {key}"
            )
    agencies = register(plan)
    return Task(
        identifier,
        raw.line("name"),
        raw.optional_line("pillar"),
        lead=_agencies(raw, "lead", agencies),
        support=_agencies(raw, "support", agencies),
        oversight=_agencies(raw, "oversight", agencies),
        output=raw.optional_line("output"),
        due=_due(raw, plan),
        note=raw.optional_line("note"),
        source=raw.optional_line("source"),
    )


def _agencies(raw: RawEntry, role: str, agencies: AgencyRegister) -> tuple[str, ...]:
    return find_agencies(raw.cells[role], agencies, raw.name(role)) if role in raw.cells else ()


def _due(raw: RawEntry, plan: Plan) -> Due:
    return parse_new_due(raw.cells["due"], raw.name("due"), plan.years) if "due" in raw.cells else UNDATED
