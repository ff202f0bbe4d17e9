"""The templates' sentences fit their figures: every kind of document, every kind of period, none, one, many, all.

The golden page holds each sentence once, where it first occurs. It is meant to be read aloud.
"""

from datetime import date

import pytest

from kehoach_cli.plan.due import UNDATED
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.plan.periods import parse_period
from kehoach_cli.reports.fields.template_kinds import SUMMARY, report_kind
from tests.conftest import Golden
from tests.support.documents import letters_of, report_of, text_of
from tests.support.made_up_plans import indicator, plan_of, task

EARLY, LATE = date(2023, 4, 30), date(2023, 8, 31)
_ENDS = ("Nơi nhận:", "| Nơi nhận:")


def reached(number: int, *, value: str = "60", day: date = LATE) -> Indicator:
    return indicator(number, name=f"Tỷ lệ việc thứ {number}", measured=(("30", EARLY), (value, day)))


MANY = plan_of(
    (
        reached(1),
        reached(2, value="70"),
        reached(3, value="41.5"),
        reached(4, value="15"),
        *(reached(number, value=str(30 + number)) for number in range(5, 9)),
        indicator(9, name="Tỷ lệ chưa có số liệu", baseline=None),
    ),
    (
        task(1, name="Ban hành quy chế"),
        task(2, name="Lập danh mục", done=date(2023, 6, 1)),
        task(3, name="Mua sắm máy chủ", done=date(2023, 8, 1)),
        task(4, "Quý I/2023", name="Tập huấn cán bộ"),
        task(5, "Quý IV/2023", name="Kết nối dữ liệu"),
        task(6, "31/10/2023", name="Nâng cấp cổng"),
        task(7, "Hàng tháng", name="Cập nhật dữ liệu"),
        task(8, "Thường xuyên", name="Tuyên truyền"),
        task(9, name="Mở rộng hệ thống")._replace(due=UNDATED),
    ),
)
ALL = plan_of(
    tuple(reached(number) for number in (1, 2)),
    tuple(task(number, done=date(2023, 6, 1)) for number in (1, 2)),
)
AMOUNTS = {
    "không có gì": plan_of(),
    "một": plan_of((indicator(1),), (task(1),)),
    "một, đã xong": plan_of((reached(1),), (task(1, done=date(2023, 6, 1)),)),
    "nhiều": MANY,
    "tất cả": ALL,
    "chỉ việc không thời hạn": plan_of((), (task(1, "Thường xuyên"),)),
}
PERIODS = ("2023-Q3", "2023-Q4", "2023-H1", "2023-08", "2023-12", "2023")


def sentences(document: bytes) -> list[str]:
    """The lines of the body below the title; tables and charts aside."""
    lines = text_of(document).splitlines()
    end = next(number for number, line in enumerate(lines) if line.startswith(_ENDS))
    return [line for line in lines[:end] if not line.startswith(("|", "["))]


def test_every_sentence(golden: Golden) -> None:
    page: list[str] = []
    told: set[str] = set()

    def tell(title: str, document: bytes) -> None:
        new = [line for line in sentences(document) if line not in told]
        told.update(new)
        page.extend([f"== {title}", *new, ""] if new else [])

    for period in PERIODS:
        for amount, plan in AMOUNTS.items():
            tell(f"Báo cáo {period}, {amount}", report_of(plan, period, kind=report_kind(parse_period(period))))
    for period in ("2023-Q3", "2023-Q4"):
        for amount, plan in AMOUNTS.items():
            tell(f"Tóm tắt {period}, {amount}", report_of(plan, period, kind=SUMMARY))
    for amount, plan in AMOUNTS.items():
        for letter in letters_of(plan, date(2023, 9, 14), date(2023, 9, 25)).values():
            tell(f"Công văn, {amount}", letter)
    golden("word/prose.txt", "\n".join(page))


def test_what_a_person_says_of_a_pillar_stands_in_place_of_the_paragraph() -> None:
    spoken = Narrative(direction=("Ban hành 02 văn bản (ví dụ)",), pillars={"N1": ("Nhóm thứ nhất tiến bộ (ví dụ)",)})
    lines = sentences(report_of(MANY, "2023-Q3", spoken))
    assert lines[lines.index("1. Nhóm thứ 1") + 1] == "- Nhóm thứ nhất tiến bộ (ví dụ)."
    assert lines[lines.index("Về công tác chỉ đạo, điều hành:") + 1] == "- Ban hành 02 văn bản (ví dụ)."
    assert not [line for line in lines if line.startswith("Nhóm có")]


@pytest.mark.parametrize(
    ("number", "title", "begins"),
    [
        ("01/QĐ-UBND", "Kế hoạch mẫu năm 2023", "của Ủy ban nhân dân tỉnh Mẫu ban hành Kế hoạch mẫu năm 2023 (sau đây"),
        ("01/QĐ-UBND", "Kế hoạch của Ủy ban nhân dân tỉnh Mẫu", "năm 2023 ban hành Kế hoạch của Ủy ban nhân dân tỉnh"),
        ("05/KH-UBND", "Kế hoạch mẫu năm 2023", "Thực hiện Kế hoạch số 05/KH-UBND ngày 10 tháng 01 năm 2023 của "),
        ("05/CTr-UBND", "Chương trình mẫu", "Thực hiện Chương trình số 05/CTr-UBND ngày 10 tháng 01 năm 2023 của "),
    ],
)
def test_a_plan_is_issued_by_a_decision_or_is_the_document_itself(number: str, title: str, begins: str) -> None:
    text = text_of(report_of(plan_of()._replace(number=number, title=title), "2023-Q3"))
    assert begins in text
    assert (f"ban hành {title} (" in text) == number.startswith("01/QĐ")
