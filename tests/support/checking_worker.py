"""A process that checks a plan over and over, each time with other bytes in one of its files, and lives within limits.

Started with a plan's folder, it reads requests from standard input: the file's name and the count of bytes on a line,
then the bytes. It answers each with a line of JSON: the exit code and what was printed. An input that takes too long,
too much memory or the interpreter itself ends the process without an answer.
"""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.cli.app import run
from tests.support.limits import end_in_time, in_time, limit_memory


class Answer(NamedTuple):
    """How a check ended: its exit code, the findings as JSON and as text, and what went to standard error."""

    code: int
    data: str
    text: str
    err: str


def check(plan: Path, file: str, content: bytes) -> Answer:
    """Check the plan with the bytes in place of one of its files, which is put back."""
    path, text = plan / "data" / file, plan / "findings.txt"
    before = path.read_bytes()
    path.write_bytes(content)
    out, err = io.StringIO(), io.StringIO()
    end_in_time()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(["validate", str(plan), "--format", "json", "--output", f"text:{text}"])
    in_time()
    path.write_bytes(before)
    return Answer(code, out.getvalue(), text.read_text(encoding="utf-8"), err.getvalue())


def main(plan: Path) -> None:
    limit_memory()
    requests, answers = sys.stdin.buffer, sys.stdout
    while request := requests.readline().decode():
        file, length = request.split()
        answers.write(json.dumps(check(plan, file, requests.read(int(length)))) + "\n")
        answers.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
