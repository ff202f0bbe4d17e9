"""A file with thousands of faults: the child sends the first 200 and the number of the rest."""

import pytest

from kehoach_cli.cli.output.word_findings import word_findings_text
from kehoach_cli.diagnostics import Severity
from kehoach_cli.sandbox.child import answer
from kehoach_cli.sandbox.problems import FILE, MAX_FINDINGS, TemplateProblem, WordFinding, limit_findings
from kehoach_cli.sandbox.wire import Message
from kehoach_cli.word.render import Renderer
from tests.support.docx import p, word_file


def _template(faults: int) -> bytes:
    return word_file("".join(p(f"{{{{ ten{number} }}}}") for number in range(faults)))


def _codes(text: str) -> bytes:
    return word_file(
        "<w:p><w:r>" + "".join(f"<w:instrText>{text}{n}</w:instrText>" for n in range(201)) + "</w:r></w:p>"
    )


def _finding(severity: Severity) -> WordFinding:
    return WordFinding("KH811", "a", "b", FILE, severity)


def test_as_many_as_are_shown_are_all_shown() -> None:
    with Renderer() as renderer:
        found = renderer.check_template(_template(200), {})
    assert [item.code for item in found] == ["KH823"] * 200


@pytest.mark.parametrize(("faults", "left"), [(201, "1"), (1_434, "1.234")])
def test_of_more_the_first_are_shown_and_the_rest_counted(faults: int, left: str) -> None:
    with Renderer() as renderer:
        found = renderer.check_template(_template(faults), {})
        with pytest.raises(TemplateProblem) as refused:
            renderer.render(_template(faults), {})
    assert [item.code for item in found] == ["KH823"] * 200 + ["KH115"]
    assert [item.code for item in refused.value.findings] == ["KH823"] * 200 + ["KH115"]
    shown = word_findings_text(found, "mau.docx")
    assert f"mau.docx: lỗi KH115: Còn {left} lỗi hoặc cảnh báo nữa không nêu ở đây\n  → Sửa những điều đã nêu" in shown


def test_findings_of_a_refused_file_are_limited_too() -> None:
    with Renderer() as renderer, pytest.raises(TemplateProblem) as refused:
        renderer.check_template(_codes("abc"), {})
    assert [item.code for item in refused.value.findings] == ["KH806"] * 200 + ["KH115"]


@pytest.mark.parametrize("key", ["findings", "checked"])
def test_every_answer_is_bounded(key: str) -> None:
    said = answer(Message({"task": "any"}), {"any": lambda _: Message({key: [_finding("error")] * 300}, b"x")}, "forms")
    assert len(said.fields[key]) == 201
    assert said.file == b"x"


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_what_is_left_out_is_as_grave_as_it_was(severity: Severity) -> None:
    """An error after many warnings still fails the check."""
    warnings = [_finding("warning")] * MAX_FINDINGS
    assert limit_findings([*warnings, _finding("warning"), _finding(severity)])[-1].severity == severity
