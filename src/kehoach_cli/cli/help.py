"""Typer's commands and groups with Vietnamese help pages, each command imported only when it is called."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from kehoach_cli.cli.registry import COMMANDS


class AsGiven:
    """What Typer needs to know of a parameter whose value is to be passed on as it was given, text or flag.

    Typer (since 0.29) would build a Pydantic adapter for it, and every command would wait for that import.
    Commands read their options themselves, so that what is wrong is said in Vietnamese.
    """

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ARG002 - Typer's signature
        if param.multiple or param.nargs == -1:
            return tuple(value or ())
        return value


class Command(TyperCommand):
    """One command, with its help in Vietnamese."""

    def __init__(self, name: str | None, **settings: Any) -> None:
        settings["options_metavar"] = "[TÙY CHỌN]"
        super().__init__(name, **settings)
        for param in self.params:
            _pass_as_given(param)

    def get_help_option(self, ctx: Any) -> Any:
        return _vietnamese(super().get_help_option(ctx))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        _write_params(self, ctx, formatter)


class Group(TyperGroup):
    """The program itself: lists its commands from the registry and imports the one that is called."""

    def __init__(self, **settings: Any) -> None:
        settings.update(options_metavar="[TÙY CHỌN]", subcommand_metavar="LỆNH [THAM SỐ]…", suggest_commands=False)
        super().__init__(**settings)

    def get_help_option(self, ctx: Any) -> Any:
        return _vietnamese(super().get_help_option(ctx))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        _write_params(self, ctx, formatter)
        with formatter.section("Lệnh"):
            formatter.write_dl(list(COMMANDS.items()))

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"kehoach_cli.cli.commands.{cmd_name}")
        return as_command(cmd_name, module.command)


def as_command(name: str, function: Callable[..., None]) -> Any:
    """A Typer command made of one function; its docstring is the help page."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=Command)(function)
    return get_command(app)


def _pass_as_given(param: Any) -> None:
    param._runtime_param = AsGiven()  # Typer offers no other way in


def _vietnamese(help_option: Any) -> Any:
    if help_option is not None:
        help_option.help = "In hướng dẫn này rồi thoát."
        _pass_as_given(help_option)
    return help_option


def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = command.collect_usage_pieces(ctx)
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Cách dùng: ")


def _write_params(command: Any, ctx: Any, formatter: Any) -> None:
    rows: dict[str, list[tuple[str, str]]] = {"Tham số": [], "Tùy chọn": []}
    for param in command.get_params(ctx):
        if param.hidden:
            continue
        if param.param_type_name == "argument":
            rows["Tham số"].append((param.metavar or param.name, param.help or ""))
        else:
            takes_value = not param.is_flag and param.metavar
            name = ", ".join(param.opts) + (f" {param.metavar}" if takes_value else "")
            rows["Tùy chọn"].append((name, param.help or ""))
    for title, lines in rows.items():
        if lines:
            with formatter.section(title):
                formatter.write_dl(lines)
