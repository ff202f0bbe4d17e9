"""Writes docs/quy-tac.md, the page of all codes, from the docstrings of their modules.

python -m scripts.rule_pages
"""

from itertools import groupby
from pathlib import Path

from kehoach_cli.cli.output.rule_pages import all_rules
from kehoach_cli.rules.page import page_of
from kehoach_cli.vocabulary import terms, wording

DOCUMENT = Path(__file__).parent.parent / "docs" / "quy-tac.md"

_HEAD = """\
# Các mã kiểm tra

<!-- Trang này do scripts/rule_pages.py lập từ chú thích của từng quy tắc; đừng sửa tay. -->

Mỗi điều `kehoach validate` và `kehoach template check` nêu ra mang một mã. Trang này giải thích từng mã: kiểm tra gì,
vì sao, ví dụ sai và đúng. Xem một mã ngay trên máy: `kehoach explain KH204`. Mã không đổi nghĩa và không dùng lại.

**Lỗi** phải sửa; **cảnh báo** cần xem lại, có khi văn bản ghi đúng như vậy; **lưu ý** để biết. Cách đổi mức hoặc bỏ
qua một mã: xem [Kiểm tra kế hoạch](kiem-tra.md#đổi-mức-và-bỏ-qua).
"""


def document() -> str:
    """The whole page."""
    blocks = [_HEAD]
    for kind, codes in groupby(all_rules(), key=lambda code: code[:3]):
        blocks.append(f"## {terms.CODE_KIND[kind]} ({kind}xx)\n")
        blocks.extend(_section(code) for code in codes)
    return "\n".join(blocks)


def _section(code: str) -> str:
    one = all_rules()[code]
    page = page_of(one.docstring)
    severity = wording.sentence(terms.SEVERITY[one.severity])
    parts = [f"### {code}: {page.title}", f"*{severity}.*", *page.paragraphs]
    for title, example in (("Sai:", page.wrong), ("Đúng:", page.right)):
        parts += [title, f"```{'' if code.startswith('KH8') else 'yaml'}\n{example}\n```"]
    return "\n\n".join(parts) + "\n"


def main() -> None:
    DOCUMENT.write_text(document(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
