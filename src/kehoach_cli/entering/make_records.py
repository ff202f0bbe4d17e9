"""Make the records that a later document adds to the plan, from the rows of a table."""

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.named_agency import find_agencies
from kehoach_cli.entering.parse_values import is_nothing, parse_amount, parse_direction, parse_goal, parse_new_due
from kehoach_cli.entering.raw_entry import RawEntry
from kehoach_cli.plan.additions import Addition
from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.due import UNDATED, Due
from kehoach_cli.plan.model import Baseline, Indicator, LegalAct, Plan, Targets, Task

KEYS = (
    *("name", "pillar", "unit", "direction", "lead", "support", "oversight", "baseline", "national", "target", "due"),
    *("output", "source", "note"),
)
_OF_INDICATORS = ("unit", "direction", "baseline", "national", "target")


def new_record(plan: Plan, raw: RawEntry) -> Addition:
    """An indicator where the row has a unit, else a task."""
    raw.require("name")
    identifier = raw.cells["id"].strip().upper()
    if any(record.id == identifier for record in plan.records):
        raise UsageProblem(
            f"{identifier} đã có trong kế hoạch; đặt mã mới; nội dung đang có: kehoach show {identifier}"
        )
    record = _indicator(identifier, plan, raw) if "unit" in raw.cells else _task(identifier, plan, raw)
    act = LegalAct(raw.day("date"), raw.line("by"))
    return Addition(identifier, act, creates=record._replace(added=act))


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
