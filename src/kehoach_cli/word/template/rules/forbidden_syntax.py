"""Lệnh hay phép tính không được dùng trong mẫu

Mẫu báo cáo đến từ người khác (một yêu cầu gộp, một tệp gửi qua thư) có thể được viết để phá máy người lập báo cáo. Nên
mẫu
chỉ dùng được những gì một báo cáo cần: if, for, set, so sánh, cộng trừ nhân chia, các bộ lọc có trong danh sách. Gọi
hàm, lũy thừa, nạp tệp khác, tên bắt đầu bằng dấu gạch dưới đều bị từ chối. Lệnh viết chữ thường; Word hay tự viết hoa
chữ đầu đoạn, đầu ô.

Sai:
    {{ 9**9**9 }}, {% include "tep-khac" %}, {{ ten.__class__ }}, {% If qua_han %}…{% EndIf %}

Đúng:
    {{ tong - dat }}, {% if qua_han %}…{% endif %}
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from jinja2 import nodes

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.template.jinja_source import JinjaSource
from kehoach_cli.word.template.rules.spaced_level import is_spaced
from kehoach_cli.word.template.tags import Tag

CODE = "KH821"

STATEMENTS = ("if", "elif", "else", "endif", "for", "endfor", "set")
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Tuple, nodes.List, nodes.If,
    nodes.For, nodes.Assign, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Neg, nodes.Pos,
    nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Concat, nodes.CondExpr, nodes.Getattr,
    nodes.Getitem, nodes.Slice, nodes.Filter, nodes.Test, nodes.Keyword, nodes.Call,
)  # fmt: skip
_CALLABLE = ("range",)
_LONGEST_NUMBER = 10**15
_RESERVED = ("loop", "self", "super", "caller", "varargs", "kwargs")  # Jinja gives these names values itself


def check_statements(tags: tuple[Tag, ...]) -> Iterator[WordFinding]:
    """Find tags whose first word is no allowed statement, or has capitals."""
    for tag in tags:
        lower = f"{{%{tag.level}{tag.body}%}}"
        if tag.kind == "{%" and tag.word in STATEMENTS and lower != tag.text and tag.text.lower() == lower.lower():
            form = lower if len(lower) <= len(tag.shown) else "chữ thường"
            remedy = f"Viết thành {form}; Word vừa tự viết hoa thì bấm Ctrl+Z"
            yield WordFinding(CODE, f"Thẻ {tag.shown} viết hoa chữ của lệnh", remedy, tag.place)
        if tag.kind == "{%" and tag.word not in STATEMENTS and not is_spaced(tag):
            near = get_close_matches(tag.word, STATEMENTS, n=1)
            remedy = f"Có phải là «{near[0]}»?" if near else f"Chỉ dùng được các lệnh: {', '.join(STATEMENTS)}"
            yield WordFinding(CODE, f"Mẫu không dùng được lệnh «{tag.word[:40]}»", remedy, tag.place)


def check(found: Iterable[nodes.Node], source: JinjaSource) -> Iterator[WordFinding]:
    """Find syntax that is not on the list."""
    for node in found:
        fault = _refusal(node)
        tag = source.tag(node.lineno) if fault else None
        if fault and tag is not None:
            yield WordFinding(CODE, f"Thẻ {tag.shown} {fault[0]}", fault[1], tag.place)


def _refusal(node: nodes.Node) -> tuple[str, str] | None:
    """The Vietnamese fault of the node and its remedy; None if it is allowed."""
    match node:
        case nodes.Pow():
            return "dùng phép lũy thừa **", "Viết thành phép nhân, hoặc lấy giá trị đã tính sẵn"
        case nodes.Call(node=called) if not isinstance(called, nodes.Name) or called.name not in _CALLABLE:
            return "gọi một hàm", "Chỉ lấy giá trị theo tên; xem các tên bằng: kehoach template fields"
        case nodes.Call(dyn_args=args, dyn_kwargs=kwargs) if args or kwargs:
            return "gọi một hàm", "Chỉ lấy giá trị theo tên; xem các tên bằng: kehoach template fields"
        case nodes.Name(name=name) | nodes.Getattr(attr=name) if name.startswith("_"):
            return "dùng tên bắt đầu bằng dấu gạch dưới", "Chỉ dùng các tên do «kehoach template fields» liệt kê"
        case nodes.Name(name=name, ctx="store") if name in _RESERVED:
            return f"đặt giá trị cho tên dành riêng «{name}»", "Dùng tên khác"
        case nodes.Const(value=int() | float() as number) if abs(number) > _LONGEST_NUMBER:
            return "có số quá lớn", "Bỏ số này"
        case nodes.For(recursive=True):
            return "lặp đệ quy", "Bỏ chữ recursive"
        case nodes.Assign(target=target) if not isinstance(target, nodes.Name):
            return "gán cho nhiều tên một lúc", "Viết mỗi tên một thẻ {% set tên = giá trị %}"
    if not isinstance(node, _ALLOWED):
        return "dùng cú pháp mà mẫu không được dùng", "Chỉ dùng tên, so sánh, cộng trừ nhân chia và bộ lọc"
    return None
