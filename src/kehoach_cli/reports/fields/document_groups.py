"""Fields of what stands around the text of any document: who writes, under which plan, who signs, who receives."""

from kehoach_cli.reports.fields.field import Group

NUMBER_LINE: Group = (
    ("van_ban.ky_hieu", "chữ", "ký hiệu sau dấu gạch của số văn bản: BC-BCĐ"),
    ("van_ban.dia_danh", "chữ", "địa danh ghi trước ngày tháng; rỗng nếu Kế hoạch không ghi"),
)
LETTERHEAD: Group = (
    ("co_quan.chu_quan", "chữ", "cơ quan chủ quản của cơ quan ban hành văn bản, chữ hoa; rỗng nếu không có"),
    ("co_quan.thieu_chu_quan", "có/không", "plan.yaml chưa ghi cơ quan chủ quản, mà cơ quan ban hành phải có"),
    ("co_quan.ban_hanh", "chữ", "cơ quan ban hành văn bản, chữ hoa"),
    ("co_quan.ten", "chữ", "cơ quan ban hành văn bản, chữ thường"),
    (
        "co_quan.vai_tro",
        "chữ",
        "Cơ quan thường trực Ban Chỉ đạo …, nếu cơ quan ban hành văn bản là cơ quan đó; hoặc rỗng",
    ),
    ("ke_hoach.loai", "chữ", "loại văn bản ban hành Kế hoạch: Quyết định"),
    ("ke_hoach.la_van_ban", "có/không", "số, ngày là của chính Kế hoạch, không có văn bản riêng ban hành Kế hoạch"),
    ("ke_hoach.so", "chữ", "số, ký hiệu văn bản đó: 180/QĐ-BCĐ"),
    ("ke_hoach.ngay", "chữ", "ngày văn bản đó, viết đầy đủ: ngày 26 tháng 6 năm 2023"),
    ("ke_hoach.ten", "chữ", "tên Kế hoạch"),
    ("ke_hoach.goi_tat", "chữ", "gọi tắt, theo chữ đầu của tên: Kế hoạch, Chương trình, Đề án"),
    ("ke_hoach.co_quan_ban_hanh", "chữ", "cơ quan ban hành Kế hoạch"),
    (
        "ke_hoach.vien_dan",
        "chữ",
        "cách dẫn Kế hoạch trong câu, nêu tên mỗi cơ quan một lần: Quyết định số 180/QĐ-BCĐ ngày 26 tháng 6 năm 2023 "
        "ban hành Kế hoạch …",
    ),
    ("ke_hoach.nam", "số", "năm của Kế hoạch"),
    ("ke_hoach.thang_hien_trang", "chữ", "tháng của số liệu hiện trạng: 5/2023; rỗng nếu Kế hoạch không có hiện trạng"),
    ("ke_hoach.ten_muc_cap_tren", "chữ", "cấp giao mức phấn đấu ở trên: UBQG"),
    ("ke_hoach.ten_muc", "chữ", "cấp ban hành Kế hoạch: tỉnh"),
    ("ky_ten.tham_quyen", "chữ", "thẩm quyền ký: TM. BAN CHỈ ĐẠO; rỗng nếu không ghi"),
    ("ky_ten.chuc_vu", "chữ", "chức vụ người ký: TRƯỞNG BAN; rỗng nếu chưa ghi"),
    ("ky_ten.cac_dong", "danh sách", "thẩm quyền ký rồi chức vụ, mỗi dòng một mục: TL. CHỦ TỊCH"),
    (
        "ky_ten.chuc_vu_chinh_quyen",
        "chữ",
        "chức vụ chính quyền của người ký, ghi dưới chữ ký: GIÁM ĐỐC SỞ; rỗng nếu không ghi",
    ),
    ("ky_ten.ho_ten", "chữ", "họ và tên người ký: Nguyễn Văn A; rỗng nếu chưa ghi"),
)
ADDRESSED: Group = (
    ("noi_gui.ten", "chữ", "tên đầy đủ của nơi gửi"),
    ("noi_gui.ten_tat", "chữ", "tên gọi tắt của nơi gửi"),
)
ASKED: Group = (
    ("ngay", "chữ", "tính đến ngày"),
    ("ngay_day_du", "chữ", "ngày đó, viết đầy đủ: ngày 01 tháng 10 năm 2023"),
    ("han_tra_loi", "chữ", "hạn trả lời"),
    ("han_tra_loi_day_du", "chữ", "ngày đó, viết đầy đủ"),
    ("ky.ten", "chữ", "kỳ của số liệu, báo cáo được hỏi: quý III/2023"),
    ("noi_nhan_bao_cao", "chữ", "nơi nhận trả lời: cơ quan thường trực, hoặc cơ quan ban hành Kế hoạch"),
)
RECIPIENTS: Group = (
    ("kinh_gui", "danh sách", "những nơi kính gửi, mỗi mục là một tên; rỗng nếu văn bản không kính gửi ai"),
    ("noi_nhan", "danh sách", "các nơi nhận, mỗi mục là một chữ, chưa có dấu chấm phẩy: Như trên / Lưu: VT"),
)
