"""The summary for a pull request, read by a Markdown parser: user text stays text."""

from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt

from tests.cli.findings.conftest import Checked
from tests.conftest import Golden, Kehoach
from tests.support.faulty_plan import FOLDER, FOUND
from tests.support.plans import write_plan


def cells_of(text: str) -> list[str]:
    """The text of every table cell, as a reader of the rendered page sees it."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    shown = []
    for opening, inline in pairwise(tokens):
        if opening.type == "td_open":
            kinds = {child.type for child in inline.children or ()}
            assert kinds <= {"text", "text_special", "html_inline"}, kinds
            marks = {child.content for child in inline.children or () if child.type == "html_inline"}
            assert marks <= {"<br>"}, "only the program's own mark-up"
            shown.append("".join(child.content for child in inline.children or ()))
    return shown


def test_all_that_is_said(checked: Checked, golden: Golden) -> None:
    golden("validate/findings.md", checked("md"))


def test_texts_and_file_names_are_no_markup(checked: Checked) -> None:
    text = checked("md")
    cells = cells_of(text)
    assert len(cells) == 4 * len(FOUND)
    assert any("«::stop::]]></failure>&<b>|@\u200bmoi»" in cell for cell in cells), "whole, and nobody is called"
    headings = [token.content for token in MarkdownIt().parse(text) if token.type == "inline"]
    assert f"{FOLDER}/data/tasks.yaml" in [heading.replace("\\", "") for heading in headings]


def test_a_plan_without_faults_says_so(kehoach: Kehoach, small_plan: Path) -> None:
    assert kehoach("validate", "--format", "md").out == (
        "## Kiểm tra kế hoạch: đạt\n\nĐã kiểm tra 4 tệp: không có lỗi.\n"
    )


def test_more_than_a_comment_holds_is_counted(kehoach: Kehoach, small_plan: Path) -> None:
    write_plan(small_plan, tasks="".join(f"- {{id: NV-{number}, name: a, lead: [X]}}\n" for number in range(300)))
    text = kehoach("validate", "--format", "md").out
    assert "Còn 100 điều nữa; chạy «kehoach validate» để xem hết." in text
    assert len(text) < 65_536
