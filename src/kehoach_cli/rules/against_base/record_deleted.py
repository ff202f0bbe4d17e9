"""Bản ghi bị xóa

Xóa một chỉ tiêu, nhiệm vụ hay cơ quan là xóa cả kết quả, tiến độ đã ghi của nó, và báo cáo cũ không còn đối chiếu
được. Bản ghi đã vào Kế hoạch thì ở lại: văn bản sau đưa ra khỏi Kế hoạch thì thêm removed, cơ quan kết thúc thì thêm
until và successors. Lỗi này chỉ vào đầu tệp, vì bản ghi không còn dòng nào.

Sai:
    # phiên bản trước có NV-CQS-05, nay không còn

Đúng:
    - id: NV-CQS-05
      removed: {date: 2023-08-02, by: CV 456/UBND-VP}
"""

from collections.abc import Iterator, Mapping

from kehoach_cli.diagnostics import Collection, Problem, Route
from kehoach_cli.plan.differences import PlanDifferences
from kehoach_cli.rules.against_base.comparison import Comparison, by_collection
from kehoach_cli.vocabulary import record_words, terms


def check(comparison: Comparison) -> Iterator[Problem]:
    yield from _deleted(comparison.changes, "phiên bản trước")
    for side in comparison.merged:
        yield from _deleted(side, "nhánh được gộp")


def _deleted(changes: PlanDifferences, where: str) -> Iterator[Problem]:
    elsewhere = {record.id for _, change in by_collection(changes) for record in change.added}
    for collection, change in by_collection(changes):
        for record in change.removed:
            if record.id not in elsewhere:  # else the id is reused: KH707's finding
                yield Problem(
                    f"{terms.RECORD[collection]} {record.id} {record_words.quoted(record.name)} "
                    f"có ở {where}, nay không còn",
                    _REMEDY[collection],
                    Route(collection, (0,)),
                )


_TAKEN_OUT = "văn bản sau đã đưa ra khỏi Kế hoạch thì thêm «removed: {date: năm-tháng-ngày, by: số và ngày văn bản}»"
_REMEDY: Mapping[Collection, str] = {
    "agencies": "Khôi phục bản ghi; cơ quan đã giải thể hay sáp nhập vẫn giữ lại, thêm until và successors",
    "indicators": f"Khôi phục bản ghi; {_TAKEN_OUT}",
    "tasks": f"Khôi phục bản ghi; {_TAKEN_OUT}",
}
