"""Số trang

Số trang là chữ số Ả Rập, cỡ chữ 13–14, kiểu chữ đứng, canh giữa trong phần lề trên của văn bản, không hiển thị ở trang
thứ nhất. Phụ lục đánh số trang riêng.

Sai:
    số trang ở góc phải cuối trang, có cả ở trang 1

Đúng:
    số 2, 3… ở giữa phía trên, từ trang 2
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.document import Page
from kehoach_cli.word.form.requirements import Clause, Form, points

CODE = "KH853"
_CLAUSE = Clause(CODE, "Số trang", "I.7")


def check(form: Form) -> Iterator[WordFinding]:
    pages = form.document.pages
    for number, page in enumerate(pages, 1):
        yield from _page(page, f"phần {number}" if len(pages) > 1 else "")
    if form.elements.annexes and len(pages) > 1 and pages[-1].first_number != "1":
        place = Place("đầu trang", f"phần {len(pages)}")
        remedy = "Ở phần của Phụ lục: Chèn > Số trang > Định dạng, chọn Bắt đầu từ 1"
        yield _CLAUSE.finding("Phụ lục không đánh số trang riêng", remedy, place)


def _page(page: Page, position: str) -> Iterator[WordFinding]:
    above, below = Place("đầu trang", position), Place("chân trang", position)
    if any(page.numbers.get(f"footer {kind}") for kind in ("default", "first", "even")):
        yield _CLAUSE.finding("đặt ở chân trang", "Chuyển lên đầu trang: Chèn > Số trang > Đầu Trang", below)
        return
    shown = page.numbers.get("header default", [])
    if not shown:
        yield _CLAUSE.finding("không có", "Chèn > Số trang > Đầu Trang, canh giữa", above)
    first = page.numbers.get("header first", []) if page.title_page else shown
    if first:
        remedy = "Trong đầu trang, chọn «Khác nhau ở Trang Đầu» và để trống trang đầu"
        yield _CLAUSE.finding("hiện cả ở trang thứ nhất", remedy, above)
    for number in shown:
        if number.layout.align != "center":
            yield _CLAUSE.finding("không canh giữa", "Canh giữa đoạn chứa số trang", above)
        if number.format is not None and not 13 <= number.format.size <= 14:
            yield _CLAUSE.finding(f"cỡ chữ {points(number.format.size)}, quy định 13–14", "Đặt cỡ chữ 13–14", above)
        if number.format is not None and (number.format.italic or number.format.bold):
            yield _CLAUSE.finding("không phải chữ đứng, thường", "Bỏ chữ nghiêng, chữ đậm", above)
