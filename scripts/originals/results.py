"""Parts II and III of the report: what became of the indicators and of the tasks."""

from scripts.originals.blocks import METHOD_ANNEX, chart, listed, spread
from scripts.originals.sheet import Cell, Sheet

MOST_NAMED = 5  # indicators of one class that the text names; the annex has them all


def indicator_results(sheet: Sheet) -> None:
    sheet.add("MucLaMa", "II. KẾT QUẢ THỰC HIỆN CHỈ TIÊU")
    with sheet.when("not chi_tieu.tong"):
        sheet.add("DoanVan", "Kế hoạch không giao chỉ tiêu.")
    with sheet.when("chi_tieu.tong"):
        sheet.add(
            "DoanVan",
            f"""Kết quả theo từng nhóm như sau; số liệu của từng chỉ tiêu tại Phụ lục I, cách đánh giá tại Phụ lục
            {METHOD_ANNEX}.""",
        )
        _pillar_table(sheet)
        with sheet.each("n in nhom"):
            _pillar(sheet)
        with sheet.when("chi_tieu.qua_han"):
            sheet.add(
                "DoanVan",
                f"""Có {{{{ chi_tieu.qua_han }}}} chỉ tiêu đã hết thời hạn hoặc qua mốc mà chưa có số liệu cho thấy đạt
                mức phấn đấu{{% if chi_tieu.qua_han == 1 %}} là{{% else %}}, gồm:{{% endif %}}
                {{% for ct in chi_tieu.ds_qua_han[:{MOST_NAMED}] %}}“{{{{ ct.ten }}}}” (cơ quan chủ trì:
                {{{{ ct.chu_tri }}}}; {{{{ ct.han_da_qua }}}}){{% if not loop.last %}};
                {{% endif %}}{{% endfor %}}{{% if chi_tieu.qua_han > {MOST_NAMED} %}} và
                {{{{ chi_tieu.qua_han - {MOST_NAMED} }}}} chỉ tiêu khác nêu tại Phụ lục I{{% endif %}}.""",
            )


def _pillar_table(sheet: Sheet) -> None:
    sheet.add("TenBang", "Đánh giá chỉ tiêu theo nhóm")
    counts = ("tong", "dat_vuot", "dung_tien_do", "cham", "khong_dat", "chua_du_so_lieu")
    table = sheet.table((57, 18, 18, 18, 18, 18, 18))
    names = {key: f"{{{{ ten_cot.{key} }}}}" for key in counts[1:]}
    not_yet = "{% if chi_tieu.chua_dat %}{{ ten_cot.chua_dat }}, {{ ten_cot.khong_dat | lower_first }}{% else %}"
    names["khong_dat"] = f"{not_yet}{names['khong_dat']}{{% endif %}}"
    table.heading("Nhóm", "Số chỉ tiêu", *names.values())
    with table.each("n in nhom"):
        row = (Cell("BangSo", _count("n.dem", key)) for key in counts)
        table.row(Cell("BangChu", "{{ n.ten }}"), *row, keep_next=True)
    table.row(Cell("BangTong", "Cộng"), *(Cell("BangTong", _count("chi_tieu", key)) for key in counts))
    chart(sheet, "bieu_do.danh_gia")


def _count(counts: str, key: str) -> str:
    """The count of a class; what is not met yet stands in one column with what was not met."""
    return f"{{{{ {counts}.{key}{f' + {counts}.chua_dat' if key == 'khong_dat' else ''} }}}}"


def _pillar(sheet: Sheet) -> None:
    sheet.add("MucSo", "{{ n.stt }}. {{ n.ten }}")
    sheet.add(
        "DoanVan",
        "{% if n.dem.phan|length > 1 %}Nhóm có {{ n.dem.tong }} chỉ tiêu: "
        + listed("n.dem.phan", "chỉ tiêu")
        + """{% elif n.dem.tong > 1 %}Cả {{ n.dem.tong }} chỉ tiêu của nhóm đều {{ n.dem.phan[0].ten }}{% else %}Nhóm
        có 1 chỉ tiêu, {{ n.dem.phan[0].ten }}{% endif %}.""",
    )
    chart(sheet, "n.bieu_do")
    with sheet.each("lop in n.cac_lop"):
        sheet.add("DoanVan", "Chỉ tiêu {{ lop.ten }}:", keep_next=True)
        with sheet.each(f"ct in lop.ds[:{MOST_NAMED}]"):
            sheet.add(
                "DoanVan",
                """- {{ ct.ten }}: {% if ct.ngay %}{{ ct.ket_qua }} (ngày {{ ct.ngay }}),
                {{ ct.bien_dong }}{% if ct.co_so_sanh %} so với {{ ky.so_sanh_voi }}{% endif %}{% else %}hiện trạng
                {{ ct.hien_trang }}, {{ ct.bien_dong }}{% endif %}; mức phấn đấu
                {{ ct.muc_xet }}{% if ct.moc %}; mốc {{ ct.moc }}: {{ ct.moc_danh_gia }}{% endif %}
                {%- if ct.do_dieu_chinh %}; đánh giá khác kỳ trước do
                {{ ct.do_dieu_chinh }}{% endif %}.""",
            )
        with sheet.when(f"lop.so > {MOST_NAMED}"):
            sheet.add("DoanVan", f"- Và {{{{ lop.so - {MOST_NAMED} }}}} chỉ tiêu khác nêu tại Phụ lục I.")


