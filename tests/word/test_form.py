"""The form check by Decree 30 on documents made with python-docx: right ones pass, each fault is found."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.sandbox import running
from kehoach_cli.sandbox.problems import FILE, TemplateProblem, WordFinding
from kehoach_cli.word.form.form_check import RULES, check_form
from kehoach_cli.word.form.rules import other_rules
from kehoach_cli.word.render import FormChecker
from tests.conftest import Golden
from tests.support.docx import R, members_of, p, relationships, table, word_file, zipped
from tests.support.office import convert
from tests.support.official import COLUMNS, KINDS, Official, official, report, with_text
from tests.support.right_forms import RIGHT
from tests.support.wrong_forms import WRONG


def _said(document: bytes) -> Iterator[tuple[str, str]]:
    for finding in check_form(document):
        yield finding.code, finding.message


@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_document_in_right_form_passes(kind: str, columns: str) -> None:
    """Whatever sets the head and the signature in columns: a table, tabs, text boxes or frames."""
    assert list(_said(official(kind, columns=columns))) == []


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_too_passes(name: str) -> None:
    assert list(_said(RIGHT[name].bytes())) == []


@pytest.mark.parametrize("name", WRONG)
def test_a_fault_is_named(name: str) -> None:
    """By its rule alone, so it is no false alarm elsewhere."""
    case = WRONG[name]
    said = list(_said(case.bytes()))
    assert (case.code, case.message) in said
    assert {code for code, _ in said} == {case.code}


def test_faults_are_shown_where_they_are(golden: Golden) -> None:
    found = [(name, finding) for name, case in WRONG.items() for finding in check_form(case.bytes())]
    golden(
        "word/form-faults.txt",
        "".join(
            f"{name}\n  {finding.code} {finding.message}\n  {finding.place.words()}: {finding.place.excerpt}\n"
            for name, finding in found
        ),
    )


@pytest.mark.parametrize("rule", [*RULES, other_rules], ids=lambda rule: rule.CODE)
def test_without_a_rule_a_fault_is_missed(rule: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = [case for case in WRONG.values() if case.code == rule.CODE]
    monkeypatch.setattr(rule, "check", lambda _: iter(()))
    assert [case for case in cases if case.code not in dict(_said(case.bytes()))] == cases != []


@pytest.mark.slow
@pytest.mark.parametrize("columns", COLUMNS)
def test_what_libreoffice_saved_passes(columns: str, tmp_path: Path) -> None:
    for number, kind in enumerate(KINDS):
        (tmp_path / f"{number}.docx").write_bytes(official(kind, columns=columns))
    saved = tmp_path / "saved"
    convert(sorted(tmp_path.glob("*.docx")), "docx:Office Open XML Text", saved)
    said = {kind: list(_said((saved / f"{number}.docx").read_bytes())) for number, kind in enumerate(KINDS)}
    assert said == {kind: [] for kind in KINDS}


def test_findings_name_place_and_article() -> None:
    (finding,) = check_form(report(with_text("number", "Số: 5/BC-BCĐ")))
    assert finding.place.words() == "thân văn bản, bảng 1, hàng 1, ô 1, đoạn 4"
    assert finding.place.excerpt == "Số: 5/BC-BCĐ"
    assert finding.remedy == "Viết “Số: 05/BC-BCĐ” (Phụ lục I, phần I, mục II.3)"


def test_formatting_comes_through_styles_and_defaults() -> None:
    """The same report formatted by styles alone, without direct formatting."""

    def by_style(made: Official) -> None:
        style = made.document.styles.add_style("Quốc hiệu", 1)
        style.base_style = made.document.styles["Normal"]
        style.font.size, style.font.bold = Pt(16), True
        paragraph = made.marked["nation"]
        paragraph.style = style
        paragraph.runs[0].font.size = paragraph.runs[0].bold = None

    assert ("KH854", "Quốc hiệu: cỡ chữ 16, quy định 12–13") in list(_said(report(by_style)))


def test_a_document_without_any_element_lacks_them_all() -> None:
    with FormChecker() as checker:
        findings = checker.check(word_file(p("Chào anh") + table(("a", "b"))))
    assert {"KH851", "KH854", "KH855", "KH856", "KH857", "KH858", "KH859", "KH860", "KH862", "KH863", "KH867"} == {
        finding.code for finding in findings
    }


def test_no_word_file_is_refused() -> None:
    with FormChecker() as checker, pytest.raises(TemplateProblem, match="không phải tệp Word"):
        checker.check(b"xin chao")


def test_the_body_is_what_the_package_leads_to() -> None:
    """The part's name does not matter, nor do other parts that look like a body."""
    wrong = members_of(report(WRONG["Quốc hiệu too large"].change))
    right = members_of(report())
    decoy = {"word/aaa.xml": right["word/document.xml"], "word/_rels/aaa.xml.rels": b"<x/>"}
    assert list(_said(zipped({**decoy, **wrong}))) == [("KH854", "Quốc hiệu: cỡ chữ 14, quy định 12–13")]
    assert list(_said(zipped({"word/aaa.xml": wrong["word/document.xml"], **right}))) == []
    called = {
        name.replace("document.xml", "van-ban.part"): content.replace(b"document.xml", b"van-ban.part")
        for name, content in right.items()
    }
    assert list(_said(zipped(called))) == []


