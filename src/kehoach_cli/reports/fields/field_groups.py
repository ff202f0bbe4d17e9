"""Groups of template fields that recur, each field with its name, kind and meaning (Vietnamese)."""

from typing import Literal

from kehoach_cli.vocabulary.report_words import ASSESSMENT_NAMES, CLASS_NAMES
from kehoach_cli.vocabulary.wording import inline

Kind = Literal["chữ", "số", "có/không", "danh sách", "biểu đồ"]
Group = tuple[tuple[str, Kind, str], ...]

_HIDDEN = "in bằng kiểu chữ «Nhận dạng phiếu» để ẩn đi, chương trình cần nó khi nhận lại phiếu"
_EMPTY = "rỗng để cơ quan điền, dấu – nếu không hỏi"
_IN_TEXT = {name: inline(words) for name, words in ASSESSMENT_NAMES.items()}

NUMBER_LINE: Group = (
    ("van_ban.ky_hieu", "chữ", "ký hiệu sau dấu gạch của số văn bản: BC-BCĐ"),
    ("van_ban.dia_danh", "chữ", "địa danh ghi trước ngày tháng; rỗng nếu Kế hoạch không ghi"),
)
LETTERHEAD: Group = (
    ("co_quan.chu_quan", "chữ", "cơ quan chủ quản, chữ hoa; rỗng nếu không có"),
    ("co_quan.ban_hanh", "chữ", "cơ quan ban hành, chữ hoa"),
    ("co_quan.ten", "chữ", "cơ quan ban hành, chữ thường"),
    ("ke_hoach.loai", "chữ", "loại văn bản ban hành Kế hoạch: Quyết định"),
    ("ke_hoach.la_van_ban", "có/không", "số, ngày là của chính Kế hoạch, không có văn bản riêng ban hành Kế hoạch"),
    ("ke_hoach.so", "chữ", "số, ký hiệu văn bản đó: 180/QĐ-BCĐ"),
    ("ke_hoach.ngay", "chữ", "ngày văn bản đó, viết đầy đủ: ngày 26 tháng 6 năm 2023"),
    ("ke_hoach.ten", "chữ", "tên Kế hoạch"),
    ("ke_hoach.nam", "số", "năm của Kế hoạch"),
    ("ke_hoach.thang_hien_trang", "chữ", "tháng của số liệu hiện trạng: 5/2023; rỗng nếu Kế hoạch không có hiện trạng"),
    ("ke_hoach.ten_muc_cap_tren", "chữ", "cấp giao mức phấn đấu ở trên: UBQG"),
    ("ke_hoach.ten_muc", "chữ", "cấp ban hành Kế hoạch: tỉnh"),
    ("ky_ten.tham_quyen", "chữ", "thẩm quyền ký: TM. BAN CHỈ ĐẠO; rỗng nếu không ghi"),
    ("ky_ten.chuc_vu", "chữ", "chức vụ người ký"),
    ("ky_ten.chuc_vu_chinh_quyen", "chữ", "chức vụ chính quyền của người ký, ghi dưới chữ ký; rỗng nếu không ghi"),
    ("ky_ten.ho_ten", "chữ", "họ và tên người ký"),
)
RECIPIENTS: Group = (("noi_nhan", "danh sách", "các nơi nhận, mỗi mục là một chữ, chưa có dấu chấm phẩy"),)
PERIOD: Group = (
    ("ky.ma", "chữ", "mã kỳ báo cáo: 2023-Q3"),
    ("ky.ten", "chữ", "tên kỳ: quý III/2023"),
    ("ky.so_lieu_tu", "chữ", "ngày đầu của số liệu trong kỳ"),
    ("ky.so_lieu_den", "chữ", "ngày chốt số liệu"),
    ("ky.dau_tien", "có/không", "kỳ đầu tiên sau khi ban hành Kế hoạch, không có kỳ trước để so sánh"),
    ("ky.so_sanh_voi", "chữ", "thay đổi so với gì: kỳ trước, hoặc hiện trạng nếu là kỳ đầu tiên"),
    ("ky.ngay_so_sanh", "chữ", "ngày của số liệu đem so sánh"),
    ("ky.ten_ky_truoc", "chữ", "tên kỳ trước"),
    (
        "ky.bao_cao_truoc",
        "chữ",
        "báo cáo kỳ trước đã chốt: Báo cáo số 245/BC-STTTT ngày 18/9/2023; rỗng nếu chưa",
    ),
    ("ky.ten_ky_sau", "chữ", "tên kỳ sau"),
    ("ky.ten_ky_sau_hoa", "chữ", "tên kỳ sau, chữ hoa"),
    ("ky.ngay_dau_ky_sau", "chữ", "ngày liền sau ngày chốt số liệu"),
    ("ky.ngay_cuoi_ky_sau", "chữ", "ngày cuối của kỳ sau"),
    ("da_ghi_nhan", "có/không", "đã có ít nhất một kết quả hoặc báo cáo tiến độ được cập nhật"),
    ("phien_ban", "chữ", "phiên bản dữ liệu trong kho git; rỗng nếu chưa lưu vào git"),
)
MOVES: Group = (
    ("ten", "chữ", "thay đổi thế nào: Hoàn thành, Thành quá hạn, Gia hạn"),
    ("so", "số", "số chỉ tiêu, nhiệm vụ thay đổi như vậy"),
    ("dem", "chữ", "số đó kèm loại: 2 nhiệm vụ và 1 chỉ tiêu"),
    ("ke_ten", "có/không", "nên kể tên từng việc trong câu; không thì phần sau và phụ lục đã nêu"),
)
MOVE: Group = (
    ("ma", "chữ", "mã chỉ tiêu, nhiệm vụ"),
    ("ten", "chữ", "tên chỉ tiêu, nhiệm vụ"),
    ("noi_dung", "chữ", "thay đổi cụ thể: 38% → 45%, hạn 30/9/2023 → hạn 31/12/2023; rỗng nếu không có gì thêm"),
    ("van_ban", "chữ", "các văn bản nói điều đó; rỗng nếu không có"),
)
RESTATED: Group = (
    ("stt", "số", "số thứ tự trong danh sách"),
    ("ky", "chữ", "kỳ của báo cáo đã gửi: quý III/2023"),
    ("ma", "chữ", "mã chỉ tiêu, nhiệm vụ"),
    ("ten", "chữ", "tên chỉ tiêu, nhiệm vụ"),
    ("da_bao_cao", "chữ", f"điều báo cáo đó nói: 45%; {_IN_TEXT['cham']}"),
    ("nay", "chữ", f"điều nay được biết về kỳ đó: 47%; {_IN_TEXT['dung_tien_do']}"),
    ("van_ban", "chữ", "các văn bản làm khác đi; rỗng nếu không có"),
)
INDICATOR_COUNTS: Group = (
    ("tong", "số", "số chỉ tiêu"),
    ("dat_vuot", "số", f"số chỉ tiêu {CLASS_NAMES['dat_vuot']}"),
    ("dung_tien_do", "số", f"số chỉ tiêu {CLASS_NAMES['dung_tien_do']}"),
    ("cham", "số", f"số chỉ tiêu {CLASS_NAMES['cham']}, kể cả {_IN_TEXT['rat_cham']} và {_IN_TEXT['thut_lui']}"),
    ("khong_dat", "số", f"số chỉ tiêu hết thời hạn mà {_IN_TEXT['khong_dat']}"),
    ("chua_du_so_lieu", "số", f"số chỉ tiêu {CLASS_NAMES['chua_du_so_lieu']}"),
    ("chua_dat", "số", f"số chỉ tiêu {CLASS_NAMES['chua_dat']}"),
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
    ("hoan_thanh", "số", "đã hoàn thành, đúng hạn và quá hạn"),
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
    ("cach_ban_dau_cap_tren", "chữ", "khoảng cách từ hiện trạng đến mức cấp trên giao, bằng điểm %"),
    ("cach_ban_dau", "chữ", "khoảng cách từ hiện trạng đến mức phấn đấu, bằng điểm %"),
    ("con_lai_cap_tren", "chữ", "khoảng cách còn lại đến mức cấp trên giao: 9, đạt, vượt 3, đạt (tạm tính)"),
    ("con_lai", "chữ", "khoảng cách còn lại đến mức phấn đấu: 9, đạt, vượt 3, đạt (tạm tính)"),
    ("thay_doi", "chữ", "thay đổi trong kỳ: +9,5; dấu – nếu không có số liệu mới"),
    (
        "bien_dong",
        "chữ",
        "thay đổi bằng lời: tăng 9,5 điểm %, không đổi, có số liệu lần đầu; tăng 4 điểm % (ước) nếu là số ước, "
        "giảm 1,2 điểm % (kỳ trước ước 45%) nếu kỳ trước là số ước; số tạm tính, chưa so sánh",
    ),
    ("co_so_sanh", "có/không", "có số liệu mới khác số liệu đem so sánh"),
    (
        "danh_gia",
        "chữ",
        f"đánh giá: {ASSESSMENT_NAMES['dat']}, {ASSESSMENT_NAMES['dung_tien_do']}, {ASSESSMENT_NAMES['cham']}…",
    ),
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
    ("dien_bien", "chữ", "báo cáo gần nhất nói gì, ngày nào"),
    ("ngay_bao_cao", "chữ", "ngày của báo cáo gần nhất; rỗng nếu chưa có"),
    ("ngay_hoan_thanh", "chữ", "ngày hoàn thành; rỗng nếu chưa"),
    ("so_ngay_tre", "số", "số ngày quá hạn, 0 nếu không quá hạn"),
    ("ky_thieu", "chữ", "những kỳ mà việc định kỳ chưa được báo cáo"),
    ("lau_khong_bao_cao_tu", "chữ", "việc thường xuyên không có báo cáo từ ngày này; rỗng nếu vẫn báo cáo"),
    ("san_pham", "chữ", "sản phẩm phải có khi xong; rỗng nếu Kế hoạch không ghi"),
    ("minh_chung", "chữ", "minh chứng của báo cáo gần nhất: đường dẫn, tên tệp; rỗng nếu không có"),
    ("ghi_chu", "chữ", "ghi chú của Kế hoạch"),
)
CARRIED: Group = (("chuyen_tu", "chữ", "mã và kế hoạch năm trước của nhiệm vụ: NV-CQS-18, Kế hoạch 180/QĐ-BCĐ"),)
OUTLINED: Group = (
    ("thut", "chữ", "dấu gạch trước tên của bản ghi con, mỗi cấp một dấu; rỗng nếu không thuộc mục nào"),
    ("de_muc", "danh sách", "những đề mục bắt đầu ngay trước dòng này; rỗng nếu không có"),
    ("de_muc[].ma", "chữ", "mã đề mục"),
    ("de_muc[].ten", "chữ", "tên đề mục"),
    ("de_muc[].thut", "chữ", "dấu gạch trước tên đề mục"),
)
CHART: Group = (
    ("so", "số", "số thứ tự biểu đồ"),
    ("ten", "chữ", "tên biểu đồ"),
    ("hinh", "biểu đồ", "hình vẽ, hiện ở chỗ in nó; rỗng nếu không có gì để vẽ"),
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
NUMBERED: Group = (
    ("stt", "số", "số thứ tự"),
    ("la_ma", "chữ", "số thứ tự bằng số La Mã"),
    ("ten", "chữ", "tên nhóm"),
    ("ten_hoa", "chữ", "tên nhóm, chữ hoa"),
)
CLASS: Group = (("ten", "chữ", f"tên lớp: {CLASS_NAMES['cham']}"), ("so", "số", "số chỉ tiêu của lớp"))
AGENCY: Group = (("stt", "số", "số thứ tự"), ("ten", "chữ", "tên gọi tắt của cơ quan"))
PERIOD_ANSWERS: Group = (
    (
        "du",
        "chữ",
        "bao nhiêu cơ quan đã báo cáo đủ trong kỳ: 12/24 cơ quan; rỗng nếu không có việc giao nhiều cơ quan, hoặc chưa "
        "cơ quan nào báo cáo",
    ),
    ("mot_phan", "số", "số cơ quan báo cáo một phần"),
    ("so_chua", "số", "số cơ quan chưa báo cáo"),
    ("chua", "chữ", "các cơ quan chưa báo cáo, tên gọi tắt; rỗng nếu không có"),
)
ANSWERED: Group = (
    ("stt", "số", "số thứ tự"),
    ("ma", "chữ", "mã chỉ tiêu, nhiệm vụ"),
    ("ten", "chữ", "tên chỉ tiêu, nội dung nhiệm vụ"),
    (
        "ket_qua",
        "chữ",
        "kết quả chung: 27,5% (tạm tính), 66,7% (2/3 cơ quan đạt), Đang thực hiện, 2/3 cơ quan đã hoàn thành; rỗng nếu "
        "chưa có",
    ),
    ("muc_xet", "chữ", "chỉ tiêu: mức phấn đấu và cấp giao: của tỉnh 50%; rỗng nếu là nhiệm vụ"),
    ("da_bao_cao", "chữ", "tính đến ngày chốt: 12/24 cơ quan đã báo cáo"),
    ("ky_truoc", "số", "số cơ quan trong đó mà báo cáo mới nhất là của kỳ trước"),
    ("chua", "chữ", "các cơ quan chưa báo cáo; rỗng nếu không có"),
)
ANSWER: Group = (
    ("ten", "chữ", "tên gọi tắt của cơ quan"),
    ("ket_qua", "chữ", "kết quả: 45/120 (37,5%), Đã hoàn thành"),
    ("ngay", "chữ", "ngày của kết quả"),
    ("van_ban", "chữ", "văn bản báo cáo; rỗng nếu không ghi"),
    ("dat", "chữ", "chỉ tiêu: Đạt, Chưa đạt mức phấn đấu; rỗng nếu không so được"),
    ("ghi_chu", "chữ", "số kỳ trước; báo cáo của cơ quan trước khi sắp xếp; rỗng nếu không có"),
)
NARRATIVE: Group = (
    ("noi_bat", "danh sách", "kết quả nổi bật, lấy từ tệp phần lời"),
    ("ton_tai", "danh sách", "tồn tại, hạn chế, lấy từ tệp phần lời"),
    ("khach_quan", "danh sách", "nguyên nhân khách quan, lấy từ tệp phần lời"),
    ("chu_quan", "danh sách", "nguyên nhân chủ quan, lấy từ tệp phần lời"),
    ("trong_tam", "danh sách", "việc trọng tâm kỳ tới, lấy từ tệp phần lời"),
    ("de_xuat", "danh sách", "đề xuất, kiến nghị, lấy từ tệp phần lời"),
)
ADDRESSED: Group = (
    ("noi_gui.ten", "chữ", "tên đầy đủ của nơi gửi"),
    ("noi_gui.ten_tat", "chữ", "tên gọi tắt của nơi gửi"),
    ("ngay", "chữ", "tính đến ngày"),
    ("han_tra_loi", "chữ", "hạn trả lời"),
    ("ky.ten", "chữ", "kỳ của số liệu, báo cáo được hỏi: quý III/2023"),
    ("noi_nhan_bao_cao", "chữ", "nơi nhận trả lời: cơ quan thường trực, hoặc cơ quan ban hành"),
)
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
        "báo cáo gần nhất: 41% (30/8/2023), Đang thực hiện (10/9/2023), Chưa có báo cáo; việc giao nhiều cơ quan thì "
        "là của chính nơi nhận: 45/120 (37,5%) (30/8/2023), Chưa báo cáo",
    ),
    ("ky_thieu", "chữ", "những kỳ việc định kỳ mà nơi nhận chưa báo cáo"),
)
