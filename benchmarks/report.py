"""How long `kehoach report` takes, against the bare libraries doing the same work with the same data.

    python -m benchmarks.report [ROUNDS]

Goals: warm, in one process, at most 1.2 times docxtpl; cold, whole processes, at most 2 times docxtpl alone and 5 times
python-docx filling the same tables by copied rows. While records were kept between runs, a report from unchanged files
took 1.1 times docxtpl; `benchmarks.startup` says why that went. kehoach's side imports Pydantic, reads and checks the
plan, asks git for the revision, fills in the template in a sandboxed process, draws the charts and seals the file;
the libraries' side starts from data that lie ready as JSON and does none of that. kehoach works in two processes side
by side, so a machine whose cores are busy shows it slower than it is.
"""

import io
import json
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from tests.support.documents import letters_of
from tests.support.made_up_plans import large_plan

from benchmarks.measure import PYTHON, Contestant, in_turn, print_table, race
from kehoach_cli.cli.plans.request import load_or_fail, locate_plan
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.plan.periods import parse_period
from kehoach_cli.reports.fields.field_tree import shape_for
from kehoach_cli.reports.fields.template_kinds import REPORT
from kehoach_cli.reports.periodic.period_charts import period_charts
from kehoach_cli.reports.periodic.period_view import period_view
from kehoach_cli.reports.periodic.report_context import report_context
from kehoach_cli.word.output.properties import Properties
from kehoach_cli.word.render import Renderer

ROOT = Path(__file__).parent.parent
PLAN, PERIOD = ROOT / "examples", "2023-Q4"
TEMPLATE = ROOT / "templates" / f"{REPORT}.docx"


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plan = load_or_fail(locate_plan(str(PLAN)))
        view = period_view(plan, parse_period(PERIOD))
        charts = period_charts(view)
        context = report_context(view, Narrative(), charts)
        (folder / "context.json").write_text(json.dumps(context), encoding="utf-8")
        (folder / "tables.json").write_text(json.dumps(_tables(context)), encoding="utf-8")
        kehoach = ["report", "--plan", str(PLAN), "--period", PERIOD, "--template", str(TEMPLATE)]
        peer = [str(TEMPLATE), str(folder / "peer.docx")]
        timings = race(
            {
                "python -c pass": Contestant([PYTHON, "-c", "pass"]),
                "python-docx, copied rows": Contestant(
                    [PYTHON, "-c", _COPIED_ROWS, str(folder / "tables.json"), *peer]
                ),
                "docxtpl alone": Contestant([PYTHON, "-c", _DOCXTPL, str(folder / "context.json"), *peer]),
                "kehoach report": Contestant([PYTHON, "-c", _FRESH, *kehoach, "-o", str(folder / "kehoach.docx")]),
            },
            rounds,
        )
        print("Cold, whole processes; multiples of docxtpl alone")
        print_table(timings, "docxtpl alone")
        ratio = timings["kehoach report"].median / timings["python-docx, copied rows"].median
        print(f"kehoach / python-docx: {ratio:.2f}")

    template = TEMPLATE.read_bytes()
    shape = shape_for(REPORT)
    properties = Properties("Kết quả", plan.issuer, "Báo cáo", view.as_of.isoformat(), {})
    with Renderer() as renderer:

        def ours() -> None:
            warm_view = period_view(plan, parse_period(PERIOD))
            warm_charts = period_charts(warm_view)
            renderer.render(template, report_context(warm_view, Narrative(), warm_charts), properties, shape)

        seconds = in_turn({"kehoach": ours, "docxtpl": lambda: _docxtpl(template, context)}, rounds)
    print(
        f"Warm, one process: kehoach {1000 * seconds['kehoach']:.0f} ms, docxtpl {1000 * seconds['docxtpl']:.0f} ms, ",
        end="",
    )
    print(f"ratio {seconds['kehoach'] / seconds['docxtpl']:.2f}")
    letters = in_turn({"letters": lambda: letters_of(large_plan(), date(2023, 9, 14), date(2023, 9, 25))}, rounds // 3)
    print(f"30 letters, warm: {1000 * letters['letters']:.0f} ms (goal: under 2,000)")


def _tables(context: dict[str, Any]) -> list[list[list[str]]]:
    """The texts of every ruled table of the report below its heading: table, row, cell."""
    with Renderer() as once:
        document = docx.Document(io.BytesIO(once.render(TEMPLATE.read_bytes(), context)))
    return [
        [[_text_in(cell) for cell in row.tc_lst] for row in table._tbl.xpath("./w:tr[not(w:trPr/w:tblHeader)]")]
        for table in document.tables
        if table._tbl.xpath("./w:tr/w:trPr/w:tblHeader")
    ]


def _text_in(cell: Any) -> str:
    return "".join(text.text or "" for text in cell.iter(qn("w:t")))


def _docxtpl(template: bytes, context: dict[str, Any]) -> None:
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    document = DocxTemplate(io.BytesIO(template))
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.filters["lower_first"] = lambda text: text[:1].lower() + text[1:]
    environment.filters["two_digits"] = lambda count: f"{count:02}" if count else "0"
    document.render(dict(context), environment)
    document.save(io.BytesIO())


# The program as its entry point starts it; the file it wrote the round before is gone.
_FRESH = """
import os, sys
if os.path.exists(sys.argv[-1]):
    os.unlink(sys.argv[-1])
from kehoach_cli.__main__ import main
main()
"""

_DOCXTPL = """
import json, sys
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
with open(sys.argv[1], encoding="utf-8") as stream:
    context = json.load(stream)
document = DocxTemplate(sys.argv[2])
environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
environment.filters["lower_first"] = lambda text: text[:1].lower() + text[1:]
environment.filters["two_digits"] = lambda count: f"{count:02}" if count else "0"
document.render(context, environment)
document.save(sys.argv[3])
"""

# The same tables in the same template: its formatted rows are copied, once for each row of data.
_COPIED_ROWS = """
import copy, json, sys
import docx
from docx.oxml.ns import qn
with open(sys.argv[1], encoding="utf-8") as stream:
    tables = json.load(stream)
document = docx.Document(sys.argv[2])
for table, rows in zip((table for table in document.tables if table._tbl.xpath("./w:tr/w:trPr/w:tblHeader")), tables):
    patterns = {}
    for row in table._tbl.xpath("./w:tr[not(w:trPr/w:tblHeader)]"):
        patterns[len(row.tc_lst)] = row
        table._tbl.remove(row)
    for texts in rows:
        made = copy.deepcopy(patterns[len(texts)])
        for text, place in zip(texts, made.iter(qn("w:t"))):
            place.text = text
        table._tbl.append(made)
document.save(sys.argv[3])
"""

if __name__ == "__main__":
    main()
