"""Fields of a periodic report and of its summary."""

from collections.abc import Iterable, Iterator

from kehoach_cli.reports.fields.document_groups import LETTERHEAD, NUMBER_LINE, RECIPIENTS
from kehoach_cli.reports.fields.field import Field, Group, entries, under
from kehoach_cli.reports.fields.record_groups import (
    CALCULATION,
    INDICATOR,
    INDICATOR_COUNTS,
    OUTLINED,
    TASK,
    TASK_COUNTS,
)
from kehoach_cli.vocabulary.report_words import (
    ASSESSMENT_NAMES,
    CLASS_HEADINGS,
    CLASS_NAMES,
    NOT_ASSESSABLE,
    OFFICIAL_CLASSES,
    OFFICIAL_HEADINGS,
)
from kehoach_cli.vocabulary.wording import inline
from kehoach_cli.word.template.shapes import EACH_CODE

PERIOD: Group = (
    ("ky.ma", "chữ", "mã kỳ báo cáo: 2023-Q3"),
    ("ky.ten", "chữ", "tên kỳ: quý III/2023"),
    ("ky.ten_day_du", "chữ", "tên kỳ viết đủ: quý III năm 2023"),
    ("ky.trich_yeu", "chữ", "tên Kế hoạch kèm kỳ, năm chỉ ghi một lần: Kế hoạch … quý III năm 2023"),
    ("ky.so_lieu_tu", "chữ", "ngày đầu của số liệu trong kỳ"),
    ("ky.so_lieu_den", "chữ", "ngày chốt số liệu"),
    ("ky.so_lieu_den_day_du", "chữ", "ngày chốt số liệu viết đủ: ngày 14 tháng 9 năm 2023"),
    ("ky.dau_tien", "có/không", "kỳ đầu tiên sau khi ban hành Kế hoạch, không có kỳ trước để so sánh"),
    ("ky.so_sanh_voi", "chữ", "thay đổi so với gì: kỳ trước, hoặc hiện trạng nếu là kỳ đầu tiên"),
    ("ky.ngay_so_sanh", "chữ", "ngày của số liệu đem so sánh"),
    ("ky.ten_ky_truoc", "chữ", "tên kỳ trước, viết đủ"),
    (
        "ky.bao_cao_truoc",
        "chữ",
        "báo cáo kỳ trước đã chốt: Báo cáo số 245/BC-STTTT ngày 18/9/2023; rỗng nếu chưa",
    ),
    ("ky.ten_ky_sau", "chữ", "tên kỳ sau"),
    ("ky.ten_ky_sau_hoa", "chữ", "tên kỳ sau, chữ hoa"),
    ("ky.nam_sau", "số", "năm liền sau năm của kỳ"),
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
    ("ky", "chữ", "kỳ của báo cáo đã gửi: Quý III/2023"),
    ("ma", "chữ", "mã chỉ tiêu, nhiệm vụ"),
    ("ten", "chữ", "tên chỉ tiêu, nhiệm vụ"),
    ("da_bao_cao", "chữ", f"điều báo cáo đó nói: 45%; {inline(ASSESSMENT_NAMES['cham'])}"),
    ("nay", "chữ", f"điều nay được biết về kỳ đó: 47%; {inline(ASSESSMENT_NAMES['dung_tien_do'])}"),
    ("van_ban", "chữ", "các văn bản làm khác đi; rỗng nếu không có"),
)
CARRIED: Group = (("chuyen_tu", "chữ", "mã và kế hoạch năm trước của nhiệm vụ: NV-CQS-18, Kế hoạch 180/QĐ-BCĐ"),)
CHART: Group = (
    ("so", "số", "số thứ tự biểu đồ"),
    ("ten", "chữ", "tên biểu đồ"),
    ("hinh", "biểu đồ", "hình vẽ, hiện ở chỗ in nó; rỗng nếu không có gì để vẽ"),
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
    ("phai_bao_cao", "chữ", "số cơ quan phải báo cáo trong kỳ: 24, ít nhất 24"),
    ("so_du", "số", "số cơ quan đã báo cáo đủ"),
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
    ("chi_dao", "danh sách", "công tác chỉ đạo, điều hành, lấy từ tệp phần lời"),
    ("noi_bat", "danh sách", "kết quả nổi bật, lấy từ tệp phần lời"),
    ("ton_tai", "danh sách", "tồn tại, hạn chế, lấy từ tệp phần lời"),
    ("khach_quan", "danh sách", "nguyên nhân khách quan, lấy từ tệp phần lời"),
    ("chu_quan", "danh sách", "nguyên nhân chủ quan, lấy từ tệp phần lời"),
    ("trong_tam", "danh sách", "việc trọng tâm kỳ tới, lấy từ tệp phần lời"),
    ("de_xuat", "danh sách", "đề xuất, kiến nghị, lấy từ tệp phần lời"),
)


