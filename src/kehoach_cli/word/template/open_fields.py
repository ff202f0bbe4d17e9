"""Tell in which fields a text stands: in their code or in their result (ECMA-376 part 1, §17.16.18)."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from kehoach_cli.sandbox.package.xml import Element, attribute, w


class OpenField(NamedTuple):
    """A field that has begun and not ended: its place among the part's fields, and where in it the text stands."""

    number: int
    inside: Literal["code", "result"]


def open_fields(root: Element) -> Mapping[Element, tuple[OpenField, ...]]:
    """The open fields at each text of the part, outermost first. Only texts inside of fields are listed."""
    found: dict[Element, tuple[OpenField, ...]] = {}
    stack: list[OpenField] = []
    begun = 0
    for element in root.iter(w("fldChar"), w("t")):
        if element.tag == w("t"):
            if stack:
                found[element] = tuple(stack)
            continue
        match attribute(element, "fldCharType"):
            case "begin":
                stack.append(OpenField(begun, "code"))
                begun += 1
            case "separate" if stack:
                stack[-1] = stack[-1]._replace(inside="result")
            case "end" if stack:
                stack.pop()
    return found
