"""Views as data: JSON with exact decimals and ISO dates, CSV with one flat row per entry."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from kehoach_cli.cli.output.runner_log import json_without_commands


def as_json(data: Mapping[str, Any]) -> str:
    """JSON text. Decimals are written as the numbers they are, digit for digit."""
    import simplejson

    text = simplejson.dumps(data, ensure_ascii=False, indent=2, use_decimal=True, default=_json_value)
    return json_without_commands(text) + "\n"


def _json_value(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def as_csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """CSV text. Columns are those of all rows in the order they first appear; lists are joined by semicolons.

    A text that a spreadsheet would take for a formula is preceded by an apostrophe.
    """
    columns: dict[str, None] = {}
    for row in rows:
        columns.update(dict.fromkeys(row))
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(columns), lineterminator="\n")
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
        case str():
            # A lone carriage return would end the row, for the csv module leaves it unquoted.
            text = value.replace("\r\n", "\n").replace("\r", "\n")
            return f"'{text}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else text
        case _:
            return str(value)
