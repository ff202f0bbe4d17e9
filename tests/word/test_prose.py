"""The templates' sentences fit their figures: none, one, all of one kind, many."""

from datetime import date

import pytest

from kehoach_cli.plan.model import Plan, Task
from kehoach_cli.reports.fields.template_kinds import REPORT, SUMMARY
from tests.support.documents import letters_of, report_of, text_of
from tests.support.made_up_plans import indicator, plan_of, task

NOTHING = plan_of()
ONE = plan_of((indicator(1),), (task(1),))
ALL_ALIKE = plan_of((indicator(1), indicator(2)), (task(1, "Quý IV/2023"), task(2, "Quý IV/2023")))
MANY = plan_of(
    (indicator(1), indicator(2, baseline="70"), indicator(3, baseline="70"), indicator(4, baseline=None, target="5")),
    (
        task(1),
        task(2, done=date(2023, 6, 1)),
        task(3, "Quý IV/2023"),
        task(4, "Hàng tháng"),
        task(5, "Thường xuyên"),
    ),
)
UNDATED_ONLY = plan_of((), (task(1, "Thường xuyên"),))


@pytest.mark.parametrize(
    ("plan", "sentences"),
    [
        (
            NOTHING,
            [
                "Kế hoạch chưa có chỉ tiêu, nhiệm vụ nào.",
                "Kế hoạch không giao chỉ tiêu.",
                "Kế hoạch không giao nhiệm vụ.",
                "- Không có nhiệm vụ nào đến hạn từ ngày 15/9/2023 đến hết ngày 31/12/2023.",
            ],
        ),
        (
            ONE,
            [
                "Kế hoạch có 1 chỉ tiêu và 1 nhiệm vụ.",
                "Nhóm có 1 chỉ tiêu, chưa đủ số liệu để đánh giá.",
                "Xếp theo thời hạn: 1 nhiệm vụ quá hạn chưa hoàn thành; chưa có nhiệm vụ nào hoàn thành. "
                "Tình hình từng nhiệm vụ tại Phụ lục II.",
                "Có 1 nhiệm vụ quá hạn chưa hoàn thành là “Ban hành kế hoạch dữ liệu mở” (cơ quan chủ trì: CQ 1; "
                "thời hạn: Quý II/2023), đã quá hạn 76 ngày.",
            ],
        ),
        (
            ALL_ALIKE,
            [
                "Cả 2 chỉ tiêu của nhóm đều chưa đủ số liệu để đánh giá.",
                "Về nhiệm vụ có thời hạn: cả 2 nhiệm vụ đều đang thực hiện trong hạn. Trong kỳ chưa ghi nhận nhiệm vụ "
                "nào hoàn thành.",
                "Đến hết ngày 14/9/2023 không có nhiệm vụ nào quá hạn chưa hoàn thành.",
            ],
        ),
        (
            MANY,
            [
                "Kế hoạch có 4 chỉ tiêu và 5 nhiệm vụ, trong đó 3 nhiệm vụ có thời hạn cụ thể.",
                "Nhóm có 4 chỉ tiêu: 2 chỉ tiêu đạt hoặc vượt mức phấn đấu và 2 chỉ tiêu chưa đủ số liệu để đánh giá.",
                "Xếp theo thời hạn: 1 nhiệm vụ hoàn thành đúng hạn, 1 nhiệm vụ đang thực hiện trong hạn và 1 nhiệm vụ "
                "quá hạn chưa hoàn thành. Không xếp theo thời hạn: 1 nhiệm vụ thực hiện định kỳ và 1 nhiệm vụ thực "
                "hiện thường xuyên. Tình hình từng nhiệm vụ tại Phụ lục II.",
                "- Ban hành kế hoạch dữ liệu mở (CQ 1; hàng tháng): chưa có báo cáo từ tháng 2/2023 đến tháng 8/2023.",
            ],
        ),
        (
            UNDATED_ONLY,
            [
                "Kế hoạch có 1 nhiệm vụ.",
                "Không xếp theo thời hạn: 1 nhiệm vụ thực hiện thường xuyên. Tình hình từng nhiệm vụ tại Phụ lục II.",
            ],
        ),
    ],
)
def test_the_report(plan: Plan, sentences: list[str]) -> None:
    lines = text_of(report_of(plan, "2023-Q3", kind=REPORT)).splitlines()
    assert [sentence for sentence in sentences if sentence not in lines] == []


