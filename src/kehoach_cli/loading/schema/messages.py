"""Turn Pydantic's errors into Vietnamese findings at the field they are about."""

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from kehoach_cli.diagnostics import Finding, Route
from kehoach_cli.loading.schema.record import keys_of
from kehoach_cli.loading.schema.remedies import NamedField, fields_along, if_none, model_at, structure_remedy
from kehoach_cli.plan.model import ROLES
from kehoach_cli.vocabulary import terms
from kehoach_cli.vocabulary.wording import sentence
from kehoach_cli.yaml.scalars import clipped


class _Texts(NamedTuple):
    """A finding's code and texts. `{field}` is replaced by the key, other names by Pydantic's error context.

    The remedy is a text or what makes it of the field.
    """

    code: str
    message: str
    remedy: str | Callable[[NamedField], str]


_BOUNDS = "Sửa lại số; xem kehoach explain KH209 để biết khoảng cho phép"

_SENTENCES = {
    "string_type": _Texts(
        "KH203",
        "Giá trị của {field} phải là chữ",
        "Viết chữ; chữ có dấu hai chấm, hoặc trông như số, true, false, thì đặt trong dấu nháy kép",
    ),
    "list_type": _Texts("KH203", "Giá trị của {field} phải là danh sách", structure_remedy),
    "model_type": _Texts("KH203", "Giá trị của {field} phải là nhóm khóa", structure_remedy),
    "dict_type": _Texts("KH203", "Giá trị của {field} phải là nhóm khóa", "Ghi mỗi mã một dòng thụt vào bên dưới"),
    "int_type": _Texts("KH203", "Giá trị của {field} phải là số nguyên", "Viết số nguyên, không có dấu nháy"),
    "bool_type": _Texts(
        "KH203", "Giá trị của {field} phải là true hoặc false", "Viết true hoặc false, không có dấu nháy"
    ),
    "greater_than_equal": _Texts("KH209", "Giá trị của {field} nhỏ hơn {ge}", _BOUNDS),
    "less_than_equal": _Texts("KH209", "Giá trị của {field} lớn hơn {le}", _BOUNDS),
    "string_too_short": _Texts("KH210", "Giá trị của {field} để trống", "Ghi nội dung"),
    "string_too_long": _Texts(
        "KH210", "Giá trị của {field} dài quá {max_length} ký tự", "Rút ngắn lại, phần chi tiết để ở văn bản được dẫn"
    ),
    "too_short": _Texts("KH210", "Danh sách {field} để trống", "Ghi ít nhất một mục"),
    "too_long": _Texts("KH210", "{field} có quá {max_length} mục", "Bỏ bớt mục"),
}
_OTHER = _Texts("KH203", "Giá trị của {field} không dùng được", "So lại với một chỗ viết đúng bên cạnh")
_ID_FORM = _Texts(
    "KH207",
    "Giá trị của {field} không đúng dạng mã",
    "Viết chữ in hoa không dấu và số, nối bằng dấu gạch ngang hoặc dấu chấm, tối đa 40 ký tự, ví dụ CQS-01 hoặc STTTT",
)


_NO_AGENCY_ID = _Texts(
    "KH207",
    "Giá trị của {field} không phải là mã cơ quan",
    "Ghi mã của cơ quan trong agencies.yaml thay cho tên, ví dụ STTTT; mã là chữ in hoa không dấu và số",
)
_AGENCIES = (*ROLES, "members", "standing_agency", "to", "takes")
_DICT_KEY = "[key]"  # Pydantic's last step to the key of a mapping whose keys are ids

# What the files of earlier plans may still hold, and how it is written now.
_OLD_KEYS = {
    "extensions": "Trống thì xóa dòng này; gia hạn nay ghi ở changes, còn due giữ như Kế hoạch giao: "
    "changes: [{date: ngày văn bản, by: số văn bản, set: {due: thời hạn mới}}]",
    "amendments": "Trống thì xóa dòng này; điều chỉnh nay ghi ở changes kèm giá trị mới, còn các khóa giữ như "
    "Kế hoạch giao: changes: [{date: ngày văn bản, by: số văn bản, set: {khóa: giá trị mới}}]",
    "fields": "Thay fields bằng set, mỗi khóa kèm giá trị mới: set: {due: Quý IV/2023}",
}


