"""Read what bodies sent: forms, whatever became of them, and tables that are none."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.headings import REMARKS, find_tables
from kehoach_cli.entering.raw_entry import RawEntry
from kehoach_cli.entering.table_days import DayColumn
from kehoach_cli.entering.table_rows import Table, one_line
from kehoach_cli.plan.suggest import bare_key
from kehoach_cli.reports.letters.form_identity import VERSION, FormIdentity, read_identity
from kehoach_cli.tables.grid import Grid, GridRow
from kehoach_cli.vocabulary import form_words

ANSWERS = ("value", "numerator", "denominator", "state", "percent")
_SAID = (*ANSWERS, *REMARKS)
_FILLED = (*_SAID, "date", "estimate", "source", "note", "judged_by", "evidence")
_NAMES = ("id", "name", "identity")
_IDENTITY = re.compile(r"kehoach-form\|\S+")
_TOTALS = ("tong", "tong cong", "tong so", "cong")
Sender = tuple[str, str]  # the body and the period of a form


class ReceivedRow(NamedTuple):
    """What a row answers, what it says of its record otherwise, and the identity that the form gave it.

    `form` is the identity that most rows of its table have, None if the table is no form. `columns` are the keys of
    the table's columns.
    """

    answer: RawEntry
    about: Mapping[str, str]
    identity: FormIdentity | None
    form: FormIdentity | None
    columns: Collection[str]


class ReceivedFile(NamedTuple):
    """The rows of a file, and what the cover of each form in it says for all its rows. `told` is about the file."""

    name: str
    rows: tuple[ReceivedRow, ...]
    covers: Mapping[Sender, RawEntry]
    told: tuple[str, ...]


def received_file(name: str, grids: Sequence[Grid]) -> ReceivedFile:
    """The answers in the tables of a file.

    Raises:
        UsageProblem: no table has the headings of one, two columns mean the same, or a form is of another version.
    """
    tables: list[Table] = []
    for grid in grids:
        found = [*find_tables(grid, (*_FILLED, *_NAMES), _holds_answers)]
        if not found and any((identity := _identity_in(row)) and identity.record for row in grid.rows):
            raise UsageProblem(
                f"{grid.name}: có các dòng của phiếu mà không thấy cột Kết quả hay Tình trạng; ghi lại dòng tiêu đề "
                "như phiếu đã gửi"
            )
        tables += found
    if not tables:
        raise UsageProblem(
            f"{name}: không có bảng trả lời nào; bảng cần một dòng tiêu đề có cột Mã (hoặc Chỉ tiêu, Nhiệm vụ) và cột "
            "Kết quả hoặc Tình trạng"
        )
    rows: list[ReceivedRow] = []
    told: list[str] = []
    for table in tables:
        if (key := table.repeated(_FILLED)) and not (key == "value" and "state" in table.keys):
            which = f"có hai cột là {_word(key)}"
            raise UsageProblem(f"{table.headings.label}: {which}; giữ lại một cột, hoặc đổi tên cột kia")
        read = [*_rows(table, told)]
        if not (read and read[0].form):
            told += [f"{table.headings.label}: {_passed_over(cell.text)}" for cell in table.unknown]
        rows += read
    return ReceivedFile(name, tuple(rows), dict(_covers(grids)), tuple(told))


def _word(key: str) -> str:
    return f"«{form_words.TASKS.get(key) or form_words.INDICATORS.get(key, key)}»"


def _passed_over(heading: str) -> str:
    return f"không hiểu cột «{one_line(heading)}» nên bỏ qua cột đó"


def _holds_answers(keys: Collection[str]) -> bool:
    return any(key in keys for key in _NAMES) and any(key in keys for key in _SAID)


def _rows(table: Table, told: list[str]) -> Iterator[ReceivedRow]:
    """The rows that are about a record, or carry an answer. What is passed over of a form is told."""
    identities = [_identity_in(row) for row in table.rows]
    senders = Counter((each.agency, each.period) for each in identities if each)
    main = senders.most_common(1)[0][0] if senders else None
    form = next((each for each in identities if each and (each.agency, each.period) == main), None)
    about_table = [f"cột «{one_line(cell.text)}» hiểu là {_word(key)}" for cell, key in table.guessed]
    about_table += [_passed_over(cell.text) for cell in table.unknown] if form else []
    for row, entry, identity in zip(table.rows, table.entries(), identities, strict=True):
        if identity and identity.version != VERSION:
            raise UsageProblem(
                f"{row.label}: phiếu do một bản kehoach khác lập; lập phiếu mới bằng «kehoach form --period KỲ "
                "-o THƯ-MỤC-MỚI» rồi chép số sang"
            )
        cells = {key: _IDENTITY.sub("", text).strip() for key, text in entry.cells.items()}
        if "state" in table.keys:  # what a table of tasks calls its result is what has to come of them
            cells.pop("value", None)
        filled = {key: text for key, text in cells.items() if key in _FILLED and text}
        about = {key: text for key, text in cells.items() if key not in _FILLED}
        if bare_key(about.get("name") or about.get("id", "")) in _TOTALS:
            told.append(f"{row.label}: bỏ qua dòng tổng")
        elif identity or about.get("id") or (filled and about.get("name")):
            unanswered = not (entry.faults or any(key in filled for key in _SAID))
            answer = entry._replace(cells=filled, unanswered=unanswered)
            if identity and form and (identity.agency, identity.period) != main:
                own, others = (f"{each.agency} {each.period}" for each in (identity, form))
                doubt = f"dòng này là của phiếu {own}, các dòng khác là của {others}"
                answer = answer._replace(doubts=(*answer.doubts, doubt))
            if about_table and not unanswered:
                answer, about_table = answer._replace(doubts=(*about_table, *answer.doubts)), []
            yield ReceivedRow(answer, about, identity, form, table.keys)


def _identity_in(row: GridRow) -> FormIdentity | None:
    found = (read_identity(match[0]) for cell in row.cells if (match := _IDENTITY.search(cell.text)))
    return next(found, None)


def _covers(grids: Sequence[Grid]) -> Iterator[tuple[Sender, RawEntry]]:
    """What the rows of each cover say: the document and the day of all answers that say none of their own."""
    labels = {bare_key(words): key for key, words in form_words.COVER.items()}
    covers: dict[Sender, RawEntry] = {}
    for row in (row for grid in grids for row in grid.rows):
        identity = _identity_in(row)
        if identity is None or identity.record:
            continue
        cells = [(text, cell) for cell in row.cells if (text := _IDENTITY.sub("", cell.text).strip())]
        key = labels.get(bare_key(cells[0][0])) if len(cells) > 1 else None
        if key:
            text, cell = cells[1]
            name, doubt = f"{row.label}, {cell.place} ({form_words.COVER[key]})", ""
            if key == "date" and cell.remark in ("", "merged"):
                text, doubt = DayColumn([text]).read(text)
            cover = covers.setdefault((identity.agency, identity.period), RawEntry({}, row.label))
            covers[identity.agency, identity.period] = cover._replace(
                cells={**cover.cells, key: text},
                places={**cover.places, key: name},
                doubts=(*cover.doubts, *([f"{name}: {doubt}"] if doubt else [])),
            )
    yield from covers.items()
