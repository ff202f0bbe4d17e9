"""Whatever is typed, the program answers: never a bug, never a long echo, never a plan half written.

Two hundred command lines in every run of the tests; more, other ones each time, and some as processes of their own, by

    KEHOACH_COMMAND_LINES=50000 KEHOACH_COMMAND_PROCESSES=200 .venv/bin/pytest tests/hostile/test_command_lines.py
"""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path
from random import Random, SystemRandom
from shutil import copytree, rmtree

import pytest

from kehoach_cli.cli.command_list import COMMANDS
from tests.hostile.command_lines import command_line, commands
from tests.support.command_worker import Answer
from tests.support.docx import p, word_file
from tests.support.known_plans import EXAMPLES, ROOT
from tests.support.limits import SECONDS_OF_THE_CLOCK
from tests.support.repositories import new_repo

ASKED_FOR = os.environ.get("KEHOACH_COMMAND_LINES")
PROCESSES = int(os.environ.get("KEHOACH_COMMAND_PROCESSES", "10"))
SEED = int(os.environ.get("KEHOACH_COMMAND_SEED") or (SystemRandom().getrandbits(32) if ASKED_FOR else 1))
MOST_SAID = 20_000  # letters
ALL = list(commands())

pytestmark = pytest.mark.slow

Run = Callable[[list[str]], Answer]


class Desk:
    """A plan in git with files of all sorts beside it, put back after each command line that changed something."""

    def __init__(self, folder: Path) -> None:
        self._whole, self.folder = folder / "whole", folder / "a/b/kho"
        repo = new_repo(self._whole)
        copytree(EXAMPLES / "data", self._whole / "data")
        (self._whole / "rows.csv").write_text("Mã;Giá trị;Ngày;Văn bản\nCQS-02;45,5;30/9/2023;CV 1\n")
        (self._whole / "rows.json").write_text('[{"id": "CQS-02", "value": 45.5, "date": "30/9/2023", "source": "a"}]')
        (self._whole / "own.docx").write_bytes(word_file(p("{{ ten_ke_hoach }}")))
        (self._whole / "empty").touch()
        (self._whole / "loop").symlink_to("loop")
        repo.commit()
        (self._whole / "folder.docx").mkdir()
        copytree(self._whole, self.folder, symlinks=True)
        self._before = self._state()

    def _state(self) -> dict[str, bytes]:
        root = self.folder.parents[1]  # what is written through `..` shows too
        names = [path for path in root.rglob("*") if path.is_file() and not {".git", ".kehoach.lock"} & {*path.parts}]
        return {str(path.relative_to(root)): path.read_bytes() for path in [*names, self.folder / ".git/HEAD"]}

    def try_out(self, line: list[str], run: Run) -> None:
        """Run the command line and look at what it said and what it left."""
        code, printed, err = run(line)
        said = f"kehoach {shlex.join(line)[:2000]}\n(KEHOACH_COMMAND_SEED={SEED}) {code}: {err[:2000]}"
        assert code in (0, 1, 2), said
        assert len(err) < MOST_SAID, said
        assert "Traceback" not in err, said
        assert code != 2 or printed or err, said
        after = self._state()
        if after != self._before:
            said += f"\n{[name for name in {*after, *self._before} if after.get(name) != self._before.get(name)]}"
            assert code != 2, said
            assert not [name for name in after if name.endswith(".tmp")], said
            assert run(["validate", str(self.folder)]).code in (0, 1), said
            rmtree(self.folder.parents[1])
            copytree(self._whole, self.folder, symlinks=True)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("ban"))


@pytest.fixture(scope="module")
def worker(desk: Desk) -> Iterator[Run]:
    process: subprocess.Popen[bytes] | None = None

    def run(line: list[str]) -> Answer:
        nonlocal process
        command = [sys.executable, "-m", "tests.support.command_worker", str(desk.folder)]
        process = process or subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(line).encode() + b"\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        if not answer:
            ended, process = process, None
            return Answer(ended.wait(), printed=False, err="the process ended without an answer")
        return Answer(*json.loads(answer))

    yield run
    if process is not None:
        process.communicate()


def test_every_command_is_tried() -> None:
    assert {command.words[0] for command in ALL} == set(COMMANDS)


def test_many_in_one_process(desk: Desk, worker: Run) -> None:
    chance = Random(SEED)  # noqa: S311
    for _ in range(int(ASKED_FOR or 200)):
        desk.try_out(command_line(chance, ALL), worker)


@pytest.mark.parametrize("surroundings", [{}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_some_as_processes(desk: Desk, surroundings: dict[str, str]) -> None:
    def run(line: list[str]) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "kehoach_cli", *line],
            cwd=desk.folder,
            env=os.environ | surroundings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=SECONDS_OF_THE_CLOCK,
        )
        return Answer(done.returncode, bool(done.stdout), done.stderr.decode(errors="replace"))

    chance = Random(SEED + 1)  # noqa: S311
    made = (command_line(chance, ALL) for _ in count())
    for line in islice((line for line in made if all(map(_can_be_passed_on, line))), PROCESSES // 2):
        desk.try_out(line, run)


def _can_be_passed_on(word: str) -> bool:
    """Whether the operating system takes the word as an argument of a process."""
    try:
        return b"\0" not in os.fsencode(word) and len(word) < 100_000
    except UnicodeEncodeError:
        return False
