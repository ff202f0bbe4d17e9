"""Fill in a template: bytes and plain data in, the bytes of a document out."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import TracebackType
from typing import Any, NamedTuple

from jinja2 import Template

from kehoach_cli.sandbox.limits import SandboxViolation
from kehoach_cli.sandbox.package import allowed_parts
from kehoach_cli.sandbox.package.opening import content_faults, open_package
from kehoach_cli.sandbox.package.parts import Package
from kehoach_cli.sandbox.package.rules import too_much, unsafe_xml
from kehoach_cli.sandbox.package.xml import Element, UnsafeXml, parse
from kehoach_cli.sandbox.package.zipping import write_parts
from kehoach_cli.sandbox.problems import FILE, Place, TemplateProblem
from kehoach_cli.word.output.charts import BarChart
from kehoach_cli.word.output.drawings import draw_charts
from kehoach_cli.word.output.drawn_rules import resize_rules
from kehoach_cli.word.output.no_break import bind_words
from kehoach_cli.word.output.number_columns import fit_numbers
from kehoach_cli.word.output.properties import Properties
from kehoach_cli.word.output.sealing import seal
from kehoach_cli.word.template.cell_shading import shade_cells
from kehoach_cli.word.template.chart_fields import with_chart_fields
from kehoach_cli.word.template.jinja_source import JinjaSource
from kehoach_cli.word.template.language import Language, MissingName
from kehoach_cli.word.template.repair import repair
from kehoach_cli.word.template.rules import failed_expression, unknown_name, whole_list
from kehoach_cli.word.template.shapes import Shape, shape_of
from kehoach_cli.word.template.template_check import CompiledPart, check_template
from kehoach_cli.word.template.value_text import NotPrintable

MAX_CHARACTERS = 16 * 1024 * 1024


def prepare(template: bytes, shape: Shape) -> None:
    """Open and check the template before its data are known. Raises TemplateProblem as `fill` does."""
    _prepared(template, json.dumps(shape))


def fill(
    template: bytes, context: Mapping[str, Any], shape: Shape | None = None, properties: Properties | None = None
) -> bytes:
    """Fill in the template and return a .docx file; with `properties` they are written and the file is sealed.

    `shape` describes the data that the template may get; by default it is that of `context`.

    Raises:
        TemplateProblem: the template is refused, has faults, or cannot be filled in.
    """
    charts: list[BarChart] = []
    data = with_chart_fields(context, charts)
    prepared = _prepared(template, json.dumps(shape or shape_of(context)))
    package = prepared.package.copy()
    for name, part in prepared.parts.items():
        package.trees[name] = _filled(package.label(name), part, data)
    draw_charts(package, charts)
    styles = next((package.trees[name] for name in package.parts(allowed_parts.STYLES)), None)
    for name in prepared.parts:
        _finish(package.trees[name], package.label(name), styles)
    return seal(package, properties) if properties else write_parts(package.members())


class _Prepared(NamedTuple):
    """A template that was opened and passed the check for data of one shape."""

    package: Package
    parts: Mapping[str, CompiledPart]


@lru_cache(maxsize=1)  # all letters of a run use one template
def _prepared(template: bytes, shape: str) -> _Prepared:
    package = open_package(template)
    checked = check_template(package, json.loads(shape), Language())
    errors = [finding for finding in checked.findings if finding.severity == "error"]
    if errors:
        raise TemplateProblem(errors)
    return _Prepared(package, checked.parts)


def _filled(label: str, part: CompiledPart, context: Mapping[str, Any]) -> Element:
    """Fill in the tags of one part; its charts are still marks."""
    texts: list[str] = []
    length = 0
    for text in _rendered(part, context):
        length += len(text)
        if length > MAX_CHARACTERS:
            raise TemplateProblem([too_much.finding("Báo cáo lập ra lớn quá 16 triệu ký tự")])
        texts.append(text)
    try:
        return parse("".join(texts).encode("utf-8"), keep_instructions=True)
    except UnsafeXml as problem:
        raise TemplateProblem([unsafe_xml.finding(problem, label)]) from None


def _finish(root: Element, label: str, styles: Element | None) -> None:
    """Repair and lay out a part, then check it again: a tag may have changed a field's code."""
    shade_cells(root)
    repair(root)
    fit_numbers(root, styles)
    resize_rules(root)
    bind_words(root)
    faults = content_faults(root, label)
    if faults:
        raise TemplateProblem(faults)


def _rendered(part: CompiledPart, context: Mapping[str, Any]) -> Iterator[str]:
    source, template = part
    try:
        yield from template.root_render_func(template.new_context(dict(context)))
    except MissingName as missing:
        place = _place(missing.__traceback__, template, source)
        raise TemplateProblem([unknown_name.finding(missing.name, missing.known, place)]) from None
    except NotPrintable as problem:
        place = _place(problem.__traceback__, template, source)
        raise TemplateProblem([whole_list.printed("Giá trị ở thẻ này", place)]) from None
    except (RecursionError, MemoryError, SandboxViolation):  # `child` reports the limits
        raise
    except Exception as problem:  # an error in a tag is no bug of the program
        place = _place(problem.__traceback__, template, source)
        raise TemplateProblem([failed_expression.finding(problem, place)]) from None


def _place(trace: TracebackType | None, template: Template, source: JinjaSource) -> Place:
    """The place of the tag whose code was running."""
    place = FILE
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            tag = source.tag(template.get_corresponding_lineno(trace.tb_lineno))
            place = tag.place if tag else place
        trace = trace.tb_next
    return place
