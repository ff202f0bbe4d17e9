"""What a field of a template is, and how a group of fields that recurs is put under a name.

`[]` after a name marks a list; the names after it belong to one entry, inside a loop:
`{% for n in nhom %}{{ n.ten }}{% endfor %}` for `nhom[].ten`. Meanings are in the words of template editors.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

Kind = Literal["chữ", "số", "có/không", "danh sách", "biểu đồ"]
Group = tuple[tuple[str, Kind, str], ...]


class Field(NamedTuple):
    """One field of a template's data."""

    name: str
    type: Kind
    meaning: str


def under(prefix: str, *parts: Group) -> Iterator[Field]:
    for group in parts:
        for name, kind, meaning in group:
            yield Field(f"{prefix}{name}", kind, meaning)


def entries(name: str, meaning: str, *parts: Group) -> Iterator[Field]:
    yield Field(name, "danh sách", meaning)
    yield from under(f"{name}[].", *parts)
