"""Entering many at once from a table: what is read, and that one bad row keeps all others out."""

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.conftest import Kehoach
from tests.support.plans import INDICATORS, write_plan

SECOND = INDICATORS + INDICATORS.replace("CQS-01", "KTS-01").replace("hồ sơ trực tuyến", "doanh nghiệp")
TWO_LINES = (
    "    - value: 45.5\n      date: 2023-09-30\n      source: CV 12/STTTT\n",
    "    - value: 31\n      date: 2023-09-30\n      source: CV 13/SYT\n      note: ước\n",
)

SAVE = "chọn Lưu thành, kiểu «Sổ làm việc Excel (*.xlsx)», không đặt mật khẩu, rồi dùng tệp đó"


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_plan(tmp_path / "plan", indicators=SECOND)
    monkeypatch.chdir(folder)
    return folder


def indicators(plan: Path) -> str:
    return (plan / "data" / "indicators.yaml").read_text(encoding="utf-8")


def enter(kehoach: Kehoach, plan: Path, text: str | bytes, command: str = "record") -> tuple[int, str]:
    """The exit code and the complaint for a table of that text."""
    content = text if isinstance(text, bytes) else text.encode()
    (plan / "so-lieu.csv").write_bytes(content)
    result = kehoach(command, "--from", "so-lieu.csv", "--as-of", "1/10/2023")
    return result.code, result.err


@pytest.mark.parametrize(
    "text",
    [
        "id,value,date,source,note\nCQS-01,45.5,2023-09-30,CV 12/STTTT,\nKTS-01,31,30/9/2023,CV 13/SYT,ước\n",
        "Mã;Giá trị;Ngày;Văn bản;Ghi chú\r\n"
        "CQS-01;45,5%;30/9/2023;CV 12/STTTT\r\n\r\nKTS-01;31;30/9/2023;CV 13/SYT;ước\r\n",
        "\ufeffid\tVALUE\tdate\tsource\tnote\n"
        "cqs-01\t45,5\t30/9/2023\tCV 12/STTTT\t\nKTS-01\t31\t30/9/2023\tCV 13/SYT\tước\n",
        "Mã\tGiá trị\tNgày\tVăn bản\tGhi chú\r\n"
        "CQS-01\t45,5\t30/9/2023\tCV 12/STTTT\t\r\nKTS-01\t31%\t30/9/2023\tCV 13/SYT\tước\r\n".encode("utf-16"),
        'note,source,date,value,id\n,CV 12/STTTT,30/9/2023,"45,5",CQS-01\nước,CV 13/SYT,30/9/2023,31,KTS-01\n',
        '[{"id": "CQS-01", "value": 45.5, "date": "2023-09-30", "source": "CV 12/STTTT", "note": null},\n'
        ' {"id": "KTS-01", "value": "31%", "date": "30/9/2023", "source": "CV 13/SYT", "note": "ước"}]\n',
    ],
)
def test_a_table_as_programs_save_it(kehoach: Kehoach, plan: Path, text: str | bytes) -> None:
    assert enter(kehoach, plan, text) == (0, "")
    assert all(lines in indicators(plan) for lines in TWO_LINES)


def test_a_point_in_json_parts_no_thousands(kehoach: Kehoach, plan: Path) -> None:
    row = '[{"id": "CQS-01", "value": 29.125, "date": "2023-09-30", "source": "CV 12"}]'
    assert enter(kehoach, plan, row) == (0, "")
    assert "    - value: 29.125\n" in indicators(plan)


def test_standard_input(kehoach: Kehoach, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "id,value,date,source\nCQS-01,45.5,2023-09-30,CV 12/STTTT\n"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode()), isatty=lambda: False))
    assert kehoach("record", "--from", "-").code == 0
    assert TWO_LINES[0] in indicators(plan)


def test_reports_on_tasks(kehoach: Kehoach, plan: Path) -> None:
    text = "mã;tình trạng;ngày;văn bản;phần trăm\nNV-CQS-01;Đang thực hiện;30/9/2023;BC 7/STTTT;60\n"
    assert enter(kehoach, plan, text, "update") == (0, "")
    assert "    - state: in_progress\n" in (plan / "data" / "tasks.yaml").read_text(encoding="utf-8")


