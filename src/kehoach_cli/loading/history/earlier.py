"""Load a plan as it was at a revision of its git repository."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple

from kehoach_cli.diagnostics import COLLECTIONS, Collection
from kehoach_cli.git.process import GitProblem
from kehoach_cli.git.repository import HEAD, SHORT_HASH, Repository
from kehoach_cli.loading.plan_files import LoadedPlan, assemble
from kehoach_cli.loading.side_folder import Reader
from kehoach_cli.storage.folder import SIDE_FOLDERS, PlanFolder
from kehoach_cli.yaml.events import load_data
from kehoach_cli.yaml.faults import FileFault, file_finding
from kehoach_cli.yaml.text import SourceText, check_bytes, read_source, too_large

_NO_COMMIT = re.compile(r"0{40}|0{64}")


class NoEarlierPlan(GitProblem):
    """The revision has no earlier state of this plan."""


class EarlierPlan(NamedTuple):
    """A plan as it was in a commit (a hash) of its repository."""

    loaded: LoadedPlan
    repository: Repository
    commit: str


def load_earlier_plan(folder: PlanFolder, revision: str, *, exactly: bool = False) -> EarlierPlan:
    """Load the plan at the merge base of HEAD and the revision: what a pull request starts from.

    A revision is anything git understands: `origin/main`, a tag, a hash. With `exactly`, load the plan at the revision
    itself: what a push starts from. For a new branch, CI services pass a revision of zeros.

    Raises:
        GitProblem: no git, no repository, no such revision, or this clone does not have the merge base.
        NoEarlierPlan: that commit has no such plan, or there is no earlier commit.
    """
    repository = Repository(folder.data)
    if _NO_COMMIT.fullmatch(revision):
        if exactly:
            raise NoEarlierPlan("Nhánh mới, trước lần đẩy này chưa có phiên bản nào")
        raise GitProblem(
            "Mã toàn số 0 (trước lần đẩy chưa có gì) chỉ dùng với --before; viết tên nhánh, thẻ, mã commit"
        )
    if revision == HEAD and repository.is_empty:
        raise NoEarlierPlan("Nhánh này chưa có lần lưu (commit) nào")
    head = repository.resolve(HEAD)
    commit = repository.resolve(revision)
    if not exactly and revision != HEAD:
        commit = repository.merge_base(commit, head)
    return EarlierPlan(load_commit(repository, commit, folder), repository, commit)


def load_commit(repository: Repository, commit: str, folder: PlanFolder) -> LoadedPlan:
    """The plan of the folder as it was in the commit (a hash), even if its folder has another path now.

    A file missing in the commit counts as empty; an unreadable one gives a finding under the name `hash:path`.

    Raises:
        GitProblem: git cannot read the commit.
        NoEarlierPlan: the commit has no such plan.
    """
    place = plan_path_in(repository, commit, folder)
    read = _CommittedFiles(repository, commit, place)
    return assemble(folder, read.collection, read.beside())


class _CommittedFiles:
    """Reads a plan's files from the folder `place` of the commit. All are fetched in one request."""

    def __init__(self, repository: Repository, commit: str, place: PurePosixPath) -> None:
        self._commit, self._place = commit, place
        self._folders = tuple(f"{place / name}/" for name in SIDE_FOLDERS)
        paths = [str(place / f"{collection}.yaml") for collection in COLLECTIONS]
        self._blobs = repository.blobs(commit, [*paths, *self._folders])
        self._contents = repository.contents(blob.object_hash for blob in self._blobs.values() if blob.regular)

    def collection(self, collection: Collection) -> SourceText:
        path = str(self._place / f"{collection}.yaml")
        return self._read(path) if path in self._blobs else SourceText(self._name(path), "[]")

    def beside(self) -> dict[str, Reader]:
        """What reads each file of answers and of closed periods, by its name in places."""
        found = (path for path in self._blobs if path.startswith(self._folders) and path.endswith(".yaml"))
        return {
            str(PurePosixPath(path).relative_to(self._place).with_suffix("")): partial(self._read, path)
            for path in found
        }

    def _name(self, path: str) -> str:
        return f"{self._commit[:SHORT_HASH]}:{path}"

    def _read(self, path: str) -> SourceText:
        name, blob = self._name(path), self._blobs[path]
        if not blob.regular:
            raise FileFault(
                file_finding("KH101", "Đây không phải tệp thường", "Chọn một phiên bản có tệp thường", name)
            )
        content = self._contents[blob.object_hash]
        if content is None:
            raise too_large(name)
        return check_bytes(content, name)


def plan_path_in(repository: Repository, commit: str, folder: PlanFolder) -> PurePosixPath:
    """The path of the plan's folder in the commit.

    It is the folder's present path or, if that had no plan, the path of the one plan with the same decision number
    whose folder is gone now. Raises as `load_commit` does.
    """
    here = PurePosixPath(repository.relative_path(folder.data))
    if repository.blobs(commit, [str(here / "plan.yaml")]):
        return here
    gone = [
        place.parent
        for blob in repository.all_blobs(commit)
        if (place := PurePosixPath(blob.path)).name == "plan.yaml" and not (repository.top / place).exists()
    ]
    if not gone:
        raise NoEarlierPlan(f"Phiên bản {commit[:SHORT_HASH]} chưa có kế hoạch này")
    number = _decision_number(lambda: read_source(folder.file("plan")))
    moved = [
        place
        for place in gone
        if number and _decision_number(partial(_CommittedFiles(repository, commit, place).collection, "plan")) == number
    ]
    if len(moved) != 1:
        listed = ", ".join(str(place) for place in gone[:3])
        raise GitProblem(
            f"Không rõ kế hoạch này từ thư mục nào chuyển sang: phiên bản {commit[:SHORT_HASH]} có kế hoạch ở {listed} "
            "mà nay không còn; chuyển thư mục ở một lần riêng và giữ nguyên số quyết định"
        )
    return moved[0]


def _decision_number(read: Callable[[], SourceText]) -> str | None:
    """The plan's `number`; None if its file cannot be read or has none."""
    try:
        data = load_data(read()).data
    except FileFault:
        return None
    number = data.get("number") if isinstance(data, dict) else None
    return number if isinstance(number, str) else None
