"""Commits, folders and files read by their hashes: as git wrote them, and as somebody else may have."""

import shutil
from pathlib import Path

import pytest

from kehoach_cli.git import cat_file as git_cat_file
from kehoach_cli.git import objects as git_objects
from kehoach_cli.git.cat_file import GitObject
from kehoach_cli.git.objects import Commit, object_reader
from kehoach_cli.git.process import GitProblem
from tests.support.plans import write_plan
from tests.support.repositories import Repo, new_repo, plan_repo


def read_commit(repo: Repo, name: str = "HEAD") -> Commit:
    with object_reader(repo.folder) as reader:
        commit = reader.commit(repo.git("rev-parse", name))
    assert commit is not None
    return commit


def written_commit(repo: Repo, author: bytes) -> Commit:
    """A commit whose author line was written by hand."""
    tree = repo.git("rev-parse", "HEAD^{tree}")
    raw = b"tree %s\nauthor %s\ncommitter C <c@example.invalid> 1688187600 +0700\n\nx\n" % (tree.encode(), author)
    name = repo.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", stdin=raw)
    return read_commit(repo, name)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return plan_repo(tmp_path / "kho")


def test_a_commit_tells_its_parents_author_and_moment(repo: Repo) -> None:
    first = repo.git("rev-parse", "HEAD")
    repo.commit(by="Trần Thị Bình", at="2023-08-03T23:30:00+07:00")
    commit = read_commit(repo)
    assert commit.parents == (first,)
    assert commit.author.name == "Trần Thị Bình"
    assert commit.author.at.isoformat() == "2023-08-03T23:30:00+07:00"
    assert commit.committer.name == "Người thử"


@pytest.mark.parametrize(
    ("line", "name", "moment"),
    [
        (b"A B <a@b> 1688187600 -0330", "A B", "2023-07-01T01:30:00-03:30"),
        (b"<a@b> 1688187600 +0000", "", "2023-07-01T05:00:00+00:00"),
        (b"\x1b[2J\xe2\x80\xae evil <a@b> 0 +0000", "\ufffd[2J\ufffd evil", "1970-01-01T00:00:00+00:00"),
        (b"\xc3\x28 <a@b> 0 +0000", "\ufffd(", "1970-01-01T00:00:00+00:00"),
        (b"A <a@b> 999999999999 +0000", "A", "1970-01-01T00:00:00+00:00"),
        (b"A <a@b> 1688187600 +9999", "A", "1970-01-01T00:00:00+00:00"),
        (b"no date at all", "", "1970-01-01T00:00:00+00:00"),
    ],
)
def test_whatever_stands_in_the_author_line_is_read_or_left(repo: Repo, line: bytes, name: str, moment: str) -> None:
    author = written_commit(repo, line).author
    assert (author.name, author.at.isoformat()) == (name, moment)


def test_a_commit_that_is_none_is_a_named_error(repo: Repo) -> None:
    raw = b"tree HEAD:secret\nauthor A <a@b> 0 +0000\ncommitter A <a@b> 0 +0000\n\n"
    name = repo.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", stdin=raw)
    with pytest.raises(GitProblem, match="git fsck"):
        read_commit(repo, name)


def test_the_files_of_a_folder_and_their_contents(repo: Repo) -> None:
    (repo.folder / "data" / "lien-ket.yaml").symlink_to("plan.yaml")
    (repo.folder / "data" / "sâu").mkdir()
    (repo.folder / "data" / "sâu" / "tệp.txt").write_text("xin chào\n", encoding="utf-8")
    repo.commit()
    commit = read_commit(repo)
    with object_reader(repo.folder) as reader:
        assert sorted(reader.files(commit, "data")) == ["agencies.yaml", "indicators.yaml", "plan.yaml", "tasks.yaml"]
        assert list(reader.files(commit, "data/sâu")) == ["tệp.txt"]
        assert reader.content(reader.files(commit, "data/sâu")["tệp.txt"]) == "xin chào\n".encode()
        assert reader.files(commit, "data/plan.yaml") == {}
        assert reader.files(commit, "không/có") == {}


def test_what_is_missing_or_too_large_is_none(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    blob = repo.git("hash-object", "-w", "--stdin", stdin=b"x" * 3000)
    with object_reader(repo.folder) as reader:
        assert reader.content("0" * 40) is None
        assert reader.commit("0" * 40) is None
        assert reader.content(blob) == b"x" * 3000
        monkeypatch.setattr(git_objects, "MAX_BYTES", 2999)
        assert reader.content(blob) is None


def test_an_object_over_the_limit_is_passed_over_and_the_next_is_read(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_cat_file, "_CHUNK_BYTES", 1000)
    large, small = (repo.git("hash-object", "-w", "--stdin", stdin=text) for text in (b"x" * 2500, b"y"))
    with git_cat_file.cat_file_session(repo.folder, ["cat-file", "--batch"]) as talk:
        assert talk.objects([large, "0" * 40, small], 2499) == [GitObject(large, None), None, GitObject(small, b"y")]


def test_repositories_with_longer_hashes_are_read_as_well(tmp_path: Path) -> None:
    folder = tmp_path / "kho"
    repo = new_repo(folder)
    shutil.rmtree(folder / ".git")
    repo.git("init", "--quiet", "--object-format=sha256")
    repo.git("config", "user.name", "Người thử")
    repo.git("config", "user.email", "thu@example.invalid")
    write_plan(folder)
    repo.commit()
    commit = read_commit(repo)
    assert len(commit.hash) == 64
    with object_reader(folder) as reader:
        assert "plan.yaml" in reader.files(commit, "data")


def test_a_git_that_breaks_off_is_a_named_error(repo: Repo) -> None:
    with (
        pytest.raises(GitProblem),
        git_cat_file.cat_file_session(repo.folder, ["cat-file", "--no-such-option"]) as talk,
    ):
        talk.objects(["0" * 40], 10)


def test_a_long_line_of_commits_is_read_whole_and_in_order(repo: Repo) -> None:
    names = [repo.git("rev-parse", "HEAD")]
    names += [repo.commit(f"{number}") for number in range(80)]
    with object_reader(repo.folder) as reader:
        read = []
        commit = reader.commit(names[-1])
        while commit:
            read.append(commit.hash)
            assert "plan.yaml" in reader.files(commit, "data")
            commit = reader.commit(commit.parents[0]) if commit.parents else None
    assert read == names[::-1]
