"""Điều văn bản cần mà plan.yaml chưa ghi

Báo cáo và công văn lấy địa danh, người ký, cơ quan chủ quản, ký hiệu từ plan.yaml. Cơ quan thường trực ban hành văn bản
thì người ký, cơ quan chủ quản là của cơ quan đó, ghi ở documents. Chưa ghi thì văn bản vẫn lập được, chỗ thiếu được
đánh dấu “[Cần bổ sung: …]” hoặc để trống.

Sai:
    place: null
    standing_agency: STTTT

Đúng:
    place: Bà Rịa - Vũng Tàu
    standing_agency: STTTT
    documents:
      report:
        parent: Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu
        signatory: {office: GIÁM ĐỐC, name: Nguyễn Văn A}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import FieldRef, Problem, Severity
from kehoach_cli.plan.document_heads import not_known
from kehoach_cli.rules.rule import Subject

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Problem]:
    plan = subject.plan
    by_id = {key: each._replace(until=None, successors=None) for key, each in subject.agencies.by_id.items()}
    lasting = subject.agencies._replace(by_id=by_id)
    for path, what in not_known(plan, lasting):
        remedy = f"Ghi {what} vào {'.'.join(path)}; văn bản lập trước khi ghi để trống chỗ đó"
        yield Problem(f"Chưa ghi {what}", remedy, FieldRef("plan", None, path))
