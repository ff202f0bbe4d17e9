"""New files are laid out all together or not at all, and nothing that exists is touched."""

import os
from pathlib import Path, PurePosixPath
from typing import IO, Any

import pytest

from kehoach_cli.storage.new_tree import FilesExist, write_new_tree

CONTENTS = {PurePosixPath("README.md"): b"doc", PurePosixPath("data/schema/plan.json"): b"{}"}


def tree(root: Path) -> dict[str, bytes | None]:
    """Every path below the root; folders have no content."""
    return {
        str(path.relative_to(root)): path.read_bytes() if path.is_file() else None for path in sorted(root.rglob("*"))
    }


def test_files_and_the_folders_they_need(tmp_path: Path) -> None:
    write_new_tree(tmp_path / "a" / "b", CONTENTS)
    assert tree(tmp_path / "a" / "b") == {
        "README.md": b"doc",
        "data": None,
        "data/schema": None,
        "data/schema/plan.json": b"{}",
    }


def test_a_folder_that_holds_other_things_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "notes.txt").write_bytes(b"mine")
    write_new_tree(tmp_path, CONTENTS)
    assert tree(tmp_path)["data/notes.txt"] == b"mine"
    assert tree(tmp_path)["README.md"] == b"doc"


@pytest.mark.parametrize("taken", ["README.md", "data", "data/schema", "data/schema/plan.json"])
def test_one_taken_name_and_nothing_is_written(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / taken).write_bytes(b"mine")
    before = tree(tmp_path)
    with pytest.raises(FilesExist) as caught:
        write_new_tree(tmp_path, CONTENTS)
    assert caught.value.paths == [tmp_path / taken]
    assert tree(tmp_path) == before


@pytest.mark.parametrize("link", ["README.md", "data"])
def test_links_are_not_followed(tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    root = tmp_path / "root"
    root.mkdir()
    (root / link).symlink_to(elsewhere)
    with pytest.raises(FilesExist):
        write_new_tree(root, CONTENTS)
    assert not elsewhere.exists()


def test_a_failure_halfway_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.txt").write_bytes(b"mine")
    before = tree(tmp_path)
    real = Path.open

    def failing(path: Path, mode: str) -> IO[Any]:
        if path.name == "plan.json":
            raise OSError(28, os.strerror(28))
        return real(path, mode)

    monkeypatch.setattr(Path, "open", failing)
    with pytest.raises(OSError, match="No space left"):
        write_new_tree(tmp_path, CONTENTS)
    monkeypatch.undo()
    assert tree(tmp_path) == before
