"""Thời hạn bị đổi mà không dẫn văn bản

Sửa thời hạn là cách dễ nhất để một việc quá hạn không còn quá hạn. Được gia hạn thì giữ nguyên due và thêm vào
extensions, có by là văn bản cho gia hạn. Văn bản sửa hẳn thời hạn trong Kế hoạch, hoặc thời hạn đã nhập sai, thì ghi
vào amendments. Viết cùng một thời hạn theo cách khác (Quý II/2023, 2023-Q2) không phải là đổi.

Sai:
    due: Quý IV/2023                              # phiên bản trước: Quý II/2023

Đúng:
    due: Quý II/2023
    extensions:
      - {due: Quý IV/2023, by: CV 456/UBND-VP ngày 02/8/2023, date: 2023-08-02}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import FieldRef, Finding, Severity
from kehoach_cli.plan.differences import history_of
from kehoach_cli.plan.history import due_by
from kehoach_cli.plan.model import Extension
from kehoach_cli.plan.periods import Day
from kehoach_cli.rules.against_base.comparison import Comparison, amendment_line, undocumented_changes
from kehoach_cli.rules.rule import at
from kehoach_cli.vocabulary import record_words

CODE = "KH704"
SEVERITY: Severity = "error"

_EXTEND_OR_AMEND = (
    "Trả lại như cũ; được gia hạn thì thêm vào extensions, có văn bản ở «by:»; "
    f"văn bản đã sửa hẳn thời hạn thì thêm vào bản ghi này «{amendment_line('due')}»"
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for finding in undocumented_changes(comparison, ("due",), CODE, SEVERITY):
        yield finding._replace(remedy=_EXTEND_OR_AMEND) if _of_task(finding) else finding
    for change in comparison.changes.tasks.changed:
        for place, entry in history_of(change, "extensions").added:
            if isinstance(entry, Extension) and entry.by is None:
                yield Finding(
                    CODE,
                    SEVERITY,
                    f"Thời hạn của {change.after.id} trước đây là {record_words.due(due_by(change.before, Day.max))}, "
                    f"nay gia hạn đến {record_words.due(entry.due)} mà không dẫn văn bản nào",
                    "Ghi số và ngày văn bản cho gia hạn vào «by:»",
                    at(change.after, "extensions", place),
                )


def _of_task(finding: Finding) -> bool:
    return isinstance(finding.at, FieldRef) and finding.at.collection == "tasks"
