"""The types of values in plan files, as Pydantic types that validate YAML data.

A validator refuses a value by raising `refusal` with a rule's code and a Vietnamese message and remedy.
"""

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from kehoach_cli.plan.due import ACCEPTED_FORMS, Due, DueError, parse_due
from kehoach_cli.plan.entries import STATES, State
from kehoach_cli.plan.measures import MOST_PLACES
from kehoach_cli.plan.periods import FIRST_YEAR, LAST_YEAR, Period, parse_period
from kehoach_cli.plan.values import Verdict
from kehoach_cli.vocabulary.refused_due import only_year, refused_due
from kehoach_cli.vocabulary.said_words import state_of, verdict_of
from kehoach_cli.vocabulary.wording import inline
from kehoach_cli.yaml.scalars import clipped

ID_PATTERN = r"^[A-Z][A-Z0-9]*([-.][A-Z0-9]+)*$"
TEXT_PATTERN = r"\S"
MAX_TEXT = 5000
IDS_OF = "x-ids-of"  # marks a reference in the JSON Schema; `editor.py` replaces it by the plan's ids
MAX_DUE = MAX_TARGET = 200
YEARS = "years"  # in the context of a validation: the years of the plan
MAX_DIGITS = 15
MAX_PLACES = MOST_PLACES

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SLASHED_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_COMMA_NUMBER = re.compile(r"([+-]?[0-9]{1,15})[,.]([0-9]{1,10})\s*%?|([+-]?[0-9]{1,15})\s*%")


def refusal(code: str, message: str, remedy: str) -> PydanticCustomError:
    """The error for a validator to raise: a rule's code and Vietnamese message and remedy."""
    return PydanticCustomError("kehoach", "{message}", {"code": code, "message": message, "remedy": remedy})


def _number(value: Any) -> Decimal:
    if isinstance(value, int) and not isinstance(value, bool):
        value = Decimal(value)
    if isinstance(value, Decimal):
        return _within_bounds(value)
    if isinstance(value, str) and (match := _COMMA_NUMBER.fullmatch(value.strip())):
        plain = match[3] or f"{match[1]}.{match[2]}"
        raise refusal(
            "KH208",
            f"«{clipped(value)}» được ghi như chữ, không phải số",
            f"Viết {plain}, không có dấu nháy, dấu phẩy hay dấu %",
        )
    raise refusal("KH208", f"{_shown(value)} không phải là số", "Viết số với dấu chấm thập phân, ví dụ 29.2")


def _reported(value: Any) -> Decimal | Verdict:
    """A figure, or a verdict in any of its words."""
    if isinstance(value, str) and (verdict := verdict_of(value)):
        return verdict
    return _number(value)


def _within_bounds(value: Decimal) -> Decimal:
    """Refuse figures out of bounds. Within them, quotients too can be shown to the last digit."""
    exponent = value.as_tuple().exponent
    if value.adjusted() < MAX_DIGITS and isinstance(exponent, int) and exponent >= -MAX_PLACES:
        return value
    raise refusal(
        "KH209",
        f"Số {clipped(str(value))} quá lớn hoặc có quá nhiều chữ số sau dấu chấm",
        f"Viết số dưới {MAX_DIGITS + 1} chữ số, tối đa {MAX_PLACES} chữ số sau dấu chấm; số lớn thì dùng đơn vị tính "
        "lớn hơn, ví dụ tỷ đồng",
    )


def _day(value: Any) -> date:
    if isinstance(value, str):
        if _ISO_DAY.fullmatch(value):
            return _existing_day(value, value)
        if match := _SLASHED_DAY.fullmatch(value):
            iso = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
            _existing_day(iso, value)
            raise refusal("KH204", f"«{value}» chưa đúng cách viết ngày trong tệp", f"Viết {iso} (năm-tháng-ngày)")
    raise refusal(
        "KH204", f"{_shown(value)} không phải là ngày", "Viết ngày theo dạng năm-tháng-ngày, ví dụ 2023-09-30"
    )


