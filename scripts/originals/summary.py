"""One page for the meeting: how far by pillar, who is late, what matters most, what comes next, what is asked for."""

from scripts.originals.blocks import answered, carried_over, points, report_head, signature
from scripts.originals.overall import dated_tasks
from scripts.originals.sheet import Cell, Sheet

MOST_SILENT = 5  # bodies named that have not answered


def summary_report() -> bytes:
    """The template `bao-cao-tom-tat.docx`."""
    sheet = Sheet()
    report_head(sheet, "Tóm tắt kết quả thực hiện {{ ky.trich_yeu }}")
    sheet.add(
        "DoanVanGon",
        """Số liệu tính đến hết ngày {{ ky.so_lieu_den }}{% if not da_ghi_nhan %}, khi chưa có kết quả, tiến độ nào được
        cập nhật; các số dưới đây chỉ theo {% if chi_tieu.tong and ke_hoach.thang_hien_trang %}hiện trạng
        và {% endif %}thời hạn của {{ ke_hoach.goi_tat }}{% endif %}.{% if bao_cao_ky.du %} Trong
        {{ bao_cao_ky.phai_bao_cao }} cơ quan phải báo cáo, """
        + answered(f"{{% if bao_cao_ky.so_chua <= {MOST_SILENT} %}} ({{{{ bao_cao_ky.chua }}}}){{% endif %}}")
        + ".{% endif %}",
    )
    sheet.add(
        "DoanVanGon",
        """1. Về chỉ tiêu: {% if chi_tieu.dat_vuot %}{{ chi_tieu.dat_vuot|two_digits }}/{{ chi_tieu.tong|two_digits }}
        chỉ tiêu đạt, vượt mức phấn đấu{% if chi_tieu.bien_dong_dat %}; so với {{ ky.ten_ky_truoc }}
        {{ chi_tieu.bien_dong_dat }}{% endif %}{% elif chi_tieu.tong %}{{ chi_tieu.tong|two_digits }} chỉ tiêu, chưa có
        chỉ tiêu nào đạt mức phấn đấu{% else %}{{ ke_hoach.goi_tat }} không giao chỉ tiêu{% endif %}.""",
    )
    with sheet.when("chi_tieu.tong"):
        _indicators(sheet)
    sheet.add(
        "DoanVanGon",
        "2. {% if nhiem_vu.co_thoi_han %}Về nhiệm vụ có thời hạn: "
        + dated_tasks()
        + "{% if nhiem_vu.qua_han and not tom_tat.ds_qua_han %} (lâu nhất {{ nhiem_vu.tre_lau_nhat }} ngày){% endif %}"
        + "{% else %}{{ ke_hoach.goi_tat }} không giao nhiệm vụ có thời hạn{% endif %}.",
    )
    with sheet.when("chuyen_sang.tong or chuyen_sang.chi_tieu.tong"):
        sheet.add("DoanVanGon", f"Từ năm trước chuyển sang: {carried_over()}.")
    with sheet.when("tom_tat.ds_qua_han"):
        _overdue(sheet)
    sheet.add(
        "DoanVanGon",
        """3. {% if ky_sau.het_ke_hoach %}{% if on.so_nhiem_vu or on.so_chi_tieu %}Chuyển sang năm {{ ky.nam_sau }}:
        {% if on.so_nhiem_vu %}{{ on.so_nhiem_vu|two_digits }} nhiệm vụ chưa hoàn thành{% if on.so_chi_tieu %},
        {% endif %}{% endif %}{% if on.so_chi_tieu %}{{ on.so_chi_tieu|two_digits }} chỉ tiêu chưa
        đạt{% endif %}{% else %}Không có chỉ tiêu, nhiệm vụ chuyển sang năm {{ ky.nam_sau }}{% endif %}{% else %}Đến hết
        ngày {{ ky.ngay_cuoi_ky_sau }} {% if ky_sau.so_nhiem_vu or ky_sau.so_chi_tieu %}có
        {% if ky_sau.so_nhiem_vu %}{{ ky_sau.so_nhiem_vu|two_digits }} nhiệm vụ{% if ky_sau.so_chi_tieu %} và
        {% endif %}{% endif %}{% if ky_sau.so_chi_tieu %}{{ ky_sau.so_chi_tieu|two_digits }} chỉ tiêu{% endif %} đến
        hạn{% else %}không có nhiệm vụ, chỉ tiêu nào đến hạn{% endif %}{% endif %}.""".replace(
            " on.", " ky_sau.chuyen_tiep."
        ),
    )
    with sheet.when("tom_tat.noi_bat"):
        sheet.add("DoanVanGon", "4. Kết quả nổi bật:", keep_next=True)
        points(sheet, "tom_tat.noi_bat", "DoanVanGon")
    sheet.add("DoanVanGon", "{% if tom_tat.noi_bat %}5{% else %}4{% endif %}. Đề xuất, kiến nghị:", keep_next=True)
    points(sheet, "tom_tat.de_xuat", "DoanVanGon")
    with sheet.when("not tom_tat.de_xuat"):
        sheet.add("CanBoSung", "[Cần bổ sung: đề xuất, kiến nghị]")
    sheet.add(
        "DoanVanGon",
        """{% if tom_tat.y_khac %}{{ tom_tat.y_khac|two_digits }} ý khác nêu trong báo cáo đầy đủ. {% endif %}Trên
        đây là báo cáo tóm tắt kết quả {{ ky.ten_day_du }}./.""",
        keep_next=True,
    )
    signature(sheet)
    return sheet.bytes()