def task_results(sheet: Sheet) -> None:
    sheet.add("MucLaMa", "III. KẾT QUẢ THỰC HIỆN NHIỆM VỤ")
    with sheet.when("not nhiem_vu.tong"):
        sheet.add("DoanVan", "Kế hoạch không giao nhiệm vụ.")
    with sheet.when("nhiem_vu.tong"):
        sheet.add("MucSo", "1. Tình hình chung")
        sheet.add(
            "DoanVan",
            """{% if nhiem_vu.co_thoi_han %}Xếp theo thời hạn: """
            + spread("nhiem_vu.phan", "nhiệm vụ")
            + """{% if not nhiem_vu.hoan_thanh %}; chưa có nhiệm vụ nào hoàn thành{% endif %}.
            {% endif %}{% if nhiem_vu.khac %}Không xếp theo thời hạn: """
            + listed("nhiem_vu.phan_khac", "nhiệm vụ")
            + """. {% endif %}Tình hình từng nhiệm vụ tại Phụ lục II.""",
        )
        _agency_table(sheet)
        _overdue(sheet)
        _recurring(sheet)


def _agency_table(sheet: Sheet) -> None:
    sheet.add("MucSo", "2. Kết quả theo cơ quan chủ trì")
    sheet.add("TenBang", "Nhiệm vụ theo cơ quan chủ trì")
    counts = ("tong", "dung_han", "xong_qua_han", "trong_han", "qua_han", "khac")
    table = sheet.table((10, 47, 17, 18, 18, 20, 20, 15))
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
        """Nhiệm vụ do nhiều cơ quan cùng chủ trì được tính cho từng cơ quan, nên cộng các dòng có thể lớn hơn
        {{ nhiem_vu.tong }}. Cột “Khác” gồm nhiệm vụ định kỳ, thường xuyên, chưa ấn định thời hạn và dừng thực hiện.""",
    )
    chart(sheet, "bieu_do.co_quan")


def _overdue(sheet: Sheet) -> None:
    sheet.add("MucSo", "3. Nhiệm vụ quá hạn chưa hoàn thành")
    with sheet.when("not nhiem_vu.qua_han"):
        sheet.add("DoanVan", "Đến hết ngày {{ ky.so_lieu_den }} không có nhiệm vụ nào quá hạn chưa hoàn thành.")
    with sheet.when("nhiem_vu.qua_han == 1"), sheet.each("nv in nhiem_vu.ds_qua_han"):
        sheet.add(
            "DoanVan",
            """Có 1 nhiệm vụ quá hạn chưa hoàn thành là “{{ nv.ten }}” (cơ quan chủ trì: {{ nv.chu_tri }}; thời hạn:
            {{ nv.thoi_han }}), đã quá hạn {{ nv.so_ngay_tre }} ngày.""",
        )
    with sheet.when("nhiem_vu.qua_han > 1"):
        sheet.add(
            "DoanVan",
            """Có {{ nhiem_vu.qua_han }} nhiệm vụ quá hạn chưa hoàn thành, quá hạn lâu nhất là
            {{ nhiem_vu.tre_lau_nhat }} ngày:""",
            keep_next=True,
        )
        table = sheet.table((10, 75, 36, 26, 18))
        table.heading("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Số ngày quá hạn")
        with table.each("nv in nhiem_vu.ds_qua_han"):
            table.row(
                Cell("BangGiua", "{{ nv.stt }}"),
                Cell("BangChu", "{{ nv.ten }}"),
                Cell("BangChu", "{{ nv.chu_tri }}"),
                Cell("BangGiua", "{{ nv.thoi_han }}"),
                Cell("BangSo", "{{ nv.so_ngay_tre }}"),
            )
        sheet.add("SauBang")


def _recurring(sheet: Sheet) -> None:
    with sheet.when("nhiem_vu.ds_thieu_bao_cao_ky or nhiem_vu.ds_lau_khong_bao_cao"):
        sheet.add("MucSo", "4. Nhiệm vụ định kỳ, thường xuyên chưa được báo cáo đầy đủ")
        with sheet.each("nv in nhiem_vu.ds_thieu_bao_cao_ky"):
            sheet.add(
                "DoanVan",
                "- {{ nv.ten }} ({{ nv.chu_tri }}; {{ nv.thoi_han|lower_first }}): chưa có báo cáo {{ nv.ky_thieu }}.",
            )
        with sheet.each("nv in nhiem_vu.ds_lau_khong_bao_cao"):
            sheet.add(
                "DoanVan",
                """- {{ nv.ten }} ({{ nv.chu_tri }}; {{ nv.thoi_han|lower_first }}):
                {% if nv.ngay_bao_cao %}báo cáo gần nhất ngày
                {{ nv.ngay_bao_cao }}{% else %}chưa có báo cáo{% endif %}, đã quá một quý.""",
            )
