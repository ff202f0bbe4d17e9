"""Write values as YAML text, in brackets on one line or on lines of their own.

To choose quotes, the scalar is written and parsed back; YAML's rules are not reimplemented.
"""

import json
from collections.abc import Iterator, Mapping

from kehoach_cli.editing.expected import same_data
from kehoach_cli.editing.places import EditRefused
from kehoach_cli.editing.style import ListStyle, ValueStyle
from kehoach_cli.yaml.events import Data, load_data
from kehoach_cli.yaml.faults import FileFault
from kehoach_cli.yaml.text import check_bytes

PLAIN = ValueStyle()
DEFAULT = ListStyle()


def in_block(value: Data, quote: str = "") -> str:
    """One line for a place in a block: after a dash or a colon."""
    return _collection(value, {}, "") if isinstance(value, dict | list) else _scalar(value, quote, "- {}\n- k: {}")


def in_flow(value: Data, quote: str = "") -> str:
    """One line for a place between brackets."""
    return _collection(value, {}, "") if isinstance(value, dict | list) else _scalar(value, quote, "[{{k: {}}}, {}]")


def item_in_line(item: Data, style: ListStyle) -> str:
    """An item in brackets, as the list's other items are."""
    if isinstance(item, dict):
        return _collection(item, style.value_styles, style.pad)
    return in_flow(item, style.quote)


def item_lines(item: Data, style: ListStyle = DEFAULT) -> list[str]:
    """An item's lines, the first without its dash and its indentation."""
    if not isinstance(item, dict) or not item or style.in_line:
        return [item_in_line(item, style) if isinstance(item, dict) else in_block(item, style.quote)]
    return list(_pairs(item, style.value_styles))


def _pairs(item: Mapping[str, Data], value_styles: Mapping[str, ValueStyle]) -> Iterator[str]:
    for key, value in item.items():
        style = value_styles.get(key, PLAIN)
        yield f"{in_block(key)}:{style.gap}{in_block(value, style.quote)}"


def _collection(value: Data, value_styles: Mapping[str, ValueStyle], pad: str) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(in_flow, value))}]"
    pairs = (f"{in_flow(key)}: {in_flow(part, value_styles.get(key, PLAIN).quote)}" for key, part in value.items())
    body = ", ".join(pairs)
    return f"{{{pad}{body}{pad}}}" if body else "{}"


def _scalar(value: Data, quote: str, context: str) -> str:
    if not isinstance(value, str):
        return "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    single, double = "'" + value.replace("'", "''") + "'", json.dumps(value, ensure_ascii=False)
    preferred = {"": value, "'": single, '"': double}[quote]
    quoted = (double, single) if double == f'"{value}"' else (single, double)  # without escapes first
    for way in (preferred, value, *quoted):
        if _reads_back(context.format(way, way), value):
            return way
    raise EditRefused("giá trị có ký tự không ghi được vào tệp")


def _reads_back(text: str, value: str) -> bool:
    try:
        content = load_data(check_bytes(text.encode("utf-8", "surrogatepass"), ""))
    except FileFault:
        return False
    return not content.findings and same_data(content.data, _expected_data(text, value))


def _expected_data(text: str, value: str) -> Data:
    return [{"k": value}, value] if text.startswith("[") else [value, {"k": value}]
