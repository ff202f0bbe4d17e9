"""Entering by command: what is typed, the lines that come into the file, and what is said of the record."""

import json
from pathlib import Path

import pytest

from tests.conftest import Kehoach

MEASURED = ("record", "CQS-01", "45,5", "--date", "30/9/2023", "--source", "CV 12/STTTT")
REPORTED = ("update", "NV-CQS-01", "--date", "2023-09-20", "--source", "BC 7/STTTT")
EXTENDED = ("extend", "NV-CQS-01", "--due", "Quý IV/2023", "--by", "CV 456/UBND-VP", "--date", "1/9/2023")


def indicators(plan: Path) -> str:
    return (plan / "data" / "indicators.yaml").read_text(encoding="utf-8")


def tasks(plan: Path) -> str:
    return (plan / "data" / "tasks.yaml").read_text(encoding="utf-8")


def test_a_measurement(kehoach: Kehoach, small_plan: Path) -> None:
    before = indicators(small_plan)
    result = kehoach(*MEASURED, "--as-of", "1/10/2023")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "data/indicators.yaml:9\n"
        "    due: Năm 2023\n"
        "+   measurements:\n"
        "+     - value: 45.5\n"
        "+       date: 2023-09-30\n"
        "+       source: CV 12/STTTT\n"
        "\n"
        "CQS-01: Tỷ lệ hồ sơ trực tuyến\n"
        "  Mới ghi: 45,5% ngày 30/9/2023 (CV 12/STTTT).\n"
        "  Số liệu này vào báo cáo quý IV/2023 (số liệu đến hết ngày 14/12/2023).\n"
        "  Số liệu mới nhất: 45,5% (ngày 30/9/2023).\n"
        "  Khoảng cách còn 14,5 điểm % đến mức tỉnh (60%); đã vượt mức UBQG (40%) 5,5\n"
        "    điểm %.\n"
        "  Tính đến ngày 1/10/2023: đúng tiến độ.\n"
        "\n"
        "Đã ghi data/indicators.yaml.\n"
    )
    assert indicators(small_plan).startswith(before)


def test_a_verdict_is_said_with_its_judge_and_no_distance(kehoach: Kehoach, small_plan: Path) -> None:
    path = small_plan / "data" / "indicators.yaml"
    head, _, tail = indicators(small_plan).partition("  baseline: {value: 20, as_of: 2023-05-31}\n")
    tail = tail.replace("{national: 40, provincial: 60}", "{provincial: Đạt mức khá}")
    path.write_text(head.replace('"%"', "Mức") + tail, encoding="utf-8")
    typed = ("record", "CQS-01", "chưa đạt", "--judged-by", "STTTT", "--date", "30/9/2023", "--source", "CV 12")
    result = kehoach(*typed, "--as-of", "1/10/2023")
    assert (result.code, result.err) == (0, "")
    assert indicators(small_plan).endswith(
        "    - value: chưa đạt\n      date: 2023-09-30\n      source: CV 12\n      judged_by: STTTT\n"
    )
    assert "Số liệu mới nhất: chưa đạt (ngày 30/9/2023)." in result.out
    assert "hoảng cách" not in result.out
    assert "Mức (đánh giá đạt hay chưa đạt)" in kehoach("show", "CQS-01").out
    [logged] = json.loads(kehoach("log", "CQS-01", "--format", "json").out)["entries"]
    assert (logged["value"], logged["verdict"], logged["judged_by"]) == (None, "not_met", "STTTT")


