"""Fields of a form that one body fills in."""

from collections.abc import Iterator

from kehoach_cli.reports.fields.document_groups import ADDRESSED, ASKED, LETTERHEAD, NUMBER_LINE, RECIPIENTS
from kehoach_cli.reports.fields.field import Field, Group, entries, under

_HIDDEN = "in bằng kiểu chữ «Nhận dạng phiếu» để ẩn đi, chương trình cần nó khi nhận lại phiếu"
_EMPTY = "rỗng để cơ quan điền, dấu – nếu không hỏi"

FORM: Group = (
    ("ky.so_lieu_tu", "chữ", "ngày đầu của số liệu trong kỳ"),
    ("ky.so_lieu_den", "chữ", "ngày chốt số liệu"),
    ("nhan_dang", "chữ", f"nhận dạng của phiếu; {_HIDDEN}"),
    ("thong_tin", "danh sách", "phiếu hỏi về gì: Kế hoạch, cơ quan báo cáo, kỳ, hạn trả lời, nơi nhận"),
    ("thong_tin[].ten", "chữ", "tên mục: Hạn trả lời"),
    ("thong_tin[].noi_dung", "chữ", "nội dung của mục: 30/9/2023"),
    ("huong_dan", "danh sách", "cách điền, mỗi mục là một dòng chữ đã đánh số"),
    ("co_ty_so", "có/không", "có chỉ tiêu trả lời bằng tử số, mẫu số"),
    ("co_danh_gia", "có/không", "có chỉ tiêu được đánh giá là đạt hay chưa đạt"),
)
FORM_ROW: Group = (
    ("nhan_dang", "chữ", f"nhận dạng của dòng; {_HIDDEN}"),
    ("ma", "chữ", "mã chỉ tiêu hoặc nhiệm vụ"),
    ("ten", "chữ", "tên chỉ tiêu, nội dung nhiệm vụ"),
    ("lan_truoc", "chữ", "báo cáo gần nhất của cơ quan: 41% (30/8/2023), Chưa báo cáo"),
)
INDICATOR_ASKED: Group = (
    ("don_vi", "chữ", "đơn vị tính; dấu – nếu không có"),
    ("muc", "chữ", "mức phải đạt và mốc trước mắt: 60% (mốc quý III/2023: 40%)"),
    ("o_ket_qua", "chữ", f"ô kết quả: {_EMPTY}"),
    ("o_tu_so", "chữ", f"ô tử số: {_EMPTY}"),
    ("o_mau_so", "chữ", f"ô mẫu số: {_EMPTY}"),
    ("o_danh_gia", "chữ", f"ô cơ quan đánh giá, công nhận: {_EMPTY}"),
    ("o_uoc", "chữ", f"ô ước hay chính thức: {_EMPTY}"),
)


def form_fields() -> Iterator[Field]:
    yield from under("", NUMBER_LINE, LETTERHEAD, ADDRESSED, ASKED, RECIPIENTS, FORM)
    yield from entries("chi_tieu", "các chỉ tiêu được hỏi", FORM_ROW, INDICATOR_ASKED)
    yield from entries("nhiem_vu", "các nhiệm vụ được hỏi", FORM_ROW)
    yield Field("nhiem_vu[].thoi_han", "chữ", "thời hạn đang áp dụng; dấu – nếu không có")
