"""Parse and write the XML of Word files; the parser fetches nothing and expands no entities."""

import re

from lxml import etree
from lxml.etree import _Element

Element = _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
V = "urn:schemas-microsoft-com:vml"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
STRICT = "http://purl.oclc.org/ooxml/"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_LARGEST = 1e9  # above any length or number in Word, and small enough to add and round
_MEASURES = etree.XPath(
    " | ".join(f"//@w:{name}" for name in ("w", "h", "left", "right", "top", "bottom", "before", "after", "line")),
    namespaces={"w": W},
)
_MEASURE = re.compile(r"[-+]?[0-9]{0,9}(?:\.[0-9]{0,9})?[A-Za-z%]{0,7}")  # with its unit, or a word such as auto
_DECLARATIONS = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


class UnsafeXml(Exception):
    """XML that is unsafe or malformed; the message is Vietnamese."""


def w(name: str) -> str:
    """The name in the WordprocessingML namespace, in lxml's notation."""
    return f"{{{W}}}{name}"


def parse(data: bytes, *, keep_instructions: bool = False) -> Element:
    """Parse a part and return its root. Comments are dropped, and processing instructions too by default.

    Raises:
        UnsafeXml: the bytes are not UTF-8, declare a document type or entities, are not well-formed, or give a
            measure that Word does not read.
    """
    if _DECLARATIONS.search(data):
        raise UnsafeXml("nội dung khai báo DTD hoặc thực thể (entity)")
    parser = etree.XMLParser(
        encoding="utf-8",  # whatever the part declares: the search above would miss other encodings
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=not keep_instructions,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnsafeXml("nội dung XML bị hỏng, hoặc không phải dạng UTF-8") from None
    for value in map(str, _MEASURES(root)):
        if not _MEASURE.fullmatch(value):
            raise UnsafeXml(f"số đo «{value[:20]}» không dùng được")
    return root


def serialize(root: Element) -> bytes:
    """Write the part, with the XML declaration that Word writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def local_name(element: Element) -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """A `w:` attribute."""
    return element.get(w(name))


def number(text: str | None, otherwise: float = 0.0) -> float:
    """Read an attribute's number; `otherwise` if it is missing, no number, or above _LARGEST."""
    try:
        value = float(text) if text else otherwise
    except ValueError:
        return otherwise
    return value if abs(value) <= _LARGEST else otherwise