@pytest.mark.parametrize("typed", ["hạng 15", "Hạng 15", "15"])
def test_a_rank_as_people_write_it(kehoach: Kehoach, small_plan: Path, typed: str) -> None:
    path = small_plan / "data" / "indicators.yaml"
    ranked = indicators(small_plan).replace('"%"', "Thứ bậc").replace("increase", "decrease")
    path.write_text(ranked, encoding="utf-8")
    result = kehoach("record", "CQS-01", typed, "--date", "30/9/2023", "--source", "CV 12")
    assert "Mới ghi: hạng 15 ngày 30/9/2023 (CV 12)." in result.out


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("59,9", "Khoảng cách còn 0,1 điểm % đến mức tỉnh (60%)"),
        ("60", "Mới bằng mức tỉnh (60%)"),
        ("60,1", "Đã đạt mức tỉnh (60%)"),
    ],
)
def test_at_a_strict_bound(kehoach: Kehoach, small_plan: Path, value: str, said: str) -> None:
    path = small_plan / "data" / "indicators.yaml"
    path.write_text(indicators(small_plan).replace("provincial: 60", 'provincial: "trên 60%"'), encoding="utf-8")
    assert said in kehoach("record", "CQS-01", value, "--date", "30/9/2023", "--source", "CV 12").out


def test_a_sum_is_measured_by_the_milestone_of_its_year(kehoach: Kehoach, small_plan: Path) -> None:
    path = small_plan / "data" / "indicators.yaml"
    summed = indicators(small_plan).replace('"%"', "lớp").replace("due: Năm 2023", "due: Năm 2024")
    milestone = "accumulates: true\n  milestones: [{due: Năm 2023, provincial: 50}]"
    path.write_text(f"{summed.rstrip()}\n  {milestone}\n", encoding="utf-8")
    plan = small_plan / "data" / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("year: 2023", "year: 2023\nlast_year: 2024"), "utf-8")
    day = ("--as-of", "2023-10-01")
    told = kehoach("record", "CQS-01", "45", "--date", "30/9/2023", "--source", "CV 12", *day)
    assert "Khoảng cách còn 5 lớp đến mốc năm 2023 (50 lớp)." in told.out
    for view in (("log", "CQS-01"), ("diff", "--since", "2023-07-01")):
        assert "còn cách mốc năm 2023 5 lớp" in " ".join(kehoach(*view, *day).out.split())


@pytest.mark.parametrize(
    ("day", "passed"),
    [
        ("30/6/2023", "  Mốc quý II/2023: 30% (chưa đạt, còn hạn).\n"),
        ("1/7/2023", "  Mốc quý II/2023: 30% (đạt muộn).\n  Mốc quý III/2023: 50% (chưa đạt, còn hạn).\n"),
        ("1/10/2023", "  Mốc quý III/2023: 50% (không đạt).\n"),
    ],
)
def test_the_milestones_at_hand(kehoach: Kehoach, small_plan: Path, day: str, passed: str) -> None:
    path = small_plan / "data" / "indicators.yaml"
    milestones = "milestones: [{due: Quý II/2023, provincial: 30}, {due: Quý III/2023, provincial: 50}]"
    path.write_text(f"{indicators(small_plan).rstrip()}\n  {milestones}\n", encoding="utf-8")
    value = "29" if day == "30/6/2023" else "45"
    given = kehoach("record", "CQS-01", value, "--date", day, "--source", "CV 12", "--as-of", day, "--yes")
    assert "".join(line for line in given.out.splitlines(keepends=True) if "Mốc" in line) == passed


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("0", "0"),
        ("45,5", "45.5"),
        ("45.5", "45.5"),
        ("45,5%", "45.5"),
        ("45,50 %", "45.50"),
        ("45", "45"),
        ("0,5", "0.5"),
        ("0.125", "0.125"),
    ],
)
def test_figures_as_people_write_them(kehoach: Kehoach, small_plan: Path, typed: str, written: str) -> None:
    kehoach("record", "cqs-01", typed, "--date", "30/9/2023", "--source", "CV 12/STTTT", "--yes")
    assert f"    - value: {written}\n" in indicators(small_plan)


