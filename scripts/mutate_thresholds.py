"""Change each comparison and each number of the domain in turn, and show that a test fails.

    python -m scripts.mutate_thresholds [--jobs 2] [plan/gaps.py or another module or folder of the package …]

One run of the tests with coverage tells which test runs which line. Each mutant (`mutants.py`) is a copy of the
package for a forked process, which ends with the first test that fails: first of those that run the mutant's lines,
then, before it is reported as a survivor, of all. The mutants in `equivalent_mutants.txt` behave as the program does,
for the reason given there. One "killed by the clock" never ended, or the machine was too slow: look at it. Exits 1 if
another mutant survives. Needs `fork`, so no Windows; takes half an hour.
"""

import argparse
import importlib
import os
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from coverage import CoverageData

from scripts.mutants import Mutant, mutants_of

ROOT = Path(__file__).parent.parent
MODULES = ("rules", "plan", "reports/periodic", "reports/listings", "reports/letters")
TESTS = (
    *("tests/rules", "tests/plan", "tests/reports", "tests/cli/test_chart.py", "tests/cli/test_counts_by_hand.py"),
    *("tests/cli/test_diff.py", "tests/cli/test_json_docs.py", "tests/cli/test_listings.py", "tests/cli/test_log.py"),
    "tests/cli/test_next_year.py",
    *("tests/cli/test_pages.py", "tests/cli/test_remind.py", "tests/cli/test_report.py", "tests/cli/test_selecting.py"),
    *("tests/cli/test_ignores.py", "tests/cli/test_validate.py", "tests/cli/test_validate_merges.py"),
)
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.txt")
# What the tests import besides the program is imported once, before the processes fork.
WARM = ("docx", "hypothesis", "jinja2", "lxml.etree", "pydantic", "rich.console", "ruamel.yaml", "typer")
LONGEST_SECONDS, MOST_BYTES = 120, 4 << 30  # what a mutant without end may take

TestsByLine = Mapping[str, Mapping[int, set[str]]]


class Project(NamedTuple):
    """The package that is mutated, below its project's root, the tests that run, and a folder for the copies."""

    root: Path
    package: Path
    tests: tuple[str, ...]
    work: Path

    def copy(self, name: str) -> Path:
        """The folder of a copy of the package; a forked process imports the package from there."""
        return self.work / name / self.package.name


class _Chosen:
    """A plugin of pytest that keeps the tests of these names, or all; those that make up their examples come last."""

    def __init__(self, names: set[str]) -> None:
        self._names = names

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        kept = [item for item in items if not self._names or item.nodeid in self._names]
        items[:] = sorted(kept, key=lambda item: hasattr(getattr(item, "obj", None), "hypothesis"))


