"""Plans whose files were damaged byte by byte: whatever comes of it, the program answers.

Two thousand inputs in every run of the tests; a hundred thousand, others each time, by

    KEHOACH_MUTATIONS=100000 .venv/bin/pytest tests/hostile/test_mutations.py
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from kehoach_cli.diagnostics import COLLECTIONS
from tests.hostile.pieces import PIECES
from tests.support.checking_worker import Answer
from tests.support.known_plans import DISTRICT, EXAMPLES, ROOT
from tests.support.plan_in_progress import INDICATORS, TASKS
from tests.support.plans import AGENCIES, PLAN, write_plan

pytestmark = pytest.mark.slow

ASKED_FOR = os.environ.get("KEHOACH_MUTATIONS")


class Edit(NamedTuple):
    """One thing that happened to a file; `damaged` says what becomes of it."""

    place: float
    cut: int
    piece: bytes
    times: int
    of: Literal["bytes", "letters", "line", "value"]


def _plans() -> Iterator[tuple[str, bytes]]:
    """The files to be damaged: those of a small plan, and the first part of those that come with the project."""
    for name, text in zip(COLLECTIONS, (PLAN, AGENCIES, INDICATORS, TASKS), strict=True):
        yield f"{name}.yaml", text.encode()
    for folder in (ROOT, EXAMPLES, DISTRICT):
        for name in COLLECTIONS:
            yield f"{name}.yaml", (folder / "data" / f"{name}.yaml").read_bytes()[:4000].rpartition(b"\n")[0]


def damaged(content: bytes, edits: list[Edit]) -> bytes:
    """The content after every edit: what is at a share of its length gives way to the piece, so often repeated."""
    for edit in edits:
        start = int(edit.place * len(content))
        end = min(start + edit.cut, len(content))
        match edit.of:
            case "letters":  # whole ones, so that it is not the encoding that is wrong every time
                start, end = _between_letters(content, start), _between_letters(content, end)
            case "line":  # from its first sign: what comes in its place stands as far to the right
                start = content.rfind(b"\n", 0, start) + 1
                end = content.find(b"\n", end) + 1 or len(content)
                start += len(content[start:end]) - len(content[start:end].lstrip(b" "))
            case "value":
                start = content.find(b": ", start) + 2
                found = re.compile(rb"[\n,}]").search(content, start)
                end = found.start() if found else len(content)
        content = content[:start] + edit.piece * edit.times + content[end:]
    return content


def _between_letters(content: bytes, place: int) -> int:
    while place < len(content) and content[place] & 0b1100_0000 == 0b1000_0000:
        place += 1
    return place


FILES = list(_plans())
LINES = sorted({line.strip() + b"\n" for _, content in FILES for line in content.splitlines()})
VALUES = sorted({line.partition(b": ")[2].strip() for line in LINES} - {b""})
SHARES = st.floats(0, 1, exclude_max=True)
TIMES = st.sampled_from((1, 1, 1, 1, 0, 2, 120))
# Most files stay YAML, so that what reads records, and the rules, get their share.
SWAPS = st.one_of(
    st.builds(Edit, SHARES, st.just(0), st.sampled_from(LINES), st.just(1), st.just("line")),
    st.builds(Edit, SHARES, st.just(0), st.sampled_from(VALUES), st.just(1), st.just("value")),
)
CUTS = st.one_of(st.integers(0, 3), st.integers(0, 200))
BLOWS = st.builds(Edit, SHARES, CUTS, st.sampled_from(PIECES), TIMES, st.sampled_from(("bytes", "letters", "value")))
EDITS = st.one_of(st.lists(SWAPS, min_size=1, max_size=4), st.lists(st.one_of(SWAPS, BLOWS), min_size=1, max_size=4))


class Worker:
    """The process that checks; another one after it was ended by an input."""

    def __init__(self, plan: Path) -> None:
        self.plan = plan
        self._process: subprocess.Popen[bytes] | None = None

    def check(self, file: str, content: bytes) -> Answer:
        process = self._process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{file} {len(content)}\n".encode() + content)
        process.stdin.flush()
        answer = process.stdout.readline()
        if not answer:
            self._process = None
            raise AssertionError(f"the process ended with {process.wait()}; a negative number is a signal's")
        return Answer(*json.loads(answer))

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.support.checking_worker", str(self.plan)]
        return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def stop(self) -> None:
        if self._process is not None:
            self._process.communicate()


@pytest.fixture(scope="module")
def worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    worker = Worker(write_plan(tmp_path_factory.mktemp("hong") / "plan", indicators=INDICATORS, tasks=TASKS))
    yield worker
    worker.stop()


@settings(
    max_examples=int(ASKED_FOR or 2000),
    derandomize=ASKED_FOR is None,
    database=None,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow],
)
@example(("tasks.yaml", b""), [])
@given(st.sampled_from(FILES), EDITS)
def test_every_damaged_file_is_answered(worker: Worker, file: tuple[str, bytes], edits: list[Edit]) -> None:
    name, content = file
    answer = worker.check(name, damaged(content, edits))
    assert (answer.code in (0, 1, 2), answer.err) == (True, "")
    findings = json.loads(answer.data)["findings"]
    errors = [finding for finding in findings if finding["severity"] == "error"]
    assert bool(errors) == (answer.code != 0)
    for finding in findings:
        assert finding["file"].endswith(tuple(f"/data/{known}.yaml" for known in COLLECTIONS))
        assert (1, 1) <= tuple(finding["start"].values()) < tuple(finding["end"].values())
        for said in (finding["message"], finding["remedy"]):
            assert said
            assert len(said) < 1000, "no message echoes unbounded input"
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", answer.text)
