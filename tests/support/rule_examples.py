"""Example files of rules: plans that are right and plans that are wrong, with what is to be found written in them.

`tests/rules/examples/KH302/bad.tasks.yaml` is a whole `tasks.yaml`; the other files are the small default plan. A
folder `bad-two-files/` holds several files at once, and its `before/` the plan as it stood in an earlier revision. A
comment `# KH302 5:10` says that KH302 is to be found at line 5, column 10 of that file; `# KH302 tasks.yaml 5:10` says
it of another. Nothing else may be found.
"""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

from tests.support.plans import write_plan

EXAMPLES = Path(__file__).parent.parent / "rules" / "examples"
COLLECTIONS = ("plan", "agencies", "indicators", "tasks")
_EXPECTED = re.compile(r"# (KH\d+) (?:([\w-]+\.yaml) )?(\d+):(\d+)\s*$", re.MULTILINE)


class Expected(NamedTuple):
    """A finding by its code and the place that it points at."""

    code: str
    file: str
    line: int
    column: int


class Example(NamedTuple):
    """One plan that shows a rule at work; `path` is a file or a folder."""

    code: str
    path: Path

    @property
    def name(self) -> str:
        return f"{self.code}/{self.path.name}"

    @property
    def good(self) -> bool:
        return self.path.name.startswith("ok")

    def files(self) -> dict[str, Path]:
        """What the example brings, by the name that it has in a plan."""
        if self.path.is_dir():
            return {entry.name: entry for entry in self.path.iterdir() if entry.name != "before"}
        return {f"{_collection(self.path)}.yaml": self.path}

    def expected(self) -> list[Expected]:
        found = []
        for name, path in self.files().items():
            for file in (path, *path.rglob("*")) if path.is_dir() else (path,):
                text = file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""
                for code, other, line, column in _EXPECTED.findall(text):
                    found.append(Expected(code, other or (file.name if file != path else name), int(line), int(column)))
        return sorted(found)

    def write(self, folder: Path) -> Path:
        """Write the plan below the folder and return the plan's own."""
        return _write(folder / "plan", self.files())

    def write_before(self, folder: Path) -> Path | None:
        """Write the plan as it stood before below the folder, where the example says how."""
        before = self.path / "before"
        if not before.is_dir():
            return None
        return _write(folder / "before", {entry.name: entry for entry in before.iterdir()})


def examples() -> list[Example]:
    return [
        Example(code.name, path)
        for code in sorted(EXAMPLES.iterdir())
        for path in sorted(code.iterdir())
        if path.name.startswith(("ok", "bad"))
    ]


def _collection(path: Path) -> str:
    """`bad-lead.tasks.yaml` stands for `tasks.yaml`."""
    collection = path.name.split(".")[1]
    assert collection in COLLECTIONS, f"{path}: name it {path.name.split('.')[0]}.tasks.yaml or the like"
    return collection


def _write(folder: Path, files: dict[str, Path]) -> Path:
    write_plan(folder)
    for name, path in files.items():
        target = folder / "data" / name
        if path.is_dir():
            target.unlink(missing_ok=True)
            shutil.copytree(path, target)
        else:
            target.write_bytes(path.read_bytes())
    return folder
