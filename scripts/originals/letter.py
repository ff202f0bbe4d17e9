"""The letters that chase: a công văn to one body with its own work, and one to all bodies with an annex."""

from scripts.originals.blocks import addressees, annex_head, counted, letterhead, signature
from scripts.originals.sheet import Cell, Grid, Sheet

_SUBJECT = "V/v đôn đốc thực hiện {{ ke_hoach.loai }} số\u00a0{{ ke_hoach.so }}"
_MATTERS = ("TT", "Nội dung", "Thời hạn", "Số ngày quá hạn", "Báo cáo gần nhất")
_WIDTHS = (10, 74, 26, 18, 37)


def chasing_letter() -> bytes:
    """The template `cong-van-don-doc.docx`."""
    sheet = Sheet()
    letterhead(sheet, subject=_SUBJECT)
    addressees(sheet)
    sheet.add("DoanVan", _found("{{ noi_gui.ten }} còn", ", cụ thể như sau:"))
    table = sheet.table(_WIDTHS)
    table.heading(*_MATTERS)
    with table.each("nhom in nhom_viec"):
        table.row(Cell("BangNhom", "{{ nhom.la_ma }}. {{ nhom.ten }}", span=5), keep_next=True)
        with table.each("viec in nhom.viec"):
            _matter(table, "")
    sheet.add("SauBang")
    _asked(sheet, "{{ noi_gui.ten }}")
    signature(sheet)
    return sheet.bytes()


def joint_letter() -> bytes:
    """The template `cong-van-chung.docx`."""
    sheet = Sheet()
    letterhead(sheet, subject=_SUBJECT)
    addressees(sheet)
    sheet.add("DoanVan", _found("các cơ quan, đơn vị còn", " (chi tiết tại Phụ lục kèm theo)."))
    _asked(sheet, "các cơ quan, đơn vị")
    signature(sheet)
    sheet.section(wide=False)
    annex_head(sheet, "", "NHIỆM VỤ, CHỈ TIÊU CẦN TẬP TRUNG THỰC HIỆN", "Công văn")
    table = sheet.table(_WIDTHS)
    table.heading(*_MATTERS)
    with table.each("noi in cac_noi_gui"):
        table.row(Cell("BangNhom", "{{ noi.la_ma }}. {{ noi.ten }} ({{ noi.dem }})", span=5), keep_next=True)
        with table.each("viec in noi.viec"):
            _matter(table, " ({{ viec.tinh_trang }})")
    sheet.add("KetPhan")
    return sheet.bytes()


def _found(who: str, ending: str) -> str:
    return (
        f"""Thực hiện {{{{ ke_hoach.vien_dan }}}}, qua theo dõi đến hết {{{{ ngay_day_du }}}}, {who}
        {{% if phan|length > 1 %}}{{{{ dem }}}} cần tập trung thực hiện, gồm: {{% endif %}}"""
        + counted("phan")
        + ending
    )


def _matter(table: Grid, standing: str) -> None:
    table.row(
        Cell("BangGiua", "{{ viec.stt }}"),
        Cell(
            "BangChu",
            "{{ viec.loai }}: {{ viec.noi_dung }}{% if viec.san_pham %} (sản phẩm: {{ viec.san_pham }})"
            "{% endif %}{% if viec.giao_chung %} (giao chung: {{ viec.giao_chung }}){% endif %}"
            "{% if viec.tiep_nhan_tu %} (tiếp nhận từ {{ viec.tiep_nhan_tu }}){% endif %}" + standing,
        ),
        Cell("BangGiua", "{{ viec.thoi_han }}"),
        Cell("BangSo", "{% if viec.so_ngay_tre %}{{ viec.so_ngay_tre }}{% endif %}"),
        Cell(
            "BangChu",
            "{{ viec.bao_cao_gan_nhat }}{% if viec.ky_thieu %}; thiếu báo cáo {{ viec.ky_thieu }}{% endif %}",
        ),
    )


def _asked(sheet: Sheet, whom: str) -> None:
    sheet.add(
        "DoanVan",
        f"""{{{{ co_quan.ten }}}} đề nghị {whom} {{% if so.qua_han %}}khẩn trương hoàn thành nội dung đã quá hạn, nêu rõ
        nguyên nhân và ngày dự kiến hoàn thành{{% if so.sap_den_han or so.chua_co_so_lieu %}};
        {{% endif %}}{{% endif %}}{{% if so.sap_den_han %}}bảo đảm đúng hạn nội dung sắp đến
        hạn{{% if so.chua_co_so_lieu %}}; {{% endif %}}{{% endif %}}{{% if so.chua_co_so_lieu %}}cung cấp số liệu, báo
        cáo còn thiếu tính đến {{{{ ky.ten }}}}{{% endif %}}.""",
    )
    sheet.add(
        "DoanVan",
        """Kết quả thực hiện gửi bằng văn bản{% if kem_phieu %}, theo phiếu gửi kèm,{% endif %} về
        {{ noi_nhan_bao_cao }} trước {{ han_tra_loi_day_du }} để tổng hợp./.""",
        keep_next=True,
    )
