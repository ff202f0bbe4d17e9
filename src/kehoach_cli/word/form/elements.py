"""Tell which paragraph is which element of an administrative document, by its words and place."""

import re
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import NamedTuple

from kehoach_cli.word.form.document import FormDocument
from kehoach_cli.word.form.lines import FLOATING, Line, normalized

# The kinds of documents that state their kind, as their symbols abbreviate them: Decree 30/2020/NĐ-CP, Annex III.
KINDS = {
    "NGHỊ QUYẾT": "NQ", "QUYẾT ĐỊNH": "QĐ", "CHỈ THỊ": "CT", "QUY CHẾ": "QC", "QUY ĐỊNH": "QyĐ", "THÔNG CÁO": "TC",
    "THÔNG BÁO": "TB", "HƯỚNG DẪN": "HD", "CHƯƠNG TRÌNH": "CTr", "KẾ HOẠCH": "KH", "PHƯƠNG ÁN": "PA", "ĐỀ ÁN": "ĐA",
    "DỰ ÁN": "DA", "BÁO CÁO": "BC", "BIÊN BẢN": "BB", "TỜ TRÌNH": "TTr", "HỢP ĐỒNG": "HĐ", "CÔNG ĐIỆN": "CĐ",
    "BẢN GHI NHỚ": "BGN", "BẢN THỎA THUẬN": "BTT", "GIẤY ỦY QUYỀN": "GUQ", "GIẤY MỜI": "GM", "GIẤY GIỚI THIỆU": "GGT",
    "GIẤY NGHỈ PHÉP": "GNP", "PHIẾU GỬI": "PG", "PHIẾU CHUYỂN": "PC", "PHIẾU BÁO": "PB",
}  # fmt: skip
_ABBREVIATIONS = {normalized(kind): short for kind, short in KINDS.items()}  # "UỶ QUYỀN" is spelt both ways
_DECISIONS = ("QUYET DINH", "NGHI QUYET")
NATION = "CONG HOA XA HOI CHU NGHIA VIET NAM"
MOTTO = "DOC LAP - TU DO - HANH PHUC"
PARTY = "DANG CONG SAN VIET NAM"
MINUTES = "BIEN BAN"
_NUMBER = re.compile(r"Số\s*(?::|(?:\d+\s*|[.…_]+\s*)?/)", re.IGNORECASE)
_DATE = re.compile(r"ngày\s{0,40}(\S{0,40})\s{0,40}tháng\s{0,40}(\S{0,40})\s{0,40}năm", re.IGNORECASE)
_ANNEX = re.compile(r"PHỤ LỤC(?:\s+(?:[IVXLC]+|\d+))?\.?(?:\s*[:–-].*)?", re.IGNORECASE)
_RECIPIENTS = re.compile(r"NOI NHAN\s*(?::|$)")
_NOTE = 13  # points: text below this size is a note
_CLOSING = 25  # lines: signature and Nơi nhận take no more
_GROUNDS = ("Căn cứ ", "Theo đề nghị ", "Xét ")
_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\b\.?\s*\S")
_OFFICE = re.compile(
    r"(?:PHÓ |THỨ |QUYỀN )?(?:CHỦ |GIÁM ĐỐC|TỔNG |CỤC |VỤ |CHI CỤC |TRƯỞNG|CHÁNH|BỘ TRƯỞNG|HIỆU |VIỆN |THỦ |THƯ KÝ|"
    r"ỦY VIÊN|NGƯỜI |ĐẠI DIỆN)"
)


class Elements(NamedTuple):
    """The elements found; missing ones are None or empty.

    `nation` is Quốc hiệu, `motto` Tiêu ngữ, `about` a letter's V/v, `kind` Tên loại, `subject` Trích yếu. `addressees`
    begins with the line Kính gửi, `recipients` with Nơi nhận. `body` is the text between head and signature, which
    begins with the `grounds`. `signers` has the lines of each. `party` is the head of a document of the Party.
    """

    nation: Line | None = None
    motto: Line | None = None
    party: Line | None = None
    agencies: tuple[Line, ...] = ()
    number: Line | None = None
    date: Line | None = None
    about: Line | None = None
    kind: Line | None = None
    subject: tuple[Line, ...] = ()
    addressees: tuple[Line, ...] = ()
    grounds: tuple[Line, ...] = ()
    body: tuple[Line, ...] = ()
    signers: tuple[tuple[Line, ...], ...] = ()
    recipients: tuple[Line, ...] = ()
    annexes: tuple[tuple[Line, ...], ...] = ()


