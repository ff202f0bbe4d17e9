"""Give Typer's commands and groups Vietnamese help pages, and import a command only when it is called."""

import re
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from inspect import cleandoc
from types import ModuleType
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException
from typer.main import get_command

from kehoach_cli.cli.command_list import COMMANDS
from kehoach_cli.diagnostics import UsageProblem

_NEGATIVE = re.compile(r"-[0-9][0-9.,]*(%|/-?[0-9.,]+)?")


class _VietnameseHelp:
    """The parts of a help page, for a command and for a group."""

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]  # the other base has it
        if option is not None:
            option.help = "In hướng dẫn này rồi thoát."
        return option

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        # Typer's marks for arguments that are required, and for those that may be several
        pieces = [piece.removesuffix("...").strip("{}") for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Cách dùng: ")

    def format_options(self: Any, ctx: Any, formatter: Any) -> None:
        rows: dict[str, list[tuple[str, str]]] = {"Tham số": [], "Tùy chọn": []}
        for param in self.get_params(ctx):
            if param.hidden:
                continue
            if param.param_type_name == "argument":
                rows["Tham số"].append((param.metavar or param.name, param.help or ""))
            else:
                takes_value = not param.is_flag and param.metavar
                name = ", ".join(sorted(param.opts, key=len)) + (f" {param.metavar}" if takes_value else "")
                rows["Tùy chọn"].append((name, param.help or ""))
        for title, lines in rows.items():
            if lines:
                with formatter.section(title):
                    formatter.write_dl(lines)


class Command(_VietnameseHelp, TyperCommand):
    """One command with a Vietnamese help page."""

    def __init__(self, name: str | None, **settings: Any) -> None:
        settings["options_metavar"] = "[TÙY CHỌN]"
        super().__init__(name, **settings)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, with a negative number as the value that the command takes: its sign becomes U+2212, a minus too.

        Raises UsageProblem for an option that takes one value and has two, of which Click drops one.
        """
        for param in self.params:
            once = not (param.multiple or getattr(param, "is_flag", True))  # an argument is not named
            if once and sum(word.partition("=")[0] in param.opts for word in args) > 1:
                raise UsageProblem(f"{param.opts[0]} chỉ ghi một lần; xem: {ctx.command_path} --help")
        try:
            return super().parse_args(ctx, list(args))
        except TyperException as error:
            unknown = getattr(error, "option_name", None) or "no option"
            takes_one = any(param.metavar == "GIÁ TRỊ" for param in self.params)
            taken = [at for at, word in enumerate(args) if word.startswith(unknown) and _NEGATIVE.fullmatch(word)]
            if not (takes_one and taken):
                raise
        at = taken[-1]
        return self.parse_args(ctx, [*args[:at], f"\u2212{args[at][1:]}", *args[at + 1 :]])


class Group(_VietnameseHelp, TyperGroup):
    """Commands under one name. Imports only the command that is called.

    `table` maps each command's name to its description; the module of that name in `package` holds it.
    """

    def __init__(
        self, *, table: Mapping[str, str] = COMMANDS, package: str = "kehoach_cli.cli.commands", **settings: Any
    ) -> None:
        settings.update(options_metavar="[TÙY CHỌN]", subcommand_metavar="LỆNH [THAM SỐ]…", suggest_commands=False)
        super().__init__(**settings)
        self._table = table
        self._package = package

    def format_options(self, ctx: Any, formatter: Any) -> None:
        super().format_options(ctx, formatter)
        with formatter.section("Lệnh"):
            formatter.write_dl(list(self._table.items()))

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(self._table)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in self._table:
            return None
        module = import_module(f"{self._package}.{cmd_name}")
        return as_group(cmd_name, module) if hasattr(module, "COMMANDS") else as_command(cmd_name, module.command)


class NestedGroup(Group):
    """A group inside the program; without a command it prints its help page."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args:
            sys.stdout.write(ctx.get_help() + "\n")
            raise typer.Exit
        return super().parse_args(ctx, args)


def as_group(name: str, module: ModuleType) -> Group:
    """Build a group from a package: its docstring is the help page, its `COMMANDS` the table."""
    return NestedGroup(
        name=name,
        table=module.COMMANDS,
        package=module.__name__,
        help=cleandoc(module.__doc__ or ""),
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def as_command(name: str, function: Callable[..., None]) -> Any:
    """Build a Typer command from a function; its docstring is the help page."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=Command)(function)
    return get_command(app)
