"""Parts II and III of the report: what became of the indicators and of the tasks."""

from scripts.originals.blocks import CUT_OFF, METHOD_ANNEX, chart, listed, points
from scripts.originals.sheet import Cell, Sheet

MOST_NAMED = 3  # indicators of one class that the text names; the annex has them all
MOST_FAR = 2  # indicators that are farthest from their targets
MOST_FINISHED = 3  # tasks that were completed and are named
_OF_TARGET = "{{ ct.den_nay }}{% if '%' in ct.de_ra %}/{% else %}, mức phấn đấu {% endif %}{{ ct.de_ra }}"
MOST_LATE = 4  # overdue tasks that are named
MOST_CHARTS = 6  # a plan of more pillars has their table alone


def indicator_results(sheet: Sheet) -> None:
    sheet.add("MucLaMa", "II. KẾT QUẢ THỰC HIỆN CHỈ TIÊU")
    with sheet.when("not chi_tieu.tong"):
        sheet.add("DoanVan", "{{ ke_hoach.goi_tat }} không giao chỉ tiêu.")
    with sheet.when("chi_tieu.tong"):
        sheet.add(
            "DoanVan",
            f"""Số liệu của từng chỉ tiêu tại Phụ lục I{{% if kem_phuong_phap %}}, cách đánh giá tại Phụ lục
            {METHOD_ANNEX}{{% endif %}}.{{% if chi_tieu.co_so_lieu %}} Trong ngoặc là kết quả so với mức phấn đấu;
            thay đổi là so với {{{{ ky.so_sanh_voi }}}}.{{% endif %}}""",
        )
        with sheet.when("nhom|length > 1"):
            _pillar_table(sheet)
        with sheet.each("n in nhom"):
            _pillar(sheet)
        with sheet.when(f"nhom|length <= {MOST_CHARTS}"), sheet.each("n in nhom"):
            chart(sheet, "n.bieu_do")


def _pillar_table(sheet: Sheet) -> None:
    sheet.add("TenBang", "Kết quả thực hiện chỉ tiêu theo nhóm")
    counts = ("vuot", "dat", "chua_dat", "khong_dat", "chua_du_so_lieu")
    table = sheet.table((51, 18, 14, 13, 20, 20, 29))
    table.heading("Nhóm", "Tổng số", *(f"{{{{ ten_xep_loai.{key} }}}}" for key in counts))
    with table.each("n in nhom"):
        row = (Cell("BangSo", f"{{{{ n.dem.xep_loai.{key} }}}}") for key in counts)
        table.row(Cell("BangChu", "{{ n.ten }}"), Cell("BangSo", "{{ n.dem.tong }}"), *row, keep_next=True)
    table.row(
        Cell("BangTong", "Cộng"),
        Cell("BangTong", "{{ chi_tieu.tong }}"),
        *(Cell("BangTong", f"{{{{ chi_tieu.xep_loai.{key} }}}}") for key in counts),
    )
    sheet.add("SauBang")


def _pillar(sheet: Sheet) -> None:
    sheet.add("MucSo", "{{ n.stt }}. {{ n.ten }}")
    with sheet.when("n.loi"):
        points(sheet, "n.loi")
    with sheet.when("not n.loi"):
        sheet.add("DoanVan", _pillar_text())


def _pillar_text() -> str:
    """What is met, what was missed, what is farthest, by name; how many stand where, if no table says so."""
    met = "n.ds_vuot or n.ds_dat"
    counted = f"nhom|length == 1 or not ({met} or n.ds_khong_dat or n.ds_chua_dat)"
    open_yet = f"{_OF_TARGET}{{% if ct.ngay %}}, {{{{ ct.bien_dong }}}}{{% endif %}}"
    before = f"({counted}) or {met} or n.ds_khong_dat"
    return (
        f"{{% if {counted} %}}{{% if n.dem.xep_loai.phan|length > 1 %}}Nhóm có "
        "{{ n.dem.tong|two_digits }} chỉ tiêu: "
        + listed("n.dem.xep_loai.phan", "chỉ tiêu")
        + "{% elif n.dem.tong > 1 %}Cả {{ n.dem.tong|two_digits }} chỉ tiêu của nhóm đều "
        "{{ n.dem.xep_loai.phan[0].ten }}{% else %}Nhóm có 01 chỉ tiêu, {{ n.dem.xep_loai.phan[0].ten }}{% endif %}."
        "{% endif %}"
        + told("(n.ds_vuot + n.ds_dat)", "Đạt, vượt mức phấn đấu", "{{ ct.den_nay }}", MOST_NAMED, counted)
        + told(
            "n.ds_khong_dat",
            "{{ ten_lop.khong_dat|capitalize }}",
            _OF_TARGET,
            MOST_FAR,
            f"({counted}) or {met}",
        )
        + f"{{% if n.ds_chua_dat|length > {MOST_FAR} %}}"
        + told(f"n.ds_chua_dat[:{MOST_FAR}]", "Còn cách xa mức phấn đấu nhất", open_yet, MOST_FAR, before)
        + "{% else %}"
        + told("n.ds_chua_dat", "Chưa đạt", open_yet, MOST_FAR, before)
        + "{% endif %}"
    )


