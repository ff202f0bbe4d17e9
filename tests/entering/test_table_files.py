"""A table's file by its path, or from standard input: workbooks, text, and what is neither."""

import io
import os
import sys
from pathlib import Path

import pytest

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.table_files import read_grids
from kehoach_cli.tables.table_reader import TableReader
from tests.support.sheets import row, text, workbook

BOOK = workbook(row(1, text("A1", "Mã")))
SAVE = "chọn Lưu thành, kiểu «Sổ làm việc Excel (*.xlsx)», không đặt mật khẩu, rồi dùng tệp đó"


def rows_of(path: str | Path) -> list[str]:
    with TableReader() as reader:
        return [row.label for grid in read_grids(str(path), reader) for row in grid.rows]


def test_a_workbook_is_known_by_its_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("so-lieu.csv").write_bytes(BOOK)
    assert rows_of("so-lieu.csv") == ["so-lieu.csv, trang «Trang1», dòng 1"]


@pytest.mark.parametrize(("content", "label"), [(BOOK, "đầu vào, trang «Trang1», dòng 1"), (b"a;b\n", "đầu vào:1")])
def test_standard_input(content: bytes, label: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert rows_of("-") == [label]


def refusal(path: str | Path) -> str:
    with pytest.raises(UsageProblem) as raised:
        rows_of(path)
    return str(raised.value)


def test_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    Path("link.csv").symlink_to("x.csv")
    Path("co.xlsx").write_bytes(BOOK)
    assert refusal("data") == "data: Đây là thư mục, không phải tệp. Chỉ ra tệp ở trong thư mục đó"
    assert refusal("khong.csv") == "khong.csv: Không tìm thấy tệp. Kiểm tra lại tên và thư mục của tệp"
    assert refusal("link.csv") == "link.csv: Đây là liên kết, không phải tệp. Thay liên kết bằng chính tệp đó"
    assert refusal("co.csv").startswith("co.csv: Không tìm thấy tệp này nhưng có co.xlsx. ")
    if hasattr(os, "mkfifo"):
        os.mkfifo("ong")
        assert refusal("ong").startswith("ong: Đây không phải tệp thường")


@pytest.mark.parametrize(("start", "mib"), [(b"", 17), (b"PK\x03\x04", 21)])
def test_what_is_too_large(start: bytes, mib: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Path("lon.csv").open("wb") as stream:
        stream.write(start)
        stream.truncate(mib * 2**20)
    assert refusal("lon.csv") == "lon.csv: Tệp lớn hơn 16 MiB. Chia bảng thành nhiều tệp, mỗi tệp dưới 16 MiB"


@pytest.mark.parametrize("name", ["trong.xlsx", "TRONG.ODS", "trong.docx"])
def test_an_empty_workbook_was_cut_off_on_its_way(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).touch()
    assert refusal(name) == f"{name}: tệp rỗng; lấy lại tệp từ nơi gửi"


def test_one_line_with_the_line_in_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_bytes(b"a\nb\x07\n")
    Path("b.csv").write_bytes(b"a\n\xe3\n")
    assert refusal("a.csv").startswith("a.csv:2: Có ký tự điều khiển")
    assert refusal("b.csv") == f"b.csv:2: Tệp không phải dạng UTF-8. Mở bảng trong Excel, {SAVE}"
