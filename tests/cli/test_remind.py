"""`kehoach remind`: one letter per body into a folder, and what is said about them."""

import io
import json
from pathlib import Path

import docx
import pytest

from tests.conftest import Kehoach
from tests.support.documents import text_of
from tests.support.known_plans import EXAMPLES

DAY = ("--as-of", "2023-10-20")


def test_letters_and_their_summary(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = kehoach("remind", "--plan", str(EXAMPLES), *DAY, "-o", "cong-van", "--format", "json")
    assert result.code == 0, result.err
    data = json.loads(result.out)
    written = {path.name for path in (tmp_path / "cong-van").iterdir()}
    assert written == {letter["file"] for letter in data["letters"]}
    assert len(written) == 19
    assert (data["period"], data["nothing_due"]) == ("2023-Q3", ["NHNN"])
    assert data["own"]["overdue"] == ["NV-CQS-05", "NV-CQS-06"]  # of the agency that writes: no letter
    assert next(letter for letter in data["letters"] if letter["agency"] == "CT") == {
        "agency": "CT",
        "overdue": ["NV-CQS-14"],
        "soon": [],
        "silent": [],
        "file": "cong-van-don-doc-CT.docx",
        "form": None,
    }


def test_the_answers_of_another_period_may_be_asked_for(kehoach: Kehoach, tmp_path: Path) -> None:
    call = ("remind", "--plan", str(EXAMPLES), *DAY, "-o", str(tmp_path), "--agency", "SCT", "--format", "json")
    usual, next_one = (json.loads(kehoach(*call, *period).out) for period in ((), ("--period", "quý IV")))
    assert [each["period"] for each in (usual, next_one)] == ["2023-Q3", "2023-Q4"]
    assert ["CQS-04" in each["letters"][0]["silent"] for each in (usual, next_one)] == [False, True]
    letter = (tmp_path / "cong-van-don-doc-SCT.docx").read_bytes()
    assert "cung cấp số liệu, báo cáo còn thiếu tính đến quý IV/2023." in text_of(letter)


def test_one_agency_by_any_of_its_names(kehoach: Kehoach, tmp_path: Path) -> None:
    result = kehoach("remind", "--plan", str(EXAMPLES), *DAY, "--agency", "Sở Y tế", "-o", str(tmp_path))
    assert result.code == 0, result.err
    assert [path.name for path in tmp_path.iterdir() if path.suffix] == ["cong-van-don-doc-SYT.docx"]


def test_the_answer_is_due_on_a_working_day_or_on_the_day_given(kehoach: Kehoach, small_plan: Path) -> None:
    call = ("remind", "--as-of", "2023-10-05", "-o", "cv")  # ten days later is a Sunday
    assert kehoach(*call).code == 0
    letter = small_plan / "cv" / "cong-van-don-doc-STTTT.docx"
    assert "trước ngày 16 tháng 10 năm 2023 để tổng hợp./." in text_of(letter.read_bytes())
    assert kehoach(*call, "--reply-by", "12/10/2023").code == 0
    assert "trước ngày 12 tháng 10 năm 2023 để tổng hợp./." in text_of(letter.read_bytes())


def test_a_letter_that_was_edited_is_left_alone(kehoach: Kehoach, small_plan: Path) -> None:
    call = ("remind", "--as-of", "2023-10-05", "-o", "cv")
    assert kehoach(*call).code == 0
    letter = small_plan / "cv" / "cong-van-don-doc-STTTT.docx"
    edited, stream = docx.Document(str(letter)), io.BytesIO()
    edited.paragraphs[0].add_run("sửa tay")
    edited.save(stream)
    letter.write_bytes(stream.getvalue())
    result = kehoach(*call)
    assert "Công văn cũ đã có người sửa nên giữ nguyên; bản mới ghi ở: cong-van-don-doc-STTTT (2).docx." in " ".join(
        result.out.split()
    )
    assert letter.read_bytes() == stream.getvalue()


def test_each_letter_may_go_with_its_form_and_says_so(kehoach: Kehoach, small_plan: Path) -> None:
    call = ("remind", "--as-of", "2023-10-05", "-o", "cv", "--format", "json")
    letter = small_plan / "cv" / "cong-van-don-doc-STTTT.docx"
    assert json.loads(kehoach(*call).out)["letters"][0]["form"] is None
    assert "Kết quả thực hiện gửi bằng văn bản về" in text_of(letter.read_bytes())
    written = json.loads(kehoach(*call, "--with-forms").out)["letters"][0]
    assert (written["file"], written["form"]) == (letter.name, "phieu-STTTT-2023-Q3.xlsx")
    assert "Kết quả thực hiện gửi bằng văn bản, theo phiếu gửi kèm, về" in text_of(letter.read_bytes())
    assert {path.name for path in letter.parent.iterdir() if path.suffix} == {letter.name, written["form"]}


def test_what_was_added_after_the_period_is_in_the_letter_but_needs_no_form(kehoach: Kehoach, small_plan: Path) -> None:
    with (small_plan / "data" / "tasks.yaml").open("a", encoding="utf-8") as tasks:
        tasks.write(
            "- {id: NV-02, name: Mới thêm, lead: [SYT], due: 15/10/2023, added: {date: 2023-10-01, by: QĐ 2}}\n"
        )
    result = kehoach("remind", "--as-of", "2023-10-05", "-o", "cv", "--with-forms", "--agency", "SYT")
    assert "cong-van-don-doc-SYT.docx  –" in result.out
    letter = (small_plan / "cv" / "cong-van-don-doc-SYT.docx").read_bytes()
    assert "theo phiếu gửi kèm" not in text_of(letter)


def test_one_letter_goes_to_all_with_an_annex_and_their_forms(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    call = ("remind", "--plan", str(EXAMPLES), *DAY, "-o", "cong-van", "--joint", "--with-forms")
    result = kehoach(*call, "--format", "json")
    data = json.loads(result.out)
    assert {letter["file"] for letter in data["letters"]} == {"cong-van-chung.docx"}
    forms = {letter["form"] for letter in data["letters"] if letter["form"]}
    assert {path.name for path in (tmp_path / "cong-van").iterdir()} == {"cong-van-chung.docx", *forms}
    text = text_of((tmp_path / "cong-van" / "cong-van-chung.docx").read_bytes())
    assert "Kính gửi:\n- Sở Nội vụ;\n" in text
    assert "Kết quả thực hiện gửi bằng văn bản, theo phiếu gửi kèm, về" in text
    assert "1 công văn chung gửi 19 nơi trong cong-van" in " ".join(kehoach(*call).out.split())


def test_a_letter_to_all_is_not_written_where_nobody_is_asked(kehoach: Kehoach, small_plan: Path) -> None:
    result = kehoach("remind", "--as-of", "2023-10-05", "-o", "cv", "--joint", "--agency", "SYT")
    assert (result.code, list(small_plan.glob("cv/*.docx"))) == (0, [])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "Thiếu -o"),
        (("-o", "cv", "--reply-by", "2023-10-05"), "hạn trả lời 5/10/2023 không sau ngày gửi"),
        (("-o", "cv", "--reply-by", "mai"), "--reply-by: không hiểu ngày «mai»"),
        (("-o", "cv", "--agency", "Sở X"), "không có cơ quan nào tên là «Sở X»"),
        (("-o", "data/plan.yaml"), "-o: data/plan.yaml là tệp, không phải thư mục; chọn thư mục khác"),
        (("-o", "cv", "--template", "không-có.docx"), "không-có.docx: Không tìm thấy tệp"),
    ],
)
def test_what_cannot_be_done_is_said(kehoach: Kehoach, small_plan: Path, options: tuple[str, ...], said: str) -> None:
    result = kehoach("remind", "--as-of", "2023-10-05", *options)
    assert result.code == 2
    assert said in result.err


def test_a_faulty_template_is_shown_with_the_place(kehoach: Kehoach, small_plan: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Kính gửi: {{ noi_goi.ten }}")
    document.save(str(small_plan / "mau.docx"))
    result = kehoach("remind", "--as-of", "2023-10-05", "-o", "cv", "--template", "mau.docx")
    assert result.code == 2
    assert "mau.docx: thân văn bản, đoạn 1: lỗi KH823: Không có tên «noi_goi»" in result.err
    assert not list(small_plan.glob("cv/*"))
