"""The child's handlers that fill in and check templates.

`load_handlers` does each kind of work once, because the sandbox forbids later imports.
"""

import codecs
from contextlib import suppress
from decimal import Decimal

from kehoach_cli.sandbox.child import Handlers
from kehoach_cli.sandbox.package import allowed_parts
from kehoach_cli.sandbox.package.opening import open_package
from kehoach_cli.sandbox.package.xml import W
from kehoach_cli.sandbox.package.zipping import write_parts
from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.sandbox.wire import Message
from kehoach_cli.word.output.charts import BarChart, Series, chart_data
from kehoach_cli.word.output.properties import Properties
from kehoach_cli.word.output.sealing import sealed_file
from kehoach_cli.word.template.filling import fill, prepare
from kehoach_cli.word.template.language import Language
from kehoach_cli.word.template.template_check import check_template

_BODY = """<w:document xmlns:w="{namespace}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"""
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{allowed_parts.MAIN}"/></Types>'
)
_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{allowed_parts.MAIN_RELATIONSHIP}" Target="word/document.xml"/></Relationships>'
)


def load_handlers() -> Handlers:
    """Fill in one template that works and two that do not, then return the handlers by task."""
    for codec in ("cp437", "unicode-escape"):  # names in a ZIP archive; texts in a template's tags
        codecs.lookup(codec)
    bars = (Series("", (Decimal(1),), "000000"),)
    data = {"y": [1], "c": chart_data(BarChart("", ("",), bars, "stacked", height=1))}
    works, properties = "{% for x in y %}{{ x|round(1) ~ '' }}{% endfor %}{{ c }}", Properties("", "", "", "", {})
    sealed_file(fill(_document(works), data, None, properties))
    for text in ("{{ 1 / (y|first - 1) }}", "{{ z + }}"):
        with suppress(TemplateProblem):
            fill(_document(text), data)
    return {"prepare": _prepare, "render": _render, "check": _check, "sealed": _sealed}


def _prepare(message: Message) -> Message:
    prepare(message.file, message.fields["shape"])
    return Message({})


def _render(message: Message) -> Message:
    value_text = message.fields
    properties = Properties(**value_text["properties"]) if value_text["properties"] else None
    return Message({}, fill(message.file, value_text["context"], value_text["shape"], properties))


def _check(message: Message) -> Message:
    checked = check_template(open_package(message.file), message.fields["shape"], Language())
    return Message({"checked": checked.findings})


def _sealed(message: Message) -> Message:
    return Message(sealed_file(message.file)._asdict())


def _document(text: str) -> bytes:
    return write_parts(
        {
            "[Content_Types].xml": _TYPES.encode(),
            "_rels/.rels": _LINKS.encode(),
            "word/document.xml": _BODY.format(namespace=W, text=text).encode(),
        }
    )
