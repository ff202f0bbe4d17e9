"""Word files that carry something in one of their parts, and ZIP archives as no program writes them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from posixpath import split
from typing import NamedTuple

from tests.support.docx import MAIN, NAMES, WORD, Link, R, p, relationships, word_file, zipped


class Carrier(NamedTuple):
    """A part: its name, its content type, the relationship that leads to it, and its XML around what it carries."""

    part: str
    type: str
    relationship: str
    xml: str


def _word(name: str, tag: str, xml: str = "{}") -> Carrier:
    return Carrier(
        f"word/{name}.xml", f"{WORD}{name.rstrip('1')}+xml", name.rstrip("1"), f"<w:{tag} {NAMES}>{xml}</w:{tag}>"
    )


TEXTS: Mapping[str, Carrier] = {
    "document": Carrier("word/document.xml", MAIN, "", f"<w:document {NAMES}><w:body>{{}}</w:body></w:document>"),
    "header": _word("header1", "hdr"),
    "footer": _word("footer1", "ftr"),
    "footnote": _word("footnotes", "footnotes", '<w:footnote w:id="1">{}</w:footnote>'),
    "endnote": _word("endnotes", "endnotes", '<w:endnote w:id="1">{}</w:endnote>'),
    "comment": _word("comments", "comments", '<w:comment w:id="1">{}</w:comment>'),
}
OTHERS: Mapping[str, Carrier] = {
    "settings": _word("settings", "settings"),
    "styles": _word("styles", "styles"),
    "numbering": _word("numbering", "numbering"),
}
CUSTOM_XML = "custom XML"
CARRIERS: Mapping[str, Carrier] = {
    **TEXTS,
    **OTHERS,
    CUSTOM_XML: Carrier("customXml/item1.xml", "application/xml", "customXml", f"<data {NAMES}>{{}}</data>"),
}


def carried(
    carrier: str,
    xml: str = "",
    *,
    prolog: str = "",
    links: Sequence[Link] = (),
    parts: Mapping[str, tuple[str, bytes]] | None = None,
) -> bytes:
    """A .docx file with this XML in the part; `links` are the part's own, with ids rIdX0, rIdX1 …"""
    part = CARRIERS[carrier]
    if carrier == "document":
        return word_file(xml, prolog=prolog, links=links, parts=parts)
    folder, name = split(part.part)
    own = [(f"rIdX{number}", *link) for number, link in enumerate(links)]
    return word_file(
        p("x"),
        links=[(f"{R}/{part.relationship}", f"/{part.part}", False)] if carrier != "styles" else (),
        parts={
            part.part: (part.type, (prolog + part.xml.format(xml)).encode()),
            **({f"{folder}/_rels/{name}.rels": ("", relationships(own).encode())} if links else {}),
            **(parts or {}),
        },
    )


def repacked(document: bytes, name: str, content: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The file with another content of one member, packed by this method."""
    stream = io.BytesIO(document)
    with zipfile.ZipFile(stream) as archive:
        members = {member: archive.read(member) for member in archive.namelist()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, old in members.items():
            if member != name:
                archive.writestr(member, old)
        archive.writestr(name, content, method)
    return stream.getvalue()


def named(name: bytes) -> bytes:
    """An archive with a member whose name is these bytes, which need not be those of a name."""
    stand_in = "@" * max(1, len(name))
    data = zipped({"[Content_Types].xml": b"<Types/>", stand_in: b"<x/>"})
    data = data.replace(stand_in.encode(), name or b"\x00")
    if not name:  # the one byte becomes an extra field
        data = _patched(data, b"PK\x03\x04", 26, b"\x00\x00\x01\x00")
        data = _patched(data, b"PK\x01\x02", 28, b"\x00\x00\x01\x00")
    return data


def stating(document: bytes, offset: int, value: bytes) -> bytes:
    """The file with other bytes in the directory entry of its last member; see APPNOTE.TXT 4.3.12 for the offsets."""
    return _patched(document, b"PK\x01\x02", offset, value)


def _patched(data: bytes, signature: bytes, offset: int, value: bytes) -> bytes:
    at = data.rfind(signature) + offset
    return data[:at] + value + data[at + len(value) :]
