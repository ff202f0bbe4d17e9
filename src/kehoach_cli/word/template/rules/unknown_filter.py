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

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.template.jinja_source import JinjaSource

CODE = "KH822"


def check(found: Iterable[nodes.Node], source: JinjaSource, environment: SandboxedEnvironment) -> Iterator[WordFinding]:
    for node in found:
        for is_filter, name in _named(node):
            words, known = ("bộ lọc", environment.filters) if is_filter else ("phép thử", environment.tests)
            tag = source.tag(node.lineno) if name not in known else None
            if tag is not None:
                near = get_close_matches(name, known, n=1)
                remedy = f"Có phải là «{near[0]}»?" if near else f"Dùng một trong: {', '.join(sorted(known))}"
                yield WordFinding(CODE, f"Không có {words} «{name[:60]}»", remedy, tag.place)


def _named(node: nodes.Node) -> Iterator[tuple[bool, str]]:
    """Filters (True) and tests (False) that the node names, those in `select("odd")` and `map("upper")` included."""
    match node:
        case nodes.Filter(name=name, args=args):
            yield True, name
            place = _NAMES_ANOTHER.get(name)
            for given in args[place : place + 1] if place is not None else ():
                if isinstance(given, nodes.Const) and isinstance(given.value, str):
                    yield name == "map", given.value
        case nodes.Test(name=name):
            yield False, name


# Where among a filter's arguments the name of a filter (map) or of a test stands.
_NAMES_ANOTHER = {"map": 0, "select": 0, "reject": 0, "selectattr": 1, "rejectattr": 1}
