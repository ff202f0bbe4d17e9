"""The report on a period: the words around the figures. Offices reword them in Word; the figures come as fields."""

from scripts.originals.annexes import annexes
from scripts.originals.blocks import carried_over, letterhead, points, signature, spread, subject_rule
from scripts.originals.results import indicator_results, task_results
from scripts.originals.sheet import Cell, Sheet


def quarterly_report() -> bytes:
    """The template `bao-cao-quy.docx`."""
    sheet = Sheet()
    letterhead(sheet)
    sheet.add("TenLoai", "BÁO CÁO")
    sheet.add("TrichYeu", "Kết quả {{ ky.ten }} thực hiện {{ ke_hoach.ten }}")
    subject_rule(sheet)
    sheet.add(
        "DoanVan",
        """Thực hiện {{ ke_hoach.loai }} số {{ ke_hoach.so }} {{ ke_hoach.ngay }} của
        {{ co_quan.ten }}{% if not ke_hoach.la_van_ban %} ban hành {{ ke_hoach.ten }}{% endif %} (sau đây gọi là
        Kế hoạch), trên cơ sở số liệu của các cơ quan, đơn vị tính đến hết ngày {{ ky.so_lieu_den }},
        {{ co_quan.ten }} báo cáo kết quả thực hiện {{ ky.ten }} như sau:""",
    )
    _overall(sheet)
    indicator_results(sheet)
    task_results(sheet)
    _shortcomings(sheet)
    _next_period(sheet)
    sheet.add("MucLaMa", "VI. ĐỀ XUẤT, KIẾN NGHỊ")
    _spoken(sheet, "loi.de_xuat", "đề xuất, kiến nghị với cấp có thẩm quyền")
    sheet.add("DoanVan", "Trên đây là báo cáo kết quả {{ ky.ten }} thực hiện {{ ke_hoach.ten }}./.", keep_next=True)
    signature(sheet)
    annexes(sheet)
    return sheet.bytes()


def _overall(sheet: Sheet) -> None:
    sheet.add("MucLaMa", "I. ĐÁNH GIÁ CHUNG")
    sheet.add(
        "DoanVan",
        """Kế hoạch {% if chi_tieu.tong or nhiem_vu.tong %}có {% else %}chưa có chỉ tiêu, nhiệm vụ
        nào{% endif %}{% if chi_tieu.tong %}{{ chi_tieu.tong }} chỉ tiêu{% if nhiem_vu.tong %} và
        {% endif %}{% endif %}{% if nhiem_vu.tong %}{{ nhiem_vu.tong }} nhiệm vụ{% endif %}{% if nhiem_vu.khac and
        nhiem_vu.co_thoi_han %}, trong đó {{ nhiem_vu.co_thoi_han }} nhiệm vụ có thời hạn cụ thể{% endif %}.""",
    )
    with sheet.when("not da_ghi_nhan"):
        sheet.add(
            "DoanVan",
            """Đến hết ngày {{ ky.so_lieu_den }} chưa có kết quả thực hiện chỉ tiêu và chưa có báo cáo tiến độ nhiệm
            vụ nào được cập nhật. Vì vậy các nhận định dưới đây chỉ căn cứ vào
            {% if ke_hoach.thang_hien_trang %}hiện trạng đến tháng {{ ke_hoach.thang_hien_trang }} và
            {% endif %}thời hạn
            ghi trong Kế hoạch, chưa phản ánh kết quả thực tế.""",
        )
    with sheet.when("bao_cao_ky.du"):
        sheet.add(
            "DoanVan",
            """Trong kỳ, {{ bao_cao_ky.du }} đã báo cáo đủ{% if bao_cao_ky.mot_phan %}, {{ bao_cao_ky.mot_phan }}
            cơ quan báo cáo một phần{% endif %}{% if bao_cao_ky.so_chua %}; chưa báo cáo:
            {{ bao_cao_ky.chua }}{% endif %}.{% if ket_qua_co_quan %} Kết quả của từng cơ quan tại Phụ lục
            III.{% endif %}""",
        )
    with sheet.when("chi_tieu.tong"):
        sheet.add(
            "DoanVan",
            """Về chỉ tiêu: """
            + spread("chi_tieu.phan", "chỉ tiêu")
            + """; tỷ lệ đạt hoặc vượt là {{ chi_tieu.ty_le_dat }}. {% if ky.dau_tien %}Đây là kỳ báo cáo đầu tiên
            của Kế hoạch nên chưa có kỳ trước để so
            sánh{% if ke_hoach.thang_hien_trang %}; thay đổi được tính so với hiện trạng đến tháng
            {{ ke_hoach.thang_hien_trang }}{% endif %}.{% else %}So với số liệu đến ngày {{ ky.ngay_so_sanh }} của
            {{ ky.ten_ky_truoc }}, số chỉ tiêu đạt hoặc vượt
            {{ chi_tieu.bien_dong_dat }}.{% endif %}{% if da_ghi_nhan %} Trong kỳ {% if chi_tieu.so_lieu_moi %}có
            {{ chi_tieu.so_lieu_moi }} chỉ tiêu được cập nhật số liệu mới{% else %}không có chỉ tiêu nào được cập
            nhật số liệu mới{% endif %}.{% endif %}""",
        )
    with sheet.when("nhiem_vu.co_thoi_han"):
        sheet.add(
            "DoanVan",
            """Về nhiệm vụ có thời hạn: """
            + spread("nhiem_vu.phan", "nhiệm vụ")
            + """. {% if nhiem_vu.xong_trong_ky %}Trong kỳ có {{ nhiem_vu.xong_trong_ky }} nhiệm vụ hoàn
            thành.{% else %}Trong kỳ chưa ghi nhận nhiệm vụ nào hoàn thành.{% endif %}""",
        )
    with sheet.when("chuyen_sang.tong or chuyen_sang.chi_tieu.tong"):
        sheet.add("DoanVan", f"Từ năm trước chuyển sang: {carried_over()}.")
    _moved(sheet)
    _restated(sheet)
    sheet.add("DoanVan", "Kết quả nổi bật trong kỳ:", keep_next=True)
    _spoken(sheet, "loi.noi_bat", "kết quả nổi bật trong kỳ")


