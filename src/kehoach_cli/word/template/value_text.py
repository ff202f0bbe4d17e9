"""Convert the values of a template's data to text."""

from decimal import Decimal
from math import isfinite
from typing import Any

from jinja2.runtime import Undefined

from kehoach_cli.word.template.chart_fields import ChartField


class RefusedOperation(Exception):
    """The template asked for something that is not allowed; the message is Vietnamese."""


class NotPrintable(RefusedOperation):
    """A list or a mapping was printed."""


def value_text(value: Any) -> str:
    """Convert a value to text: "" for None, `có` or `không`, numbers with a decimal comma.

    Raises:
        NotPrintable: the value is a list or a mapping.
        RefusedOperation: the value is a chart.
    """
    match value:
        case str():
            return str(value)
        case None:
            return ""
        case bool():
            return "có" if value else "không"
        case int():
            return str(value)
        case float() if not isfinite(value):
            raise RefusedOperation("giá trị không phải là số")
        case float():
            return f"{Decimal(f'{value + 0.0:.10g}'):f}".replace(".", ",")
        case Decimal():
            return f"{value:f}".replace(".", ",")
        case Undefined():
            return str(value)  # raises MissingName
        case ChartField():
            raise RefusedOperation("biểu đồ phải in một mình, không qua bộ lọc và không ghép với chữ")
        case _:
            raise NotPrintable("một danh sách hay một nhóm không in ra được như một giá trị")
