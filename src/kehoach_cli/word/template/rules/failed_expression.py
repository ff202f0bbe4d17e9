"""Phép tính trong thẻ không thực hiện được

Thẻ viết đúng nhưng với số liệu của kỳ này thì không tính được: chia cho 0, cộng chữ với số, so sánh hai thứ khác loại.

Sai:
    {{ so_dat / tong * 100 }}    (khi tong bằng 0)

Đúng:
    {% if tong > 0 %}{{ so_dat / tong * 100 }}{% else %}0{% endif %}
"""

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.template.value_text import RefusedOperation

CODE = "KH831"


def finding(problem: Exception, place: Place) -> WordFinding:
    if isinstance(problem, ZeroDivisionError):
        why, remedy = "chia cho 0", "Thêm {% if … > 0 %} quanh phép chia"
    elif isinstance(problem, RefusedOperation):
        why, remedy = str(problem), "Sửa lại phép tính, hoặc lấy giá trị đã tính sẵn"
    else:
        why, remedy = "các giá trị không hợp với phép tính", "Xem loại của từng tên bằng: kehoach template fields"
    return WordFinding(CODE, f"Không tính được thẻ này: {why}", remedy, place)
