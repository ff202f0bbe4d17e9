"""What calls itself has a bound, and is tried at that bound and beyond it."""

import ast
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.word.render import FormChecker, Renderer
from tests.support.docx import p, word_file
from tests.support.known_plans import EXAMPLES, ROOT
from tests.support.limits import run_within_limits

SOURCE = ROOT / "src/kehoach_cli"

OURS = "goes through what the program itself made"
YAML = "goes through YAML, 50 levels deep at most"
JSON = "goes through what YAML or JSON held; the schema takes no more than three levels"
XML = "goes through XML, 256 levels deep at most; runs in the child, which reports RecursionError"
JINJA = "goes through a template's code; runs in the child, which reports RecursionError"
SUCCESSIONS = "goes through successions, each agency once; a circle of them is an error (KH312)"
BESIDE = "for a file that is not there, reads those beside it, which are"
CALLS_ITSELF: Mapping[str, str] = {
    "cli/documents/new_plan._kept": OURS,
    "cli/documents/own_wheel._package_files": OURS,
    "cli/output/data._csv_value": OURS,
    "editing/expected.same_data": YAML,
    "editing/expected.with_insertion": YAML,
    "editing/writing._collection": JSON,
    "editing/writing.in_flow": JSON,
    "entering/period_text._lines": OURS,
    "entering/period_text._plain": OURS,
    "entering/prepare._with_entries": OURS,
    "entering/splicing._data": OURS,
    "entering/splicing._entry_data": OURS,
    "entering/splicing._tuple_data": OURS,
    "loading/schema/closed_record._in_file": OURS,
    "loading/schema/closed_record._model": OURS,
    "loading/schema/editor._references": OURS,
    "loading/schema/editor._refined": OURS,
    "loading/schema/record._to_domain": JSON,
    "loading/schema/remedies._item_of": OURS,
    "loading/schema/remedies._models_in": OURS,
    "plan/differences.meaning": JSON,
    "plan/respondents._named_in": SUCCESSIONS,
    "plan/roster._formers": SUCCESSIONS,
    "plan/roster.respondent": SUCCESSIONS,
    "plan/wholes._part": SUCCESSIONS,
    "plan/wholes._splits": SUCCESSIONS,
    "reports/fields/field_table._values": OURS,
    "reports/fields/sample_data._sample": OURS,
    "cli/output/data._pairs": JSON,
    "reports/record/record_data.plain_value": JSON,
    "cli/receiving._take": OURS,
    "rules/texts._texts_within": OURS,
    "tables/docx_tables._inside": XML,
    "tables/ods._paragraph": XML,
    "vocabulary/entry_words.entry": OURS,
    "word/paragraphs._paragraph": XML,
    "word/paragraphs._runs": XML,
    "word/paragraphs._table": XML,
    "word/paragraphs._unwrapped": XML,
    "word/paragraphs.blocks": XML,
    "word/template/chart_fields.with_chart_fields": OURS,
    "word/template/data_mismatches._filtered": JINJA,
    "word/template/data_mismatches._loop": JINJA,
    "word/template/data_mismatches._written": JINJA,
    "word/template/data_mismatches.body": JINJA,
    "word/template/data_mismatches.shape": JINJA,
    "word/template/rules/lost_value._first_use": JINJA,
    "word/template/rules/lost_value._loops": JINJA,
    "word/template/language.descendants": JINJA,
    "word/template/language.replace_concatenation": JINJA,
    "word/template/shapes._merged": OURS,
    "word/template/shapes.shape_of": OURS,
    "yaml/text._only_another": BESIDE,
    "yaml/text.read_bytes": BESIDE,
}


def test_each_function_that_calls_itself_says_what_bounds_it() -> None:
    found = {
        f"{path.relative_to(SOURCE).with_suffix('')}.{name}"
        for path in SOURCE.rglob("*.py")
        for name in _calling_themselves(ast.parse(path.read_text()))
    }
    assert found == set(CALLS_ITSELF)


