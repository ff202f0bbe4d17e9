"""The rooms of `src/` keep to their doors; and what keeps them to it sees a breach."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "kehoach_cli"
WRITING = {"write_text", "write_bytes", "mkdir", "makedirs", "rename", "symlink_to", "hardlink_to", "touch"}
WRITING |= {"copyfile", "copy2", "copytree", "NamedTemporaryFile", "mkstemp", "mkdtemp"}


def writes(code: str) -> bool:
    """Whether the code makes or opens a file for writing; the null device is no file."""
    return any(isinstance(call, ast.Call) and _writes(call) for call in ast.walk(ast.parse(code)))


def _writes(call: ast.Call) -> bool:
    if "os.devnull" in ast.unparse(call):
        return False
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    positional = call.args if isinstance(call.func, ast.Attribute) else call.args[1:]
    given = [*positional, *(keyword.value for keyword in call.keywords)]
    modes = [value.value for value in given if isinstance(value, ast.Constant) and isinstance(value.value, str)]
    opens = name in ("open", "fdopen") and any(set(mode) & set("wax+") for mode in modes)
    flags = name == "open" and any(flag in ast.unparse(call) for flag in ("O_WRONLY", "O_RDWR", "O_CREAT"))
    return name in WRITING or opens or flags


def test_files_are_written_in_storage_alone() -> None:
    """Its functions ask `storage/links.py` first. Ruff holds the same of `os.replace`."""
    writing = {path for path in SOURCE.rglob("*.py") if writes(path.read_text(encoding="utf-8"))}
    assert {path.relative_to(SOURCE).parts[0] for path in writing} == {"storage"}


@pytest.mark.parametrize(
    "code",
    [
        'open("x", "w")',
        'Path("x").open("ab")',
        'open("x", mode="r+")',
        'Path("x").write_text("")',
        'Path("x").touch()',
        "os.open(path, os.O_WRONLY)",
        "os.open(path, flags | os.O_CREAT)",
        'os.fdopen(1, "wb")',
        "tempfile.mkstemp()",
    ],
)
def test_writing_is_seen(code: str) -> None:
    assert writes(code)


@pytest.mark.parametrize("code", ['open("x")', 'Path("x").open("rb")', 'open(os.devnull, "w")', "path.read_bytes()"])
def test_reading_is_let_be(code: str) -> None:
    assert not writes(code)


@pytest.mark.parametrize("room", ["plan", "vocabulary", "rules", "diagnostics.py"])
def test_the_domain_imports_no_library(room: str) -> None:
    """import-linter names the libraries that it forbids; this forbids those that nobody has thought of."""
    imported = {
        name.partition(".")[0]
        for path in ((SOURCE / room).rglob("*.py") if (SOURCE / room).is_dir() else [SOURCE / room])
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _names(node)
    }
    assert imported - sys.stdlib_module_names == ({"kehoach_cli"} if room != "diagnostics.py" else set())


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


BREACHES = (
    ("plan/gaps.py", "import kehoach_cli.vocabulary.terms"),
    ("rules/page.py", "import kehoach_cli.storage.folder"),
    ("word/render.py", "import kehoach_cli.storage.naming"),
    ("word/paragraphs.py", "import kehoach_cli.plan.model"),
    ("tables/table_reader.py", "import kehoach_cli.vocabulary.terms"),
    ("reports/pages.py", "import kehoach_cli.loading.plan_files"),
    ("entering/raw_entry.py", "import kehoach_cli.cli.console"),
    ("sandbox/child.py", "import kehoach_cli.word.render"),
    ("plan/due.py", "import pydantic"),
    ("rules/texts.py", "import os"),
    ("reports/letterhead.py", "import rich"),
    ("cli/console.py", "import ruamel.yaml"),
    ("tables/grid.py", "import zipfile"),
    ("tables/writing/sheet.py", "import xlsxwriter"),
    ("cli/pages.py", "import lxml.etree"),
    ("storage/folder.py", "import subprocess"),
)


def test_a_forbidden_import_is_caught(tmp_path: Path) -> None:
    """import-linter, over a copy of the package with one breach of every kind, names each."""
    package = tmp_path / "src" / "kehoach_cli"
    shutil.copytree(SOURCE, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for file, line in BREACHES:
        with (package / file).open("a", encoding="utf-8") as stream:
            stream.write(f"{line}\n")
    (package / "novelty.py").write_text('"""A room without a floor."""\n', encoding="utf-8")
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-cache"], cwd=package.parent.parent, env={"PYTHONPATH": "src"}, capture_output=True, text=True
    )
    said = re.sub(r"\s+", " ", done.stdout)
    assert done.returncode == 1, said
    for file, line in BREACHES:
        module, imported = file.removesuffix(".py").replace("/", "."), line.removeprefix("import ")
        target = imported if imported.startswith("kehoach_cli") else imported.partition(".")[0]
        assert f"kehoach_cli.{module} -> {target}" in said, (file, said)
    assert "novelty" in said


@pytest.mark.parametrize("line", ["os.replace('a', 'b')", "os.system('x')", "datetime.date.today()"])
def test_a_forbidden_call_is_caught(line: str) -> None:
    code = f"import datetime\nimport os\n\n{line}\n"
    command = [str(Path(sys.executable).with_name("ruff")), "check", "--select", "TID251"]
    command += ["--stdin-filename", "src/kehoach_cli/cli/console.py", "-"]
    done = subprocess.run(command, cwd=ROOT, input=code, capture_output=True, text=True)
    assert (done.returncode, "TID251" in done.stdout) == (1, True)


def test_the_drawing_shows_every_room_near_its_size() -> None:
    drawing = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").split("```")[1]
    drawn = {room: int(size.replace(",", "")) for room, size in re.findall(r"\b([a-z]+) ([0-9,]*[0-9])\b", drawing)}
    sizes = {
        path.stem: sum(
            len(file.read_bytes().splitlines()) for file in (path.rglob("*.py") if path.is_dir() else [path])
        )
        for path in SOURCE.iterdir()
        if path.suffix == ".py" or any(path.glob("*.py"))
    }
    assert drawn.keys() == sizes.keys() - {"__init__", "__main__"}
    assert {room: sizes[room] for room in drawn if abs(sizes[room] - drawn[room]) > 100 + drawn[room] // 10} == {}
