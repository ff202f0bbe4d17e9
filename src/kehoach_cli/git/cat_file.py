"""A long-running `git cat-file --batch` or `--batch-check` that answers many requests in one process."""

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from kehoach_cli.git.process import GitProblem, git_failure, killed_after, start_git

SESSION_SECONDS = 120  # for a whole session, enough for some hundred thousand objects
MAX_REQUEST_BYTES = 3000  # fits the pipe of every system, so that writing never blocks while git waits to be read
_CHUNK_BYTES = 1024 * 1024
_MAX_LINE_BYTES = 200


class GitObject(NamedTuple):
    """An object's hash and content. `content` is None for an object over the size limit, which is skipped."""

    hash: str
    content: bytes | None


class CatFileSession:
    """Requests objects from a running git, by name: a hash, with `~3` or `^{tree}` after it if wanted."""

    def __init__(self, process: subprocess.Popen[bytes], stderr: IO[bytes]) -> None:
        self._stdin: IO[bytes] = process.stdin  # type: ignore[assignment]  # asked for as a pipe
        self._stdout: IO[bytes] = process.stdout  # type: ignore[assignment]
        self._stderr = stderr

    def size(self, name: str) -> int | None:
        """The object's size in bytes, from `--batch-check`; None if it is missing."""
        self._request([name])
        head = self._header()
        return head and head[1]

    def objects(self, names: Sequence[str], limit: int) -> list[GitObject | None]:
        """The objects, from `--batch`; None for each that is missing.

        One request for several objects saves a round trip for each. The names must fit in MAX_REQUEST_BYTES.
        """
        self._request(names)
        return [self._read_object(limit) for _ in names]

    def _request(self, names: Sequence[str]) -> None:
        try:
            self._stdin.write("".join(f"{name}\n" for name in names).encode("ascii"))
            self._stdin.flush()
        except OSError:  # git has ended
            raise git_failure(self._stderr) from None

    def _read_object(self, limit: int) -> GitObject | None:
        head = self._header()
        if head is None:
            return None
        name, size = head
        if size <= limit:
            return GitObject(name, self._read_bytes(size + 1)[:-1])
        for start in range(0, size + 1, _CHUNK_BYTES):
            self._read_bytes(min(_CHUNK_BYTES, size + 1 - start))
        return GitObject(name, None)

    def _header(self) -> tuple[str, int] | None:
        """Hash and size from a line `hash kind size`; None for a line `… missing`."""
        line = self._stdout.readline(_MAX_LINE_BYTES)
        if not line.endswith(b"\n"):
            raise git_failure(self._stderr)
        words = line.split()
        return (words[0].decode("ascii"), int(words[2])) if len(words) == 3 else None

    def _read_bytes(self, count: int) -> bytes:
        piece = self._stdout.read(count)
        if len(piece) < count:
            raise git_failure(self._stderr)
        return piece


@contextmanager
def cat_file_session(folder: Path, arguments: list[str]) -> Iterator[CatFileSession]:
    """Run git with fixed arguments for as long as the block lasts.

    Raises:
        GitProblem: git cannot be started, ended early, or ran longer than SESSION_SECONDS in all.
    """
    with tempfile.TemporaryFile() as stderr:
        process = start_git(folder, arguments, subprocess.PIPE, stderr)
        with killed_after(SESSION_SECONDS, process) as late:
            try:
                yield CatFileSession(process, stderr)
            except GitProblem:
                if late.is_set():
                    raise GitProblem(f"git không trả lời xong sau {SESSION_SECONDS} giây; kiểm tra kho git") from None
                raise
            finally:
                process.kill()
                process.communicate()
