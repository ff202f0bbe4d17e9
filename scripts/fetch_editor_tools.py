"""Install the YAML language server that editors use, for the tests that talk to it.

    python scripts/fetch_editor_tools.py

It goes into `.tools/` at the top of the repository, or into the folder given. Needs Node.js and npm; what is there
already in this version is left alone. Its packages' own install scripts are not run.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

LANGUAGE_SERVER = "yaml-language-server"
VERSION = "1.25.0"
LAST_DAY = "2026-11-20"  # what a package needs in turn is taken as of this day
DEFAULT_FOLDER = Path(__file__).parent.parent / ".tools"


def installed_version(folder: Path) -> str | None:
    """The version of the language server in the folder, or None."""
    manifest = folder / "node_modules" / LANGUAGE_SERVER / "package.json"
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
        options.append(f"--before={LAST_DAY}")
        subprocess.run(  # noqa: S603 - fixed words
            [npm, "install", *options, "--prefix", str(folder), f"{LANGUAGE_SERVER}@{VERSION}"], check=True
        )
    print(f"{LANGUAGE_SERVER} {installed_version(folder)} in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
