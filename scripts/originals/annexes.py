"""The report's annexes: every indicator, every task, what each body answered, the method and what went into it.

The closing annex stands upright. Word keeps a document's last section apart from the others, and a template whose last
section lay on its side would turn with it whatever is left out above.
"""

from scripts.originals.blocks import METHOD_ANNEX, annex_head
from scripts.originals.sheet import Cell, Sheet


def annexes(sheet: Sheet) -> None:
    _indicators(sheet)
    _tasks(sheet)
    sheet.section(wide=False)
    annex_head(sheet, "III", "KẾT QUẢ THEO CƠ QUAN")
    sheet.add("MucSo", "1. Nhiệm vụ theo cơ quan chủ trì")
    _by_agency(sheet)
    with sheet.when("ket_qua_co_quan"):
        sheet.add("MucSo", "2. Báo cáo của từng cơ quan về chỉ tiêu, nhiệm vụ giao nhiều cơ quan")
        _answers(sheet)
    with sheet.when("kem_phuong_phap"):
        sheet.section(wide=False)
        _method(sheet)
    sheet.add("KetPhan")


def _indicators(sheet: Sheet) -> None:
    sheet.section(wide=True)
    annex_head(sheet, "I", "KẾT QUẢ THỰC HIỆN CHỈ TIÊU")
    sheet.add(
        "DonViTinh",
        """Số liệu đến hết ngày {{ ky.so_lieu_den }}. Khoảng cách tính bằng điểm phần trăm; đơn vị khác ghi kèm.""",
    )
    table = sheet.table((16, 52, 23, 15, 16, 14, 15, 15, 15, 15, 15, 15, 26))
    upper, own = "{{ ke_hoach.ten_muc_cap_tren }}", "{{ ke_hoach.ten_muc }}"
    tall = ("Mã", "Chỉ tiêu", "Cơ quan chủ trì", "Hiện trạng {{ ke_hoach.thang_hien_trang }}", "Kết quả")
    last = ("Đánh giá", "Số liệu đến ngày; văn bản")
    paired = ("Mức phấn đấu", "Khoảng cách từ hiện trạng", "Khoảng cách còn lại")
    table.row(
        *(Cell("BangDau", head, down="start") for head in tall),
        *(Cell("BangDau", head, span=2) for head in paired),
        *(Cell("BangDau", head, down="start") for head in last),
        heading=True,
    )
    table.row(
        *(Cell("BangDau", down="on") for _ in tall),
        *(Cell("BangDau", head) for _ in paired for head in (upper, own)),
        *(Cell("BangDau", down="on") for _ in last),
        heading=True,
    )
    gaps = ("cach_ban_dau_cap_tren", "cach_ban_dau", "con_lai_cap_tren", "con_lai")
    with table.when("not nhom"):
        table.row(Cell("BangChu", "{{ ke_hoach.goi_tat }} không giao chỉ tiêu.", span=13))
    with table.each("n in nhom"):
        table.row(Cell("BangNhom", "{{ n.la_ma }}. {{ n.ten_hoa }}", span=13), keep_next=True)
        with table.each("ct in n.chi_tieu"):
            with table.each("dm in ct.de_muc"):
                table.row(
                    Cell("BangChu", "{{ dm.ma }}"),
                    Cell("BangChu", "{{ dm.thut }}{{ dm.ten }}", span=12),
                    keep_next=True,
                )
            table.row(
                Cell("BangChu", "{{ ct.ma }}"),
                Cell("BangChu", "{{ ct.thut }}{{ ct.ten }}"),
                Cell("BangChu", "{{ ct.chu_tri }}"),
                Cell("BangSo", "{{ ct.hien_trang }}"),
                Cell("BangSo", "{{ ct.ket_qua }}"),
                Cell("BangSo", "{{ ct.muc_cap_tren }}"),
                Cell(
                    "BangSo",
                    """{{ ct.muc }}{% if ct.muc_dieu_chinh %} ({{ ct.muc_dieu_chinh }}){% endif %}{% if ct.moc %}; mốc
                    {{ ct.moc }} ({{ ct.moc_danh_gia }}){% endif %}""",
                ),
                *(Cell("BangSo", f"{{{{ ct.{key} }}}}") for key in gaps),
                Cell("BangChu", "{{ ct.xep_loai }}"),
                Cell("BangChu", "{{ ct.ngay }}{% if ct.ngay and ct.nguon %}; {% endif %}{{ ct.nguon }}"),
            )


