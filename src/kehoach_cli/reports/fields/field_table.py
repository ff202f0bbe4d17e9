"""List a template's fields with kind, meaning and current value, as a page and as rows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kehoach_cli.reports.fields.field import Field
from kehoach_cli.reports.pages import Column, Columns, Page, table_of
from kehoach_cli.vocabulary import wording
from kehoach_cli.word.template.shapes import EACH_CODE

_COLUMNS: Columns[Field] = [
    (Column("Tên", least=24, wrap=True), lambda field: field.name),
    (Column("Loại"), lambda field: field.type),
    (Column("Ý nghĩa", least=24, wrap=True), lambda field: field.meaning),
]
_LISTS = "Tên có [] là của từng mục trong danh sách, dùng trong vòng lặp: {% for n in nhom %}{{ n.ten }}{% endfor %}."
_CODES = f"Chỗ {EACH_CODE} trong tên viết mã của chỉ tiêu, nhiệm vụ: {{{{ chi_tieu.ma.CQS-14.ket_qua }}}}."


def field_page(kind: str, fields: Sequence[Field], data: Mapping[str, Any]) -> Page:
    """The fields of one kind of template; without data the column of current values is left out."""
    now = Column("Hiện nay", least=12, rank=1, wrap=True, lines=3)
    columns = [*_COLUMNS, (now, lambda field: _value_text(value_of(field.name, data)))] if data else _COLUMNS
    notes = [_LISTS, *([_CODES] if any(EACH_CODE in field.name for field in fields) else [])]
    return Page((f"Các tên dùng được trong mẫu {kind}", *notes), (table_of("", columns, fields),))


def field_rows(fields: Sequence[Field], data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One flat row per field: `name`, `type`, `meaning`, and `value` as text."""
    return [{**field._asdict(), "value": _value_text(value_of(field.name, data)) if data else ""} for field in fields]


def value_of(name: str, data: Mapping[str, Any]) -> Any:
    """The value of a field; under a list, the first entry's value. None if there is none."""
    return next(_values(name.replace("[]", ".[]").split("."), data), None)


def _values(steps: Sequence[str], value: Any) -> Iterator[Any]:
    if not steps:
        yield value
    elif steps[0] == "[]":
        for entry in value:
            yield from _values(steps[1:], entry)
    elif steps[0] == EACH_CODE:
        for entry in value.values():
            yield from _values(steps[1:], entry)
    elif isinstance(value, Mapping) and steps[0] in value:
        yield from _values(steps[1:], value[steps[0]])


def _value_text(value: Any) -> str:
    match value:
        case None:
            return wording.UNKNOWN
        case bool():
            return "có" if value else "không"
        case list():
            return f"{len(value)} mục"
        case {"chart": _}:
            return "(biểu đồ)"
        case "":
            return "(rỗng)"
        case _:
            return str(value)
