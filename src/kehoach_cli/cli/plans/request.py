"""Turn the shared options into the plan, the selected records and the day of a command."""

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.cli.clock import today
from kehoach_cli.cli.options import WHOLE_PLAN, SelectionOptions
from kehoach_cli.cli.parsing import as_of_day, day_asked_about, parse_origin, parse_role
from kehoach_cli.cli.plans.several_plans import all_below, plan_called, plan_of_day
from kehoach_cli.diagnostics import UnusablePlan, UsageProblem
from kehoach_cli.entering.named_agency import find_agency
from kehoach_cli.entering.named_record import find_record
from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.data_window import regular_period
from kehoach_cli.plan.in_force import in_force, known_by, record_in_force
from kehoach_cli.plan.model import Plan, Record
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.selection import Selection, select
from kehoach_cli.plan.suggest import bare_key
from kehoach_cli.storage.folder import PlanFolder, find_plan, plan_folder, plan_of_file
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.vocabulary import wording

PLAN_VARIABLE = "KEHOACH_PLAN"


class Request(NamedTuple):
    """What a command answers for: the plan as its files have it, as it was in force on the day, and the day.

    `plan` is `whole` with only the selected records.
    """

    folder: PlanFolder
    files: Plan
    whole: Plan
    plan: Plan
    agencies: AgencyRegister
    selection: Selection
    as_of: date

    @property
    def period(self) -> Period:
        """The period under way that a regular report is on, by what was known on the day."""
        return regular_period(self.as_of, known_by(self.files, self.as_of))


def open_request(
    plan: str | None, as_of: str | None, filters: SelectionOptions = WHOLE_PLAN, period: str | None = None
) -> Request:
    """Find and load the plan, that of the period asked about, and select the records that the options name.

    Raises:
        UsageProblem: an option's value is not valid, or there is no plan.
        UnusablePlan: the plan's files have errors.
    """
    day = as_of_day(as_of)
    return request_of(locate_plan(plan, day_asked_about(period, day)), day, filters)


def request_of(folder: PlanFolder, day: date, filters: SelectionOptions = WHOLE_PLAN) -> Request:
    """Load the plan. Raises as `open_request` does."""
    files = load_or_fail(folder)
    whole = in_force(files, day)
    agencies = register(whole)
    selection = read_selection(files, filters)
    selected = select(whole, agencies, selection)
    return Request(folder, files, whole, plan=selected, agencies=agencies, selection=selection, as_of=day)


def record_on(request: Request, wanted: str) -> Record:
    """The record with this id as it was in force on the day; one that was taken out, as it was then.

    Raises:
        UsageProblem: there is no such record, or there was none yet.
    """
    found = find_record(request.files, wanted)
    if found.added and request.as_of < found.added.date:
        raise UsageProblem(
            f"{found.id} được bổ sung từ ngày {wording.day(found.added.date)}, ngày {wording.day(request.as_of)} chưa "
            "có trong Kế hoạch; chọn ngày muộn hơn ở --as-of"
        )
    present = next((record for record in request.whole.records if record.id == found.id), None)
    return present or record_in_force(found, request.as_of)


def read_selection(plan: Plan, filters: SelectionOptions) -> Selection:
    """Parse the filters. Raises UsageProblem for names that the plan lacks, and for a role without an agency."""
    if filters.agency is None and (filters.role is not None or filters.groups):
        given = "--groups" if filters.role is None else "--role"
        raise UsageProblem(f"{given} nói về vai của một cơ quan; thêm --agency CƠ QUAN")
    agencies = register(plan)
    agency = agencies.by_id[find_agency(filters.agency, agencies, "--agency")] if filters.agency is not None else None
    return Selection(
        None if filters.pillar is None else _pillar_id(filters.pillar, plan),
        agency and agency.id,
        parse_role(filters.role),
        parse_origin(filters.origin),
        filters.groups,
        agency.short_name if agency else "",
    )


def locate_plan(option: str | None, day: date | None = None) -> PlanFolder:
    """The plan named by the option, else by KEHOACH_PLAN, else the nearest one upward from the current folder.

    Where none of these is, the one of the plans below that is on the year of `day`, today if None; that is told.
    """
    found = find_named_plan(option, day)
    if found:
        return found
    raise UsageProblem(
        "Không tìm thấy kế hoạch từ thư mục hiện tại trở lên, trong các thư mục con cũng không có; "
        "chuyển vào thư mục có data/plan.yaml hoặc chỉ ra bằng --plan THƯ MỤC"
    )


def find_named_plan(option: str | None, day: date | None = None) -> PlanFolder | None:
    """As `locate_plan`, but None if no plan is named and none is found."""
    day = day or today()
    return _named_or_above(option, day) or plan_of_day(all_below(Path.cwd()), day)


def plans_here(option: str | None, day: date | None = None) -> list[PlanFolder]:
    """The plan that is named or upward from the current folder, by itself; else all below, which may be none."""
    found = _named_or_above(option, day or today())
    return [found] if found else all_below(Path.cwd())


def _named_or_above(option: str | None, day: date) -> PlanFolder | None:
    named, named_by = (option, "--plan") if option else (os.environ.get(PLAN_VARIABLE), f"biến {PLAN_VARIABLE}")
    try:
        return _plan_at(named, named_by, day) if named else find_plan(Path.cwd())
    except FileNotFoundError:
        raise UsageProblem("Thư mục hiện tại không còn; chuyển vào thư mục của kế hoạch") from None


def _plan_at(named: str, named_by: str, day: date) -> PlanFolder:
    """The plan in the folder, of the file, or of that name; `named_by` is the option or variable, for messages."""
    path = Path(named)
    found = plan_of_file(path) or plan_folder(path) or plan_called(named, named_by, day)
    if found:
        return found
    if os.path.isfile(path):  # noqa: PTH113 - unlike the method, gives False without permission
        raise UsageProblem(f"{named_by}: {path} là một tệp; chỉ ra thư mục có data/plan.yaml")
    if os.path.isdir(path):  # noqa: PTH112
        raise UsageProblem(f"{named_by}: không có kế hoạch trong {path}; chỉ ra thư mục có data/plan.yaml")
    raise UsageProblem(f"{named_by}: không có thư mục {path}; kiểm tra lại tên và quyền đọc")


def load_or_fail(folder: PlanFolder) -> Plan:
    """Load the plan. Raises UnusablePlan for any finding, since figures that leave out records would mislead."""
    from kehoach_cli.loading.plan_files import load_plan

    loaded = load_plan(folder, shown_path)
    if loaded.plan is None or loaded.findings:
        from kehoach_cli.loading.locating import locate_findings

        raise UnusablePlan(locate_findings(loaded, loaded.findings), loaded.files)
    return loaded.plan


def _pillar_id(name: str, plan: Plan) -> str:
    for pillar in plan.pillars:
        if bare_key(name) in (bare_key(pillar.id), bare_key(pillar.name)):
            return pillar.id
    known = ", ".join(f"{pillar.id} ({pillar.name})" for pillar in plan.pillars)
    raise UsageProblem(f"--pillar: kế hoạch không có nhóm «{name}»; chọn một trong: {known}")
