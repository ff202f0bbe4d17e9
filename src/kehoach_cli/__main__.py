"""Where the program starts. What can be done before anything heavy is imported is done here: `--version`, the child."""

import contextlib
import gc
import os
import sys

from kehoach_cli import __version__
from kehoach_cli.cli.exits import INTERRUPTED, OK
from kehoach_cli.cli.registry import FILL_IN_TEMPLATES


def main() -> None:
    """Run the command line and leave with its exit code."""
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(_run(sys.argv[1:]))
    sys.exit(INTERRUPTED)  # while the program was still being imported


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        # Past the stream's buffer, so that nothing is left in it where the stream is closed or fails: `run` says so.
        with contextlib.suppress(OSError, AttributeError):
            os.write(sys.stdout.fileno(), f"kehoach {__version__}\n".encode())
            return OK
    if _fills_in_a_template(arguments):
        from kehoach_cli.reports.word.child.starting import start_early

        start_early()
    # The process is short and makes no cycles worth collecting; the collector would make loading grow faster
    # than the data.
    gc.disable()
    from kehoach_cli.cli.app import run

    return run(arguments)


def _fills_in_a_template(arguments: list[str]) -> bool:
    return arguments[:1] != [] and arguments[0] in FILL_IN_TEMPLATES and not {"-h", "--help"}.intersection(arguments)


if __name__ == "__main__":
    main()
