"""Nơi nhận

“Nơi nhận:” cỡ 12, nghiêng, đậm, ngang hàng với chức vụ người ký; danh sách cỡ 11, đứng, mỗi nơi một dòng bắt đầu bằng
gạch đầu dòng sát lề trái, cuối dòng là dấu chấm phẩy; dòng cuối là “Lưu: VT, đơn vị soạn thảo” và kết thúc bằng dấu
chấm. Danh sách của công văn bắt đầu bằng “Như trên”.

Sai:
    Nơi nhận:
    - Sở Y tế,
    - Lưu VT

Đúng:
    Nơi nhận:
    - Như trên;
    - Lưu: VT, STTTT.
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.requirements import Clause, Form, RequiredFormat, check_ends, check_format

CODE = "KH863"
_CLAUSE = Clause(CODE, "Nơi nhận", "II.9")
_LABEL = RequiredFormat((12, 12), bold=True, italic=True)
_ITEM = RequiredFormat((11, 11))


def check(form: Form) -> Iterator[WordFinding]:
    lines = form.elements.recipients
    if not lines:
        yield _CLAUSE.finding("không có", "Thêm “Nơi nhận:” ở góc trái cuối văn bản", Place("thân văn bản"))
        return
    label, *items = lines
    kept = next((at for at, item in enumerate(items) if item.text.lstrip("- ").startswith("Lưu")), len(items))
    items = items[: kept + 1]  # a telephone number may stand below
    yield from check_format(label, _LABEL, _CLAUSE)
    if label.text != "Nơi nhận:":
        yield _CLAUSE.finding(f"viết là “{label.text[:20]}”", "Viết “Nơi nhận:” có dấu hai chấm", label.place)
    for item in items:
        yield from check_format(item, _ITEM, _CLAUSE)
        if not item.text.startswith("-"):
            yield _CLAUSE.finding("dòng không bắt đầu bằng gạch đầu dòng", "Thêm “- ” ở đầu dòng", item.place)
    yield from check_ends(items, _CLAUSE)
    if not items or not items[-1].text.lstrip("- ").startswith("Lưu"):
        last = items[-1] if items else label
        yield _CLAUSE.finding("dòng cuối không phải “Lưu: VT, …”", "Thêm dòng “- Lưu: VT, đơn vị.”", last.place)
    elif not items[-1].text.lstrip("- ").startswith("Lưu: VT"):
        yield _CLAUSE.finding(f"dòng lưu viết là “{items[-1].text[:20]}”", "Viết “- Lưu: VT, …”", items[-1].place)
    if form.elements.about is not None and items and "Như trên" not in items[0].text:
        yield _CLAUSE.finding(
            "danh sách của công văn không bắt đầu bằng “Như trên”", "Thêm dòng “- Như trên;”", items[0].place
        )
