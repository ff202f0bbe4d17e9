"""`kehoach form`: a file to fill in for each body that must answer, and what is said about them."""

import io
import json
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kehoach_cli.reports.letters.form_identity import FormIdentity, read_identity
from kehoach_cli.vocabulary import form_words
from tests.conftest import Kehoach
from tests.support.answering_plan import write_answering_plan
from tests.support.documents import text_of
from tests.support.known_plans import EXAMPLES, SHIPPED
from tests.support.word import assert_sound, page_texts, sdk_faults

QUARTER = ("--as-of", "2023-09-20", "--reply-by", "30/9/2023")


@pytest.fixture
def answering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The plan whose records several must answer, with the test standing in it."""
    folder = write_answering_plan(tmp_path / "plan")
    monkeypatch.chdir(folder)
    return folder


def sheets_of(path: Path) -> dict[str, Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    return {page.title: page for page in book.worksheets if isinstance(page, Worksheet)}


def shown(page: Worksheet) -> list[list[str]]:
    """What stands in the columns that are to be seen."""
    hidden = {letter for letter, column in page.column_dimensions.items() if column.hidden}
    return [
        [str(cell.value or "") for cell in row if get_column_letter(cell.column or 0) not in hidden]
        for row in page.iter_rows()
    ]


@pytest.mark.parametrize(("plan", "day", "count"), [(SHIPPED, "2023-09-20", 21), (EXAMPLES, "2023-12-20", 21)])
def test_each_body_that_must_answer_gets_a_form(
    kehoach: Kehoach, tmp_path: Path, plan: Path, day: str, count: int
) -> None:
    call = ("form", "--plan", str(plan), "--as-of", day, "-o", str(tmp_path), "--format", "json")
    data = json.loads(kehoach(*call).out)
    asked = json.loads(kehoach("answers", "--plan", str(plan), "--as-of", day, "--format", "json").out)
    assert {form["file"] for form in data["forms"]} == {path.name for path in tmp_path.glob("*.xlsx")}
    assert [form["agency"] for form in data["forms"]] == list(dict.fromkeys(duty["agency"] for duty in asked["duties"]))
    assert (len(data["forms"]), data["period"]) == (count, asked["period"])


def test_what_is_said_about_them(kehoach: Kehoach, answering: Path) -> None:
    said = " ".join(kehoach("form", *QUARTER, "-o", "phieu").out.split())
    assert said.startswith("Phiếu báo cáo quý III/2023, hạn trả lời 30/9/2023: 7 phiếu trong phieu")
    assert "Chưa biết đủ thành viên của: Các đơn vị liên quan. Phiếu chỉ gửi thành viên đã khai" in said
    assert "Sở Y tế 6 3 phieu-SYT-2023-Q3.xlsx" in said
    alone = kehoach("form", *QUARTER, "-o", "phieu", "--agency", "Sở Y tế").out
    assert "Chưa biết đủ" not in alone
    assert "1 phiếu trong phieu" in alone


def test_the_cover_says_what_it_is_about_and_asks_once(kehoach: Kehoach, answering: Path) -> None:
    assert kehoach("form", *QUARTER, "-o", "phieu", "--agency", "SYT").code == 0
    page = sheets_of(answering / "phieu" / "phieu-SYT-2023-Q3.xlsx")[form_words.COVER_SHEET]
    rows = shown(page)
    facts = {row[0]: row[1] for row in rows}
    assert rows[0][0] == "PHIẾU BÁO CÁO QUÝ III/2023"
    assert facts["Kế hoạch"] == "Kế hoạch mẫu năm 2023 (Quyết định số 01/QĐ-UBND ngày 20/2/2023 của UBND tỉnh Mẫu)"
    assert facts["Kỳ báo cáo"] == "Quý III/2023, số liệu từ 15/6/2023 đến hết 14/9/2023"
    assert (facts["Hạn trả lời"], facts["Nơi nhận, giải đáp"]) == ("30/9/2023", "UBND tỉnh Mẫu")
    for row, words in zip(list(page.iter_rows())[-2:], form_words.COVER.values(), strict=True):
        identity = FormIdentity("01-QD-UBND@2023-02-20", "SYT", "2023-Q3", "", "e3b0c442")
        assert (row[0].value, row[1].value, read_identity(str(row[2].value))) == (words, None, identity)
        assert [cell.protection.locked for cell in row] == [True, False, True]


WITHOUT_VERDICTS = [words for key, words in form_words.INDICATORS.items() if key != "judged_by"]


def test_the_sheets_ask_for_what_each_record_wants(kehoach: Kehoach, answering: Path) -> None:
    assert kehoach("form", *QUARTER, "-o", "phieu", "--agency", "SYT").code == 0
    sheets = sheets_of(answering / "phieu" / "phieu-SYT-2023-Q3.xlsx")
    title, headings, *rows = shown(sheets[form_words.INDICATOR_SHEET])
    assert title[0] == "Chỉ tiêu – quý III/2023 – Sở Y tế"
    assert headings == WITHOUT_VERDICTS
    by_id = {row[0]: row[2:8] for row in rows}
    target = "60% (mốc quý III/2023: 40%)"
    assert by_id["CQS-03"] == ["%", target, "10/30 (33,33%) (10/9/2023)", "–", "", ""]
    assert by_id["KTS-01"] == ["lớp", "10 lớp", "3 lớp (10/6/2023)", "", "–", "–"]
    headings = shown(sheets[form_words.TASK_SHEET])[1]
    assert headings == list(form_words.TASKS.values())


def test_only_what_is_asked_can_be_typed(kehoach: Kehoach, answering: Path) -> None:
    assert kehoach("form", *QUARTER, "-o", "phieu", "--agency", "SYT").code == 0
    sheets = sheets_of(answering / "phieu" / "phieu-SYT-2023-Q3.xlsx")
    for page in sheets.values():
        to_fill = {cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked}
        ruled = {
            place
            for validation in page.data_validations.dataValidation
            for place in str(validation.sqref).split()
            if validation.prompt and validation.error
        }
        assert (page.protection.sheet, to_fill) == (True, ruled)
        assert not [cell.value for row in page.iter_rows() for cell in row if cell.coordinate in to_fill and cell.value]
    page = sheets[form_words.TASK_SHEET]
    assert page.column_dimensions["B"].hidden
    identities = [read_identity(str(row[1].value)) for row in page.iter_rows(min_row=3)]
    assert [each and each.record for each in identities] == ["NV-01", "NV-02", "NV-03"]


def test_columns_that_no_row_fills_and_sheets_without_rows_are_left_out(kehoach: Kehoach, small_plan: Path) -> None:
    (small_plan / "data" / "tasks.yaml").write_text("[]\n", encoding="utf-8")
    assert kehoach("form", *QUARTER, "-o", "phieu").code == 0
    sheets = sheets_of(small_plan / "phieu" / "phieu-STTTT-2023-Q3.xlsx")
    assert list(sheets) == [form_words.COVER_SHEET, form_words.INDICATOR_SHEET]
    headings = shown(sheets[form_words.INDICATOR_SHEET])[1]
    assert (form_words.INDICATORS["numerator"] in headings, form_words.INDICATORS["value"] in headings) == (False, True)


def test_in_word_it_asks_the_same(kehoach: Kehoach, answering: Path) -> None:
    assert kehoach("form", *QUARTER, "-o", "phieu", "--agency", "SYT", "--word").code == 0
    content = (answering / "phieu" / "phieu-SYT-2023-Q3.docx").read_bytes()
    cover, indicators, tasks = docx.Document(io.BytesIO(content)).tables
    assert [cell.text for cell in indicators.rows[0].cells] == WITHOUT_VERDICTS
    assert [cell.text for cell in tasks.rows[0].cells] == list(form_words.TASKS.values())
    assert [row.cells[0].text.partition(" kehoach-form|")[0] for row in cover.rows] == list(form_words.COVER.values())
    row = [cell.text for cell in indicators.rows[2].cells]
    code, identity = row[0].split()
    assert (code, identity.split("|")[-2]) == ("CQS-03", "CQS-03")
    assert row[3:10] == ["60% (mốc quý III/2023: 40%)", "10/30 (33,33%) (10/9/2023)", "–", "", "", "", ""]
    hidden = {
        "".join(text.text or "" for text in run.iter(qn("w:t"))).strip()
        for run in indicators._tbl.iter(qn("w:r"))
        if run.xpath("./w:rPr/w:rStyle")
    }
    assert identity in hidden
    assert "PHIẾU BÁO CÁO QUÝ III/2023" in text_of(content)


@pytest.mark.parametrize("ratio", [True, False])
def test_in_word_who_judges_is_asked_where_a_row_wants_a_verdict(
    kehoach: Kehoach,
    small_plan: Path,
    ratio: bool,  # noqa: FBT001
) -> None:
    path = small_plan / "data" / "indicators.yaml"
    shared = "  lead: [STTTT, SYT]\n  parts: ratio\n" if ratio else "  lead: [STTTT]\n"
    plan = path.read_text(encoding="utf-8").replace("  lead: [STTTT]\n", shared)
    judged = "- {id: CQS-02, name: Giữ xếp loại, unit: mức, direction: increase, lead: [STTTT], due: Năm 2023,\n"
    path.write_text(f"{plan}{judged}   targets: {{provincial: Xếp loại tốt}}}}\n", encoding="utf-8")
    assert kehoach("form", *QUARTER, "-o", "phieu", "--agency", "STTTT", "--word").code == 0
    indicators = docx.Document(str(small_plan / "phieu" / "phieu-STTTT-2023-Q3.docx")).tables[1]
    left_out = () if ratio else ("numerator", "denominator")
    headings = [words for key, words in form_words.INDICATORS.items() if key not in left_out]
    assert [cell.text for cell in indicators.rows[0].cells] == headings
    column = headings.index(form_words.INDICATORS["judged_by"])
    assert [row.cells[column].text for row in indicators.rows[1:]] == ["–", ""]


def test_both_kinds_carry_the_same_identities(kehoach: Kehoach, answering: Path) -> None:
    for form in ((), ("--word",)):
        assert kehoach("form", *QUARTER, "-o", "phieu", "--agency", "SYT", *form).code == 0
    page = sheets_of(answering / "phieu" / "phieu-SYT-2023-Q3.xlsx")[form_words.TASK_SHEET]
    table = docx.Document(str(answering / "phieu" / "phieu-SYT-2023-Q3.docx")).tables[2]
    assert [row.cells[0].text.split()[1] for row in table.rows[1:]] == [
        row[1].value for row in page.iter_rows(min_row=3)
    ]


@pytest.mark.parametrize(("kind", "suffix"), [((), ".xlsx"), (("--word",), ".docx")])
def test_a_form_that_was_filled_in_stays_and_one_that_was_not_is_made_anew(
    kehoach: Kehoach, small_plan: Path, kind: tuple[str, ...], suffix: str
) -> None:
    path = small_plan / "phieu" / f"phieu-STTTT-2023-Q3{suffix}"
    call = ("form", "--as-of", "2023-09-20", "-o", "phieu", *kind)
    assert kehoach(*call).code == 0
    first = path.read_bytes()
    assert kehoach(*call).code == 0
    assert path.read_bytes() == first
    assert kehoach(*call, "--reply-by", "12/10/2023").code == 0
    assert path.read_bytes() != first
    if suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        book.worksheets[1]["H3"] = 45.5
        book.save(path)
    else:
        document = docx.Document(str(path))
        document.tables[1].rows[1].cells[5].text = "45,5"
        document.save(str(path))
    filled = path.read_bytes()
    said = " ".join(kehoach(*call).out.split())
    assert f"Phiếu cũ đã có người điền hoặc sửa nên giữ nguyên; bản mới ghi ở: {path.stem} (2){suffix}." in said
    assert (path.read_bytes(), path.with_name(f"{path.stem} (2){suffix}").read_bytes()) == (filled, first)


def test_a_plan_of_its_own_template(kehoach: Kehoach, small_plan: Path) -> None:
    (small_plan / "templates").mkdir()
    document = docx.Document()
    document.add_paragraph("Gửi {{ noi_gui.ten_tat }}, hạn {{ han_tra_loi }}")
    document.save(str(small_plan / "templates" / "phieu-bao-cao.docx"))
    assert kehoach("form", *QUARTER, "-o", "phieu", "--word").code == 0
    assert text_of((small_plan / "phieu" / "phieu-STTTT-2023-Q3.docx").read_bytes()) == "Gửi Sở TT&TT, hạn 30/9/2023\n"


def test_a_body_without_work_gets_none(kehoach: Kehoach, small_plan: Path) -> None:
    result = kehoach("form", *QUARTER, "-o", "phieu", "--agency", "SYT")
    assert (result.code, result.out) == (0, "Không có việc phải báo cáo trong quý III/2023.\n")
    assert not (small_plan / "phieu").exists()


def test_a_row_per_record_for_spreadsheets(kehoach: Kehoach, small_plan: Path) -> None:
    lines = kehoach("form", *QUARTER, "-o", "phieu", "--format", "csv").out.split()
    assert lines == [
        "agency,id,file",
        "STTTT,CQS-01,phieu-STTTT-2023-Q3.xlsx",
        "STTTT,NV-CQS-01,phieu-STTTT-2023-Q3.xlsx",
    ]


@pytest.mark.slow
def test_microsofts_own_library_finds_no_fault(kehoach: Kehoach, answering: Path) -> None:
    for kind in ((), ("--word",)):
        assert kehoach("form", *QUARTER, "-o", "phieu", "--agency", "SYT", *kind).code == 0
    assert list(sdk_faults([answering / "phieu" / "phieu-SYT-2023-Q3.xlsx"])) == []
    assert_sound((answering / "phieu" / "phieu-SYT-2023-Q3.docx").read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("kind", [(), ("--word",)])
def test_on_paper_each_page_has_its_headings_and_nothing_hidden(
    kehoach: Kehoach, tmp_path: Path, kind: tuple[str, ...]
) -> None:
    call = ("form", "--plan", str(SHIPPED), *QUARTER, "-o", str(tmp_path), "--agency", "STTTT", *kind)
    assert kehoach(*call).code == 0
    [pages] = page_texts([path for path in tmp_path.iterdir() if path.suffix])
    assert 6 <= len(pages) <= 10
    for page in pages[1:]:
        assert ("Chỉ tiêu" in page and "Mức phải đạt" in page) or ("Nhiệm vụ" in page and "Thời hạn" in page)
    assert not any(word in "".join(pages) for word in ("kehoach-form", form_words.IDENTITY, "###"))
