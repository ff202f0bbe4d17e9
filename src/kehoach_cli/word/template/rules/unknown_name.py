"""Tên không có trong dữ liệu của báo cáo

Tên trong thẻ phải là một trong các tên do «kehoach template fields» liệt kê, hoặc tên đặt bằng for, set trong mẫu. Tên
sai thì không lập báo cáo, để không bao giờ có chỗ trống mà không ai hay.

Sai:
    {{ muc.ten_chi_tieuu }}

Đúng:
    {{ muc.ten_chi_tieu }}
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from kehoach_cli.sandbox.problems import FILE, Place, WordFinding
from kehoach_cli.word.template.data_mismatches import DataMismatch
from kehoach_cli.word.template.jinja_source import JinjaSource

CODE = "KH823"
_LIST_ALL = "Xem các tên dùng được bằng: kehoach template fields"


def check(find_mismatches: Iterable[DataMismatch], source: JinjaSource) -> Iterator[WordFinding]:
    for mismatch in find_mismatches:
        tag = source.tag(mismatch.line)
        if mismatch.kind in ("name", "member"):
            yield finding(mismatch.name, mismatch.known, tag.place if tag else FILE)


def finding(name: str, known: tuple[str, ...], place: Place) -> WordFinding:
    """Report a missing name; `known` are the names that exist there."""
    owner, _, last = name.rpartition(".")
    near = [item for item in known if item.lower() == last.lower()]  # Word capitalized it
    near = near or get_close_matches(last, known, n=2, cutoff=0.6)
    if near:
        remedy = f"Có phải là {' hay '.join(f'«{item}»' for item in near)}?"
    elif owner and known:
        remedy = f"Dưới «{owner[:60]}» có: {', '.join(known[:12])}"
    else:
        remedy = _LIST_ALL
    kind = "mã" if name.isupper() else "tên"  # codes alone are in capitals
    return WordFinding(CODE, f"Không có {kind} «{name[:60]}»", remedy, place)
