"""Giá trị đặt trong vòng lặp không giữ được ra ngoài

Trong một vòng lặp, {% set %} đặt giá trị cho riêng lượt lặp đó: sang lượt sau và ra khỏi vòng lặp, tên ấy lại mang
giá trị cũ. Vì vậy cộng dồn bằng {% set %} luôn in ra giá trị ban đầu. Tính tổng bằng bộ lọc sum, đếm bằng selectattr và
length.

Sai:
    {% set tong = 0 %}{% for muc in chi_tieu %}{% set tong = tong + muc.stt %}{% endfor %}{{ tong }}

Đúng:
    {{ chi_tieu|sum(attribute='stt') }}
"""

from collections.abc import Iterable, Iterator, Sequence

from jinja2 import nodes

from kehoach_cli.diagnostics import Severity
from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.template.jinja_source import JinjaSource

CODE = "KH826"
SEVERITY: Severity = "warning"
_REMEDY = (
    "Tính tổng bằng bộ lọc, ví dụ {{ danh_sach|sum(attribute='so') }}; "
    "đếm bằng {{ danh_sach|selectattr('dat')|list|length }}"
)


def check(tree: nodes.Template, source: JinjaSource) -> Iterator[WordFinding]:
    if tree.find(nodes.Assign) is None:
        return
    for loop, after in _loops(tree.body, ()):
        set_before: set[str] = set()
        for assign in nodes.Template(loop.body).find_all(nodes.Assign):
            name = assign.target.name if isinstance(assign.target, nodes.Name) else ""
            adds_up = name not in set_before and bool(_first_use([assign.node], name))
            set_before.add(name)
            tag = source.tag(assign.lineno)
            if tag is not None and (adds_up or _first_use(after, name)):
                message = f"Tên «{name[:60]}» đặt trong vòng lặp; hết lượt lặp, tên đó trở về giá trị cũ"
                yield WordFinding(CODE, message, _REMEDY, tag.place, SEVERITY)


def _loops(
    statements: Sequence[nodes.Node], after: Sequence[nodes.Node]
) -> Iterator[tuple[nodes.For, Sequence[nodes.Node]]]:
    """Every loop, with what follows it up to the end of the template."""
    for index, statement in enumerate(statements):
        rest = [*statements[index + 1 :], *after]
        match statement:
            case nodes.For(body=body, else_=otherwise):
                yield statement, rest
                yield from _loops(body, rest)
                yield from _loops(otherwise, rest)
            case nodes.If(body=body, elif_=others, else_=otherwise):
                for block in (body, others, otherwise):
                    yield from _loops(block, rest)


def _first_use(found: Iterable[nodes.Node], name: str) -> bool | None:
    """Whether the first use of the name reads it (True) or sets it anew (False); None if it is not used."""
    for node in found:
        if isinstance(node, nodes.Name) and node.name == name:
            return node.ctx == "load"
        parts = list(node.iter_child_nodes())
        if isinstance(node, nodes.Assign):  # the value is read before the name is set
            parts.reverse()
        used = _first_use(parts, name)
        if used is not None:
            return used
    return None
