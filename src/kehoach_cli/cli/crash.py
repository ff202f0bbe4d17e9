"""The last line of defence: a bug becomes a short message and a log to send, never a traceback on the screen."""

import platform
import sys
import tempfile
import traceback
from pathlib import Path

from kehoach_cli import __version__
from kehoach_cli.cli import console, exits


def report_crash(error: Exception) -> int:
    """Write the traceback to a file, tell the user where it is, and return the exit code for a bug."""
    log = "".join(
        (
            f"kehoach {__version__}, Python {platform.python_version()}, {platform.platform()}\n",
            f"kehoach {' '.join(sys.argv[1:])}\n\n",
            *traceback.format_exception(error),
        )
    )
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix="kehoach-loi-", suffix=".txt", delete=False
        ) as stream:
            stream.write(log)
        where = f"Chi tiết đã ghi vào {Path(stream.name)}; xin gửi tệp này cho người phụ trách kehoach."
    except OSError:
        where = f"Chi tiết: {type(error).__name__}: {error}"
    console.say(f"Chương trình gặp lỗi ngoài dự kiến. {where}")
    return exits.BUG
