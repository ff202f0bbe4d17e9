"""Turn Pydantic's errors into Vietnamese findings at the field they are about."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from kehoach_cli.diagnostics import Collection, Finding, Route
from kehoach_cli.plan.model import ROLES
from kehoach_cli.yaml.scalars import clipped


class _Said(NamedTuple):
    """A finding's code and texts. `{field}` is replaced by the key, other names by Pydantic's error context."""

    code: str
    message: str
    remedy: str


_LIST_REMEDY = "Viết trong ngoặc vuông, ví dụ [STTTT, SNV], hoặc mỗi mục một dòng với dấu gạch đầu dòng"
_GROUP_REMEDY = "Viết các khóa ở những dòng thụt vào bên dưới, mỗi khóa một dòng"
_BOUNDS = "Sửa lại số; xem kehoach explain KH209 để biết khoảng cho phép"

_SENTENCES = {
    "string_type": _Said(
        "KH203",
        "Giá trị của {field} phải là chữ",
        "Viết chữ; chữ có dấu hai chấm, hoặc trông như số, true, false, thì đặt trong dấu nháy kép",
    ),
    "list_type": _Said("KH203", "Giá trị của {field} phải là danh sách", _LIST_REMEDY),
    "model_type": _Said("KH203", "Giá trị của {field} phải là nhóm khóa", _GROUP_REMEDY),
    "dict_type": _Said("KH203", "Giá trị của {field} phải là nhóm khóa", _GROUP_REMEDY),
    "int_type": _Said("KH203", "Giá trị của {field} phải là số nguyên", "Viết số nguyên, không có dấu nháy"),
    "bool_type": _Said(
        "KH203", "Giá trị của {field} phải là true hoặc false", "Viết true hoặc false, không có dấu nháy"
    ),
    "greater_than_equal": _Said("KH209", "Giá trị của {field} nhỏ hơn {ge}", _BOUNDS),
    "less_than_equal": _Said("KH209", "Giá trị của {field} lớn hơn {le}", _BOUNDS),
    "string_too_short": _Said("KH210", "Giá trị của {field} để trống", "Ghi nội dung, hoặc xóa cả dòng"),
    "string_too_long": _Said(
        "KH210", "Giá trị của {field} dài quá {max_length} ký tự", "Rút ngắn lại, phần chi tiết để ở văn bản được dẫn"
    ),
    "too_short": _Said("KH210", "Danh sách {field} để trống", "Ghi ít nhất một mục, hoặc xóa cả dòng"),
    "too_long": _Said("KH210", "{field} có quá {max_length} mục", "Bỏ bớt mục"),
}
_OTHER = _Said("KH203", "Giá trị của {field} không dùng được", "So lại với một bản ghi đúng bên cạnh")
_ID_FORM = _Said(
    "KH207",
    "Giá trị của {field} không đúng dạng mã",
    "Viết chữ in hoa không dấu và số, nối bằng dấu gạch ngang, tối đa 40 ký tự, ví dụ CQS-01 hoặc STTTT",
)


_NO_AGENCY_ID = _Said(
    "KH207",
    "Giá trị của {field} không phải là mã cơ quan",
    "Ghi mã của cơ quan trong agencies.yaml thay cho tên, ví dụ STTTT; mã là chữ in hoa không dấu và số",
)
_AGENCIES = (*ROLES, "members", "standing_agency")


def schema_finding(error: Any, collection: Collection, prefix: tuple[int, ...], keys: Sequence[str]) -> Finding:
    """The finding for one of Pydantic's error details (taken without input and URL).

    `prefix` is the path from the top of the file to the validated value; `keys` are the keys allowed beside the faulty
    one.
    """
    route = Route(collection, (*prefix, *error["loc"]), on_key=error["type"] == "extra_forbidden")
    code, message, remedy = _say(error, keys)
    return Finding(code, "error", message, remedy, route)


def _say(error: Any, keys: Sequence[str]) -> tuple[str, str, str]:
    kind, context = error["type"], error.get("ctx", {})
    name = clipped(str(error["loc"][-1])) if error["loc"] else ""
    if kind == "kehoach":
        return context["code"], context["message"], context["remedy"]
    if kind == "missing":
        return "KH201", f"Thiếu khóa {name}", f"Thêm dòng «{name}:» vào bản ghi này"
    if kind == "extra_forbidden":
        near = get_close_matches(name, keys, n=1)
        remedy = f"Có phải là «{near[0]}»?" if near else f"Xóa khóa này; các khóa dùng được là: {', '.join(keys)}"
        return "KH202", f"Không có khóa nào tên là «{name}»", remedy
    if kind == "literal_error":
        choices = context["expected"].replace(" or ", ", ").replace("'", "")
        message = f"Giá trị của {_field(error)} không nằm trong các giá trị dùng được"
        return "KH206", message, f"Chọn một trong: {choices}"
    said = _SENTENCES.get(kind, _OTHER)
    if kind == "string_pattern_mismatch":  # of text: it is blank; of an id: it is malformed
        said = _SENTENCES["string_too_short"] if context["pattern"] == r"\S" else _id_form(error)
    elif kind == "string_too_long" and context["max_length"] < 100:
        said = _id_form(error)
    return said.code, said.message.format(field=_field(error), **context), said.remedy


def _id_form(error: Any) -> _Said:
    return _NO_AGENCY_ID if any(step in _AGENCIES for step in error["loc"]) else _ID_FORM


def _field(error: Any) -> str:
    """The innermost key on the path to the value; for a list item, the list's key."""
    names = [step for step in error["loc"] if isinstance(step, str)]
    return clipped(names[-1]) if names else "bản ghi"
