"""How soon the program answers: whole processes as multiples of the bare interpreter, `python -c pass`.

    python -m benchmarks.startup [ROUNDS]

Goals: `kehoach status` at most 22 into a pipe and 26 in a terminal, of which the imports of Pydantic and Typer are 15;
at most half of check-jsonschema's time on the same two files, each by its own schema; `--version` at most 3, `--help`
at most 15.

Every run reads and checks the plan's files anew. Records were once kept per user between runs as pickles: `status` took
8.6 then instead of about 20. Whoever could write such a file could run code, and a plan's reader could be shown stale
records, for 0.1 s that nobody feels.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.measure import KEHOACH, PYTHON, Contestant, print_table, race
from benchmarks.validate import found, peers

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    status = [KEHOACH, "status", "--plan", str(ROOT)]
    with tempfile.TemporaryDirectory() as folder:
        timings = race(
            {
                "python -c pass": Contestant([PYTHON, "-c", "pass"]),
                "import typer": Contestant([PYTHON, "-c", "import typer"]),
                "import pydantic.BaseModel": Contestant([PYTHON, "-c", "from pydantic import BaseModel"]),
                "import ruamel.yaml": Contestant([PYTHON, "-c", "import ruamel.yaml"]),
                "import rich.table": Contestant([PYTHON, "-c", "import rich.table"]),
                "kehoach --version": Contestant([KEHOACH, "--version"]),
                "kehoach --help": Contestant([KEHOACH, "--help"]),
                "kehoach status, pipe": Contestant(status),
                "kehoach status, terminal": Contestant(status, terminal=True),
                **peers(Path(folder), ROOT),
                **_by_their_schemas(),
            },
            rounds,
        )
    print_table(timings, "python -c pass")


def _by_their_schemas() -> dict[str, Contestant]:
    """check-jsonschema as it has to be run on a plan: it takes one schema at a time."""
    program = found("check-jsonschema")
    calls = [f"{program} --schemafile {DATA}/schema/{name}.json {DATA}/{name}.yaml" for name in ("indicators", "tasks")]
    return (
        {"check-jsonschema, each file by its schema": Contestant(["sh", "-c", " && ".join(calls)])} if program else {}
    )


if __name__ == "__main__":
    main()
