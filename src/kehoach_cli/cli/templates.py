"""Which template a document is made from, and filling it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kehoach_cli.cli.exits import UsageProblem
from kehoach_cli.cli.request import shown_path
from kehoach_cli.files.folder import PlanFolder
from kehoach_cli.reports.charts import BarChart
from kehoach_cli.reports.word.drawings import rule_lengths, with_charts, with_rules
from kehoach_cli.reports.word.properties import Properties, with_properties
from kehoach_cli.reports.word.zipping import read_parts, write_parts

TEMPLATE_FOLDER = "templates"


def template_for(folder: PlanFolder, named: str | None, kind: str) -> bytes:
    """The template named, else the plan's own of that kind, else the one that the program comes with."""
    own = folder.root / TEMPLATE_FOLDER / f"{kind}.docx"
    path = Path(named) if named else own if own.exists() else None
    if path is None:
        from kehoach_cli.reports.word.originals import original

        return original(kind)
    try:
        return path.read_bytes()
    except OSError:
        raise UsageProblem(f"Không đọc được mẫu {shown_path(path)}") from None


def filled(
    template: bytes, context: Mapping[str, Any], properties: Properties, charts: Mapping[str, BarChart]
) -> bytes:
    """The finished document. Raises UsageProblem where the template cannot be filled."""
    from kehoach_cli.reports.word.problems import TemplateProblem
    from kehoach_cli.reports.word.render import render

    try:
        rendered = render(template, context)
    except TemplateProblem as problem:
        raise UsageProblem(str(problem)) from None
    parts = with_rules(read_parts(rendered), rule_lengths(properties.issuer.upper(), properties.title))
    return write_parts(with_properties(with_charts(parts, charts), properties))
