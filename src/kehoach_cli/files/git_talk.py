"""One git that stays and answers question after question: `cat-file --batch` and `--batch-check`."""

import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kehoach_cli.files.git_process import GitProblem, failed, start_git

TALK_SECONDS = 120  # for a whole conversation: some hundred thousand answers
_PIECE = 1024 * 1024


class GitTalk:
    """The two ends of a conversation. Each question is a hash on a line of its own."""

    def __init__(self, process: subprocess.Popen[bytes], complaints: IO[bytes]) -> None:
        self._questions: IO[bytes] = process.stdin  # type: ignore[assignment]  # asked for as a pipe
        self._answers: IO[bytes] = process.stdout  # type: ignore[assignment]
        self._complaints = complaints

    def size(self, name: str) -> int | None:
        """Bytes of the object, from `--batch-check`; None where it is missing."""
        try:
            self._questions.write(f"{name}\n".encode("ascii"))
            self._questions.flush()
        except OSError:  # it has gone
            raise failed(self._complaints) from None
        words = self._line().split(b" ")
        return int(words[2]) if len(words) == 3 else None  # else `hash missing`

    def content(self, name: str, limit: int) -> bytes | None:
        """The object's content, from `--batch`; None where it is missing or over `limit` bytes."""
        size = self.size(name)
        if size is None:
            return None
        if size <= limit:
            return self._bytes(size + 1)[:-1]
        for start in range(0, size + 1, _PIECE):
            self._bytes(min(_PIECE, size + 1 - start))
        return None

    def _line(self) -> bytes:
        line = self._answers.readline(200)
        if not line.endswith(b"\n"):
            raise failed(self._complaints)
        return line[:-1]

    def _bytes(self, count: int) -> bytes:
        piece = self._answers.read(count)
        if len(piece) < count:
            raise failed(self._complaints)
        return piece


@contextmanager
def talk_to_git(folder: Path, arguments: list[str]) -> Iterator[GitTalk]:
    """Start git with fixed arguments and end it with the block.

    Raises:
        GitProblem: git cannot be started, broke off, or took longer than TALK_SECONDS over it all.
    """
    with tempfile.TemporaryFile() as complaints:
        process = start_git(folder, arguments, subprocess.PIPE, complaints)
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(TALK_SECONDS, stop)
        timer.start()
        try:
            yield GitTalk(process, complaints)
        except GitProblem:
            if late.is_set():
                raise GitProblem(f"git không trả lời xong sau {TALK_SECONDS} giây; kiểm tra kho git") from None
            raise
        finally:
            timer.cancel()
            process.kill()
            process.communicate()
