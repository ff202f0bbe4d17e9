"""Choose the template of a document, and fill it in."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kehoach_cli.cli.documents.word_files import read_word_file
from kehoach_cli.cli.exits import USAGE, Failure
from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.document_heads import DocumentKind, not_known
from kehoach_cli.plan.model import Plan
from kehoach_cli.reports.fields.field_tree import shape_for
from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.naming import path_exists, shown_path
from kehoach_cli.word.output.properties import Properties
from kehoach_cli.word.render import Renderer
from kehoach_cli.word.template.shapes import Shape

TEMPLATE_FOLDER = "templates"


class Template(NamedTuple):
    """A template: its bytes, its name in messages, and the fields that it may name."""

    content: bytes
    name: str
    shape: Mapping[str, Shape]


def template_for(folder: PlanFolder, named: str | None, kind: str) -> Template:
    """The template named, else the plan's own of that kind, else the program's original.

    Raises:
        UsageProblem: the file cannot be read.
    """
    own = folder.root / TEMPLATE_FOLDER / f"{kind}.docx"
    if named is None and not path_exists(own):
        return Template(original_template(kind), f"{kind}.docx", shape_for(kind))
    path = Path(named or own)
    return Template(read_word_file(str(path)), shown_path(path), shape_for(kind))


def original_template(kind: str) -> bytes:
    """The program's own template of that kind, as a Word file."""
    from importlib.resources import files  # 10 ms, which a plan with templates of its own is spared

    return files("kehoach_cli").joinpath("originals", f"{kind}.docx").read_bytes()


def blanks_note(folder: PlanFolder, plan: Plan, kind: DocumentKind) -> str:
    """What a document of this kind leaves blank because the plan in force does not say it; empty if that is nothing."""
    blanks = [f"{what} ({'.'.join(path)})" for path, what in not_known(plan, register(plan), [kind])]
    where = shown_path(folder.file("plan"))
    return f"Văn bản còn để trống, vì {where} chưa ghi: {'; '.join(blanks)}." if blanks else ""


def fill_template(renderer: Renderer, template: Template, context: Mapping[str, Any], properties: Properties) -> bytes:
    """The finished document. Prints the template's errors and raises Failure if there are any."""
    try:
        return renderer.render(template.content, context, properties, template.shape)
    except TemplateProblem as problem:
        from kehoach_cli.cli.output.word_findings import word_findings_text

        sys.stderr.write(word_findings_text(problem.findings, template.name))
        raise Failure(USAGE) from None
