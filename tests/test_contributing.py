"""CONTRIBUTING.md keeps its word: what the pages for developers name is there, and following a recipe is enough."""

import os
import pkgutil
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

import kehoach_cli
from kehoach_cli.rules.registry import MODULES
from tests.conftest import ROOT
from tests.support.docx import p, word_file
from tests.support.plans import INDICATORS, TASKS, write_plan
from tests.support.programs import beside_python
from tests.support.word_rules import WORD_RULES

DOCUMENTS = ["CONTRIBUTING.md", "docs/architecture.md", "SECURITY.md"]
# What stands in the repository of a plan.
OF_A_PLAN = {"data/narrative", "data/**/*.yaml", "cong-cu/", ".github/", ".gitlab-ci.yml", "plan.yaml"}
SOURCES = ("src", "tests", "scripts", "benchmarks", "docs", "requirements", "data", "examples", "templates", ".ci")
IGNORED = shutil.ignore_patterns("__pycache__", "*.pyc")

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TABLE = TEXT.partition("## Everyday commands")[2].partition("\n## ")[0]
EVERYDAY = re.findall(r"^\| (?!What|-)([^|]+) \| (.+) \|$", TABLE, re.MULTILINE)
RECIPES = dict(re.findall(r"^- \*\*(A? ?[Nn]ew .+?)\*\*: ((?:.+\n)(?:  .+\n)*)", TEXT, re.MULTILINE))


def in_code(text: str) -> Iterator[str]:
    """The words that a page sets in code, on a line or in a block."""
    for block, line in re.findall(r"```\w*\n(.*?)```|`([^`\n]+)`", text, re.DOTALL):
        yield from (block or line).split()


def paths(text: str) -> list[str]:
    """The files and folders that a text names."""
    words = (word for word in in_code(text) if not word.startswith(".venv/") and word not in OF_A_PLAN)
    return [word for word in words if re.fullmatch(r"[\w./*-]+/|[\w./*-]*/[\w.*-]+|[\w.*-]+\.(py|md|toml|yaml)", word)]


def modules(text: str) -> list[str]:
    """The modules that a text names, and what it names in one: `scripts.lock`, `plan.model.Plan`."""
    rooms = [room.name for room in pkgutil.iter_modules(kehoach_cli.__path__)]
    dotted = rf"((?:scripts|benchmarks|{'|'.join(rooms)})(?:\.[A-Za-z_]\w*)+)"
    return [word for word in in_code(text) if re.fullmatch(dotted, word) and word not in (*OF_A_PLAN, *paths(text))]


def whole_name(module: str) -> str:
    return module if module.startswith(("scripts.", "benchmarks.")) else f"kehoach_cli.{module}"


def present() -> list[str]:
    found = [path for folder in SOURCES for path in (ROOT / folder, *(ROOT / folder).rglob("*"))]
    return [f"/{path.relative_to(ROOT).as_posix()}" for path in (*found, *ROOT.glob("*.*"))]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_is_named_is_there(document: str) -> None:
    """A name may leave out where it starts: `cli/clock.py`, `job.py`."""
    named, there = paths((ROOT / document).read_text(encoding="utf-8")), present()
    assert len(named) > 20
    assert [name for name in named if not any(fnmatch(path, f"*/{name.rstrip('/')}") for path in there)] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_module_that_is_named_is_there(document: str) -> None:
    for module in modules((ROOT / document).read_text(encoding="utf-8")):
        pkgutil.resolve_name(whole_name(module))


@pytest.mark.parametrize(("what", "command"), EVERYDAY, ids=[what for what, _ in EVERYDAY])
def test_an_everyday_command_can_be_typed(what: str, command: str) -> None:
    programs = re.findall(r"\.venv/bin/(\S+)", command.replace("`", " "))
    assert programs
    for program in programs:
        beside_python(program)
    for module in modules(command):
        assert callable(pkgutil.resolve_name(whole_name(module)).main)
    for variable, path in re.findall(r"(KEHOACH_\w+)=\S+ \S+pytest (\S+?)`", command):
        assert variable in (ROOT / path).read_text(encoding="utf-8")


