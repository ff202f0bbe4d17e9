"""The report on a month: what came, what is late, what is next. It goes without charts and causes."""

from scripts.originals.blocks import points, spoken
from scripts.originals.outlook import next_period, shortcomings
from scripts.originals.overall import overall
from scripts.originals.quarterly import head, tail
from scripts.originals.results import MOST_NAMED, finished_tasks, overdue_tasks, told
from scripts.originals.sheet import Sheet


def monthly_report() -> bytes:
    """The template `bao-cao-thang.docx`."""
    sheet = Sheet()
    head(sheet)
    sheet.add("MucLaMa", "I. KẾT QUẢ THỰC HIỆN")
    sheet.add("MucSo", "1. Tình hình chung")
    overall(sheet, "tháng")
    with sheet.when("loi.noi_bat"):
        sheet.add("DoanVan", "Kết quả nổi bật:", keep_next=True)
        points(sheet, "loi.noi_bat")
    with sheet.each("n in nhom"), sheet.when("n.ds_dat or n.ds_vuot or n.loi"):
        with sheet.when("n.loi"):
            sheet.add("DoanVan", "{{ n.ten }}:", keep_next=True)
            points(sheet, "n.loi")
        with sheet.when("not n.loi"):
            sheet.add(
                "DoanVan",
                told("(n.ds_vuot + n.ds_dat)", "Đạt, vượt mức phấn đấu ({{ n.ten }})", "{{ ct.den_nay }}", MOST_NAMED),
            )
    sheet.add("MucSo", "2. Nhiệm vụ hoàn thành trong tháng")
    finished_tasks(sheet, "tháng")
    sheet.add("MucLaMa", "II. TỒN TẠI, HẠN CHẾ")
    overdue_tasks(sheet)
    shortcomings(sheet, overdue=False)
    next_period(sheet, "III", overdue_in="II")
    sheet.add("MucLaMa", "IV. ĐỀ XUẤT, KIẾN NGHỊ")
    spoken(sheet, "loi.de_xuat", "đề xuất, kiến nghị với cấp có thẩm quyền")
    tail(sheet)
    return sheet.bytes()
