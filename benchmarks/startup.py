"""How soon the program answers: whole processes as multiples of the bare interpreter, `python -c pass`.

    python -m benchmarks.startup [ROUNDS]

Goals: `kehoach status` at most 16 into a pipe and 22 in a terminal, `--version` at most 6, `--help` at most 14.
"Unchanged files" is every run but the first after a change: the records are then taken from the cache.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import KEHOACH, PYTHON, Contestant, print_table, race

ROOT = Path(__file__).parent.parent


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    plan = ["--plan", str(ROOT)]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        without_cache = [PYTHON, "-c", _WITHOUT_CACHE, *plan]
        timings = race(
            {
                "python -c pass": Contestant([PYTHON, "-c", "pass"]),
                "import typer": Contestant([PYTHON, "-c", "import typer"]),
                "import pydantic.BaseModel": Contestant([PYTHON, "-c", "from pydantic import BaseModel"]),
                "import ruamel.yaml": Contestant([PYTHON, "-c", "import ruamel.yaml"]),
                "import rich.table": Contestant([PYTHON, "-c", "import rich.table"]),
                "kehoach --version": Contestant([KEHOACH, "--version"]),
                "kehoach --help": Contestant([KEHOACH, "--help"]),
                "kehoach status, pipe, unchanged files": Contestant([KEHOACH, "status", *plan]),
                "kehoach status, terminal, unchanged files": Contestant([KEHOACH, "status", *plan], terminal=True),
                "kehoach status, pipe, changed files": Contestant(without_cache),
                "kehoach status, terminal, changed files": Contestant(without_cache, terminal=True),
            },
            rounds,
        )
        shutil.rmtree(Path(folder) / "kehoach", ignore_errors=True)
    print_table(timings, "python -c pass")


# The program as its entry point starts it, with nothing remembered of the plan.
_WITHOUT_CACHE = """
import sys
from kehoach_cli.files import cache
cache.recall = lambda folder: None
sys.argv[1:1] = ["status"]
from kehoach_cli.__main__ import main
main()
"""

if __name__ == "__main__":
    main()
