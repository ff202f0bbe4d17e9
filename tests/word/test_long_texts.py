"""Searches in a stranger's text take linear time."""

import time
from collections.abc import Callable, Mapping

import pytest
from lxml import etree

from kehoach_cli.sandbox.package.addresses import is_safe
from kehoach_cli.word.form.form_check import check_form
from kehoach_cli.word.paragraphs import Paragraph
from kehoach_cli.word.template.tags import loose_delimiters, scan
from tests.support.docx import p, word_file

SECONDS = 1.0  # of processor time; linear searches take at most a tenth of it, quadratic ones a multiple


def _tags(text: str) -> tuple[int, int]:
    """The number of tags, and of delimiters outside tags."""
    paragraph = Paragraph(etree.Element("p"), "thân văn bản", "đoạn 1", text=text, pieces=(), deleted="")
    return len(scan([paragraph], "thân văn bản").tags), len(list(loose_delimiters(paragraph)))


CASES: Mapping[str, tuple[Callable[[], object], object]] = {
    "values that never end": (lambda: _tags("{{ ab" * 20_000), (0, 20_000)),
    "statements that never end": (lambda: _tags("{% ab" * 20_000), (0, 20_000)),
    "comments that never end": (lambda: _tags("{# ab" * 20_000), (0, 20_000)),
    "one that ends among them": (lambda: _tags("{% ab" * 20_000 + "{{ a }}"), (1, 20_000)),
    "parts of a mail": (lambda: is_safe("mailto:a@x.vn" + "?subject=x" * 25 + "&x"), False),
    "days and months": (lambda: len(check_form(word_file(p("ngày" * 300 + "tháng" * 300)))) > 0, True),
}


@pytest.mark.parametrize("name", CASES)
def test_a_long_text_is_searched_at_once(name: str) -> None:
    search, expected = CASES[name]
    started = time.process_time()
    assert search() == expected
    assert time.process_time() - started < SECONDS
