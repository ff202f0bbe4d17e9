"""Find agencies by what a person typed: an id, or any name."""

import re
from datetime import date
from difflib import get_close_matches

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.named_record import MAX_NAMED
from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.suggest import bare_key
from kehoach_cli.vocabulary import wording


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


def find_agencies(text: str, agencies: AgencyRegister, option: str) -> tuple[str, ...]:
    """The ids of the agencies, with commas or semicolons between them. Raises as `find_agency`."""
    return tuple(dict.fromkeys(find_agency(name, agencies, option) for name in names_in(text, agencies)))


def require_active(agency_id: str, day: date, agencies: AgencyRegister, option: str) -> None:
    """Raise UsageProblem unless the agency is there on the day; the message names the option."""
    agency = agencies.by_id[agency_id]
    named, now = f"{agency_id} ({agency.short_name})", f"{option}: ngày {wording.day(day)}"
    if agency.from_ and day < agency.from_:
        raise UsageProblem(f"{now} chưa có {named}, hoạt động từ ngày {wording.day(agency.from_)}; sửa --date")
    if agency.last_day and agency.last_day < day:
        heirs = ", ".join(agencies.heirs(agency_id))
        raise UsageProblem(
            f"{now} không còn {named}, hoạt động đến hết ngày {wording.day(agency.last_day)}; "
            + (f"ghi cơ quan đã tiếp nhận nó: {heirs}" if heirs else "ghi cơ quan khác")
        )


def names_in(text: str, agencies: AgencyRegister) -> list[str]:
    """The names in a list. A comma is a part of a name where semicolons stand between the names, or it is one name."""
    if agencies.find(text):
        return [text]
    marks = ";" if ";" in text else ","
    return [name for part in re.split(marks, text) if (name := part.strip())]
