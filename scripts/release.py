"""Write what is handed to offices: the folder `cong-cu` with the wheel and its requirements.

    python -m scripts.release

It goes into a folder of the version's name below `dist/`, or below the folder given. Raise `__version__` and install
with README.md's second command first: a version's files are written once.
"""

import sys
from pathlib import Path, PurePosixPath

from kehoach_cli import __version__
from kehoach_cli.cli.documents.own_wheel import own_files
from kehoach_cli.storage.new_tree import FilesExist, write_new_tree

DEFAULT_FOLDER = Path(__file__).parent.parent / "dist"


def main(arguments: list[str]) -> int:
    folder = (Path(arguments[0]) if arguments else DEFAULT_FOLDER) / f"kehoach-{__version__}"
    try:
        write_new_tree(folder, {PurePosixPath(name): content for name, content in own_files().items()})
    except FilesExist:
        print(f"{folder} is there already; raise __version__, or delete it if nobody was given it", file=sys.stderr)
        return 1
    print(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
