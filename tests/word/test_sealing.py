"""A document's properties, and the seal that shows later edits."""

import io
from datetime import date

import docx
import pytest

from kehoach_cli.cli.documents.templates import original_template
from kehoach_cli.reports.fields.template_kinds import LETTER
from kehoach_cli.sandbox.package.opening import open_package
from kehoach_cli.sandbox.package.zipping import write_parts
from kehoach_cli.word.output.properties import Properties
from kehoach_cli.word.output.sealing import seal, sealed_file
from tests.support.docx import members_of

PROPERTIES = Properties("Kết quả <quý III> & IV", "UBND tỉnh", "Báo cáo", "2023-09-14", {"Phiên bản dữ liệu": 'a"b<c&'})


def _sealed(document: bytes) -> bytes:
    return seal(open_package(document), PROPERTIES)


def test_the_properties_can_be_read_by_others() -> None:
    core = docx.Document(io.BytesIO(_sealed(original_template(LETTER)))).core_properties
    assert (core.title, core.author, core.subject) == ("Kết quả <quý III> & IV", "UBND tỉnh", "Báo cáo")
    assert core.created is not None
    assert core.created.date() == date(2023, 9, 14)
    assert core.language == "vi-VN"


def test_facts_stand_among_the_advanced_properties() -> None:
    custom = members_of(_sealed(original_template(LETTER)))["docProps/custom.xml"].decode()
    assert 'name="Phiên bản dữ liệu"><vt:lpwstr>a"b&lt;c&amp;</vt:lpwstr>' in custom


def test_a_document_is_untouched_until_any_of_its_parts_changes() -> None:
    sealed = _sealed(original_template(LETTER))
    assert sealed_file(sealed).untouched
    parts = members_of(sealed)
    for name in parts:
        if name != "docProps/custom.xml":
            assert not sealed_file(write_parts({**parts, name: parts[name] + b" "})).untouched, name
    assert not sealed_file(write_parts({**parts, "word/them.xml": b"<x/>"})).untouched


def test_saving_in_another_program_counts_as_work() -> None:
    stream = io.BytesIO()
    docx.Document(io.BytesIO(_sealed(original_template(LETTER)))).save(stream)
    assert sealed_file(stream.getvalue()).untouched is (
        members_of(stream.getvalue()) == members_of(_sealed(original_template(LETTER)))
    )


@pytest.mark.parametrize("content", [b"", b"PK", b"hello", original_template(LETTER)])
def test_a_file_of_others_counts_as_edited(content: bytes) -> None:
    assert not sealed_file(content).untouched


def test_sealing_again_replaces_what_was_there() -> None:
    twice = _sealed(_sealed(original_template(LETTER)))
    assert sealed_file(twice).untouched
    assert twice == _sealed(original_template(LETTER))
