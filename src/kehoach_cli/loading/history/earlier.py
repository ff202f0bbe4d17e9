"""A plan as it stood in a revision of its git repository."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple

from kehoach_cli.diagnostics import COLLECTIONS, Collection
from kehoach_cli.git.process import GitProblem
from kehoach_cli.git.repository import HEAD, SHORT_HASH, Repository
from kehoach_cli.loading.plan_files import LoadedPlan, assemble
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.yaml.events import load_data
from kehoach_cli.yaml.faults import FileFault, file_finding
from kehoach_cli.yaml.text import SourceText, check_bytes, read_source, too_large

_NO_COMMIT = re.compile(r"0{40}|0{64}")


class NoEarlierPlan(GitProblem):
    """The revision holds no plan that this one could have come from."""


class Earlier(NamedTuple):
    """A plan as it stood in a commit of its repository."""

    loaded: LoadedPlan
    repository: Repository
    commit: str


def load_earlier(folder: PlanFolder, revision: str, *, exactly: bool = False) -> Earlier:
    """The plan as it stood where the work on HEAD parted from the revision: what a pull request starts from.

    The revision is named as git names it: `origin/main`, a tag, a hash. With `exactly`, the plan as it stood in the
    revision itself, whatever became of it: what a push starts from. Services write zeros there when the branch was not
    there before.

    Raises:
        GitProblem: no git, no repository, no such revision, or this clone does not tell where they part.
        NoEarlierPlan: that commit holds no such plan, or there was none before.
    """
    repository = Repository(folder.data)
    if _NO_COMMIT.fullmatch(revision):
        if exactly:
            raise NoEarlierPlan("Nhánh mới, trước lần đẩy này chưa có phiên bản nào")
        raise GitProblem(
            "Mã toàn số 0 (trước lần đẩy chưa có gì) chỉ dùng với --before; viết tên nhánh, thẻ, mã commit"
        )
    if revision == HEAD and repository.unborn:
        raise NoEarlierPlan("Nhánh này chưa có lần lưu (commit) nào")
    head = repository.resolve(HEAD)
    commit = repository.resolve(revision)
    if not exactly and revision != HEAD:
        commit = repository.merge_base(commit, head)
    return Earlier(load_commit(repository, commit, folder), repository, commit)


def load_commit(repository: Repository, commit: str, folder: PlanFolder) -> LoadedPlan:
    """The plan of the folder as it stood in the commit, given as hash.

    A plan whose folder has another path now is found where it stood then. A file that the commit lacks held no
    records; one that cannot be read is a finding of the plan that is returned, under the name `hash:path`.

    Raises:
        GitProblem: git does not answer.
        NoEarlierPlan: the commit holds no such plan.
    """
    place = place_in(repository, commit, folder)
    return assemble(folder, _reader(repository, commit, place))


def _reader(repository: Repository, commit: str, place: PurePosixPath) -> Callable[[Collection], SourceText]:
    """What reads a plan's files from the folder `place` of the commit, all of them asked for at once."""
    paths = {collection: str(place / f"{collection}.yaml") for collection in COLLECTIONS}
    blobs = repository.blobs(commit, paths.values())
    contents = repository.contents(blob.object_hash for blob in blobs.values() if blob.regular)

    def read(collection: Collection) -> SourceText:
        path = paths[collection]
        name, blob = f"{commit[:SHORT_HASH]}:{path}", blobs.get(path)
        if blob is None:
            return SourceText(name, "[]")
        if not blob.regular:
            raise FileFault(
                file_finding("KH101", "Đây không phải tệp thường", "Chọn một phiên bản có tệp thường", name)
            )
        content = contents[blob.object_hash]
        if content is None:
            raise too_large(name)
        return check_bytes(content, name)

    return read


def place_in(repository: Repository, commit: str, folder: PlanFolder) -> PurePosixPath:
    """The folder of the commit that holds the plan.

    That is the folder's own path; where no plan stood there, the path of the one plan with the same decision
    number whose folder is gone now.
    """
    here = PurePosixPath(repository.relative(folder.data))
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
        if number and _decision_number(partial(_reader(repository, commit, place), "plan")) == number
    ]
    if len(moved) != 1:
        listed = ", ".join(str(place) for place in gone[:3])
        raise GitProblem(
            f"Không rõ kế hoạch này từ thư mục nào chuyển sang: phiên bản {commit[:SHORT_HASH]} có kế hoạch ở {listed} "
            "mà nay không còn; chuyển thư mục ở một lần riêng và giữ nguyên số quyết định"
        )
    return moved[0]


def _decision_number(read: Callable[[], SourceText]) -> str | None:
    """The plan's `number`, or None where its file shows none."""
    try:
        data = load_data(read()).data
    except FileFault:
        return None
    number = data.get("number") if isinstance(data, dict) else None
    return number if isinstance(number, str) else None
