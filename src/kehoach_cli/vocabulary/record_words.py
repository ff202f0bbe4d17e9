"""Word the fields and entries of a record, for use within a Vietnamese sentence."""

from typing import Any

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.model import (
    Agency,
    Amendment,
    Extension,
    Indicator,
    Measurement,
    Target,
    TargetNames,
    Task,
    Update,
)
from kehoach_cli.plan.periods import Day
from kehoach_cli.vocabulary import terms, wording

Entry = Measurement | Update | Extension | Amendment

LONGEST = 80

_CODES = ("pillar", "unit", "standing_agency", "number")
_AGENCY_LISTS = ("lead", "support", "oversight", "members")


def field_name(field: str, names: TargetNames) -> str:
    """The name of a field with this dotted key; the two targets have the plan's own names."""
    match field:
        case "targets.national":
            return f"mức {names.national}"
        case "targets.provincial":
            return f"mức {names.provincial}"
        case _:
            return terms.field(field)


def value(field: str, given: Any, unit: str, agencies: AgencyRegister) -> str:
    """The value of the field with this dotted key: `29,2%`, `Sở TT&TT, Sở Y tế`, `Quý II/2023`, `«Tên»`."""
    if field in _AGENCY_LISTS:
        return agencies.short_names(given) or "không có"
    if field == "direction":
        return terms.DIRECTION[given]
    if field == "origin":
        return "; ".join(terms.ORIGIN[origin] for origin in given) or "không ghi"
    match given:
        case None:
            return "không có"
        case bool():
            return "có" if given else "không"
        case Due():
            return due(given)
        case Target():
            return wording.target(given, unit)
        case Day():
            return wording.day(given)
        case str():
            return given if field in _CODES else quoted(given)
        case tuple():
            return ", ".join(map(quoted, given)) or "không có"
        case _ if field == "baseline.value":
            return wording.quantity(given, unit)
        case _:
            return str(given)


def due(given: Due) -> str:
    """The deadline in the plan's own words."""
    return "không ghi thời hạn" if given.kind == "undated" else wording.deadline(given)


def quoted(text: str) -> str:
    """The text in quotation marks, cut to `LONGEST` characters."""
    plain = " ".join(text.split())
    return f"«{plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + '…'}»"


def entry(given: Entry, unit: str) -> str:
    """An entry of a record's history: `45,5% ngày 30/9/2023 (CV 2/STTTT)`."""
    match given:
        case Measurement():
            comma = "," if unit == "ngày" else ""  # «5,6 ngày, ngày 30/6/2024»
            return f"{wording.quantity(given.value, unit)}{comma} ngày {wording.day(given.date)}{_source(given.source)}"
        case Update():
            share = "" if given.percent is None else f" {wording.number(given.percent)}%"
            state = terms.STATE[given.state].lower()
            return f"{state}{share}, ngày {wording.day(given.date)}{_source(given.source)}"
        case Extension():
            return f"gia hạn đến {due(given.due)} theo {document(given.by, given.date)}"
        case Amendment():
            fields = ", ".join(terms.field(field) for field in given.fields)
            return f"điều chỉnh {fields} theo {document(given.by, given.date)}"


def unit_of(record: Agency | Indicator | Task | None) -> str:
    """The unit of an indicator's figures; "" for other records."""
    return record.unit if isinstance(record, Indicator) else ""


def titled_entry(given: Entry, unit: str) -> str:
    """The entry at the start of a sentence: `Kết quả 45,5% ngày 30/9/2023`."""
    title = {Measurement: "Kết quả", Update: "Tiến độ"}.get(type(given), "Lần")
    return f"{title} {entry(given, unit)}"


def document(name: str | None, day: Day) -> str:
    """A document with its day, unless its name includes the day."""
    if name is None:
        return f"văn bản không ghi số ngày {wording.day(day)}"
    return name if "ngày" in name else f"{name} ngày {wording.day(day)}"


def _source(text: str | None) -> str:
    return f" ({text})" if text else ""