def find_elements(document: FormDocument) -> Elements:
    """Find the elements. Everything from the first annex's heading on belongs to the annexes."""
    lines = document.lines
    annex_at = next((at for at, line in enumerate(lines) if _is_annex(line)), len(lines))
    annexes, lines = _annexes(lines[annex_at:]), lines[:annex_at]
    kind_at = _index(lines[:60], _is_kind)
    addressee_at = _index(lines, _is_addressee)
    head = lines[: min(40 if at is None else at for at in (kind_at, addressee_at))]
    nation = _first(lines[:40], lambda line: normalized(line.text).startswith(NATION))
    motto = _first(lines[:40], lambda line: normalized(line.text).replace(" ", "") == MOTTO.replace(" ", ""))
    number = _first(head, lambda line: bool(_NUMBER.match(line.text)))
    date = _first(head, lambda line: len(line.text) < 80 and bool(_DATE.search(line.text)))
    about = None if kind_at is not None else _first(lines[:60], lambda line: normalized(line.text).startswith("V/V"))
    subject = _subject(lines, kind_at)
    addressees = _addressees(lines, addressee_at)
    recipients_at = _index(lines, lambda line: bool(_RECIPIENTS.match(normalized(line.text))))
    recipients = _recipients(lines, recipients_at)
    found = {id(line) for line in (nation, motto, number, date, about, *subject, *addressees) if line}
    begin = max((at for at, line in enumerate(lines) if id(line) in found), default=-1) + 1
    signing = _signing(lines[begin:], recipients)
    closing = [line for line in (*signing[:1], *recipients[:1]) if line.table != FLOATING]  # a box hangs anywhere
    end = min((at for at, line in enumerate(lines) if line in closing), default=len(lines))
    body = _body(lines[begin:end])
    return Elements(
        nation=nation,
        motto=motto,
        party=_first(lines[:40], lambda line: normalized(line.text).startswith(PARTY)) if nation is None else None,
        agencies=_agencies(head, nation or motto, number, found),
        number=number,
        date=date,
        about=about,
        kind=lines[kind_at] if kind_at is not None else None,
        subject=subject,
        addressees=addressees,
        grounds=_grounds(body, lines[kind_at] if kind_at is not None else None),
        body=body,
        signers=_signers(signing),
        recipients=recipients,
        annexes=annexes,
    )


def is_numbered(number: Line) -> bool:
    """Whether the registry has numbered the document: it is no draft any more."""
    return bool(re.match(r"Số[\s:]{0,40}\d", number.text, re.IGNORECASE))


def day_and_month(line: Line) -> tuple[str, str]:
    """The day and the month in a date line; "" if left blank."""
    found = _DATE.search(line.text)
    if not found:
        return "", ""
    day, month = found[1], found[2]
    return ("" if day.lower() == "tháng" else day), ("" if month.lower() == "năm" else month)


def is_office(line: Line) -> bool:
    """Whether the line names a signer's authority or office, rather than the signer."""
    return bool(_AUTHORITY.match(line.text) or _OFFICE.match(line.text.upper()))


def _index(lines: Sequence[Line], wanted: Callable[[Line], bool]) -> int | None:
    return next((at for at, line in enumerate(lines) if wanted(line)), None)


def _first(lines: Sequence[Line], wanted: Callable[[Line], bool]) -> Line | None:
    return next((line for line in lines if wanted(line)), None)


def _is_kind(line: Line) -> bool:
    """Whether the line is Tên loại: in capitals as it must be, or at least centred where it stands alone."""
    is_set_so = line.text.isupper() or (line.layout.align == "center" and not line.table)
    return is_set_so and normalized(line.text.rstrip(":")) in _ABBREVIATIONS


