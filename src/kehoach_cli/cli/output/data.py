"""Write data as JSON, with exact decimals and ISO dates, and as CSV."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from kehoach_cli.cli.output.runner_log import json_without_commands


def as_json(data: Mapping[str, Any]) -> str:
    """JSON text. Decimals keep every digit."""
    import simplejson

    text = simplejson.dumps(data, ensure_ascii=False, indent=2, use_decimal=True, default=_json_value)
    return json_without_commands(text) + "\n"


def _json_value(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def as_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str] = ()) -> str:
    """CSV text. All rows have the same keys, which are the header; `columns` are, where there are no rows.

    Lists are joined by semicolons; a mapping is `value=29.2 date=2023-06-30 set.due=Năm 2023`.

    An apostrophe goes before text that a spreadsheet would take for a formula.
    """
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]) if rows else columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _csv_value(value) for key, value in row.items()} for row in rows)
    return stream.getvalue()


def _csv_value(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case list():
            return ";".join(_csv_value(item) for item in value)
        case Mapping():
            return " ".join(f"{key}={text}" for key, text in _pairs(value, ""))
        case str():
            # The csv module does not quote a lone carriage return, which would end the row.
            text = value.replace("\r\n", "\n").replace("\r", "\n")
            return f"'{text}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else text
        case _:
            return str(value)


def _pairs(value: Any, key: str) -> Iterator[tuple[str, Any]]:
    """What a mapping says, by dotted key; without what is empty or not so, but for a key that a change empties."""
    if isinstance(value, Mapping):
        for inner, part in value.items():
            yield from _pairs(part, f"{key}.{inner}".lstrip("."))
    elif (value is not None and value is not False and value != []) or key.startswith("set."):
        yield key, ",".join(value) if isinstance(value, list) else value
