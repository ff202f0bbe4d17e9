"""Which state of its repository a plan's files are in, for documents to name."""

import hashlib
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from kehoach_cli.git.process import GitProblem
from kehoach_cli.git.repository import HEAD, SHORT_HASH, Repository
from kehoach_cli.storage.folder import PlanFolder

UNSAVED = "có sửa đổi chưa lưu vào git"


def revision_of(folder: PlanFolder, files: Sequence[Path]) -> str:
    """The commit at the head of the plan's repository, with a remark where the files say something else.

    Empty where the plan is in no repository, or git cannot be asked.
    """
    try:
        repository = Repository(folder.data)
        commit = repository.resolve(HEAD)
        paths = {repository.relative_path(path): path for path in files}
        committed = repository.blobs(commit, paths)
    except GitProblem:
        return ""
    hashes = {name: blob.object_hash for name, blob in committed.items()}
    changed = any(_differs(path, hashes.get(name, "")) for name, path in paths.items())
    return f"{commit[:SHORT_HASH]} ({UNSAVED})" if changed else commit[:SHORT_HASH]


def asked_meanwhile(folder: PlanFolder, files: Sequence[Path]) -> Callable[[], str]:
    """Ask for the revision in the background, git being slow to start; what is returned waits for the answer."""
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(revision_of(folder, files)), daemon=True)
    thread.start()

    def answer() -> str:
        thread.join()
        return found[0] if found else ""

    return answer


def _differs(path: Path, committed: str) -> bool:
    """Whether a file is not the one in the commit; line ends, which git may change on the way, do not count."""
    try:
        content = path.read_bytes()
    except OSError:  # reading the plan says so
        return True
    return committed not in (_blob_hash(text, committed) for text in (content, content.replace(b"\r\n", b"\n")))


def _blob_hash(content: bytes, like: str) -> str:
    """The hash that git gives a file, by the algorithm that the other hash was made with."""
    algorithm = "sha256" if len(like) == 64 else "sha1"
    return hashlib.new(algorithm, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
