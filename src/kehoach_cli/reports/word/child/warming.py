"""Doing every kind of work once before the fence goes up, so that nothing is left to be imported afterwards."""

import codecs

from kehoach_cli.reports.word.package import kinds
from kehoach_cli.reports.word.problems import TemplateProblem
from kehoach_cli.reports.word.template.filling import fill
from kehoach_cli.reports.word.xml import W
from kehoach_cli.reports.word.zipping import write_parts

_BODY = """<w:document xmlns:w="{namespace}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"""
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{kinds.MAIN}"/></Types>'
)
_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{kinds.MAIN_RELATIONSHIP}" Target="word/document.xml"/></Relationships>'
)


def warm_up() -> None:
    """Fill in a template that works and two that do not."""
    for codec in ("cp437", "unicode-escape"):  # names in a ZIP archive; texts in a template's tags
        codecs.lookup(codec)
    for text in ("{% for x in y %}{{ x|round(1) ~ '' }}{% endfor %}", "{{ 1 / (y|first - 1) }}", "{{ z + }}"):
        try:
            fill(_document(text), {"y": [1]})
        except TemplateProblem:
            continue


def _document(text: str) -> bytes:
    return write_parts(
        {
            "[Content_Types].xml": _TYPES.encode(),
            "_rels/.rels": _LINKS.encode(),
            "word/document.xml": _BODY.format(namespace=W, text=text).encode(),
        }
    )
