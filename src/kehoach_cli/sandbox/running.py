"""The program's side of a child process: asking it, and ending it."""

import signal
import sys
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

from kehoach_cli.sandbox.package.rules import stopped, too_much
from kehoach_cli.sandbox.problems import Place, TemplateProblem, WordFinding
from kehoach_cli.sandbox.starting import Duty, started
from kehoach_cli.sandbox.wire import Closed, Message, receive, send

SECONDS = 8.0  # of the processor
SECONDS_OF_THE_CLOCK = 40.0


class WorkerBug(Exception):
    """The child met an error of ours; the message is its traceback."""


class Worker:
    """One child process, started at once; it is started anew where a document was its end."""

    def __init__(self, duty: Duty, seconds: float = SECONDS) -> None:
        """Start the child. `seconds` of the processor are the most that one document may take."""
        self._duty = duty
        self._seconds = seconds
        self._process = started(duty, seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def send_ahead(self, request: Message) -> None:
        """Give the child something to do before it is asked; it answers nothing to a request that is ahead."""
        assert self._process.stdin is not None  # noqa: S101 - it is a pipe
        with suppress(OSError):  # a child that is gone is started anew when it is asked
            send(self._process.stdin, request)

    def ask(self, request: Message) -> Message:
        """What the child answers.

        Raises:
            TemplateProblem: the child refused, or came to its end over this document.
            WorkerBug: the child met a fault of ours.
        """
        process = self._process
        if process.poll() is not None:
            self.close()
            process = self._process = started(self._duty, self._seconds)
        assert process.stdin is not None and process.stdout is not None  # noqa: PT018, S101 - both are pipes
        too_long = threading.Timer(SECONDS_OF_THE_CLOCK, process.kill)
        too_long.start()
        try:
            send(process.stdin, request)
            answer = receive(process.stdout)
        except (Closed, OSError):
            ended = process.wait()
            raise TemplateProblem([_ending(ended, timed_out=not too_long.is_alive())]) from None
        finally:
            too_long.cancel()
        if "bug" in answer.said:
            raise WorkerBug(answer.said["bug"])
        if "findings" in answer.said:
            raise TemplateProblem(read_findings(answer, "findings"))
        return answer

    def close(self) -> None:
        """End the child."""
        process = self._process
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):  # it had gone already
                    stream.close()
        process.kill()
        process.wait()


def read_findings(answer: Message, key: str) -> list[WordFinding]:
    """The findings that a child sent under this key."""
    return [
        WordFinding(code, severity, message, remedy, Place(part, position, excerpt, (span[0], span[1])))
        for code, severity, message, remedy, (part, position, excerpt, span) in answer.said[key]
    ]


def _ending(code: int, *, timed_out: bool) -> WordFinding:
    if timed_out or (sys.platform != "win32" and code == -signal.SIGPROF):
        return too_much.finding("Mẫu chạy quá lâu nên đã bị dừng")
    return stopped.finding(f"Tiến trình đọc mẫu dừng đột ngột (mã {code})")
