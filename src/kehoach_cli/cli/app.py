"""Run one command line: parse it, call the command, turn every outcome into an exit code and a message."""

import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from kehoach_cli import __version__
from kehoach_cli.cli import console, exits
from kehoach_cli.cli.help import Group
from kehoach_cli.diagnostics import UnusablePlan, UsageProblem
from kehoach_cli.storage import written
from kehoach_cli.storage.write_faults import WriteFault
from kehoach_cli.yaml.characters import unseen_in

app = typer.Typer(
    cls=Group, add_completion=False, rich_markup_mode=None, context_settings={"help_option_names": ["-h", "--help"]}
)


@app.callback(invoke_without_command=True)
def kehoach(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="In phiên bản rồi thoát.")] = False,  # noqa: FBT002
) -> None:
    """Theo dõi kế hoạch công tác lưu dạng YAML trong git: tính khoảng cách đến chỉ tiêu, nhắc việc quá hạn,
    lập báo cáo Word.

    Gõ «kehoach LỆNH --help» để xem cách dùng từng lệnh.
    """
    if version:
        sys.stdout.write(f"kehoach {__version__}\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        sys.stdout.write(context.get_help() + "\n")


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code. A bug is reported and gives an exit code too."""
    unheard = sys.stdout is None
    console.prepare_streams()
    written.forget()
    # Pydantic loads plugins of every installed distribution; those of other programs must not touch a plan.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        code = _exit_code(arguments)
        sys.stdout.flush()
    except OSError as error:
        return _output_failed(error)
    except Exception as error:
        return _crashed(error)
    if unheard and code == exits.OK:
        _tell_written()
    return code


def _exit_code(arguments: Sequence[str]) -> int:
    if problem := _unreadable_word(arguments):
        return _usage_error(problem)
    try:
        # Typer returns the code of an exit that it caught, such as Ctrl-C, and None for a command that ends normally.
        return get_command(app).main(args=list(arguments), prog_name="kehoach", standalone_mode=False) or exits.OK
    except exits.Failure as failure:
        return failure.code
    except UnusablePlan as unusable:
        from kehoach_cli.cli.plans.unusable_plan import report_unusable

        return report_unusable(unusable)
    except (UsageProblem, WriteFault) as problem:
        return _usage_error(str(problem))
    except (typer.Abort, KeyboardInterrupt):
        return exits.INTERRUPTED
    except TyperException as error:  # any error in the command line
        from kehoach_cli.cli.usage_messages import usage_message

        return _usage_error(usage_message(error, arguments))
    except SystemExit:  # Typer exits so when the reader of a pipe has gone
        return _reader_gone()


def _unreadable_word(arguments: Sequence[str]) -> str | None:
    """What is wrong with a word that holds nothing, or letters that do not show or that no text can hold."""
    for before, word in pairwise(("kehoach", *arguments)):
        name, _, value = word.partition("=") if word.startswith("--") else (before, "", word)
        if not value.strip() and (word != name):
            return f"Tham số sau {name} để trống; ghi giá trị, hoặc bỏ tham số đó"
        try:
            readable = b"\0" not in os.fsencode(word)
        except UnicodeEncodeError:
            readable = False
        if not readable:
            return f"Tham số «{word}» có ký tự không đọc được; gõ lại tham số đó"
        if sys.getfilesystemencoding() != "utf-8" and not word.isascii():
            return f"Hệ thống không dùng bảng mã UTF-8 nên không đọc được «{word}»; đặt biến PYTHONUTF8=1 rồi chạy lại"
        if (unseen := unseen_in(value or word)) and not os.path.lexists(value or word):
            return f"Tham số sau {name if value else before}: {unseen}"
    return None


def _output_failed(error: OSError) -> int:
    if console.reader_has_gone(error):
        return _reader_gone()
    if console.cannot_take_output(error):
        console.silence(sys.stdout)
        why = "Không ghi được kết quả ra nơi nhận: ổ đĩa đầy hoặc thiết bị không nhận"
        if names := written.told():
            console.say(f"{why}; nhưng đã ghi {names}, nên xem lại trước khi chạy lần nữa")
            return exits.FINDINGS
        return _usage_error(f"{why}; chọn nơi khác")
    return _crashed(error)


def _reader_gone() -> int:
    console.silence(sys.stdout)
    _tell_written()
    return exits.OK


def _tell_written() -> None:
    if names := written.told():
        console.say(f"Đã ghi {names}")


def _crashed(error: Exception) -> int:
    from kehoach_cli.cli.crash import report_crash

    return report_crash(error)


def _usage_error(message: str) -> int:
    names = written.told(message)
    console.say(f"{message}\nTrước đó đã ghi: {names}" if names else message)
    return exits.USAGE
