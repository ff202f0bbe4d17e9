"""How long `kehoach report` takes, against the bare libraries doing the same work with the same data.

    python -m benchmarks.report [ROUNDS]

Cold, whole processes: at most 1.4 times python-docx filling equal tables by copied rows, and at most 1.2 times docxtpl
rendering the equal template. Warm, in one process: at most 1.2 times docxtpl. kehoach's side reads the plan, asks git
for the revision, fills in the template in a fenced child process, draws the charts and seals the file; the libraries'
side starts from data that lie ready as JSON and does none of that.
"""

import io
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.measure import PYTHON, Contestant, print_table, race
from kehoach_cli.cli.request import load_or_fail, locate_plan
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.plan.periods import parse_period
from kehoach_cli.reports.periodic.charts import period_charts
from kehoach_cli.reports.periodic.context import report_context
from kehoach_cli.reports.periodic.view import period_view
from kehoach_cli.reports.word.finishing import finished
from kehoach_cli.reports.word.originals import REPORT
from kehoach_cli.reports.word.properties import Properties
from kehoach_cli.reports.word.render import Renderer

ROOT = Path(__file__).parent.parent
PLAN, PERIOD = ROOT / "examples", "2023-Q4"
TEMPLATE = ROOT / "templates" / f"{REPORT}.docx"


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = name
        plan = load_or_fail(locate_plan(str(PLAN)))
        view = period_view(plan, parse_period(PERIOD))
        charts = period_charts(view)
        context = report_context(view, Narrative(), charts)
        (folder / "context.json").write_text(json.dumps(context), encoding="utf-8")
        kehoach = ["report", "--plan", str(PLAN), "--period", PERIOD, "--template", str(TEMPLATE)]
        peer = [str(folder / "context.json"), str(TEMPLATE), str(folder / "peer.docx")]
        timings = race(
            {
                "python -c pass": Contestant([PYTHON, "-c", "pass"]),
                "python-docx, copied rows": Contestant([PYTHON, "-c", _COPIED_ROWS, *peer]),
                "docxtpl alone": Contestant([PYTHON, "-c", _DOCXTPL, *peer]),
                "kehoach report": Contestant([PYTHON, "-c", _FRESH, *kehoach, "-o", str(folder / "kehoach.docx")]),
            },
            rounds,
        )
        print("Cold, whole processes; multiples of docxtpl alone")
        print_table(timings, "docxtpl alone")
        ratio = timings["kehoach report"].median / timings["python-docx, copied rows"].median
        print(f"kehoach / python-docx: {ratio:.2f}")

    template = TEMPLATE.read_bytes()
    with Renderer() as renderer:

        def ours() -> None:
            warm_view = period_view(plan, parse_period(PERIOD))
            warm_charts = period_charts(warm_view)
            rendered = renderer.render(template, report_context(warm_view, Narrative(), warm_charts))
            finished(rendered, Properties("Kết quả", plan.issuer, "Báo cáo", view.as_of, {}), warm_charts)

        seconds = _in_turn({"kehoach": ours, "docxtpl": lambda: _docxtpl(template, context)}, rounds)
    print(
        f"Warm, one process: kehoach {1000 * seconds['kehoach']:.0f} ms, docxtpl {1000 * seconds['docxtpl']:.0f} ms, ",
        end="",
    )
    print(f"ratio {seconds['kehoach'] / seconds['docxtpl']:.2f}")


def _docxtpl(template: bytes, context: dict[str, Any]) -> None:
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    document = DocxTemplate(io.BytesIO(template))
    document.render(dict(context), SandboxedEnvironment(autoescape=True, undefined=StrictUndefined))
    document.save(io.BytesIO())


def _in_turn(contestants: dict[str, Callable[[], None]], rounds: int) -> dict[str, float]:
    """Median seconds of each, run in turn after one round that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name, contestant in contestants.items():
            start = time.perf_counter()
            contestant()
            if number:
                seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in seconds.items()}


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
document.render(context, SandboxedEnvironment(autoescape=True, undefined=StrictUndefined))
document.save(sys.argv[3])
"""

# The same tables, each from one formatted row that is copied, in a document with the same styles.
_COPIED_ROWS = """
import copy, json, sys
import docx
with open(sys.argv[1], encoding="utf-8") as stream:
    context = json.load(stream)
document = docx.Document(sys.argv[2])
for block in list(document.element.body)[:-1]:
    document.element.body.remove(block)
indicators = [row for group in context["nhom"] for row in group["chi_tieu"]]
tasks = [row for group in context["nhom_nhiem_vu"] for row in group["nhiem_vu"]]
figures = ("ma", "ten", "chu_tri", "hien_trang", "ket_qua", "muc_cap_tren", "muc", "cach_ban_dau_cap_tren",
           "cach_ban_dau", "con_lai_cap_tren", "con_lai", "danh_gia")
for rows, keys in (
    (context["co_quan_chu_tri"], ("stt", "ten", "tong", "dung_han", "xong_qua_han", "trong_han", "qua_han", "khac")),
    (context["nhiem_vu"]["ds_qua_han"], ("stt", "ten", "chu_tri", "thoi_han", "so_ngay_tre")),
    (context["ky_sau"]["nhiem_vu"], ("stt", "ten", "chu_tri", "thoi_han")),
    (indicators, figures),
    (tasks, ("ma", "ten", "chu_tri", "phoi_hop", "thoi_han", "dien_bien", "tinh_trang", "so_ngay_tre")),
    (context["cach_tinh"], ("ma", "b", "c", "g", "t", "f", "da_thu_hep", "r", "p", "danh_gia")),
):
    table = document.add_table(1, len(keys))
    pattern = table.rows[0]._tr
    for cell in table.rows[0].cells:
        cell.paragraphs[0].add_run("")
    for row in rows:
        made = copy.deepcopy(pattern)
        for key, text in zip(keys, made.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}r")):
            text.text = str(row[key])
        table._tbl.append(made)
document.save(sys.argv[3])
"""

if __name__ == "__main__":
    main()
