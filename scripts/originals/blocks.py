"""The parts that all templates share: the head of page one, the closing with signature and recipients, annex heads."""

from scripts.originals.sheet import Cell, Sheet

NBSP = "\u00a0"
NUMBER_GAP, DAY_GAP = NBSP * 8, NBSP * 4
ISSUER_COLUMN, NATION_COLUMN = 66, 99
AGENCY_RULE, SUBJECT_RULE, MOTTO_RULE = "ke-ngang-co-quan", "ke-ngang-trich-yeu", "ke-ngang-tieu-ngu"
MOTTO_LENGTH = 60.5  # as long as the motto is at 14 points, bold
METHOD_ANNEX = "IV"
CUT_OFF = "{{ ky.so_lieu_den }}"
DATE_LINE = f"ngày{DAY_GAP}tháng{DAY_GAP}năm{NBSP * 5}"


def letterhead(sheet: Sheet, *, subject: str = "") -> None:
    """Issuer on the left, nation and motto on the right; below, the number and the place and date, both left blank.

    A letter states its subject under the number (`V/v …`), a report below the head.
    """
    table = sheet.table((ISSUER_COLUMN, NATION_COLUMN), ruled=False)
    left, right = table.row(
        Cell("LenhMau", "{%p if co_quan.chu_quan %}"), Cell("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    )
    with sheet.inside(left):
        sheet.add("CoQuanChuQuan", "{{ co_quan.chu_quan }}")
        sheet.add("LenhMau", "{%p endif %}")
        with sheet.when("co_quan.thieu_chu_quan"):
            sheet.add("CanBoSungGiua", "[Cần bổ sung: cơ quan chủ quản]")
        sheet.add("CoQuanBanHanh", "{{ co_quan.ban_hanh }}")
        sheet.rule("DuongKe", AGENCY_RULE, 28)
    with sheet.inside(right):
        sheet.add("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
        sheet.rule("DuongKe", MOTTO_RULE, MOTTO_LENGTH)
    left, _ = table.row(
        Cell("SoKyHieu", f"Số:{NUMBER_GAP}/{{{{ van_ban.ky_hieu }}}}"),
        Cell("NgayThang", "{% if van_ban.dia_danh %}{{ van_ban.dia_danh }}, {% endif %}" + DATE_LINE),
    )
    if subject:
        with sheet.inside(left):
            sheet.add("VeViec", subject)


def report_head(sheet: Sheet, subject: str) -> None:
    """Of a report: from the letterhead to whom it goes."""
    letterhead(sheet)
    sheet.add("TenLoai", "BÁO CÁO")
    sheet.add("TrichYeu", subject)
    sheet.rule("DuongKeTrichYeu", SUBJECT_RULE, 60)
    addressees(sheet)


def addressees(sheet: Sheet) -> None:
    """Kính gửi: one on the same line; several below, aligned under the colon; nothing where there is none."""
    with sheet.when("kinh_gui|length == 1"):
        sheet.add("KinhGui", "Kính gửi: {{ kinh_gui[0] }}")
    with sheet.when("kinh_gui|length > 1"):
        sheet.add("KinhGuiNhieu", "Kính gửi:", keep_next=True)
        with sheet.each("noi in kinh_gui"):
            sheet.add("KinhGuiNoi", "- {{ noi }}{% if loop.last %}.{% else %};{% endif %}")
        sheet.add("SauBang")


def signature(sheet: Sheet) -> None:
    """Recipients on the left, who signs on the right; kept whole and with the closing sentence before it."""
    sheet.add("DanhSachNoiNhan", keep_next=True)
    table = sheet.table((80, 85), ruled=False)
    left, right = table.row(
        Cell("NoiNhan", "Nơi nhận:"), Cell("LenhMau", "{%p for dong in ky_ten.cac_dong %}"), keep_next=True
    )
    with sheet.inside(left), sheet.each("ten in noi_nhan"):
        sheet.add("DanhSachNoiNhan", "- {{ ten }}{% if loop.last %}.{% else %};{% endif %}")
    with sheet.inside(right):
        sheet.add("ChucVuKy", "{{ dong }}")
        sheet.add("LenhMau", "{%p endfor %}")
        with sheet.when("not ky_ten.chuc_vu"):
            sheet.add("CanBoSungGiua", "[Cần bổ sung: chức vụ người ký]")
        sheet.add("ChoKy")
        with sheet.when("ky_ten.chuc_vu_chinh_quyen"):
            sheet.add("ChucVuKy", "{{ ky_ten.chuc_vu_chinh_quyen }}")
        sheet.add("LenhMau", "{%p if ky_ten.ho_ten %}")
        sheet.add("HoTenKy", "{{ ky_ten.ho_ten }}")
        sheet.add("LenhMau", "{%p else %}")
        sheet.add("CanBoSungGiua", "[Cần bổ sung: họ tên người ký]")
        sheet.add("LenhMau", "{%p endif %}")


def annex_head(sheet: Sheet, number: str, title: str, document: str = "Báo cáo") -> None:
    """The head of a Phụ lục: its number, its title, and which document it belongs to; the only one has no number."""
    sheet.add("SoPhuLuc", f"Phụ lục {number}".strip())
    sheet.add("TenPhuLuc", title)
    sheet.add(
        "KemTheo",
        f"(Kèm theo {document} số{NUMBER_GAP}/{{{{ van_ban.ky_hieu }}}} {DATE_LINE} của {{{{ co_quan.ten }}}})",
    )


def points(sheet: Sheet, field: str, style: str = "DoanVan") -> None:
    """A list of texts, one paragraph each."""
    with sheet.each(f"y in {field}"):
        sheet.add(style, "- {{ y }}")


def spoken(sheet: Sheet, field: str, what: str) -> None:
    """What people wrote, point by point, or a marked place for what nobody has written yet."""
    points(sheet, field)
    with sheet.when(f"not {field}"):
        sheet.add("CanBoSung", f"[Cần bổ sung: {what}]")


def listed(field: str, noun: str) -> str:
    """`04 chỉ tiêu đạt mức phấn đấu và 36 chỉ tiêu chưa đủ số liệu để đánh giá`: the classes there are."""
    return (
        f"{{% for phan in {field} %}}{{{{ phan.so|two_digits }}}} {noun} {{{{ phan.ten }}}}"
        "{% if loop.revindex == 2 %} và {% elif not loop.last %}, {% endif %}{% endfor %}"
    )


def spread(field: str, noun: str) -> str:
    """How many stand in which class or, where all stand in one: `cả 15 chỉ tiêu đều chưa đủ số liệu để đánh giá`."""
    only = f"{field}[0]"
    return (
        f"{{% if {field}|length > 1 %}}{listed(field, noun)}"
        f"{{% elif {only}.so > 1 %}}cả {{{{ {only}.so|two_digits }}}} {noun} đều {{{{ {only}.ten }}}}"
        f"{{% else %}}01 {noun} {{{{ {only}.ten }}}}{{% endif %}}"
    )


def counted(field: str) -> str:
    """`03 nhiệm vụ đã quá hạn; 02 nhiệm vụ, 01 chỉ tiêu đến hạn trong 30 ngày tới`."""
    return (
        f"{{% for phan in {field} %}}{{{{ phan.dem }}}} {{{{ phan.ten }}}}{{% if not loop.last %}}; {{% endif %}}"
        "{% endfor %}"
    )


def answered(silent: str) -> str:
    """`03 cơ quan đã báo cáo đủ, 12 cơ quan báo cáo một phần, 05 cơ quan chưa báo cáo`; `silent` may name the last."""
    return (
        "{% if bao_cao_ky.so_du %}{{ bao_cao_ky.so_du|two_digits }} cơ quan đã báo cáo đủ{% else %}chưa cơ quan nào "
        "báo cáo đủ{% endif %}{% if bao_cao_ky.mot_phan %}, {{ bao_cao_ky.mot_phan|two_digits }} cơ quan báo cáo một "
        "phần{% endif %}{% if bao_cao_ky.so_chua %}, {{ bao_cao_ky.so_chua|two_digits }} cơ quan chưa báo "
        "cáo" + silent + "{% endif %}"
    )


def carried_over() -> str:
    """`05 nhiệm vụ (02 hoàn thành đúng hạn, 03 chưa ấn định thời hạn); 30 chỉ tiêu (…)`."""
    tasks = "{% for phan in chuyen_sang.phan + chuyen_sang.phan_khac %}{{ phan.so|two_digits }} {{ phan.ten }}"
    indicators = "{% for phan in chuyen_sang.chi_tieu.xep_loai.phan %}{{ phan.so|two_digits }} {{ phan.ten }}"
    comma = "{% if not loop.last %}, {% endif %}{% endfor %}"
    return (
        "{% if chuyen_sang.tong %}{{ chuyen_sang.tong|two_digits }} nhiệm vụ (" + tasks + comma + "){% endif %}"
        "{% if chuyen_sang.tong and chuyen_sang.chi_tieu.tong %}; {% endif %}"
        "{% if chuyen_sang.chi_tieu.tong %}{{ chuyen_sang.chi_tieu.tong|two_digits }} chỉ tiêu ("
        + indicators
        + comma
        + "){% endif %}"
    )


def chart(sheet: Sheet, field: str) -> None:
    """A chart with its number and name below, where there is one."""
    with sheet.when(f"{field}.hinh"):
        sheet.add("BieuDo", f"{{{{ {field}.hinh }}}}")
        sheet.add("TenBieuDo", f"Biểu đồ {{{{ {field}.so }}}}. {{{{ {field}.ten }}}}")
