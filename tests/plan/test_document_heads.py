"""Who issues and signs a document, to whom it goes, and what is not known of that."""

from datetime import date

import pytest

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.agency import Agency, Succession
from kehoach_cli.plan.document_heads import DocumentHead, DocumentKind, document_head, issuer_symbol, not_known
from kehoach_cli.plan.document_settings import Documents, DocumentSettings, Signatory
from kehoach_cli.plan.model import Plan
from tests.support.made_up_plans import plan_of

CHIEF = Signatory(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", None, "Nguyễn Văn Mẫu")  # of the plan
DIRECTOR = Signatory((), "GIÁM ĐỐC", None, "Trần Thị Thử")
DEPUTY = Signatory(("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC", None, "Lê Văn Thay")
MERGED = Succession("merged", date(2023, 3, 1), "NQ 45", ("CQ2",))
DISSOLVED = Succession("dissolved", date(2023, 3, 1), "NQ 45")

NOTHING = DocumentSettings()


def plan_with(
    report: DocumentSettings = NOTHING,
    letter: DocumentSettings = NOTHING,
    summary: DocumentSettings = NOTHING,
    *,
    standing: str | None = "CQ1",
    ended: Succession | None = None,
) -> Plan:
    plan = plan_of(agencies=2)._replace(
        standing_agency=standing,
        documents=Documents(report, letter, summary),
        recipients=("Như Điều 3", "Sở Y tế", "Lưu: VT, CQ1"),
    )
    return plan._replace(agencies=(plan.agencies[0]._replace(successors=ended), *plan.agencies[1:]))


def head_of(plan: Plan, kind: DocumentKind = "report") -> DocumentHead:
    return document_head(plan, kind, register(plan))


def lacking(plan: Plan) -> list[tuple[str, str]]:
    return [(".".join(path), what) for path, what in not_known(plan, register(plan))]


def test_the_standing_agency_reports_to_who_issued_the_plan_in_its_own_name() -> None:
    assert head_of(plan_with()) == DocumentHead(
        "Cơ quan thứ 1",
        "BC-CQ1",
        "CQ1",
        standing=True,
        addressees=("Ủy ban nhân dân tỉnh Mẫu",),
        recipients=("Như trên", "Lưu: VT"),
    )


def test_its_letters_say_themselves_to_whom_they_go() -> None:
    head = head_of(plan_with(), "letter")
    assert (head.symbol, head.addressees, head.recipients) == ("CQ1", (), ("Như trên", "Lưu: VT"))


def test_without_a_standing_agency_the_plans_issuer_writes_as_the_plan_says() -> None:
    head = head_of(plan_with(standing=None))
    assert (head.issuer, head.symbol, head.parent, head.signatory) == ("Ủy ban nhân dân tỉnh Mẫu", "BC-UBND", "", CHIEF)
    assert (head.addressees, head.recipients) == ((), ("Sở Y tế", "Lưu: VT, CQ1"))
    letter = head_of(plan_with(standing=None), "letter")
    assert (letter.symbol, letter.recipients) == ("UBND", ("Như trên", "Lưu: VT, CQ1"))
    no_copy = plan_with(standing=None)._replace(recipients=())
    assert head_of(no_copy, "letter").recipients == ("Như trên", "Lưu: VT")


def test_a_letter_that_the_standing_agency_drafts_for_the_plans_issuer_has_its_symbol() -> None:
    plan = plan_with(letter=DocumentSettings(issuer="ủy ban nhân dân tỉnh mẫu"))
    head = head_of(plan, "letter")
    assert (head.issuer, head.symbol, head.signatory) == ("Ủy ban nhân dân tỉnh Mẫu", "UBND-CQ1", CHIEF)


def test_what_is_said_of_a_kind_counts_for_it() -> None:
    said = DocumentSettings("Văn phòng", "", "BC-VP", DEPUTY, ("Ban Chỉ đạo",), ("Lưu: VT, CQ1",))
    assert head_of(plan_with(said)) == DocumentHead(
        "Văn phòng", "BC-VP", None, standing=False, parent="", signatory=DEPUTY, addressees=("Ban Chỉ đạo",),
        recipients=("Lưu: VT, CQ1",),
    )  # fmt: skip
    by_name = head_of(plan_with(DocumentSettings("Cơ quan thứ 2")))
    assert (by_name.agency, by_name.standing, by_name.symbol) == ("CQ2", False, "BC-CQ2")


def test_a_summary_takes_the_rest_from_the_report_and_a_letter_who_signs() -> None:
    report = DocumentSettings(None, "UBND tỉnh", "BC-X", DIRECTOR, ("Trưởng ban",), ("Lưu: VT",))
    plan = plan_with(report, summary=DocumentSettings(signatory=DEPUTY))
    summary, letter = head_of(plan, "summary"), head_of(plan, "letter")
    assert (summary.symbol, summary.addressees, summary.signatory) == ("BC-X", ("Trưởng ban",), DEPUTY)
    assert (letter.parent, letter.signatory, letter.symbol) == ("UBND tỉnh", DIRECTOR, "CQ1")
    assert (letter.addressees, letter.recipients) == ((), ("Như trên", "Lưu: VT"))


def test_what_another_body_issues_takes_nothing_from_the_report() -> None:
    plan = plan_with(DocumentSettings(parent="UBND tỉnh", signatory=DIRECTOR), DocumentSettings("CQ2"))
    letter = head_of(plan, "letter")
    assert (letter.agency, letter.parent, letter.signatory) == ("CQ2", None, None)


def test_a_letter_of_another_body_goes_to_who_collects_the_answers_too() -> None:
    assert head_of(plan_with(DocumentSettings("CQ2")), "letter").recipients == ("Như trên", "CQ 1", "Lưu: VT")


def test_a_successor_signs_under_its_own_code_and_nobodys_name() -> None:
    said = DocumentSettings("CQ1", "UBND tỉnh", "BC-CQ1", DIRECTOR, recipients=("Lưu: VT, CQ1",))
    head = head_of(plan_with(said, ended=MERGED))
    assert (head.agency, head.standing, head.symbol, head.parent) == ("CQ2", True, "BC-CQ2", "UBND tỉnh")
    assert (head.signatory, head.recipients) == (DIRECTOR._replace(name=None), ("Lưu: VT, CQ2",))


def test_for_a_body_that_was_dissolved_the_plans_issuer_writes() -> None:
    plan = plan_with(DocumentSettings("CQ1", "UBND tỉnh", "BC-CQ1", DIRECTOR), ended=DISSOLVED)
    head = head_of(plan)
    assert (head.issuer, head.symbol, head.signatory) == ("Ủy ban nhân dân tỉnh Mẫu", "BC-UBND", CHIEF)
    assert head.recipients == ("Sở Y tế", "Lưu: VT, CQ1")  # nobody acts for it, so it stays named


def test_before_a_body_exists_the_standing_agency_writes() -> None:
    head = head_of(plan_with(DocumentSettings("SMOI", "UBND tỉnh", signatory=DIRECTOR)))
    assert (head.agency, head.parent, head.signatory) == ("CQ1", None, None)


def test_an_issuer_that_is_an_agency_of_its_own_plan_is_known_as_one() -> None:
    plan = plan_with(standing=None)
    own = Agency("UBT", "Ủy ban nhân dân tỉnh Mẫu", "UBND tỉnh")
    assert head_of(plan._replace(agencies=(*plan.agencies, own))).agency == "UBT"


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (
            plan_with(),
            [
                ("documents.report.signatory", "chức vụ, họ tên người ký của Cơ quan thứ 1"),
                ("documents.report.parent", "cơ quan chủ quản của Cơ quan thứ 1"),
            ],
        ),
        (plan_with(standing=None), []),
        (
            plan_with(standing=None)._replace(place=None, signatory=CHIEF._replace(name=None)),
            [("place", "địa danh đứng trước ngày tháng"), ("signatory.name", "họ tên người ký")],
        ),
        (plan_with(DocumentSettings(parent="", signatory=DIRECTOR)), []),
        (
            plan_with(
                DocumentSettings(parent="", signatory=DIRECTOR), DocumentSettings(signatory=DEPUTY._replace(name=None))
            ),
            [("documents.letter.signatory.name", "họ tên người ký")],
        ),
        (
            plan_with(DocumentSettings("Văn phòng", "", None, DIRECTOR)),
            [
                ("documents.report.symbol", "ký hiệu của báo cáo"),
                ("documents.letter.symbol", "ký hiệu của công văn"),
            ],
        ),
        (
            plan_with(
                DocumentSettings(parent="", signatory=DIRECTOR), summary=DocumentSettings("CQ2", "", None, DIRECTOR)
            ),
            [],
        ),
        (
            plan_with(DocumentSettings(parent="", signatory=DIRECTOR), ended=MERGED),
            [("documents.report.signatory.name", "họ tên người ký")],
        ),
    ],
)
def test_what_is_not_known_is_named_with_its_key(plan: Plan, said: list[tuple[str, str]]) -> None:
    assert lacking(plan) == said


@pytest.mark.parametrize(("number", "symbol"), [("180/QĐ-BCĐ", "BCĐ"), ("12", ""), ("180/QĐ", "")])
def test_a_number_names_its_issuer(number: str, symbol: str) -> None:
    assert issuer_symbol(number) == symbol
