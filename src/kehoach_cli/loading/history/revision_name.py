"""Name the commit that a plan's files come from, to print it in documents."""

import hashlib
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from kehoach_cli.diagnostics import COLLECTIONS
from kehoach_cli.git.process import GitProblem
from kehoach_cli.git.repository import HEAD, SHORT_HASH, Repository
from kehoach_cli.storage.folder import ANSWERS_FOLDER, PlanFolder

UNSAVED = "có sửa đổi chưa lưu vào git"


def plan_sources(folder: PlanFolder) -> list[Path]:
    """The files that hold what is said of a plan's records."""
    return [*map(folder.file, COLLECTIONS), *sorted((folder.data / ANSWERS_FOLDER).glob("*.yaml"))]


def revision_of(folder: PlanFolder, files: Sequence[Path]) -> str:
    """The short hash of HEAD, with a remark if the files differ from it. "" without a repository or git."""
    try:
        repository = Repository(folder.data)
        commit = repository.resolve(HEAD)
        paths = {repository.relative_path(path): path for path in files}
        committed = repository.blobs(commit, paths)
    except (GitProblem, OSError):  # reading the plan reports a folder that cannot be looked into
        return ""
    hashes = {name: blob.object_hash for name, blob in committed.items()}
    changed = any(_differs(path, hashes.get(name, "")) for name, path in paths.items())
    return f"{commit[:SHORT_HASH]} ({UNSAVED})" if changed else commit[:SHORT_HASH]


def revision_in_background(folder: PlanFolder, files: Sequence[Path]) -> Callable[[], str]:
    """Start `revision_of` in a thread, because git starts slowly. Call the result to wait for the answer."""
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(revision_of(folder, files)), daemon=True)
    thread.start()

    def answer() -> str:
        thread.join()
        return found[0] if found else ""

    return answer


def _differs(path: Path, committed: str) -> bool:
    """Whether a file differs from the one in the commit. Line ends are ignored: git may convert them."""
    try:
        content = path.read_bytes()
    except OSError:  # reading the plan reports it
        return True
    return committed not in (_blob_hash(text, committed) for text in (content, content.replace(b"\r\n", b"\n")))


def _blob_hash(content: bytes, like: str) -> str:
    """The hash that git gives a file, with the same algorithm as the hash `like`."""
    algorithm = "sha256" if len(like) == 64 else "sha1"
    return hashlib.new(algorithm, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
