"""Số trang

Số trang là chữ số Ả Rập, cỡ chữ 13–14, kiểu chữ đứng, canh giữa trong phần lề trên của văn bản, không hiển thị ở trang
thứ nhất; văn bản một trang thì không cần. Mỗi Phụ lục đánh số trang riêng.

Sai:
    số trang ở góc phải cuối trang, có cả ở trang 1

Đúng:
    số 2, 3… ở giữa phía trên, từ trang 2
"""

from collections.abc import Iterator, Sequence

from kehoach_cli.sandbox.package.xml import Element, attribute, w
from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.document import Page
from kehoach_cli.word.form.lines import Line
from kehoach_cli.word.form.requirements import Clause, Form, points

CODE = "KH853"
_CLAUSE = Clause(CODE, "Số trang", "I.7")
# A rough height of the text: letters are about 2,2 mm wide, lines 6 mm high. Only what is clearly longer than a page
# must have numbers.
_LETTER, _LINE, _MM_PER_POINT, _SURELY = 2.2, 6.0, 25.4 / 72, 1.15


def check(form: Form) -> Iterator[WordFinding]:
    pages = form.document.pages
    for number, page in enumerate(pages, 1):
        goes_on = number > 1 and page.first_number is None and not page.continuous
        lines = [line for line in form.document.lines if line.section == number - 1]
        yield from _page(
            page,
            f"phần {number}" if len(pages) > 1 else "",
            is_first=number == 1,
            needed=goes_on or _fills_pages(page, lines),
        )
    for number in sorted({head.section for head, *_ in form.elements.annexes}):
        if 0 < number < len(pages) and pages[number].first_number != "1":
            place = Place("đầu trang", f"phần {number + 1}")
            remedy = "Ở phần của Phụ lục: Chèn > Số trang > Định dạng, chọn Bắt đầu từ 1"
            yield _CLAUSE.finding("Phụ lục không đánh số trang riêng", remedy, place)


def _page(page: Page, position: str, *, is_first: bool, needed: bool) -> Iterator[WordFinding]:
    above, below = Place("đầu trang", position), Place("chân trang", position)
    if any(page.numbers.get(f"footer {kind}") for kind in ("default", "first", "even")):
        yield _CLAUSE.finding("đặt ở chân trang", "Chuyển lên đầu trang: Chèn > Số trang > Đầu Trang", below)
        return
    shown = page.numbers.get("header default", [])
    if not shown and needed:
        yield _CLAUSE.finding("không có", "Chèn > Số trang > Đầu Trang, canh giữa", above)
    first = page.numbers.get("header first", []) if page.title_page else shown
    if first and is_first:
        remedy = "Trong đầu trang, chọn «Khác nhau ở Trang Đầu» và để trống trang đầu"
        yield _CLAUSE.finding("hiện cả ở trang thứ nhất", remedy, above)
    for number in shown:
        if number.layout.align != "center":
            yield _CLAUSE.finding("không canh giữa", "Canh giữa đoạn chứa số trang", above)
        if number.format is not None and not 13 <= number.format.size <= 14:
            yield _CLAUSE.finding(f"cỡ chữ {points(number.format.size)}, quy định 13–14", "Đặt cỡ chữ 13–14", above)
        if number.format is not None and (number.format.italic or number.format.bold):
            yield _CLAUSE.finding("không phải chữ đứng, thường", "Bỏ chữ nghiêng, chữ đậm", above)


def _fills_pages(page: Page, lines: Sequence[Line]) -> bool:
    """Whether the section clearly has more than one page: by its page breaks, else by its length."""
    if any(_breaks(line.source.element) for line in lines[1:]):
        return True
    letters = max(1, int((page.width - page.left - page.right) / _LETTER))
    spaced = [line for line in lines if not line.table]
    rows = sum(-(-max(1, len(line.text)) // letters) for line in spaced)
    in_cells = sum(len(line.text) for line in lines if line.table) / letters
    spaces = sum(line.layout.before + line.layout.after for line in spaced)
    height = (rows + in_cells) * _LINE + spaces * _MM_PER_POINT
    return height > _SURELY * (page.height - page.top - page.bottom)


def _breaks(paragraph: Element) -> bool:
    """Whether a new page begins in the paragraph."""
    return (
        paragraph.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None
        or next(paragraph.iter(w("lastRenderedPageBreak")), None) is not None
        or any(attribute(found, "type") == "page" for found in paragraph.iter(w("br")))
    )
