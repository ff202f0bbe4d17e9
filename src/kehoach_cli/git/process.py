"""Start git safely: it runs no other program, and its output is bounded.

Git obeys the configuration of the repository, which may come from anybody. The settings below keep it from starting
programs, from using the network, and from showing a history other than what the commits say.
"""

import os
import re
import shlex
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import IO

TIMEOUT_SECONDS = 30
MAX_LISTING = 16 * 1024 * 1024
_SAFE_SETTINGS = (
    "safe.bareRepository=explicit",  # ignore folders that look like bare repositories (git 2.38)
    "core.fsmonitor=false",
    "core.hooksPath=" + os.devnull,
    "core.pager=cat",
    "core.commitGraph=false",  # this cache can name other parents than the commits do
    "protocol.allow=never",
)
_SAFE_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",  # overrides any protocol.*.allow of the repository
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",  # error messages are recognised by their English wording
}


class GitProblem(Exception):
    """Git is missing, fails, or cannot find what was asked for. The message is Vietnamese and says what to do."""


def run_git(
    folder: Path,
    arguments: list[str],
    stdin: bytes = b"",
    environment: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """Run git in the folder and return what it prints. Arguments must be fixed words, hashes and paths.

    `environment` is added to the environment of every run.

    Raises:
        GitProblem: git is missing, failed, took longer than TIMEOUT_SECONDS or printed more than MAX_LISTING bytes.
    """
    # stdin and stderr are files: a full pipe that nobody reads would block git, and this waits for git.
    with tempfile.TemporaryFile() as stdin_file, tempfile.TemporaryFile() as stderr:
        stdin_file.write(stdin)
        stdin_file.seek(0)
        process = start_git(folder, arguments, stdin_file, stderr, environment)
        out = _read_stdout(process)
        if process.returncode != 0:
            raise git_failure(stderr)
        return out


def start_git(
    folder: Path,
    arguments: list[str],
    stdin: IO[bytes] | int,
    stderr: IO[bytes],
    environment: Mapping[str, str] = MappingProxyType({}),
) -> subprocess.Popen[bytes]:
    """Start git in the folder with its output in a pipe. Raises GitProblem if git is missing or does not start."""
    command = [_git_path(), *(part for setting in _SAFE_SETTINGS for part in ("-c", setting)), *arguments]
    own = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    try:
        return subprocess.Popen(  # noqa: S603 - no shell, and nothing a user types becomes an option
            command,
            cwd=folder,
            env={**own, **_SAFE_ENVIRONMENT, **environment},
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=stderr,
        )
    except (OSError, ValueError):
        raise GitProblem("Không chạy được git trong thư mục này; cài lại git, hoặc cấp quyền chạy git") from None


def git_failure(stderr: IO[bytes]) -> GitProblem:
    """The problem to raise for a git that failed, from what it wrote to stderr."""
    stderr.seek(0)
    return GitProblem(_failure_message(stderr.read(10_000)))


def _git_path() -> str:
    program = shutil.which("git")
    if program is None:
        raise GitProblem("Máy này chưa cài git; cài git rồi chạy lại")
    if not Path(program).is_absolute():  # Windows looks in the current folder first
        raise GitProblem("Thư mục hiện tại có chương trình tên là git, kehoach không dùng; chuyển sang thư mục khác")
    return program


@contextmanager
def killed_after(seconds: float, process: subprocess.Popen[bytes]) -> Iterator[threading.Event]:
    """Kill the process if the block lasts longer; the event says whether that was done."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(seconds, stop)
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


def _read_stdout(process: subprocess.Popen[bytes]) -> bytes:
    """All that the process prints. Kills a process that takes too long or prints too much."""
    stdout: IO[bytes] = process.stdout  # type: ignore[assignment]  # asked for as a pipe
    with killed_after(TIMEOUT_SECONDS, process) as late:
        try:
            out = stdout.read(MAX_LISTING + 1)
            if len(out) > MAX_LISTING:
                process.kill()
                raise GitProblem("Kho git có quá nhiều tệp để tìm kế hoạch trong đó; để kế hoạch ở một kho riêng")
            process.wait()
        finally:
            stdout.close()
            process.wait()
    if late.is_set():
        raise GitProblem(f"git không trả lời sau {TIMEOUT_SECONDS} giây; kiểm tra kho git")
    return out


_NO_RIGHT = "Không có quyền đọc, ghi kho git; cấp quyền với thư mục .git cho người đang chạy kehoach"
_KNOWN_FAILURES: tuple[tuple[bytes, str], ...] = (
    (
        b"promisor remote",
        "Bản sao này chỉ tải một phần kho git; chạy «git fetch --refetch --no-filter» để tải đủ rồi thử lại",
    ),
    (
        b"cannot use bare repository",
        "Thư mục này trông như một kho git trần nằm trong kho khác, kehoach không dùng; chuyển kế hoạch sang chỗ khác",
    ),
    (
        b"not a git repository",
        "Thư mục này không nằm trong kho git nào; chạy «git init» hoặc chuyển vào kho của kế hoạch",
    ),
    (
        b"Please tell me who you are",
        'Git chưa biết ai đang ghi; chạy «git config --global user.name "Họ và tên"» và '
        "«git config --global user.email ĐỊA-CHỈ»",
    ),
    (b"but expected", "Nhánh đang đứng vừa có lần lưu (commit) khác"),
    (b"No space left", "Ổ đĩa giữ kho git hết chỗ; xóa bớt tệp không dùng"),
    (b"Permission denied", _NO_RIGHT),
    (b"insufficient permission", _NO_RIGHT),  # git says this of its object store
    (b"Read-only file system", "Ổ đĩa giữ kho git chỉ cho đọc; chép kho sang nơi ghi được"),
    (
        b"must be run in a work tree",
        "Kho git này không có thư mục làm việc; chạy kehoach trong bản sao có tệp của kế hoạch",
    ),
)


_OF_ANOTHER = re.compile(rb"dubious ownership in repository at '([^\n]{1,4096})'")
_LOCK_EXISTS = re.compile(rb"Unable to create '([^\n]{1,4096}\.lock)': File exists")


def locked_message(lock: str) -> str:
    """What is said of a lock of git, by its path."""
    return (
        "Một lệnh git khác hoặc trình soạn thảo đang dùng kho này; đợi việc đó xong, hoặc nếu không còn gì đang "
        f"chạy thì xóa tệp khóa {lock}"
    )


def _failure_message(stderr: bytes) -> str:
    if other := _OF_ANOTHER.search(stderr):
        folder = shlex.quote(other[1].decode("utf-8", "replace"))
        return f"Git không tin kho này vì chủ sở hữu khác; chạy «git config --global --add safe.directory {folder}»"
    lock = _LOCK_EXISTS.search(stderr)
    if lock:
        return locked_message(lock[1].decode("utf-8", "replace"))
    for piece, message in _KNOWN_FAILURES:
        if piece in stderr:
            return message
    return "git không làm được việc được giao; chạy «git status» và «git fsck» để xem vì sao"
