"""Tell which paragraph is which element of an administrative document, by its words and place."""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from kehoach_cli.word.form.document import FormDocument, Line

# The kinds of documents that state their kind: Article 7 of Decree 30/2020/NĐ-CP, without the letter.
KINDS = (
    "NGHỊ QUYẾT", "QUYẾT ĐỊNH", "CHỈ THỊ", "QUY CHẾ", "QUY ĐỊNH", "THÔNG CÁO", "THÔNG BÁO", "HƯỚNG DẪN", "CHƯƠNG TRÌNH",
    "KẾ HOẠCH", "PHƯƠNG ÁN", "ĐỀ ÁN", "DỰ ÁN", "BÁO CÁO", "BIÊN BẢN", "TỜ TRÌNH", "HỢP ĐỒNG", "CÔNG ĐIỆN",
    "BẢN GHI NHỚ", "BẢN THỎA THUẬN", "GIẤY ỦY QUYỀN", "GIẤY MỜI", "GIẤY GIỚI THIỆU", "GIẤY NGHỈ PHÉP", "PHIẾU GỬI",
    "PHIẾU CHUYỂN", "PHIẾU BÁO",
)  # fmt: skip
NATION = "CONG HOA XA HOI CHU NGHIA VIET NAM"
MOTTO = "DOC LAP - TU DO - HANH PHUC"
_NUMBER = re.compile(r"Số\s*:", re.IGNORECASE)
_DATE = re.compile(r"ngày\s{0,40}(\S{0,40})\s{0,40}tháng\s{0,40}(\S{0,40})\s{0,40}năm", re.IGNORECASE)
_ANNEX = re.compile(r"PHỤ LỤC(?:\s+(?:[IVXLC]+|\d+))?\.?", re.IGNORECASE)
_NOTE = 13  # points: text below this size is a note
_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.\s*\S")


class Elements(NamedTuple):
    """The elements found; missing ones are None or empty. `body` is the text between head and recipients.

    `nation` is Quốc hiệu, `motto` Tiêu ngữ, `about` the letter's V/v, `kind` Tên loại, `subject` Trích yếu.
    """

    nation: Line | None = None
    motto: Line | None = None
    agencies: tuple[Line, ...] = ()
    number: Line | None = None
    date: Line | None = None
    about: Line | None = None
    kind: Line | None = None
    subject: tuple[Line, ...] = ()
    addressee: Line | None = None
    body: tuple[Line, ...] = ()
    signature: tuple[Line, ...] = ()
    recipients: tuple[Line, ...] = ()
    annexes: tuple[tuple[Line, ...], ...] = ()


def normalized(text: str) -> str:
    """Upper case without Vietnamese marks, with single blanks and plain dashes: for comparing wordings."""
    plain = unicodedata.normalize("NFD", text.upper().replace("Đ", "D"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.sub("[–—‐‑−]", "-", plain).split())


def find_elements(document: FormDocument) -> Elements:
    """Find the elements. Everything from the first annex's heading on belongs to the annexes."""
    lines = document.lines
    start = next((at for at, line in enumerate(lines) if _is_annex(line)), len(lines))
    annexes = _annexes(lines[start:])
    lines = lines[:start]
    nation = _first(lines, lambda line: normalized(line.text).startswith(NATION))
    motto = _first(lines, lambda line: normalized(line.text).replace(" ", "") == MOTTO.replace(" ", ""))
    number = _first(lines[:40], lambda line: bool(_NUMBER.match(line.text)))
    date = _first(lines[:40], lambda line: len(line.text) < 80 and bool(_DATE.search(line.text)))
    head = {id(line) for line in (nation, motto, number, date) if line}
    kind_at = next((at for at, line in enumerate(lines[:60]) if line.text.rstrip(":") in KINDS), None)
    about = _first(lines[:60], lambda line: normalized(line.text).startswith("V/V"))
    addressee = _first(lines, lambda line: line.text.startswith("Kính gửi"))
    recipients_at = next((at for at, line in enumerate(lines) if normalized(line.text).startswith("NOI NHAN")), None)
    subject = _subject(lines, kind_at)
    last_head = max(
        (at for at, line in enumerate(lines) if id(line) in head or line in (*subject, about, addressee)), default=-1
    )
    return Elements(
        nation=nation,
        motto=motto,
        agencies=_agencies(lines, nation),
        number=number,
        date=date,
        about=about,
        kind=lines[kind_at] if kind_at is not None else None,
        subject=subject,
        addressee=addressee,
        body=_body(lines[last_head + 1 : recipients_at]),
        signature=_signature(lines, recipients_at),
        recipients=_recipients(lines, recipients_at),
        annexes=annexes,
    )


def day_and_month(line: Line) -> tuple[str, str]:
    """The day and the month in a date line; "" if left blank."""
    found = _DATE.search(line.text)
    if not found:
        return "", ""
    day, month = found[1], found[2]
    return ("" if day.lower() == "tháng" else day), ("" if month.lower() == "năm" else month)


def _first(lines: tuple[Line, ...], wanted: Callable[[Line], bool]) -> Line | None:
    return next((line for line in lines if wanted(line)), None)


def _is_annex(line: Line) -> bool:
    return not line.table and line.layout.align == "center" and bool(_ANNEX.fullmatch(line.text))


def _annexes(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], ...]:
    """The first lines of each annex: number, title, and the words in brackets."""
    heads = [at for at, line in enumerate(lines) if _is_annex(line)]
    return tuple(tuple([line for line in lines[at : at + 8] if line.text and not line.table][:4]) for at in heads)


def _agencies(lines: tuple[Line, ...], nation: Line | None) -> tuple[Line, ...]:
    """The agencies' names: paragraphs in the cell beside Quốc hiệu, except the number and the subject (V/v)."""
    if nation is None or not nation.row:
        return ()
    beside = [line for line in lines if line.row == nation.row and line.cell != nation.cell and line.text]
    return tuple(
        line for line in beside if not _NUMBER.match(line.text) and not normalized(line.text).startswith("V/V")
    )


def _subject(lines: tuple[Line, ...], kind_at: int | None) -> tuple[Line, ...]:
    if kind_at is None:
        return ()
    found: list[Line] = []
    for line in lines[kind_at + 1 : kind_at + 6]:
        if line.rule_length is not None or (found and (not line.text or line.layout.align != "center")):
            break
        if line.text:
            found.append(line)
    return tuple(found)


def _body(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The paragraphs of running text. A note right below a table belongs to the table."""
    found: list[Line] = []
    below_table = False
    for line in lines:
        if line.text and not line.table and not (below_table and line.format is not None and line.format.size < _NOTE):
            found.append(line)
        below_table = bool(line.table)
    return tuple(found)


def _signature(lines: tuple[Line, ...], recipients_at: int | None) -> tuple[Line, ...]:
    """The signer's office and name: the cell beside Nơi nhận, or lines that begin with TM., KT., TL.…"""
    if recipients_at is not None and lines[recipients_at].table:
        label = lines[recipients_at]
        beside = [line for line in lines if line.table == label.table and line.cell != label.cell and line.text]
        return tuple(line for line in beside if not line.text.startswith("-"))
    return tuple(line for line in lines[-15:] if _AUTHORITY.match(line.text))


def _recipients(lines: tuple[Line, ...], recipients_at: int | None) -> tuple[Line, ...]:
    """The label Nơi nhận and the list below it."""
    if recipients_at is None:
        return ()
    label = lines[recipients_at]
    after = lines[recipients_at + 1 :]
    return (label, *(line for line in after if line.text and line.cell == label.cell))
