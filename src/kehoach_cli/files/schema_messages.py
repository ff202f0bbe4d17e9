"""Pydantic's errors, said in Vietnamese and tied to the field that they are about."""

from difflib import get_close_matches
from typing import Any

from kehoach_cli.diagnostics import Collection, Finding, Route
from kehoach_cli.files.yaml_data import clipped

_TYPES = {
    "string_type": ("chữ", "Viết chữ; nếu chữ trông như số hoặc true/false thì đặt trong dấu nháy kép"),
    "list_type": (
        "danh sách",
        "Viết trong ngoặc vuông, ví dụ [STTTT, SNV], hoặc mỗi mục một dòng với dấu gạch đầu dòng",
    ),
    "model_type": ("nhóm khóa", "Viết các khóa ở những dòng thụt vào bên dưới, mỗi khóa một dòng"),
    "int_type": ("số nguyên", "Viết số nguyên, không có dấu nháy"),
    "bool_type": ("true hoặc false", "Viết true hoặc false, không có dấu nháy"),
}


def schema_finding(error: Any, collection: Collection, prefix: tuple[int, ...], keys: list[str]) -> Finding:
    """The finding for one of Pydantic's error details, asked for without input or address.

    `prefix` leads from the top of the file to the value that was checked; `keys` are those allowed where a
    key was refused.
    """
    route = Route(collection, (*prefix, *error["loc"]), on_key=error["type"] == "extra_forbidden")
    return Finding(*_say(error, keys), at=route)


def _say(error: Any, keys: list[str]) -> tuple[str, Any, str, str]:
    kind, context = error["type"], error.get("ctx", {})
    name = str(error["loc"][-1]) if error["loc"] else ""
    if kind == "kehoach":
        return context["code"], "error", context["message"], context["remedy"]
    if kind == "missing":
        return "KH201", "error", f"Thiếu khóa {name}", f"Thêm dòng «{name}:» vào bản ghi này"
    if kind == "extra_forbidden":
        near = get_close_matches(name, keys, n=1)
        remedy = f"Có phải là «{near[0]}»?" if near else f"Xóa khóa này; các khóa dùng được là: {', '.join(keys)}"
        return "KH202", "error", f"Không có khóa nào tên là «{clipped(name)}»", remedy
    if kind in _TYPES:
        wanted, remedy = _TYPES[kind]
        return "KH203", "error", f"Giá trị của {_subject(error)} phải là {wanted}", remedy
    if kind == "literal_error":
        choices = context["expected"].replace(" or ", ", ").replace("'", "")
        return (
            "KH206",
            "error",
            f"Giá trị của {_subject(error)} không nằm trong các giá trị dùng được",
            f"Chọn một trong: {choices}",
        )
    if kind == "string_pattern_mismatch":
        return (
            "KH207",
            "error",
            f"Giá trị của {_subject(error)} không đúng dạng mã",
            "Viết chữ in hoa không dấu và số, nối bằng dấu gạch ngang, ví dụ CQS-01 hoặc STTTT",
        )
    if kind == "string_too_short":
        return "KH203", "error", f"Giá trị của {_subject(error)} để trống", "Ghi nội dung, hoặc xóa cả dòng"
    if kind == "string_too_long":
        return (
            "KH203",
            "error",
            f"Giá trị của {_subject(error)} dài quá {context['max_length']} ký tự",
            "Rút ngắn lại",
        )
    return (
        "KH203",
        "error",
        f"Giá trị của {_subject(error)} không hợp lệ",
        "Xem lại giá trị theo bản ghi mẫu trong tài liệu",
    )


def _subject(error: Any) -> str:
    """The innermost key on the way to the value: for an item of a list, the list's."""
    names = [step for step in error["loc"] if isinstance(step, str)]
    return names[-1] if names else "bản ghi"
