"""The revision that a report names: the commit, whether the files are still as committed, or nothing."""

from pathlib import Path

import pytest

from kehoach_cli.diagnostics import COLLECTIONS
from kehoach_cli.loading.history.revision_name import revision_in_background, revision_of
from kehoach_cli.storage.folder import PlanFolder
from tests.support.plans import write_plan
from tests.support.repositories import plan_repo


def _folder(root: Path) -> tuple[PlanFolder, list[Path]]:
    folder = PlanFolder(root, root / "data")
    return folder, [folder.file(name) for name in COLLECTIONS]


def test_files_as_committed_are_named_by_the_commit(tmp_path: Path) -> None:
    repo = plan_repo(tmp_path / "kho")
    commit = repo.git("rev-parse", "HEAD")
    assert revision_of(*_folder(repo.folder)) == commit[:10]
    assert revision_in_background(*_folder(repo.folder))() == commit[:10]


def test_line_ends_that_git_changes_on_the_way_are_no_change(tmp_path: Path) -> None:
    repo = plan_repo(tmp_path / "kho")
    tasks = repo.folder / "data" / "tasks.yaml"
    tasks.write_bytes(tasks.read_bytes().replace(b"\n", b"\r\n"))
    assert revision_of(*_folder(repo.folder)) == repo.git("rev-parse", "HEAD")[:10]


@pytest.mark.parametrize("name", ["tasks.yaml", "narrative/2023-Q3.yaml"])
def test_what_is_not_committed_yet_is_said(tmp_path: Path, name: str) -> None:
    repo = plan_repo(tmp_path / "kho")
    folder, files = _folder(repo.folder)
    path = folder.data / name
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as stream:
        stream.write("# thêm\n")
    shown = revision_of(folder, [*files, path])
    assert shown == f"{repo.git('rev-parse', 'HEAD')[:10]} (có sửa đổi chưa lưu vào git)"


def test_a_plan_in_no_repository_has_none(tmp_path: Path) -> None:
    assert revision_of(*_folder(write_plan(tmp_path / "plan"))) == ""
