"""Values as YAML text, in brackets on one line or in lines of their own.

Whether a way of writing a text means that text is not decided here by a list of YAML's rules: it is read back.
"""

import json
from collections.abc import Iterator, Mapping

from kehoach_cli.editing.expected import same_data
from kehoach_cli.editing.places import EditRefused
from kehoach_cli.editing.style import ItemManner, Scribe
from kehoach_cli.yaml.events import Data, load_data
from kehoach_cli.yaml.faults import FileFault
from kehoach_cli.yaml.text import check_bytes

PLAIN = Scribe()
DEFAULT = ItemManner()


def in_block(value: Data, quote: str = "") -> str:
    """One line for a place in a block: after a dash or a colon."""
    return _collection(value, {}, "") if isinstance(value, dict | list) else _scalar(value, quote, "- {}\n- k: {}")


def in_flow(value: Data, quote: str = "") -> str:
    """One line for a place between brackets."""
    return _collection(value, {}, "") if isinstance(value, dict | list) else _scalar(value, quote, "[{{k: {}}}, {}]")


def item_in_line(item: Data, manner: ItemManner) -> str:
    """An item in brackets, as the list's other items are."""
    if isinstance(item, dict):
        return _collection(item, manner.scribes, manner.pad)
    return in_flow(item, manner.quote)


def item_lines(item: Data, manner: ItemManner = DEFAULT) -> list[str]:
    """An item's lines, the first without its dash and its indentation."""
    if not isinstance(item, dict) or not item or manner.in_line:
        return [item_in_line(item, manner) if isinstance(item, dict) else in_block(item, manner.quote)]
    return list(_pairs(item, manner.scribes))


def _pairs(item: Mapping[str, Data], scribes: Mapping[str, Scribe]) -> Iterator[str]:
    for key, value in item.items():
        scribe = scribes.get(key, PLAIN)
        yield f"{in_block(key)}:{scribe.gap}{in_block(value, scribe.quote)}"


def _collection(value: Data, scribes: Mapping[str, Scribe], pad: str) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(in_flow, value))}]"
    pairs = (f"{in_flow(key)}: {in_flow(part, scribes.get(key, PLAIN).quote)}" for key, part in value.items())
    body = ", ".join(pairs)
    return f"{{{pad}{body}{pad}}}" if body else "{}"


def _scalar(value: Data, quote: str, context: str) -> str:
    if not isinstance(value, str):
        return "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    single, double = "'" + value.replace("'", "''") + "'", json.dumps(value, ensure_ascii=False)
    preferred = {"": value, "'": single, '"': double}[quote]
    quoted = (double, single) if double == f'"{value}"' else (single, double)  # none that has to be escaped, if one can
    for way in (preferred, value, *quoted):
        if _reads_back(context.format(way, way), value):
            return way
    raise EditRefused("giá trị có ký tự không ghi được vào tệp")


def _reads_back(text: str, value: str) -> bool:
    try:
        content = load_data(check_bytes(text.encode("utf-8", "surrogatepass"), ""))
    except FileFault:
        return False
    return not content.findings and same_data(content.data, _meant(text, value))


def _meant(text: str, value: str) -> Data:
    return [{"k": value}, value] if text.startswith("[") else [value, {"k": value}]
