"""Filling in Word templates: from a template and plain data to a document, in a process of its own.

A template from a pull request is hostile until shown otherwise. So nothing of it is opened here: a child process with
no environment, no network and hard limits opens, checks and fills it in, and hands back a finished file or findings.
"""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from kehoach_cli.reports.word.child.starting import started
from kehoach_cli.reports.word.child.wire import Closed, Message, receive, send
from kehoach_cli.reports.word.problems import Place, TemplateProblem, WordFinding
from kehoach_cli.reports.word.shapes import Shape

SECONDS = 8.0


class WorkerBug(Exception):
    """The child met an error of ours; the message is its traceback."""


class Renderer:
    """Fills in templates, one after another, in one child process.

    The child is started as soon as the renderer is made, so that its imports run while the caller prepares the data:

        with Renderer() as renderer:
            context = …
            document = renderer.render(template, context)
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        """Start the child. `seconds` is the longest that one document may take."""
        self._seconds = seconds
        self._process = started()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def render(
        self, template: bytes, context: Mapping[str, Any], meanwhile: Callable[[], object] = lambda: None
    ) -> bytes:
        """The document that the template gives with these data: text, whole numbers, yes/no, lists and mappings.

        `meanwhile` is called while the child works.

        Raises:
            TemplateProblem: the template is refused, has faults, or could not be filled in; its findings say where.
            TypeError: the data hold more than plain data.
        """
        return self._ask(Message({"task": "render", "context": context}, template), meanwhile).file

    def check_template(self, template: bytes, shape: Mapping[str, Shape]) -> list[WordFinding]:
        """Every finding about a template that is to be filled with data of this shape, by part and place.

        Raises:
            TemplateProblem: the file is refused as a whole.
        """
        return read_findings(self._ask(Message({"task": "check", "shape": shape}, template)), "checked")

    def check_form(self, document: bytes) -> list[WordFinding]:
        """Where the form of a Word document departs from Decree 30/2020/NĐ-CP.

        Raises:
            TemplateProblem: the file cannot be read.
        """
        return read_findings(self._ask(Message({"task": "form"}, document)), "checked")

    def _ask(self, request: Message, meanwhile: Callable[[], object] = lambda: None) -> Message:
        """What the child answers. Raises TemplateProblem as `render` does, and WorkerBug for a fault of ours."""
        process = self._process
        if process.poll() is not None:
            self.close()
            process = self._process = started()
        assert process.stdin is not None and process.stdout is not None  # noqa: PT018, S101 - both are pipes
        too_long = threading.Timer(self._seconds, process.kill)
        too_long.start()
        try:
            send(process.stdin, request)
            meanwhile()
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


def render(template: bytes, context: Mapping[str, Any]) -> bytes:
    """One document; see `Renderer.render`."""
    with Renderer() as renderer:
        return renderer.render(template, context)


def read_findings(answer: Message, key: str) -> list[WordFinding]:
    """The findings that a child sent under this key."""
    return [
        WordFinding(code, severity, message, remedy, Place(part, position, excerpt, (span[0], span[1])))
        for code, severity, message, remedy, (part, position, excerpt, span) in answer.said[key]
    ]


def _ending(code: int, *, timed_out: bool) -> WordFinding:
    from kehoach_cli.reports.word.rules import stopped, too_much

    if timed_out:
        return too_much.finding("Mẫu chạy quá lâu nên đã bị dừng")
    return stopped.finding(f"Tiến trình đọc mẫu dừng đột ngột (mã {code})")
