"""Word the fields of a record and where it stands, for use within a Vietnamese sentence."""

from typing import Any

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.agency import Member
from kehoach_cli.plan.classes import FINISHED
from kehoach_cli.plan.differences import FieldDifference
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.entries import FieldValue
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.goals import Goal, GoalState
from kehoach_cli.plan.in_force import Departure
from kehoach_cli.plan.model import CarriedFrom, TargetNames
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.plan.values import Milestone, Target
from kehoach_cli.vocabulary import terms, wording

LONGEST = 80

_CODES = ("pillar", "unit", "standing_agency", "number")


def field_name(field: str, names: TargetNames) -> str:
    """The name of a field with this dotted key; the two targets have the plan's own names."""
    match field:
        case "targets.national":
            return f"mức {names.national}"
        case "targets.provincial":
            return f"mức {names.provincial}"
        case _:
            return terms.field(field)


def value(field: str, given: Any, unit: str, agencies: AgencyRegister) -> str:
    """The value of the field with this dotted key: `29,2%`, `Sở TT&TT, Sở Y tế`, `Quý II/2023`, `«Tên»`."""
    if (said := _special(field, given, agencies)) is not None:
        return said
    match given:
        case None:
            return "không có"
        case bool():
            return "có" if given else "không"
        case Due():
            return due(given)
        case CarriedFrom():
            return carried_from(given)
        case Target():
            return wording.target(given, unit)
        case Day():
            return wording.day(given)
        case str():
            return given if field in _CODES else quoted(given)
        case tuple() if field == "milestones":
            return "; ".join(milestone(each, unit) for each in given) or "không có"
        case tuple():
            return ", ".join(map(quoted, given)) or "không có"
        case _ if field == "baseline.value":
            return wording.quantity(given, unit)
        case _:
            return str(given)


def _special(field: str, given: Any, agencies: AgencyRegister) -> str | None:
    """The value of a field that has words of its own; None for another field."""
    match field:
        case "lead" | "support" | "oversight":
            return agencies.short_names(given) or "không có"
        case "members":
            return ", ".join(_member(member, agencies) for member in given) or "không có"
        case "reporting.cutoff":
            return "ngày cuối kỳ" if given is None else f"ngày {given}"
        case "reporting.cadence":
            return terms.PERIOD[given]
        case "direction":
            return terms.DIRECTION[given]
        case "parts":
            return terms.PARTS[given] if given else "không có"
        case "origin":
            return "; ".join(terms.ORIGIN[origin] for origin in given) or "không ghi"
        case _:
            return None


def due(given: Due) -> str:
    """The deadline in the plan's own words."""
    return wording.deadline(given) or "không ghi thời hạn"


def carried_from(given: CarriedFrom) -> str:
    """`NV-CQS-18, Kế hoạch 180/QĐ-BCĐ`."""
    return f"{given.record}, Kế hoạch {given.plan}"


def standing(given: TaskStatus) -> str:
    """Where a task stands; of open work that is submitted or paused also that: `Quá hạn chưa hoàn thành (đã trình)`."""
    aside = waiting(given)
    return f"{terms.STANDING[given.standing]}{aside and f' ({aside})'}"


def waiting(given: TaskStatus) -> str:
    """`đã trình` or `tạm dừng` of open work whose latest report says so; of what each must do how many have."""
    if given.standing in FINISHED:
        return ""
    said = [wording.inline(terms.STATE[given.state])] if given.state in ("submitted", "paused") else []
    return ", ".join(filter(None, [*said, parts_done(given)]))


def parts_done(given: TaskStatus) -> str:
    """Of open work that each must do and one has reported on: `2/3 cơ quan đã hoàn thành`, else ""."""
    counted = given.standing in ("open_in_time", "open_overdue", "undated")
    if not counted or given.parts_done is None or given.whole is None or not given.whole.entries:
        return ""
    return "{}/{} cơ quan đã hoàn thành".format(*given.parts_done)


def listed_name(given: TaskStatus) -> str:
    """A task's name in a list that shows no standing: `[đã trình] Ban hành kế hoạch dữ liệu mở`."""
    aside = waiting(given)
    return f"{aside and f'[{aside}] '}{given.task.name}"


def milestone(given: Milestone, unit: str) -> str:
    """`Quý III/2023: 40%`; with the target set from above too `Quý III/2023: 40% (cấp trên giao 30%)`."""
    own, above = (target and wording.target(target, unit) for target in (given.provincial, given.national))
    levels = f"{own} (cấp trên giao {above})" if own and above else own or above or "không giao"
    return f"{due(given.due)}: {levels}"


def goal(given: Goal, unit: str) -> str:
    """`Quý III/2023: 40%`."""
    return f"{due(given.due)}: {wording.target(given.target, unit)}"


def goal_result(state: GoalState, unit: str) -> str:
    """`Quý III/2023: 40% (chưa đạt, còn hạn)`."""
    return f"{goal(state.goal, unit)} ({wording.inline(terms.GOAL_RESULT[state.result])})"


def judged(item: Progress, names: TargetNames) -> str:
    """What an assessment is about: `mức tỉnh`; for a sum, in a year with a goal of its own, `mốc năm 2026`.

    Where each part has the target `yêu cầu mọi cơ quan đạt mức tỉnh`.
    """
    last = item.goals[-1]
    name = field_name("targets.provincial" if item.indicator.targets.provincial else "targets.national", names)
    if last in item.milestones:
        name = f"mốc {wording.inline(due(last.goal.due))}"
    return f"yêu cầu mọi cơ quan đạt {name}" if item.indicator.parts == "each" else name


def quoted(text: str) -> str:
    """The text in quotation marks, cut to `LONGEST` characters."""
    plain = " ".join(text.split())
    return f"«{plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + '…'}»"


def departure(field: str, given: Departure, unit: str, agencies: AgencyRegister) -> str:
    """What a key was before documents changed it: `gia hạn từ Quý III/2023`, `điều chỉnh từ 50%`."""
    return f"{terms.CHANGE[given.kind]} từ {value(field, given.decided, unit, agencies)}"


def difference(given: FieldDifference, unit: str, agencies: AgencyRegister, names: TargetNames) -> str:
    """`mức tỉnh: 50% → 45%`."""
    old, new = (value(given.field, each, unit, agencies) for each in (given.before, given.after))
    return f"{field_name(given.field, names)}: {old} → {new}"


def new_value(given: FieldValue, unit: str, agencies: AgencyRegister, names: TargetNames) -> str:
    """`thời hạn thành Quý IV/2023`."""
    return f"{field_name(given.field, names)} thành {value(given.field, given.value, unit, agencies)}"


def _member(given: Member, agencies: AgencyRegister) -> str:
    days = [f"từ {wording.day(given.from_)}"] if given.from_ else []
    days += [f"đến {wording.day(given.until)}"] if given.until else []
    return agencies.short_name(given.id) + (f" ({' '.join(days)})" if days else "")
