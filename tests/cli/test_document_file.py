"""Documents on disk: whole or not at all, and never over somebody's work."""

import io
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.storage import document_file
from kehoach_cli.storage.document_file import MAX_DOCUMENT_BYTES, Written
from kehoach_cli.word.render import Renderer
from tests.support.documents import PROPERTIES
from tests.support.docx import members_of, p, word_file, zipped


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer() as started:
        yield started


@pytest.fixture
def write_document(renderer: Renderer) -> Callable[[Path, bytes], Written]:
    return lambda wanted, content: document_file.write_document(wanted, content, renderer.untouched)


Write = Callable[[Path, bytes], Written]
with Renderer() as _renderer:
    ONE, OTHER = (_renderer.render(word_file(p(text)), {}, PROPERTIES) for text in ("một", "hai"))


def test_outcomes(write_document: Write, tmp_path: Path) -> None:
    wanted = tmp_path / "bc.docx"
    assert write_document(wanted, ONE) == (wanted, "new")
    assert write_document(wanted, ONE) == (wanted, "same")
    assert write_document(wanted, OTHER) == (wanted, "replaced")
    assert wanted.read_bytes() == OTHER


def test_edited_files_keep_their_names_and_the_next_free_one_is_taken(write_document: Write, tmp_path: Path) -> None:
    for name in ("bc.docx", "bc (2).docx"):
        (tmp_path / name).write_bytes(b"somebody's work")
    third = tmp_path / "bc (3).docx"
    assert write_document(tmp_path / "bc.docx", ONE) == (third, "kept")
    assert write_document(tmp_path / "bc.docx", ONE) == (third, "kept")
    assert write_document(tmp_path / "bc.docx", OTHER) == (third, "kept")
    assert third.read_bytes() == OTHER
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bc (2).docx", "bc (3).docx", "bc.docx"]


def test_a_folder_of_that_name_is_no_place_for_a_document(write_document: Write, tmp_path: Path) -> None:
    (tmp_path / "bc.docx").mkdir()
    assert write_document(tmp_path / "bc.docx", ONE).path.name == "bc (2).docx"


def test_a_folder_that_is_not_there(write_document: Write, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="thư mục không có"):
        write_document(tmp_path / "không" / "bc.docx", ONE)


def test_a_failure_on_the_way_leaves_the_old_file_and_no_crumbs(
    write_document: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = tmp_path / "bc.docx"
    write_document(wanted, ONE)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageProblem, match="hết chỗ trên ổ đĩa"):
        write_document(wanted, OTHER)
    assert [path.name for path in tmp_path.iterdir()] == ["bc.docx"]
    assert wanted.read_bytes() == ONE


def test_a_file_that_is_open_in_word_is_said_to_be_so(
    write_document: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = tmp_path / "bc.docx"
    write_document(wanted, ONE)

    def locked(self: Path, target: Path) -> None:
        raise PermissionError(13, "The process cannot access the file because it is being used by another process")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(UsageProblem, match="tệp đang mở trong Word"):
        write_document(wanted, OTHER)
    assert [path.name for path in tmp_path.iterdir()] == ["bc.docx"]
    assert wanted.read_bytes() == ONE


def _bomb(*, honest: bool) -> bytes:
    """An archive whose one member is 256 MiB of zeros, said to be that or said to be a kilobyte."""
    size = 256 * 2**20
    squeeze = zlib.compressobj(1, zlib.DEFLATED, -15)
    packed = b"".join(squeeze.compress(bytes(2**20)) for _ in range(256)) + squeeze.flush()
    made = bytearray(zipped({"word/document.xml": b""}))
    local, central = 0, made.index(b"PK\x01\x02")
    for at in (local + 18, central + 20):
        made[at : at + 8] = len(packed).to_bytes(4, "little") + (size if honest else 1024).to_bytes(4, "little")
    start, end = made.index(b"word/document.xml") + len("word/document.xml"), made.index(b"PK\x05\x06")
    made[end + 16 : end + 20] = (start + len(packed)).to_bytes(4, "little")
    return bytes(made[:start]) + packed + bytes(made[central:])


def _damaged(method: int) -> bytes:
    """An archive of ours, packed so, with zeros in the middle of the document."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members_of(ONE).items():
            archive.writestr(name, content)
        found = archive.getinfo("word/document.xml")
    archived = bytearray(stream.getvalue())
    middle = found.header_offset + 30 + len(found.filename) + found.compress_size // 2
    archived[middle : middle + 40] = bytes(40)
    return bytes(archived)


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "a bomb": lambda: _bomb(honest=True),
    "a bomb that hides its size": lambda: _bomb(honest=False),
    "a damaged deflate stream": lambda: _damaged(zipfile.ZIP_DEFLATED),
    "a damaged LZMA stream": lambda: _damaged(zipfile.ZIP_LZMA),
    "a damaged bzip2 stream": lambda: _damaged(zipfile.ZIP_BZIP2),
    "half a document": lambda: ONE[: len(ONE) // 2],
    "no archive": lambda: b"PK" + bytes(100),
    "nothing": lambda: b"",
    "properties that are no XML": lambda: zipped({**members_of(ONE), "docProps/custom.xml": b"<a"}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_counts_as_somebodys_work(write_document: Write, tmp_path: Path, name: str) -> None:
    wanted, hostile = tmp_path / "bc.docx", HOSTILE[name]()
    wanted.write_bytes(hostile)
    assert write_document(wanted, OTHER) == (tmp_path / "bc (2).docx", "kept")
    assert wanted.read_bytes() == hostile


@pytest.mark.parametrize(("size", "asked"), [(MAX_DOCUMENT_BYTES, True), (MAX_DOCUMENT_BYTES + 1, False)])
def test_what_is_too_large_for_a_document_is_not_even_read(tmp_path: Path, size: int, asked: bool) -> None:  # noqa: FBT001
    read: list[int] = []
    with (tmp_path / "bc.docx").open("wb") as stream:
        stream.truncate(size)

    def untouched(content: bytes) -> bool:
        read.append(len(content))
        return False

    assert document_file.write_document(tmp_path / "bc.docx", ONE, untouched).outcome == "kept"
    assert read == ([size] if asked else [])
