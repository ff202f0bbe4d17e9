"""Writes docs/lenh.md, the page of all commands and options, from their help.

python -m scripts.command_pages
"""

from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Any

from typer.main import get_command

from kehoach_cli.cli.app import app
from kehoach_cli.cli.help import Group

DOCUMENT = Path(__file__).parent.parent / "docs" / "lenh.md"

_HEAD = """\
# Mọi lệnh và tùy chọn

<!-- Trang này do scripts/command_pages.py lập từ phần hướng dẫn của từng lệnh; đừng sửa tay. -->

Xem ngay trên máy: `kehoach LỆNH --help`. Tùy chọn viết sau tên lệnh; giá trị có dấu cách thì đặt trong dấu nháy kép.
`kehoach --version` in phiên bản.
"""


def document() -> str:
    """The whole page."""
    program = get_command(app)
    assert isinstance(program, Group)  # noqa: S101 - what Typer was given
    return "\n".join([_HEAD, *(_section(name, command) for name, command in _commands(program, "kehoach"))])


def _commands(group: Group, path: str) -> Iterator[tuple[str, Any]]:
    """Every command by its whole name, those below `kehoach template` too."""
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        if isinstance(command, Group):
            yield from _commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def _section(name: str, command: Any) -> str:
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    options = [param for param in command.params if param.param_type_name == "option"]
    usage = " ".join([name, *(param.metavar for param in arguments), *(["[TÙY CHỌN]"] if options else [])])
    rows = [(param.metavar, param.help) for param in arguments]
    rows += [(", ".join(reversed(param.opts)) + _value(param), param.help) for param in options]
    table = [f"| `{title}` | {text} |" for title, text in rows]
    return "\n".join([f"## {name}\n", f"    {usage}\n", f"{cleandoc(command.help)}\n", *_framed(table)])


def _value(option: Any) -> str:
    return "" if option.is_flag else f" {option.metavar}"


def _framed(rows: list[str]) -> list[str]:
    return ["| Tham số, tùy chọn | Nghĩa |", "|---|---|", *rows, ""] if rows else []


def main() -> None:
    DOCUMENT.write_text(document(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
