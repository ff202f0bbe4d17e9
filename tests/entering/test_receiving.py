"""What bodies send back: forms, and tables that are none. All figures are made up."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kehoach_cli.reports.letters.form_identity import read_identity
from kehoach_cli.storage.plan_rewrite import Rewritten, rewrite
from kehoach_cli.storage.write_faults import WriteFault
from tests.conftest import Kehoach, Result
from tests.support.forms import Values, fill
from tests.support.plans import AGENCIES, INDICATORS, PLAN, TASKS, write_plan
from tests.support.repositories import new_repo

MANY = AGENCIES + "- {id: SO, name: Các sở, short_name: Các sở, group: true, members: [STTTT, SYT]}\n"
SHARED = (
    INDICATORS.replace("  lead: [STTTT]\n", "  lead: [SO]\n  parts: ratio\n")
    + INDICATORS.replace("CQS-01", "CQS-02").replace("hồ sơ trực tuyến", "cán bộ được tập huấn").replace("STTTT", "SYT")
    + INDICATORS.replace("CQS-01", "KTS-01").replace("hồ sơ trực tuyến", "doanh nghiệp").replace("STTTT", "SYT")
)
WORK = TASKS.replace("STTTT", "SYT")
ANSWERED = """\
answers:
  - record: CQS-01
    numerator: 45
    denominator: 120
    date: 2023-09-10
    source: BC 88/BC-SYT

remarks:
  - period: 2023-Q3
    record: NV-CQS-01
    difficulties: Thiếu kinh phí
    proposals: Bố trí 2 tỷ đồng
    source: BC 88/BC-SYT
"""
VALUES: Values = {
    "CQS-01": {"Tử số": 45, "Mẫu số": 120},
    "CQS-02": {"Kết quả": "45,5"},
    "NV-CQS-01": {
        "Tình trạng": "Đang thực hiện",
        "Đã làm (%)": 60,
        "Khó khăn, vướng mắc": "Thiếu kinh phí",
        "Đề xuất, kiến nghị": "Bố trí 2 tỷ đồng",
    },
}


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan in which Sở Y tế answers one indicator with others, and two more and a task alone."""
    folder = write_plan(
        tmp_path / "plan", plan=PLAN.replace("2023-06-26", "2023-02-20"), agencies=MANY, indicators=SHARED, tasks=WORK
    )
    monkeypatch.chdir(folder)
    return folder


def form(kehoach: Kehoach, values: Values | None = None, *, name: str = "phieu", **cover: Any) -> Path:
    """The form of Sở Y tế for the third quarter, filled in."""
    result = kehoach("form", "--agency", "SYT", "--period", "2023-Q3", "--as-of", "5/9/2023", "-o", name)
    assert result.code == 0, result.err
    return fill(Path(name) / "phieu-SYT-2023-Q3.xlsx", VALUES if values is None else values, **cover)


def receive(kehoach: Kehoach, *arguments: str | Path) -> Result:
    return kehoach("receive", *map(str, arguments), "--as-of", "12/9/2023")


def text(plan: Path, name: str) -> str:
    return (plan / "data" / f"{name}.yaml").read_text(encoding="utf-8")


def state(plan: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (plan / "data").rglob("*.yaml")}


