"""Read the YAML files of a folder within a plan's data: answers, closed periods, narratives."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.diagnostics import Finding
from kehoach_cli.plan.periods import parse_period
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.links import is_link
from kehoach_cli.yaml.faults import FileFault, file_finding
from kehoach_cli.yaml.other_files import Advice
from kehoach_cli.yaml.text import SourceText, read_source

Reader = Callable[[], SourceText]


class SideFolder(NamedTuple):
    """A folder of files that belong to what a plan says.

    `what` names its content and `makes` the command that makes it, in messages. `takes` says whether a file may have
    this name, without its ending, and `misnamed` makes the finding of a file that has another. `advice` is on files
    that are something else.
    """

    name: str
    what: str
    makes: str
    takes: Callable[[str], bool]
    misnamed: Callable[[str, str], Finding]
    advice: Advice


def side_readers(side: SideFolder, folder: PlanFolder, shown: Callable[[Path], str] = str) -> dict[str, Reader]:
    """What reads each file of the folder, by its name in places: "answers/STTTT". A reader may raise FileFault."""
    files = folder.data / side.name
    try:
        names = yaml_names(files, side.what, side.makes, shown)
    except FileFault as fault:
        return {f"{side.name}/": partial(_refuse, fault)}

    def read(path: Path) -> SourceText:
        refuse_link(path.parent, shown(path.parent))
        if path.name != f"{path.stem}.yaml" or not side.takes(path.stem):
            raise FileFault(side.misnamed(path.name, shown(path)))
        return read_source(path, shown(path), side.advice)

    return {f"{side.name}/{name.removesuffix('.yaml')}": partial(read, files / name) for name in names}


def _refuse(fault: FileFault) -> SourceText:
    raise fault


def names_period(stem: str) -> bool:
    """Whether a file's name, without its ending, is that of a period: `2023-Q3`."""
    with suppress(ValueError):
        return str(parse_period(stem)) == stem
    return False


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
