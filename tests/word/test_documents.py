"""The finished documents: their text as golden files, their form by the decree, their pages by LibreOffice.

Texts are compared on the plans that come with the project; form and pages also where there is nothing, one of
everything, or far too much.
"""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from kehoach_cli.plan.document_settings import Documents, DocumentSettings, Signatory
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.reports.fields.template_kinds import REPORT, SUMMARY
from kehoach_cli.word.form.form_check import check_form
from kehoach_cli.word.form.rules import left_over
from tests.conftest import Golden
from tests.support.documents import joint_letter_of, letters_of, report_of, text_of
from tests.support.known_plans import DISTRICT, EXAMPLES, SHIPPED, load
from tests.support.made_up_plans import crowded_plan, indicator, large_plan, plan_of, shared_plan, task

SPOKEN = Narrative(
    highlights=("Cổng Dịch vụ công hợp nhất hoạt động ổn định (ví dụ giả định)",),
    shortcomings=("Một số đơn vị báo cáo chậm (ví dụ giả định)",),
    objective_causes=("Quy định mới ban hành giữa kỳ (ví dụ giả định)",),
    subjective_causes=("Người đứng đầu chưa đôn đốc, chi R&D < 5% (ví dụ giả định)",),
    priorities=("Tổ chức tập huấn (ví dụ giả định)",),
    proposals=("Bố trí kinh phí (ví dụ giả định)",),
)
ONE_LATE = plan_of((indicator(1), indicator(2)), (task(1), task(2, "Quý IV/2023")), agencies=2)

REPORTS: dict[str, Callable[[], bytes]] = {
    "nothing recorded": lambda: report_of(load(SHIPPED), "2023-Q3"),
    "a year under way": lambda: report_of(load(EXAMPLES), "2023-Q4", SPOKEN),
    "another plan, by the month": lambda: report_of(load(DISTRICT), "2024-06"),
    "a whole year": lambda: report_of(load(DISTRICT), "2024"),
    "one page": lambda: report_of(load(EXAMPLES), "2023-Q4", SPOKEN, SUMMARY),
    "one page, nothing recorded": lambda: report_of(load(SHIPPED), "2023-Q3", kind=SUMMARY),
    "one late": lambda: report_of(ONE_LATE, "2023-Q3"),
    "work of several": lambda: report_of(shared_plan(), "2023-Q3"),
    "one page, work of several": lambda: report_of(shared_plan(), "2023-Q3", kind=SUMMARY),
}
WITH_ANNEXES = ("a year under way", "another plan, by the month", "one late", "work of several")
SIZES: dict[str, Callable[[], Plan]] = {
    "empty": plan_of,
    "no tasks": lambda: plan_of((indicator(1, baseline=None),)),
    "no indicators": lambda: plan_of((), (task(1, done=date(2023, 6, 1)),)),
    "400 indicators, long names": large_plan,
    "many bodies, long names": crowded_plan,
}


@cache
def made(name: str) -> bytes:
    """The finished document, which several tests look at."""
    return REPORTS[name]() if name in REPORTS else report_of(SIZES[name](), "2023-Q3")


@pytest.mark.parametrize("name", REPORTS)
def test_text_of_a_report(name: str, golden: Golden) -> None:
    text = text_of(made(name))
    golden(f"word/{name}.txt", text if name in WITH_ANNEXES else text.partition("\nPhụ lục I\n")[0] + "\n")


def test_text_of_letters(golden: Golden) -> None:
    letters = letters_of(load(EXAMPLES), date(2023, 10, 20), date(2023, 10, 30))
    golden("word/letters.txt", "\n".join(text_of(letters[agency]) for agency in ("CTK", "UBNDTPVT", "UBNDCX")))


def test_text_of_a_letter_to_all(golden: Golden) -> None:
    """Those who have work of their own are named; a group stands for members who share all of theirs."""
    text = text_of(joint_letter_of(load(EXAMPLES), date(2023, 10, 20), date(2023, 10, 30)))
    golden("word/joint letter.txt", text.partition("\n| III. ")[0] + "\n")


