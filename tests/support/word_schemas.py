"""What the schemas of ISO/IEC 29500 say against a Word file: every part by the schema of its kind.

`scripts/fetch_word_tools.py` puts the schemas where they are looked for. They know only the standard itself, so what
later versions of Word add under `mc:Ignorable` or `mc:AlternateContent` is taken out first, as an old reader would.
"""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from scripts.fetch_word_tools import DEFAULT_FOLDER, SCHEMAS_VERSION

from tests.support.tools import missing

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ISO, _PACKAGE = "ISO-IEC29500-4_2016", "ecma/fourth-edition"
_KINDS = (
    (
        r"word/(document|styles|settings|numbering|fontTable|footnotes|endnotes|(header|footer)\d*)\.xml",
        f"{_ISO}/wml.xsd",
    ),
    (r"word/charts/chart\d+\.xml", f"{_ISO}/dml-chart.xsd"),
    (r"xl/workbook\.xml|xl/worksheets/sheet\d+\.xml", f"{_ISO}/sml.xsd"),
    (r"docProps/app\.xml", f"{_ISO}/shared-documentPropertiesExtended.xsd"),
    (r"docProps/custom\.xml", f"{_ISO}/shared-documentPropertiesCustom.xsd"),
    (r"\[Content_Types\]\.xml", f"{_PACKAGE}/opc-contentTypes.xsd"),
    (r".*\.rels", f"{_PACKAGE}/opc-relationships.xsd"),
)


def schema_faults(document: bytes) -> Iterator[str]:
    """Every fault in the parts of a .docx file, and in the workbooks of its charts."""
    with ZipFile(BytesIO(document)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith(".xlsx"):
                yield from (f"{name}, {fault}" for fault in schema_faults(content))
            kind = next((kind for pattern, kind in _KINDS if re.fullmatch(pattern, name)), None)
            if kind is not None and not (schema := _schema(kind)).validate(_as_the_standard(content)):
                yield from (f"schema, {name}:{error.line}: {error.message}" for error in schema.error_log)


@cache
def _schema(kind: str) -> etree.XMLSchema:
    path = DEFAULT_FOLDER / "schemas" / SCHEMAS_VERSION / kind
    if not path.is_file():
        missing("the schemas of ISO/IEC 29500 are not installed: python scripts/fetch_word_tools.py")
    return etree.XMLSchema(etree.parse(str(path)))


def _as_the_standard(content: bytes) -> etree._Element:
    """The part with no ignorable names in it, and the fallback of each alternative in its place."""
    root = etree.fromstring(content)
    ignorable = {root.nsmap[prefix] for prefix in (root.get(f"{_MC}Ignorable") or "").split() if prefix in root.nsmap}
    for choice in list(root.iter(f"{_MC}AlternateContent")):
        parent, fallback = choice.getparent(), choice.find(f"{_MC}Fallback")
        if parent is not None:
            for child in fallback if fallback is not None else ():
                choice.addprevious(child)
            parent.remove(choice)
    for element in list(root.iter("*")):
        if str(element.tag)[1:].partition("}")[0] in ignorable and element.getparent() is not None:
            element.getparent().remove(element)  # type: ignore[union-attr]  # it was asked for the line above
            continue
        for name in list(element.attrib):
            if str(name)[1:].partition("}")[0] in ignorable or str(name).startswith(_MC):
                del element.attrib[name]
    return etree.fromstring(etree.tostring(root))
