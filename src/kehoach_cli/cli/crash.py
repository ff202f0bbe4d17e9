"""Report a bug: a short message and a log file to send, instead of a traceback on the screen."""

import platform
import sys
import traceback

from kehoach_cli import __version__
from kehoach_cli.cli import console, exits
from kehoach_cli.storage.output_file import write_log


def report_crash(error: Exception) -> int:
    """Write the traceback to a file, print its path, and return the exit code for a bug."""
    log = "".join(
        (
            f"kehoach {__version__}, Python {platform.python_version()}, {platform.platform()}\n",
            f"kehoach {' '.join(sys.argv[1:])}\n\n",
            *traceback.format_exception(error),
        )
    )
    try:
        where = f"Chi tiết đã ghi vào {write_log(log)}; xin gửi tệp này cho người phụ trách kehoach."
    except OSError:
        where = f"Chi tiết: {type(error).__name__}: {error}"
    console.say(f"Chương trình gặp lỗi ngoài dự kiến. {where}")
    return exits.BUG
