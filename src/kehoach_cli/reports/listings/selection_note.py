"""State on a page which part of the plan it covers, so that a printed list is not taken for the whole plan."""

from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.selection import Selection
from kehoach_cli.reports.pages import Page
from kehoach_cli.vocabulary import terms


def with_selection_note(page: Page, plan: Plan, selection: Selection, *further: str) -> Page:
    """Add a line that names the selection and `further` filters; without any the page stays as it is."""
    parts = [*_parts(plan, selection), *further]
    return page._replace(lines=(*page.lines, f"Chỉ gồm: {'; '.join(parts)}.")) if parts else page


def _parts(plan: Plan, selection: Selection) -> list[str]:
    parts = [f"nhóm {pillar.name}" for pillar in plan.pillars if pillar.id == selection.pillar]
    if selection.agency is not None:
        parts.append(_agency_part(register(plan), selection.agency, selection))
    if selection.origin is not None:
        parts.append(f"xuất xứ {terms.ORIGIN[selection.origin]}")
    return parts


def _agency_part(agencies: AgencyRegister, agency: str, selection: Selection) -> str:
    name = agencies.names([agency]) if agency in agencies.by_id else selection.agency_name
    part = f"việc có {name}, ở mọi vai" if selection.role is None else f"việc {name} {terms.ROLE[selection.role]}"
    if selection.through_groups:
        return f"{part}, kể cả việc giao chung cho nhóm cơ quan"
    return f"{part}, chưa kể việc giao chung cho nhóm (thêm --groups)" if agencies.groups_of(agency) else part
