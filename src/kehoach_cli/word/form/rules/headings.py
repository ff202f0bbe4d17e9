"""Bố cục: phần, chương, mục, khoản, điểm

Mục đánh số La Mã (I., II.) kèm tiêu đề viết in hoa, đậm; khoản đánh số Ả Rập (1., 2.) có tiêu đề thì tiêu đề đậm; điểm
đánh chữ cái kèm dấu ngoặc (a), b)) viết thường, đứng. Từ “Điều” và số thứ tự của điều viết đứng, đậm. Cỡ chữ 13–14, số
thứ tự liên tục. Số do Word tự đánh cũng được xét.

Sai:
    I. Đánh giá chung
    III. Kết quả

Đúng:
    I. ĐÁNH GIÁ CHUNG
    II. KẾT QUẢ
"""

import re
from collections.abc import Iterator

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.form.lines import Line
from kehoach_cli.word.form.numbering import NUMERALS
from kehoach_cli.word.form.requirements import Clause, Form, RequiredFormat, check_format

CODE = "KH861"
_CLAUSE = Clause(CODE, "Tiêu đề mục", "II.6")
_NUMBER = Clause(CODE, "Điều", "II.6")
_ROMAN = re.compile(r"(?P<number>[IVX]{1,5})\.\s+\S")
_ARABIC = re.compile(r"\d{1,2}\.\s+\S")
_ARTICLE = re.compile(r"Điều \d+[a-z]?(?P<end>\.|\s?[:)-]|$)")
_WHOLE = re.compile(r"(?:Phần|Chương) |[A-EĐ]\.\s")  # the numbers of its sections begin anew
_HEADING = RequiredFormat((13, 14), bold=True)
_TITLE_LENGTH = 90


def check(form: Form) -> Iterator[WordFinding]:
    expected = 0
    lines = form.elements.body
    numbered = [bool(_ARABIC.match(line.text)) for line in lines]
    for at, line in enumerate(lines):
        roman, article = _ROMAN.match(line.text), _ARTICLE.match(line.text)
        if _WHOLE.match(line.text):
            expected = 0
        elif article:
            if line.first is not None and (line.first.italic or not line.first.bold):
                yield _NUMBER.finding("chữ “Điều” và số thứ tự không đứng, đậm", "Đặt chữ đứng, đậm", line.place)
            if article["end"] not in ("", "."):
                yield _NUMBER.finding("sau số thứ tự không phải là dấu chấm", "Viết “Điều 1.”", line.place)
        elif roman:
            yield from check_format(line, _HEADING._replace(capitals=True), _CLAUSE)
            expected = expected + 1
            wanted = NUMERALS[expected - 1] if expected <= len(NUMERALS) else ""
            if roman["number"] != wanted and roman["number"] in NUMERALS:
                yield _CLAUSE.finding(f"đánh số {roman['number']}, phải là {wanted}", "Đánh lại số thứ tự", line.place)
                expected = NUMERALS.index(roman["number"]) + 1
        elif numbered[at] and not any((*numbered[max(0, at - 1) : at], *numbered[at + 1 : at + 2])) and _is_title(line):
            yield from check_format(line, _HEADING, _CLAUSE)


def _is_title(line: Line) -> bool:
    """Whether a numbered line is a title: short and no sentence. Of several in a row, none is."""
    return len(line.text) < _TITLE_LENGTH and line.text[-1] not in ".;:,"