@pytest.mark.parametrize(("typed", "written"), [("1.234,5", "1234.5"), ("1.234.567 tấn", "1234567"), ("1234", "1234")])
def test_thousands_and_units(kehoach: Kehoach, small_plan: Path, typed: str, written: str) -> None:
    path = small_plan / "data" / "indicators.yaml"
    path.write_text(indicators(small_plan).replace('"%"', "tấn").replace("value: 20", "value: 1000"), encoding="utf-8")
    kehoach("record", "CQS-01", typed, "--date", "30/9/2023", "--source", "CV 12/STTTT", "--yes")
    assert f"    - value: {written}\n" in indicators(small_plan)


def test_every_step_of_a_task(kehoach: Kehoach, small_plan: Path) -> None:
    result = kehoach(*REPORTED, "--state", "in-progress", "--percent", "60%", "--note", "chờ  kinh phí")
    assert result.code == 0
    assert kehoach(*EXTENDED).code == 0
    assert (
        kehoach("update", "NV-CQS-01", "--state", "Đã hoàn thành", "--date", "31/12/2023", "--source", "BC 9").code == 0
    )
    assert tasks(small_plan).partition("due: Quý III/2023\n")[2] == (
        "  updates:\n"
        "    - state: in_progress\n"
        "      date: 2023-09-20\n"
        "      source: BC 7/STTTT\n"
        "      percent: 60\n"
        "      note: chờ kinh phí\n"
        "    - state: done\n"
        "      date: 2023-12-31\n"
        "      source: BC 9\n"
        "  changes:\n"
        "    - date: 2023-09-01\n"
        "      by: CV 456/UBND-VP\n"
        "      set: {due: Quý IV/2023}\n"
    )


def test_a_correction_keeps_the_wrong_line(kehoach: Kehoach, small_plan: Path) -> None:
    kehoach(*MEASURED)
    before = indicators(small_plan)
    result = kehoach("correct", "CQS-01", "44,5", "--source", "CV 15/STTTT", "--as-of", "1/10/2023")
    assert result.code == 0
    assert "  Số liệu mới nhất: 44,5% (ngày 30/9/2023).\n" in result.out
    assert indicators(small_plan) == (
        f"{before}    - value: 44.5\n      date: 2023-09-30\n      source: CV 15/STTTT\n      corrects: 2023-09-30\n"
    )
    assert kehoach("validate").out == "Đã kiểm tra 4 tệp: không có lỗi\n"


def test_a_figure_enters_once_corrected_or_not(kehoach: Kehoach, small_plan: Path) -> None:
    """Even with --yes. A correction may be taken back: the figure before it then counts again."""
    kehoach(*MEASURED)
    corrected = ("--date", "30/9/2023", "--source", "CV 15/STTTT", "--yes")
    assert kehoach("correct", "CQS-01", "44,5", *corrected).code == 0
    before = indicators(small_plan)
    for again in (
        (*MEASURED, "--yes"),  # what was corrected
        ("record", "CQS-01", "44,5", *corrected),  # what the correction says
        ("correct", "CQS-01", "44,5", *corrected),
    ):
        said = "kehoach: CQS-01 đã có đúng dòng ngày 30/9/2023 này nên không ghi lần nữa"
        result = kehoach(*again)
        assert (result.code, result.err.partition(" (")[0]) == (2, said)
    assert indicators(small_plan) == before
    taken_back = ("correct", "CQS-01", "45,5", "--date", "30/9/2023", "--source", "CV 12/STTTT", "--yes")
    assert kehoach(*taken_back).code == 0
    assert kehoach(*taken_back).code == 2
    assert kehoach("record", "CQS-01", "44,5", *corrected, "--note", "báo cáo lần hai").code == 0


