"""What somebody judges: verdicts and targets in words, as they are typed and as they come into the file."""

from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.plans import INDICATORS, write_plan

IN_WORDS = """\
- id: CQS-02
  name: Mức độ phát triển khoa học
  unit: Mức
  direction: increase
  lead: [STTTT]
  targets: {provincial: Đạt mức khá}
  due: Năm 2023
"""
ON = ("--date", "30/9/2023", "--source", "CV 12", "--as-of", "2023-10-01")
BY = ("--by", "QĐ 9", "--date", "1/9/2023", "--as-of", "2023-10-01")


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_plan(tmp_path, indicators=INDICATORS + IN_WORDS)


def indicators(plan: Path) -> str:
    return (plan / "data" / "indicators.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("đạt", "đạt"),
        ("ĐẠT", "đạt"),
        ("Hoàn thành", "đạt"),
        ("met", "đạt"),
        ("Vượt", "vượt"),
        ("chưa  đạt", "chưa đạt"),
        ("Không đạt", "chưa đạt"),
        ("Chưa hoàn thành", "chưa đạt"),
    ],
)
def test_a_verdict_as_people_write_it(kehoach: Kehoach, plan: Path, typed: str, written: str) -> None:
    result = kehoach("record", "CQS-02", typed, "--judged-by", "Bộ TT&TT", *ON)
    assert (result.code, result.err) == (0, "")
    assert indicators(plan).endswith(
        f"    - value: {written}\n      date: 2023-09-30\n      source: CV 12\n      judged_by: Bộ TT&TT\n"
    )


def test_a_correction_has_its_own_judge(kehoach: Kehoach, plan: Path) -> None:
    kehoach("record", "CQS-02", "vượt", "--judged-by", "Bộ TT&TT", *ON)
    kehoach("correct", "CQS-02", "không đạt", "--judged-by", "Bộ KH&CN", "--source", "CV 13", "--as-of", "2023-10-01")
    assert indicators(plan).endswith(
        "    - value: chưa đạt\n      date: 2023-09-30\n      source: CV 13\n      corrects: 2023-09-30\n"
        "      judged_by: Bộ KH&CN\n"
    )
    shown = kehoach("show", "CQS-02", "--as-of", "2023-10-01").out
    assert "đính chính dòng ngày 30/9/2023; Bộ KH&CN đánh giá" in " ".join(shown.split())


def test_verdicts_and_figures_in_one_table(kehoach: Kehoach, plan: Path) -> None:
    text = "mã,giá trị,ngày,văn bản,cơ quan đánh giá\nCQS-02,Đạt,30/9/2023,BC 9,Bộ TT&TT\nCQS-01,45,30/9/2023,BC 9,\n"
    (plan / "so-lieu.csv").write_text(text, encoding="utf-8")
    result = kehoach("record", "--from", "so-lieu.csv", "--as-of", "2023-10-01")
    assert (result.code, result.err) == (0, "")
    assert "value: đạt" in indicators(plan)
    assert indicators(plan).count("judged_by") == 1


def test_a_verdict_without_its_judge_asks(kehoach: Kehoach, plan: Path) -> None:
    result = kehoach("record", "CQS-02", "đạt", *ON)
    assert (result.code, "không ghi cơ quan nào đánh giá" in result.err) == (1, True)
    assert "measurements" not in indicators(plan)


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("verdict", ["chưa đạt", "vượt"])
def test_verdicts_jump_as_far_as_they_like(kehoach: Kehoach, verdict: str) -> None:
    other = "vượt" if verdict == "chưa đạt" else "chưa đạt"
    judge = ("--judged-by", "Bộ TT&TT", "--source", "CV 12", "--as-of", "2023-10-01")
    kehoach("record", "CQS-02", other, "--date", "31/7/2023", *judge)
    result = kehoach("record", "CQS-02", verdict, "--date", "30/9/2023", *judge)
    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize(
    ("typed", "written", "told"),
    [
        ("đạt 70%", "70", "60% → 70%"),
        ("≥ 70", "≥ 70", "60% → ≥ 70%"),
        ("trên 90%", "trên 90%", "60% → trên 90%"),
        ("40 - 50", "{min: 40, max: 50}", "60% → 40% – 50%"),
        ("duy trì 100%", "duy trì 100%", "60% → duy trì 100%"),
        ("≥ 70% và tăng dần", "≥ 70% và tăng dần", "60% → ≥ 70% và tăng dần"),
    ],
)
def test_a_new_target_in_the_words_of_the_document(
    kehoach: Kehoach, plan: Path, typed: str, written: str, told: str
) -> None:
    result = kehoach("amend", "CQS-01", "--target", typed, *BY)
    assert (result.code, result.err) == (0, "")
    assert f"      set: {{targets: {{provincial: {written}}}}}\n" in indicators(plan)
    assert f"điều chỉnh mức tỉnh: {told} theo QĐ 9" in " ".join(result.out.split())
    assert kehoach("validate").code == 0