def _indicators(sheet: Sheet) -> None:
    """By pillar: how many stand where, then those that matter most."""
    classes = ("vuot", "dat", "chua_dat", "khong_dat", "chua_du_so_lieu")
    counts = "".join(
        f"{{% if n.dem.xep_loai.{key} %}}; {{{{ n.dem.xep_loai.{key}|two_digits }}}} "
        f"{{{{ ten_xep_loai.{key}|lower_first }}}}{{% endif %}}"
        for key in classes
    )
    table = sheet.table((85, 26, 32, 22))
    table.heading("Chỉ tiêu", "Đề ra", "Kết quả", "Đánh giá")
    with table.each("n in tom_tat.nhom"):
        table.row(Cell("BangNhom", "{{ n.ten }}: {{ n.dem.tong|two_digits }} chỉ tiêu" + counts, span=4))
        with table.each("ct in n.chi_tieu"):
            table.row(
                Cell("BangChu", "{{ ct.ten }}"),
                Cell("BangSo", "{{ ct.de_ra }}"),
                Cell("BangSo", "{{ ct.den_nay }}"),
                Cell("BangChu", "{{ ct.xep_loai }}"),
            )
    with table.when("tom_tat.chi_tieu_khac"):
        table.row(
            Cell("BangChu", "{{ tom_tat.chi_tieu_khac|two_digits }} chỉ tiêu khác nêu trong báo cáo đầy đủ", span=4)
        )
    sheet.add("SauBang")


def _overdue(sheet: Sheet) -> None:
    table = sheet.table((95, 45, 25))
    table.heading("Nhiệm vụ quá hạn lâu nhất", "Cơ quan chủ trì", "Số ngày")
    with table.each("nv in tom_tat.ds_qua_han"):
        table.row(
            Cell("BangChu", "{{ nv.ten }}"),
            Cell("BangChu", "{{ nv.chu_tri }}"),
            Cell("BangSo", "{{ nv.so_ngay_tre }}"),
        )
    with table.when("tom_tat.qua_han_khac"):
        table.row(
            Cell(
                "BangChu",
                "{{ tom_tat.qua_han_khac|two_digits }} nhiệm vụ quá hạn khác nêu trong báo cáo đầy đủ",
                span=3,
            )
        )
    sheet.add("SauBang")
