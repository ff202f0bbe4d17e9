"""Provoke a refusal in a copy of a plan, and see which place of the source made its sentence."""

import ast
import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack, chdir, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from kehoach_cli.cli.app import run
from kehoach_cli.diagnostics import UnusablePlan, UsageProblem
from kehoach_cli.git.process import GitProblem
from kehoach_cli.storage.folder import FolderProblem
from kehoach_cli.storage.write_faults import WriteFault
from tests.support.known_plans import ROOT
from tests.support.repositories import plan_repo
from tests.support.tools import require_tool

SOURCE = ROOT / "src/kehoach_cli"
KINDS = (UsageProblem, UnusablePlan, WriteFault, GitProblem, FolderProblem)
NAMES = {kind.__name__ for kind in KINDS}


class Refusal(NamedTuple):
    """A block of the file of refusals: lines to run first, the folder to stand in, what is typed, the answer."""

    before: tuple[str, ...]
    at: str
    typed: str
    said: str


def refusals(path: Path) -> list[Refusal]:
    """The blocks of the file."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [_refusal(block.strip("\n")) for block in blocks if not block.strip().startswith("#")]


def _refusal(block: str) -> Refusal:
    first, _, rest = f"\n{block}".partition("\n> ")
    typed, _, said = rest.partition("\n")
    lines = first.split("\n")[1:]
    before = tuple(_spelt_out(line[2:]) for line in lines if line.startswith("  "))
    at = next((line[2:] for line in lines if line.startswith("@ ")), ".")
    return Refusal(before, at, _spelt_out(typed), said)


def _spelt_out(line: str) -> str:
    """The line with `\\u200b` as that character and `x{3}` as `xxx`."""
    line = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), line)
    return re.sub(r"(\w)\{(\d+)\}", lambda found: found[1] * int(found[2]), line)


class Site(NamedTuple):
    """A call in the source that makes a refusal: the file, and its first and last line."""

    file: str
    first: int
    last: int

    @property
    def text(self) -> str:
        """The call as it is written."""
        return "\n".join((SOURCE / self.file).read_text(encoding="utf-8").splitlines()[self.first - 1 : self.last])

    def __str__(self) -> str:
        return f"{self.file}:{self.first}"


class Outcome(NamedTuple):
    """How a command line ended, and the sites of the refusals that were made on the way."""

    code: int
    err: str
    sites: frozenset[Site]


@cache
def sites() -> list[Site]:
    """Every call in the source that makes a refusal."""
    return [
        Site(str(path.relative_to(SOURCE)), node.lineno, node.end_lineno or node.lineno)
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in NAMES
    ]


class Desk:
    """A plan in a repository of its own, in which command lines are run."""

    def __init__(self, folder: Path) -> None:
        self.folder = plan_repo(folder).folder

    def do(self, line: str, at: str = ".") -> Outcome:
        """Run a line as it would be typed in the folder `at`: the program in this process, all else by the shell.

        The program may have a variable before it, `PATH=bin kehoach …`.
        """
        words = shlex.split(line)
        name, _, value = words[0].partition("=")
        settings = {"GIT_EDITOR": "true"} | ({name: value.replace("$PWD", str(self.folder / at))} if value else {})
        with chdir(self.folder / at), patch.dict(os.environ, settings):
            if (own := words[1:] if value else words)[0] == "kehoach":
                return _run(own[1:])
            done = subprocess.run(
                [require_tool("bash"), "-ec", line],
                capture_output=True,
                text=True,
                check=False,
                stdin=subprocess.DEVNULL,
            )
            return Outcome(done.returncode, done.stderr + done.stdout, frozenset())


def _run(arguments: list[str]) -> Outcome:
    made: set[Site] = set()
    with ExitStack() as stack:
        for kind in KINDS:
            stack.enter_context(patch.object(kind, "__init__", _noting(kind.__init__, made)))
        stack.enter_context(patch.object(sys, "stdin", io.StringIO()))
        stack.enter_context(redirect_stdout(io.StringIO()))
        err = stack.enter_context(redirect_stderr(io.StringIO()))
        return Outcome(run(arguments), err.getvalue(), frozenset(made))


def _noting(init: Callable[..., None], made: set[Site]) -> Callable[..., None]:
    """The initializer, which also notes where it is called from."""

    def noting(self: Exception, *arguments: Any, **named: Any) -> None:
        frame = sys._getframe(1)
        made.update(
            site
            for site in sites()
            if site.first <= frame.f_lineno <= site.last and frame.f_code.co_filename == str(SOURCE / site.file)
        )
        init(self, *arguments, **named)

    return noting