def told(field: str, what: str, figures: str, most: int, before: str = "") -> str:
    """A sentence on the indicators of a list, if there are any; `before` is the condition for a sentence before it."""
    space = f"{{% if {before} %}} {{% endif %}}" if before else ""
    return (
        f"{{% if {field} %}}{space}{what}: {{% for ct in {field}[:{most}] %}}"
        f"{{{{ ct.ten|lower_first }}}} ({figures}){{% if not loop.last %}}; {{% endif %}}{{% endfor %}}"
        + _more(field, most, "chỉ tiêu")
        + ".{% endif %}"
    )


def _more(field: str, most: int, noun: str) -> str:
    count = f"{field}|length"
    return f"{{% if {count} > {most} %}} và {{{{ ({count} - {most})|two_digits }}}} {noun} khác{{% endif %}}"


def task_results(sheet: Sheet, span: str) -> None:
    sheet.add("MucLaMa", "III. KẾT QUẢ THỰC HIỆN NHIỆM VỤ")
    with sheet.when("not nhiem_vu.tong"):
        sheet.add("DoanVan", "{{ ke_hoach.goi_tat }} không giao nhiệm vụ.")
    with sheet.when("nhiem_vu.tong"):
        sheet.add("MucSo", f"1. Nhiệm vụ hoàn thành trong {span}")
        finished_tasks(sheet, span)
        sheet.add("MucSo", "2. Nhiệm vụ quá hạn chưa hoàn thành")
        overdue_tasks(sheet)


def finished_tasks(sheet: Sheet, span: str) -> None:
    """Each with its output and the document that says so."""
    done = "nhiem_vu.ds_xong_trong_ky"
    with sheet.when(f"not {done}"):
        sheet.add("DoanVan", f"Trong {span} chưa có nhiệm vụ nào hoàn thành.")
    with sheet.when(done):
        sheet.add(
            "DoanVan",
            f"""Có {{{{ {done}|length|two_digits }}}} nhiệm vụ hoàn thành (số
            {{{{ nhiem_vu.tt_xong_trong_ky }}}} tại Phụ lục II){{% if {done}|length > {MOST_FINISHED} %}}, trong đó
            có{{% endif %}}:""",
            keep_next=True,
        )
        with sheet.each(f"nv in {done}[:{MOST_FINISHED}]"):
            sheet.add(
                "DoanVan",
                """- {{ nv.ten }}: {{ nv.tinh_trang|lower_first }}{% if nv.van_ban %}, {{ nv.van_ban }}{% endif %}{% if
                nv.san_pham %} (sản phẩm: {{ nv.san_pham|lower_first }}){% endif %}.""",
            )


def overdue_tasks(sheet: Sheet) -> None:
    with sheet.when("not nhiem_vu.qua_han"):
        sheet.add("DoanVan", f"Đến hết ngày {CUT_OFF} không có nhiệm vụ nào quá hạn chưa hoàn thành.")
    with sheet.when("nhiem_vu.qua_han == 1"), sheet.each("nv in nhiem_vu.ds_qua_han"):
        sheet.add(
            "DoanVan",
            """Có 01 nhiệm vụ quá hạn chưa hoàn thành: {{ nv.ten|lower_first }} (cơ quan chủ trì: {{ nv.chu_tri }}; thời
            hạn: {{ nv.thoi_han|lower_first }}; quá hạn {{ nv.so_ngay_tre|two_digits }} ngày).""",
        )
    with sheet.when("nhiem_vu.qua_han > 1"):
        sheet.add(
            "DoanVan",
            f"""Có {{{{ nhiem_vu.qua_han|two_digits }}}} nhiệm vụ quá hạn chưa hoàn thành, lâu nhất
            {{{{ nhiem_vu.tre_lau_nhat|two_digits }}}} ngày{{% if nhiem_vu.qua_han > {MOST_LATE} %}};
            {MOST_LATE:02} nhiệm vụ
            quá hạn lâu nhất như sau, các nhiệm vụ khác tại Phụ lục II{{% endif %}}:""",
            keep_next=True,
        )
        table = sheet.table((10, 80, 33, 24, 18))
        table.heading("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Số ngày quá hạn")
        with table.each(f"nv in nhiem_vu.ds_qua_han[:{MOST_LATE}]"):
            table.row(
                Cell("BangGiua", "{{ nv.stt }}"),
                Cell("BangChu", "{{ nv.ten }}"),
                Cell("BangChu", "{{ nv.chu_tri }}"),
                Cell("BangGiua", "{{ nv.thoi_han }}"),
                Cell("BangSo", "{{ nv.so_ngay_tre }}"),
            )
        sheet.add("SauBang")
