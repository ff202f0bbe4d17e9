"""A workbook, a document, a folder where text should be: told by its content, with what to do in its own program."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.conftest import Kehoach

SAVE = "chọn Lưu thành, kiểu «Sổ làm việc Excel (*.xlsx)», không đặt mật khẩu, rồi dùng tệp đó"
OPEN = f"Mở bảng trong Excel, {SAVE}"
COPY = f"Mở bằng Word và lưu thành Tài liệu Word (*.docx); không được thì chép bảng sang Excel, {SAVE}"
WRITE_YAML = "Dời tệp này đi, rồi ghi nội dung vào tệp YAML theo tệp mẫu mà «kehoach init» lập ở một thư mục mới"


def package(name: str, content: str = "") -> bytes:
    """A package with one part, as the file formats of office programs are."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr(name, content)
    return raw.getvalue()


def old_office(stream: str) -> bytes:
    """The beginning of a file of Office 97–2003, or of one with a password, and the name of a stream in it."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500) + stream.encode("utf-16-le")


WORKBOOK = package("xl/workbook.xml")
CONTENTS = [
    (old_office("Workbook"), "sổ tính Excel kiểu cũ (.xls)", OPEN),
    (old_office("Book"), "sổ tính Excel kiểu cũ (.xls)", OPEN),
    (old_office("EncryptedPackage"), "tệp Excel hoặc Word có mật khẩu", OPEN),
    (b"\xef\xbb\xbf\n<HTML><table><tr><td>CQS-01</td></tr></table></HTML>", "trang web", OPEN),
    (b"<!DOCTYPE html>", "trang web", OPEN),
    (b"<?xml version='1.0'?><Workbook/>", "tệp XML", OPEN),
    (old_office("WordDocument"), "văn bản Word kiểu cũ (.doc)", COPY),
    (b"{\\rtf1 CQS-01}", "văn bản Word (.rtf)", COPY),
    (b"%PDF-1.7\n", "tệp PDF", COPY),
    (b"\x89PNG\r\n\x1a\n", "ảnh", COPY),
    (b"\xff\xd8\xff\xe0", "ảnh", COPY),
]


@pytest.mark.parametrize(("raw", "kind", "advice"), CONTENTS)
def test_a_table_is_told_by_its_content(kehoach: Kehoach, small_plan: Path, raw: bytes, kind: str, advice: str) -> None:
    """Whatever its name, and without a word about text editors, which would destroy it."""
    (small_plan / "so-lieu.csv").write_bytes(raw)
    said = f"kehoach: so-lieu.csv: Đây là {kind}, không phải bảng dạng .xlsx, .ods, .docx, .csv hay .json. {advice}\n"
    assert kehoach("record", "--from", "so-lieu.csv") == (2, "", said)


def test_a_folder_is_no_table(kehoach: Kehoach, small_plan: Path) -> None:
    assert small_plan.is_dir()
    said = "kehoach: data: Đây là thư mục, không phải tệp. Chỉ ra tệp ở trong thư mục đó\n"
    assert kehoach("record", "--from", "data") == (2, "", said)


@pytest.mark.parametrize(
    ("there", "named", "advice"),
    [
        ({"so-lieu.xlsx": WORKBOOK}, "so-lieu.xlsx", "Chỉ ra tệp đó"),
        ({"so-lieu.txt": b"a,b\n"}, "so-lieu.txt", "Chỉ ra tệp đó"),
        ({"so-lieu.pdf": b"%PDF-1.7\n", "so-lieu.txt": b"a,b\n"}, "so-lieu.txt", "Chỉ ra tệp đó"),
    ],
)
def test_another_ending_is_seen(
    kehoach: Kehoach, small_plan: Path, there: dict[str, bytes], named: str, advice: str
) -> None:
    for name, raw in there.items():
        (small_plan / name).write_bytes(raw)
    said = f"kehoach: so-lieu.csv: Không tìm thấy tệp này nhưng có {named}. {advice}\n"
    assert kehoach("record", "--from", "so-lieu.csv") == (2, "", said)


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("indicators.yaml", WORKBOOK, f"KH103: Đây là sổ tính Excel (.xlsx), không phải tệp chữ → {WRITE_YAML}"),
        ("indicators.xlsx", WORKBOOK, f"KH101: Không tìm thấy tệp này nhưng có indicators.xlsx → {WRITE_YAML}"),
        (
            "indicators.yml",
            b"[]\n",
            "KH101: Không tìm thấy tệp này nhưng có indicators.yml → Đổi đuôi tên tệp đó thành .yaml",
        ),
        (
            "indicators.yaml",
            "[]\n".encode("utf-16"),
            "KH103: Tệp được lưu ở dạng UTF-16 → Mở tệp trong trình soạn thảo (Notepad) và lưu lại với bảng mã UTF-8",
        ),
        (
            "indicators.yaml",
            None,
            "KH101: Đây là thư mục, không phải tệp → Dời thư mục này đi, rồi đặt tệp YAML vào chỗ đó",
        ),
    ],
)
def test_the_advice_about_a_plan_file_is_about_yaml(
    kehoach: Kehoach, small_plan: Path, name: str, raw: bytes | None, said: str
) -> None:
    (small_plan / "data/indicators.yaml").unlink()
    path = small_plan / "data" / name
    if raw is None:
        path.mkdir()
    else:
        path.write_bytes(raw)
    assert " ".join(kehoach("validate").out.split()).startswith(f"data/indicators.yaml:1:1: lỗi {said} ")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (
            WORKBOOK,
            "KH103: Đây là sổ tính Excel (.xlsx), không phải tệp chữ → "
            "Dời tệp này đi, lập tệp mới bằng «kehoach narrative KỲ» rồi ghi phần lời vào đó",
        ),
        (
            b"#" * (16 * 1024 * 1024 + 1),
            "KH102: Tệp lớn hơn 16 MiB → Rút ngắn phần lời: mỗi tệp phải dưới 16 MiB",
        ),
    ],
)
def test_the_advice_about_a_narrative_is_about_that(kehoach: Kehoach, small_plan: Path, raw: bytes, said: str) -> None:
    (small_plan / "data/narrative").mkdir()
    (small_plan / "data/narrative/2023-Q3.yaml").write_bytes(raw)
    assert f"data/narrative/2023-Q3.yaml:1:1: lỗi {said} " in " ".join(kehoach("validate").out.split())
