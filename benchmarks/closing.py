"""What closed quarters cost the commands that read them, against the same plan with none closed.

    python -m benchmarks.closing [ROUNDS]

Goal: with four closed quarters each command takes at most 1.2 times as long on the made-up year of `examples/`; in a
plan of 1,000 records at most twice as long. A closed quarter is read by every command; `validate`, `report` and
`diff --period` also work out what it would say now.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.large_plans import ROOT, write_plan
from benchmarks.measure import KEHOACH, Contestant, race

QUARTERS = {"2023-Q3": "2023-09-18", "2023-Q4": "2023-12-18", "2024-Q1": "2024-03-18", "2024-Q2": "2024-06-18"}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "examples", folder / "year" / "closed")
        shutil.copytree(ROOT / "examples", folder / "year" / "open", ignore=shutil.ignore_patterns("periods"))
        write_plan(folder / "1,000 records" / "open", 1_000)
        large = folder / "1,000 records" / "closed"
        shutil.copytree(folder / "1,000 records" / "open", large)
        for period, day in QUARTERS.items():
            close = [KEHOACH, "close", period, "--number", period, "--date", day, "--plan", str(large), "--yes"]
            subprocess.run(close, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for plan in sorted(folder.iterdir()):
            for command, arguments in _commands(folder / "report.docx").items():
                timings = race(
                    {
                        kind: Contestant([KEHOACH, *arguments, _plan(command, plan / kind)])
                        for kind in ("open", "closed")
                    },
                    rounds,
                )
                ratio = timings["closed"].median / timings["open"].median
                print(f"{plan.name}, {command}: {timings['closed'].median:.2f} s, {ratio:.2f} of none closed")


def _commands(report: Path) -> dict[str, list[str]]:
    return {
        "status": ["status", "--as-of", "2024-07-01"],
        "validate": ["validate"],
        "report": ["report", "--period", "2024-Q3", "--yes", "-o", str(report)],
        "diff": ["diff", "--period", "2024-Q3"],
    }


def _plan(command: str, folder: Path) -> str:
    return str(folder) if command == "validate" else f"--plan={folder}"


if __name__ == "__main__":
    main()