def test_the_tests_to_run_while_working_leave_out_the_slow_ones(pytestconfig: pytest.Config) -> None:
    marks = re.findall(r'pytest -m "not (\w+)"', TABLE)
    assert marks
    assert set(marks) <= {line.partition(":")[0] for line in pytestconfig.getini("markers")}


class Copy:
    """A copy of the project in which a recipe is followed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in SOURCES:
            shutil.copytree(ROOT / name, folder / name, ignore=IGNORED)
        for path in ROOT.glob("*.*"):
            if path.is_file():
                shutil.copy(path, folder)
        self.before = self._files()

    def _files(self) -> dict[str, bytes]:
        places = [path for path in self.folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
        return {f"/{path.relative_to(self.folder).as_posix()}": path.read_bytes() for path in places}

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def add(self, name: str, line: str, *, after: str) -> None:
        """Add a line behind the last one that matches."""
        lines = (self.folder / name).read_text(encoding="utf-8").splitlines()
        last = max(number for number, old in enumerate(lines) if re.search(after, old))
        self.write(name, "\n".join([*lines[: last + 1], line, *lines[last + 1 :]]) + "\n")

    def run(self, *arguments: str, code: int = 0) -> str:
        """What Python prints, errors too, and ends with this code."""
        kept = {name: os.environ[name] for name in ("PATH", "TERM", "COLUMNS")}
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=kept | {"PYTHONPATH": str(self.folder / "src"), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == code, done.stdout
        return done.stdout

    def kehoach(self, *arguments: str, code: int = 0) -> str:
        return self.run("-m", "kehoach_cli", *arguments, code=code)

    def passes(self, *tests: str) -> None:
        """Such tests are there, and pass."""
        self.run("-m", "pytest", "-p", "no:cacheprovider", *tests)

    def draw_pages(self, recipe: str) -> None:
        """Run the scripts that the recipe names."""
        for module in modules(recipe):
            assert self.run("-m", module) == ""

    def changed(self) -> list[str]:
        return [path for path, content in self._files().items() if self.before.get(path) != content]


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path / "kehoach")


def free_code(start: str, used: list[str]) -> str:
    return next(code for code in (f"{start}{number:02}" for number in range(11, 100)) if code not in used)


def touches_what_it_names(copy: Copy, recipe: str) -> None:
    """Each file touched lies where the first sentence of the recipe says, and each place is touched."""
    named = paths(re.split(r"\.\s", recipe)[0])
    touched = {path: [name for name in named if f"/{name}" in path] for path in copy.changed()}
    assert [path for path, places in touched.items() if not places] == []
    assert set(named) == {max(places, key=lambda name: name[-1] != "/") for places in touched.values()}


def test_the_recipes_are_those_followed_here() -> None:
    assert list(RECIPES) == [
        "A new command",
        "A new rule",
        "A new rule for Word files",
        "A new field of a record",
        "A new column",
        "A new output format",
        "New wording",
    ]


@pytest.mark.slow
def test_a_new_command(copy: Copy) -> None:
    recipe = RECIPES["A new command"]
    body = '    """Chào người dùng."""\n    sys.stdout.write("Xin chào\\n")\n'
    text = f'"""`kehoach chao`."""\n\nimport sys\n\n\ndef command() -> None:\n{body}'
    copy.write("src/kehoach_cli/cli/commands/chao.py", text)
    copy.add("src/kehoach_cli/cli/command_list.py", '    "chao": "Chào người dùng",', after=r'^    "\w+": ')
    copy.add("docs/hang-ngay.md", "\n`kehoach chao` chào người dùng.", after=".")
    copy.draw_pages(recipe)
    assert copy.kehoach("chao") == "Xin chào\n"
    assert re.search(r"^ +chao +Chào người dùng$", copy.kehoach("--help"), re.MULTILINE)
    assert "\n## kehoach chao\n" in (copy.folder / "docs" / "lenh.md").read_text(encoding="utf-8")
    touches_what_it_names(copy, recipe)
    copy.passes("tests/cli/test_docs.py", "tests/cli/test_usage.py", "-k", "page_of_commands or told or usage")


RULE = '''\
"""Chữ cấm