MOST_MOVED = 3  # records that moved in one way and are named


def _moved(sheet: Sheet) -> None:
    with sheet.when("bien_dong"):
        sheet.add(
            "DoanVan",
            """Thay đổi so với {% if ky.bao_cao_truoc %}{{ ky.bao_cao_truoc }} về {{ ky.ten_ky_truoc }}{% else %}số liệu
            {{ ky.ten_ky_truoc }}{% endif %}:""",
            keep_next=True,
        )
        with sheet.each("bd in bien_dong"):
            sheet.add(
                "DoanVan",
                f"""- {{{{ bd.ten }}}}: {{{{ bd.dem }}}}{{% if bd.ke_ten %}}{{% if bd.so > 1 %}}, gồm{{% else %}}
                là{{% endif %}} {{% for viec in bd.ds[:{MOST_MOVED}] %}}“{{{{ viec.ten|truncate(90) }}}}”{{% if
                viec.noi_dung or viec.van_ban %}} ({{{{ viec.noi_dung }}}}{{% if viec.noi_dung and viec.van_ban %}};
                {{% endif %}}{{{{ viec.van_ban }}}}){{% endif %}}{{% if not loop.last %}};
                {{% endif %}}{{% endfor %}}{{% if bd.so > {MOST_MOVED} %}} và {{{{ bd.so - {MOST_MOVED} }}}} nội
                dung khác{{% endif %}}{{% endif %}}.""",
            )


def _restated(sheet: Sheet) -> None:
    with sheet.when("dieu_chinh"):
        sheet.add("TenBang", "Điều chỉnh, bổ sung sau kỳ báo cáo")
        table = sheet.table((10, 23, 50, 28, 28, 26))
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