def _tasks(sheet: Sheet) -> None:
    sheet.section(wide=True)
    annex_head(sheet, "II", "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ")
    sheet.add("DonViTinh", "Tình hình đến hết ngày {{ ky.so_lieu_den }}.")
    table = sheet.table((11, 72, 30, 30, 23, 47, 24, 15))
    table.heading(
        "TT",
        "Nhiệm vụ",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời hạn",
        "Tình hình thực hiện",
        "Xếp loại",
        "Số ngày quá hạn",
    )
    with table.when("not nhom_nhiem_vu"):
        table.row(Cell("BangChu", "{{ ke_hoach.goi_tat }} không giao nhiệm vụ.", span=8))
    with table.each("n in nhom_nhiem_vu"):
        table.row(Cell("BangNhom", "{{ n.la_ma }}. {{ n.ten_hoa }}", span=8), keep_next=True)
        with table.each("nv in n.nhiem_vu"):
            with table.each("dm in nv.de_muc"):
                table.row(Cell("BangChu"), Cell("BangChu", "{{ dm.thut }}{{ dm.ten }}", span=7), keep_next=True)
            table.row(
                Cell("BangGiua", "{{ nv.tt }}"),
                Cell(
                    "BangChu", "{{ nv.thut }}{{ nv.ten }}{% if nv.san_pham %} (sản phẩm: {{ nv.san_pham }}){% endif %}"
                ),
                Cell("BangChu", "{{ nv.chu_tri }}"),
                Cell("BangChu", "{{ nv.phoi_hop }}"),
                Cell("BangGiua", "{{ nv.thoi_han }}{% if nv.gia_han %} ({{ nv.gia_han }}){% endif %}"),
                Cell("BangChu", "{{ nv.tien_do }}{% if nv.van_ban %} ({{ nv.van_ban }}){% endif %}"),
                Cell("BangChu", "{{ nv.tinh_trang }}"),
                Cell("BangSo", "{% if nv.so_ngay_tre %}{{ nv.so_ngay_tre }}{% endif %}"),
            )


def _by_agency(sheet: Sheet) -> None:
    with sheet.when("not co_quan_chu_tri"):
        sheet.add("DoanVan", "{{ ke_hoach.goi_tat }} không giao nhiệm vụ.")
    with sheet.when("co_quan_chu_tri"):
        counts = ("tong", "dung_han", "xong_qua_han", "trong_han", "qua_han", "khac")
        table = sheet.table((11, 46, 17, 18, 18, 20, 20, 15))
        table.heading(
            "TT",
            "Cơ quan chủ trì",
            "Số nhiệm vụ",
            "Hoàn thành đúng hạn",
            "Hoàn thành quá hạn",
            "Đang thực hiện trong hạn",
            "Quá hạn chưa hoàn thành",
            "Khác",
        )
        with table.each("cq in co_quan_chu_tri"):
            table.row(
                Cell("BangGiua", "{{ cq.stt }}"),
                Cell("BangChu", "{{ cq.ten }}"),
                *(Cell("BangSo", f"{{{{ cq.{key} }}}}") for key in counts),
            )
        sheet.add(
            "ChuThich",
            """Nhiệm vụ do nhiều cơ quan cùng chủ trì được tính cho từng cơ quan. Cột “Khác” gồm nhiệm vụ định kỳ,
            thường xuyên, không ấn định thời hạn và dừng thực hiện.""",
        )


