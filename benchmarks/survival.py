"""Writers killed at every step and at any moment, and a crowd of writers: whether a file is ever torn or an edit lost.

    python -m benchmarks.survival [ROUNDS] [KILLS] [WRITERS] [EDITS]

The tests do the same in short. A torn file or a lost edit ends it with an AssertionError.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.support.survival import Kills, kill_at_every_step, kill_at_random, kill_inside_the_write, write_together


def main() -> None:
    given = [int(argument) for argument in sys.argv[1:]]
    rounds, kills, writers, edits = given + [100, 1_000, 50, 20][len(given) :]
    _print_kills(f"killed before each line of code, {rounds} rounds", lambda folder: kill_at_every_step(folder, rounds))
    _print_kills("killed inside the write, byte by byte further", lambda folder: kill_inside_the_write(folder, rounds))
    _print_kills("killed at a random moment", lambda folder: kill_at_random(folder, kills))
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        kept = write_together(Path(folder), writers, edits)
    seconds = time.perf_counter() - started
    print(f"{writers} writers, {edits} edits each: {kept} of {writers * edits} edits in the file ({seconds:.0f} s)")


def _print_kills(what: str, trial: Callable[[Path], Kills]) -> None:
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        kills = trial(Path(folder))
    seconds = time.perf_counter() - started
    print(
        f"{what}: {kills.total} kills, then {kills.before} old files, {kills.after} new ({seconds:.0f} s)", flush=True
    )


if __name__ == "__main__":
    main()