def _start(project: Project, copy: Path, names: set[str], *options: str) -> int:
    """Start the tests of these names, or all, with that copy of the package; returns the process."""
    process = os.fork()
    if process:
        return process
    try:
        signal.alarm(LONGEST_SECONDS)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
        log = os.open(copy.parent / "log", os.O_CREAT | os.O_WRONLY)
        os.dup2(log, sys.stdout.fileno())
        os.dup2(log, sys.stderr.fileno())
        os.chdir(project.root)
        sys.path[:0] = [str(copy.parent), str(project.root)]
        files = [name for name in project.tests if not names or any(each.startswith(name) for each in names)]
        quiet = ("-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
        own = ("-x", f"--rootdir={project.root}", f"--basetemp={copy.parent / 'tmp'}", "--hypothesis-seed=0")
        os._exit(pytest.main([*own, *quiet, *options, *files], plugins=[_Chosen(names)]))
    except BaseException:  # the process must not go on as if it were its parent
        traceback.print_exc()
    os._exit(pytest.ExitCode.INTERNAL_ERROR)


def _tests_by_line(project: Project) -> TestsByLine:
    """The tests that run each line of each module. Exits with what pytest says if a test fails without a mutant."""
    copy = project.copy("pristine")
    shutil.copytree(project.package, copy)
    os.environ["COVERAGE_FILE"] = str(project.work / "coverage")
    options = (f"--cov={copy}", "--cov-context=test", "--cov-report=", "--cov-config=/dev/null")
    if os.waitpid(_start(project, copy, set(), *options), 0)[1]:
        sys.exit((copy.parent / "log").read_text("utf-8")[-5000:])
    data = CoverageData(str(project.work / "coverage"))
    data.read()
    return {
        Path(file).relative_to(copy).as_posix(): {
            line: {name.rpartition("|")[0] for name in names if name}
            for line, names in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }


def _names(mutant: Mutant, ran: TestsByLine) -> set[str]:
    """The tests that run the mutant's lines; where those run on import, all that run any of its module's."""
    lines = ran.get(mutant.module, {})
    return set().union(*(lines.get(line, set()) for line in mutant.lines or lines))


def _survivors(project: Project, tried: Iterable[tuple[Mutant, set[str]]], jobs: int) -> list[Mutant]:
    """The mutants that all tests of these names pass with."""
    survivors: list[Mutant] = []
    running: dict[int, tuple[Mutant, Path]] = {}

    def wait() -> None:
        process, status = os.wait()
        mutant, copy = running.pop(process)
        shutil.rmtree(copy.parent, ignore_errors=True)
        code = os.waitstatus_to_exitcode(status)
        if code == -signal.SIGALRM:
            print(f"killed by the clock: {mutant.label}", flush=True)
        elif code in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            survivors.append(mutant)

    for number, (mutant, names) in enumerate(tried):
        if len(running) == jobs:
            wait()
        copy = project.copy(str(number))
        shutil.copytree(project.copy("pristine"), copy, copy_function=os.link)
        changed = copy / mutant.module
        for stale in (changed, *changed.parent.glob(f"__pycache__/{changed.stem}.*")):
            stale.unlink()
        changed.write_text(mutant.text, "utf-8")
        running[_start(project, copy, names)] = mutant, copy
    while running:
        wait()
    return survivors


def _equivalent() -> dict[str, str]:
    """The reason by label: in the file, each label has its reason in the indented lines below it."""
    return dict(re.findall(r"^(\S.*)\n +(\S.*)$", EQUIVALENT.read_text("utf-8"), re.MULTILINE))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", default=MODULES)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--root", type=Path, default=ROOT, help="the project whose tests run")
    parser.add_argument("--package", default="src/kehoach_cli", help="its package, below the root")
    parser.add_argument("--tests", nargs="+", default=TESTS)
    given = parser.parse_args(arguments)
    os.environ.pop("PYTEST_ADDOPTS", None)
    for name in WARM:
        importlib.import_module(name)
    began = time.monotonic()
    package = given.root / given.package
    paths = [package / name for name in given.modules]
    files = sorted(file for path in paths for file in (path.rglob("*.py") if path.is_dir() else (path,)))
    mutants = [mutant for file in files for mutant in mutants_of(package, file.relative_to(package).as_posix())]
    with tempfile.TemporaryDirectory() as work:
        project = Project(given.root, package, tuple(given.tests), Path(work))
        ran = _tests_by_line(project)
        sys.dont_write_bytecode = True  # copies share their compiled modules
        os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = work
        near = _survivors(project, ((mutant, _names(mutant, ran)) for mutant in mutants), given.jobs)
        alive = set(_survivors(project, ((mutant, set()) for mutant in near), given.jobs))
    known = _equivalent()
    equivalent = [mutant for mutant in mutants if mutant in alive and mutant.label in known]
    survivors = [mutant for mutant in mutants if mutant in alive and mutant.label not in known]
    for mutant in survivors:
        print(f"survived: {mutant.label}, line {mutant.line}")
    for title, some in (("mutants", mutants), ("equivalent", equivalent), ("survivors", survivors)):
        rooms = Counter(Path(mutant.module).parts[0] for mutant in some)
        print(f"{title}: {len(some)}", *(f"{room}: {count}" for room, count in sorted(rooms.items())), sep="  ")
    print(f"{time.monotonic() - began:.0f} s")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