@pytest.mark.parametrize(
    ("plan", "sentences"),
    [
        (
            NOTHING,
            [
                "1. Kế hoạch không giao chỉ tiêu.",
                "2. Kế hoạch không giao nhiệm vụ có thời hạn.",
                "3. Không có nhiệm vụ quá hạn chưa hoàn thành.",
                "4. Đến hết ngày 31/12/2023 không có nhiệm vụ, chỉ tiêu nào đến hạn.",
            ],
        ),
        (
            ONE,
            [
                "1. Về chỉ tiêu: đến hết ngày 14/9/2023, 1 chỉ tiêu chưa đủ số liệu để đánh giá.",
                "So với quý II/2023: chuyển sang quá hạn 1 nhiệm vụ.",
                "3. Nhiệm vụ quá hạn chưa hoàn thành:",
                "4. Đến hết ngày 31/12/2023 có 1 chỉ tiêu đến hạn.",
            ],
        ),
        (ALL_ALIKE, ["4. Đến hết ngày 31/12/2023 có 2 nhiệm vụ và 2 chỉ tiêu đến hạn."]),
    ],
)
def test_the_page_for_the_meeting(plan: Plan, sentences: list[str]) -> None:
    lines = text_of(report_of(plan, "2023-Q3", kind=SUMMARY)).splitlines()
    assert [sentence for sentence in sentences if sentence not in lines] == []


@pytest.mark.parametrize(
    ("tasks", "said", "asked"),
    [
        ((task(1),), "còn 1 việc đã quá hạn, cụ thể", "khẩn trương hoàn thành việc đã quá hạn, nêu rõ"),
        ((task(1), task(2)), "còn 2 việc đã quá hạn, cụ thể", "khẩn trương hoàn thành các việc đã quá hạn, nêu rõ"),
        (
            (task(1), task(2, "30/9/2023")),
            "còn 2 việc cần tập trung thực hiện, gồm 1 việc đã quá hạn và 1 việc đến hạn trong 30 ngày tới, cụ thể",
            "bảo đảm đúng hạn việc sắp đến hạn; gửi kết quả",
        ),
    ],
)
def test_a_letter(tasks: tuple[Task, ...], said: str, asked: str) -> None:
    (letter,) = letters_of(plan_of((), tasks), date(2023, 9, 14), date(2023, 9, 25)).values()
    text = text_of(letter)
    assert said in text
    assert asked in text


@pytest.mark.parametrize(
    ("number", "title", "begins"),
    [
        ("01/QĐ-UBND", "Kế hoạch mẫu năm 2023", "tỉnh Mẫu ban hành Kế hoạch mẫu năm 2023 (sau đây gọi là Kế hoạch)"),
        ("05/KH-UBND", "Kế hoạch mẫu năm 2023", "Thực hiện Kế hoạch số 05/KH-UBND ngày 10 tháng 01 năm 2023 của "),
        ("05/CTr-UBND", "Chương trình mẫu", "Thực hiện Chương trình số 05/CTr-UBND ngày 10 tháng 01 năm 2023 của "),
    ],
)
def test_a_plan_is_issued_by_a_decision_or_is_the_document_itself(number: str, title: str, begins: str) -> None:
    text = text_of(report_of(NOTHING._replace(number=number, title=title), "2023-Q3"))
    assert begins in text
    assert (f"ban hành {title} (" in text) == number.startswith("01/QĐ")