def csv(plan: Path, *lines: str) -> str:
    (plan / "bang.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return "bang.csv"


def test_a_form_comes_back(kehoach: Kehoach, plan: Path) -> None:
    """What several answer goes to the body's own file, what it leads alone to the record, the rest to `remarks`."""
    result = receive(kehoach, form(kehoach))
    assert result.code == 0, result.err
    assert result.err == (
        "phieu/phieu-SYT-2023-Q3.xlsx (Sở Y tế): nhận 4\n"
        "  CQS-01: 45/120 (37,5%), ngày 10/9/2023 (BC 88/BC-SYT)\n"
        "  CQS-02: 45,5%, ngày 10/9/2023 (BC 88/BC-SYT)\n"
        "  NV-CQS-01: Đang thực hiện, 60%, ngày 10/9/2023 (BC 88/BC-SYT)\n"
        "  NV-CQS-01: khó khăn, đề xuất\n"
        "  Chưa có: KTS-01\n"
    )
    assert result.out.splitlines()[0] == "Đã nhận 1/1 tệp."
    assert result.out.splitlines()[-1].split() == ["Sở", "Y", "tế", "3", "0", "1", "0", "KTS-01"]
    assert text(plan, "answers/SYT").endswith(ANSWERED)
    assert "  measurements:\n    - value: 45.5\n      date: 2023-09-10\n      source: BC 88/BC-SYT\n" in text(
        plan, "indicators"
    )
    assert "      percent: 60\n" in text(plan, "tasks")
    assert kehoach("validate").code == 0


def test_twice_is_once(kehoach: Kehoach, plan: Path) -> None:
    path = form(kehoach)
    assert receive(kehoach, path).code == 0
    before = state(plan)
    again = receive(kehoach, path, "--format", "csv")
    said = "phieu/phieu-SYT-2023-Q3.xlsx (Sở Y tế): không có gì mới\n  Chưa có: KTS-01\n"
    assert (again.code, again.err) == (0, said)
    assert [line.split(",")[2:] for line in again.out.splitlines()[1:]] == [
        ["CQS-01", "unchanged"],
        ["CQS-02", "unchanged"],
        ["NV-CQS-01", "unchanged"],
        ["KTS-01", "unanswered"],
    ]
    assert state(plan) == before


def test_nothing_filled_in_is_no_error(kehoach: Kehoach, plan: Path) -> None:
    before = state(plan)
    result = receive(kehoach, form(kehoach, {}, source=None, day=None))
    said = "phieu/phieu-SYT-2023-Q3.xlsx (Sở Y tế): không có gì mới\n  Chưa có: CQS-01, CQS-02, KTS-01, NV-CQS-01\n"
    assert (result.code, result.err) == (0, said)
    assert state(plan) == before


def test_a_preview_writes_nothing(kehoach: Kehoach, plan: Path) -> None:
    path, before = form(kehoach), state(plan)
    result = receive(kehoach, path, "--dry-run")
    assert (result.code, result.out.splitlines()[0]) == (0, "Xem trước, chưa ghi gì: nhận được 1/1 tệp.")
    assert state(plan) == before


def test_one_bad_cell_keeps_its_file_out_and_no_other(kehoach: Kehoach, plan: Path) -> None:
    good = form(kehoach, {"CQS-02": {"Kết quả": 45.5}})
    bad = form(kehoach, {"CQS-01": {"Tử số": 45}, "KTS-01": {"Kết quả": "nhiều"}}, name="khac")
    result = receive(kehoach, bad, good)
    assert result.code == 1
    assert result.err.splitlines()[:3] == [
        "kehoach: khac/phieu-SYT-2023-Q3.xlsx: Chưa ghi gì: 2 dòng không dùng được.",
        "  khac/phieu-SYT-2023-Q3.xlsx, trang «Chỉ tiêu», dòng 3: Mẫu số: để trống mà ô kia có số; ghi cả hai",
        "  khac/phieu-SYT-2023-Q3.xlsx, trang «Chỉ tiêu», dòng 5: ô G5 (Kết quả): «nhiều» không phải là số theo đơn vị "
        "%; viết như 45,5 hoặc 45.5",
    ]
    assert "Không nhận được: khac/phieu-SYT-2023-Q3.xlsx." in result.out
    assert "value: 45.5" in text(plan, "indicators")
    assert receive(kehoach, bad).code == 2


def test_what_all_rows_lack_is_said_once(kehoach: Kehoach, plan: Path) -> None:
    path = form(kehoach, source=None)
    result = receive(kehoach, path)
    assert result.code == 2
    assert result.err.count("thiếu văn bản") == 1
    assert "dòng 3 và 2 dòng nữa: thiếu văn bản; ghi ở dòng đó, hoặc ở ô «Số, ký hiệu văn bản gửi kèm»" in result.err
    assert receive(kehoach, path, "--source", "BC 88/BC-SYT").code == 0
    assert text(plan, "answers/SYT").endswith(ANSWERED)


def changed(path: Path, cell: str, value: Any, sheet: str = "Chỉ tiêu") -> Path:
    book = load_workbook(path)
    book[sheet][cell] = value
    book.save(path)
    return path


def test_a_locked_cell_that_was_changed_is_asked_about(kehoach: Kehoach, plan: Path) -> None:
    path = changed(form(kehoach), "E4", "50%")
    before = state(plan)
    result = receive(kehoach, path)
    assert result.code == 1
    said = "mức phải đạt trong phiếu là «50%», Kế hoạch ghi «60%»; muốn đổi Kế hoạch thì dùng «kehoach amend»"
    assert said in " ".join(result.err.split())
    assert "Chưa nhận, còn điều phải xem lại: phieu/phieu-SYT-2023-Q3.xlsx" in " ".join(result.out.split())
    assert state(plan) == before
    assert receive(kehoach, path, "--yes").code == 0


def test_what_the_plan_changed_since_is_only_told(kehoach: Kehoach, plan: Path) -> None:
    path = form(kehoach)
    assert kehoach("amend", "CQS-02", "--target", "70", "--by", "QĐ 2", "--date", "8/9/2023", "--yes").code == 0
    result = receive(kehoach, path)
    assert result.code == 0
    assert "Kế hoạch đã đổi từ khi gửi phiếu, mức phải đạt: 60% → 70%" in " ".join(result.err.split())


def test_a_form_sent_again_with_another_figure_corrects_the_first(kehoach: Kehoach, plan: Path) -> None:
    assert receive(kehoach, form(kehoach)).code == 0
    second = form(kehoach, {**VALUES, "CQS-01": {"Tử số": 46, "Mẫu số": 120}}, name="lai")
    asked = receive(kehoach, second)
    assert asked.code == 1
    assert (
        "CQS-01: đã có: Sở Y tế báo cáo 45/120 (37,5%) ngày 10/9/2023 (BC 88/BC-SYT); dòng này sẽ ghi là đính chính"
        in " ".join(asked.err.split())
    )
    assert receive(kehoach, second, "--yes").code == 0
    assert text(plan, "answers/SYT").count("corrects: 2023-09-10") == 1
    again = receive(kehoach, "phieu", "lai")
    assert (again.code, again.err.count("không có gì mới")) == (0, 2)


@pytest.mark.parametrize(
    ("part", "value", "said"),
    [
        ("plan", "9-KH@2023-01-01", "phiếu của kế hoạch khác (9-KH@2023-01-01)"),
        ("version", "0", "phiếu do một bản kehoach khác lập"),
        ("agency", "SXD", "kế hoạch không có cơ quan nào tên là «SXD»"),
        ("period", "2023-Q9", "phiếu ghi kỳ «2023-Q9», không có kỳ nào như vậy"),
        ("record", "CQS-99", "Kế hoạch không có mã «CQS-99»"),
    ],
)
def test_the_form_of_something_else_is_refused(kehoach: Kehoach, plan: Path, part: str, value: str, said: str) -> None:
    path = form(kehoach)
    book = load_workbook(path)
    for row in book["Chỉ tiêu"].iter_rows():
        for cell in row:
            identity = read_identity(str(cell.value))
            if identity:
                cell.value = identity._replace(**{part: value}).text()
    book.save(path)
    before = state(plan)
    result = receive(kehoach, path)
    assert (result.code, state(plan)) == (2, before)
    assert said in result.err


def test_the_form_of_another_body_than_the_one_named_is_refused(kehoach: Kehoach, plan: Path) -> None:
    assert plan.is_dir()
    result = receive(kehoach, form(kehoach), "--agency", "STTTT")
    assert result.code == 2
    assert "phiếu của Sở Y tế, không phải của cơ quan ghi ở --agency" in result.err


def test_a_day_of_another_period_is_asked_about(kehoach: Kehoach, plan: Path) -> None:
    assert plan.is_dir()
    result = receive(kehoach, form(kehoach, {"CQS-02": {"Kết quả": 45.5}}, day="1/6/2023"))
    assert result.code == 1
    said = "ngày 1/6/2023 không thuộc số liệu quý III/2023 (từ ngày 15/6/2023 đến hết ngày 14/9/2023)"
    assert said in " ".join(result.err.split())


def test_a_row_copied_and_filled_in_twice_is_refused(kehoach: Kehoach, plan: Path) -> None:
    path = form(kehoach, {"CQS-02": {"Kết quả": 45.5}})
    book = load_workbook(path)
    sheet = book["Chỉ tiêu"]
    sheet.append([cell.value if cell.value != 45.5 else 46 for cell in sheet[4]])
    book.save(path)
    before = state(plan)
    result = receive(kehoach, path)
    assert (result.code, state(plan)) == (2, before)
    assert "CQS-02 có hai dòng khác nhau cùng ngày trong tệp này; giữ lại một dòng" in result.err


def test_rows_sorted_columns_inserted_sheets_renamed_and_copied(kehoach: Kehoach, plan: Path) -> None:
    """Only the hidden column counts, and what the headings say."""
    there = load_workbook(form(kehoach))["Chỉ tiêu"]
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Sheet1 (2)"
    title, headings, *rows = ([cell.value for cell in row] for row in there.iter_rows())
    for row in (title, headings, *reversed(rows)):
        sheet.append([row[0], "STT", *reversed(row[1:])])
    sheet["B1"], sheet["B2"] = None, "Người nhập"
    book.save("phieu/phieu-SYT-2023-Q3.xlsx")
    arguments = ("phieu", "--source", "BC 88/BC-SYT", "--date", "10/9/2023")
    asked = receive(kehoach, *arguments)
    assert (asked.code, "không hiểu cột «Người nhập» nên bỏ qua cột đó" in " ".join(asked.err.split())) == (1, True)
    assert receive(kehoach, *arguments, "--yes").code == 0
    assert "numerator: 45" in text(plan, "answers/SYT")


def test_a_folder_is_searched_for_tables(kehoach: Kehoach, plan: Path) -> None:
    path = form(kehoach)
    for name in ("~$phieu.xlsx", ".~lock.phieu.xlsx#", "cong-van.pdf"):
        (path.parent / name).write_bytes(b"x")
    (path.parent / "thu-muc").mkdir()
    path.rename(path.parent / "thu-muc" / "phieu.XLSX")
    result = receive(kehoach, "phieu")
    assert result.code == 0, result.err
    assert "Bỏ qua, không phải bảng: phieu/cong-van.pdf." in result.out
    assert "numerator: 45" in text(plan, "answers/SYT")
    (path.parent / "thu-muc" / "phieu.XLSX").unlink()
    assert "Không có tệp nào để nhận trong phieu" in receive(kehoach, "phieu").err


def test_a_table_that_is_no_form(kehoach: Kehoach, plan: Path) -> None:
    """By the id, else by the name; one that is only like a name is asked about."""
    lines = (
        "SỞ Y TẾ;;;;;",
        "TT;Chỉ tiêu;Đơn vị;Kết quả thực hiện;Ngày;Số/ký hiệu văn bản",
        "1;TỶ LỆ CÁN BỘ ĐƯỢC TẬP HUẤN;%;45,5;10/9/2023;BC 88/BC-SYT",
        "2;Tỷ lệ các doanh nghiệp;%;31;10/9/2023;BC 88/BC-SYT",
        "II;Nhóm hai;;;;",
    )
    table = csv(plan, *lines)
    assert "không rõ cơ quan nào trả lời; thêm --agency CƠ QUAN" in receive(kehoach, table).err
    result = receive(kehoach, table, "--agency", "Sở Y tế")
    assert result.code == 1
    said = "«Tỷ lệ các doanh nghiệp» hiểu là KTS-01 «Tỷ lệ doanh nghiệp»"
    assert [line for line in " ".join(result.err.split()).split("Lưu ý: ") if line] == [f"bang.csv:4: KTS-01: {said}"]
    assert receive(kehoach, table, "--agency", "Sở Y tế", "--yes").code == 0
    assert text(plan, "indicators").count("date: 2023-09-10") == 2


def test_a_name_that_is_like_none_is_refused(kehoach: Kehoach, plan: Path) -> None:
    table = csv(plan, "Chỉ tiêu;Kết quả;Ngày;Văn bản", "Chuyện khác;5;10/9/2023;BC 1")
    result = receive(kehoach, table, "--agency", "SYT")
    assert result.code == 2
    assert "bang.csv:2: «Chuyện khác» không có trong kế hoạch; ghi mã vào một cột Mã" in result.err


def test_a_file_without_a_table_of_answers_is_refused(kehoach: Kehoach, plan: Path) -> None:
    table = csv(plan, "Họ tên;Điện thoại", "A;1")
    result = receive(kehoach, table)
    assert result.code == 2
    assert "bang.csv: không có bảng trả lời nào; bảng cần một dòng tiêu đề có cột Mã" in result.err


@pytest.mark.parametrize(
    ("written", "kept", "asked"),
    [
        ("10/9/2023", "2023-09-10", ""),
        ("10-9-2023", "2023-09-10", ""),
        ("10.09.2023", "2023-09-10", ""),
        ("ngày 10 tháng 9 năm 2023", "2023-09-10", ""),
        ("2023-09-10 00:00:00", "2023-09-10", ""),
        ("10/9/23", "2023-09-10", "«10/9/23» ghi năm hai chữ số, hiểu là ngày 10/9/2023"),
        ("45179", "2023-09-10", "«45179» là số thứ tự ngày của bảng tính, hiểu là ngày 10/9/2023"),
        ("08/31/2023", "2023-08-31", "cột này ghi tháng trước ngày, «08/31/2023» hiểu là ngày 31/8/2023"),
    ],
)
def test_days_as_programs_write_them(kehoach: Kehoach, plan: Path, written: str, kept: str, asked: str) -> None:
    table = csv(plan, "Mã;Giá trị;Ngày;Văn bản", f"CQS-02;45,5;{written};BC 1")
    result = kehoach("record", "--from", table, "--as-of", "12/9/2023")
    assert (result.code, asked in " ".join(result.err.split())) == (1 if asked else 0, True)
    assert kehoach("record", "--from", table, "--as-of", "12/9/2023", "--yes").code == (0 if asked else 2)
    assert f"date: {kept}\n" in text(plan, "indicators")


def test_one_day_that_begins_with_the_month_makes_its_column_doubtful(kehoach: Kehoach, plan: Path) -> None:
    table = csv(plan, "Mã;Giá trị;Ngày;Văn bản", "CQS-02;45,5;08/31/2023;BC 1", "KTS-01;31;09/10/2023;BC 1")
    result = kehoach("record", "--from", table, "--as-of", "12/9/2023", "--dry-run")
    assert "«09/10/2023» hiểu là ngày 10/9/2023" in " ".join(result.err.split())
    assert plan.is_dir()


def test_a_row_without_a_value_is_no_error(kehoach: Kehoach, plan: Path) -> None:
    table = csv(plan, "sep=;", ";STT;Mã;Tên chỉ tiêu;Giá trị;Ngày;Văn bản;;", ";1;CQS-02;Cán bộ;45,5;10/9/2023;BC 1;;",
                ";2;KTS-01;DN;;10/9/2023;BC 1;;")  # fmt: skip
    result = kehoach("record", "--from", table, "--as-of", "12/9/2023")
    assert (result.code, result.err) == (0, "Chưa có: KTS-01.\n")
    assert text(plan, "indicators").count("date: 2023-09-10") == 1


def test_a_form_is_not_recorded_as_what_nobody_sent(kehoach: Kehoach, plan: Path) -> None:
    path, before = form(kehoach), state(plan)
    result = kehoach("record", "--from", str(path), "--as-of", "12/9/2023")
    assert (result.code, state(plan)) == (2, before)
    assert f"đây là phiếu của một cơ quan; dùng «kehoach receive {path}»" in result.err


def test_a_workbook_is_recorded(kehoach: Kehoach, plan: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["BẢNG SỐ LIỆU"],
        ["TT", "Mã", "Giá trị", "Ngày", "Văn bản"],
        [1, "CQS-02", 0.455, date(2023, 9, 10), "BC 1"],
    ):
        sheet.append(row)
    sheet["C3"].number_format = "0.0%"
    book.save(plan / "so-lieu.xlsx")
    result = kehoach("record", "--from", "so-lieu.xlsx", "--as-of", "12/9/2023")
    assert result.code == 0, result.err
    assert "    - value: 45.5\n      date: 2023-09-10\n" in text(plan, "indicators")


def test_one_commit_holds_the_files_of_one_sender(kehoach: Kehoach, plan: Path, git: str) -> None:
    assert git
    repo = new_repo(plan)
    repo.commit("Nhập kế hoạch")
    assert receive(kehoach, form(kehoach), "--commit").code == 0
    assert repo.git("show", "--name-only", "--format=%B").replace("\n\n\n", "\n\n").split("\n\n") == [
        "Sở Y tế: ghi 4 dòng: CQS-01, CQS-02, NV-CQS-01",
        "- CQS-01: Sở Y tế báo cáo 45/120 (37,5%) ngày 10/9/2023 (BC 88/BC-SYT)\n"
        "- CQS-02: 45,5% ngày 10/9/2023 (BC 88/BC-SYT)\n"
        "- NV-CQS-01: đang thực hiện 60%, ngày 10/9/2023 (BC 88/BC-SYT)\n"
        "- NV-CQS-01: khó khăn, đề xuất của Sở Y tế",
        "data/answers/SYT.yaml\ndata/indicators.yaml\ndata/tasks.yaml",
    ]
    assert repo.git("status", "--short", "--untracked-files=no") == ""


def test_a_file_that_cannot_be_written_leaves_none_written(
    kehoach: Kehoach, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever of the three it is."""
    path, before = form(kehoach), state(plan)
    for name in ("indicators.yaml", "tasks.yaml", "SYT.yaml"):

        def fail(path: Path, *arguments: Any, name: str = name, **options: Any) -> Rewritten:
            if path.name == name:
                raise WriteFault(name, "Ổ đĩa đầy", "Dọn ổ đĩa rồi chạy lại")
            return rewrite(path, *arguments, **options)

        monkeypatch.setattr("kehoach_cli.entering.saving.rewrite", fail)
        result = receive(kehoach, path)
        assert (result.code, state(plan)) == (2, before)
        assert "Ổ đĩa đầy. Dọn ổ đĩa rồi chạy lại" in result.err


def test_remarks_without_answers(kehoach: Kehoach, plan: Path) -> None:
    """They need no day, and no state of the work."""
    said = {"NV-CQS-01": {"Đề xuất, kiến nghị": "Bố trí: 2 tỷ đồng #1\n- và «nhân lực»"}}
    assert receive(kehoach, form(kehoach, said, day=None)).code == 0
    assert text(plan, "answers/SYT").endswith(
        'remarks:\n  - period: 2023-Q3\n    record: NV-CQS-01\n    proposals: "Bố trí: 2 tỷ đồng #1 - và «nhân lực»"\n'
        "    source: BC 88/BC-SYT\n"
    )
    assert kehoach("validate").code == 0
    again = receive(kehoach, "phieu")
    assert (again.code, "không có gì mới" in again.err) == (0, True)


def test_the_narrative_offers_remarks_and_uses_none(kehoach: Kehoach, plan: Path) -> None:
    assert receive(kehoach, form(kehoach)).code == 0
    assert kehoach("narrative", "2023-Q3").code == 0
    narrative = (plan / "data" / "narrative" / "2023-Q3.yaml").read_text(encoding="utf-8")
    assert (
        "# Khó khăn, vướng mắc mà các cơ quan nêu, cần thì chép vào dưới mục này:\n"
        "#   - NV-CQS-01, Sở Y tế: Thiếu kinh phí (BC 88/BC-SYT)\nobjective_causes:\n"
    ) in narrative
    assert "#   - NV-CQS-01, Sở Y tế: Bố trí 2 tỷ đồng (BC 88/BC-SYT)\nproposals:\n" in narrative
    again = kehoach("narrative", "2023-Q3")
    assert "  - NV-CQS-01, Sở Y tế: Thiếu kinh phí (BC 88/BC-SYT)\n" in again.out
    assert "mà các cơ quan nêu" in kehoach("narrative", "2023").out + (
        plan / "data" / "narrative" / "2023.yaml"
    ).read_text(encoding="utf-8")
    assert kehoach("narrative", "2023-Q4").code == 0
    other = (plan / "data" / "narrative" / "2023-Q4.yaml").read_text(encoding="utf-8")
    assert "Thiếu kinh phí" not in other


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        ("{period: 2023-Q3, record: NV-CQS-01}", "KH201: Thiếu difficulties hoặc proposals"),
        ("{period: quý 3, record: NV-CQS-01, proposals: x}", "KH204: «quý 3» không phải là một kỳ"),
        ("{period: true, record: NV-CQS-01, proposals: x}", "KH204: Giá trị đúng/sai không phải là một kỳ"),
        ("{period: 2023, record: NV-99, proposals: x}", "KH317: Không có chỉ tiêu, nhiệm vụ nào có mã NV-99"),
        ("{period: 2023, proposals: x}", "KH201: Thiếu khóa record"),
    ],
)
def test_a_faulty_remark_is_found_in_its_place(kehoach: Kehoach, plan: Path, remark: str, said: str) -> None:
    (plan / "data" / "answers").mkdir()
    (plan / "data" / "answers" / "SYT.yaml").write_text(f"remarks:\n  - {remark}\n", encoding="utf-8")
    result = kehoach("validate")
    assert result.code == 1
    assert "data/answers/SYT.yaml:2:" in result.out
    assert said in " ".join(result.out.split())