def kind_abbreviation(kind: Line) -> str:
    """How a document's symbol abbreviates the kind that the line Tên loại names."""
    return _ABBREVIATIONS[normalized(kind.text.rstrip(":"))]


def _is_addressee(line: Line) -> bool:
    return normalized(line.text).startswith("KINH GUI")


def _is_annex(line: Line) -> bool:
    return not line.table and line.layout.align == "center" and bool(_ANNEX.fullmatch(line.text))


def _annexes(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """The first lines of each annex: number, title, and the words in brackets."""
    heads = [at for at, line in enumerate(lines) if _is_annex(line)]
    return tuple(tuple([line for line in lines[at : at + 8] if line.text and not line.table][:4]) for at in heads)


def _agencies(head: Sequence[Line], beside: Line | None, number: Line | None, found: set[int]) -> tuple[Line, ...]:
    """The names beside Quốc hiệu: what stands in other cells above the number."""
    above = takewhile(lambda line: line is not number, head if beside else ())
    return tuple(
        line
        for line in above
        if beside and line.text.strip("-. ") and line.cell != beside.cell and id(line) not in found
    )


def _subject(lines: Sequence[Line], kind_at: int | None) -> tuple[Line, ...]:
    """The lines below Tên loại, up to the one with a rule."""
    if kind_at is None:
        return ()
    found: list[Line] = []
    for line in lines[kind_at + 1 : kind_at + 6]:
        if found and (not line.text or line.layout.align != "center" or _is_addressee(line)):
            break
        if line.text:
            found.append(line)
        if line.rule_length is not None:
            break
    return tuple(found)


def _addressees(lines: Sequence[Line], at: int | None) -> tuple[Line, ...]:
    """The line Kính gửi and the list below it."""
    if at is None:
        return ()
    below = (line for line in lines[at + 1 :] if line.text)
    return (lines[at], *takewhile(lambda line: line.text.startswith("-"), below))


def _grounds(body: Sequence[Line], kind: Line | None) -> tuple[Line, ...]:
    """The list of Căn cứ that the text begins with. A sentence that begins so and leads on to the text is none."""
    texts = (line for line in body if line.layout.align != "center")
    found = tuple(takewhile(lambda line: line.text.startswith(_GROUNDS), texts))
    decides = kind is not None and normalized(kind.text) in _DECISIONS
    return found if decides or len(found) > 1 or (found and found[0].text.endswith(";")) else ()


def _body(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The paragraphs of running text. A note right below a table belongs to the table."""
    found: list[Line] = []
    below_table = False
    for line in lines:
        if line.text and not line.table and not (below_table and line.format is not None and line.format.size < _NOTE):
            found.append(line)
        below_table = bool(line.table)
    return tuple(found)


def _signing(lines: Sequence[Line], recipients: Sequence[Line]) -> tuple[Line, ...]:
    """The signers' offices and names: in the table of Nơi nhận, or from the first office at the end of the text."""
    label = recipients[0] if recipients else None
    beside = [line for line in lines if label is not None and label.table and line.table == label.table]
    ends = lines[-_CLOSING:]
    at = _index(ends, lambda line: is_office(line) and (line.text.isupper() or line.layout.align == "center"))
    for found in (beside, ends[at:] if at is not None else ()):
        signing = tuple(line for line in found if line.text and line not in recipients and line.text[0] not in "-(")
        if signing:
            return signing
    return ()


def _signers(signing: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """The lines of each signer: those of a cell, or those from an office below a name on."""
    signers: dict[tuple[int, int], list[Line]] = {}
    count = 0
    for line in signing:
        above = signers.get((line.cell, count))
        count += bool(above and is_office(line) and not above[-1].text.isupper())
        signers.setdefault((line.cell, count), []).append(line)
    return tuple(map(tuple, signers.values()))


def _recipients(lines: Sequence[Line], at: int | None) -> tuple[Line, ...]:
    """The label Nơi nhận and the list below it."""
    if at is None:
        return ()
    label, below = lines[at], [line for line in lines[at + 1 :] if line.text and line.cell == lines[at].cell]
    if not label.table:
        below = [*takewhile(lambda line: line.layout.align != "center" and not line.text.isupper(), below)]
    return (label, *below)
