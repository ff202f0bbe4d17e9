"""Typer's English complaints about a command line, said in Vietnamese with the way out."""

from difflib import get_close_matches
from typing import Any


def usage_message(error: Any) -> str:
    """The sentence for an error that Typer raised while it read the arguments."""
    command = error.ctx.command_path if error.ctx else "kehoach"
    return f"{_what(error)}. Xem cách dùng: {command} --help"


def _what(error: Any) -> str:
    match type(error).__name__:
        case "NoSuchOption":
            known = [name for param in error.ctx.command.params for name in param.opts] if error.ctx else []
            return f"Không có tùy chọn {error.option_name}{_near(error.option_name, known)}"
        case "MissingParameter":
            name = error.param.metavar or error.param.name if error.param else ""
            return f"Thiếu {name}"
        case "BadOptionUsage":
            return f"Tùy chọn {error.option_name} thiếu giá trị hoặc không nhận giá trị"
    message = error.format_message()
    if message.startswith("No such command"):
        name = message.split("'")[1]
        return f"Không có lệnh «{name}»{_near(name, error.ctx.command.list_commands(error.ctx))}"
    if message.startswith("Got unexpected extra argument"):
        return f"Thừa tham số {message.partition('(')[2].partition('(')[2].rstrip(').')}"
    return "Dòng lệnh viết chưa đúng"


def _near(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"; có phải là «{near[0]}»?" if near else ""
