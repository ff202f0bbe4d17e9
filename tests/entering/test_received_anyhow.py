"""What becomes of forms on their way: what an honest sender did to them is read, asked about or refused by cell."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from tests.conftest import Kehoach, Result
from tests.entering.test_receiving import SHARED, WORK, csv, form, plan, receive, state, text  # noqa: F401 - a fixture
from tests.support.forms import Values, fill
from tests.support.plans import AGENCIES, PLAN, write_plan

SYT = "kehoach-form|1|01-QD-UBND@2023-02-20|SYT|2023-Q3"
Change = Callable[[Workbook], None]


def changed(path: Path, change: Change) -> Path:
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def put(cell: str, value: Any, sheet: str = "Chỉ tiêu") -> Change:
    def change(book: Workbook) -> None:
        book[sheet][cell] = value

    return change


def told(result: Result) -> str:
    return " ".join(result.err.split())


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("heading", "code", "said"),
    [
        ("Kết quả (%)", 0, "CQS-02: 45,5%"),
        ("Kết quả thực hiện đến 14/9/2023", 1, "cột «Kết quả thực hiện đến 14/9/2023» hiểu là «Kết quả»"),
        ("Đạt được", 2, "phiếu không còn cột «Kết quả»; ghi lại dòng tiêu đề như phiếu đã gửi"),
    ],
)
def test_a_heading_that_was_changed(kehoach: Kehoach, heading: str, code: int, said: str) -> None:
    """Never are the rows below it passed over."""
    path = changed(form(kehoach, {"CQS-02": {"Kết quả": 45.5}}), put("G2", heading))
    result = receive(kehoach, path)
    assert (result.code, said in told(result)) == (code, True), result.err


@pytest.mark.usefixtures("plan")
def test_headings_that_are_gone(kehoach: Kehoach) -> None:
    path = changed(form(kehoach, {"CQS-02": {"Kết quả": 45.5}}), lambda book: book["Chỉ tiêu"].delete_rows(2))
    result = receive(kehoach, path)
    assert (result.code, "trang «Chỉ tiêu»: có các dòng của phiếu mà không thấy cột Kết quả" in told(result)) == (
        2,
        True,
    )


def test_each_body_has_its_own_cover(kehoach: Kehoach, plan: Path) -> None:  # noqa: F811
    """Two forms copied into one book."""
    path = form(kehoach, {"CQS-01": {"Tử số": 45, "Mẫu số": 120}})
    assert kehoach("form", "--agency", "STTTT", "--as-of", "5/9/2023", "-o", "phieu").code == 0
    other_path = Path("phieu/phieu-STTTT-2023-Q3.xlsx")
    fill(other_path, {"CQS-01": {"Tử số": 50, "Mẫu số": 100}}, source="BC 5/STTTT", day="11/9/2023")
    other = load_workbook(other_path)

    def join(book: Workbook) -> None:
        for sheet in other:
            copied = book.create_sheet(f"{sheet.title} 2")
            for row in sheet.iter_rows():
                for cell in row:
                    copied[cell.coordinate] = cell.value

    joined = changed(path, join)
    other_path.unlink()
    result = receive(kehoach, joined)
    assert result.code == 0, result.err
    assert "date: 2023-09-10\n    source: BC 88/BC-SYT\n" in text(plan, "answers/SYT")
    assert "date: 2023-09-11\n    source: BC 5/STTTT\n" in text(plan, "answers/STTTT")


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("B4", f"{SYT.replace('SYT', 'STTTT')}|CQS-02|0"), "dòng này là của phiếu STTTT 2023-Q3, các dòng khác là"),
        (put("B4", None), "dòng mất mã nhận dạng, hiểu là của Sở Y tế như các dòng khác"),
        (put("A4", "CQS-09"), "mã trong phiếu là «CQS-09» mà dòng này là của CQS-02"),
        (put("G4", 0.455), "Số liệu 0,455% lệch hẳn so với số liệu ngay trước là 20%; có phải là 45,5%?"),
        (put("L4", "1/9/2023"), "văn bản «1/9/2023» không giống số, ký hiệu của một văn bản"),
        (put("N2", "Người nhập"), ""),
        (put("F3", "Đã hoàn thành", "Nhiệm vụ"), "không ghi ngày hoàn thành, lấy ngày chung 10/9/2023"),
    ],
)
def test_what_is_asked_about(kehoach: Kehoach, change: Change, said: str) -> None:
    own = {"Kết quả": 45.5, "Ngày số liệu": "10/9/2023", "Văn bản": "BC 1/SYT"}
    path = changed(form(kehoach, {"CQS-02": own}), change)
    result = receive(kehoach, path)
    assert (result.code, said in told(result)) == (1 if said else 0, True), result.err
    assert receive(kehoach, path, "--yes").code == 0


@pytest.mark.usefixtures("plan")
def test_all_faults_are_said_at_once(kehoach: Kehoach) -> None:
    values: Values = {"CQS-02": {"Kết quả": "nhiều"}, "KTS-01": {"Kết quả": 31}}
    path = changed(form(kehoach, values, source=None), put("L4", "BC 1/SYT"))
    result = receive(kehoach, path)
    assert result.code == 2
    assert ("«nhiều» không phải là số" in told(result), "dòng 5: thiếu văn bản" in told(result)) == (True, True)


@pytest.mark.usefixtures("plan")
def test_the_day_of_the_cover_is_asked_about_once(kehoach: Kehoach) -> None:
    values = {record: {"Kết quả": 45.5} for record in ("CQS-02", "KTS-01")}
    result = receive(kehoach, form(kehoach, values, day="8/13/2023"))
    said = "(Số liệu tính đến ngày): cột này ghi tháng trước ngày, «8/13/2023» hiểu là ngày 13/8/2023"
    assert (result.code, told(result).count(said)) == (1, 1), result.err


def test_a_part_of_one_is_no_share(kehoach: Kehoach, plan: Path) -> None:  # noqa: F811
    """Where there is no figure before it either."""
    indicators = text(plan, "indicators").replace("  baseline: {value: 20, as_of: 2023-05-31}\n", "")
    (plan / "data" / "indicators.yaml").write_text(indicators, encoding="utf-8")
    for given, code in ((0.455, 1), (1.0, 0)):
        result = receive(kehoach, form(kehoach, {"CQS-02": {"Kết quả": given}}, name=f"phieu{given}"))
        said = "0,455% hay 45,5%? Chỉ tiêu tính bằng phần trăm mà ô ghi số"
        assert (result.code, said in told(result)) == (code, code == 1), result.err


def test_a_real_day_is_not_turned_by_text_beside_it(kehoach: Kehoach, plan: Path) -> None:  # noqa: F811
    days = {"CQS-02": datetime(2023, 7, 9), "KTS-01": "08/13/2023"}
    values = {record: {"Kết quả": 45.5, "Ngày số liệu": day} for record, day in days.items()}
    path = form(kehoach, values)
    assert receive(kehoach, path, "--yes").code == 0
    assert "date: 2023-07-09" in text(plan, "indicators")
    assert "date: 2023-08-13" in text(plan, "indicators")


def test_days_of_csv_that_can_be_read_both_ways_are_asked_about_once(kehoach: Kehoach, plan: Path) -> None:  # noqa: F811
    lines = [f"CQS-02;{SYT}|CQS-02|0;45,5;09/08/2023;BC 1", f"KTS-01;{SYT}|KTS-01|0;31;09/07/2023;BC 1"]
    result = receive(kehoach, csv(plan, "Mã;Nhận dạng;Kết quả;Ngày;Văn bản", *lines))
    said = "cả cột đọc được theo hai cách, «09/08/2023» hiểu là ngày 9/8/2023, ngày trước tháng"
    assert (result.code, told(result).count("đọc được theo hai cách"), said in told(result)) == (1, 1, True)


@pytest.mark.parametrize(
    ("given", "kept"), [(38.13559322033898, "38.1355932203"), (45.499999999999996, "45.5"), (45.5, "45.5")]
)
def test_computed_figures_are_rounded_and_said(kehoach: Kehoach, plan: Path, given: float, kept: str) -> None:  # noqa: F811
    result = receive(kehoach, form(kehoach, {"CQS-02": {"Kết quả": given}}))
    assert (result.code, "làm tròn thành" in told(result)) == (0, given != 45.5), result.err
    assert f"value: {kept}\n" in text(plan, "indicators")


@pytest.mark.usefixtures("plan")
def test_a_disputed_target_is_heard_in_an_empty_row_too(kehoach: Kehoach) -> None:
    path = changed(form(kehoach, {}), put("E4", "50%"))
    result = receive(kehoach, path)
    assert (result.code, "mức phải đạt trong phiếu là «50%», Kế hoạch ghi «60%»" in told(result)) == (0, True)


@pytest.mark.usefixtures("plan")
def test_totals_signatures_and_headings_again_are_no_answers(kehoach: Kehoach) -> None:
    def add(book: Workbook) -> None:
        sheet = book["Chỉ tiêu"]
        for row in (["", "", "Tổng cộng", "", "", "", 100], ["Người lập", "", "", "", "", "", "Thủ trưởng"]):
            sheet.append(row)
        sheet.append([cell.value for cell in sheet[2]])

    result = receive(kehoach, changed(form(kehoach, {"CQS-02": {"Kết quả": 45.5}}), add))
    assert result.code == 0, result.err
    assert ("bỏ qua dòng tổng" in told(result), "bỏ qua dòng không thuộc phiếu" in told(result)) == (True, True)


def test_two_answers_of_one_body_in_one_run_are_not_told_apart(kehoach: Kehoach, plan: Path) -> None:  # noqa: F811
    (plan / "ve").mkdir()
    for number in (1, 2):
        (plan / "ve" / f"{number}.csv").write_text(f"Mã;Kết quả\nCQS-02;{40 + number}\n")
    result = receive(kehoach, "ve", "--agency", "SYT", "--source", "BC 1", "--date", "10/9/2023", "--yes")
    assert result.code == 1
    assert "ve/2.csv:2: CQS-02: ve/1.csv trong lần nhận này trả lời khác; chỉ nhận tệp đúng" in told(result)
    assert text(plan, "indicators").count("date: 2023-09-10") == 1


def test_a_form_from_before_a_merger_is_received_for_the_heir(kehoach: Kehoach, tmp_path: Path) -> None:
    merged = AGENCIES.replace(
        "  short_name: Sở Y tế\n",
        "  short_name: Sở Y tế\n  until: 2023-08-31\n"
        "  successors: {kind: merged, to: [SMOI], date: 2023-09-01, by: NQ 1}\n",
    )
    group = "- {id: SO, name: Các sở, short_name: Các sở, group: true, members: [STTTT, SYT]}\n"
    agencies = f"{merged}- {{id: SMOI, name: Sở Mới, short_name: Sở Mới, from: 2023-09-01}}\n{group}"
    folder = write_plan(
        tmp_path / "moi",
        plan=PLAN.replace("2023-06-26", "2023-02-20"),
        agencies=agencies,
        indicators=SHARED,
        tasks=WORK,
    )
    where = ("--plan", str(folder))
    assert kehoach("form", *where, "--agency", "SYT", "--as-of", "20/8/2023", "-o", str(tmp_path / "phieu")).code == 0
    path = fill(tmp_path / "phieu" / "phieu-SYT-2023-Q3.xlsx", {"CQS-01": {"Tử số": 45, "Mẫu số": 120}})
    asked = receive(kehoach, path, *where)
    assert (asked.code, "Sở Y tế đã sắp xếp lại, nhận là báo cáo của Sở Mới" in told(asked)) == (1, True)
    assert receive(kehoach, path, *where, "--yes").code == 0
    assert "numerator: 45" in text(folder, "answers/SMOI")


def test_a_later_remark_stands_for_the_one_before(kehoach: Kehoach, plan: Path) -> None:  # noqa: F811
    for number, said in enumerate(("Thiếu ngưòi", "Thiếu người")):
        path = form(kehoach, {"NV-CQS-01": {"Khó khăn, vướng mắc": said}}, name=f"phieu{number}")
        assert receive(kehoach, path).code == 0
    assert kehoach("narrative", "2023-Q3").code == 0
    offered = (plan / "data" / "narrative" / "2023-Q3.yaml").read_text(encoding="utf-8")
    assert ("Thiếu người" in offered, "Thiếu ngưòi" in offered) == (True, False)


@pytest.mark.parametrize(
    ("word", "estimate"), [("Số ước", True), ("ước TH", True), ("Chính thức", False), ("CT", False)]
)
def test_words_for_estimates(kehoach: Kehoach, plan: Path, word: str, estimate: bool) -> None:  # noqa: F811, FBT001
    day = date(2023, 9, 30) if estimate else date(2023, 9, 10)
    values = {"CQS-02": {"Kết quả": 45.5, "Ngày số liệu": day, "Ước hay chính thức": word}}
    assert receive(kehoach, form(kehoach, values)).code == 0
    assert ("estimate: true" in text(plan, "indicators")) == estimate


@pytest.mark.usefixtures("plan")
def test_refused_files_say_so_once(kehoach: Kehoach, plan: Path) -> None:  # noqa: F811
    before = state(plan)
    table = csv(plan, "Mã;Kết quả", *(f"CQS-0{number};45" for number in (1, 2)))
    result = receive(kehoach, table)
    assert (result.code, state(plan)) == (2, before)
    assert result.err.count("không rõ cơ quan nào trả lời") == 1
