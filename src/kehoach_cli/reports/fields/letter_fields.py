"""Fields of a letter that chases one body, and of one that goes to all of them."""

from collections.abc import Iterator

from kehoach_cli.reports.fields.document_groups import ADDRESSED, ASKED, LETTERHEAD, NUMBER_LINE, RECIPIENTS
from kehoach_cli.reports.fields.field import Field, Group, entries, under

LETTER_ITEM: Group = (
    ("stt", "số", "số thứ tự"),
    ("ma", "chữ", "mã chỉ tiêu hoặc nhiệm vụ"),
    ("loai", "chữ", "Chỉ tiêu hoặc Nhiệm vụ"),
    ("noi_dung", "chữ", "tên chỉ tiêu, nội dung nhiệm vụ"),
    ("san_pham", "chữ", "nhiệm vụ: sản phẩm phải có khi xong; rỗng nếu không có"),
    ("giao_chung", "chữ", "nhóm cơ quan được giao chung; rỗng nếu giao riêng"),
    ("tiep_nhan_tu", "chữ", "cơ quan trước đây được giao việc này, nay đã sắp xếp lại; rỗng nếu không có"),
    ("thoi_han", "chữ", "thời hạn"),
    ("so_ngay_tre", "số", "số ngày quá hạn, 0 nếu không quá hạn"),
    ("so_ngay_con", "số", "số ngày còn lại của việc sắp đến hạn, 0 nếu là loại khác"),
    (
        "bao_cao_gan_nhat",
        "chữ",
        "báo cáo gần nhất: 41% (30/8/2023), Đang thực hiện (10/9/2023), Chưa báo cáo; việc giao nhiều cơ quan thì "
        "là của chính nơi nhận: 45/120 (37,5%) (30/8/2023)",
    ),
    ("ky_thieu", "chữ", "những kỳ việc định kỳ mà nơi nhận chưa báo cáo"),
)


LETTER_COUNTS: Group = (
    ("kem_phieu", "có/không", "có phiếu báo cáo gửi kèm công văn"),
    ("tong", "số", "số việc trong công văn; việc giao nhiều cơ quan tính một lần"),
    ("dem", "chữ", "số nhiệm vụ, chỉ tiêu trong công văn: 03 nhiệm vụ, 12 chỉ tiêu"),
    ("so.qua_han", "số", "số việc đã quá hạn"),
    ("so.sap_den_han", "số", "số việc đến hạn trong 30 ngày tới"),
    ("so.chua_co_so_lieu", "số", "số việc chưa có số liệu, báo cáo"),
    ("phan", "danh sách", "những loại việc có trong công văn, để liệt kê trong câu"),
    ("phan[].so", "số", "số việc của loại"),
    ("phan[].dem", "chữ", "số nhiệm vụ, chỉ tiêu của loại: 03 nhiệm vụ"),
    ("phan[].ten", "chữ", "tên loại: đã quá hạn"),
)


def letter_fields() -> Iterator[Field]:
    groups: Group = (
        ("nhom_viec", "danh sách", "các loại việc, để lập bảng"),
        ("nhom_viec[].la_ma", "chữ", "số thứ tự bằng số La Mã"),
        ("nhom_viec[].ten", "chữ", "tên loại, viết hoa chữ đầu"),
    )
    yield from under("", NUMBER_LINE, LETTERHEAD, ADDRESSED, ASKED, LETTER_COUNTS, groups)
    yield from entries("nhom_viec[].viec", "các việc của loại, hạn sớm trước", LETTER_ITEM)
    yield from under("", RECIPIENTS)


def joint_letter_fields() -> Iterator[Field]:
    yield from under("", NUMBER_LINE, LETTERHEAD, ASKED, LETTER_COUNTS)
    bodies: Group = (
        ("stt", "số", "số thứ tự"),
        ("la_ma", "chữ", "số thứ tự bằng số La Mã"),
        ("ten", "chữ", "tên đầy đủ"),
        ("ten_tat", "chữ", "tên gọi tắt"),
        ("dem", "chữ", "số nhiệm vụ, chỉ tiêu của cơ quan: 03 nhiệm vụ"),
    )
    yield from entries("cac_noi_gui", "những cơ quan có việc, để lập phụ lục", bodies)
    asked: Group = (("tinh_trang", "chữ", "tên loại: đã quá hạn"),)
    yield from entries("cac_noi_gui[].viec", "các việc của cơ quan, nặng nhất trước", LETTER_ITEM, asked)
    yield from under("", RECIPIENTS)