def test_every_bad_row_is_named_and_none_is_written(kehoach: Kehoach, plan: Path) -> None:
    before = indicators(plan)
    text = (
        "id,value,date,source\n"
        "CQS-01,45.5,2023-09-30,CV 12/STTTT\n"
        "CQS-99,45.5,2023-09-30,CV 12/STTTT\n"
        "KTS-01,nhiều,2023-09-30,CV 12/STTTT\n"
        "KTS-01,31,,\n"
    )
    code, said = enter(kehoach, plan, text)
    assert code == 2
    assert said == (
        "kehoach: Chưa ghi gì: 3 dòng không dùng được.\n"
        "  so-lieu.csv:3: Kế hoạch không có mã «CQS-99»; có phải là: CQS-01?\n"
        "  so-lieu.csv:4: value: «nhiều» không phải là số theo đơn vị %; viết như 45,5 hoặc 45.5\n"
        "  so-lieu.csv:5: Thiếu date, source; điền vào bảng\n"
    )
    assert indicators(plan) == before


def test_a_row_that_makes_the_plan_invalid_is_named(kehoach: Kehoach, plan: Path) -> None:
    before = indicators(plan)
    text = "id,value,date,source\nCQS-01,45.5,2023-09-30,CV 12\nKTS-01,131,2023-09-30,CV 12\n"
    code, said = enter(kehoach, plan, text)
    assert code == 2
    assert "\n  so-lieu.csv:3: KTS-01: Tỷ lệ 131% nằm ngoài" in said
    assert "so-lieu.csv:2" not in said
    assert indicators(plan) == before


def test_two_figures_of_one_day_are_doubtful(kehoach: Kehoach, plan: Path) -> None:
    text = "id,value,date,source\nCQS-01,45.5,2023-09-30,CV 12\nCQS-01,46,2023-09-30,CV 12\n"
    code, said = enter(kehoach, plan, text)
    assert code == 1
    assert said.startswith("Lưu ý: so-lieu.csv:3: CQS-01: Đã có một dòng kết quả ngày 30/9/2023;")


def test_a_row_twice_is_refused(kehoach: Kehoach, plan: Path) -> None:
    """Told by what it says, not by how it is written."""
    before = indicators(plan)
    text = "id,value,date,source\nCQS-01,45.5,2023-09-30,CV 12\nCQS-01,45.50,30/9/2023,CV  12\n"
    code, said = enter(kehoach, plan, text)
    assert code == 2
    assert "\n  so-lieu.csv:3: CQS-01 đã có đúng dòng ngày 30/9/2023 này nên không ghi lần nữa" in said
    assert said.endswith("nói rõ ở note\n")
    assert indicators(plan) == before