def _calling_themselves(module: ast.Module) -> set[str]:
    """Functions of the module that lead back to themselves, through others of the module too."""
    methods = {part for node in ast.walk(module) if isinstance(node, ast.ClassDef) for part in node.body}
    functions = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)]
    reached = {
        node.name: {other.name for other in functions if _names(node, "self." if other in methods else "", other.name)}
        for node in functions
    }
    for _ in functions:
        reached = {name: called.union(*(reached[other] for other in called)) for name, called in reached.items()}
    return {name for name, called in reached.items() if name in called}


def _names(function: ast.FunctionDef, owner: str, name: str) -> bool:
    parts = [part for part in ast.walk(function) if isinstance(part, ast.Name | ast.Attribute | ast.arg)]
    own = {part.arg for part in parts if isinstance(part, ast.arg)} | {
        part.id for part in parts if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    }
    return f"{owner}{name}" in {ast.unparse(part) for part in parts if not isinstance(part, ast.arg)} - own


LEVELS = (40, 200, 900, 20_000)


def _within(before: str, middle: str, after: str, levels: int) -> str:
    return before * levels + middle + after * levels


_CELL = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>", "</w:tc></w:tr></w:tbl><w:p/>"
MARKUP = {
    "tables in tables": _CELL,
    "content controls": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    "text boxes": (
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
    ),
    "smart tags": ("<w:p><w:smartTag>", "</w:smartTag></w:p>"),
    "insertions in a paragraph": ("<w:ins>", "</w:ins>"),
}
CODE = {
    "parentheses": ("(", ")"),
    "lists": ("[", "]"),
    "not": ("not ", ""),
    "minus": ("-", ""),
    "members": ("", ".a"),
    "subscripts": ("", "['a']"),
    "filters": ("", "|upper"),
    "sums": ("a + ", ""),
    "texts joined": ("a ~ ", ""),
    "choices": ("a if a else ", ""),
    "comparisons": ("a < ", ""),
}


@pytest.mark.slow
@pytest.mark.parametrize("levels", LEVELS)
def test_word_files(levels: int) -> None:
    bodies = [_within(before, p("{{ ten }}"), after, levels) for before, after in MARKUP.values()]
    bodies += [p(f"{{{{ {_within(before, 'ten', after, levels)} }}}}") for before, after in CODE.values()]
    bodies.append(p("{% if ten == 1 %}" + "{% elif ten == 2 %}" * levels + "{% endif %}"))
    bodies.append(p(_within("{% if ten == 1 %}", "a", "{% endif %}", levels)))
    with Renderer() as renderer, FormChecker() as form_checker:
        for document in map(word_file, bodies):
            with suppress(TemplateProblem):  # anything else is a bug
                renderer.render(document, {"ten": "x"})
            with suppress(TemplateProblem):
                form_checker.check(document)
        assert renderer.render(word_file(p("{{ ten }}")), {"ten": "x"})


@pytest.mark.parametrize("levels", LEVELS)
def test_tables_in_json(levels: int, tmp_path: Path) -> None:
    for value in (_within("[", "1", "]", levels), _within('{"a": ', "1", "}", levels)):
        table = tmp_path / "rows.json"
        table.write_text(f'[{{"id": "CQS-02", "value": {value}, "date": "2023-09-30", "source": "CV 1"}}, {value}]')
        done = run_within_limits("record", "--from", str(table), "--plan", str(EXAMPLES), "--dry-run")
        assert done.returncode == 2
        assert len(done.stderr) < 2_000
        assert "rows.json" in done.stderr


@pytest.mark.parametrize("levels", LEVELS)
def test_plan_files(levels: int, tmp_path: Path) -> None:
    for value in (_within("[", "1", "]", levels), _within("{a: ", "1", "}", levels), json.dumps("[" * levels)):
        (tmp_path / "tasks.yaml").write_text(f"- id: A\n  name: {value}\n  {value}: 1\n")
        done = run_within_limits("validate", str(tmp_path))
        assert done.returncode in (1, 2)
        assert "Traceback" not in done.stderr
        assert len(done.stdout) < 20_000
