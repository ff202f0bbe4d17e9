"""A PDF copy of a Word document, made by LibreOffice where that is installed."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from kehoach_cli.cli.exits import UsageProblem
from kehoach_cli.cli.paths import shown_path
from kehoach_cli.files.whole_files import replace

TIMEOUT_SECONDS = 120
# Where the programs lie on Windows and macOS, whose installers do not put them on the path.
_USUAL_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_HOW_TO_GET = (
    "cài LibreOffice (libreoffice.org; Ubuntu, Debian: sudo apt install libreoffice-writer), "
    "hoặc mở tệp trong Word và chọn Tệp > Lưu dưới dạng > PDF"
)


def make_pdf(document: Path) -> None:
    """Write the PDF beside the document, in place of one that is there, and say so.

    LibreOffice works with a profile of its own for the occasion, so that one that is open does not get in the way.

    Raises:
        UsageProblem: there is no LibreOffice, or it could not do it.
    """
    program = _program()
    if program is None:
        raise UsageProblem(f"--pdf: đã ghi tệp Word nhưng chưa làm được PDF vì máy chưa có LibreOffice; {_HOW_TO_GET}")
    target = document.with_suffix(".pdf")
    with tempfile.TemporaryDirectory(prefix="kehoach-pdf-") as folder:
        profile = (Path(folder) / "profile").as_uri()
        made = Path(folder) / "out" / target.name
        try:
            subprocess.run(  # noqa: S603 - the program found above, with the path of a file that was just written
                [
                    program,
                    f"-env:UserInstallation={profile}",
                    "--headless",
                    "--norestore",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    str(made.parent),
                    str(document.absolute()),
                ],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=TIMEOUT_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            raise UsageProblem(f"--pdf: LibreOffice không làm xong bản PDF; {_HOW_TO_GET}") from None
        if not made.exists():
            raise UsageProblem(f"--pdf: LibreOffice không làm được bản PDF; {_HOW_TO_GET}")
        try:
            replace(target, made.read_bytes(), "output")
        except OSError:
            raise UsageProblem(f"--pdf: không ghi được {target}: tệp đang mở hoặc thư mục không cho ghi") from None
    sys.stdout.write(f"Đã ghi {shown_path(target)}.\n")


def _program() -> str | None:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)
