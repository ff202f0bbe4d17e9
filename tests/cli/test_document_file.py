"""Documents on disk: whole or not at all, and never over somebody's work."""

import os
from pathlib import Path

import pytest

from kehoach_cli.cli.exits import UsageProblem
from kehoach_cli.cli.output.document_file import write_document
from kehoach_cli.reports.word.originals import LETTER, original
from kehoach_cli.reports.word.sealing import with_properties
from kehoach_cli.reports.word.zipping import read_parts, write_parts
from tests.support.documents import PROPERTIES


def _document(title: str) -> bytes:
    return write_parts(with_properties(read_parts(original(LETTER)), PROPERTIES._replace(title=title)))


ONE, OTHER = _document("một"), _document("hai")


def test_outcomes(tmp_path: Path) -> None:
    wanted = tmp_path / "bc.docx"
    assert write_document(wanted, ONE) == (wanted, "new")
    assert write_document(wanted, ONE) == (wanted, "same")
    assert write_document(wanted, OTHER) == (wanted, "replaced")
    assert wanted.read_bytes() == OTHER


def test_edited_files_keep_their_names_and_the_next_free_one_is_taken(tmp_path: Path) -> None:
    for name in ("bc.docx", "bc (2).docx"):
        (tmp_path / name).write_bytes(b"somebody's work")
    third = tmp_path / "bc (3).docx"
    assert write_document(tmp_path / "bc.docx", ONE) == (third, "kept")
    assert write_document(tmp_path / "bc.docx", ONE) == (third, "kept")
    assert write_document(tmp_path / "bc.docx", OTHER) == (third, "kept")
    assert third.read_bytes() == OTHER
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bc (2).docx", "bc (3).docx", "bc.docx"]


def test_a_folder_of_that_name_is_no_place_for_a_document(tmp_path: Path) -> None:
    (tmp_path / "bc.docx").mkdir()
    assert write_document(tmp_path / "bc.docx", ONE).path.name == "bc (2).docx"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="thư mục không có"):
        write_document(tmp_path / "không" / "bc.docx", ONE)


def test_a_failure_on_the_way_leaves_the_old_file_and_no_crumbs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
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


def test_a_file_that_is_open_in_word_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = tmp_path / "bc.docx"
    write_document(wanted, ONE)

    def locked(self: Path, target: Path) -> None:
        raise PermissionError(13, "The process cannot access the file because it is being used by another process")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(UsageProblem, match="tệp đang mở trong Word"):
        write_document(wanted, OTHER)
    assert [path.name for path in tmp_path.iterdir()] == ["bc.docx"]
    assert wanted.read_bytes() == ONE
