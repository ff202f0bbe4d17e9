"""The first part of a report: how many, and what moved since the last one."""

from scripts.originals.blocks import CUT_OFF, answered, carried_over, spread
from scripts.originals.sheet import Cell, Sheet

MOST_MOVED = 3  # records that moved in one way and are named


def overall(sheet: Sheet, span: str) -> None:
    """The counts of the plan; `span` is what the text calls the report's time."""
    sheet.add(
        "DoanVan",
        """{{ ke_hoach.goi_tat }} {% if chi_tieu.tong or nhiem_vu.tong %}giao {% else %}chưa có chỉ tiêu, nhiệm vụ
        nào{% endif %}{% if chi_tieu.tong %}{{ chi_tieu.tong|two_digits }} chỉ tiêu{% if nhiem_vu.tong %} và
        {% endif %}{% endif %}{% if nhiem_vu.tong %}{{ nhiem_vu.tong|two_digits }} nhiệm vụ{% endif %}{% if
        nhiem_vu.khac and nhiem_vu.co_thoi_han %}, trong đó có {{ nhiem_vu.co_thoi_han|two_digits }} nhiệm vụ có thời
        hạn{% endif %}.""",
    )
    with sheet.when("not da_ghi_nhan and (chi_tieu.tong or nhiem_vu.tong)"):
        sheet.add(
            "DoanVan",
            f"""Đến hết ngày {CUT_OFF} chưa có kết quả thực hiện chỉ tiêu, báo cáo tiến độ nhiệm vụ nào được cập nhật;
            nhận định dưới đây chỉ căn cứ {{% if chi_tieu.tong and ke_hoach.thang_hien_trang %}}hiện trạng đến tháng
            {{{{ ke_hoach.thang_hien_trang }}}} và {{% endif %}}thời hạn ghi trong {{{{ ke_hoach.goi_tat }}}}.""",
        )
    with sheet.when("bao_cao_ky.du"):
        sheet.add(
            "DoanVan",
            f"Trong {span} có {{{{ bao_cao_ky.phai_bao_cao }}}} cơ quan phải báo cáo: "
            + answered(" ({{ bao_cao_ky.chua }})")
            + ".{% if ket_qua_co_quan %} Kết quả của từng cơ quan tại Phụ lục III.{% endif %}",
        )
    with sheet.when("chi_tieu.tong"):
        sheet.add(
            "DoanVan",
            """Về chỉ tiêu: """
            + spread("chi_tieu.xep_loai.phan", "chỉ tiêu")
            + f"""{{% if chi_tieu.dat_vuot %}}; tỷ lệ đạt, vượt mức phấn đấu là
            {{{{ chi_tieu.ty_le_dat }}}}{{% endif %}}{{% if chi_tieu.bien_dong_dat %}}. So với
            {{{{ ky.ten_ky_truoc }}}}, số chỉ tiêu đạt, vượt mức phấn đấu
            {{{{ chi_tieu.bien_dong_dat }}}}{{% endif %}}.{{% if da_ghi_nhan %}} {{% if chi_tieu.so_lieu_moi %}}Trong
            {span} có {{{{ chi_tieu.so_lieu_moi|two_digits }}}} chỉ tiêu có số liệu mới{{% else %}}Trong {span} không có
            chỉ tiêu nào có số liệu mới{{% endif %}}.{{% endif %}}""",
        )
    with sheet.when("nhiem_vu.co_thoi_han"):
        sheet.add("DoanVan", "Về nhiệm vụ có thời hạn: " + dated_tasks() + "." + _undated(" Ngoài ra có "))
    with sheet.when("nhiem_vu.khac and not nhiem_vu.co_thoi_han"):
        sheet.add("DoanVan", _undated("{{ ke_hoach.goi_tat }} có "))
    with sheet.when("chuyen_sang.tong or chuyen_sang.chi_tieu.tong"):
        sheet.add("DoanVan", f"Từ năm trước chuyển sang: {carried_over()}.")
    _moved(sheet)
    _restated(sheet)


