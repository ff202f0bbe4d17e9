"""A PDF copy of a Word document, made by LibreOffice where that is installed.

The copy ends in a comment with the hash of the bytes before it. Editing or signing a PDF rewrites it or appends to it,
so a file that ends in a valid comment is unchanged.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.storage.atomic_write import replace_file
from kehoach_cli.storage.document_file import write_document
from kehoach_cli.storage.naming import shown_path

TIMEOUT_SECONDS = 120
# Tagged, so that screen readers find headings and table heads; the title and language come from the document.
_FILTER = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_CONVERT = ("--headless", "--norestore", "--convert-to", _FILTER, "--outdir")
_SEAL = b"%%kehoach sha256 %b\n"
_SEAL_LENGTH = len(_SEAL % bytes(64))
# Installers on Windows and macOS do not put LibreOffice on the path.
_USUAL_PATHS = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_INSTALL = "cài LibreOffice (libreoffice.org; Ubuntu, Debian: sudo apt install libreoffice-writer)"
_BY_HAND = "mở tệp trong Word và chọn Tệp > Lưu dưới dạng > PDF"


def make_pdf(document: Path) -> None:
    """Write the PDF beside the document and print its path. Replaces an existing PDF only if nobody changed it.

    LibreOffice runs with a temporary profile, since an open instance would block it, and on a copy, so that it puts no
    other file beside the document.

    Raises:
        UsageProblem: LibreOffice is missing or failed.
    """
    program = _program()
    if program is None:
        raise UsageProblem(f"--pdf: chưa làm được PDF vì máy chưa có LibreOffice; {_INSTALL}, hoặc {_BY_HAND}")
    target = document.with_suffix(".pdf")
    with tempfile.TemporaryDirectory(prefix="kehoach-pdf-") as folder:
        profile = (Path(folder) / "profile").as_uri()
        copy, made = Path(folder) / "document.docx", Path(folder) / "document.pdf"
        try:
            replace_file(copy, document.read_bytes(), "copy")
            _run_to_end([program, f"-env:UserInstallation={profile}", *_CONVERT, str(made.parent), str(copy)])
        except (OSError, subprocess.TimeoutExpired):
            raise UsageProblem(f"--pdf: LibreOffice không làm xong bản PDF; {_look_at(folder)}") from None
        if not made.exists():
            raise UsageProblem(f"--pdf: LibreOffice không làm được bản PDF; {_look_at(folder)}")
        written = write_document(target, sealed(made.read_bytes()), is_sealed)
    where = shown_path(written.path)
    if written.outcome == "kept":
        sys.stdout.write(f"Tệp {shown_path(target)} không phải do kehoach ghi, hoặc đã có người sửa, nên giữ nguyên; ")
        sys.stdout.write(f"bản PDF mới ở {where}.\n")
    else:
        sys.stdout.write(f"Đã ghi {where}.\n")


def _run_to_end(command: list[str]) -> None:
    """Run the program, and on any way out end what it started too: LibreOffice's first process only starts another.

    Raises:
        OSError: the program does not start.
        subprocess.TimeoutExpired: it took longer than TIMEOUT_SECONDS.
    """
    with subprocess.Popen(  # noqa: S603 - the program found by `_program`, with the path of a copy just made
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            process.communicate(timeout=TIMEOUT_SECONDS)
        except BaseException:
            if sys.platform == "win32":
                subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S603, S607 - part of Windows
            else:
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()  # ends once nothing holds the pipe, so that the folder can be removed
            raise


def _look_at(folder: str) -> str:
    """What to do where LibreOffice fails: it needs room for its temporary files, and its part for documents."""
    room = shutil.disk_usage(folder).free // 1024**2
    return f"đĩa tạm {tempfile.gettempdir()} còn trống {room} MB, nếu quá ít thì xóa bớt tệp; nếu không, {_BY_HAND}"


def sealed(content: bytes) -> bytes:
    """The PDF with the seal at its end, as a comment that readers ignore."""
    content = content if content.endswith(b"\n") else content + b"\n"
    return content + _SEAL % sha256(content).hexdigest().encode()


def is_sealed(content: bytes) -> bool:
    """Whether the PDF is unchanged since `sealed`."""
    return content[-_SEAL_LENGTH:] == _SEAL % sha256(content[:-_SEAL_LENGTH]).hexdigest().encode()


def _program() -> str | None:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((path for path in _USUAL_PATHS if Path(path).is_file()), None)
