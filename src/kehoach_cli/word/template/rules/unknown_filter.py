"""Bộ lọc hay phép thử không có

Bộ lọc đứng sau dấu | để biến đổi giá trị, phép thử đứng sau chữ is. Chỉ những bộ lọc, phép thử có trong danh sách ở
trang «Mẫu Word» mới dùng được.

Sai:
    {{ ten|uper }}

Đúng:
    {{ ten|upper }}
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from jinja2 import nodes
from jinja2.sandbox import SandboxedEnvironment

from kehoach_cli.diagnostics import Severity
from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.template.jinja_source import JinjaSource

CODE = "KH822"
SEVERITY: Severity = "error"


def check(found: Iterable[nodes.Node], source: JinjaSource, environment: SandboxedEnvironment) -> Iterator[WordFinding]:
    for node in found:
        if isinstance(node, nodes.Filter | nodes.Test):
            is_filter = isinstance(node, nodes.Filter)
            words, known = ("bộ lọc", environment.filters) if is_filter else ("phép thử", environment.tests)
            tag = source.tag(node.lineno) if node.name not in known else None
            if tag is not None:
                near = get_close_matches(node.name, known, n=1)
                remedy = f"Có phải là «{near[0]}»?" if near else f"Dùng một trong: {', '.join(sorted(known))}"
                yield WordFinding(CODE, SEVERITY, f"Không có {words} «{node.name}»", remedy, tag.place)
