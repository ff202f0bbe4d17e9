"""Map the names of formats to their modules, and parse `--format` and `--output`."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.cli.output.findings.check_report import CheckReport
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.parse_values import choice

TEXT = "text"
# Name -> module and function. A module is imported when its format is used.
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
    """The format to print (None: nothing), and each file to write with its format."""

    printed: str | None
    files: tuple[tuple[str, Path], ...]


def destinations(form: str, outputs: Sequence[str]) -> Destinations:
    """Parse `--format` and every `--output`.

    `--output sarif:out.sarif` writes that format in addition to what is printed; `--output FILE` writes the format of
    `--format` there instead of printing it. Raises UsageProblem for an unknown format, or a file named twice.
    """
    printed: str | None = choice("--format", form, NAMES)
    files: dict[Path, str] = {}
    for output in outputs:
        name, colon, path = output.partition(":")
        format_name = name if colon and name in NAMES else None
        target = Path(path if format_name else output)
        if str(target) in ("", "."):
            raise UsageProblem(f"--output: «{output}» thiếu tên tệp; viết dạng sarif:kiem-tra.sarif")
        if target in files:
            raise UsageProblem(f"--output: tệp {target} được ghi hai lần; đặt cho mỗi dạng một tệp")
        files[target] = format_name or form
        if format_name is None:
            printed = None
    return Destinations(printed, tuple((format_name, path) for path, format_name in files.items()))


def render(format_name: str, report: CheckReport, text: Callable[[CheckReport], str]) -> str:
    """The report in that format; `text` writes the format for people."""
    if format_name == TEXT:
        return text(report)
    module, function = FORMATS[format_name]
    writer: Callable[[CheckReport], str] = getattr(import_module(f"kehoach_cli.cli.output.findings.{module}"), function)
    return writer(report)
