"""Find the headings of tables, and what their columns mean."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.parse_values import refuse_unseen
from kehoach_cli.entering.raw_entry import RawEntry
from kehoach_cli.entering.table_files import read_grids
from kehoach_cli.entering.table_rows import ABOUT_RECORDS, Table, one_line
from kehoach_cli.plan.suggest import bare_key
from kehoach_cli.reports.letters.form_identity import read_identity
from kehoach_cli.tables.grid import Grid
from kehoach_cli.tables.table_reader import TableReader
from kehoach_cli.vocabulary import form_words, terms

# Headings of real tables, besides a key itself and its word.
_WORDS: Mapping[str, tuple[str, ...]] = {
    "id": ("mã", "mã số", "mã chỉ tiêu", "mã nhiệm vụ"),
    "value": ("kết quả", "kết quả thực hiện", "kết quả đạt được", "số liệu"),
    "date": ("ngày số liệu", "ngày báo cáo", "ngày hoàn thành"),
    "source": ("văn bản", "văn bản báo cáo", "số, ký hiệu văn bản", "số/ký hiệu văn bản"),
    "estimate": ("ước", "số ước"),
    "state": ("trạng thái", "tình hình", "tiến độ"),
    "percent": ("tiến độ (%)", "tỷ lệ hoàn thành", "tỷ lệ hoàn thành (%)"),
    "parent": ("thuộc", "thuộc mục"),
    "heading": ("đề mục",),
    "difficulties": ("khó khăn", "vướng mắc", "tồn tại, khó khăn", "khó khăn, vướng mắc"),
    "proposals": ("đề xuất", "kiến nghị", "đề xuất, kiến nghị"),
    "name": ("chỉ tiêu", "tên chỉ tiêu", "nhiệm vụ", "tên nhiệm vụ", "nội dung", "nội dung nhiệm vụ"),
    "number": ("stt", "tt", "số tt", "số thứ tự"),
    "identity": (form_words.IDENTITY,),
    "unit": ("đơn vị", "đơn vị tính", "đvt"),
    "target": ("mức phấn đấu", "mức phải đạt", "đề ra", "mục tiêu"),
    "due": ("thời hạn", "thời gian hoàn thành", "thời hạn hoàn thành"),
    "previous": ("kỳ trước", "lần báo cáo gần nhất"),
    "lead": ("cơ quan chủ trì", "đơn vị chủ trì", "chủ trì thực hiện", "cơ quan thực hiện", "đơn vị thực hiện"),
    "support": ("cơ quan phối hợp", "đơn vị phối hợp"),
    "output": ("sản phẩm", "kết quả yêu cầu"),
    "supervisor": ("lãnh đạo phụ trách",),
}
_FORM: tuple[Mapping[str, str], ...] = (form_words.INDICATORS, form_words.TASKS)
# The columns of which a row that is to report the first needs one; without, it has no answer yet.
_REPORTED = {"value": ("value", "numerator", "denominator"), "state": ("state",)}
REMARKS = ("difficulties", "proposals")
# Beginnings of headings that go on: «Kết quả thực hiện đến 14/9/2023». What is meant is asked.
_BEGINNINGS = {"kết quả": "value", "số liệu": "value", "tình trạng": "state", "ngày hoàn thành": "date"}
_MOST_ABOVE = 40  # rows of titles and letterheads above the headings


def read_table(path: str, keys: Sequence[str]) -> list[RawEntry]:
    """The rows of a file's tables whose columns are `id` and these keys, or their Vietnamese names.

    There have to be columns for the id, for the first key and, if it is a key, for the day. Sheets without are passed
    over if another has them.

    Raises:
        UsageProblem: the file cannot be read, or holds no such table.
    """
    with TableReader() as reader:
        grids = read_grids(path, reader)
    reported = _REPORTED.get(keys[0], ())

    def accepts(found: Collection[str]) -> bool:
        return not _missing(found, keys)

    tables = [table for grid in grids for table in find_tables(grid, keys, accepts)]
    if not tables:
        tables = [_as_table(grids[0], 0, len(grids[0].rows), keys)]
    entries = []
    for table in tables:
        _require_columns(table, keys)
        if "identity" in table.keys and any(read_identity(text) for text in table.texts("identity")):
            raise UsageProblem(f"{table.headings.label}: đây là phiếu của một cơ quan; dùng «kehoach receive {path}»")
        entries += [_without_others(entry, keys) for entry in table.entries()]
    if not entries:
        raise UsageProblem(f"{grids[0].name}: không có dòng nào; ghi dòng tiêu đề và ít nhất một dòng số liệu")
    return [
        entry._replace(unanswered=bool(reported) and not (entry.faults or any(key in entry.cells for key in reported)))
        for entry in entries
        if entry.cells or entry.faults
    ]


def _missing(found: Collection[str], keys: Sequence[str]) -> list[str]:
    """The columns that a table with these keys has to have and lacks."""
    needed = ["id", *(["date"] if "date" in keys else [])]
    first = [] if any(key in found for key in _REPORTED.get(keys[0], keys[:1])) else [keys[0]]
    return [key for key in ("id", *keys) if key in first or (key in needed and key not in found)]


def _without_others(entry: RawEntry, keys: Sequence[str]) -> RawEntry:
    """The entry without what the command does not enter. What a body wrote besides is told, so that it is not lost."""
    told = [
        f"{entry.label}: {entry.name(key)}: lệnh này không ghi; dùng «kehoach receive»"
        for key in REMARKS
        if key in entry.cells
    ]
    others = [key for key in (*ABOUT_RECORDS, *REMARKS) if key not in keys]
    return entry.with_cells(dict.fromkeys(others))._replace(told=(*entry.told, *told))


def find_tables(grid: Grid, keys: Sequence[str], accepts: Callable[[Collection[str]], bool]) -> Iterator[Table]:
    """The tables of a sheet: below each row whose headings mean keys that `accepts` takes, as far as the next such row.

    The first headings are looked for below titles and letterheads of at most _MOST_ABOVE rows.
    """
    starts: list[int] = []
    for place, row in enumerate(grid.rows):
        if starts or place < _MOST_ABOVE:
            meant = [_meaning(cell.text, tuple(keys))[0] for cell in row.cells]
            if accepts({key for key in meant if key}):
                starts.append(place)
    for start, end in pairwise([*starts, len(grid.rows)]):
        yield _as_table(grid, start, end, keys)


def _as_table(grid: Grid, start: int, end: int, keys: Sequence[str]) -> Table:
    """The table whose headings stand in the row `start` and whose rows end before `end`."""
    headings, rows = grid.rows[start], grid.rows[start + 1 : end]
    filled = {column for row in rows for column, cell in enumerate(row.cells) if cell.text}
    meant = [_meaning(cell.text, tuple(keys)) for cell in headings.cells]
    cells = [(column, cell) for column, cell in enumerate(headings.cells) if column in filled]
    return Table(
        headings,
        tuple(key for key, _ in meant),
        rows,
        unknown=tuple(cell for column, cell in cells if not meant[column][0]),
        guessed=tuple((cell, meant[column][0]) for column, cell in cells if meant[column][1]),
    )


def _meaning(heading: str, keys: tuple[str, ...]) -> tuple[str, bool]:
    """The key that a heading means, "" if none that is known, and whether that is only a guess by how it begins."""
    bare = bare_key(heading)
    known = _meanings(keys)
    if found := known.get(bare) or known.get(bare.rpartition("(")[0].strip() if bare.endswith(")") else ""):
        return found, False
    begun = (key for words, key in _BEGINNINGS.items() if key in keys and bare.startswith(f"{bare_key(words)} "))
    guess = next(begun, "")
    return guess, bool(guess)


@cache
def _meanings(keys: tuple[str, ...]) -> Mapping[str, str]:
    """The keys that headings mean, by their bare words. What two keys share means the first, one of `keys` if any."""
    found: dict[str, str] = {}
    for key in ("id", *keys, *ABOUT_RECORDS, *REMARKS):
        in_forms = [words[key] for words in _FORM if key in words]
        for word in (key, terms.ENTRY_FIELD.get(key) or terms.field(key), *_WORDS.get(key, ()), *in_forms):
            found.setdefault(bare_key(word), key)
    return found


def _require_columns(table: Table, keys: Sequence[str]) -> None:
    """Raise UsageProblem for an unknown, a repeated or a missing column."""
    place = table.headings.label
    for cell in table.headings.cells:
        refuse_unseen(cell.text, f"{place}: tên cột")
    if table.guessed:
        raise UsageProblem(
            f"{place}: cột «{one_line(table.guessed[0][0].text)}» có phải là kết quả cần ghi? Đổi tên cột cho rõ"
        )
    if table.unknown and not table.unknown[0].text:
        raise UsageProblem(f"{place}: {table.unknown[0].place} không có tên cột mà bên dưới có số liệu; đặt tên cột")
    if table.unknown:
        known = ", ".join(f"{key} ({terms.ENTRY_FIELD.get(key) or terms.field(key)})" for key in keys)
        raise UsageProblem(
            f"{place}: không hiểu cột «{one_line(table.unknown[0].text)}»; đổi tên hoặc bỏ cột đó, "
            f"các cột là: id (mã), {known}"
        )
    if repeated := table.repeated(("id", *keys)):
        raise UsageProblem(f"{place}: cột {repeated} xuất hiện hai lần; giữ lại một cột")
    if missing := _missing(table.keys, keys):
        raise UsageProblem(f"{place}: dòng tiêu đề thiếu cột {', '.join(missing)}; thêm cột đó")
