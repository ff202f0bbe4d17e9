"""Thẻ {%tr %}, {%tc %}, {%p %} không đứng một mình

Thẻ {%tr %} thay cho cả hàng chứa nó, {%tc %} cho cả ô, {%p %} cho cả đoạn: mọi thứ khác ở đó sẽ mất. Vì vậy thẻ phải
đứng một mình: vòng lặp hàng của bảng cần ba hàng, hàng thẻ mở, hàng nội dung, hàng thẻ đóng. Bộ lọc shade tô nền ô chứa
thẻ, nên cũng phải nằm trong bảng.

Sai:
    | {%tr for muc in chi_tieu %}{{ muc.ten }} | {{ muc.gia_tri }}{%tr endfor %} |

Đúng:
    | {%tr for muc in chi_tieu %} |                   |
    | {{ muc.ten }}               | {{ muc.gia_tri }} |
    | {%tr endfor %}              |                   |
"""

import re
from collections.abc import Iterator

from kehoach_cli.sandbox.package.xml import Element, w
from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.template.tags import Scan, Tag, replaced_element

CODE = "KH813"
_WORDS = {"tr": ("hàng của bảng", "hàng riêng"), "tc": ("ô của bảng", "ô riêng"), "p": ("đoạn", "đoạn riêng")}
_SHADES = re.compile(r"\|\s*shade\b")
_THINGS = tuple(
    map(w, ("drawing", "pict", "object", "sym", "fldChar", "fldSimple", "footnoteReference", "endnoteReference"))
)


def check(scan: Scan) -> Iterator[WordFinding]:
    leveled = [tag for tag in scan.tags if tag.level]
    texts = {id(paragraph.element): paragraph.text for paragraph in scan.paragraphs} if leveled else {}
    for tag in scan.tags:
        if tag.level or tag.kind == "{#":
            element = id(tag.paragraph.element)
            texts[element] = _blanked(texts.get(element, ""), tag)
    for tag in scan.tags:
        if _SHADES.search(tag.body) and next(tag.paragraph.element.iterancestors(w("tc")), None) is None:
            remedy = "Bộ lọc shade tô nền ô của bảng; ngoài bảng thì bỏ «|shade(…)»"
            yield _finding(tag, f"Thẻ {tag.shown} không nằm trong bảng nào", remedy)
    for tag in leveled:
        whole = replaced_element(tag)
        if whole is None:
            yield _finding(tag, f"Thẻ {tag.shown} không nằm trong bảng nào", "Ngoài bảng thì dùng {%p … %}")
        elif whole.find(f".//{w('sectPr')}") is not None:
            yield _finding(
                tag,
                f"Đoạn chứa thẻ {tag.shown} còn mang ngắt phần (section break), sẽ mất cùng với thẻ",
                "Chuyển ngắt phần sang một đoạn khác",
            )
        elif _holds_more(whole, texts):
            here, apart = _WORDS[tag.level]
            yield _finding(
                tag,
                f"Thẻ {tag.shown} không đứng một mình trong {here}",
                f"Chuyển thẻ sang một {apart}: mọi thứ khác ở đây sẽ mất khi lập báo cáo",
            )


def _blanked(text: str, tag: Tag) -> str:
    return text[: tag.start] + " " * (tag.end - tag.start) + text[tag.end :]


def _holds_more(whole: Element, texts: dict[int, str]) -> bool:
    """Whether it holds anything except tags with a level, comments and blanks."""
    if next(whole.iter(*_THINGS), None) is not None:
        return True
    return any(texts.get(id(paragraph), "").strip() for paragraph in whole.iter(w("p")))


def _finding(tag: Tag, message: str, remedy: str) -> WordFinding:
    return WordFinding(CODE, message, remedy, tag.place)
