"""Made-up data for a kind of template, to fill it in where there is no plan."""

import re
from collections.abc import Mapping
from typing import Any

from kehoach_cli.reports.fields.field_tree import FIELDS, shape_for
from kehoach_cli.word.template.shapes import NUMBER, YES_NO, Shape

_EXAMPLE = re.compile(r": ([^;]+)")
_TEXT = "nội dung mẫu"


def sample_data(kind: str) -> Mapping[str, Any]:
    """Data with one entry in each list. A text is the example that its field's meaning gives after a colon."""
    texts = {field.name: _example(field.meaning) for field in FIELDS[kind]}
    return {name: _sample(shape, name, texts) for name, shape in shape_for(kind).items()}


def _sample(shape: Shape, name: str, texts: Mapping[str, str]) -> Any:
    match shape:
        case Mapping():
            return {key: _sample(value, f"{name}.{key}", texts) for key, value in shape.items()}
        case [str()]:
            return texts.get(name, _TEXT).split(" / ")
        case [entry]:
            return [_sample(entry, f"{name}[]", texts)]
    return {NUMBER: 1, YES_NO: True}.get(shape, texts.get(name.removesuffix("[]"), _TEXT))


def _example(meaning: str) -> str:
    found = _EXAMPLE.search(meaning)
    text = found[1] if found else _TEXT
    return text.upper() if "chữ hoa" in meaning else text
