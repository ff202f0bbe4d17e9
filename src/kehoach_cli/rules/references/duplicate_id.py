"""Một mã dùng cho hai bản ghi

Mã là thứ duy nhất nối một chỉ tiêu, nhiệm vụ hay cơ quan với số liệu, báo cáo và lịch sử của nó. Hai bản ghi
trùng mã thì không còn biết số liệu thuộc về bản ghi nào.

Sai:
    - id: CQS-02
      name: Tỷ lệ dịch vụ công trực tuyến toàn trình
    - id: CQS-02
      name: Tỷ lệ thanh toán trực tuyến

Đúng:
    - id: CQS-02
      name: Tỷ lệ dịch vụ công trực tuyến toàn trình
    - id: CQS-03
      name: Tỷ lệ thanh toán trực tuyến
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Collection, FieldRef, Problem, Related
from kehoach_cli.rules.rule import Subject


def check(subject: Subject) -> Iterator[Problem]:
    for collection in ("agencies", "indicators", "tasks"):
        yield from _repeated(collection, subject.listed.get(collection, ()))
    tasks = subject.ids.get("tasks", frozenset())
    for identifier in dict.fromkeys(subject.listed.get("indicators", ())):
        if identifier in tasks:
            here = FieldRef("tasks", identifier, ("id",))
            yield _finding(identifier, here, FieldRef("indicators", identifier, ("id",)))
    pillars: dict[str, FieldRef] = {}
    for index, pillar in enumerate(subject.plan.pillars):
        here = FieldRef("plan", None, ("pillars", index, "id"))
        if pillar.id in pillars:
            yield _finding(pillar.id, here, pillars[pillar.id])
        pillars.setdefault(pillar.id, here)


def _repeated(collection: Collection, ids: tuple[str, ...]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for identifier in ids:
        occurrence = seen.get(identifier, 0)
        seen[identifier] = occurrence + 1
        if occurrence:
            first = FieldRef(collection, identifier, ("id",))
            yield _finding(identifier, first._replace(occurrence=occurrence), first)


def _finding(identifier: str, here: FieldRef, first: FieldRef) -> Problem:
    return Problem(
        f"Mã {identifier} đã dùng cho một bản ghi khác",
        "Đặt cho bản ghi này một mã chưa dùng",
        here,
        related=(Related(first, "bản ghi đã dùng mã này"),),
    )
