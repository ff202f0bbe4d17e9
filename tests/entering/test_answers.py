"""What one agency answers: entered into a file of its own, read, checked, committed, and told who did."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.plans import AGENCIES, INDICATORS, TASKS, write_plan
from tests.support.repositories import Repo, plan_repo

SHARED = INDICATORS.replace("lead: [STTTT]", "lead: [STTTT, SYT]") + "  parts: ratio\n"
TOGETHER = TASKS.replace("lead: [STTTT]", "lead: [STTTT, SYT]") + "  parts: each\n"
GIVEN = ("--date", "10/9/2023", "--source", "BC 1/SYT", "--as-of", "2023-09-14")
FILE = Path("data/answers/SYT.yaml")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    repo = plan_repo(tmp_path / "kho", indicators=SHARED, tasks=TOGETHER)
    monkeypatch.chdir(repo.folder)
    return repo


def entries(path: Path = FILE) -> str:
    """The file from its list on."""
    return path.read_text(encoding="utf-8").partition("\nanswers:\n")[2]


@pytest.mark.usefixtures("repo")
def test_the_first_answer_makes_the_file(kehoach: Kehoach) -> None:
    result = kehoach("record", "CQS-01", "--agency", "Sở Y tế", "45/120", *GIVEN)
    assert (result.code, result.err) == (0, "")
    assert FILE.read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../schema/answers.json\n"
        "# Báo cáo của Sở Y tế về những việc giao cho nhiều cơ quan.\n\n"
        "answers:\n"
        "  - record: CQS-01\n"
        "    numerator: 45\n"
        "    denominator: 120\n"
        "    date: 2023-09-10\n"
        "    source: BC 1/SYT\n"
    )
    assert "Mới ghi: Sở Y tế báo cáo 45/120 (37,5%) ngày 10/9/2023 (BC 1/SYT)." in result.out
    assert "Số liệu mới nhất: 37,5% (tạm tính, ngày 10/9/2023)." in result.out
    assert "Đã báo cáo 1/2 cơ quan." in result.out
    assert "Tạm tính: khoảng cách còn " in result.out
    assert result.out.endswith("Đã ghi data/answers/SYT.yaml.\n")
    assert kehoach("validate").code == 0


@pytest.mark.usefixtures("repo")
def test_a_later_one_is_added_as_the_others_are_written(kehoach: Kehoach) -> None:
    FILE.parent.mkdir()
    FILE.write_text(
        "answers:\n- {record: CQS-01, numerator: 40, denominator: 120, date: 2023-07-01, source: BC 0}  # tháng 6\n"
        "# hết\n",
        encoding="utf-8",
    )
    assert kehoach("update", "NV-CQS-01", "--agency", "SYT", "--state", "done", *GIVEN).code == 0
    assert FILE.read_text(encoding="utf-8") == (
        "answers:\n- {record: CQS-01, numerator: 40, denominator: 120, date: 2023-07-01, source: BC 0}  # tháng 6\n"
        "- {record: NV-CQS-01, state: done, date: 2023-09-10, source: BC 1/SYT}\n"
        "# hết\n"
    )


def test_under_a_lock_of_git_the_first_answer_makes_no_file(kehoach: Kehoach, repo: Repo) -> None:
    (repo.folder / ".git" / "index.lock").touch()
    result = kehoach("record", "CQS-01", "--agency", "SYT", "45/120", *GIVEN, "--commit")
    assert (result.code, result.err.endswith("index.lock. Chưa ghi gì\n")) == (2, True)
    assert not FILE.exists()


def test_nothing_else_is_touched_and_the_plan_stays_the_decision(kehoach: Kehoach, repo: Repo) -> None:
    assert kehoach("record", "CQS-01", "--agency", "SYT", "45/120", *GIVEN, "--commit").code == 0
    assert kehoach("record", "CQS-01", "--agency", "STTTT", "50/100", *GIVEN, "--commit").code == 0
    assert repo.git("show", "--name-only", "--format=%B", "HEAD^") == (
        "CQS-01: Sở Y tế báo cáo 45/120 (37,5%) ngày 10/9/2023 (BC 1/SYT)\n\n\ndata/answers/SYT.yaml"
    )
    assert repo.git("show", "--name-only", "--format=", "HEAD") == "data/answers/STTTT.yaml"
    assert repo.git("status", "--short", "--untracked-files=no") == ""
    assert kehoach("validate", "--base", "HEAD~2").code == 0


def test_it_is_known_who_entered_it(kehoach: Kehoach, repo: Repo) -> None:
    assert kehoach("record", "CQS-01", "--agency", "SYT", "45/120", *GIVEN).code == 0
    repo.commit("Sở Y tế", by="Bà Năm")
    assert kehoach("correct", "CQS-01", "--agency", "SYT", "46/120", "--source", "BC 2", *GIVEN[:2]).code == 0
    repo.commit("Sửa", by="Ông Ba")
    found = json.loads(kehoach("log", "CQS-01", "--format", "json").out)["entries"]
    assert [(entry["source"], entry["author"], entry["counts"]) for entry in found] == [
        ("BC 1/SYT", "Bà Năm", False),
        ("BC 2", "Ông Ba", True),
    ]


@pytest.mark.usefixtures("repo")
def test_a_table_is_one_agency_s(kehoach: Kehoach) -> None:
    rows = "id,value,date,source\nCQS-01,40/120,30/6/2023,BC 0\nCQS-01,45/120,10/9/2023,BC 1\n"
    Path("so-lieu.csv").write_text(rows, encoding="utf-8")
    assert kehoach("record", "--from", "so-lieu.csv", "--agency", "SYT", "--as-of", "2023-09-14").code == 0
    assert entries().count("- record: CQS-01") == 2


@pytest.mark.usefixtures("repo")
def test_a_preview_and_a_refusal_make_nothing(kehoach: Kehoach) -> None:
    assert kehoach("record", "CQS-01", "--agency", "SYT", "45/120", *GIVEN, "--dry-run").code == 0
    assert kehoach("record", "CQS-01", "--agency", "SYT", "145/120", *GIVEN).code != 0
    assert not FILE.parent.exists()


@pytest.mark.usefixtures("repo")
def test_its_own_answers_say_what_is_far_off(kehoach: Kehoach) -> None:
    assert kehoach("record", "CQS-01", "--agency", "STTTT", "90/100", *GIVEN).code == 0
    assert kehoach("record", "CQS-01", "--agency", "SYT", "9/100", *GIVEN).code == 0  # not compared with the other's
    later = ("--date", "13/9/2023", *GIVEN[2:])
    asked = kehoach("record", "CQS-01", "--agency", "SYT", "90/100", *later)
    assert asked.code == 1
    assert "CQS-01: số liệu nhảy từ 9% (ngày 10/9/2023) lên 90%" in asked.err


@pytest.mark.usefixtures("repo")
def test_the_same_again_is_refused(kehoach: Kehoach) -> None:
    assert kehoach("record", "CQS-01", "--agency", "SYT", "45/120", *GIVEN).code == 0
    before = entries()
    again = kehoach("record", "CQS-01", "--agency", "SYT", "45/120", *GIVEN)
    assert again.code == 2
    assert "CQS-01 đã có đúng dòng ngày 10/9/2023 này" in again.err
    assert entries() == before
    assert kehoach("record", "CQS-01", "--agency", "STTTT", "45/120", *GIVEN).code == 0


@pytest.mark.usefixtures("repo")
def test_each_corrects_its_own(kehoach: Kehoach) -> None:
    assert kehoach("update", "NV-CQS-01", "--agency", "SYT", "--state", "done", *GIVEN).code == 0
    other = kehoach("correct", "NV-CQS-01", "--agency", "STTTT", "--state", "in-progress", "--source", "BC 2")
    assert other.code == 2
    assert "NV-CQS-01 chưa có báo cáo của cơ quan này nào để đính chính" in other.err
    own = kehoach("correct", "NV-CQS-01", "--agency", "SYT", "--state", "in-progress", "--source", "BC 2")
    assert own.code == 0
    assert "corrects: 2023-09-10" in entries()


@pytest.mark.usefixtures("repo")
def test_a_report_on_the_whole_does_not_decide_what_each_must_do(kehoach: Kehoach) -> None:
    decides = "Đã có cơ quan báo cáo nên tình hình chung theo báo cáo của từng cơ quan, không theo dòng này."
    first = kehoach("update", "NV-CQS-01", "--state", "in-progress", *GIVEN)
    assert (first.code, decides in " ".join(first.out.split())) == (0, False)
    assert kehoach("update", "NV-CQS-01", "--agency", "SYT", "--state", "in-progress", *GIVEN).code == 0
    later = ("--date", "13/9/2023", *GIVEN[2:])
    assert decides in " ".join(kehoach("update", "NV-CQS-01", "--state", "done", *later).out.split())


@pytest.mark.parametrize(
    ("agency", "asked"),
    [
        ("STTTT", "chỉ Sở TT&TT phải báo cáo CQS-01, nên đây là kết quả chung; bỏ --agency (KH420)"),
        ("SYT", "vì chủ trì khi đó là Sở TT&TT; báo cáo này không được tính; xem lại cơ quan báo cáo và ngày (KH419)"),
    ],
)
def test_an_answer_that_counts_nowhere_is_asked_about(
    kehoach: Kehoach, tmp_path: Path, agency: str, asked: str
) -> None:
    write_plan(tmp_path)
    found = kehoach("record", "CQS-01", "--agency", agency, "45/120", *GIVEN, "--plan", str(tmp_path))
    assert (found.code, asked in " ".join(found.err.split())) == (1, True)
    assert not (tmp_path / FILE).exists()


def test_of_what_each_must_reach_a_figure_of_the_whole_is_asked_about(kehoach: Kehoach, tmp_path: Path) -> None:
    """It is a share of bodies; it is compared neither with the baseline nor with the unit of what each has."""
    write_plan(tmp_path, indicators=SHARED.replace("parts: ratio", "parts: each").replace('unit: "%"', "unit: ngày"))
    command = ("record", "CQS-01", "4,5", *GIVEN, "--plan", str(tmp_path))
    found = kehoach(*command)
    asked = "Lưu ý: CQS-01: 4,5% là tỷ lệ cơ quan đạt; số của một cơ quan thì thêm --agency kehoach: Chưa ghi gì"
    assert (found.code, asked in " ".join(found.err.split())) == (1, True)
    assert kehoach(*command, "--yes").code == 0
    assert "KH406" not in kehoach("validate", "--plan", str(tmp_path)).out


def test_a_verdict_on_what_each_must_reach_is_that_of_one_body(kehoach: Kehoach, tmp_path: Path) -> None:
    judged = SHARED.replace("parts: ratio", "parts: each").replace('unit: "%"', "unit: mức")
    judged = re.sub(r"  baseline:.*\n", "", judged)
    judged = re.sub(r"  targets:.*\n", "  targets: {provincial: Đạt mức trung bình}\n", judged)
    write_plan(tmp_path, indicators=judged)
    command = ("record", "CQS-01", "đạt", "--judged-by", "Bộ CA", *GIVEN, "--plan", str(tmp_path))
    refused = kehoach(*command)
    assert refused.code == 2
    assert "CQS-01 có kết quả chung là tỷ lệ cơ quan đạt; đánh giá của một cơ quan thì thêm --agency" in refused.err
    assert kehoach(*command, "--agency", "SYT").code == 0


@pytest.mark.usefixtures("repo")
def test_of_answers_that_another_command_leaves_uncounted_the_files_are_named(kehoach: Kehoach) -> None:
    assert kehoach("update", "NV-CQS-01", "--agency", "SYT", "--state", "done", *GIVEN).code == 0
    amended = kehoach("amend", "NV-CQS-01", "--lead", "STTTT", "--by", "QĐ 9", "--date", "1/9/2023", *GIVEN[4:])
    assert "(KH419)" in amended.err
    assert "--agency" not in amended.err


@pytest.mark.usefixtures("repo")
def test_to_correct_an_answer_its_agency_is_named(kehoach: Kehoach) -> None:
    assert kehoach("record", "CQS-01", "--agency", "SYT", "45/120", *GIVEN).code == 0
    whole = kehoach("correct", "CQS-01", "46", "--source", "BC 2")
    assert "báo cáo của một cơ quan thì thêm --agency" in whole.err


def test_a_zero_is_an_answer(kehoach: Kehoach, tmp_path: Path) -> None:
    write_plan(tmp_path, indicators=SHARED)
    command = ("record", "CQS-01", "--agency", "SYT", "0/0", *GIVEN, "--plan", str(tmp_path))
    result = kehoach(*command)
    assert "Sở Y tế báo cáo 0/0 ngày 10/9/2023" in result.out
    assert kehoach("validate", str(tmp_path)).code == 0


CASES = {
    "bảng": ("answers: 5\n", "KH203: Giá trị của answers phải là danh sách"),
    "danh sách": ("- {record: CQS-01}\n", "KH203: Tệp phải gồm các khóa"),
    "khóa lạ": ("answers: []\nghi-chu: x\n", "KH202: Không có khóa nào tên là «ghi-chu»"),
    "không mã": ("answers: [{date: 2023-09-10, value: 5}]\n", "KH201: Thiếu khóa record"),
    "không số": ("answers: [{record: CQS-01, date: 2023-09-10}]\n", "KH201: Thiếu kết quả hoặc tình trạng"),
    "nửa tỷ lệ": ("answers: [{record: CQS-01, date: 2023-09-10, numerator: 0}]\n", "KH201: Thiếu denominator"),
    "nửa kia": ("answers: [{record: CQS-01, date: 2023-09-10, denominator: 9}]\n", "KH201: Thiếu numerator"),
    "hai cách": (
        "answers: [{record: CQS-01, date: 2023-09-10, value: 5, numerator: 0, denominator: 4}]\n",
        "KH202: value không đi với numerator, denominator",
    ),
    "hai loại": (
        "answers: [{record: CQS-01, date: 2023-09-10, value: 5, state: done}]\n",
        "KH202: Dòng này vừa ghi số liệu vừa ghi tiến độ",
    ),
    "phần trăm của số": (
        "answers: [{record: CQS-01, date: 2023-09-10, value: 5, percent: 0}]\n",
        "KH202: Dòng này vừa ghi số liệu vừa ghi tiến độ",
    ),
    "mã lạ": ("answers: [{record: CQS-09, date: 2023-09-10, value: 5}]\n", "KH317: Không có chỉ tiêu, nhiệm vụ nào"),
    "loại khác": (
        "answers: [{record: NV-CQS-01, date: 2023-09-10, value: 5}]\n",
        "KH317: NV-CQS-01 là nhiệm vụ mà dòng này ghi số liệu",
    ),
    "loại kia": (
        "answers: [{record: CQS-01, date: 2023-09-10, state: done}]\n",
        "KH317: CQS-01 là chỉ tiêu mà dòng này ghi tình trạng",
    ),
    "cú pháp": ("answers: [\n", "KH107"),
}


@pytest.mark.parametrize(("text", "fault"), CASES.values(), ids=CASES)
def test_the_faults_of_a_file(kehoach: Kehoach, tmp_path: Path, text: str, fault: str) -> None:
    write_plan(tmp_path, indicators=SHARED, tasks=TOGETHER)
    answers = tmp_path / FILE
    answers.parent.mkdir()
    answers.write_text(text, encoding="utf-8")
    checked = kehoach("validate", str(tmp_path))
    assert checked.code in (1, 2)
    assert "SYT.yaml:" in checked.out
    assert f"lỗi {fault}" in checked.out
    asked = kehoach("gaps", "--plan", str(tmp_path))
    assert (asked.code, asked.out) == (2, "")
    entered = kehoach("record", "CQS-01", "--agency", "SYT", "45/120", *GIVEN, "--plan", str(tmp_path))
    assert entered.code == 2
    assert answers.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["syt.yaml", "SYT.yml", "SXD.yaml", "Sở Y tế.yaml"])
def test_a_file_that_is_no_agency_s_is_named(kehoach: Kehoach, tmp_path: Path, name: str) -> None:
    write_plan(tmp_path, indicators=SHARED)
    (tmp_path / "data" / "answers").mkdir()
    (tmp_path / "data" / "answers" / name).write_text("answers: []\n", encoding="utf-8")
    checked = kehoach("validate", str(tmp_path))
    assert checked.code in (1, 2)
    assert f"lỗi KH211: Không báo cáo nào đọc tệp này, vì tên «{name}» không phải mã của một cơ quan" in checked.out


def test_what_lies_behind_a_link_is_neither_read_nor_written(kehoach: Kehoach, tmp_path: Path) -> None:
    write_plan(tmp_path / "kh", indicators=SHARED)
    elsewhere = tmp_path / "khac"
    elsewhere.mkdir()
    (tmp_path / "kh" / "data" / "answers").symlink_to(elsewhere)
    assert "Đây là liên kết, không phải thư mục" in kehoach("validate", str(tmp_path / "kh")).out
    entered = kehoach("record", "CQS-01", "--agency", "SYT", "45/120", *GIVEN, "--plan", str(tmp_path / "kh"))
    assert entered.code == 2
    assert list(elsewhere.iterdir()) == []


def test_an_agency_without_a_name_in_the_plan(kehoach: Kehoach, tmp_path: Path) -> None:
    write_plan(tmp_path, indicators=SHARED, agencies=AGENCIES)
    result = kehoach("record", "CQS-01", "--agency", "Sở Xây dựng", "45/120", *GIVEN, "--plan", str(tmp_path))
    assert result.code == 2
    assert "--agency: kế hoạch không có cơ quan nào tên là «Sở Xây dựng»" in result.err
