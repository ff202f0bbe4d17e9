"""The base class of the schemas of all records."""

from functools import cache
from types import NoneType
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from kehoach_cli.plan.entries import FieldValue


class Record(BaseModel):
    """Base of all records. Undeclared keys are refused; values are not converted between types."""

    model_config = ConfigDict(extra="forbid", strict=True, arbitrary_types_allowed=True, defer_build=True)
    builds: ClassVar[Any]  # the named tuple of `plan` with the same keys
    partial: ClassVar[bool] = False  # every key may be left out: the record holds new values for another

    def to_domain(self) -> Any:
        """The domain's record."""
        return self._values() if self.partial else self.build(self.builds)

    def build(self, kind: Any, **further: Any) -> Any:
        """A named tuple of this kind, made from the keys that both have and further ones. Lists become tuples."""
        given = vars(self)
        own = {
            key: value if type(value := given[key]) in _PLAIN else _to_domain(value) for key in _keys(type(self), kind)
        }
        return kind(**own | self.converted(), **further)

    def converted(self) -> dict[str, Any]:
        """The keys whose value in the domain differs from the one in the file."""
        return {}

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        for field in cls.model_fields.values():
            if cls.partial:
                field.default = None
            elif field.default == []:
                field.default = ()  # a list is copied for each record: a tenth of the time for a large plan

    def _values(self) -> tuple[FieldValue, ...]:
        """The keys that are there, in the order of the model, those of a partial record within it by dotted names."""
        converted, found = self.converted(), []
        for key in type(self).model_fields:
            given = getattr(self, key)
            if key in self.model_fields_set and isinstance(given, Record) and given.partial:
                found += [FieldValue(f"{key}.{inner}", value) for inner, value in given.to_domain()]
            elif key in self.model_fields_set:
                found.append(FieldValue(key, converted.get(key, _to_domain(given))))
        return tuple(found)


def keys_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The keys that may stand in the file, with what the model says of each."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _to_domain(value: Any) -> Any:
    match value:
        case Record():
            return value.to_domain()
        case list():
            return tuple(map(_to_domain, value))
        case _:
            return value


_PLAIN = (str, NoneType, bool, tuple)


@cache
def _keys(schema: type[Record], kind: Any) -> list[str]:
    return [key for key in kind._fields if key in schema.model_fields]