DUE: Group = (
    ("thoi_han", "chữ", "thời hạn, để đặt trong câu: quý IV/2023, tháng 12/2023"),
    ("so", "số", "số nhiệm vụ có thời hạn đó"),
    ("so_tt", "chữ", "số thứ tự của chúng trong phụ lục: 4, 7–9"),
)
CARRIED_ON: Group = (
    ("so_nhiem_vu", "số", "số nhiệm vụ chưa hoàn thành, kể cả chưa ấn định thời hạn"),
    ("so_tt", "chữ", "số thứ tự của chúng trong phụ lục: 4, 7–9"),
    ("so_chi_tieu", "số", "số chỉ tiêu còn phải thực hiện"),
)
ONE_PAGE: Group = (
    ("de_xuat", "danh sách", "các đề xuất, kiến nghị đủ chỗ trên một trang"),
    ("noi_bat", "danh sách", "các kết quả nổi bật đủ chỗ trên một trang"),
    ("y_khac", "số", "số đề xuất, kết quả nổi bật không đủ chỗ"),
    ("qua_han_khac", "số", "số nhiệm vụ quá hạn không đủ chỗ"),
    ("chi_tieu_khac", "số", "số chỉ tiêu không đủ chỗ"),
)


def report_fields() -> Iterator[Field]:
    yield from under("", NUMBER_LINE, LETTERHEAD, PERIOD)
    yield from under("chi_tieu.", INDICATOR_COUNTS)
    yield from under("chi_tieu.ky_truoc.", INDICATOR_COUNTS)
    yield Field("chi_tieu.bien_dong_dat", "chữ", "số đạt hoặc vượt so với kỳ trước: tăng 2; rỗng nếu là kỳ đầu tiên")
    yield Field("chi_tieu.so_lieu_moi", "số", "số chỉ tiêu có số liệu mới trong kỳ")
    yield Field(
        "chi_tieu.qua_han", "số", "số chỉ tiêu đã hết thời hạn, hoặc đã qua một mốc, mà chưa có số liệu cho thấy đạt"
    )
    yield from entries("chi_tieu.ds_qua_han", "các chỉ tiêu đó", INDICATOR)
    yield from entries("chi_tieu.ds_chua_co_so_lieu", "chỉ tiêu không có số liệu kể từ hiện trạng", INDICATOR)
    yield from under(f"chi_tieu.ma.{EACH_CODE}.", INDICATOR[1:])  # without its number in a list
    yield from entries("nhom", "các nhóm có chỉ tiêu, theo thứ tự của Kế hoạch", NUMBERED)
    yield from under("nhom[].", (("ma", "chữ", "mã nhóm"),))
    yield Field("nhom[].loi", "danh sách", "lời nói về nhóm, lấy từ tệp phần lời, thay cho đoạn máy viết")
    yield from under("nhom[].dem.", INDICATOR_COUNTS)
    yield from entries("nhom[].chi_tieu", "mọi chỉ tiêu của nhóm", INDICATOR, OUTLINED)
    for key, (words, _) in OFFICIAL_CLASSES.items():
        yield from entries(f"nhom[].ds_{key}", f"chỉ tiêu của nhóm {words}", INDICATOR)
    yield from entries(
        "nhom[].cac_lop",
        f"chỉ tiêu của nhóm theo lớp đánh giá, trừ lớp {inline(CLASS_HEADINGS[NOT_ASSESSABLE])}",
        CLASS,
    )
    yield from entries("nhom[].cac_lop[].ds", "các chỉ tiêu của lớp", INDICATOR)
    yield from under("nhom[].bieu_do.", CHART)
    yield from under("nhiem_vu.", TASK_COUNTS)
    yield from under("nhiem_vu.ky_truoc.", TASK_COUNTS)
    yield Field("nhiem_vu.tre_lau_nhat", "số", "số ngày của nhiệm vụ quá hạn lâu nhất")
    yield from entries("nhiem_vu.ds_qua_han", "nhiệm vụ quá hạn chưa hoàn thành, lâu nhất trước", TASK)
    yield Field("nhiem_vu.xong_trong_ky", "số", "số nhiệm vụ hoàn thành trong kỳ")
    yield from entries("nhiem_vu.ds_xong_trong_ky", "nhiệm vụ hoàn thành trong kỳ", TASK)
    yield Field("nhiem_vu.tt_xong_trong_ky", "chữ", "số thứ tự của chúng trong phụ lục nhiệm vụ: 4, 7–9")
    yield Field("nhiem_vu.thieu_bao_cao_ky", "số", "số nhiệm vụ định kỳ còn kỳ chưa báo cáo")
    yield from entries("nhiem_vu.ds_thieu_bao_cao_ky", "các nhiệm vụ đó", TASK)
    yield Field("nhiem_vu.tt_thieu_bao_cao_ky", "chữ", "số thứ tự của chúng trong phụ lục nhiệm vụ: 4, 7–9")
    yield Field("nhiem_vu.tt_lau_khong_bao_cao", "chữ", "số thứ tự của việc thường xuyên quá một quý không có báo cáo")
    yield from entries("nhiem_vu.ds_lau_khong_bao_cao", "việc thường xuyên quá một quý không có báo cáo", TASK)
    yield from under(f"nhiem_vu.ma.{EACH_CODE}.", TASK[1:])
    yield from entries("nhom_nhiem_vu", "các nhóm có nhiệm vụ; nhiệm vụ ngoài các nhóm đứng đầu", NUMBERED)
    yield from under("nhom_nhiem_vu[].dem.", TASK_COUNTS)
    yield from entries("nhom_nhiem_vu[].nhiem_vu", "mọi nhiệm vụ của nhóm", TASK, OUTLINED)
    yield Field("nhom_nhiem_vu[].nhiem_vu[].tt", "số", "số thứ tự trong cả phụ lục nhiệm vụ")
    yield from entries("co_quan_chu_tri", "cơ quan chủ trì và số nhiệm vụ, quá hạn nhiều trước", AGENCY, TASK_COUNTS)
    yield from entries("co_quan_chu_tri[].ds_qua_han", "nhiệm vụ quá hạn của cơ quan", TASK)
    yield from entries("bien_dong", "thay đổi so với báo cáo kỳ trước, theo loại", MOVES)
    yield from entries("bien_dong[].ds", "từng chỉ tiêu, nhiệm vụ thay đổi", MOVE)
    yield from entries("dieu_chinh", "điều báo cáo đã gửi của các kỳ trước nói mà nay đã khác", RESTATED)
    yield from under("chuyen_sang.", TASK_COUNTS)
    yield from entries("chuyen_sang.ds", "nhiệm vụ của kế hoạch năm trước chuyển sang", TASK, CARRIED)
    yield from under("chuyen_sang.chi_tieu.", INDICATOR_COUNTS)
    yield from under("bao_cao_ky.", PERIOD_ANSWERS)
    yield from entries("ket_qua_co_quan", "chỉ tiêu, nhiệm vụ giao nhiều cơ quan mà đã có cơ quan báo cáo", ANSWERED)
    yield from entries("ket_qua_co_quan[].co_quan", "báo cáo mới nhất của từng cơ quan", ANSWER)
    yield Field("ky_sau.so_nhiem_vu", "số", "số nhiệm vụ đến hạn từ sau ngày chốt đến hết kỳ sau")
    yield Field("ky_sau.so_chi_tieu", "số", "số chỉ tiêu chưa đạt có hạn trong thời gian đó")
    yield from entries("ky_sau.theo_han", "các nhiệm vụ đó theo thời hạn", DUE)
    yield Field("ky_sau.het_ke_hoach", "có/không", "sau kỳ này Kế hoạch không còn kỳ nào, chỉ còn việc chuyển tiếp")
    yield from under("ky_sau.chuyen_tiep.", CARRIED_ON)
    yield from entries("ky_sau.nhiem_vu", "các nhiệm vụ đó, hạn sớm trước", TASK)
    yield from entries("ky_sau.chi_tieu", "các chỉ tiêu đó", INDICATOR)
    yield from under("loi.", NARRATIVE)
    yield from under("bieu_do.danh_gia.", CHART)
    yield from under("bieu_do.co_quan.", CHART)
    yield from _names("ten_danh_gia", "tên của mức đánh giá", ASSESSMENT_NAMES)
    yield from _names("ten_lop", "tên của lớp đánh giá, trong câu", CLASS_NAMES)
    yield from _names("ten_xep_loai", "tên của loại để báo cáo lên trên", OFFICIAL_HEADINGS)
    yield from _names("ten_cot", "tên của lớp đánh giá, ở đầu cột", CLASS_HEADINGS)
    yield from under("tom_tat.", ONE_PAGE)
    yield from entries("tom_tat.ds_qua_han", "nhiệm vụ quá hạn lâu nhất, đủ chỗ trên một trang", TASK)
    yield from entries("tom_tat.nhom", "các nhóm có chỉ tiêu", (("ten", "chữ", "tên nhóm"),))
    yield from under("tom_tat.nhom[].dem.", INDICATOR_COUNTS)
    yield from entries("tom_tat.nhom[].chi_tieu", "chỉ tiêu đủ chỗ trên một trang, chưa đạt trước", INDICATOR)
    yield Field("kem_phuong_phap", "có/không", "báo cáo kèm phụ lục phương pháp đánh giá (--with-method)")
    yield from entries("cach_tinh", "số liệu đầu vào và kết quả tính của từng chỉ tiêu", CALCULATION)
    yield from under("", RECIPIENTS)


def _names(prefix: str, meaning: str, words: Iterable[str]) -> Iterator[Field]:
    for name in words:
        yield Field(f"{prefix}.{name}", "chữ", meaning)
