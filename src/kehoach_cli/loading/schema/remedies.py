"""Say what may stand at a key, from the model that checks it."""

from collections.abc import Iterator
from types import NoneType
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kehoach_cli.loading.schema.record import keys_of
from kehoach_cli.loading.schema.value_types import IDS_OF, AgencyId


class NamedField(NamedTuple):
    """A key and what its model says of it."""

    name: str
    field: FieldInfo


def model_at(model: type[BaseModel], path: tuple[Any, ...]) -> type[BaseModel]:
    """The model of the mapping at this path of a value for `model`."""
    for step in path:
        if isinstance(step, str) and step in keys_of(model):
            model = next(_models_in(keys_of(model)[step].annotation), model)
    return model


def fields_along(model: type[BaseModel], path: tuple[Any, ...]) -> list[NamedField]:
    """The keys on the path that a model knows, outermost first."""
    found = ((step, keys_of(model_at(model, path[:index])).get(step)) for index, step in enumerate(path))
    return [NamedField(step, field) for step, field in found if field is not None]


def if_none(fields: list[NamedField], code: str) -> str:
    """How to write that there is nothing, to end a remedy with; "" where something is required."""
    if not fields or code not in ("KH203", "KH208", "KH210"):
        return ""
    name, field = fields[-1]
    nullable = next(
        (
            each.name
            for each in reversed(fields)
            if each.field.is_required() and NoneType in get_args(each.field.annotation)
        ),
        None,
    )
    if nullable and field.is_required():
        return f"; chưa có thì viết {nullable}: null"
    ways = [f"viết {name}: []"] if get_origin(field.annotation) is list and not field.metadata else []
    ways += [] if field.is_required() else [f"bỏ khóa {name}"]
    return f"; chưa có thì {' hoặc '.join(ways)}" if ways else ""


def structure_remedy(named: NamedField) -> str:
    """How to write this field, which is a list or a mapping."""
    name, field = named
    item = _item_of(field.annotation)
    record = next(_models_in(field.annotation if item is None else item), None)
    if record is not None and not _known_by_id(record):
        keys = ", ".join(key for key, each in keys_of(record).items() if each.is_required() or item is None)
        if item is None:
            return f"Viết các khóa ở những dòng thụt vào bên dưới, mỗi khóa một dòng: {keys}"
        return f"Bắt đầu mỗi mục bằng một dòng có dấu gạch ngang; mục nào cũng phải có: {keys}"
    if get_origin(item) is Literal or item == AgencyId or record is not None:
        example = ", ".join(get_args(item)[:2]) if get_origin(item) is Literal else "STTTT, SNV"
        return f"Viết trong ngoặc vuông, ví dụ {name}: [{example}], hoặc mỗi mục một dòng với dấu gạch đầu dòng"
    return "Ghi mỗi ý thành một dòng bắt đầu bằng dấu gạch ngang"


def _known_by_id(record: type[BaseModel]) -> bool:
    """Whether the record may be written as the id of an agency."""
    return "id" in record.model_fields and record.model_fields["id"].json_schema_extra == {IDS_OF: "agencies"}


def _item_of(annotation: Any) -> Any:
    """The type of the items if the annotation is, or allows, a list; else None."""
    if get_origin(annotation) is list:
        return get_args(annotation)[0]
    return next((found for each in get_args(annotation) if (found := _item_of(each)) is not None), None)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)
