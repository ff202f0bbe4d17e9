"""Read a table of entries from a file or standard input, matching its headings to keys."""

import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_LE
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from kehoach_cli.diagnostics import Location, UsageProblem
from kehoach_cli.entering.parse_values import refuse_unseen
from kehoach_cli.entering.raw_entry import RawEntry
from kehoach_cli.plan.suggest import bare_key
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.tables.row import Row
from kehoach_cli.tables.rows import rows_in
from kehoach_cli.vocabulary import terms
from kehoach_cli.yaml.faults import FileFault
from kehoach_cli.yaml.other_files import Advice
from kehoach_cli.yaml.text import MAX_BYTES, SourceText, check_bytes, read_bytes

STANDARD_INPUT = "-"
_SAVE = "chọn Lưu thành, kiểu «CSV UTF-8 (phân cách bằng dấu phẩy) (*.csv)», rồi dùng tệp .csv đó"
_ADVICE = Advice(
    ending="Chỉ ra tệp đó",
    folder="Chỉ ra tệp ở trong thư mục đó",
    too_large="Chia bảng thành nhiều tệp, mỗi tệp dưới 16 MiB",
    encoding=f"Mở bảng trong Excel, {_SAVE}",
    sheet=f"Mở bảng trong Excel, {_SAVE}",
    document=f"Chép bảng sang một sổ tính Excel, {_SAVE}",
)
_ID_WORDS = ("id", "mã")
_OTHER_WORDS = {
    "estimate": ("ước", "số ước"),
    "state": ("trạng thái", "tình hình"),
    "parent": ("thuộc", "thuộc mục"),
    "heading": ("đề mục",),
}


def read_table(path: str, keys: Sequence[str]) -> list[RawEntry]:
    """The rows of a table whose columns are `id` and these keys, or their Vietnamese names.

    There have to be columns for the id, for the first key and, if it is a key, for the day.

    Raises:
        UsageProblem: the file cannot be read, or is not such a table.
    """
    return list(_raw_entries(rows_in(_source(path), ("id", *keys)), keys))


def _raw_entries(rows: Iterator[Row], keys: Sequence[str]) -> Iterator[RawEntry]:
    known: dict[tuple[str, ...], list[str]] = {}  # the rows of a CSV table share their headings
    for row in rows:
        headings, texts = zip(*row.cells, strict=True) if row.cells else ((), ())
        if headings not in known:
            known[headings] = _fields_of(headings, keys, row)
        cells = zip(known[headings], map(str.strip, texts), strict=True)
        yield RawEntry({key: text for key, text in cells if text}, row.label)


def _fields_of(headings: Sequence[str], keys: Sequence[str], row: Row) -> list[str]:
    """The keys that the headings mean. Raises UsageProblem for an unknown, a repeated or a missing one."""
    place = row.headings_at or row.label
    fields = [_field_of(heading, keys, place) for heading in headings]
    repeated = next((key for key in fields if fields.count(key) > 1), None)
    if repeated:
        raise UsageProblem(f"{place}: cột {repeated} xuất hiện hai lần; giữ lại một cột")
    missing = [key for key in ("id", keys[0], "date") if key in ("id", *keys) and key not in fields]
    if missing and row.headings_at:
        raise UsageProblem(f"{place}: dòng tiêu đề thiếu cột {', '.join(missing)}; thêm cột đó")
    return fields


def _word(key: str) -> str:
    return terms.ENTRY_FIELD.get(key) or terms.field(key)


def _field_of(heading: str, keys: Sequence[str], place: str) -> str:
    """The key that a heading means. Raises UsageProblem if it is none of `keys`."""
    refuse_unseen(heading, f"{place}: tên cột")
    wanted = bare_key(heading)
    if wanted in map(bare_key, _ID_WORDS):
        return "id"
    for key in keys:
        if wanted in (key, bare_key(_word(key)), *map(bare_key, _OTHER_WORDS.get(key, ()))):
            return key
    known = ", ".join(f"{key} ({_word(key)})" for key in keys)
    raise UsageProblem(
        f"{place}: không hiểu cột «{heading.strip()[:40]}»; đổi tên hoặc bỏ cột đó, các cột là: id (mã), {known}"
    )


def _source(path: str) -> SourceText:
    name = "đầu vào" if path == STANDARD_INPUT else shown_path(Path(path))
    try:
        typed = path == STANDARD_INPUT
        raw = sys.stdin.buffer.read(MAX_BYTES + 1) if typed else read_bytes(Path(path), name, _ADVICE)
        return check_bytes(_as_utf8(raw), name, _ADVICE)
    except FileFault as fault:
        at = fault.finding.at
        line = f":{at.start.line}" if isinstance(at, Location) and fault.text else ""
        raise UsageProblem(f"{fault.file}{line}: {fault.finding.message}. {fault.finding.remedy}") from None


def _as_utf8(raw: bytes) -> bytes:
    """The bytes; UTF-16 with its mark, as Excel's "Unicode text" is, becomes UTF-8."""
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) and not raw.startswith(BOM_UTF32_LE):
        with suppress(UnicodeDecodeError):
            return raw.decode("utf-16").encode()
    return raw
