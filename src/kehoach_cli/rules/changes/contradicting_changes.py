"""Hai lần điều chỉnh cùng ngày mâu thuẫn

Hai lần điều chỉnh có hiệu lực cùng một ngày mà ghi cho một khóa hai giá trị khác nhau thì không biết giá trị nào có
hiệu lực. Lần đính chính (corrigendum) mang ngày của lần bị đính chính và luôn thay cho lần đó, nên không mâu thuẫn.

Sai:
    changes:
      - {date: 2023-08-02, by: CV 456/UBND-VP, set: {due: Quý IV/2023}}
      - {date: 2023-08-02, by: CV 457/UBND-VP, set: {due: Tháng 11/2023}}

Đúng:
    changes:
      - {date: 2023-08-02, by: CV 456/UBND-VP, set: {due: Quý IV/2023}}
      - {date: 2023-08-02, by: CV 456/UBND-VP, corrigendum: true, set: {due: Tháng 11/2023}}
"""

from collections.abc import Iterator
from typing import Any

from kehoach_cli.diagnostics import FieldRef, Problem, Related
from kehoach_cli.plan.differences import same
from kehoach_cli.plan.periods import Day
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import record_words, wording

_CORRECT = "Giữ lần đúng theo văn bản; lần sau sửa chỗ ghi sai của lần trước thì thêm «corrigendum: true»"
_CORRECT_AGAIN = "Giữ lần đúng theo văn bản; lần đính chính ghi sai thì sửa ngay dòng đó, để người duyệt quyết định"


def check(subject: Subject) -> Iterator[Problem]:
    for owner in (subject.plan, *subject.plan.records):
        first: dict[tuple[Day, bool, str], tuple[Any, FieldRef]] = {}
        for index, change in enumerate(owner.changes):
            for key, value in change.set:
                here = subject.at(owner, "changes", index, "set", *key.split("."))
                given, there = first.setdefault((change.date, change.corrigendum, key), (value, here))
                if not same(given, value):
                    name = wording.sentence(record_words.field_name(key, subject.plan.target_names))
                    yield Problem(
                        f"{name} được điều chỉnh hai lần trong ngày {wording.day(change.date)}, thành hai giá trị "
                        "khác nhau",
                        _CORRECT_AGAIN if change.corrigendum else _CORRECT,
                        here,
                        related=(Related(there, "lần kia"),),
                    )
