"""Which state of its repository the plan's files are in, for documents to name."""

import hashlib

from kehoach_cli.diagnostics import COLLECTIONS
from kehoach_cli.files.folder import PlanFolder
from kehoach_cli.files.git import GitProblem, Repository

SHOWN_DIGITS = 10


def revision_of(folder: PlanFolder) -> str:
    """The commit at the head of the plan's repository, with a remark where the files say something else.

    Empty where the plan is in no repository, or git cannot be asked.
    """
    try:
        repository = Repository(folder.data)
        commit = repository.resolve("HEAD")
        files = repository.files(commit, repository.relative(folder.data))
        committed = {blob.path.rpartition("/")[2]: blob.object_hash for blob in files}
    except (GitProblem, ValueError):
        return ""
    changed = any(_differs(folder, f"{name}.yaml", committed.get(f"{name}.yaml")) for name in COLLECTIONS)
    return commit[:SHOWN_DIGITS] + (" (có sửa đổi chưa lưu vào git)" if changed else "")


def _differs(folder: PlanFolder, name: str, committed: str | None) -> bool:
    """Whether a file is not the one in the commit; line ends, which git may change on the way, do not count."""
    content = (folder.data / name).read_bytes()
    return committed not in (_blob_hash(content), _blob_hash(content.replace(b"\r\n", b"\n")))


def _blob_hash(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