def test_its_headers_and_styles_are_those_that_it_leads_to() -> None:
    moved = {
        name.replace("word/", "a/b/"): content.replace(b"word/", b"a/b/")
        for name, content in members_of(report()).items()
    }
    assert list(_said(zipped(moved))) == []


def test_a_file_with_two_bodies_or_none_is_refused() -> None:
    members = members_of(report())
    body = relationships([("rId1", f"{R}/officeDocument", "word/document.xml", False)])
    two = relationships([(f"rId{at}", f"{R}/officeDocument", f"word/{at}.xml", False) for at in (1, 2)])
    none = relationships([("rId1", f"{R}/officeDocument", "word/styles.xml", False)])
    bodies = {f"word/{at}.xml": members["word/document.xml"] for at in (1, 2)}
    assert list(_said(zipped({**members, "_rels/.rels": body.encode()}))) == []
    for links in (two, none, relationships([])):
        (finding,) = _told(zipped({**members, **bodies, "_rels/.rels": links.encode()}))
        assert (finding.code, finding.message) == (
            "KH801",
            "Tệp không có phần thân của một văn bản Word, hoặc có nhiều hơn một",
        )


_MEMBERS = members_of(report())
_NAMES = sorted(name for name in _MEMBERS if name.startswith("word/") and name.endswith((".xml", ".rels")))


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(
    name=st.sampled_from(_NAMES),
    at=st.integers(0, 100_000),
    length=st.integers(0, 10),
    put=st.sampled_from([b"", b"x", b"-1", b"999999999999", b"nan", b'"', b"<w:p/>", b"</w:r>", b"w:", b"\xff"]),
)
def test_any_document_gives_findings(name: str, at: int, length: int, put: bytes) -> None:
    """Bytes changed in any part give findings or a refusal, never an exception."""
    content = _MEMBERS[name]
    at %= len(content) + 1
    findings = _told(zipped({**_MEMBERS, name: content[:at] + put + content[at + length :]}))
    assert all(finding.message and finding.remedy for finding in findings)


def _told(document: bytes) -> list[WordFinding]:
    try:
        return check_form(document)
    except TemplateProblem as problem:
        return list(problem.findings) or [WordFinding("", "", "", FILE)]


@pytest.mark.parametrize(
    "attribute",
    [b'w:val="28"', b'w:firstLine="720"', b'w:after="120"', b'w:line="240"', b'w:w="11906"', b'w:left="1701"'],
)
@pytest.mark.parametrize("value", [b"", b"x", b"nan", b"1e400", b"-5"])
def test_numbers_that_make_no_sense(attribute: bytes, value: bytes) -> None:
    name, _, _ = attribute.partition(b"=")
    parts = {key: content.replace(attribute, name + b'="' + value + b'"') for key, content in _MEMBERS.items()}
    assert parts != _MEMBERS
    assert "" not in {finding.code for finding in _told(zipped(parts))}


ONE = '<w:p><w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t xml:space="preserve">Một đoạn. </w:t></w:r></w:p>'


@pytest.mark.slow
def test_a_document_of_many_paragraphs_is_checked() -> None:
    with FormChecker() as checker:
        codes = {finding.code for finding in checker.check(word_file(ONE * 15_935))}
    assert {"KH851", "KH852", "KH854"} <= codes
    assert "KH832" not in codes


def test_a_document_that_takes_too_long_is_told_what_fits_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "WALL_CLOCK_SECONDS", 0)
    with FormChecker() as checker, pytest.raises(TemplateProblem) as refused:
        checker.check(word_file(ONE))
    [finding] = refused.value.findings
    assert (finding.code, finding.message) == ("KH832", "Đọc tệp này quá lâu nên đã phải dừng")
    assert finding.remedy == "Tách văn bản thành nhiều tệp rồi soát từng tệp"