_SHORTCOMINGS = (
    ("nhiem_vu.qua_han", "Còn {{ nhiem_vu.qua_han }}/{{ nhiem_vu.tong }} nhiệm vụ quá hạn chưa hoàn thành."),
    (
        "chi_tieu.cham",
        """{{ chi_tieu.cham }}/{{ chi_tieu.tong }} chỉ tiêu {{ ten_lop.cham }}{% if chi_tieu.thut_lui %}, trong đó
        {{ chi_tieu.thut_lui }} chỉ tiêu kém hơn lúc xuất phát{% endif %}.""",
    ),
    (
        "chi_tieu.chua_dat",
        "{{ chi_tieu.chua_dat }}/{{ chi_tieu.tong }} chỉ tiêu {{ ten_lop.chua_dat }}.",
    ),
    (
        "chi_tieu.khong_dat",
        """{{ chi_tieu.khong_dat }}/{{ chi_tieu.tong }} chỉ tiêu hết thời hạn mà
        {{ ten_danh_gia.khong_dat | lower_first }}.""",
    ),
    (
        "chi_tieu.chua_du_so_lieu",
        "{{ chi_tieu.chua_du_so_lieu }}/{{ chi_tieu.tong }} chỉ tiêu {{ ten_lop.chua_du_so_lieu }}.",
    ),
    ("nhiem_vu.thieu_bao_cao_ky", "{{ nhiem_vu.thieu_bao_cao_ky }} nhiệm vụ định kỳ còn kỳ chưa được báo cáo."),
)


def _shortcomings(sheet: Sheet) -> None:
    sheet.add("MucLaMa", "IV. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")
    sheet.add("MucSo", "1. Tồn tại, hạn chế")
    for condition, text in _SHORTCOMINGS:
        with sheet.when(condition):
            sheet.add("DoanVan", f"- {text}")
    points(sheet, "loi.ton_tai")
    known = " or ".join(condition for condition, _ in _SHORTCOMINGS)
    with sheet.when(f"not ({known} or loi.ton_tai)"):
        sheet.add("DoanVan", "Số liệu đến hết ngày {{ ky.so_lieu_den }} không cho thấy tồn tại, hạn chế.")
    sheet.add("MucSo", "2. Nguyên nhân")
    sheet.add("MucChu", "a) Nguyên nhân khách quan")
    _spoken(sheet, "loi.khach_quan", "nguyên nhân khách quan")
    sheet.add("MucChu", "b) Nguyên nhân chủ quan")
    _spoken(sheet, "loi.chu_quan", "nguyên nhân chủ quan")


def _next_period(sheet: Sheet) -> None:
    sheet.add("MucLaMa", "V. NHIỆM VỤ TRỌNG TÂM {{ ky.ten_ky_sau_hoa }}")
    with sheet.when("nhiem_vu.qua_han"):
        sheet.add("DoanVan", "- Hoàn thành dứt điểm {{ nhiem_vu.qua_han }} nhiệm vụ đã quá hạn nêu tại mục III.3.")
    with sheet.when("chi_tieu.chua_du_so_lieu"):
        sheet.add(
            "DoanVan",
            "- Thu thập, cập nhật số liệu của {{ chi_tieu.chua_du_so_lieu }} chỉ tiêu {{ ten_lop.chua_du_so_lieu }}.",
        )
    points(sheet, "loi.trong_tam")
    span = "từ ngày {{ ky.ngay_dau_ky_sau }} đến hết ngày {{ ky.ngay_cuoi_ky_sau }}"
    with sheet.when("ky_sau.so_chi_tieu"):
        sheet.add("DoanVan", f"- Phấn đấu đạt {{{{ ky_sau.so_chi_tieu }}}} chỉ tiêu có thời hạn {span}.")
    with sheet.when("not ky_sau.so_nhiem_vu"):
        sheet.add("DoanVan", f"- Không có nhiệm vụ nào đến hạn {span}.")
    with sheet.when("ky_sau.so_nhiem_vu"):
        sheet.add(
            "DoanVan", f"- Hoàn thành {{{{ ky_sau.so_nhiem_vu }}}} nhiệm vụ đến hạn {span} như sau:", keep_next=True
        )
        table = sheet.table((10, 85, 42, 28))
        table.heading("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn")
        with table.each("nv in ky_sau.nhiem_vu"):
            table.row(
                Cell("BangGiua", "{{ nv.stt }}"),
                Cell("BangChu", "{{ nv.ten }}"),
                Cell("BangChu", "{{ nv.chu_tri }}"),
                Cell("BangGiua", "{{ nv.thoi_han }}"),
            )
        sheet.add("SauBang")


def _spoken(sheet: Sheet, field: str, what: str) -> None:
    """What people wrote, point by point, or a marked place for what nobody has written yet."""
    points(sheet, field)
    with sheet.when(f"not {field}"):
        sheet.add("CanBoSung", f"[Cần bổ sung: {what}]")
