"""What a tag with a level takes the place of: its paragraph, cell or row."""

from collections.abc import Mapping

from kehoach_cli.sandbox.package.xml import Element, w
from kehoach_cli.word.template.tags import Tag

ELEMENTS: Mapping[str, str] = {"p": w("p"), "tc": w("tc"), "tr": w("tr")}


def holder(tag: Tag) -> Element | None:
    """The element that the tag takes the place of; None for a tag without a level, or outside any table."""
    wanted = ELEMENTS.get(tag.level)
    element: Element | None = tag.paragraph.element
    while element is not None and element.tag != wanted:
        element = element.getparent()
    return element
