"""Runs one command line: parses it, calls the command, and turns every ending into an exit code and a message."""

import os
import sys
from collections.abc import Sequence

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from kehoach_cli.cli import console, exits
from kehoach_cli.cli.help import Group

app = typer.Typer(
    cls=Group, add_completion=False, rich_markup_mode=None, context_settings={"help_option_names": ["-h", "--help"]}
)


@app.callback(invoke_without_command=True)
def kehoach(context: typer.Context) -> None:
    """Theo dõi kế hoạch công tác lưu dạng YAML trong git: tính khoảng cách đến chỉ tiêu, nhắc việc quá hạn,
    lập báo cáo Word.

    Gõ «kehoach LỆNH --help» để xem cách dùng từng lệnh.
    """
    if context.invoked_subcommand is None:
        sys.stdout.write(context.get_help() + "\n")


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code; nothing but a bug raises, and that is reported too."""
    console.prepare_streams()
    # Pydantic would ask every installed distribution for plugins; other programs' plugins have no say in a plan.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        get_command(app).main(args=list(arguments), prog_name="kehoach", standalone_mode=False)
    except exits.Failure as failure:
        return failure.code
    except exits.UsageProblem as problem:
        return _refuse(str(problem))
    except typer.Exit as ending:
        return ending.exit_code
    except typer.Abort:
        return exits.INTERRUPTED
    except TyperException as error:  # every complaint about the command line
        from kehoach_cli.cli.usage_messages import usage_message

        return _refuse(usage_message(error))
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except BrokenPipeError:  # `kehoach … | head`
        console.silence_stdout()
        return exits.OK
    except Exception as error:
        from kehoach_cli.cli.crash import report_crash

        return report_crash(error)
    return exits.OK


def _refuse(message: str) -> int:
    from kehoach_cli.cli.output import printable

    sys.stderr.write(printable.message(f"kehoach: {message}\n"))
    return exits.USAGE
