"""`kehoach report`: from the plan to a Word file that is never written over somebody's work."""

import io
from datetime import date
from pathlib import Path

import docx
import pytest

from tests.conftest import Kehoach
from tests.support.plans import PLAN, write_plan


def _text(path: Path) -> str:
    return "\n".join(paragraph.text.replace("\u00a0", " ") for paragraph in docx.Document(str(path)).paragraphs)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to write into, with the test standing in it."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_a_plan_with_nothing_recorded_is_reported_honestly(kehoach: Kehoach, shipped: Path, desk: Path) -> None:
    result = kehoach("report", "--plan", str(shipped), "--period", "2023-Q3")
    assert result.code == 0, result.err
    assert result.out.startswith("Đã ghi bao-cao-2023-Q3.docx: quý III/2023, số liệu đến hết ngày 14/9/2023.\n")
    text = _text(desk / "bao-cao-2023-Q3.docx")
    assert "chưa có kết quả thực hiện chỉ tiêu" in text
    assert "Có 07 nhiệm vụ quá hạn chưa hoàn thành" in text
    assert "[Cần bổ sung: nguyên nhân khách quan]" in text


def test_the_same_data_give_the_same_bytes(kehoach: Kehoach, shipped: Path, desk: Path) -> None:
    for name in ("a.docx", "b.docx"):
        assert kehoach("report", "--plan", str(shipped), "--period", "2023-Q3", "-o", name).code == 0
    assert (desk / "a.docx").read_bytes() == (desk / "b.docx").read_bytes()


def test_a_file_that_was_edited_is_left_alone(kehoach: Kehoach, shipped: Path, desk: Path) -> None:
    call = ("report", "--plan", str(shipped), "--period", "2023-Q3", "-o", "bc.docx")
    assert kehoach(*call).code == 0
    edited = docx.Document(str(desk / "bc.docx"))
    edited.paragraphs[0].add_run(" sửa tay")
    stream = io.BytesIO()
    edited.save(stream)
    (desk / "bc.docx").write_bytes(stream.getvalue())

    result = kehoach(*call)

    assert "Tệp cũ đã có người sửa nên giữ nguyên; báo cáo mới ở bc (2).docx" in result.out
    assert (desk / "bc.docx").read_bytes() == stream.getvalue()
    assert (desk / "bc (2).docx").exists()


def test_an_untouched_file_is_replaced_when_the_data_change(kehoach: Kehoach, shipped: Path, desk: Path) -> None:
    assert kehoach("report", "--plan", str(shipped), "--period", "2023-Q3", "-o", "bc.docx").code == 0
    result = kehoach("report", "--plan", str(shipped), "--period", "2023-Q4", "-o", "bc.docx")
    assert result.out.startswith("Đã ghi lại bc.docx: quý IV/2023")
    assert [path.name for path in desk.iterdir()] == ["bc.docx"]


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("bc.pdf", "-o: tên tệp phải có đuôi .docx, không phải «bc.pdf»; muốn có bản PDF thì thêm --pdf"),
        ("bc", "-o: tên tệp phải có đuôi .docx, không phải «bc»"),
        (".", "-o: . là thư mục; ghi cả tên tệp, ví dụ -o bao-cao-2023-Q3.docx"),
        ("không-có/bc.docx", "thư mục không có"),
    ],
)
def test_a_place_where_no_report_can_be_is_refused(
    kehoach: Kehoach, shipped: Path, desk: Path, output: str, said: str
) -> None:
    result = kehoach("report", "--plan", str(shipped), "--period", "2023-Q3", "-o", output)
    assert result.code == 2
    assert said in result.err
    assert list(desk.iterdir()) == []


def test_a_day_before_the_period_began_is_refused(kehoach: Kehoach, shipped: Path, desk: Path) -> None:
    result = kehoach("report", "--plan", str(shipped), "--period", "2023-Q4", "--as-of", "14/9/2023")
    assert result.code == 2
    assert "--as-of: ngày 14/9/2023 trước ngày đầu của số liệu quý IV/2023 (15/9/2023)" in result.err
    assert list(desk.iterdir()) == []


def test_a_report_that_closes_before_the_plan_was_issued_says_so(kehoach: Kehoach, shipped: Path, desk: Path) -> None:
    result = kehoach("report", "--plan", str(shipped), "--period", "2023-H1")
    assert "Lưu ý: ngày chốt 14/6/2023 trước ngày ban hành Kế hoạch (26/6/2023); muốn chốt" in result.out


def test_a_cut_off_in_the_future_is_said_unless_asked_for(
    kehoach: Kehoach, shipped: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kehoach_cli.cli.documents.report_file.today", lambda: date(2023, 9, 13))
    report = ("report", "--plan", str(shipped), "--period", "2023-Q3")
    assert "Lưu ý: ngày 14/9/2023 chưa đến" in kehoach(*report).out
    assert "Lưu ý" not in kehoach(*report, "--as-of", "14/9/2023").out


@pytest.mark.parametrize("period", ["2023-Q5", "quý3", "2023-13", "1899-Q4", "2201", "0001", "9999-Q4"])
def test_a_period_that_makes_no_sense_is_refused(kehoach: Kehoach, shipped: Path, period: str) -> None:
    result = kehoach("report", "--plan", str(shipped), "--period", period)
    assert result.code == 2
    assert "viết như quý III/2023" in result.err


@pytest.mark.parametrize("period", ["Quý III/2023", "quý 3", "q3", "2023-q3"])
def test_a_period_is_named_as_people_name_it(kehoach: Kehoach, shipped: Path, desk: Path, period: str) -> None:
    result = kehoach("report", "--plan", str(shipped), "--period", period, "--as-of", "2023-10-01")
    assert result.code == 0
    assert [path.name for path in desk.iterdir()] == ["bao-cao-2023-Q3.docx"]


def test_a_period_without_a_year_needs_a_plan_of_one_year(kehoach: Kehoach, tmp_path: Path) -> None:
    plan = write_plan(tmp_path, plan=PLAN.replace("year: 2023", "year: 2023\nlast_year: 2024"))
    for command in (("report", "--period", "q3"), ("narrative", "q3")):
        result = kehoach(*command, "--plan", str(plan))
        assert result.code == 2
        assert "Kỳ «q3» không ghi năm mà Kế hoạch có nhiều năm; viết như quý III/2023" in result.err
