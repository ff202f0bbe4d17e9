"""The shapes of findings by their names, and where each is to go."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.cli.output.findings.check_report import CheckReport
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.typed_values import choice

TEXT = "text"
# Name -> module and function; a module is imported when its shape is asked for.
FORMATS: Mapping[str, tuple[str, str]] = {
    "json": ("as_json", "findings_json"),
    "github": ("as_github", "findings_github"),
    "gitlab": ("as_gitlab", "findings_gitlab"),
    "sarif": ("as_sarif", "findings_sarif"),
    "junit": ("as_junit", "findings_junit"),
    "md": ("as_markdown", "findings_markdown"),
}
NAMES = (TEXT, *FORMATS)


class Destinations(NamedTuple):
    """The shape to print, None for none, and the files to write with the shape of each."""

    printed: str | None
    files: tuple[tuple[str, Path], ...]


def destinations(form: str, outputs: Sequence[str]) -> Destinations:
    """What `--format` and every `--output` ask for.

    `--output sarif:out.sarif` writes that shape beside what is printed; `--output FILE` writes the shape of
    `--format` there instead of printing it. Raises UsageProblem for a shape that is not there, or a file named twice.
    """
    printed: str | None = choice("--format", form, NAMES)
    files: dict[Path, str] = {}
    for output in outputs:
        name, colon, path = output.partition(":")
        shape = name if colon and name in NAMES else None
        target = Path(path if shape else output)
        if str(target) in ("", "."):
            raise UsageProblem(f"--output: «{output}» thiếu tên tệp; viết dạng sarif:kiem-tra.sarif")
        if target in files:
            raise UsageProblem(f"--output: tệp {target} được ghi hai lần; đặt cho mỗi dạng một tệp")
        files[target] = shape or form
        if shape is None:
            printed = None
    return Destinations(printed, tuple((shape, path) for path, shape in files.items()))


def render(shape: str, report: CheckReport, text: Callable[[CheckReport], str]) -> str:
    """The report in the shape of that name; `text` writes the one for people."""
    if shape == TEXT:
        return text(report)
    module, function = FORMATS[shape]
    draw: Callable[[CheckReport], str] = getattr(import_module(f"kehoach_cli.cli.output.findings.{module}"), function)
    return draw(report)