def test_what_does_not_show_is_named_in_every_cell(kehoach: Kehoach, plan: Path) -> None:
    retype = "xóa cả từ đó rồi gõ lại bằng tay"
    text = "id,value,date,source\nCQS-01,45\u200b,30/9/2023,CV 1\nKTS-01,31,30/9/2023,CV\u00ad 1\n"
    assert enter(kehoach, plan, text)[1].splitlines()[1:] == [
        f"  so-lieu.csv:2: value: ngay sau «45» có ký tự không nhìn thấy U+200B (dấu cách rộng bằng không); {retype}",
        f"  so-lieu.csv:3: source: ngay sau «CV» có ký tự không nhìn thấy U+00AD (gạch nối ẩn); {retype}",
    ]
    for place, heading in (
        (":1", "id\u200d,value,date,source\nCQS-01,45,30/9/2023,CV 1\n"),
        ("", '[{"id\u200d": "CQS-01"}]'),
    ):
        said = f"so-lieu.csv{place}: tên cột: ngay sau «id» có ký tự không nhìn thấy U+200D (dấu nối chữ)"
        assert enter(kehoach, plan, heading)[1].startswith(f"kehoach: {said}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "so-lieu.csv: không có dòng nào"),
        ("id,value,date,source\n", "so-lieu.csv: không có dòng nào"),
        ("[]", "so-lieu.csv: không có dòng nào"),
        (
            "id,value,date,màu\nCQS-01,1,2,3\n",
            "so-lieu.csv:1: không hiểu cột «màu»; đổi tên hoặc bỏ cột đó, các cột là: id (mã), value",
        ),
        ("id,value,source\nCQS-01,1,2\n", "so-lieu.csv:1: dòng tiêu đề thiếu cột date"),
        ("id,value,date,id\nCQS-01,1,2,3\n", "so-lieu.csv:1: cột id xuất hiện hai lần"),
        (
            "id,value,date,source\nCQS-01,45,5,1/9/2023,CV 1\n",
            "Chưa ghi gì: 1 dòng không dùng được.\n  so-lieu.csv:2: cột 5: ô này ngoài các cột",
        ),
        ('id,value,date,source\nCQS-01,"45,1/9/2023,CV 1\n', "so-lieu.csv:2: dấu nháy kép trong dòng không khép"),
        ('[{"id": "CQS-01",}]', "so-lieu.csv:1: JSON viết sai ở chỗ này"),
        ('[\n{"id": 1}\n{"id": 2}]', "so-lieu.csv:3: JSON viết sai ở chỗ này"),
        ('[{"id": "CQS-01"}] x', "so-lieu.csv:1: JSON viết sai ở chỗ này"),
        ('{"id": "CQS-01"}', "so-lieu.csv:1: JSON viết sai ở chỗ này; viết một danh sách"),
        ("[1]", "so-lieu.csv:1: đây không phải là đối tượng; viết {khóa: giá trị, …}"),
        ('[{"id": ["CQS-01"]}]', "so-lieu.csv:1: «id» phải là chữ hoặc số"),
        ('[{"id": "CQS-01", "id": "KTS-01"}]', "so-lieu.csv:1: khóa «id» ghi hai lần; giữ lại một"),
        (
            '[{"id": "CQS-01", "value": 1, "date": "1/7/2023", "ngày": "2/7/2023"}]',
            "so-lieu.csv: cột date xuất hiện hai",
        ),
        ("[" * 100_000, "so-lieu.csv:1: JSON lồng nhau quá sâu; ghi mỗi mục thành"),
        ("id,value\x00", "so-lieu.csv:1: Có ký tự điều khiển U+0000"),
        ("mã,giá trị".encode("utf-16"), "so-lieu.csv:1: dòng tiêu đề thiếu cột date"),
        ("mã,giá trị".encode("utf-16")[:-1], f"so-lieu.csv: Tệp được lưu ở dạng UTF-16. Mở bảng trong Excel, {SAVE}"),
        ("mã,giá trị".encode("utf-32"), f"so-lieu.csv: Tệp được lưu ở dạng UTF-32. Mở bảng trong Excel, {SAVE}"),
        (b"m\xe3,gi\xe1", f"so-lieu.csv:1: Tệp không phải dạng UTF-8. Mở bảng trong Excel, {SAVE}"),
        (b"x" * (16 * 1024 * 1024 + 1), "so-lieu.csv: Tệp lớn hơn 16 MiB. Chia bảng thành nhiều tệp"),
    ],
)
def test_what_is_no_such_table(kehoach: Kehoach, plan: Path, text: str | bytes, said: str) -> None:
    before = indicators(plan)
    code, complaint = enter(kehoach, plan, text)
    assert code == 2
    assert complaint.startswith(f"kehoach: {said}")
    assert indicators(plan) == before


def test_a_table_and_a_record_are_one_too_many(kehoach: Kehoach, plan: Path) -> None:
    assert "bỏ một trong hai" in kehoach("record", "CQS-01", "--from", "so-lieu.csv").err
    assert "không-có.csv: Không tìm thấy tệp" in kehoach("record", "--from", "không-có.csv").err
    assert plan.is_dir()


@pytest.mark.parametrize("number", ["1e99999999", "1e-99999999", "-1E400", "1e99999999999999999999", "9" * 5000])
def test_a_number_in_json_is_not_written_out_beyond_what_a_figure_has(
    kehoach: Kehoach, small_plan: Path, number: str
) -> None:
    (small_plan / "rows.json").write_text(
        f'[{{"id": "CQS-01", "value": {number}, "date": "30/9/2023", "source": "a"}}]', encoding="utf-8"
    )
    result = kehoach("record", "--from", "rows.json")
    assert result.code == 2
    assert "rows.json:1: value: «" in result.err
    assert len(result.err) < 1200


@pytest.mark.parametrize(("number", "kept"), [("4.55e1", "45.5"), ("1e1", "10"), ("45", "45")])
def test_an_exponent_that_makes_a_figure_is_read(kehoach: Kehoach, small_plan: Path, number: str, kept: str) -> None:
    (small_plan / "rows.json").write_text(
        f'[{{"id": "CQS-01", "value": {number}, "date": "30/6/2023", "source": "a"}}]', encoding="utf-8"
    )
    assert f"value: {kept}\n" in kehoach("record", "--from", "rows.json", "--dry-run", "--yes").out
