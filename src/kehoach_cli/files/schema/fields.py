"""The kinds of value that plan files hold, each checked from the data that YAML gave.

A validator that refuses raises `Refusal`: its code is the rule's, its message and remedy are Vietnamese.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from kehoach_cli.files.yaml_data import clipped
from kehoach_cli.plan.due import ACCEPTED_FORMS, Due, DueError, parse_due

ID_PATTERN = r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$"
MAX_TEXT = 5000
IDS_OF = "x-ids-of"  # marks a reference in the JSON Schema, for the ids of a plan to take its place
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SLASHED_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_COMMA_NUMBER = re.compile(r"([+-]?[0-9]+)[,.]([0-9]+)\s*%?|([+-]?[0-9]+)\s*%")


def refusal(code: str, message: str, remedy: str) -> PydanticCustomError:
    """The error of a validator: a rule's code and its two Vietnamese sentences."""
    return PydanticCustomError("kehoach", "{message}", {"code": code, "message": message, "remedy": remedy})


def _number(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str) and (match := _COMMA_NUMBER.fullmatch(value.strip())):
        plain = match[3] or f"{match[1]}.{match[2]}"
        raise refusal(
            "KH208",
            f"«{clipped(value)}» được ghi như chữ, không phải số",
            f"Viết {plain}, không có dấu nháy, dấu phẩy hay dấu %",
        )
    raise refusal(
        "KH208",
        f"{_shown(value)} không phải là số",
        "Viết số với dấu chấm thập phân, ví dụ 29.2, hoặc null nếu chưa có",
    )


def _day(value: Any) -> date:
    if isinstance(value, str):
        if _ISO_DAY.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                raise refusal("KH204", f"Ngày {value} không có trong lịch", "Sửa lại ngày, tháng hoặc năm") from None
        if match := _SLASHED_DAY.fullmatch(value):
            iso = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
            raise refusal("KH204", f"«{value}» chưa đúng cách viết ngày trong tệp", f"Viết {iso} (năm-tháng-ngày)")
    raise refusal(
        "KH204", f"{_shown(value)} không phải là ngày", "Viết ngày theo dạng năm-tháng-ngày, ví dụ 2023-09-30"
    )


def _due(value: Any) -> Due:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    try:
        if isinstance(value, str):
            return parse_due(value)
    except DueError:
        pass
    raise refusal(
        "KH205",
        f"Không hiểu thời hạn {_shown(value)}",
        "Viết theo một trong các dạng: " + "; ".join(ACCEPTED_FORMS),
    )


def _shown(value: Any) -> str:
    match value:
        case None:
            return "Ô trống"
        case bool():
            return "Giá trị đúng/sai"
        case list():
            return "Danh sách"
        case dict():
            return "Nhóm khóa"
        case _:
            return f"«{clipped(str(value))}»"


Text = Annotated[str, Field(min_length=1, max_length=MAX_TEXT)]
Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=40)]
AgencyId = Annotated[Id, Field(json_schema_extra={IDS_OF: "agencies"})]
PillarId = Annotated[Id, Field(json_schema_extra={IDS_OF: "pillars"})]
Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
DueText = Annotated[
    Due,
    BeforeValidator(_due),
    WithJsonSchema({"type": ["string", "integer"], "examples": list(ACCEPTED_FORMS)}),
]