@pytest.mark.parametrize(
    ("record", "typed", "said"),
    [
        ("CQS-01", "giảm 20%", "Mức «giảm 20%» không nói so với gì"),
        ("CQS-01", "top 15", "Mức «top 15» là thứ hạng, mà đơn vị tính là %"),
        ("CQS-01", "≤ 80", "Mức «≤ 80» trái với chiều càng cao càng tốt"),
        ("CQS-01", "Đạt mức khá", "Mức «Đạt mức khá» được hiểu là mức bằng lời"),
        ("CQS-02", "60%", "«60%» là phần trăm mà chỉ tiêu tính bằng Mức"),
    ],
)
def test_a_target_that_does_not_fit_is_refused(
    kehoach: Kehoach, plan: Path, record: str, typed: str, said: str
) -> None:
    before = indicators(plan)
    result = kehoach("amend", record, "--target", typed, *BY)
    assert (result.code != 0, said in " ".join(result.err.split())) == (True, True)
    assert indicators(plan) == before


def test_words_become_a_figure_and_what_was_judged_before_stays(kehoach: Kehoach, plan: Path) -> None:
    kehoach("record", "CQS-02", "đạt", "--judged-by", "Bộ TT&TT", "--date", "31/7/2023", "--source", "CV 12")
    result = kehoach("amend", "CQS-02", "--target", "60", *BY)
    assert (result.code, result.err) == (0, "")
    assert "điều chỉnh mức tỉnh: Đạt mức khá → 60 Mức theo QĐ 9" in " ".join(result.out.split())
    kehoach("record", "CQS-02", "45", *ON)
    shown = " ".join(kehoach("log", "CQS-02", "--as-of", "2023-10-01").out.split())
    assert "45 Mức (số liệu ngày 30/9/2023), còn cách mức tỉnh 15 Mức" in shown
    assert "31/7/2023 đạt CV 12 Bộ TT&TT đánh giá" in shown
    assert kehoach("validate").code == 0


def test_records_with_targets_in_words_from_a_table(kehoach: Kehoach, plan: Path) -> None:
    text = (
        "id,name,unit,direction,lead,national,target,due\n"
        "CQS-03,Xếp hạng chuyển đổi số,Thứ bậc,decrease,STTTT,,thuộc nhóm 15 tỉnh dẫn đầu,Năm 2023\n"
        "CQS-04,Trình độ công nghệ,Mức,increase,STTTT,Đạt mức khá,Đạt mức tiên tiến,Năm 2023\n"
        "CQS-05,Tỷ lệ hồ sơ số,%,increase,STTTT,40 - 50,trên 90%,Năm 2023\n"
        'CQS-06,Hai mức,Thứ bậc,decrease,STTTT,,"≤ 3 Đông Nam Á; ≤ 50 Thế giới",Năm 2023\n'
    )
    (plan / "bo-sung.csv").write_text(text, encoding="utf-8")
    refused = kehoach("add", "--from", "bo-sung.csv", *BY)
    assert (refused.code, "bo-sung.csv:5" in refused.err, "có hai mức" in refused.err) == (2, True, True)
    (plan / "bo-sung.csv").write_text(text.rpartition("CQS-06")[0], encoding="utf-8")
    result = kehoach("add", "--from", "bo-sung.csv", *BY)
    assert (result.code, result.err) == (0, "")
    written = indicators(plan)
    assert "provincial: thuộc nhóm 15 tỉnh dẫn đầu" in written
    assert "national: Đạt mức khá" in written
    assert "provincial: Đạt mức tiên tiến" in written
    assert "provincial: trên 90%" in written
    assert kehoach("validate").code == 0