def _answers(sheet: Sheet) -> None:
    sheet.add("DonViTinh", "Báo cáo mới nhất của từng cơ quan đến hết ngày {{ ky.so_lieu_den }}.")
    table = sheet.table((10, 42, 32, 20, 43, 18))
    table.heading("TT", "Cơ quan", "Kết quả", "Ngày", "Văn bản, ghi chú", "Đạt")
    with table.each("kq in ket_qua_co_quan"):
        [head] = table.row(Cell("BangNhom", "{{ kq.stt }}. {{ kq.ten }}", span=6), keep_next=True)
        with sheet.inside(head):
            sheet.add(
                "BangChu",
                """{{ kq.da_bao_cao }}{% if kq.ky_truoc %}, trong đó {{ kq.ky_truoc }} cơ quan là số kỳ
                trước{% endif %}{% if kq.ket_qua %}; kết quả chung: {{ kq.ket_qua }}{% endif %}{% if kq.muc_xet %}; mức
                phấn đấu {{ kq.muc_xet }}{% endif %}""",
                keep_next=True,
            )
        with table.each("cq in kq.co_quan"):
            table.row(
                Cell("BangGiua", "{{ loop.index }}"),
                Cell("BangChu", "{{ cq.ten }}"),
                Cell("BangGiua", "{{ cq.ket_qua }}"),
                Cell("BangGiua", "{{ cq.ngay }}"),
                Cell(
                    "BangChu",
                    "{{ cq.van_ban }}{% if cq.van_ban and cq.ghi_chu %}; {% endif %}{{ cq.ghi_chu }}",
                ),
                Cell("BangGiua", "{{ cq.dat }}"),
            )
        with table.when("kq.chua"):
            table.row(Cell("BangChu", "Chưa báo cáo: {{ kq.chua }}.", span=6))


_METHOD = (
    """Ký hiệu: b là số liệu xuất phát (hiện trạng, hoặc số liệu đầu tiên nếu không ghi hiện trạng); c là
    số liệu mới nhất đến ngày đánh giá; G là mức phải đạt (mức phấn đấu của {{ ke_hoach.ten_muc }}, nếu là một
    khoảng thì lấy đầu phải đạt, nếu không giao thì lấy mức của {{ ke_hoach.ten_muc_cap_tren }}); T là ngày cuối của
    thời hạn.""",
    """Khoảng cách còn lại là G − c, viết sao cho số dương luôn là phần còn phải làm. Phần đã thu hẹp là (c − b)/(G
    − b). Phần thời gian đã qua f là số ngày từ ngày của b đến ngày đánh giá chia cho số ngày từ ngày của b đến T.
    Nhịp độ R là phần đã thu hẹp chia cho f. Dự báo đến T là P = b + (c − b)/f.""",
    """Xếp loại theo thứ tự: {{ ten_danh_gia.vuot }} khi c vượt mức phấn đấu cao nhất; {{ ten_danh_gia.dat }} khi c
    đạt mức phải đạt; {{ ten_danh_gia.chua_du_so_lieu }} khi chưa có số liệu mới kể từ hiện trạng hoặc mới có một số
    liệu; {{ ten_danh_gia.khong_dat }} khi đã qua T; còn lại xét theo R: từ 0,95 trở lên là
    {{ ten_danh_gia.dung_tien_do }}, từ 0,60 đến dưới 0,95 là {{ ten_danh_gia.cham }}, từ 0 đến dưới 0,60 là
    {{ ten_danh_gia.rat_cham }}, dưới 0 là {{ ten_danh_gia.thut_lui }}. “{{ ten_danh_gia.chua_du_so_lieu }}” không bao
    giờ được tính là 0 hay là {{ ten_danh_gia.khong_dat | lower_first }}. Phần chính và các
    phụ lục khác gọi chung những mức trước T là “{{ ten_xep_loai.chua_dat | lower_first }}”. Báo cáo của kỳ cuối năm xét
    mốc, mức phấn đấu đến hạn trong năm theo số liệu hoặc số ước của ngày 31/12; chưa có thì là
    {{ ten_danh_gia.chua_dat | lower_first }}.""",
    """Chỉ tiêu có mốc được so với đường thẳng từ b qua các mốc đến G: R là (c − b)/(m − b), với m là mức của đường đó
    vào ngày đánh giá, và P = b + R × (G − b). Mức phải duy trì, thứ hạng, chỉ tiêu bằng lời không có nhịp độ: trước T
    là {{ ten_danh_gia.khong_duy_tri | lower_first }} hoặc {{ ten_danh_gia.chua_dat | lower_first }}. Số cộng dồn trong
    năm tính từ 0 đầu năm.""",
    """Nhiệm vụ quá hạn kể từ ngày liền sau ngày cuối cùng của thời hạn, tính cả gia hạn đã được cho phép. Số liệu,
    báo cáo của ngày sau ngày {{ ky.so_lieu_den }} không tính vào báo cáo này, trừ số ước thực hiện đến ngày cuối kỳ,
    ghi là “(ước)”.""",
    """Ngưỡng 0,95; 0,60 và 0 lấy theo phương pháp của Cơ quan Thống kê Canada công bố trong Open SDG, thay đường
    tăng trưởng kép bằng đường thẳng vì tăng trưởng kép không hợp với tỷ lệ phần trăm xuất phát gần 0.""",
)


