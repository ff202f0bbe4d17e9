"""List the YAML files of a folder within a plan's data: answers, narratives."""

from collections.abc import Callable
from pathlib import Path

from kehoach_cli.storage.links import is_link
from kehoach_cli.yaml.faults import FileFault, file_finding


def yaml_names(folder: Path, what: str, makes: str, shown: Callable[[Path], str] = str) -> list[str]:
    """The sorted names of what a user may expect to be read there; none without the folder.

    `what` names the folder's content and `makes` the command that makes the folder, in messages.

    Raises:
        FileFault: the folder cannot be listed.
    """
    name = shown(folder)
    try:
        refuse_link(folder, name)
        return sorted(path.name for path in folder.iterdir() if _looks_like_yaml(path))
    except FileNotFoundError:
        return []
    except OSError as error:
        message, remedy = f"Không đọc được thư mục {what}", "Cấp quyền đọc thư mục này cho người đang chạy kehoach"
        if isinstance(error, NotADirectoryError):
            message, remedy = "Đây là tệp, không phải thư mục", f"Dời tệp này đi; «{makes}» tự lập thư mục"
        raise FileFault(file_finding("KH101", message, remedy, name)) from None


def refuse_link(folder: Path, name: str) -> None:
    """Raise FileFault if the folder is a link: its target is not part of the plan."""
    if is_link(folder):
        raise FileFault(file_finding("KH101", "Đây là liên kết, không phải thư mục", "Thay bằng thư mục thật", name))


def _looks_like_yaml(path: Path) -> bool:
    name = path.name.lower()
    return not name.startswith(".") and (name.endswith((".yaml", ".yml")) or path.is_dir())
