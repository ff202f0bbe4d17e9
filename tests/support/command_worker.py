"""A process that runs one command line after another within limits.

Started with a folder, it stands there for each of them.
It reads each from standard input as a line of JSON and answers with a line of JSON: the exit code, and what went to
standard error. A command line that takes too long, too much memory or the interpreter itself ends the process without
an answer.
"""

import io
import json
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import NamedTuple

from kehoach_cli.cli.app import run
from tests.support.limits import end_in_time, in_time, limit_memory


class Answer(NamedTuple):
    """How a command line ended: its exit code, whether it printed a result, and what it said on standard error."""

    code: int
    printed: bool
    err: str


def _answer(arguments: list[str]) -> Answer:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    end_in_time()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(arguments)
    in_time()
    for stream in (out, err):
        stream.flush()
    return Answer(code, out.buffer.tell() > 0, err.buffer.getvalue().decode())


def main() -> None:
    limit_memory()
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "w")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)  # nobody is there to answer
    os.dup2(nothing, 1)
    for request in requests:
        os.chdir(sys.argv[1])
        answers.write(json.dumps(_answer(json.loads(request))) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
