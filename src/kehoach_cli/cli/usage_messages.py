"""Word Typer's errors about a command line in Vietnamese, with what to do."""

from ast import literal_eval
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from kehoach_cli.cli.command_list import COMMANDS


def usage_message(error: Any, arguments: Sequence[str]) -> str:
    """The message for an error that Typer raised while it parsed the arguments."""
    problem = _problem(error, arguments)
    return f"{problem}{'' if problem.endswith('?') else '.'} Xem cách dùng: {_command(error, arguments)} --help"


def _command(error: Any, arguments: Sequence[str]) -> str:
    if error.ctx:
        return str(error.ctx.command_path)
    return f"kehoach {arguments[0]}" if arguments[0] in COMMANDS else "kehoach"


def _problem(error: Any, arguments: Sequence[str]) -> str:
    match type(error).__name__:
        case "NoSuchOption":
            return _no_such_option(error, arguments)
        case "MissingParameter":
            name = error.param.metavar or error.param.name if error.param else ""
            return f"Thiếu {name.rstrip('…')}"
        case "BadOptionUsage":
            problem = "không nhận giá trị" if "does not take" in error.message else "thiếu giá trị"
            return f"Tùy chọn {error.option_name} {problem}"
    message = error.format_message()
    if message.startswith("No such command"):
        name = str(literal_eval(message.partition("command ")[2].removesuffix(".")))
        return f"Không có lệnh «{name}»{_near(name, error.ctx.command.list_commands(error.ctx))}"
    if message.startswith("Got unexpected extra argument"):
        return f"Thừa tham số «{message.partition('(s) (')[2].removesuffix(')')}»"
    return "Dòng lệnh viết chưa đúng"


def _no_such_option(error: Any, arguments: Sequence[str]) -> str:
    name = error.option_name
    if error.ctx and error.ctx.parent is None and (command := next((a for a in arguments if a in COMMANDS), "")):
        return f"Tùy chọn {name} phải đứng sau tên lệnh {command}; đổi lại thứ tự"
    known = [option for param in error.ctx.command.params for option in param.opts] if error.ctx else []
    return f"Không có tùy chọn {name}{_near(name, known)}"


def _near(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"; có phải là «{near[0]}»?" if near else ""
