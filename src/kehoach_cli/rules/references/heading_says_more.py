"""Đề mục mang nội dung của chỉ tiêu, nhiệm vụ

Dòng có «heading: true» chỉ gọi tên một mục của Kế hoạch; các bản ghi của mục ấy có parent là mã của nó. Đề mục không
tính vào đâu, nên không có đơn vị tính, mức phấn đấu, cơ quan chủ trì, thời hạn, kết quả hay tiến độ. Bản ghi có mức
của riêng mình mà vẫn có bản ghi con thì bỏ heading.

Sai:
    - {id: CT-11, name: Hạ tầng số, heading: true, due: Năm 2025}

Đúng:
    - {id: CT-11, name: Hạ tầng số, heading: true}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem
from kehoach_cli.plan.model import IN_FORCE_ONLY, Indicator, Record, Task, blank_indicator
from kehoach_cli.rules.rule import Subject

_SAID = (
    *("id", "name", "pillar", "parent", "heading", "source", "note", "direction", "changes", "added", "removed"),
    *IN_FORCE_ONLY,
)


def check(subject: Subject) -> Iterator[Problem]:
    for record in subject.plan.records:
        if record.heading:
            for state in subject.states.of(record):
                for key in _more(state.record):
                    if state.sets(key):
                        yield Problem(
                            f"Đề mục {record.id} có {key}",
                            f"Xóa {key}; nếu {record.id} có nội dung của riêng mình thì bỏ heading",
                            subject.at(record, *state.path(key)),
                        )


def _more(record: Record) -> Iterator[str]:
    """The keys that a heading lacks."""
    blank: Record = Task(record.id, record.name, record.pillar, lead=(), support=())
    if isinstance(record, Indicator):
        blank = blank_indicator(record.id, record.name, record.pillar)
    return (key for key in record._fields if key not in _SAID and getattr(record, key) != getattr(blank, key))
