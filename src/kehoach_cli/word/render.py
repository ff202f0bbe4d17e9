"""Fill in templates and check forms, by asking the sandbox's child.

A template from a pull request counts as hostile, so this process does not open it. The child has no environment, no
network and hard limits; it opens, checks and fills in the template, and returns a document or findings.
"""

from collections.abc import Mapping
from typing import Any

from kehoach_cli.sandbox.problems import TemplateProblem, WordFinding
from kehoach_cli.sandbox.running import PROCESSOR_SECONDS, Worker, read_findings
from kehoach_cli.sandbox.wire import Message
from kehoach_cli.word.output.properties import Properties, SealedFile
from kehoach_cli.word.template.shapes import Shape


class Renderer(Worker):
    """Fill in templates, one after another, in one child process.

    The child starts with the renderer, so that its imports run while the caller prepares the data:

        with Renderer() as renderer:
            context = …
            document = renderer.render(template, context)
    """

    def __init__(self, seconds: float = PROCESSOR_SECONDS) -> None:
        """Start the child, with at most `seconds` of processor time per document."""
        super().__init__("templates", seconds)

    def prepare(self, template: bytes, shape: Mapping[str, Shape]) -> None:
        """Have the child check the template while the caller prepares the data: a quarter of a report's time.

        Faults of the template are reported by `render`.
        """
        self.send_without_reply(Message({"task": "prepare", "shape": shape, "no_reply": True}, template))

    def render(
        self,
        template: bytes,
        context: Mapping[str, Any],
        properties: Properties | None = None,
        shape: Mapping[str, Shape] | None = None,
    ) -> bytes:
        """Fill in the template with plain data: text, whole numbers, yes/no, lists and mappings. Returns a .docx file.

        With `properties`, they are written into the document and it is sealed. `shape` describes all data that the
        template may get, as given to `prepare`; by default it is the shape of `context`.

        Raises:
            TemplateProblem: the template is refused, has faults, or cannot be filled in; its findings say where.
            TypeError: the data are not plain.
        """
        fields = {"task": "render", "context": context, "shape": shape}
        fields["properties"] = properties._asdict() if properties else None
        return self.ask(Message(fields, template)).file

    def untouched(self, document: bytes) -> bool:
        """Whether the file is as `render` sealed it: neither edited nor unreadable."""
        return self.sealed(document).untouched

    def sealed(self, document: bytes) -> SealedFile:
        """What the file's properties say of it."""
        try:
            return SealedFile(**self.ask(Message({"task": "sealed"}, document)).fields)
        except TemplateProblem:
            return SealedFile({}, untouched=False)

    def check_template(self, template: bytes, shape: Mapping[str, Shape]) -> list[WordFinding]:
        """Find every fault of a template for data of this shape, by part and place.

        Raises:
            TemplateProblem: the file is refused as a whole.
        """
        return read_findings(self.ask(Message({"task": "check", "shape": shape}, template)), "checked")


class FormChecker(Worker):
    """Check the form of Word documents, one after another, in one child process."""

    def __init__(self) -> None:
        """Start the child."""
        super().__init__("forms")

    def check(self, document: bytes) -> list[WordFinding]:
        """Find where the form of a Word document departs from Decree 30/2020/NĐ-CP.

        Raises:
            TemplateProblem: the file cannot be read.
        """
        return read_findings(self.ask(Message({"task": "form"}, document)), "checked")
