"""`prepare` sends a template to the child before its data: the result is the same as without."""

import pytest

from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.word.render import Renderer
from kehoach_cli.word.template.shapes import shape_of
from tests.support.docx import p, word_file

GREETING = word_file(p("Xin chào {{ ten }}"))
DATA = {"ten": "Sở TT&TT"}
SHAPE = shape_of(DATA)


def test_it_gives_the_same_document() -> None:
    with Renderer() as renderer:
        plain = renderer.render(GREETING, DATA)
        renderer.prepare(GREETING, SHAPE)
        assert renderer.render(GREETING, DATA, shape=SHAPE) == plain


def test_what_is_wrong_with_it_is_said_when_it_is_filled_in() -> None:
    faulty = word_file(p("Xin chào {{ tenn }}"))
    with Renderer() as renderer:
        renderer.prepare(faulty, SHAPE)
        with pytest.raises(TemplateProblem, match="Không có tên «tenn»"):
            renderer.render(faulty, DATA, shape=SHAPE)


@pytest.mark.parametrize("hostile", [word_file(p("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}")), b"MZ"])
def test_one_that_comes_to_nothing_is_in_nobodys_way(hostile: bytes) -> None:
    with Renderer() as renderer:
        renderer.prepare(hostile, SHAPE)
        assert renderer.render(GREETING, DATA) == renderer.render(GREETING, DATA)


def test_a_child_that_has_ended_is_started_anew() -> None:
    with Renderer() as renderer:
        renderer._process.kill()
        renderer._process.wait()
        renderer.prepare(GREETING, SHAPE)
        assert renderer.render(GREETING, DATA)
