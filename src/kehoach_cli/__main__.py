"""Where the program starts, and where `--version` is answered, before anything heavy is imported."""

import contextlib
import gc
import os
import sys

from kehoach_cli import __version__
from kehoach_cli.cli.exits import INTERRUPTED, OK


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
    # The process is short and makes no cycles worth collecting; the collector would make loading grow faster
    # than the data.
    gc.disable()
    import signal

    from kehoach_cli.cli.app import run

    # Ended by another program is ended as by Ctrl-C: temporary files and other processes go first.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    return run(arguments)


if __name__ == "__main__":
    main()
