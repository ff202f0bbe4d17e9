"""The child's side: answers requests from standard input until it is closed.

It is started with the parent's import path as arguments and no environment, imports, fences itself in, and only then
reads the first byte of what was sent.
"""

import gc
import sys
from collections.abc import Callable, Mapping

from kehoach_cli.reports.word.child.limits import Fenced, fence
from kehoach_cli.reports.word.child.warming import warm_up
from kehoach_cli.reports.word.child.wire import Closed, Message, receive, send
from kehoach_cli.reports.word.form.checking import check_form
from kehoach_cli.reports.word.package.opening import open_package
from kehoach_cli.reports.word.problems import TemplateProblem
from kehoach_cli.reports.word.rules import stopped, too_much
from kehoach_cli.reports.word.template.checking import check_template
from kehoach_cli.reports.word.template.filling import fill
from kehoach_cli.reports.word.template.language import Language


def _render(message: Message) -> Message:
    return Message({}, fill(message.file, message.said["context"]))


def _check(message: Message) -> Message:
    checked = check_template(open_package(message.file), message.said["shape"], Language())
    return Message({"checked": checked.findings})


def _form(message: Message) -> Message:
    return Message({"checked": check_form(message.file)})


TASKS: Mapping[str, Callable[[Message], Message]] = {"render": _render, "check": _check, "form": _form}


def main() -> None:
    """Serve until the parent closes the pipe."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    warm_up()
    gc.freeze()
    gc.disable()  # it would run a dozen times within one document; the answer goes out first, then it may
    fence()
    while True:
        try:
            request = receive(requests)
        except Closed:
            return
        send(answers, answer(request))
        gc.collect()


def answer(request: Message) -> Message:
    """What one request comes to: a file, findings, or the traceback of a bug."""
    try:
        return TASKS[str(request.said["task"])](request)
    except TemplateProblem as problem:
        return Message({"findings": problem.findings})
    except MemoryError:
        return Message({"findings": [too_much.finding("Mẫu cần quá 768 MiB bộ nhớ")]})
    except RecursionError:
        return Message({"findings": [too_much.finding("Mẫu lồng nhau quá sâu")]})
    except Fenced:
        return Message({"findings": [stopped.finding("Mẫu làm điều không được phép")]})
    except Exception as error:  # a bug: the parent reports it as one
        return Message({"bug": _traced(error)})


def _traced(error: Exception) -> str:
    """The error and where it came from. `traceback` would open the source files, which the fence forbids."""
    steps = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        steps.append(f"{code.co_filename}:{trace.tb_lineno} {code.co_qualname}")
        trace = trace.tb_next
    return "\n".join([*steps, f"{type(error).__name__}: {error}"])