@pytest.mark.parametrize("name", [*REPORTS, *SIZES])
def test_the_form_is_the_decrees(name: str) -> None:
    """Only what a person must still write is found, each place of it."""
    found = check_form(made(name))
    assert [finding for finding in found if finding.code != left_over.CODE] == []
    assert len(found) == text_of(made(name)).count("[Cần bổ sung")


def test_the_form_of_letters_is_the_decrees() -> None:
    letters = letters_of(load(EXAMPLES), date(2023, 10, 20), date(2023, 10, 30))
    letters["all"] = joint_letter_of(load(EXAMPLES), date(2023, 10, 20), date(2023, 10, 30))
    found = {finding.code for letter in letters.values() for finding in check_form(letter)}
    assert found == {left_over.CODE}  # the signer's name, which the plan does not have


def test_what_is_special_to_xml_comes_out_whole() -> None:
    text = text_of(report_of(plan_of((indicator(1, name="Chi R&D <5% GRDP «a» \"b\" 'c'"),)), "2023-Q3"))
    assert "Chi R&D <5% GRDP «a» \"b\" 'c'" in text


def test_all_that_is_still_to_be_written_is_marked() -> None:
    marked = [line for line in text_of(made("nothing recorded")).splitlines() if line.startswith("[Cần bổ sung")]
    assert marked == [
        "[Cần bổ sung: kết quả nổi bật trong kỳ]",
        "[Cần bổ sung: nguyên nhân khách quan]",
        "[Cần bổ sung: nguyên nhân chủ quan]",
        "[Cần bổ sung: đề xuất, kiến nghị với cấp có thẩm quyền]",
    ]
    assert text_of(made("a year under way")).count("Cần bổ sung") == 1  # nobody knows who signs


def test_who_signs_and_above_whom_the_issuer_stands_is_marked_where_it_is_not_known() -> None:
    text = text_of(report_of(plan_of()._replace(documents=Documents()), "2023-Q3"))
    assert text.startswith("| [Cần bổ sung: cơ quan chủ quản] / CƠ\u00a0QUAN\u00a0THỨ\u00a01 /  |")
    assert "| [Cần bổ sung: chức vụ người ký] /  / [Cần bổ sung: họ tên người ký] |" in text


def test_three_lines_of_office_and_hostile_names_come_out_whole() -> None:
    signatory = Signatory(("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG"), "Phó Chánh Văn phòng", None, "R&D <b> {{ x }}")
    addressees = ("Sở R&D <5%", "Ban {{ ke_hoach.ten }}", "Tên dài " * 40 + "hết")
    said = DocumentSettings("Văn phòng <1>", "Ủy ban & Co", "BC-<VP>", signatory, addressees, ("Như trên", "Lưu: VT"))
    text = text_of(report_of(plan_of()._replace(documents=Documents(said)), "2023-Q3"))
    assert "| ỦY\u00a0BAN\u00a0&\u00a0CO / VĂN\u00a0PHÒNG\u00a0<1> /  |" in text
    assert "/BC-<VP> |" in text
    assert "Kính gửi:\n- Sở R&D <5%;\n- Ban {{ ke_hoach.ten }};\n- Tên dài Tên" in text
    assert "| TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG /  / R&D <b> {{ x }} |" in text


@pytest.mark.parametrize("kind", [REPORT, SUMMARY])
def test_the_same_data_give_the_same_bytes(kind: str) -> None:
    plan = load(EXAMPLES)
    assert report_of(plan, "2023-Q4", SPOKEN, kind) == report_of(plan, "2023-Q4", SPOKEN, kind)


def test_a_letter_does_not_depend_on_those_before_it() -> None:
    plan, day, answer = load(EXAMPLES), date(2023, 10, 20), date(2023, 10, 30)
    together = letters_of(plan, day, answer)
    alone = {agency: letters_of(plan, day, answer, only=agency)[agency] for agency in ("CTK", "UBNDTPVT")}
    assert alone == {agency: together[agency] for agency in alone}
