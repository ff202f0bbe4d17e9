"""One page for the meeting: how far, who is late, what comes next, what is asked for."""

from scripts.originals.blocks import carried_over, letterhead, points, signature, spread, subject_rule
from scripts.originals.sheet import Cell, Sheet

MOST_LATE = 4  # overdue tasks named on the one page
MOST_SILENT = 5  # bodies named that have not answered


def summary_report() -> bytes:
    """The template `bao-cao-tom-tat.docx`."""
    sheet = Sheet()
    letterhead(sheet)
    sheet.add("TenLoai", "BÁO CÁO")
    sheet.add("TrichYeu", "Tóm tắt kết quả {{ ky.ten }} thực hiện {{ ke_hoach.ten }}")
    subject_rule(sheet)
    with sheet.when("not da_ghi_nhan"):
        sheet.add(
            "DoanVanGon",
            """Đến hết ngày {{ ky.so_lieu_den }} chưa có kết quả, tiến độ nào được cập nhật; các số dưới đây chỉ
            theo hiện trạng và thời hạn của Kế hoạch.""",
        )
    with sheet.when("bao_cao_ky.du"):
        sheet.add(
            "DoanVanGon",
            """Trong kỳ, {{ bao_cao_ky.du }} đã báo cáo đủ{% if bao_cao_ky.mot_phan %}, {{ bao_cao_ky.mot_phan }} cơ
            quan báo cáo một phần{% endif %}"""
            + f"{{% if bao_cao_ky.so_chua > {MOST_SILENT} %}}, {{{{ bao_cao_ky.so_chua }}}} cơ quan chưa báo cáo"
            "{% elif bao_cao_ky.so_chua %}; chưa báo cáo: {{ bao_cao_ky.chua }}{% endif %}.",
        )
    sheet.add(
        "DoanVanGon",
        "1. {% if chi_tieu.tong %}Về chỉ tiêu: đến hết ngày {{ ky.so_lieu_den }}, "
        + spread("chi_tieu.phan", "chỉ tiêu")
        + """{% if not (ky.dau_tien or bien_dong) %}; so với
        {{ ky.ten_ky_truoc }}, số đạt hoặc vượt không thay đổi{% endif %}{% else %}Kế hoạch không giao chỉ
        tiêu{% endif %}.""",
    )
    sheet.add(
        "DoanVanGon",
        "2. {% if nhiem_vu.co_thoi_han %}Về nhiệm vụ có thời hạn: "
        + spread("nhiem_vu.phan", "nhiệm vụ")
        + "{% else %}Kế hoạch không giao nhiệm vụ có thời hạn{% endif %}.",
    )
    with sheet.when("chuyen_sang.tong or chuyen_sang.chi_tieu.tong"):
        sheet.add("DoanVanGon", f"Từ năm trước chuyển sang: {carried_over()}.")
    with sheet.when("bien_dong"):
        sheet.add(
            "DoanVanGon",
            """So với {{ ky.ten_ky_truoc }}: {% for bd in bien_dong[:3] %}{{ bd.ten|lower_first }}
            {{ bd.dem }}{% if not loop.last %}; {% endif %}{% endfor %}{% if dieu_chinh %}; điều chỉnh số đã báo cáo của
            {{ dieu_chinh|length }} chỉ tiêu, nhiệm vụ{% endif %}.""",
        )
    with sheet.when("nhiem_vu.qua_han"):
        sheet.add(
            "DoanVanGon",
            f"3. Nhiệm vụ quá hạn {{% if nhiem_vu.qua_han > {MOST_LATE} %}}lâu nhất{{% else %}}chưa hoàn "
            "thành{% endif %}:",
            keep_next=True,
        )
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
        sheet.add("DoanVanGon", "3. Không có nhiệm vụ quá hạn chưa hoàn thành.")
    sheet.add(
        "DoanVanGon",
        """4. Đến hết ngày {{ ky.ngay_cuoi_ky_sau }}{% if ky_sau.so_nhiem_vu or ky_sau.so_chi_tieu %} có
        {% if ky_sau.so_nhiem_vu %}{{ ky_sau.so_nhiem_vu }} nhiệm vụ{% if ky_sau.so_chi_tieu %} và
        {% endif %}{% endif %}{% if ky_sau.so_chi_tieu %}{{ ky_sau.so_chi_tieu }} chỉ tiêu{% endif %} đến
        hạn{% else %} không có nhiệm vụ, chỉ tiêu nào đến hạn{% endif %}.""",
    )
    with sheet.when("loi.noi_bat"):
        sheet.add("DoanVanGon", "5. Kết quả nổi bật:", keep_next=True)
        points(sheet, "loi.noi_bat", "DoanVanGon")
    sheet.add("DoanVanGon", "{% if loi.noi_bat %}6{% else %}5{% endif %}. Đề xuất, kiến nghị:", keep_next=True)
    points(sheet, "loi.de_xuat", "DoanVanGon")
    with sheet.when("not loi.de_xuat"):
        sheet.add("CanBoSung", "[Cần bổ sung: đề xuất, kiến nghị]")
    sheet.add("DoanVanGon", "Trên đây là báo cáo tóm tắt kết quả {{ ky.ten }}./.", keep_next=True)
    signature(sheet)
    return sheet.bytes()
