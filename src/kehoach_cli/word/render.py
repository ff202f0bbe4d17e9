"""Filling in Word templates: from a template and plain data to a document, in a process of its own.

A template from a pull request is hostile until shown otherwise. So nothing of it is opened here: a child process with
no environment, no network and hard limits opens, checks and fills it in, and hands back a finished file or findings.
"""

from collections.abc import Mapping
from typing import Any

from kehoach_cli.sandbox.problems import TemplateProblem, WordFinding
from kehoach_cli.sandbox.running import SECONDS, Worker, read_findings
from kehoach_cli.sandbox.wire import Message
from kehoach_cli.word.output.properties import Properties
from kehoach_cli.word.template.shapes import Shape


class Renderer(Worker):
    """Fills in templates, one after another, in one child process.

    The child is started as soon as the renderer is made, so that its imports run while the caller prepares the data:

        with Renderer() as renderer:
            context = …
            document = renderer.render(template, context)
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        """Start the child. `seconds` of the processor are the most that one document may take."""
        super().__init__("templates", seconds)

    def prepare(self, template: bytes, shape: Mapping[str, Shape]) -> None:
        """Have the child read the template while the data that are to fill it are still being worked out.

        It is a quarter of a report's time. What is wrong with the template is said when it is filled in.
        """
        self.send_ahead(Message({"task": "prepare", "shape": shape, "ahead": True}, template))

    def render(
        self,
        template: bytes,
        context: Mapping[str, Any],
        properties: Properties | None = None,
        shape: Mapping[str, Shape] | None = None,
    ) -> bytes:
        """The document that the template gives with these data: text, whole numbers, yes/no, lists and mappings.

        With properties it is finished: it says them of itself, and is sealed. `shape` is that of all data that the
        template may be filled with, as `prepare` was given it; without it that of these data is worked out.

        Raises:
            TemplateProblem: the template is refused, has faults, or could not be filled in; its findings say where.
            TypeError: the data hold more than plain data.
        """
        about = properties._asdict() if properties else None
        said = {"task": "render", "context": context, "shape": shape, "properties": about}
        return self.ask(Message(said, template)).file

    def untouched(self, document: bytes) -> bool:
        """Whether the file is as `render` finished it: not one that somebody edited, nor one that cannot be read."""
        try:
            return bool(self.ask(Message({"task": "untouched"}, document)).said["untouched"])
        except TemplateProblem:
            return False

    def check_template(self, template: bytes, shape: Mapping[str, Shape]) -> list[WordFinding]:
        """Every finding about a template that is to be filled with data of this shape, by part and place.

        Raises:
            TemplateProblem: the file is refused as a whole.
        """
        return read_findings(self.ask(Message({"task": "check", "shape": shape}, template)), "checked")


class FormChecker(Worker):
    """Looks at the form of Word documents, one after another, in one child process."""

    def __init__(self) -> None:
        """Start the child."""
        super().__init__("forms")

    def check(self, document: bytes) -> list[WordFinding]:
        """Where the form of a Word document departs from Decree 30/2020/NĐ-CP.

        Raises:
            TemplateProblem: the file cannot be read.
        """
        return read_findings(self.ask(Message({"task": "form"}, document)), "checked")


def render(template: bytes, context: Mapping[str, Any]) -> bytes:
    """One document; see `Renderer.render`."""
    with Renderer() as renderer:
        return renderer.render(template, context)