def _existing_day(iso: str, written: str) -> date:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        raise refusal("KH204", f"Ngày {written} không có trong lịch", "Sửa lại ngày, tháng hoặc năm") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise refusal(
            "KH204", f"Ngày {written} nằm ngoài các năm {FIRST_YEAR}–{LAST_YEAR}", "Sửa lại năm, viết đủ bốn chữ số"
        )
    return day


def _due(value: Any, info: ValidationInfo) -> Due:
    years: range | None = (info.context or {}).get(YEARS)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or len(value) > MAX_DUE:
        raise refusal(
            "KH205", f"Không hiểu thời hạn {inline(_shown(value))}", "Viết thời hạn như trong Kế hoạch: Quý II/2023"
        )
    try:
        return parse_due(value, only_year(years))
    except DueError as error:
        if error.fault == "no year" and years is None:  # what is wrong with plan.yaml is said there
            return Due(" ".join(value.split()), "undated")
        message, remedy, _ = refused_due(error, _shown(value), years)
    raise refusal("KH205", message, remedy)


def _state(value: Any) -> Any:
    """Refuse the Vietnamese words for a state, naming the code that the file has for it."""
    said = state_of(value) if isinstance(value, str) and value not in STATES else None
    if said:
        message = "Giá trị của state không nằm trong các giá trị dùng được"
        raise refusal("KH206", message, f"Trong tệp viết {said.state}")
    return value


def _period(value: Any) -> Period:
    with suppress(ValueError):
        return parse_period(str(value) if isinstance(value, str | int) and not isinstance(value, bool) else "")
    raise refusal("KH204", f"{_shown(value)} không phải là một kỳ", "Viết kỳ theo dạng 2023-Q3, 2023-09, 2023-H1, 2023")


def _cutoff(value: Any) -> int | str:
    if value == "calendar" or (isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 28):
        return value  # type: ignore[no-any-return]  # narrowed to int or "calendar" just above
    raise refusal(
        "KH206",
        f"{_shown(value)} không dùng được làm ngày chốt số liệu",
        "Viết một ngày từ 1 đến 28, hoặc calendar nếu chốt vào ngày cuối kỳ",
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


Text = Annotated[str, Field(min_length=1, max_length=MAX_TEXT, pattern=TEXT_PATTERN)]
Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=40)]
AgencyId = Annotated[Id, Field(json_schema_extra={IDS_OF: "agencies"})]
AgencyOfRecord = Annotated[
    dict[Id, AgencyId],
    WithJsonSchema(
        {
            "type": "object",
            "propertyNames": {"pattern": ID_PATTERN, "maxLength": 40},
            "additionalProperties": {IDS_OF: "agencies"},
        }
    ),
]
PillarId = Annotated[Id, Field(json_schema_extra={IDS_OF: "pillars"})]
IndicatorId = Annotated[Id, Field(json_schema_extra={IDS_OF: "indicators"})]
TaskId = Annotated[Id, Field(json_schema_extra={IDS_OF: "tasks"})]
RecordId = Annotated[Id, Field(json_schema_extra={IDS_OF: "records"})]
Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
ReportedValue = Annotated[Decimal | Verdict, BeforeValidator(_reported), WithJsonSchema({"type": ["number", "string"]})]
Day = Annotated[
    date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]
DueText = Annotated[
    Due,
    BeforeValidator(_due),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "maxLength": MAX_DUE,
            "minimum": FIRST_YEAR,
            "maximum": LAST_YEAR,
            "examples": list(ACCEPTED_FORMS),
        }
    ),
]
PeriodName = Annotated[
    Period,
    BeforeValidator(_period),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{4}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$"}),
]
StateCode = Annotated[State, BeforeValidator(_state)]
Cutoff = Annotated[
    int | str,
    BeforeValidator(_cutoff),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1, "maximum": 28}, {"const": "calendar"}]}),
]