def _undated(begins: str) -> str:
    return (
        "{% if nhiem_vu.khac %}"
        + begins
        + "{% for phan in nhiem_vu.phan_khac %}{{ phan.so|two_digits }} nhiệm vụ {{ phan.ten }}"
        "{% if loop.revindex == 2 %} và {% elif not loop.last %}, {% endif %}{% endfor %}.{% endif %}"
    )


def dated_tasks() -> str:
    """`06/34 nhiệm vụ đã hoàn thành (04 đúng hạn, 02 quá hạn); …`: the four official classes, where there are any."""
    of = "/{{ nhiem_vu.co_thoi_han|two_digits }} nhiệm vụ"
    both = (
        "{% if nhiem_vu.dung_han and nhiem_vu.xong_qua_han %} ({{ nhiem_vu.dung_han|two_digits }} đúng hạn, "
        "{{ nhiem_vu.xong_qua_han|two_digits }} quá hạn){% elif nhiem_vu.dung_han %} đúng hạn{% else %} quá "
        "hạn{% endif %}"
    )
    return (
        f"{{% if nhiem_vu.hoan_thanh %}}{{{{ nhiem_vu.hoan_thanh|two_digits }}}}{of} đã hoàn thành{both}"
        "{% else %}chưa có nhiệm vụ nào hoàn thành{% endif %}"
        f"{{% if nhiem_vu.trong_han %}}; {{{{ nhiem_vu.trong_han|two_digits }}}}{of} đang thực hiện trong "
        "hạn{% endif %}"
        f"{{% if nhiem_vu.qua_han %}}; {{{{ nhiem_vu.qua_han|two_digits }}}}{of} quá hạn chưa hoàn thành{{% endif %}}"
    )


def _moved(sheet: Sheet) -> None:
    with sheet.when("bien_dong"):
        sheet.add(
            "DoanVan",
            """So với {% if ky.bao_cao_truoc %}{{ ky.bao_cao_truoc }} về {{ ky.ten_ky_truoc }}{% else %}số liệu
            {{ ky.ten_ky_truoc }}{% endif %}: {% for bd in bien_dong %}{{ bd.ten|lower_first }}
            {{ bd.dem }}{% if not loop.last %}; {% endif %}{% endfor %}.""",
        )
        with sheet.each("bd in bien_dong"), sheet.when("bd.ke_ten"):
            sheet.add(
                "DoanVan",
                f"""- {{{{ bd.ten }}}}: {{% for viec in bd.ds[:{MOST_MOVED}] %}}“{{{{ viec.ten }}}}”{{% if
                viec.noi_dung or viec.van_ban %}} ({{{{ viec.noi_dung }}}}{{% if viec.noi_dung and viec.van_ban %}};
                {{% endif %}}{{{{ viec.van_ban }}}}){{% endif %}}{{% if not loop.last %}};
                {{% endif %}}{{% endfor %}}{{% if bd.so > {MOST_MOVED} %}} và
                {{{{ (bd.so - {MOST_MOVED})|two_digits }}}} chỉ tiêu, nhiệm vụ khác{{% endif %}}.""",
            )


def _restated(sheet: Sheet) -> None:
    with sheet.when("dieu_chinh"):
        sheet.add("TenBang", "Điều chỉnh, bổ sung sau kỳ báo cáo")
        table = sheet.table((10, 23, 66, 20, 20, 26))
        table.heading("TT", "Kỳ", "Chỉ tiêu, nhiệm vụ", "Đã báo cáo", "Nay", "Văn bản")
        with table.each("dc in dieu_chinh"):
            table.row(
                Cell("BangGiua", "{{ dc.stt }}"),
                Cell("BangChu", "{{ dc.ky }}"),
                Cell("BangChu", "{{ dc.ten }}"),
                Cell("BangChu", "{{ dc.da_bao_cao }}"),
                Cell("BangChu", "{{ dc.nay }}"),
                Cell("BangChu", "{{ dc.van_ban }}"),
            )
        sheet.add("SauBang")
