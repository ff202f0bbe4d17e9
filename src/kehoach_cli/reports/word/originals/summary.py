"""One page for the meeting: how far, who is late, what comes next, what is asked for."""

from kehoach_cli.reports.word.originals.blocks import letterhead, listed, points, signature, subject_rule
from kehoach_cli.reports.word.originals.sheet import Cell, Sheet

MOST_LATE = 6  # overdue tasks named on the one page


def summary_report() -> bytes:
    """The template `bao-cao-tom-tat.docx`."""
    sheet = Sheet()
    letterhead(sheet)
    sheet.add("TenLoai", "BÁO CÁO")
    sheet.add("TrichYeu", "Tóm tắt kết quả {{ ky.ten }} thực hiện {{ ke_hoach.ten }}")
    subject_rule(sheet)
    with sheet.when("not da_ghi_nhan"):
        sheet.add(
            "DoanVan",
            """Đến hết ngày {{ ky.so_lieu_den }} chưa có kết quả, tiến độ nào được cập nhật; các số dưới đây chỉ
            theo hiện trạng và thời hạn của Kế hoạch.""",
        )
    sheet.add(
        "DoanVan",
        """1. Chỉ tiêu (số liệu đến hết ngày {{ ky.so_lieu_den }}): {{ chi_tieu.tong }} chỉ
        tiêu{% if chi_tieu.tong %}, gồm """
        + listed("chi_tieu.phan")
        + "{% endif %}{% if not ky.dau_tien %}; so với {{ ky.ten_ky_truoc }}, số đạt hoặc vượt "
        "{{ chi_tieu.bien_dong_dat }}{% endif %}.",
    )
    sheet.add(
        "DoanVan",
        "2. Nhiệm vụ: {{ nhiem_vu.co_thoi_han }} nhiệm vụ có thời hạn{% if nhiem_vu.co_thoi_han %}, gồm "
        + listed("nhiem_vu.phan")
        + "{% endif %}.",
    )
    with sheet.when("nhiem_vu.qua_han"):
        sheet.add("DoanVan", "3. Nhiệm vụ quá hạn lâu nhất:", keep_next=True)
        table = sheet.table((95, 45, 25))
        table.heading("Nhiệm vụ", "Cơ quan chủ trì", "Số ngày quá hạn")
        with table.each(f"nv in nhiem_vu.ds_qua_han[:{MOST_LATE}]"):
            table.row(
                Cell("BangChu", "{{ nv.ten|truncate(110) }}"),
                Cell("BangChu", "{{ nv.chu_tri }}"),
                Cell("BangSo", "{{ nv.so_ngay_tre }}"),
            )
        sheet.add("SauBang")
    with sheet.when("not nhiem_vu.qua_han"):
        sheet.add("DoanVan", "3. Không có nhiệm vụ quá hạn chưa hoàn thành.")
    sheet.add(
        "DoanVan",
        """4. Đến hết ngày {{ ky.ngay_cuoi_ky_sau }} có {{ ky_sau.so_nhiem_vu }} nhiệm vụ và
        {{ ky_sau.so_chi_tieu }} chỉ tiêu đến hạn.""",
    )
    with sheet.when("loi.noi_bat"):
        sheet.add("DoanVan", "5. Kết quả nổi bật:", keep_next=True)
        points(sheet, "loi.noi_bat")
    sheet.add("DoanVan", "{% if loi.noi_bat %}6{% else %}5{% endif %}. Đề xuất, kiến nghị:", keep_next=True)
    points(sheet, "loi.de_xuat")
    with sheet.when("not loi.de_xuat"):
        sheet.add("CanBoSung", "[Cần bổ sung: đề xuất, kiến nghị]")
    sheet.add("DoanVan", "Trên đây là báo cáo tóm tắt kết quả {{ ky.ten }}./.", keep_next=True)
    signature(sheet)
    return sheet.bytes()
