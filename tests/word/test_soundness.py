"""Each reader that validates our Word files rejects a file with one fault."""

import pytest

from tests.support.docx import R, p, table, word_file, zipped
from tests.support.word import assert_sound, own_faults

SOUND = word_file(p("Xin chào") + table(("a", "b")) + p("hết"))


@pytest.mark.slow
def test_a_sound_file_passes() -> None:
    assert_sound(SOUND)


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        (word_file("<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>"), "a tc does not end in"),
        (word_file(p("Còn {{ ten }}")), "a tag was left over: Còn {{ ten }}"),
        (word_file(p("Kết quả: None")), "a value of the program was printed: Kết quả: None"),
        (word_file(p("x"), links=[(f"{R}/image", "media/x.png", False)]), "leads to word/media/x.png"),
        (word_file('<w:p><w:hyperlink r:id="rId99"/></w:p>'), "names rId99, which is no relationship"),
        (word_file(p("x"), parts={"word/x.bin": ("", b"x")}), "word/x.bin has no content type"),
    ],
)
def test_our_own_reader_finds_faults(document: bytes, fault: str) -> None:
    assert [item for item in own_faults(document) if fault in item]


@pytest.mark.slow
def test_the_open_xml_sdk_finds_faults() -> None:
    with pytest.raises(AssertionError, match="Open XML SDK"):
        assert_sound(word_file("<w:p><w:r><w:t>x</w:t></w:r><w:pPr/></w:p>"))


def test_the_schemas_find_what_the_open_xml_sdk_lets_pass() -> None:
    section = '<w:sectPr><w:pgMar w:top="1" w:right="1" w:bottom="1" w:left="1" w:header="1" w:footer="1"/></w:sectPr>'
    with pytest.raises(AssertionError, match="gutter' is required but missing"):
        assert_sound(word_file(f"<w:p><w:pPr>{section}</w:pPr></w:p>"))


def test_two_parts_of_one_name_are_found() -> None:
    members = {"[Content_Types].xml": b"<Types/>", "word/a.xml": b"<a/>", "word/A.xml": b"<a/>"}
    assert "word/a.xml is there twice" in list(own_faults(zipped(members)))
