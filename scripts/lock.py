"""Resolve the dependencies anew: the newest releases that pyproject.toml admits, with the hashes of their files.

    python -m scripts.lock

Writes three files, each of which begins with the one before, so that a pin stands in one place: what the program
needs, what building it needs besides, what developing it needs besides. Read the diff, then run README.md's second
command.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROGRAM = ROOT / "src" / "kehoach_cli" / "starter" / "requirements.txt"
APP = ROOT / "requirements" / "app.txt"
DEV = ROOT / "requirements" / "dev.txt"


def pins(text: str) -> dict[str, str]:
    """The pins of a requirements file (`name==version ; marker`), each with its lines: hashes, and what needs it."""
    blocks = re.findall(r"^[a-z].*\n(?: .*\n)*", text, re.MULTILINE)
    return {block.split(" \\\n")[0]: block for block in blocks}


def _resolved(output: Path, *options: str) -> dict[str, str]:
    """What uv finds for pyproject.toml, for every system and every Python that the project supports.

    Versions that stand in the output file already are kept.
    """
    uv = Path(sys.executable).with_name("uv")
    fixed = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--quiet"]
    command = [str(uv), "pip", "compile", *fixed, *options, "--output-file", str(output), "pyproject.toml"]
    subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - fixed words
    return pins(output.read_text(encoding="utf-8"))


def _write(path: Path, begins_with: str, found: dict[str, str]) -> None:
    text = f"# Written by `python -m scripts.lock`.\n{begins_with}{''.join(found.values())}"
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "requirements.txt"
        dev = _resolved(output, "--extra", "dev", "--extra", "build")  # the widest first: its versions suit all
        app = _resolved(output, "--extra", "build")
        program = _resolved(output)
    _write(PROGRAM, "", program)
    _write(APP, f"-r ../{PROGRAM.relative_to(ROOT).as_posix()}\n", {pin: app[pin] for pin in app if pin not in program})
    _write(DEV, f"-r {APP.name}\n", {pin: dev[pin] for pin in dev if pin not in app})


if __name__ == "__main__":
    main()
