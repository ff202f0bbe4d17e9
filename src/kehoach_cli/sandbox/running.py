"""The program's side of a child process: ask it, restart it if it ended, close it."""

import signal
import sys
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

from kehoach_cli.sandbox.package.rules import stopped, too_much
from kehoach_cli.sandbox.problems import Place, TemplateProblem, WordFinding
from kehoach_cli.sandbox.starting import Role, start_child
from kehoach_cli.sandbox.wire import Message, PipeClosed, receive, send

PROCESSOR_SECONDS = 8.0
WALL_CLOCK_SECONDS = 40.0


class WorkerBug(Exception):
    """The child met a bug of the program; the message is its traceback."""


class Worker:
    """One child process. It starts at once, and again on the next request if a document ended it."""

    def __init__(self, role: Role, seconds: float = PROCESSOR_SECONDS) -> None:
        """Start the child, with at most `seconds` of processor time per document."""
        self._role = role
        self._seconds = seconds
        self._process = start_child(role, seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def send_without_reply(self, request: Message) -> None:
        """Send a request that has the field `no_reply`; the child works on it and sends no answer."""
        assert self._process.stdin is not None  # noqa: S101 - a pipe
        with suppress(OSError):  # `ask` restarts a child that is gone
            send(self._process.stdin, request)

    def ask(self, request: Message) -> Message:
        """Send a request and return the answer.

        Raises:
            TemplateProblem: the child refused the document, or ended while working on it.
            WorkerBug: the child met a bug of the program.
        """
        process = self._process
        if process.poll() is not None:
            self.close()
            process = self._process = start_child(self._role, self._seconds)
        assert process.stdin is not None and process.stdout is not None  # noqa: PT018, S101 - pipes
        timer = threading.Timer(WALL_CLOCK_SECONDS, process.kill)
        timer.start()
        try:
            send(process.stdin, request)
            answer = receive(process.stdout)
        except (PipeClosed, OSError):
            ended = process.wait()
            raise TemplateProblem([_exit_finding(ended, self._role, timed_out=not timer.is_alive())]) from None
        finally:
            timer.cancel()
        if "bug" in answer.fields:
            raise WorkerBug(answer.fields["bug"])
        if "findings" in answer.fields:
            raise TemplateProblem(read_findings(answer, "findings"))
        return answer

    def close(self) -> None:
        """End the child."""
        process = self._process
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):  # the child is gone
                    stream.close()
        process.kill()
        process.wait()


def read_findings(answer: Message, key: str) -> list[WordFinding]:
    """Rebuild the findings that a child sent under this key."""
    return [
        WordFinding(code, message, remedy, Place(part, position, excerpt, (span[0], span[1])), severity)
        for code, message, remedy, (part, position, excerpt, span), severity in answer.fields[key]
    ]


def _exit_finding(code: int, role: Role, *, timed_out: bool) -> WordFinding:
    if timed_out or (sys.platform != "win32" and code == -signal.SIGPROF):
        return too_much.finding("Đọc tệp này quá lâu nên đã phải dừng", role)
    return stopped.finding(f"Tiến trình đọc tệp này dừng đột ngột (mã {code})", role)
