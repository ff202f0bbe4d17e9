"""In cả danh sách, hoặc lặp trên một giá trị đơn

Danh sách không in ra được như một giá trị: phải lặp qua từng mục. Ngược lại, chỉ danh sách mới lặp được. Biểu đồ thì
in một mình, không ghép với chữ. Bộ lọc two_digits chỉ nhận số, long_date chỉ nhận chữ.

Sai:
    {{ chi_tieu }}

Đúng:
    {%tr for muc in chi_tieu %} | {{ muc.ten }} | {%tr endfor %}
"""

from collections.abc import Iterable, Iterator

from kehoach_cli.sandbox.problems import FILE, Place, WordFinding
from kehoach_cli.word.template.data_mismatches import DataMismatch
from kehoach_cli.word.template.jinja_source import JinjaSource

CODE = "KH824"


def check(find_mismatches: Iterable[DataMismatch], source: JinjaSource) -> Iterator[WordFinding]:
    for mismatch in find_mismatches:
        tag = source.tag(mismatch.line)
        place = tag.place if tag else FILE
        if mismatch.kind == "print":
            yield printed(f"«{mismatch.name}»", place)
        elif mismatch.kind == "repeat":
            message = f"«{mismatch.name}» không phải danh sách nên không lặp được"
            yield WordFinding(CODE, message, "Xem tên nào là danh sách bằng: kehoach template fields", place)
        elif mismatch.kind == "chart":
            message = f"«{mismatch.name}» là biểu đồ, không ghép với chữ và không qua bộ lọc được"
            yield WordFinding(CODE, message, f"Để thẻ của biểu đồ một mình: {{{{ {mismatch.name} }}}}", place)
        elif mismatch.kind == "filter":
            wanted = {"number": "số", "text": "chữ"}[mismatch.known[0]]
            remedy = "Bỏ bộ lọc này; xem loại của từng tên bằng: kehoach template fields"
            yield WordFinding(CODE, f"«{mismatch.name}»: bộ lọc này chỉ nhận {wanted}", remedy, place)


def printed(what: str, place: Place) -> WordFinding:
    """Report a list or mapping that is printed as a value."""
    message = f"{what} là một danh sách hay một nhóm giá trị, không in ra như một giá trị được"
    return WordFinding(CODE, message, "Lặp qua từng mục bằng {% for … %}, hoặc lấy một tên ở bên trong", place)
