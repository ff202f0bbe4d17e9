"""States in the words of reports, what they say of the day, and what shows that it is so."""

from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.plans import TASKS, write_plan

REPORTED = ("update", "NV-CQS-01", "--source", "BC 7/STTTT", "--as-of", "31/12/2023")
TWO = TASKS + TASKS.replace("NV-CQS-01", "NV-CQS-02").replace("dữ liệu mở", "dữ liệu dùng chung")


def tasks(plan: Path) -> str:
    return (plan / "data" / "tasks.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("hoàn thành", "done"),
        ("IN-PROGRESS", "in_progress"),
        ("đang triển khai", "in_progress"),
        ("Chờ phê duyệt", "submitted"),
        ("Tạm dừng", "paused"),
        ("Không thực hiện", "cancelled"),
    ],
)
def test_a_state_in_words(kehoach: Kehoach, small_plan: Path, words: str, code: str) -> None:
    result = kehoach(*REPORTED, "--date", "1/9/2023", "--state", words)
    assert (result.code, result.err) == (0, "")
    assert f"    - state: {code}\n" in tasks(small_plan)


@pytest.mark.parametrize(
    ("words", "day", "doubt"),
    [
        ("Hoàn thành đúng hạn", "30/9/2023", ""),
        ("Hoàn thành đúng hạn", "29/9/2023", ""),
        ("Hoàn thành đúng hạn", "1/10/2023", "ghi là đúng hạn mà ngày 1/10/2023 đã sau hạn 30/9/2023"),
        ("Hoàn thành trước hạn", "29/9/2023", ""),
        (
            "Hoàn thành trước hạn",
            "30/9/2023",
            "ghi là trước hạn mà ngày 30/9/2023 đúng vào ngày cuối của hạn 30/9/2023",
        ),
        ("Hoàn thành quá hạn", "1/10/2023", ""),
        ("Hoàn thành quá hạn", "30/9/2023", "ghi là quá hạn mà ngày 30/9/2023 đúng vào ngày cuối của hạn 30/9/2023"),
        ("Hoàn thành quá hạn", "29/9/2023", "ghi là quá hạn mà ngày 29/9/2023 còn trước hạn 30/9/2023"),
        ("Đang thực hiện trong hạn", "1/10/2023", "ghi là đúng hạn mà ngày 1/10/2023 đã sau hạn 30/9/2023"),
    ],
)
def test_a_word_about_time_that_contradicts_the_day_asks(
    kehoach: Kehoach, small_plan: Path, words: str, day: str, doubt: str
) -> None:
    result = kehoach(*REPORTED, "--date", day, "--state", words)
    assert (result.code, doubt in " ".join(result.err.split())) == (1 if doubt else 0, True)
    assert ("updates" in tasks(small_plan)) == (not doubt)
    if doubt:
        assert kehoach(*REPORTED, "--date", day, "--state", words, "--yes").code == 0


def test_a_word_about_time_says_nothing_where_no_day_ends_the_work(kehoach: Kehoach, tmp_path: Path) -> None:
    plan = write_plan(tmp_path, tasks=TASKS.replace("Quý III/2023", "Thường xuyên"))
    result = kehoach(*REPORTED, "--date", "1/9/2023", "--state", "Hoàn thành quá hạn", "--plan", str(plan))
    assert (result.code, result.err) == (0, "")


def test_evidence_by_options(kehoach: Kehoach, small_plan: Path) -> None:
    shown = ("--evidence", "https://example.vn/qd;1690", "--evidence", "Biên bản  nghiệm thu.pdf")
    assert kehoach(*REPORTED, "--date", "1/9/2023", "--state", "Đã trình", *shown).code == 0
    assert '      evidence: ["https://example.vn/qd;1690", Biên bản nghiệm thu.pdf]\n' in tasks(small_plan)
    page = " ".join(kehoach("show", "NV-CQS-01", "--as-of", "1/10/2023").out.split())
    assert "Quá hạn chưa hoàn thành (đã trình)" in page
    assert "minh chứng:" in page
    assert "minh chứng:" in kehoach("log", "NV-CQS-01", "--as-of", "1/10/2023").out


def test_evidence_of_a_correction_and_of_nothing_else(kehoach: Kehoach, small_plan: Path) -> None:
    assert kehoach(*REPORTED, "--date", "1/9/2023", "--state", "Hoàn thành").code == 0
    fixed = ("correct", "NV-CQS-01", "--state", "Đã trình", "--source", "BC 8", "--evidence", "tờ trình.pdf")
    assert kehoach(*fixed).code == 0
    assert tasks(small_plan).endswith("      corrects: 2023-09-01\n      evidence: [tờ trình.pdf]\n")
    refused = kehoach("correct", "CQS-01", "44", "--source", "BC 8", "--evidence", "tờ trình.pdf")
    assert refused.err.startswith("kehoach: CQS-01 là chỉ tiêu; bỏ --state, --percent, --evidence")


def test_a_table_with_evidence(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = write_plan(tmp_path, tasks=TWO)
    monkeypatch.chdir(plan)
    (plan / "bang.csv").write_text(
        "Mã,Trạng thái,Ngày,Văn bản,Minh chứng\n"
        'NV-CQS-01,Chờ thẩm định,1/9/2023,BC 7,"a.pdf; b.pdf\nhttps://example.vn/1 ;a.pdf"\n'
        "NV-CQS-02,Hoàn thành quá hạn,1/9/2023,BC 7,;\n",
        encoding="utf-8",
    )
    told = kehoach("update", "--from", "bang.csv", "--as-of", "31/12/2023")
    assert (told.code, "bang.csv:4: NV-CQS-02: ghi là quá hạn mà" in told.err) == (1, True)
    assert kehoach("update", "--from", "bang.csv", "--as-of", "31/12/2023", "--yes").code == 0
    assert '      evidence: [a.pdf, b.pdf, "https://example.vn/1"]\n' in tasks(plan)
    assert tasks(plan).count("evidence") == 1
