"""The letter that chases: a công văn to one body, with its own work in one table and a day to answer by."""

from scripts.originals.blocks import letterhead, listed, signature
from scripts.originals.sheet import Cell, Sheet


def chasing_letter() -> bytes:
    """The template `cong-van-don-doc.docx`."""
    sheet = Sheet()
    letterhead(sheet, subject="V/v đôn đốc thực hiện {{ ke_hoach.loai }} số\u00a0{{ ke_hoach.so }}")
    sheet.add("KinhGui", "Kính gửi: {{ noi_gui.ten }}")
    sheet.add(
        "DoanVan",
        """Thực hiện {{ ke_hoach.loai }} số {{ ke_hoach.so }} {{ ke_hoach.ngay }} của
        {{ co_quan.ten }}{% if not ke_hoach.la_van_ban %} ban hành {{ ke_hoach.ten }}{% endif %}, qua theo dõi
        đến hết ngày {{ ngay }}, {{ noi_gui.ten }} còn {{ tong }}
        {% if phan|length == 1 %}việc {{ phan[0].ten }}{% else %}việc cần tập trung thực hiện, gồm """
        + listed("phan", "việc")
        + """{% endif %}, cụ thể như sau:""",
    )
    table = sheet.table((10, 74, 26, 18, 37))
    table.heading("TT", "Nội dung", "Thời hạn", "Số ngày quá hạn", "Báo cáo gần nhất")
    with table.each("nhom in nhom_viec"):
        table.row(Cell("BangNhom", "{{ nhom.la_ma }}. {{ nhom.ten }}", span=5), keep_next=True)
        with table.each("viec in nhom.viec"):
            table.row(
                Cell("BangGiua", "{{ viec.stt }}"),
                Cell(
                    "BangChu",
                    "{{ viec.loai }}: {{ viec.noi_dung }}{% if viec.san_pham %} (sản phẩm: {{ viec.san_pham }})"
                    "{% endif %}{% if viec.giao_chung %} (giao chung: {{ viec.giao_chung }}){% endif %}"
                    "{% if viec.tiep_nhan_tu %} (tiếp nhận từ {{ viec.tiep_nhan_tu }}){% endif %}",
                ),
                Cell("BangGiua", "{{ viec.thoi_han }}"),
                Cell("BangSo", "{% if viec.so_ngay_tre %}{{ viec.so_ngay_tre }}{% endif %}"),
                Cell(
                    "BangChu",
                    "{{ viec.bao_cao_gan_nhat }}{% if viec.ky_thieu %}; thiếu báo cáo {{ viec.ky_thieu }}{% endif %}",
                ),
            )
    sheet.add("SauBang")
    sheet.add(
        "DoanVan",
        """{{ co_quan.ten }} đề nghị {{ noi_gui.ten }} {% if so.qua_han %}khẩn trương hoàn thành
        {% if so.qua_han > 1 %}các {% endif %}việc đã quá hạn, nêu rõ nguyên nhân và ngày dự kiến hoàn thành;
        {% endif %}{% if so.sap_den_han %}bảo đảm đúng hạn {% if so.sap_den_han > 1 %}các {% endif %}việc sắp đến hạn;
        {% endif %}{% if so.chua_co_so_lieu %}cung cấp số liệu, báo cáo còn thiếu tính đến
        {{ ky.ten }}; {% endif %}gửi
        kết quả bằng văn bản{% if kem_phieu %} theo phiếu gửi kèm{% endif %} về
        {{ noi_nhan_bao_cao }} trước ngày {{ han_tra_loi }} để tổng hợp./.""",
        keep_next=True,
    )
    signature(sheet, first_recipient="- Như trên;")
    return sheet.bytes()