def test_a_correction_of_a_report(kehoach: Kehoach, small_plan: Path) -> None:
    kehoach(*REPORTED, "--state", "done")
    kehoach("update", "NV-CQS-01", "--state", "in-progress", "--date", "25/9/2023", "--source", "BC 8", "--yes")
    missing = kehoach("correct", "NV-CQS-01", "--state", "in-progress", "--source", "BC 9/STTTT")
    assert missing.err == "kehoach: Thiếu --of: ghi ngày của dòng cần đính chính, một trong: 20/9/2023, 25/9/2023\n"
    given = ("--of", "20/9/2023", "--state", "in-progress", "--source", "BC 9/STTTT")
    assert kehoach("correct", "NV-CQS-01", *given).code == 0
    assert "      source: BC 9/STTTT\n      corrects: 2023-09-20\n" in tasks(small_plan)


def test_a_dry_run_writes_nothing(kehoach: Kehoach, small_plan: Path) -> None:
    before = indicators(small_plan)
    result = kehoach(*MEASURED, "--dry-run")
    assert (result.code, result.err) == (0, "")
    assert "+     - value: 45.5\n" in result.out
    assert result.out.endswith("Chưa ghi gì: đây là bản xem trước (--dry-run).\n")
    assert indicators(small_plan) == before
    assert [path.name for path in (small_plan / "data").iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("typed", "said"), [("45%", "là phần trăm mà chỉ tiêu tính bằng hồ sơ"), ("4 vụ", "hồ sơ; viết")]
)
def test_another_unit(kehoach: Kehoach, small_plan: Path, typed: str, said: str) -> None:
    path = small_plan / "data" / "indicators.yaml"
    path.write_text(indicators(small_plan).replace('"%"', "hồ sơ"), encoding="utf-8")
    result = kehoach("record", "CQS-01", typed, "--date", "30/9/2023", "--source", "CV 12/STTTT", "--yes")
    assert result.code == 2
    assert said in result.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("record",), "Thiếu MÃ, GIÁ TRỊ, --date, --source"),
        (("record", "CQS-01", "45"), "Thiếu --date, --source"),
        (("record", "CQS-9", "45", "--date", "1/9/2023", "--source", "x"), "Kế hoạch không có mã «CQS-9»"),
        (("record", "NV-CQS-01", "45", "--date", "1/9/2023", "--source", "x"), "NV-CQS-01 là nhiệm vụ"),
        (("record", "CQS-01", "nhiều", "--date", "1/9/2023", "--source", "x"), "GIÁ TRỊ: «nhiều» không phải là số"),
        (("record", "CQS-01", "1.234", "--date", "1/9/2023", "--source", "x"), "có thể là 1234 hoặc 1,234"),
        (("record", "CQS-01", "45", "--date", "31/9/2023", "--source", "x"), "--date: ngày «31/9/2023» không có"),
        (("record", "CQS-01", "45", "--date", "hôm nay", "--source", "x"), "--date: không hiểu ngày «hôm nay»"),
        (("record", "CQS-01", "45", "--date", "1/9/2023", "--source", " "), "Tham số sau --source để trống"),
        (
            ("record", "CQS-01", "45", "--date", "1/9/2023", "--source", "a\x1b[2J"),
            "ngay sau «a» có ký tự điều khiển U+001B",
        ),
        (
            ("record", "CQS-01", "45", "--date", "\u200e1/9/2023"),
            "sau --date: ở đầu có ký tự đảo chiều chữ U+200E (dấu",
        ),
        (("update", "NV-CQS-01"), "Thiếu --state, --date, --source"),
        (("update", "CQS-01", "--state", "done", "--date", "1/9/2023", "--source", "x"), "CQS-01 là chỉ tiêu"),
        (
            ("update", "NV-CQS-01", "--state", "dở dang", "--date", "1/9/2023", "--source", "x"),
            "--state: không có giá trị «dở dang»; chọn một trong: chưa thực hiện, đang thực hiện, đã trình, đã",
        ),
        ((*REPORTED, "--state", "done", "--percent", "120"), "--percent: «120» không nằm trong khoảng 0–100"),
        (("extend", "NV-CQS-01"), "Thiếu --due, --by, --date"),
        (
            ("extend", "NV-CQS-01", "--due", "sớm", "--by", "x", "--date", "1/9/2023"),
            "--due: không hiểu thời hạn «sớm»",
        ),
        (("correct", "CQS-01", "45", "--source", "x"), "CQS-01 chưa có dòng nào để đính chính"),
        (
            ("correct", "CQS-01", "--state", "done", "--source", "x"),
            "CQS-01 là chỉ tiêu; bỏ --state, --percent, --evidence, ghi số đúng sau mã",
        ),
        (
            ("correct", "NV-CQS-01", "45", "--source", "x"),
            "NV-CQS-01 là nhiệm vụ; bỏ GIÁ TRỊ, --estimate và ghi tình trạng đúng ở --state",
        ),
    ],
)
def test_what_cannot_be_entered(kehoach: Kehoach, small_plan: Path, arguments: tuple[str, ...], said: str) -> None:
    """One sentence with the way out, and nothing written."""
    before = indicators(small_plan), tasks(small_plan)
    result = kehoach(*arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.startswith("kehoach: ")
    assert (indicators(small_plan), tasks(small_plan)) == before


@pytest.mark.usefixtures("git")
def test_nothing_is_committed_outside_a_repository(kehoach: Kehoach, small_plan: Path) -> None:
    before = indicators(small_plan)
    result = kehoach(*MEASURED, "--commit")
    assert (result.code, "--commit: Thư mục này không nằm trong kho git nào" in result.err) == (2, True)
    assert indicators(small_plan) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("record", "CQS-01", "145", "--date", "1/9/2023", "--source", "x"), "CQS-01: Tỷ lệ 145% nằm ngoài"),
        (("record", "CQS-01", "45", "--date", "31/5/2023", "--source", "x"), "không sau ngày hiện trạng 31/5/2023"),
        (("record", "CQS-01", "4" * 20, "--date", "1/9/2023", "--source", "x"), "quá lớn"),
    ],
)
def test_nothing_is_written_that_would_be_invalid(
    kehoach: Kehoach, small_plan: Path, arguments: tuple[str, ...], said: str
) -> None:
    """Not even with --yes."""
    before = indicators(small_plan), tasks(small_plan)
    result = kehoach(*arguments, "--yes")
    assert result.code == 2
    assert result.err.startswith("kehoach: Chưa ghi gì, vì ghi vào thì kế hoạch có lỗi:\n  ")
    assert said in result.err
    assert (indicators(small_plan), tasks(small_plan)) == before


