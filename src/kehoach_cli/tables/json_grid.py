"""Read a JSON list of objects as a grid, each row with the line that its object begins on."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.tables.grid import Cell, Grid, GridRow
from kehoach_cli.tables.table_limits import Counter, plain
from kehoach_cli.yaml.text import SourceText, position_at

_MOST_DIGITS = 30
_BLANKS = re.compile(r"[ \t\r\n]*")


class _KeyTwice(Exception):
    """An object has this key twice."""


def json_grid(source: SourceText) -> Grid:
    """The keys of all objects in the first row, then a row for each object. A missing key is a blank cell.

    Raises:
        UsageProblem: the text is not a JSON list of objects whose values are texts, numbers, true, false or null.
        TooLarge: there is more than the limits allow.
    """
    counter = Counter()
    objects: list[tuple[str, Mapping[str, str]]] = []
    keys: dict[str, None] = {}
    try:
        for at, value in _items(source):
            label = _label(source, at)
            objects.append((label, _texts(value, label)))
            keys |= dict.fromkeys(objects[-1][1])
            counter.add(GridRow(label, tuple(Cell(text, key) for key, text in objects[-1][1].items())))
    except json.JSONDecodeError as error:
        raise UsageProblem(
            f"{_label(source, error.pos)}: JSON viết sai ở chỗ này; viết một danh sách các đối tượng: [{{…}}, {{…}}]"
        ) from None
    headings = GridRow(source.name, tuple(Cell(plain(key), key) for key in keys))
    counter.add(headings)
    rows = (GridRow(label, tuple(Cell(texts.get(key, ""), key) for key in keys)) for label, texts in objects)
    return Grid(source.name, (headings, *rows) if objects else ())


def _label(source: SourceText, at: int) -> str:
    return f"{source.name}:{position_at(source.text, at).line}"


def _items(source: SourceText) -> Iterator[tuple[int, Any]]:
    """The items of the outermost list, each with its offset."""
    text = source.text
    decoder = json.JSONDecoder(parse_float=_with_comma, parse_int=str, object_pairs_hook=_unique_keys)
    at = _skip_mark(text, "[", 0)
    while text[at : at + 1] != "]":
        try:
            value, end = decoder.raw_decode(text, at)
        except _KeyTwice as twice:
            raise UsageProblem(f"{_label(source, at)}: khóa «{twice}» ghi hai lần; giữ lại một") from None
        except RecursionError:
            raise UsageProblem(
                f"{_label(source, at)}: JSON lồng nhau quá sâu; ghi mỗi mục thành {{khóa: giá trị}}"
            ) from None
        yield at, value
        end = _skip_blanks(text, end)
        at = end if text[end : end + 1] == "]" else _skip_mark(text, ",", end)
    if text[at + 1 :].strip():
        raise json.JSONDecodeError("more than one value", text, at + 1)


def _with_comma(number: str) -> str:
    """1.234 is not taken for 1234. An exponent is written out, unless that gives more digits than any figure has."""
    try:
        value = Decimal(number)
    except InvalidOperation:  # an exponent of more digits than the type has
        return number
    return number if abs(value.adjusted()) > _MOST_DIGITS else f"{value:f}".replace(".", ",")


def _skip_mark(text: str, mark: str, at: int) -> int:
    """The offset after the mark and the blanks around it. Raises JSONDecodeError if another mark is there."""
    at = _skip_blanks(text, at)
    if text[at : at + 1] != mark:
        raise json.JSONDecodeError(f"expected {mark}", text, at)
    return _skip_blanks(text, at + 1)


def _skip_blanks(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _KeyTwice(name[:40])
        found[name] = value
    return found


def _texts(value: Any, label: str) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise UsageProblem(f"{label}: đây không phải là đối tượng; viết {{khóa: giá trị, …}}")
    for name, cell in value.items():
        if cell is not None and not isinstance(cell, str | bool):
            raise UsageProblem(f"{label}: «{name}» phải là chữ hoặc số; bỏ dấu ngoặc quanh nó")
    return {name: str(cell).lower() if isinstance(cell, bool) else plain(cell or "") for name, cell in value.items()}
