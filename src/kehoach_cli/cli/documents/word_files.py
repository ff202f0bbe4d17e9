"""Read a Word file named on the command line."""

from pathlib import Path

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.storage.document_file import MAX_DOCUMENT_BYTES


def read_word_file(name: str) -> bytes:
    """The file's bytes. Raises UsageProblem if it is missing, not a regular file, over 64 MiB or unreadable."""
    path = Path(name)
    try:
        if not path.exists():
            raise UsageProblem(f"Không tìm thấy {name}")
        if not path.is_file():
            raise UsageProblem(f"{name} không phải tệp Word")
        if path.stat().st_size > MAX_DOCUMENT_BYTES:
            raise UsageProblem(f"{name} lớn hơn 64 MiB, không phải văn bản Word thông thường")
        return path.read_bytes()
    except OSError:
        raise UsageProblem(f"Không đọc được {name}: tệp đang mở ở nơi khác hoặc không có quyền đọc") from None
