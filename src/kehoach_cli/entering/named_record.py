"""Find a record by the id that a person typed."""

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.plan.model import Plan, Record
from kehoach_cli.plan.suggest import bare_key, near_ids

MAX_NAMED = 5


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


def _named_like(words: str, plan: Plan) -> list[str]:
    """Records whose name contains the words, accents ignored: `NV-CQS-16 (Chuyển đổi IPv6 …)`."""
    from textwrap import shorten

    key = bare_key(words)
    named = [record for record in plan.records if key in bare_key(record.name)] if len(key) > 2 else []
    return [f"{record.id} ({shorten(record.name, 50, placeholder='…')})" for record in named[:MAX_NAMED]]