Chữ «cấm» không được dùng trong tên.

Sai:
    name: Việc cấm

Đúng:
    name: Việc tốt
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Severity
from kehoach_cli.rules.rule import Subject

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for task in subject.plan.tasks:
        if "cấm" in task.name:
            yield Problem("Tên có chữ cấm", "Bỏ chữ ấy", subject.at(task, "name"))
'''


@pytest.mark.slow
def test_a_new_rule(copy: Copy, tmp_path: Path) -> None:
    recipe = RECIPES["A new rule"]
    code = free_code("KH6", list(MODULES))
    copy.write("src/kehoach_cli/rules/wording/forbidden_word.py", RULE)
    copy.add("src/kehoach_cli/rules/registry.py", f'    "{code}": "wording.forbidden_word",', after=r'^    "KH6\d\d": ')
    copy.add("tests/rules/codes.txt", f"{code} wording.forbidden_word", after="^KH6")
    bad = TASKS.replace("name: Ban hành", "name: Việc cấm")
    copy.write(f"tests/rules/examples/{code}/bad.tasks.yaml", f"# {code} 3:9\n{bad}")
    copy.write(f"tests/rules/examples/{code}/ok.tasks.yaml", TASKS)
    copy.draw_pages(recipe)
    plan = write_plan(tmp_path / "plan", tasks=bad)
    assert code in copy.kehoach("validate", "--plan", str(plan))
    assert "Chữ cấm" in copy.kehoach("explain", code)
    touches_what_it_names(copy, recipe)
    copy.passes("tests/rules/test_pages.py", "tests/rules/test_examples.py", "-k", f"{code} or test_pages or every")


WORD_RULE = '''\
"""Thẻ có chữ cấm

Chữ «cam» không được dùng trong thẻ.

Sai:
    {{{{ cam }}}}

Đúng:
    {{{{ ten }}}}
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.template.tags import Scan

CODE = "{code}"


def check(scan: Scan) -> Iterator[WordFinding]:
    for tag in scan.tags:
        if tag.word == "cam":
            yield WordFinding(CODE, "Thẻ có chữ «cam»", "Bỏ chữ ấy", tag.place)
'''


@pytest.mark.slow
def test_a_new_rule_for_word_files(copy: Copy, tmp_path: Path) -> None:
    recipe = RECIPES["A new rule for Word files"]
    code = free_code("KH8", [rule.CODE for rule in WORD_RULES])
    word = "src/kehoach_cli/word"
    copy.write(f"{word}/template/rules/forbidden_word.py", WORD_RULE.format(code=code))
    copy.add(f"{word}/template/template_check.py", "    forbidden_word,", after="^    whole_list,")
    copy.add(f"{word}/template/template_check.py", "    forbidden_word.check,", after=r"^    \w+\.check,")
    case = f'Case(word_file(p("{{{{ cam }}}}")), "{code}", "chữ «cam»", "thân văn bản, đoạn 1", "{{{{ cam }}}}"),'
    copy.add("tests/word/test_template_check.py", f'    "forbidden": {case}', after=r'^    "tracked changes left in": ')
    copy.draw_pages(recipe)
    template = tmp_path / "mau.docx"
    template.write_bytes(word_file(p("{{ cam }}")))
    assert code in copy.kehoach("template", "check", str(template), code=1)
    touches_what_it_names(copy, recipe)
    copy.passes("tests/word/test_template_check.py", "-k", "forbidden or every_rule")
    copy.passes("tests/word/test_guards.py", "-k", "slips_through and cam")


@pytest.mark.slow
def test_a_new_field_of_a_record(copy: Copy, tmp_path: Path) -> None:
    recipe = RECIPES["A new field of a record"]
    source = "src/kehoach_cli"
    field = '    nickname: Text | None = Field(default=None, description="Tên riêng")'
    copy.add(f"{source}/plan/model.py", "    nickname: str | None = None", after="^    measurements: tuple")
    copy.add(f"{source}/loading/schema/records.py", field, after="^    builds = Indicator$")
    copy.add(f"{source}/vocabulary/terms.py", '    "nickname": "tên riêng",', after='^    "short_name": ')
    shown = '        ("Tên riêng", indicator.nickname or "", "nickname"),'
    copy.add(f"{source}/reports/record/record_page.py", shown, after="^        .*common_facts.indicator")
    listed = '    GapColumn("nickname", lambda item: item.indicator.nickname),'
    copy.add(f"{source}/reports/listings/gap_columns.py", listed, after='^    GapColumn."origin"')
    copy.add("docs/json.md", "| `record.nickname` | tên riêng |", after=r"^\| `record.unit`")
    plan = write_plan(tmp_path / "plan", indicators=f"{INDICATORS}  nickname: Tên chưa ai biết\n")
    program = ("-m", "tests.support.field_places", str(plan), "indicators", "nickname", "Tên chưa ai biết")
    assert copy.run(*program) == "[]"
    touches_what_it_names(copy, recipe)


@pytest.mark.slow
def test_a_new_column(copy: Copy, tmp_path: Path) -> None:
    recipe = RECIPES["A new column"]
    entry = '    GapColumn("note", lambda item: item.indicator.note, Column("Ghi chú")),'
    copy.add("src/kehoach_cli/reports/listings/gap_columns.py", entry, after=r'^    GapColumn\("id"')
    for note, cell, value in (("", "–", "null"), ("  note: Gấp\n", "Gấp", '"Gấp"')):
        gaps = ("gaps", "--plan", str(write_plan(tmp_path / "plan", indicators=f"{INDICATORS}{note}")))
        assert re.search(rf"^CQS-01 +{cell} +", copy.kehoach(*gaps), re.MULTILINE)
        assert f'"id": "CQS-01",\n      "note": {value},' in copy.kehoach(*gaps, "--format", "json")
    touches_what_it_names(copy, recipe)


@pytest.mark.slow
def test_a_new_output_format(copy: Copy, tmp_path: Path) -> None:
    recipe = RECIPES["A new output format"]
    views = "src/kehoach_cli/cli/output/views.py"
    copy.add(
        views,
        "\n\ndef _count(view: Renderers) -> bytes:\n    return str(len(view.rows())).encode()",
        after="utf8.markdown",
    )
    text = (copy.folder / views).read_text(encoding="utf-8")
    copy.write(views, text.replace('"md": _markdown', '"md": _markdown, "count": _count'))
    plan = str(write_plan(tmp_path / "plan"))
    assert copy.kehoach("gaps", "--format", "count", "--plan", plan) == "1"
    assert "count." in copy.kehoach("gaps", "--help")
    touches_what_it_names(copy, recipe)


@pytest.mark.slow
def test_new_wording(copy: Copy, tmp_path: Path) -> None:
    recipe = RECIPES["New wording"]
    terms = "src/kehoach_cli/vocabulary/terms.py"
    text = (copy.folder / terms).read_text(encoding="utf-8")
    copy.write(terms, re.sub(r'("open_overdue": )"[^"]+"', r'\1"Lỡ hẹn"', text))
    plan = str(write_plan(tmp_path / "plan"))
    assert "lỡ hẹn" in copy.kehoach("show", "NV-CQS-01", "--as-of", "2023-11-01", "--plan", plan)
    touches_what_it_names(copy, recipe)
