"""Điều văn bản cần mà plan.yaml chưa ghi

Báo cáo và công văn lấy địa danh, họ tên người ký từ plan.yaml. Chưa ghi thì văn bản vẫn lập được nhưng để trống chỗ đó,
và `kehoach template check --the-thuc` sẽ nêu chỗ thiếu.

Sai:
    place: null

Đúng:
    place: Bà Rịa - Vũng Tàu
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import FieldRef, Problem, Severity, Step
from kehoach_cli.plan.model import Plan
from kehoach_cli.rules.rule import Subject

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Problem]:
    for path, what in missing(subject.plan):
        key = ".".join(map(str, path))
        remedy = f"Ghi {what} vào {key}; văn bản lập trước khi ghi để trống chỗ đó"
        yield Problem(f"Chưa ghi {what}", remedy, FieldRef("plan", None, path))


def missing(plan: Plan) -> Iterator[tuple[tuple[Step, ...], str]]:
    """The keys that documents print and the plan leaves empty, each with what is to stand there."""
    if not plan.place:
        yield ("place",), "địa danh đứng trước ngày tháng"
    if not plan.signatory.name:
        yield ("signatory", "name"), "họ tên người ký"
