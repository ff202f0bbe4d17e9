"""ZIP archives that are too large, misstate their members, or mean different things to different programs."""

import io
import zipfile
from collections.abc import Mapping
from hashlib import sha256

import pytest

from tests.support.attacks.attack import Attack
from tests.support.carriers import named, repacked, stating
from tests.support.docx import MAIN, WORD, members_of, p, word_file, zipped

MIB = 2**20
_FILE = word_file(p("x"))
_PICTURE = "word/media/i.png"


def _dense(size: int) -> bytes:
    """Bytes that pack to about 1/30: not suspicious."""
    return (_random(2048) + bytes(62 * 1024)) * (size // (64 * 1024))


def _random(size: int) -> bytes:
    return b"".join(sha256(bytes([number])).digest() for number in range(size // 32))


def _twice() -> bytes:
    stream = io.BytesIO(_FILE)
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", b"<other/>")
    return stream.getvalue()


def _also(name: str) -> Attack:
    return Attack(word_file(p("x"), parts={name: (MAIN, b"<x/>")}), "KH803")


def _bent(flag: int) -> bytes:
    return stating(_FILE, 8, flag.to_bytes(2, "little"))


def _damaged(method: int) -> bytes:
    """A file whose last member is packed by this method and damaged in the middle."""
    file = repacked(_FILE, "word/styles.xml", _random(4096), method)
    at = file.rindex(b"PK\x01\x02") - 2000
    return file[:at] + bytes(1000) + file[at + 1000 :]


ATTACKS: Mapping[str, Attack] = {
    "a large file": Attack(b"PK" + bytes(20 * MIB), "KH802"),
    "a bomb": Attack(repacked(_FILE, _PICTURE, bytes(40 * MIB)), "KH802"),
    "many large pictures": Attack(
        zipped({**members_of(_FILE), **{f"word/media/{n}.png": _dense(14 * MIB) for n in range(5)}}), "KH802"),
    "a large text": Attack(repacked(_FILE, "word/styles.xml", _dense(17 * MIB)), "KH802"),
    "thousands of parts": Attack(zipped({f"word/x{number}.xml": b"<x/>" for number in range(5000)}), "KH802"),
    "thousands of folders": Attack(zipped({f"word/x{number}/": b"" for number in range(5000)}), "KH802"),
    "more than it states": Attack(
        stating(repacked(_FILE, "word/styles.xml", bytes(60 * MIB)), 24, (1000).to_bytes(4, "little")), "KH801"),
    "less than it states": Attack(stating(_FILE, 24, (5000).to_bytes(4, "little")), "KH801"),
    "two documents of one name": Attack(_twice(), "KH803"),
    "names that differ in case": _also("word/Document.xml"),
    "names that differ in spelling": _also("word/%64ocument.xml"),
    "names that differ in how a mark is written": Attack(
        word_file(p("x"), parts={f"word/a{mark}.xml": (MAIN, b"<x/>") for mark in ("\u00e9", "e\u0301")}), "KH803"),
    "a name that is read as another": _also("word/\uff44ocument.xml"),
    "a name with a mark that nobody sees": _also("word/\u200bdocument.xml"),
    "names that differ in spelling a Vietnamese letter": Attack(
        word_file(p("x"), parts={f"word/{name}.xml": (MAIN, b"<x/>") for name in ("ả", "%E1%BA%A3")}), "KH803"),
    "a name that climbs": Attack(zipped({"[Content_Types].xml": b"<Types/>", "../../x.xml": b"<x/>"}), "KH803"),
    "a folder that climbs": Attack(zipped({"[Content_Types].xml": b"<Types/>", "../../x/": b""}), "KH803"),
    "a name from the root": Attack(zipped({"[Content_Types].xml": b"<Types/>", "/etc/x.xml": b"<x/>"}), "KH803"),
    "a name of Windows": Attack(named(b"word\\document.xml"), "KH803"),
    "a name with a zero": Attack(named(b"word/document.xml\x00.png"), "KH803"),
    "a name that is too long": Attack(named(b"x" * 201), "KH803"),
    "no name": Attack(named(b""), "KH803"),
    "packed by LZMA": Attack(repacked(_FILE, "word/styles.xml", b"<x/>", zipfile.ZIP_LZMA), "KH801"),
    "packed by BZIP2": Attack(repacked(_FILE, "word/styles.xml", b"<x/>", zipfile.ZIP_BZIP2), "KH801"),
    "packed by no known method": Attack(stating(_FILE, 10, b"\x63\x00"), "KH801"),
    "damaged LZMA": Attack(_damaged(zipfile.ZIP_LZMA), "KH801"),
    "damaged deflate": Attack(_damaged(zipfile.ZIP_DEFLATED), "KH801"),
    "encrypted": Attack(_bent(0x1), "KH801"),
    "a patch": Attack(_bent(0x20), "KH801"),
    "strongly encrypted": Attack(_bent(0x40), "KH801"),
    "another name inside": Attack(_FILE.replace(b"word/styles.xml", b"word/stylex.xml", 1), "KH801"),
    "torn": Attack(_FILE[:-40], "KH801"),
    "a program with a document behind it": Attack(b"MZ\x90\x00" + bytes(200) + _FILE, "KH801"),
    "no archive": Attack(b"MZ\x90\x00" + bytes(200), "KH801"),
    "an old binary file": Attack(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(200), "KH801"),
    "an archive of something else": Attack(zipped({"a.txt": b"x"}), "KH801"),
    "a template under another name": Attack(zipped({f"{WORD}x": b"x"}), "KH801"),
}  # fmt: skip
