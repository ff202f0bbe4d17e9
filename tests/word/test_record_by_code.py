"""A template names one indicator or task by its code."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

import docx
import pytest

from kehoach_cli.reports.fields.field_tree import shape_for
from kehoach_cli.reports.fields.template_kinds import REPORT
from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.word.render import Renderer
from tests.support.docx import p, runs, word_file
from tests.support.known_plans import EXAMPLES, load
from tests.support.periods import context_of

SHAPE = shape_for(REPORT)


@pytest.fixture(scope="module")
def data() -> Mapping[str, Any]:
    return context_of(load(EXAMPLES), "2023-Q3")


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer() as started:
        yield started


def test_every_record_is_there_as_its_own_group_has_it(data: Mapping[str, Any]) -> None:
    plan = load(EXAMPLES)
    assert list(data["chi_tieu"]["ma"]) == [each.id for each in plan.indicators]
    assert set(data["nhiem_vu"]["ma"]) == {each.id for each in plan.tasks}
    for pillar in data["nhom"]:
        for row in pillar["chi_tieu"]:
            assert data["chi_tieu"]["ma"][row["ma"]].items() <= row.items()


@pytest.mark.parametrize("body", [
    p("{{ chi_tieu.ma.CQS-02.ket_qua }}; {{ nhiem_vu.ma.NV-CQS-05.tinh_trang|lower_first }}"),
    runs("{{ chi_tieu.ma.CQS", "-02", ".ket_qua }}; {{ nhiem_vu", ".ma.NV-CQS-05.tinh_trang|lower_first }}"),
    p("{{ chi_tieu.ma['CQS-02'].ket_qua }}; {{ nhiem_vu['ma'][\"NV-CQS-05\"].tinh_trang|lower_first }}"),
    p("{% set muc = chi_tieu.ma.CQS-02 %}{{ muc.ket_qua }}; {{ nhiem_vu.ma.NV-CQS-05.tinh_trang|lower_first }}"),
])  # fmt: skip
def test_a_value_of_a_record(body: str, renderer: Renderer, data: Mapping[str, Any]) -> None:
    assert renderer.check_template(word_file(body), SHAPE) == []
    document = renderer.render(word_file(body), data, shape=SHAPE)
    result, standing = data["chi_tieu"]["ma"]["CQS-02"]["ket_qua"], data["nhiem_vu"]["ma"]["NV-CQS-05"]["tinh_trang"]
    assert docx.Document(io.BytesIO(document)).paragraphs[0].text == f"{result}; {standing[0].lower()}{standing[1:]}"


def test_codes_with_a_full_stop_and_texts_that_look_like_codes(renderer: Renderer) -> None:
    template = word_file(p("{{ ma.A.1.ten }} {{ ma.B.ten }} {{ 'x.A-1' }} {{ \"x.A.1'\" }} {{ so.a-1 }}"))
    data = {"ma": {"A.1": {"ten": "một"}, "B": {"ten": "hai"}}, "so": {"a": 3}}
    paragraph = docx.Document(io.BytesIO(renderer.render(template, data))).paragraphs[0]
    assert paragraph.text == "một hai x.A-1 x.A.1' 2"


def test_an_unknown_code_is_told_at_its_paragraph_with_the_nearest(renderer: Renderer, data: Mapping[str, Any]) -> None:
    template = word_file(p("x") + p("Kết quả: {{ chi_tieu.ma.CQS-022.ket_qua }}"))
    with pytest.raises(TemplateProblem) as refused:
        renderer.render(template, data, shape=SHAPE)
    (finding,) = refused.value.findings
    assert (finding.code, finding.message, finding.place.position) == ("KH823", "Không có mã «CQS-022»", "đoạn 2")
    assert finding.remedy.startswith("Có phải là «CQS-02»")


@pytest.mark.parametrize(
    ("tag", "message", "remedy"),
    [
        ("{{ chi_tieu.ma.CQS-02.ket_quaa }}", "Không có tên «chi_tieu.ma.CQS-02.ket_quaa»", "«ket_qua»"),
        ("{{ chi_tieu.ma.CQS-02.tinh_trang }}", "«chi_tieu.ma.CQS-02.tinh_trang»", "«hien_trang»"),
        ("{{ chi_tieu.ma.cqs.ket_qua }}", "«chi_tieu.ma.cqs»", "có: MÃ"),
        ("{{ nhiem_vu.ma.NV-CQS-05 }}", "«nhiem_vu.ma.NV-CQS-05» là một danh sách hay một nhóm", "lấy một tên"),
    ],
)
def test_what_does_not_fit_is_found_before_the_data_are_known(
    tag: str, message: str, remedy: str, renderer: Renderer
) -> None:
    (finding,) = renderer.check_template(word_file(p(tag)), SHAPE)
    assert message in finding.message
    assert remedy in finding.remedy
