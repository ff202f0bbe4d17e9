"""Where the program starts. What can be done before anything heavy is imported is done here: `--version`, the child."""

import gc
import sys

from kehoach_cli import __version__
from kehoach_cli.cli.registry import FILL_IN_TEMPLATES


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"kehoach {__version__}\n")
        return
    if _fills_in_a_template(sys.argv[1:]):
        from kehoach_cli.reports.word.child.starting import start_early

        start_early()
    # The process is short and makes no cycles worth collecting; the collector would make loading grow faster
    # than the data.
    gc.disable()
    from kehoach_cli.cli.app import run

    sys.exit(run(sys.argv[1:]))


def _fills_in_a_template(arguments: list[str]) -> bool:
    return arguments[:1] != [] and arguments[0] in FILL_IN_TEMPLATES and not {"-h", "--help"}.intersection(arguments)


if __name__ == "__main__":
    main()
