"""The templates that the program comes with are those that the builder builds; the shipped plan has copies of them."""

import io
import re

import docx
import pytest
from scripts.build_templates import FOLDERS
from scripts.originals import BUILDERS
from scripts.originals.styles import STYLES

from kehoach_cli.cli.documents.templates import original_template
from kehoach_cli.reports.fields.template_kinds import KINDS
from tests.support.docx import members_of


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_template_is_the_built_one(kind: str) -> None:
    assert members_of(original_template(kind)) == members_of(BUILDERS[kind]()), "run: python -m scripts.build_templates"


@pytest.mark.parametrize("kind", KINDS)
def test_building_twice_gives_the_same_bytes(kind: str) -> None:
    assert BUILDERS[kind]() == BUILDERS[kind]()


def test_both_folders_hold_the_same_templates_and_nothing_else() -> None:
    ours, shipped = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in FOLDERS)
    assert ours == shipped
    assert set(ours) == {f"{kind}.docx" for kind in KINDS}


HEADINGS = {"heading 1": r"[IVX]+\. ", "heading 2": r"\d+\. |\{\{ n.stt \}\}\. ", "heading 3": "[a-zđ]\\) "}


@pytest.mark.parametrize(("style", "text"), HEADINGS.items())
def test_numbered_headings_have_the_styles_that_word_itself_knows(style: str, text: str) -> None:
    document = docx.Document(io.BytesIO(original_template("bao-cao-quy")))
    assert document.styles[style].builtin
    styled = [(paragraph.text, paragraph.style) for paragraph in document.paragraphs]
    found = [text for text, used in styled if used and used.element.name_val == style]
    assert found
    assert all(re.match(text, each) for each in found)


def test_no_name_of_a_style_has_a_comma() -> None:
    """Word reads what follows it as another name of the style."""
    assert [style.name for style in STYLES if "," in style.name] == []


def test_annexes_stand_in_the_outline_too() -> None:
    document = docx.Document(io.BytesIO(original_template("bao-cao-quy")))
    parents = {style.name: style.base_style.name for style in document.styles if style.type == 1 and style.base_style}
    assert (parents["Số phụ lục"], parents["Tên phụ lục"]) == ("Heading 1", "Heading 2")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "phieu-bao-cao"])
def test_drawn_lines_are_decoration_and_need_no_words(kind: str) -> None:
    document = docx.Document(io.BytesIO(original_template(kind)))
    lines = document.element.xpath("//wp:docPr[starts-with(@name, 'ke-ngang')]")
    assert lines
    assert all(line.xpath("boolean(.//*[local-name()='decorative'][@val='1'])") for line in lines)
    assert not any(line.get("descr") for line in lines)
