"""Find a record by the id that a person typed."""

from difflib import get_close_matches

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.plan.model import Plan, Record
from kehoach_cli.plan.suggest import bare_key, near_ids
from kehoach_cli.yaml.scalars import clipped

MAX_NAMED = 5
_ALIKE = 0.9
_CUT_FROM = 20  # letters of a name that was cut


def find_record(plan: Plan, wanted: str) -> Record:
    """The record of that id, ignoring case. Raises UsageProblem with similar ids, or records with a similar name."""
    found = {record.id: record for record in plan.records}
    record = found.get(wanted.strip().upper())
    if record:
        return record
    near = near_ids(wanted, found) or _named_like(wanted, plan)
    hint = f"; có phải là: {', '.join(near)}?" if near else ". Xem các mã bằng: kehoach gaps, kehoach tasks"
    raise UsageProblem(f"Kế hoạch không có mã «{wanted}»{hint}")


def find_part(plan: Plan, wanted: str, lacks: str) -> Record:
    """The record of that id, no heading. Raises UsageProblem; `lacks` says what a heading has not, as a noun."""
    record = find_record(plan, wanted)
    if record.heading:
        raise UsageProblem(
            f"{record.id} là đề mục, không có {lacks}; ghi cho từng bản ghi của mục (xem: kehoach show {record.id})"
        )
    return record


def find_named(plan: Plan, name: str, number: str | None) -> tuple[Record, str]:
    """The record of that name, and what has to be asked about it: "" if nothing. Accents and case do not count.

    Of several with one name it is the one whose id ends in the number. Raises UsageProblem if none is like it.
    """
    wanted, by_name = bare_key(name), dict[str, list[Record]]()
    for record in plan.records:
        by_name.setdefault(bare_key(record.name), []).append(record)
    near = [] if wanted in by_name else get_close_matches(wanted, by_name, n=1, cutoff=_ALIKE)
    if not near and wanted not in by_name and len(wanted) >= _CUT_FROM:
        near = [name for name in by_name if name.startswith(wanted)]
    found = [record for key in near or [wanted] for record in by_name.get(key, [])]
    if len(found) > 1 and number and number.strip(".").isdecimal():
        found = [each for each in found if each.id.endswith(f"{int(number.strip('.')):02}")]
    if len(found) == 1:
        return found[0], f"«{clipped(name)}» hiểu là {found[0].id} «{clipped(found[0].name)}»" if near else ""
    which = f"có ở {', '.join(each.id for each in found)}" if found else "không có trong kế hoạch"
    raise UsageProblem(f"«{clipped(name)}» {which}; ghi mã vào một cột Mã")


def _named_like(words: str, plan: Plan) -> list[str]:
    """Records whose name contains the words, accents ignored: `NV-CQS-16 (Chuyển đổi IPv6 …)`."""
    from textwrap import shorten

    key = bare_key(words)
    named = [record for record in plan.records if key in bare_key(record.name)] if len(key) > 2 else []
    return [f"{record.id} ({shorten(record.name, 50, placeholder='…')})" for record in named[:MAX_NAMED]]
