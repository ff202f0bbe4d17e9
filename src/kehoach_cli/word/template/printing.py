"""What a value is called in a document."""

from decimal import Decimal
from typing import Any

from jinja2.runtime import Undefined

from kehoach_cli.word.template.chart_fields import ChartField


class Refused(Exception):
    """Something a template asked for that is not done; the message is Vietnamese."""


class NotPrintable(Refused):
    """A list or a mapping where one value was wanted."""


def said(value: Any) -> str:
    """The text of a value: nothing for None, `có`/`không`, numbers with a decimal comma, a text as it is.

    Raises:
        NotPrintable: the value is a list or a mapping.
        Refused: the value is a chart.
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
        case float():
            return f"{value:.10g}".replace(".", ",")
        case Decimal():
            return f"{value:f}".replace(".", ",")
        case Undefined():
            return str(value)  # raises, naming what is missing
        case ChartField():
            raise Refused("biểu đồ phải in một mình, không qua bộ lọc và không ghép với chữ")
        case _:
            raise NotPrintable("một danh sách hay một nhóm không in ra được như một giá trị")
