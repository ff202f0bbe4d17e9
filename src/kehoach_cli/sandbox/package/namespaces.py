"""Restrict a part's XML to the vocabularies (XML namespaces) whose elements the rules know.

Other vocabularies are removed if the file lets readers ignore them (ECMA-376 part 3: `mc:Ignorable`; part 1,
§20.1.2.2.14: extension lists). Otherwise they are a fault: some program would act on them.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from kehoach_cli.sandbox.package.xml import MC, STRICT, W14, W15, WP, A, Element, R, W

_OPEN = "http://schemas.openxmlformats.org/"
_WORD = "http://schemas.microsoft.com/office/word/"
_DRAWING = "http://schemas.microsoft.com/office/drawing/"
_PROPERTIES = frozenset(
    (
        f"{_OPEN}package/2006/metadata/core-properties",
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
        "http://purl.org/dc/dcmitype/",
    )
)
KNOWN = frozenset(
    (
        *(A, MC, R, W, W14, W15, WP),
        f"{_OPEN}officeDocument/2006/math",
        f"{_OPEN}drawingml/2006/picture",
        f"{_OPEN}drawingml/2006/chart",
        f"{_OPEN}drawingml/2006/diagram",
        f"{_OPEN}drawingml/2006/lockedCanvas",
        f"{_OPEN}schemaLibrary/2006/main",
        "http://www.w3.org/2001/XMLSchema-instance",
        "http://www.w3.org/XML/1998/namespace",
        "urn:schemas-microsoft-com:vml",
        "urn:schemas-microsoft-com:office:office",
        "urn:schemas-microsoft-com:office:word",
        f"{_WORD}2010/wordprocessingDrawing",
        f"{_WORD}2010/wordprocessingCanvas",
        f"{_WORD}2010/wordprocessingGroup",
        f"{_WORD}2010/wordprocessingInk",
        f"{_WORD}2010/wordprocessingShape",
        f"{_WORD}2015/wordml/symex",
        f"{_DRAWING}2010/main",
    )
)


def is_strict(root: Element) -> bool:
    """Whether the part declares a vocabulary of Strict Open XML; the rules know none of them."""
    return any(space.startswith(STRICT) for space in _declared(root))


def remove_ignorable(root: Element) -> set[str]:
    """Remove what readers may ignore. Returns the unknown vocabularies that remain."""
    # The vocabularies of the properties are known in their own part only.
    unknown = _declared(root) - KNOWN
    if etree.QName(root).namespace in _PROPERTIES:
        unknown -= _PROPERTIES
    ignorable = {
        element.nsmap.get(prefix)
        for element in (root.iter() if unknown else ())
        for prefix in (element.get(f"{{{MC}}}Ignorable") or "").split()
    }
    for space in unknown:
        for found in _used(root, space):
            parent = found.getparent()
            if not isinstance(found, Element):
                if space in ignorable and parent is not None:
                    del parent.attrib[found.attrname]
            elif parent is not None and (space in ignorable or parent.tag == f"{{{A}}}ext"):
                parent.remove(found)
    return {space for space in unknown if _used(root, space)} | {"" for _ in root.iter("{}*")}


def _declared(root: Element) -> set[str]:
    events: Iterator[Any] = etree.iterwalk(root, events=("start-ns",))
    return {space for _, (_prefix, space) in events}


def _used(root: Element, space: str) -> list[Any]:
    """The elements and the attributes of a vocabulary; lxml gives an attribute as text that knows its element."""
    return root.xpath("//x:* | //@x:*", namespaces={"x": space}) if space else []
