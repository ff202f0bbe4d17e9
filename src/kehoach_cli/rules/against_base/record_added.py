"""Bản ghi mới không dẫn văn bản bổ sung

Chỉ tiêu, nhiệm vụ thêm sau khi ban hành phải nêu văn bản bổ sung và ngày, để báo cáo của kỳ trước không tính nó. Có
trong Kế hoạch từ đầu mà trước đây nhập thiếu thì ghi chính quyết định ban hành và ngày của quyết định đó.

Sai:
    - id: CQS-41                                  # phiên bản trước không có
      name: Tỷ lệ hồ sơ được số hóa

Đúng:
    - id: CQS-41
      name: Tỷ lệ hồ sơ được số hóa
      added: {date: 2023-08-15, by: QĐ 250/QĐ-BCĐ}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem
from kehoach_cli.rules.against_base.comparison import Comparison
from kehoach_cli.rules.rule import at
from kehoach_cli.vocabulary import record_words


def check(comparison: Comparison) -> Iterator[Problem]:
    before, plan = comparison.earlier.plan, comparison.present.plan
    known = {record.id for record in before.records}  # an id that is used again is KH707's finding
    for part, typed in ((comparison.changes.indicators, before.indicators), (comparison.changes.tasks, before.tasks)):
        for record in part.added if typed else ():  # a file without records is being typed in
            if record.added is None and record.id not in known:
                yield Problem(
                    f"{record.id} {record_words.quoted(record.name)} không có ở phiên bản trước mà không dẫn văn bản "
                    "bổ sung",
                    "Thêm «added: {date: năm-tháng-ngày, by: số và ngày văn bản}»; có trong Kế hoạch từ đầu thì ghi "
                    f"«added: {{date: {plan.date}, by: {plan.number}}}»",
                    at(record, "id"),
                )
