"""One git that stays and answers question after question: `cat-file --batch` and `--batch-check`."""

import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from kehoach_cli.git.process import GitProblem, failed, start_git

TALK_SECONDS = 120  # for a whole conversation: some hundred thousand answers
AT_ONCE = 3000  # what the pipe of any system takes while its reader is itself waiting to be read
_PIECE = 1024 * 1024
_LONGEST_LINE = 200


class Answer(NamedTuple):
    """An object's own hash and its content; None for one over the limit, which is passed over."""

    name: str
    content: bytes | None


class GitTalk:
    """The two ends of a conversation. Each question is a hash, with `~3` or `^{tree}` after it, on its own line."""

    def __init__(self, process: subprocess.Popen[bytes], complaints: IO[bytes]) -> None:
        self._questions: IO[bytes] = process.stdin  # type: ignore[assignment]  # asked for as a pipe
        self._answers: IO[bytes] = process.stdout  # type: ignore[assignment]
        self._complaints = complaints

    def size(self, name: str) -> int | None:
        """Bytes of the object, from `--batch-check`; None where it is missing."""
        self._ask([name])
        head = self._head()
        return head and head[1]

    def objects(self, names: Sequence[str], limit: int) -> list[Answer | None]:
        """The objects, from `--batch`; None for one that is missing.

        Asking for several at once spares the wait for each. The names have to fit in AT_ONCE bytes.
        """
        self._ask(names)
        return [self._object(limit) for _ in names]

    def _ask(self, names: Sequence[str]) -> None:
        try:
            self._questions.write("".join(f"{name}\n" for name in names).encode("ascii"))
            self._questions.flush()
        except OSError:  # it has gone
            raise failed(self._complaints) from None

    def _object(self, limit: int) -> Answer | None:
        head = self._head()
        if head is None:
            return None
        name, size = head
        if size <= limit:
            return Answer(name, self._bytes(size + 1)[:-1])
        for start in range(0, size + 1, _PIECE):
            self._bytes(min(_PIECE, size + 1 - start))
        return Answer(name, None)

    def _head(self) -> tuple[str, int] | None:
        """Hash and size from a line `hash kind size`; None for `… missing`."""
        line = self._answers.readline(_LONGEST_LINE)
        if not line.endswith(b"\n"):
            raise failed(self._complaints)
        words = line.split()
        return (words[0].decode("ascii"), int(words[2])) if len(words) == 3 else None

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
