"""What a command does not need it does not import: each of these would be felt at every start."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

HEAVY = {"pydantic", "ruamel", "rich", "jinja2", "docx", "lxml", "filelock", "simplejson", "json"}
PLAN = ("--plan", str(ROOT))
QUARTER = ("--period", "2023-Q3", "-o", "bao-cao.docx")
PROGRAM = """\
import sys
sys.argv[0] = "kehoach"
from kehoach_cli.__main__ import main
try:
    main()
finally:
    sys.stderr.write("imported: " + " ".join(sys.modules))
"""


def imported(folder: Path, *arguments: str) -> set[str]:
    """The heavy packages that a run of the command imports."""
    command = [sys.executable, "-c", PROGRAM, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True)
    return HEAVY.intersection(done.stderr.rpartition("imported: ")[2].split())


TYPER = {"pydantic", "json"}  # it builds an adapter for each option
READING = TYPER | {"ruamel"}


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (("--version",), set()),
        (("--help",), set()),
        (("status", "--help"), TYPER),
        (("record", "--help"), TYPER),
        (("status", *PLAN), READING),
        (("gaps", *PLAN), READING),
        (("overdue", *PLAN), READING),
        (("tasks", *PLAN), READING),
        (("show", "CQS-02", *PLAN), READING),
        (("gaps", "--format", "json", *PLAN), READING | {"simplejson"}),
        (("report", *QUARTER, *PLAN), READING),
    ],
)
def test_what_a_command_imports(tmp_path: Path, arguments: tuple[str, ...], allowed: set[str]) -> None:
    assert imported(tmp_path, *arguments) <= allowed


def test_no_word_file_is_opened_in_the_program_itself(tmp_path: Path) -> None:
    """A template and a file that is there already may be anybody's: the child opens them."""
    (tmp_path / "bao-cao.docx").write_bytes(b"PK" + bytes(100))
    assert {"lxml", "jinja2", "docx"}.isdisjoint(imported(tmp_path, "report", *QUARTER, *PLAN))
    assert (tmp_path / "bao-cao (2).docx").exists()
