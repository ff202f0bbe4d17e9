"""Find agencies by what a person typed: an id, or any name."""

import re
from difflib import get_close_matches

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.named_record import MAX_NAMED
from kehoach_cli.entering.raw_entry import RawEntry
from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.suggest import bare_key


def find_agency(name: str, agencies: AgencyRegister, option: str) -> str:
    """The id of the agency. Raises UsageProblem with similar ones; it names the option."""
    found = agencies.find(name)
    if found:
        return found.id
    bare = bare_key(name)
    same_name = {agency_id for key, agency_id in agencies.by_name.items() if bare_key(key) == bare}
    if len(same_name) == 1:
        return same_name.pop()
    known = {bare_key(text): agency for agency in agencies.by_id.values() for text in (agency.id, agency.short_name)}
    similar = [agencies.by_id[agency_id] for key, agency_id in agencies.by_name.items() if bare in bare_key(key)]
    similar = similar or [known[key] for key in get_close_matches(bare, known, n=3)]
    names = dict.fromkeys(f"{agency.id} ({agency.short_name})" for agency in similar)
    hint = (
        f"; có phải là: {', '.join([*names][:MAX_NAMED])}?" if names else "; xem các mã và tên trong tệp agencies.yaml"
    )
    raise UsageProblem(f"{option}: kế hoạch không có cơ quan nào tên là «{name}»{hint}")


def answering_agency(plan: Plan, raw: RawEntry) -> str | None:
    """The agency whose answer the entry is, None for the whole. Raises as `find_agency`."""
    return find_agency(raw.cells["agency"], register(plan), "--agency") if "agency" in raw.cells else None


def find_agencies(text: str, agencies: AgencyRegister, option: str) -> tuple[str, ...]:
    """The ids of the agencies, with commas or semicolons between them. Raises as `find_agency`."""
    return tuple(dict.fromkeys(find_agency(name, agencies, option) for name in names_in(text, agencies)))


def names_in(text: str, agencies: AgencyRegister) -> list[str]:
    """The names in a list. A comma is a part of a name where semicolons stand between the names, or it is one name."""
    if agencies.find(text):
        return [text]
    marks = ";" if ";" in text else ","
    return [name for part in re.split(marks, text) if (name := part.strip())]
