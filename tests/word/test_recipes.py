"""The tags that the page for offices shows, with what they print in the report on `examples/` for the third quarter."""

import io

import docx

from kehoach_cli.reports.fields.field_tree import shape_for
from kehoach_cli.reports.fields.template_kinds import REPORT
from kehoach_cli.sandbox.package.xml import w
from kehoach_cli.word.render import Renderer
from tests.conftest import Golden
from tests.support.docx import p, table, word_file
from tests.support.known_plans import EXAMPLES, load
from tests.support.periods import context_of

RECIPES = (
    "Có {{ nhiem_vu.qua_han|two_digits }} nhiệm vụ quá hạn",
    "Tính đến ngày {{ ky.so_lieu_den|long_date }}",
    "{% for nhom in nhiem_vu.ds_qua_han|grouped_by('chu_tri') %}{{ nhom.ten }}: "
    "{{ nhom.ds|map(attribute='ma')|join(', ') }}. {% endfor %}",
    "Xã, phường, thị trấn có trang thông tin điện tử: {{ chi_tieu.ma.CQS-14.ket_qua }}",
    "{% set nv = nhiem_vu.ma.NV-CQS-05 %}{{ nv.tinh_trang|shade(nv.mau_nen) }}",
)


def test_what_the_page_shows_is_printed(golden: Golden) -> None:
    template = word_file(table(*((recipe,) for recipe in RECIPES)) + p(""))
    with Renderer() as renderer:
        assert renderer.check_template(template, shape_for(REPORT)) == []
        data = context_of(load(EXAMPLES), "2023-Q3")
        printed = docx.Document(io.BytesIO(renderer.render(template, data, shape=shape_for(REPORT)))).tables[0]
    lines = []
    for recipe, row in zip(RECIPES, printed.rows, strict=True):
        fills = [f" (nền ô {shd.get(w('fill'))})" for shd in row.cells[0]._tc.iter(w("shd"))]
        lines.append(f"{recipe}\n→ {row.cells[0].text.rstrip()}{''.join(fills)}\n")
    golden("template-recipes.txt", "\n".join(lines))
