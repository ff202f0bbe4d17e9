"""Where the program starts. `--version` is answered before anything else is imported."""

import gc
import sys

from kehoach_cli import __version__


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"kehoach {__version__}\n")
        return
    # The process is short and makes no cycles worth collecting; the collector would make loading grow faster
    # than the data.
    gc.disable()
    from kehoach_cli.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
