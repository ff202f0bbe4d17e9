"""The child's side: answer requests from standard input until it closes.

The child has no environment. Its arguments are its role, the seconds of processor time per document, the parent's
process id and the import path. It imports its handlers, enters the sandbox, and only then opens what was sent.

A thread reads the requests. The input closes whenever the parent ends; the thread then ends the child, even in the
middle of a document. No thread runs during one long call into C: there, only Linux ends the child at once.
"""

import gc
import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import IO

from kehoach_cli.sandbox.limits import SandboxViolation, die_with_parent, enter_sandbox, limit_processor_time
from kehoach_cli.sandbox.package.rules import stopped, too_much
from kehoach_cli.sandbox.problems import TemplateProblem, limit_findings
from kehoach_cli.sandbox.wire import Message, receive, send

Handlers = Mapping[str, Callable[[Message], Message]]
# Role -> the module whose `load_handlers()` gives the role's handlers by task. By name: they lie above this room.
_HANDLER_MODULES = {
    "templates": "kehoach_cli.word.template.template_handlers",
    "forms": "kehoach_cli.word.form.form_handlers",
    "tables": "kehoach_cli.tables.table_handlers",
}

_FINDING_KEYS = ("findings", "checked")


def main(role: str, seconds: float, parent: int) -> None:
    """Serve until the parent closes the pipe. Garbage is collected between documents only."""
    die_with_parent(parent)
    gc.disable()
    handlers: Handlers = import_module(_HANDLER_MODULES[role]).load_handlers()
    gc.freeze()
    requests: SimpleQueue[Message] = SimpleQueue()
    Thread(target=_read, args=(sys.stdin.buffer, requests), daemon=True).start()  # not possible in the sandbox
    enter_sandbox()
    while True:
        request = requests.get()
        limit_processor_time(seconds)
        found = answer(request, handlers, role)
        limit_processor_time(0)
        if "no_reply" not in request.fields:
            send(sys.stdout.buffer, found)
        gc.collect()


def _read(stream: IO[bytes], requests: SimpleQueue[Message]) -> None:
    """Queue each request. End the process at once when the stream ends or breaks."""
    try:
        while True:
            requests.put(receive(stream))
    finally:
        os._exit(1)


def answer(request: Message, handlers: Handlers, role: str) -> Message:
    """Handle one request. The answer holds a file, at most MAX_FINDINGS findings, or the traceback of a bug."""
    fields, file = _answer(request, handlers, role)
    limited = {key: limit_findings(value) if key in _FINDING_KEYS else value for key, value in fields.items()}
    return Message(limited, file)


def _answer(request: Message, handlers: Handlers, role: str) -> Message:
    try:
        return handlers[str(request.fields["task"])](request)
    except TemplateProblem as problem:
        return Message({"findings": problem.findings})
    except MemoryError:
        return Message({"findings": [too_much.finding("Tệp này cần quá 768 MiB bộ nhớ", role)]})
    except RecursionError:
        return Message({"findings": [too_much.finding("Tệp này lồng nhau quá sâu", role)]})
    except SandboxViolation:
        return Message({"findings": [stopped.finding("Tệp này làm điều không được phép", role)]})
    except Exception as error:  # a bug: the parent raises WorkerBug
        return Message({"bug": _traceback(error)})


def _traceback(error: Exception) -> str:
    """Format the error and its frames. `traceback` would open source files, which the sandbox forbids."""
    steps = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        steps.append(f"{code.co_filename}:{trace.tb_lineno} {code.co_qualname}")
        trace = trace.tb_next
    return "\n".join([*steps, f"{type(error).__name__}: {error}"])
