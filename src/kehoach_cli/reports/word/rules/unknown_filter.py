"""Bộ lọc hay phép thử không có

Bộ lọc đứng sau dấu | để biến đổi giá trị, phép thử đứng sau chữ is. Chỉ những bộ lọc, phép thử có trong danh sách ở
trang «Mẫu Word» mới dùng được.

Sai:
    {{ ten|uper }}

Đúng:
    {{ ten|upper }}
"""

from collections.abc import Iterator
from difflib import get_close_matches

from jinja2 import nodes
from jinja2.sandbox import SandboxedEnvironment

from kehoach_cli.diagnostics import Severity
from kehoach_cli.reports.word.problems import WordFinding
from kehoach_cli.reports.word.template.source import Source

CODE = "KH822"
SEVERITY: Severity = "error"


def check(tree: nodes.Template, source: Source, environment: SandboxedEnvironment) -> Iterator[WordFinding]:
    kinds: tuple[tuple[str, type[nodes.Filter | nodes.Test], list[str]], ...] = (
        ("bộ lọc", nodes.Filter, list(environment.filters)),
        ("phép thử", nodes.Test, list(environment.tests)),
    )
    for words, kind, known in kinds:
        for node in tree.find_all(kind):
            tag = source.tag(node.lineno)
            if node.name not in known and tag is not None:
                near = get_close_matches(node.name, known, n=1)
                remedy = f"Có phải là «{near[0]}»?" if near else f"Dùng một trong: {', '.join(sorted(known))}"
                yield WordFinding(CODE, SEVERITY, f"Không có {words} «{node.name}»", remedy, tag.place)
