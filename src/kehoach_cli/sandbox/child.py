"""The child's side: answers requests from standard input until it is closed.

It is started with its duty, the seconds that a document may take, the parent's number and its import path as arguments
and no environment, imports, fences itself in, and only then opens what was sent. A thread reads the requests, so that
the end of the input, which is the parent's end however it came, ends the child too, whatever document it is busy with;
in one long call into C no thread runs, and there only Linux ends it at once.
"""

import gc
import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import IO

from kehoach_cli.sandbox.limits import Fenced, allow, end_with, fence
from kehoach_cli.sandbox.package.rules import stopped, too_much
from kehoach_cli.sandbox.problems import TemplateProblem, bounded
from kehoach_cli.sandbox.wire import Message, receive, send

Tasks = Mapping[str, Callable[[Message], Message]]
_DUTIES = {
    "templates": "kehoach_cli.word.template.template_job",
    "forms": "kehoach_cli.word.form.form_job",
}

_FINDINGS = ("findings", "checked")


def main(duty: str, seconds: float, parent: int) -> None:
    """Serve until the parent closes the pipe. Garbage is collected between documents, never within one."""
    end_with(parent)
    gc.disable()
    tasks: Tasks = import_module(_DUTIES[duty]).ready()
    gc.freeze()
    requests: SimpleQueue[Message] = SimpleQueue()
    Thread(target=_read, args=(sys.stdin.buffer, requests), daemon=True).start()  # the fence allows no new thread
    fence()
    while True:
        request = requests.get()
        allow(seconds)
        found = answer(request, tasks)
        allow(0)
        if "ahead" not in request.said:
            send(sys.stdout.buffer, found)
        gc.collect()


def _read(stream: IO[bytes], requests: SimpleQueue[Message]) -> None:
    """Hand on each request; at the end of the stream, or where nothing more can be read, end the process at once."""
    try:
        while True:
            requests.put(receive(stream))
    finally:
        os._exit(1)


def answer(request: Message, tasks: Tasks) -> Message:
    """What one request comes to: a file, no more findings than anybody reads, or the traceback of a bug."""
    said, file = _answer(request, tasks)
    return Message({key: bounded(given) if key in _FINDINGS else given for key, given in said.items()}, file)


def _answer(request: Message, tasks: Tasks) -> Message:
    try:
        return tasks[str(request.said["task"])](request)
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
