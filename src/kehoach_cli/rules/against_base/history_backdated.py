"""Ghi lùi ngày mà không nói rõ

Dòng mới có ngày trước dòng đã ghi làm đổi tình hình của những ngày đã báo cáo: một việc quá hạn có thể thành hoàn
thành đúng hạn. Số liệu nộp muộn thì vẫn ghi được, nhưng phải nói rõ ở note; đính chính thì có corrects.

Sai:
    updates:
      - {state: in_progress, date: 2023-09-14}
      - {state: done, date: 2023-06-29, source: CV 8/SYT}      # phiên bản trước chưa có dòng này

Đúng:
    updates:
      - {state: in_progress, date: 2023-09-14}
      - {state: done, date: 2023-06-29, source: CV 8/SYT, note: Sở Y tế báo cáo muộn}
"""

from collections.abc import Container, Iterator

from kehoach_cli.diagnostics import Finding, Severity
from kehoach_cli.plan.model import Measurement, Update
from kehoach_cli.plan.periods import Day
from kehoach_cli.rules.against_base.comparison import Comparison, changed_work, corrects_one_of
from kehoach_cli.rules.rule import at
from kehoach_cli.vocabulary import record_words

CODE = "KH709"
SEVERITY: Severity = "error"


def check(comparison: Comparison) -> Iterator[Finding]:
    for change in changed_work(comparison.changes):
        unit = record_words.unit_of(change.after)
        for history in change.histories:
            before = {entry.date: entry for entry in getattr(change.before, history.key)}
            last = before[max(before)] if before else None
            for place, entry in history.added:
                if (
                    isinstance(entry, Measurement | Update)
                    and last is not None
                    and entry.date < last.date
                    and not _explained(entry, before)
                ):
                    yield Finding(
                        CODE,
                        SEVERITY,
                        f"{record_words.titled_entry(entry, unit)} mới thêm, lùi về trước dòng đã có: "
                        f"{record_words.entry(last, unit)}",
                        "Nộp muộn thì nói rõ ở «note:»; đính chính thì thêm «corrects:» với ngày của dòng sai",
                        at(change.after, history.key, place, "date"),
                    )


def _explained(entry: Measurement | Update, before: Container[Day]) -> bool:
    """Whether it says why it comes late, or what it corrects.

    An entry of a day that was recorded takes that entry's place, which is the finding of another rule.
    """
    return entry.note is not None or entry.date in before or corrects_one_of(entry, before)
