"""`prepare` sends a template to the child before its data: the result is the same as without."""

import pytest

from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.word.render import Renderer
from kehoach_cli.word.template.shapes import shape_of
from tests.support.docx import p, word_file

GREETING = word_file(p("Xin chào {{ ten }}"))
DATA = {"ten": "Sở TT&TT"}
SHAPE = shape_of(DATA)


def test_prepare_does_not_change_the_document() -> None:
    with Renderer() as renderer:
        plain = renderer.render(GREETING, DATA)
        renderer.prepare(GREETING, SHAPE)
        assert renderer.render(GREETING, DATA, shape=SHAPE) == plain


def test_faults_are_reported_by_render() -> None:
    faulty = word_file(p("Xin chào {{ tenn }}"))
    with Renderer() as renderer:
        renderer.prepare(faulty, SHAPE)
        with pytest.raises(TemplateProblem, match="Không có tên «tenn»"):
            renderer.render(faulty, DATA, shape=SHAPE)


@pytest.mark.parametrize("hostile", [word_file(p("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}")), b"MZ"])
def test_a_failed_preparation_does_not_affect_the_next_template(hostile: bytes) -> None:
    with Renderer() as renderer:
        renderer.prepare(hostile, SHAPE)
        assert renderer.render(GREETING, DATA) == renderer.render(GREETING, DATA)


def test_a_child_that_has_ended_is_started_anew() -> None:
    with Renderer() as renderer:
        renderer._process.kill()
        renderer._process.wait()
        renderer.prepare(GREETING, SHAPE)
        assert renderer.render(GREETING, DATA)
