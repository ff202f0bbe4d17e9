"""Bản ghi thuộc về một mã không dùng được

parent là mã của bản ghi mà bản ghi này là một phần, ở cùng tệp: chỉ tiêu con thuộc một chỉ tiêu hoặc một đề mục của
chỉ tiêu, nhiệm vụ con thuộc một nhiệm vụ. Bản ghi không thể thuộc chính nó, kể cả vòng qua bản ghi khác, và không quá
bốn cấp lồng nhau.

Sai:
    - {id: CT-11, name: Hạ tầng số, heading: true}
    - id: CT-11.1
      parent: CT-12

Đúng:
    - {id: CT-11, name: Hạ tầng số, heading: true}
    - id: CT-11.1
      parent: CT-11
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Collection, Problem
from kehoach_cli.plan.hierarchy import MOST_LEVELS, ancestors
from kehoach_cli.plan.model import Record
from kehoach_cli.plan.suggest import near_ids
from kehoach_cli.rules.references.loops import closing_steps
from kehoach_cli.rules.rule import Subject, collection_of
from kehoach_cli.vocabulary import terms, wording


def check(subject: Subject) -> Iterator[Problem]:
    for records in (subject.plan.indicators, subject.plan.tasks):
        for record in records:
            for state in subject.states.of(record):
                if state.sets("parent") and (fault := _unknown(subject, record, state.record.parent)):
                    yield Problem(*fault, subject.at(record, *state.path("parent")))
        yield from _circles(subject, records)
        yield from _too_deep(subject, records)


def _unknown(subject: Subject, record: Record, parent: str | None) -> tuple[str, str] | None:
    """A message and its remedy where no record of the file has the id."""
    here = collection_of(record)
    other: Collection = "tasks" if here == "indicators" else "indicators"
    if parent is None or parent in subject.ids[here]:
        return None
    own = wording.inline(terms.RECORD[here])
    if parent in subject.ids[other]:
        message = f"{parent} là {wording.inline(terms.RECORD[other])}, không làm đề mục của {own} được"
        return message, f"Ghi mã của một {own}, hoặc xóa parent"
    near = near_ids(parent, subject.ids[here])
    hint = f"Có phải là {', '.join(near)}?" if near else f"Ghi mã của một {own} trong tệp này, hoặc xóa parent"
    return f"Không có {own} nào mã {parent}", hint


def _circles(subject: Subject, records: tuple[Record, ...]) -> Iterator[Problem]:
    last = {record.id: subject.states.of(record)[-1] for record in records}
    ways = {identifier: [state.record.parent] for identifier, state in last.items() if state.record.parent}
    owners = {record.id: record for record in records}
    for identifier, _, parent in closing_steps(ways):
        how = (
            "chính nó" if parent == identifier else f"{parent}, mà {parent} (trực tiếp hoặc qua bản ghi khác) thuộc nó"
        )
        yield Problem(
            f"{identifier} thuộc {how}",
            "Sửa lại parent theo văn bản, hoặc xóa",
            subject.at(owners[identifier], *last[identifier].path("parent")),
        )


def _too_deep(subject: Subject, records: tuple[Record, ...]) -> Iterator[Problem]:
    """Records with as many others above them as there may be levels."""
    by_id: dict[str, Record] = {record.id: subject.states.of(record)[-1].record for record in records}
    for record in records:
        if len(ancestors(by_id[record.id], by_id)) == MOST_LEVELS:
            yield Problem(
                f"{record.id} nằm sâu hơn {MOST_LEVELS} cấp",
                "Ghi parent là bản ghi ở cấp trên cao hơn",
                subject.at(record, *subject.states.of(record)[-1].path("parent")),
            )
