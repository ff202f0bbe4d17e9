"""How long `kehoach log` takes to find who recorded what in a long history, next to git's own walk and blame.

    python -m benchmarks.history [COMMITS] [ROUNDS]

The plan is the made-up year of `examples/`; its entries all came with the first commit, so every walk goes to the
end. One history leaves the plan alone after that, one changes a record with every tenth commit, one with every commit.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import KEHOACH, Contestant, print_table, race

DATA = Path(__file__).parent.parent / "examples" / "data"
FIRST_SECOND = 1_690_000_000


def main() -> None:
    commits = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        contestants: dict[str, Contestant] = {}
        for name, every in (("never", 0), ("every tenth commit", 10), ("every commit", 1)):
            repo = Path(folder) / name.replace(" ", "-")
            write_repository(repo, commits, every)
            git = ["git", "-C", str(repo)]
            if not every:
                contestants["git log"] = Contestant([*git, "log", "--format=%H %an %at"])
            contestants[f"git blame, plan changed {name}"] = Contestant([*git, "blame", "data/indicators.yaml"])
            contestants[f"kehoach log, plan changed {name}"] = Contestant(
                [KEHOACH, "log", "-n", "0", "--plan", str(repo), "--format", "csv"]
            )
        print(f"{commits} commits")
        print_table(race(contestants, rounds), "git log")


def write_repository(folder: Path, commits: int, every: int) -> None:
    """A repository of so many commits; after the first, every so-many-th changes a record (0: none does)."""
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    with tempfile.TemporaryFile() as stream:
        stream.writelines(_commits(commits, every))
        stream.seek(0)
        subprocess.run(["git", "-C", str(folder), "fast-import", "--quiet"], stdin=stream, check=True)
    subprocess.run(["git", "-C", str(folder), "reset", "--quiet", "--hard", "refs/heads/work"], check=True)


def _commits(commits: int, every: int) -> Iterator[bytes]:
    files = {path.name: path.read_bytes() for path in DATA.glob("*.yaml")}
    records = re.split(rb"(?m)^(?=- id: )", files["indicators.yaml"])
    for number in range(commits):
        who = b"A <a@example.invalid> %d +0700" % (FIRST_SECOND + 600 * number)
        yield b"commit refs/heads/work\nauthor %s\ncommitter %s\ndata 0\n" % (who, who)
        if number == 0:
            for name, content in files.items():
                yield _file(f"data/{name}", content)
        elif every and number % every == 0:
            place = 1 + number // every % (len(records) - 1)
            records[place] = re.sub(rb"(?m)^  note: .*$", b"  note: no. %d" % number, records[place], count=1)
            yield _file("data/indicators.yaml", b"".join(records))
        else:
            yield _file("README.md", b"%d\n" % number)


def _file(path: str, content: bytes) -> bytes:
    return b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(content), content)


if __name__ == "__main__":
    main()