def test_a_plan_with_errors_is_mended_first(kehoach: Kehoach, small_plan: Path) -> None:
    path = small_plan / "data" / "tasks.yaml"
    path.write_text(tasks(small_plan).replace("lead: [STTTT]", "lead: [STTT]"), encoding="utf-8")
    before = indicators(small_plan)
    result = kehoach(*MEASURED)
    assert result.code == 2
    assert "data/tasks.yaml:4:10: lỗi KH302" in result.err
    assert result.err.endswith("kehoach: Chưa ghi gì; sửa các lỗi trên rồi chạy lại\n")
    assert indicators(small_plan) == before


def test_a_file_that_cannot_be_added_to(kehoach: Kehoach, small_plan: Path) -> None:
    """A last text in lines without a line break would change with the next line: the lines to put in are shown."""
    path = small_plan / "data" / "indicators.yaml"
    before = f"{indicators(small_plan)}  note: |\n    một dòng"
    path.write_text(before, encoding="utf-8", newline="\n")
    result = kehoach(*MEASURED)
    assert result.code == 2
    assert "không ghi được vào CQS-01 mà giữ nguyên phần còn lại" in result.err
    assert result.err.endswith(
        "thêm vào measurements của CQS-01:\n"
        "      - value: 45.5\n        date: 2023-09-30\n        source: CV 12/STTTT\n"
    )
    assert indicators(small_plan) == before
