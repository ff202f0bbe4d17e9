"""The report on a quarter or half a year: the words around the figures. The figures come as fields."""

from scripts.originals.annexes import annexes
from scripts.originals.blocks import points, report_head, signature, spoken
from scripts.originals.outlook import next_period, shortcomings
from scripts.originals.overall import overall
from scripts.originals.results import indicator_results, task_results
from scripts.originals.sheet import Sheet


def quarterly_report() -> bytes:
    """The template `bao-cao-quy.docx`."""
    return report("kỳ")


def report(span: str) -> bytes:
    """A report in full; `span` is what its text calls the time it is on."""
    sheet = Sheet()
    head(sheet)
    sheet.add("MucLaMa", "I. ĐÁNH GIÁ CHUNG")
    overall(sheet, span)
    sheet.add("DoanVan", "Kết quả nổi bật:", keep_next=True)
    spoken(sheet, "loi.noi_bat", f"kết quả nổi bật trong {span}")
    indicator_results(sheet)
    task_results(sheet, span)
    sheet.add("MucLaMa", "IV. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")
    sheet.add("MucSo", "1. Tồn tại, hạn chế")
    shortcomings(sheet)
    sheet.add("MucSo", "2. Nguyên nhân")
    sheet.add("MucChu", "a) Nguyên nhân khách quan")
    spoken(sheet, "loi.khach_quan", "nguyên nhân khách quan")
    sheet.add("MucChu", "b) Nguyên nhân chủ quan")
    spoken(sheet, "loi.chu_quan", "nguyên nhân chủ quan")
    next_period(sheet, "V", overdue_in="III.2")
    sheet.add("MucLaMa", "VI. ĐỀ XUẤT, KIẾN NGHỊ")
    spoken(sheet, "loi.de_xuat", "đề xuất, kiến nghị với cấp có thẩm quyền")
    tail(sheet)
    return sheet.bytes()


def head(sheet: Sheet) -> None:
    """From the letterhead to the first sentence."""
    report_head(sheet, "Kết quả thực hiện {{ ky.trich_yeu }}")
    sheet.add(
        "DoanVan",
        """Thực hiện {{ ke_hoach.vien_dan }} (sau đây gọi tắt là {{ ke_hoach.goi_tat }}), {{ co_quan.ten }}{% if
        co_quan.vai_tro %},
        {{ co_quan.vai_tro|lower_first }},{% endif %} báo cáo kết quả
        {{ ky.ten_day_du }}, số liệu tính đến hết {{ ky.so_lieu_den_day_du }}, như sau:""",
    )
    with sheet.when("loi.chi_dao"):
        sheet.add("DoanVan", "Về công tác chỉ đạo, điều hành:", keep_next=True)
        points(sheet, "loi.chi_dao")


def tail(sheet: Sheet) -> None:
    """The closing sentence, the signature and the annexes."""
    closing = "Trên đây là báo cáo kết quả thực hiện {{ ke_hoach.goi_tat }} {{ ky.ten_day_du }}./."
    sheet.add("DoanVan", closing, keep_next=True)
    signature(sheet)
    annexes(sheet)