def schema_finding(error: Any, model: type[BaseModel], collection: str, prefix: tuple[int, ...]) -> Finding:
    """The finding for one of Pydantic's error details (taken without input and URL) about a value for `model`.

    `prefix` is the path from the top of the file to that value.
    """
    path, on_key = error["loc"], error["type"] == "extra_forbidden"
    if path[-1:] == (_DICT_KEY,):
        path, on_key = path[:-1], True
    route = Route(collection, (*prefix, *path), on_key=on_key)
    code, message, remedy = _texts(error, model, "bản ghi" if prefix else "tệp")
    return Finding(code, "error", message, remedy, route)


def _texts(error: Any, model: type[BaseModel], whole: str) -> tuple[str, str, str]:
    kind, context = error["type"], error.get("ctx", {})
    name = clipped(str(error["loc"][-1])) if error["loc"] else ""
    fields = fields_along(model, error["loc"])
    if kind == "kehoach":
        return context["code"], context["message"], context["remedy"] + if_none(fields, context["code"])
    owner = model_at(model, error["loc"][:-1])
    keys = list(keys_of(owner))
    if not error["loc"]:
        remedy = f"Ghi từng khóa thành một dòng «khóa: giá trị», thẳng cột với nhau: {', '.join(keys)}"
        return "KH203", f"{sentence(whole)} phải gồm các khóa", remedy
    if kind == "missing":
        place = next((step for step in reversed(error["loc"][:-1]) if isinstance(step, str)), f"{whole} này")
        only = get_args(fields[-1].field.annotation) if fields and fields[-1].name == name else ()
        value = only[0] if only and isinstance(only[0], int) else "…"
        of_heading = "; dòng đề mục thì ghi heading: true" if name in getattr(owner, "of_headings", ()) else ""
        return "KH201", f"Thiếu khóa {name}", f"Thêm «{name}: {value}» vào {place}{of_heading}"
    if kind == "extra_forbidden":
        return "KH202", f"Không có khóa nào tên là «{name}»", _other_key(name, owner)
    if kind == "literal_error" and name == "format":
        known = f"«format: {context['expected']}»"
        remedy = f"Viết {known}; nếu các tệp được viết cho bản kehoach mới hơn thì cài bản mới"
        return "KH206", f"Chương trình này chỉ đọc các tệp có {known}", remedy
    if kind == "literal_error":
        choices = terms.choices(context["expected"].replace(" or ", ", ").replace("'", "").split(", "))
        message = f"Giá trị của {_field(error)} không nằm trong các giá trị dùng được"
        return "KH206", message, f"Chọn một trong: {choices}"
    texts = _SENTENCES.get(kind, _OTHER)
    if kind == "string_pattern_mismatch":  # of text: it is blank; of an id: it is malformed
        texts = _SENTENCES["string_too_short"] if context["pattern"] == r"\S" else _id_form(error)
    elif kind == "string_too_long" and context["max_length"] < 100:
        texts = _id_form(error)
    remedy = texts.remedy if isinstance(texts.remedy, str) else texts.remedy(fields[-1])
    if isinstance(error["loc"][-1], str):  # the value of the key itself, not one item of its list
        remedy += if_none(fields, texts.code)
    return texts.code, texts.message.format(field=_field(error), **context), remedy


def _other_key(name: str, owner: type[BaseModel]) -> str:
    """What to do about a key that the owner does not have."""
    keys = list(keys_of(owner))
    if name in _OLD_KEYS:
        return _OLD_KEYS[name]
    outer, _, inner = name.partition(".")
    if inner and outer in keys:
        return f"Viết khóa này trong khóa kia: {outer}: {{{inner}: …}}"
    if "set" in keys and name in keys_of(model_at(owner, ("set",))):
        return f"Ghi dưới set: set: {{{name}: …}}"
    near = get_close_matches(name, keys, n=1)
    return f"Có phải là «{near[0]}»?" if near else f"Xóa khóa này; các khóa dùng được là: {', '.join(keys)}"


def _id_form(error: Any) -> _Texts:
    of_agency = any(step in _AGENCIES for step in error["loc"]) and error["loc"][-1] != _DICT_KEY
    return _NO_AGENCY_ID if of_agency else _ID_FORM


def _field(error: Any) -> str:
    """The innermost key on the path to the value, and which item of its list the value is."""
    if error["loc"][-1] == _DICT_KEY:
        return f"khóa «{clipped(error['loc'][-2])}»"
    name = clipped(next(step for step in reversed(error["loc"]) if isinstance(step, str)))
    return name if isinstance(error["loc"][-1], str) else f"mục thứ {error['loc'][-1] + 1} của {name}"
