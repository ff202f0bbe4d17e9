"""Dấu cách trước chữ tr, tc, p của thẻ

Chữ tr (hàng), tc (ô), p (đoạn) nói thẻ thay cho cả hàng, ô hay đoạn chứa nó, và phải viết liền sau {%. Viết cách ra thì
chương trình hiểu đó là một lệnh tên là «tr».

Sai:
    {% tr for muc in chi_tieu %}

Đúng:
    {%tr for muc in chi_tieu %}
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.template.tags import Scan, Tag

CODE = "KH812"
_LEVELS = ("tr", "tc", "p")


def is_spaced(tag: Tag) -> bool:
    return tag.kind == "{%" and tag.level == "" and tag.word in _LEVELS


def check(scan: Scan) -> Iterator[WordFinding]:
    for tag in scan.tags:
        if is_spaced(tag):
            yield WordFinding(
                CODE,
                f"Thẻ {tag.shown} có dấu cách trước chữ «{tag.word}»",
                f"Viết liền: {{%{tag.word} … %}}",
                tag.place,
            )