def _method(sheet: Sheet) -> None:
    annex_head(sheet, METHOD_ANNEX, "PHƯƠNG PHÁP ĐÁNH GIÁ VÀ SỐ LIỆU ĐẦU VÀO")
    sheet.add("MucSo", "1. Phương pháp")
    for text in _METHOD:
        sheet.add("DoanVan", text)
    with sheet.when("ket_qua_co_quan"):
        sheet.add(
            "DoanVan",
            """Việc giao nhiều cơ quan thì mỗi cơ quan báo cáo phần của mình. Kết quả chung tính từ báo cáo mới nhất của
            từng cơ quan, theo cách đã định cho từng chỉ tiêu (tổng tử số chia cho tổng mẫu số, cộng, bình quân, hoặc tỷ
            lệ cơ quan đạt mức phấn đấu), hoặc lấy theo văn bản báo cáo chung. Khi chưa đủ cơ quan báo cáo, kết quả ghi
            là “tạm tính” và chưa được đánh giá.""",
        )
    sheet.add("MucSo", "2. Nguồn số liệu")
    sheet.add(
        "DoanVan",
        """Số liệu chốt đến hết ngày {{ ky.so_lieu_den }}. {% if phien_ban %}Báo cáo lập từ phiên bản dữ liệu
        {{ phien_ban }} trong kho của {{ ke_hoach.goi_tat }}.{% else %}Dữ liệu của báo cáo chưa được lưu thành phiên
        bản.{% endif %}""",
    )
    with sheet.when("cach_tinh"):
        sheet.add("TenBang", "Số liệu đầu vào và kết quả tính của từng chỉ tiêu")
        table = sheet.table((18, 22.5, 22.5, 15, 20, 12, 14, 10.5, 14, 16.5))
        table.heading("Mã", "b (ngày)", "c (ngày)", "G", "T", "f", "Đã thu hẹp", "R", "P", "Xếp loại")
        with table.each("ct in cach_tinh"):
            table.row(
                Cell("BangChu", "{{ ct.ma }}"),
                *(
                    Cell("BangSo", f"{{{{ ct.{key} }}}}{{% if ct.ngay_{key} %}} ({{{{ ct.ngay_{key} }}}}){{% endif %}}")
                    for key in ("b", "c")
                ),
                *(Cell("BangSo", f"{{{{ ct.{key} }}}}") for key in ("g", "t", "f", "da_thu_hep", "r", "p")),
                Cell("BangChu", "{{ ct.danh_gia }}"),
            )
