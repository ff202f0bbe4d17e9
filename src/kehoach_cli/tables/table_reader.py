"""Read the tables in the bytes of a file, by its content: a workbook, a Word document, JSON or CSV.

Whatever is packed is opened by the sandbox's child; text is read here.
"""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_LE
from contextlib import ExitStack, suppress
from functools import cached_property

from kehoach_cli.diagnostics import Location, UsageProblem
from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.sandbox.running import Worker
from kehoach_cli.sandbox.wire import Message
from kehoach_cli.tables.csv_grid import csv_grid
from kehoach_cli.tables.grid import Cell, Grid, GridRow
from kehoach_cli.tables.json_grid import json_grid
from kehoach_cli.tables.table_limits import TooLarge
from kehoach_cli.yaml.faults import FileFault
from kehoach_cli.yaml.other_files import Advice
from kehoach_cli.yaml.text import check_bytes

_SAVE = "chọn Lưu thành, kiểu «Sổ làm việc Excel (*.xlsx)», không đặt mật khẩu, rồi dùng tệp đó"
TABLE_FILE = Advice(
    ending="Chỉ ra tệp đó",
    folder="Chỉ ra tệp ở trong thư mục đó",
    too_large="Chia bảng thành nhiều tệp, mỗi tệp dưới 16 MiB",
    encoding=f"Mở bảng trong Excel, {_SAVE}",
    sheet=f"Mở bảng trong Excel, {_SAVE}",
    document=f"Mở bằng Word và lưu thành Tài liệu Word (*.docx); không được thì chép bảng sang Excel, {_SAVE}",
    wanted="bảng dạng .xlsx, .ods, .docx, .csv hay .json",
)
_PACKED, _PACKED_NAMES = b"PK\x03\x04", (".xlsx", ".ods", ".docx")


class TableReader(ExitStack):
    """Reads workbooks and Word documents in one child process, which the first of them starts:

    with TableReader() as reader:
        grids = grids_in(data, "phieu.xlsx", reader)
    """

    @cached_property
    def _worker(self) -> Worker:
        return self.enter_context(Worker("tables"))

    def read(self, data: bytes, name: str) -> list[Grid]:
        """The tables of an .xlsx, .ods or .docx file. Raises TemplateProblem if it cannot be read."""
        answer = self._worker.ask(Message({"task": "tables", "name": name}, data))
        return [
            Grid(title, tuple(GridRow(label, tuple(Cell(*cell) for cell in cells)) for label, cells in rows))
            for title, rows in answer.fields["grids"]
        ]


def grids_in(data: bytes, name: str, reader: TableReader) -> list[Grid]:
    """The tables of a file that have any text; `name` is the file's in messages.

    Raises:
        UsageProblem: the file holds no table, or cannot be read; it says so by name, and what to do.
    """
    if not data and name.lower().endswith(_PACKED_NAMES):
        raise UsageProblem(f"{name}: tệp rỗng; lấy lại tệp từ nơi gửi")
    try:
        grids = reader.read(data, name) if data.startswith(_PACKED) else [_text_grid(data, name)]
    except TemplateProblem as problem:
        finding = problem.findings[0]
        raise UsageProblem(f"{name}: {finding.message}. {finding.remedy}") from None
    except TooLarge as problem:
        raise UsageProblem(f"{name}: {problem}. Chép vùng cần dùng sang một tệp mới") from None
    except FileFault as fault:
        raise as_usage_problem(fault) from None
    found = [grid for grid in grids if grid.rows]
    if not found:
        raise UsageProblem(f"{name}: không có dòng nào; ghi dòng tiêu đề và ít nhất một dòng số liệu")
    return found


def as_usage_problem(fault: FileFault) -> UsageProblem:
    """The fault in one line: the file, the line in it if known, what is wrong and what to do."""
    at = fault.finding.at
    line = f":{at.start.line}" if isinstance(at, Location) and fault.text else ""
    return UsageProblem(f"{fault.file}{line}: {fault.finding.message}. {fault.finding.remedy}")


def _text_grid(data: bytes, name: str) -> Grid:
    source = check_bytes(_as_utf8(data), name, TABLE_FILE)
    return json_grid(source) if source.text.lstrip()[:1] in ("[", "{") else csv_grid(source)


def _as_utf8(raw: bytes) -> bytes:
    """The bytes; UTF-16 with its mark, as Excel's "Unicode text" is, becomes UTF-8."""
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) and not raw.startswith(BOM_UTF32_LE):
        with suppress(UnicodeDecodeError):
            return raw.decode("utf-16").encode()
    return raw
