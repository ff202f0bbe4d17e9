"""The last parts of a report: what is wanting, and what comes next."""

from scripts.originals.blocks import CUT_OFF, points
from scripts.originals.sheet import Sheet

_SHORTCOMINGS = (
    (
        "nhiem_vu.qua_han",
        """Còn {{ nhiem_vu.qua_han|two_digits }}/{{ nhiem_vu.co_thoi_han|two_digits }} nhiệm vụ có thời hạn đã quá
        hạn mà
        chưa hoàn thành.""",
    ),
    (
        "chi_tieu.khong_dat",
        "{{ chi_tieu.khong_dat|two_digits }}/{{ chi_tieu.tong|two_digits }} chỉ tiêu {{ ten_lop.khong_dat }}.",
    ),
    (
        "chi_tieu.thut_lui",
        "{{ chi_tieu.thut_lui|two_digits }}/{{ chi_tieu.tong|two_digits }} chỉ tiêu có kết quả kém hơn lúc xuất phát.",
    ),
    (
        "chi_tieu.chua_du_so_lieu",
        """{{ chi_tieu.chua_du_so_lieu|two_digits }}/{{ chi_tieu.tong|two_digits }} chỉ tiêu
        {{ ten_lop.chua_du_so_lieu }}.""",
    ),
    (
        "nhiem_vu.thieu_bao_cao_ky",
        """{{ nhiem_vu.thieu_bao_cao_ky|two_digits }} nhiệm vụ định kỳ còn kỳ chưa báo cáo (số
        {{ nhiem_vu.tt_thieu_bao_cao_ky }} tại Phụ lục II).""",
    ),
    (
        "nhiem_vu.ds_lau_khong_bao_cao",
        """{{ nhiem_vu.ds_lau_khong_bao_cao|length|two_digits }} nhiệm vụ thường xuyên quá một quý không có báo cáo (số
        {{ nhiem_vu.tt_lau_khong_bao_cao }} tại Phụ lục II).""",
    ),
)


def shortcomings(sheet: Sheet, *, overdue: bool = True) -> None:
    """What the figures show is wanting, then what people say; `overdue`: also how many tasks are."""
    for condition, text in _SHORTCOMINGS if overdue else _SHORTCOMINGS[1:]:
        with sheet.when(condition):
            sheet.add("DoanVan", f"- {text}")
    points(sheet, "loi.ton_tai")
    known = " or ".join(condition for condition, _ in _SHORTCOMINGS)
    with sheet.when(f"not ({known} or loi.ton_tai)"):
        sheet.add("DoanVan", f"Số liệu đến hết ngày {CUT_OFF} không cho thấy tồn tại, hạn chế.")


def next_period(sheet: Sheet, number: str, overdue_in: str) -> None:
    """The part with this number: what falls due; when the plan ends, what is carried over.

    `overdue_in` is the part that lists the overdue tasks.
    """
    with sheet.when("ky_sau.het_ke_hoach"):
        sheet.add("MucLaMa", f"{number}. NHIỆM VỤ CHUYỂN SANG NĂM {{{{ ky.nam_sau }}}}")
        _carried_on(sheet)
    with sheet.when("not ky_sau.het_ke_hoach"):
        sheet.add("MucLaMa", f"{number}. NHIỆM VỤ TRỌNG TÂM {{{{ ky.ten_ky_sau_hoa }}}}")
        _due_next(sheet, overdue_in)
    points(sheet, "loi.trong_tam")


def _carried_on(sheet: Sheet) -> None:
    on = "ky_sau.chuyen_tiep"
    with sheet.when(f"{on}.so_nhiem_vu"):
        sheet.add(
            "DoanVan",
            f"""- Tiếp tục thực hiện {{{{ {on}.so_nhiem_vu|two_digits }}}} nhiệm vụ chưa hoàn thành tính đến ngày
            {CUT_OFF}
            (số {{{{ {on}.so_tt }}}} tại Phụ lục II).""",
        )
    with sheet.when(f"{on}.so_chi_tieu"):
        sheet.add(
            "DoanVan",
            f"- Tiếp tục phấn đấu đạt {{{{ {on}.so_chi_tieu|two_digits }}}} chỉ tiêu chưa đạt mức phấn đấu.",
        )
    with sheet.when(f"not ({on}.so_nhiem_vu or {on}.so_chi_tieu or loi.trong_tam)"):
        sheet.add("DoanVan", "Không có chỉ tiêu, nhiệm vụ chuyển sang năm sau.")


def _due_next(sheet: Sheet, overdue_in: str) -> None:
    with sheet.when("nhiem_vu.qua_han"):
        sheet.add(
            "DoanVan",
            f"- Hoàn thành {{{{ nhiem_vu.qua_han|two_digits }}}} nhiệm vụ đã quá hạn nêu tại mục {overdue_in}.",
        )
    with sheet.when("ky_sau.so_nhiem_vu"):
        sheet.add(
            "DoanVan",
            """- Hoàn thành {{ ky_sau.so_nhiem_vu|two_digits }} nhiệm vụ có thời hạn đến ngày {{
            ky.ngay_cuoi_ky_sau }}, gồm:
            {% for han in ky_sau.theo_han %}số {{ han.so_tt }} ({{ han.thoi_han }}){% if not loop.last %};
            {% endif %}{% endfor %} tại Phụ lục II.""",
        )
    with sheet.when("nhiem_vu.tong and not ky_sau.so_nhiem_vu"):
        sheet.add("DoanVan", "- Đến hết ngày {{ ky.ngay_cuoi_ky_sau }} không có nhiệm vụ nào đến hạn.")
    with sheet.when("not (nhiem_vu.tong or chi_tieu.tong or loi.trong_tam)"):
        sheet.add("DoanVan", "{{ ke_hoach.goi_tat }} chưa giao chỉ tiêu, nhiệm vụ.")
    with sheet.when("ky_sau.so_chi_tieu"):
        sheet.add(
            "DoanVan",
            """- Phấn đấu đạt {{ ky_sau.so_chi_tieu|two_digits }} chỉ tiêu có thời hạn đến ngày {{
            ky.ngay_cuoi_ky_sau }}.""",
        )
    with sheet.when("chi_tieu.chua_du_so_lieu"):
        sheet.add(
            "DoanVan",
            """- Cập nhật số liệu của {{ chi_tieu.chua_du_so_lieu|two_digits }} chỉ tiêu
            {{ ten_lop.chua_du_so_lieu }}.""",
        )
