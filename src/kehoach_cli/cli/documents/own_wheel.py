"""Build the running program as a wheel, with the requirements file that installs it.

A plan's repository keeps both, and offices get both. No package index is asked for `kehoach`: anyone who registers
that name there could run code on every machine that installs it.
"""

import base64
import hashlib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources import files
from importlib.resources.abc import Traversable

from kehoach_cli import __version__
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.sandbox.package.zipping import write_parts

OWN_FOLDER = "cong-cu"
_PACKAGE = "kehoach_cli"
_DIST_INFO = f"kehoach-{__version__}.dist-info"
_COPIED_FILES = ("entry_points.txt", "licenses/LICENSE")
_HEADERS = ("Metadata-Version:", "Name:", "Version:", "License", "Requires-Python:", "Requires-Dist:")
_WHEEL = "Wheel-Version: 1.0\nGenerator: kehoach\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
# Pip before version 24 reads the file in the system's encoding unless a coding line names another.
_REQUIREMENTS = """\
# -*- coding: utf-8 -*-
# Chương trình kehoach {version} và các gói mà chương trình cần, kèm mã SHA-256 của từng tệp.
# Cài từ thư mục chứa thư mục {folder}: pip install --no-deps -r {folder}/requirements.txt
./{folder}/{wheel} \\
    --hash=sha256:{digest}
"""


def own_files() -> dict[str, bytes]:
    """The wheel and `requirements.txt` by path. The bytes do not depend on the machine or the way of installation.

    Raises:
        UsageProblem: this program is not installed, or in another version.
    """
    name = f"kehoach-{__version__}-py3-none-any.whl"
    wheel = _wheel(_installed())
    ours = _REQUIREMENTS.format(
        version=__version__, folder=OWN_FOLDER, wheel=name, digest=hashlib.sha256(wheel).hexdigest()
    )
    _, _, needed = files(_PACKAGE).joinpath("starter", "requirements.txt").read_text(encoding="utf-8").partition("\n")
    return {f"{OWN_FOLDER}/{name}": wheel, f"{OWN_FOLDER}/requirements.txt": (ours + needed).encode()}


def _installed() -> Distribution:
    try:
        installed = distribution("kehoach")
    except PackageNotFoundError:
        installed = None
    if installed is None or installed.version != __version__:
        raise UsageProblem(
            f"Không đóng gói được kehoach {__version__} vì bản này chưa được cài bằng pip; "
            "cài lại như hướng dẫn ở README.md của chương trình rồi chạy lại lệnh"
        )
    return installed


def _wheel(installed: Distribution) -> bytes:
    parts = dict(_package_files(files(_PACKAGE), _PACKAGE))
    parts |= {f"{_DIST_INFO}/{name}": (installed.read_text(name) or "").encode() for name in _COPIED_FILES}
    parts[f"{_DIST_INFO}/METADATA"] = _metadata(installed.read_text("METADATA") or "").encode()
    parts[f"{_DIST_INFO}/WHEEL"] = _WHEEL.encode()
    parts[f"{_DIST_INFO}/RECORD"] = _record(parts).encode()
    # Not compressed: DEFLATE output differs between systems, and git compresses by itself.
    return write_parts(parts, packed=False)


def _metadata(text: str) -> str:
    """The headers that pip reads: without the README and without the developers' requirements."""
    head, _, _ = text.partition("\n\n")
    return "".join(f"{line}\n" for line in head.splitlines() if line.startswith(_HEADERS) and "extra ==" not in line)


def _package_files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    """The package's files by path, without caches and hidden files."""
    for entry in folder.iterdir():
        if entry.name == "__pycache__" or entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _package_files(entry, f"{path}/{entry.name}")
        else:
            yield f"{path}/{entry.name}", entry.read_bytes()


def _record(parts: dict[str, bytes]) -> str:
    """The list of files with hashes, which pip uses to uninstall the program."""
    digests = {
        name: base64.urlsafe_b64encode(hashlib.sha256(parts[name]).digest()).decode().rstrip("=") for name in parts
    }
    lines = [f"{name},sha256={digests[name]},{len(parts[name])}\n" for name in sorted(parts)]
    return "".join([*lines, f"{_DIST_INFO}/RECORD,,\n"])
