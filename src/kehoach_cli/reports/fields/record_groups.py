"""Fields of one indicator or task, and of counts of them."""

from kehoach_cli.reports.fields.field import Group
from kehoach_cli.vocabulary.report_words import ASSESSMENT_NAMES, CLASS_NAMES, OFFICIAL_CLASSES, OFFICIAL_HEADINGS
from kehoach_cli.vocabulary.wording import inline

_IN_TEXT = {name: inline(words) for name, words in ASSESSMENT_NAMES.items()}

INDICATOR_COUNTS: Group = (
    ("tong", "số", "số chỉ tiêu"),
    ("dat_vuot", "số", f"số chỉ tiêu {CLASS_NAMES['dat_vuot']}"),
    ("dung_tien_do", "số", f"số chỉ tiêu {CLASS_NAMES['dung_tien_do']}"),
    ("cham", "số", f"số chỉ tiêu {CLASS_NAMES['cham']}, kể cả {_IN_TEXT['rat_cham']} và {_IN_TEXT['thut_lui']}"),
    ("khong_dat", "số", f"số chỉ tiêu hết thời hạn mà {_IN_TEXT['khong_dat']}"),
    ("chua_du_so_lieu", "số", f"số chỉ tiêu {CLASS_NAMES['chua_du_so_lieu']}"),
    ("chua_dat", "số", f"số chỉ tiêu {CLASS_NAMES['chua_dat']}"),
    *(
        (f"xep_loai.{key}", "số", f"số chỉ tiêu {words}, cách xếp loại để báo cáo lên trên")
        for key, (words, _) in OFFICIAL_CLASSES.items()
    ),
    ("xep_loai.phan", "danh sách", "những loại có chỉ tiêu, để liệt kê trong câu"),
    ("xep_loai.phan[].so", "số", "số chỉ tiêu của loại"),
    ("xep_loai.phan[].ten", "chữ", f"tên loại: {OFFICIAL_CLASSES['chua_dat'][0]}"),
    ("vuot", "số", f"số chỉ tiêu {_IN_TEXT['vuot']}, đã tính trong dat_vuot"),
    ("thut_lui", "số", f"số chỉ tiêu {_IN_TEXT['thut_lui']}, đã tính trong cham"),
    ("co_so_lieu", "số", "số chỉ tiêu có số liệu kể từ hiện trạng"),
    ("chua_co_so_lieu", "số", "số chỉ tiêu không có số liệu nào kể từ hiện trạng"),
    ("ty_le_dat", "chữ", "tỷ lệ đạt hoặc vượt: 30%"),
    ("phan", "danh sách", "những lớp đánh giá có chỉ tiêu, để liệt kê trong câu"),
    ("phan[].so", "số", "số chỉ tiêu của lớp"),
    ("phan[].ten", "chữ", f"tên lớp: {CLASS_NAMES['dat_vuot']}"),
)
TASK_COUNTS: Group = (
    ("tong", "số", "số nhiệm vụ"),
    ("dung_han", "số", "hoàn thành đúng hạn"),
    ("xong_qua_han", "số", "hoàn thành quá hạn"),
    ("trong_han", "số", "đang thực hiện trong hạn"),
    ("qua_han", "số", "quá hạn chưa hoàn thành"),
    ("dinh_ky", "số", "thực hiện định kỳ"),
    ("thuong_xuyen", "số", "thực hiện thường xuyên"),
    ("chua_an_dinh", "số", "chưa ấn định thời hạn"),
    ("dung", "số", "dừng thực hiện"),
    ("xong", "số", "đã hoàn thành mà không ấn định thời hạn"),
    ("hoan_thanh", "số", "có thời hạn và đã hoàn thành, đúng hạn và quá hạn"),
    ("co_thoi_han", "số", "thuộc bốn lớp có thời hạn"),
    ("khac", "số", "ngoài bốn lớp có thời hạn"),
    ("ty_le_hoan_thanh", "chữ", "tỷ lệ hoàn thành trong số có thời hạn: 51,4%"),
    ("phan", "danh sách", "những lớp có thời hạn mà có nhiệm vụ"),
    ("phan[].so", "số", "số nhiệm vụ của lớp"),
    ("phan[].ten", "chữ", "tên lớp: hoàn thành đúng hạn"),
    ("phan_khac", "danh sách", "những lớp còn lại mà có nhiệm vụ"),
    ("phan_khac[].so", "số", "số nhiệm vụ của lớp"),
    ("phan_khac[].ten", "chữ", "tên lớp: thực hiện định kỳ"),
)
INDICATOR: Group = (
    ("stt", "số", "số thứ tự trong danh sách"),
    ("ma", "chữ", "mã chỉ tiêu: CQS-02"),
    ("ten", "chữ", "tên chỉ tiêu"),
    ("chu_tri", "chữ", "cơ quan chủ trì"),
    ("phoi_hop", "chữ", "cơ quan phối hợp"),
    ("hien_trang", "chữ", "hiện trạng: 29,2%; dấu – nếu không có"),
    (
        "ket_qua",
        "chữ",
        "kết quả mới nhất: 41%, số ước đến cuối kỳ: 45% (ước), chưa đủ cơ quan báo cáo: 27,5% (tạm tính), 12/24 cơ "
        "quan đã báo cáo; dấu – nếu chưa có",
    ),
    ("ngay", "chữ", "ngày của kết quả mới nhất; rỗng nếu chưa có"),
    ("nguon", "chữ", "văn bản báo cáo kết quả mới nhất"),
    ("muc_cap_tren", "chữ", "mức phấn đấu cấp trên giao"),
    ("muc", "chữ", "mức phấn đấu của cấp ban hành Kế hoạch: 50%, 30–50%"),
    ("muc_dieu_chinh", "chữ", "mức phấn đấu trước khi văn bản sau điều chỉnh: điều chỉnh từ 50%; rỗng nếu không đổi"),
    (
        "moc",
        "chữ",
        "mốc đem xét, là mốc cuối trong năm của báo cáo năm, mốc trước mắt của báo cáo khác: quý III/2023: 40%; "
        "rỗng nếu không có mốc",
    ),
    ("moc_danh_gia", "chữ", "kết quả của mốc: đạt, chưa đạt, còn hạn; rỗng nếu không có mốc"),
    ("muc_xet", "chữ", "mức đem đánh giá và cấp giao: của tỉnh 50%; do UBQG giao 40%; không giao"),
    ("de_ra", "chữ", "mức phấn đấu, không kèm cấp giao: 50%; dấu – nếu không giao"),
    ("den_nay", "chữ", "kết quả mới nhất; chưa có thì hiện trạng: 29,2% (hiện trạng)"),
    ("cach_ban_dau_cap_tren", "chữ", "khoảng cách từ hiện trạng đến mức cấp trên giao, bằng điểm %"),
    ("cach_ban_dau", "chữ", "khoảng cách từ hiện trạng đến mức phấn đấu, bằng điểm %"),
    ("con_lai_cap_tren", "chữ", "khoảng cách còn lại đến mức cấp trên giao: 9, đạt, vượt 3, đạt (tạm tính)"),
    ("con_lai", "chữ", "khoảng cách còn lại đến mức phấn đấu: 9, đạt, vượt 3, đạt (tạm tính)"),
    ("thay_doi", "chữ", "thay đổi trong kỳ: +9,5; dấu – nếu không có số liệu mới"),
    (
        "bien_dong",
        "chữ",
        "thay đổi bằng lời: tăng 9,5 điểm phần trăm, không đổi, có số liệu lần đầu; tăng 4 điểm phần trăm (ước) nếu "
        "là số ước, giảm 1,2 điểm phần trăm (kỳ trước ước 45%) nếu kỳ trước là số ước; số tạm tính, chưa so sánh",
    ),
    ("co_so_sanh", "có/không", "có số liệu mới khác số liệu đem so sánh"),
    (
        "danh_gia",
        "chữ",
        f"đánh giá: {ASSESSMENT_NAMES['dat']}, {ASSESSMENT_NAMES['dung_tien_do']}, {ASSESSMENT_NAMES['cham']}…",
    ),
    ("xep_loai", "chữ", f"đánh giá để báo cáo lên trên: {', '.join(OFFICIAL_HEADINGS.values())}"),
    ("mau_nen", "chữ", "màu nền theo đánh giá: {{ danh_gia|shade(mau_nen) }} tô ô chứa thẻ; rỗng nếu chưa đánh giá"),
    (
        "do_dieu_chinh",
        "chữ",
        "điều chỉnh, gia hạn làm đánh giá khác kỳ trước: điều chỉnh mức tỉnh: 50% → 60% (QĐ 250/QĐ-BCĐ); "
        "rỗng nếu không có",
    ),
    ("thoi_han", "chữ", "thời hạn đang áp dụng"),
    ("qua_han", "có/không", "đã hết thời hạn, hoặc đã qua một mốc, mà chưa có số liệu cho thấy đạt"),
    ("han_da_qua", "chữ", "các mốc, thời hạn đã qua mà chưa đạt: mốc năm 2026: 60%; thời hạn: Năm 2030"),
    ("ghi_chu", "chữ", "ghi chú của Kế hoạch"),
)
TASK: Group = (
    ("stt", "số", "số thứ tự trong danh sách"),
    ("ma", "chữ", "mã nhiệm vụ: NV-CQS-05"),
    ("ten", "chữ", "nội dung nhiệm vụ"),
    ("chu_tri", "chữ", "cơ quan chủ trì"),
    ("phoi_hop", "chữ", "cơ quan phối hợp"),
    ("thoi_han", "chữ", "thời hạn đang áp dụng; dấu – nếu không có"),
    ("han_cuoi", "chữ", "ngày cuối của thời hạn; rỗng nếu không có"),
    ("gia_han", "chữ", "được gia hạn, điều chỉnh từ thời hạn nào: gia hạn từ quý III/2023; rỗng nếu như đã giao"),
    ("tinh_trang", "chữ", "xếp loại: Hoàn thành đúng hạn, Quá hạn chưa hoàn thành…"),
    ("mau_nen", "chữ", "màu nền theo xếp loại: {{ tinh_trang|shade(mau_nen) }} tô ô chứa thẻ; rỗng nếu không tô"),
    ("dien_bien", "chữ", "báo cáo gần nhất nói gì, ngày nào"),
    ("tien_do", "chữ", "báo cáo gần nhất nói gì: Đang thực hiện, 60%"),
    ("van_ban", "chữ", "văn bản của báo cáo gần nhất; rỗng nếu chưa có"),
    ("ngay_bao_cao", "chữ", "ngày của báo cáo gần nhất; rỗng nếu chưa có"),
    ("ngay_hoan_thanh", "chữ", "ngày hoàn thành; rỗng nếu chưa"),
    ("so_ngay_tre", "số", "số ngày quá hạn, 0 nếu không quá hạn"),
    ("ky_thieu", "chữ", "những kỳ mà việc định kỳ chưa được báo cáo"),
    ("lau_khong_bao_cao_tu", "chữ", "việc thường xuyên không có báo cáo từ ngày này; rỗng nếu vẫn báo cáo"),
    ("san_pham", "chữ", "sản phẩm phải có khi xong; rỗng nếu Kế hoạch không ghi"),
    ("minh_chung", "chữ", "minh chứng của báo cáo gần nhất: đường dẫn, tên tệp; rỗng nếu không có"),
    ("ghi_chu", "chữ", "ghi chú của Kế hoạch"),
)
OUTLINED: Group = (
    ("thut", "chữ", "dấu gạch trước tên của bản ghi con, mỗi cấp một dấu; rỗng nếu không thuộc mục nào"),
    ("de_muc", "danh sách", "những đề mục bắt đầu ngay trước dòng này; rỗng nếu không có"),
    ("de_muc[].ma", "chữ", "mã đề mục"),
    ("de_muc[].ten", "chữ", "tên đề mục"),
    ("de_muc[].thut", "chữ", "dấu gạch trước tên đề mục"),
)
CALCULATION: Group = (
    ("ma", "chữ", "mã chỉ tiêu"),
    ("b", "chữ", "số liệu xuất phát"),
    ("ngay_b", "chữ", "ngày của số liệu xuất phát"),
    ("c", "chữ", "số liệu mới nhất; số ước đến cuối kỳ ghi là 45% (ước)"),
    ("ngay_c", "chữ", "ngày của số liệu mới nhất"),
    ("g", "chữ", "mức phải đạt"),
    ("t", "chữ", "ngày cuối của thời hạn"),
    ("f", "chữ", "phần thời gian đã qua"),
    ("da_thu_hep", "chữ", "phần khoảng cách đã thu hẹp"),
    ("r", "chữ", "nhịp độ R"),
    ("p", "chữ", "dự báo đến cuối thời hạn"),
    ("danh_gia", "chữ", "xếp loại"),
)
