"""Start the program. `--version` is answered here, before the heavy imports."""

import contextlib
import gc
import os
import sys

from kehoach_cli import __version__
from kehoach_cli.cli.exits import INTERRUPTED, OK


def main() -> None:
    """Run the command line and exit with its code."""
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(_run(sys.argv[1:]))
    sys.exit(INTERRUPTED)  # Ctrl-C during the imports; later ones are handled in `run`


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        # Bypasses the buffer, so that a closed stream fails here and not at exit. `run` then reports it.
        with contextlib.suppress(OSError, AttributeError):
            os.write(sys.stdout.fileno(), f"kehoach {__version__}\n".encode())
            return OK
    # The process is short and makes few cycles. With the collector on, loading time grows faster than the data.
    gc.disable()
    import signal

    from kehoach_cli.cli.app import run

    # SIGTERM is handled as Ctrl-C is: temporary files are removed and child processes ended first.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    return run(arguments)


if __name__ == "__main__":
    main()
