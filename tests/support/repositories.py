"""Git repositories for tests, each in a folder of its own and deaf to the machine's own git settings."""

import atexit
import os
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.support.plans import write_plan
from tests.support.tools import require_tool

AUTHOR = "Người thử"
NOON = "2023-07-01T12:00:00+07:00"
SAMPLES = shutil.ignore_patterns("*.sample")  # git's examples of hooks


class Repo:
    """A repository that a test sets up with git itself."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def git(self, *arguments: str, check: bool = True, stdin: bytes | None = None, at: str = NOON) -> str:
        """What git prints, without the last line feed. `at` is the moment that new commits bear."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment |= {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_DATE": at,
            "GIT_COMMITTER_DATE": at,
        }
        done = subprocess.run(
            [require_tool("git"), *arguments],
            cwd=self.folder,
            env=environment,
            input=stdin,
            capture_output=True,
            check=False,
        )
        assert not check or done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().removesuffix("\n")

    def commit(self, message: str = "Sửa kế hoạch", *, by: str = AUTHOR, at: str = NOON) -> str:
        """Commit everything as it stands and return the hash."""
        self.git("add", "--all")
        author = f"{by} <thu@example.invalid>"
        self.git("commit", "--quiet", "--allow-empty", "--no-verify", "--author", author, "--message", message, at=at)
        return self.git("rev-parse", "HEAD")


def new_repo(folder: Path) -> Repo:
    """An empty repository on branch `main`."""
    folder.mkdir(parents=True, exist_ok=True)
    repo = Repo(folder)
    repo.git("init", "--quiet", "--initial-branch=main")
    repo.git("config", "user.name", AUTHOR)
    repo.git("config", "user.email", "thu@example.invalid")
    return repo


def made_once(make: Callable[..., Repo]) -> Callable[..., Repo]:
    """Each caller gets a copy of the repository that `make(folder, **texts)` makes, which takes fewer runs of git."""

    @cache
    def original(**texts: str) -> Path:
        folder = Path(mkdtemp())
        atexit.register(shutil.rmtree, folder)
        return make(folder / "kho", **texts).folder

    def copy(folder: Path, **texts: str) -> Repo:
        shutil.copytree(original(**texts), folder, symlinks=True, ignore=SAMPLES, dirs_exist_ok=True)
        repo = Repo(folder)
        repo.git("update-index", "-q", "--refresh", check=False)  # it knows files by their inodes
        return repo

    return copy


@made_once
def plan_repo(folder: Path, **texts: str) -> Repo:
    """A repository whose first commit holds a small plan below `data/`."""
    repo = new_repo(folder)
    write_plan(folder, **texts)
    repo.commit("Nhập kế hoạch")
    return repo


def clone(source: Repo, folder: Path, *options: str) -> Repo:
    """A clone made over a transport, as from a server."""
    source.git("clone", "--quiet", *options, source.folder.as_uri(), str(folder))
    return Repo(folder)
