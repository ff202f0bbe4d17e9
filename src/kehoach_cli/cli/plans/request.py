"""From the shared options to the plan that a command is to speak of."""

import os
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.cli.options import WHOLE_PLAN, Part
from kehoach_cli.cli.parsing import as_of_day, parse_origin, parse_role
from kehoach_cli.diagnostics import UnusablePlan, UsageProblem
from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.selection import Selection, select
from kehoach_cli.plan.suggest import bare_key
from kehoach_cli.storage.folder import PlanFolder, find_plan, plan_folder, plan_of_file
from kehoach_cli.storage.naming import shown_files, shown_path

PLAN_VARIABLE = "KEHOACH_PLAN"
MOST_NAMED = 5


class Request(NamedTuple):
    """What a command was asked about: the plan whole, the part selected, and the day."""

    folder: PlanFolder
    whole: Plan
    plan: Plan
    agencies: AgencyRegister
    selection: Selection
    as_of: date


def open_request(plan: str | None, as_of: str | None, part: Part = WHOLE_PLAN) -> Request:
    """Find and load the plan, and pick the records that the options name.

    Raises:
        UsageProblem: an option's value makes no sense, or there is no plan.
        UnusablePlan: the plan's files have errors.
    """
    day = as_of_day(as_of)
    folder = locate_plan(plan)
    whole = load_or_fail(folder)
    agencies = register(whole)
    selection = read_selection(whole, part)
    return Request(folder, whole, select(whole, agencies, selection), agencies, selection, day)


def read_selection(plan: Plan, part: Part) -> Selection:
    """Which records the options name. Raises UsageProblem for what the plan does not know, or what says nothing."""
    if part.agency is None and (part.role is not None or part.groups):
        given = "--groups" if part.role is None else "--role"
        raise UsageProblem(f"{given} nói về vai của một cơ quan; thêm --agency CƠ QUAN")
    return Selection(
        None if part.pillar is None else _pillar_id(part.pillar, plan),
        None if part.agency is None else _agency_id(part.agency, register(plan)),
        parse_role(part.role),
        parse_origin(part.origin),
        part.groups,
    )


def locate_plan(option: str | None) -> PlanFolder:
    """The plan named by the option, else by KEHOACH_PLAN, else the nearest one upward from the current folder."""
    found = plan_nearby(option)
    if found:
        return found
    raise UsageProblem(
        "Không tìm thấy kế hoạch từ thư mục hiện tại trở lên; "
        "chuyển vào thư mục có data/plan.yaml hoặc chỉ ra bằng --plan THƯ MỤC"
    )


def plan_nearby(option: str | None) -> PlanFolder | None:
    """The plan that `locate_plan` would give, or None where none is named and none is found."""
    named, said_by = (option, "--plan") if option else (os.environ.get(PLAN_VARIABLE), f"biến {PLAN_VARIABLE}")
    try:
        return _plan_at(Path(named), said_by) if named else find_plan(Path.cwd())
    except FileNotFoundError:
        raise UsageProblem("Thư mục hiện tại không còn; chuyển vào thư mục của kế hoạch") from None


def _plan_at(path: Path, said_by: str) -> PlanFolder:
    """The plan in the folder, or the one that the file belongs to; `said_by` is what named it."""
    found = plan_of_file(path) or plan_folder(path)
    if found:
        return found
    if os.path.isfile(path):  # noqa: PTH113 - unlike the method, says no where it may not look
        raise UsageProblem(f"{said_by}: {path} là một tệp; chỉ ra thư mục có data/plan.yaml")
    if os.path.isdir(path):  # noqa: PTH112
        raise UsageProblem(f"{said_by}: không có kế hoạch trong {path}: cần tệp data/plan.yaml trong thư mục đó")
    raise UsageProblem(f"{said_by}: không có thư mục {path}; kiểm tra lại tên và quyền đọc")


def load_or_fail(folder: PlanFolder) -> Plan:
    """The plan, provided its files are free of errors: figures that leave records out would mislead."""
    from kehoach_cli.loading.plan_files import load_plan

    loaded = load_plan(folder, shown_path)
    if loaded.plan is None or loaded.findings:
        from kehoach_cli.loading.locating import located

        raise UnusablePlan(located(loaded, loaded.findings), shown_files(folder))
    return loaded.plan


def _agency_id(name: str, agencies: AgencyRegister) -> str:
    found = agencies.find(name)
    if found:
        return found.id
    bare = bare_key(name)
    same = {agency_id for key, agency_id in agencies.by_name.items() if bare_key(key) == bare}
    if len(same) == 1:
        return same.pop()
    known = {bare_key(text): agency for agency in agencies.by_id.values() for text in (agency.id, agency.short_name)}
    near = [agencies.by_id[agency_id] for key, agency_id in agencies.by_name.items() if bare in bare_key(key)]
    near = near or [known[key] for key in get_close_matches(bare, known, n=3)]
    named = dict.fromkeys(f"{agency.id} ({agency.short_name})" for agency in near)
    hint = (
        f"; có phải là: {', '.join([*named][:MOST_NAMED])}?" if named else "; xem các mã và tên trong tệp agencies.yaml"
    )
    raise UsageProblem(f"--agency: kế hoạch không có cơ quan nào tên là «{name}»{hint}")


def _pillar_id(name: str, plan: Plan) -> str:
    for pillar in plan.pillars:
        if bare_key(name) in (bare_key(pillar.id), bare_key(pillar.name)):
            return pillar.id
    known = ", ".join(f"{pillar.id} ({pillar.name})" for pillar in plan.pillars)
    raise UsageProblem(f"--pillar: kế hoạch không có nhóm «{name}»; chọn một trong: {known}")
