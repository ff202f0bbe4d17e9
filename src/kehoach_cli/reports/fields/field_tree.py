"""Define every field that a template may use, with kind and meaning in the words of template editors.

`[]` after a name marks a list; the names after it belong to one entry, inside a loop:
`{% for n in nhom %}{{ n.ten }}{% endfor %}` for `nhom[].ten`. A test compares this list with the data of templates.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kehoach_cli.reports.fields import field_groups as groups
from kehoach_cli.reports.fields.template_kinds import FORM, LETTER, REPORT, SUMMARY
from kehoach_cli.vocabulary.report_words import ASSESSMENT_NAMES, CLASS_HEADINGS, CLASS_NAMES, NOT_ASSESSABLE
from kehoach_cli.vocabulary.wording import inline
from kehoach_cli.word.template.shapes import Shape, shape_of_fields


class Field(NamedTuple):
    """One field of a template's data."""

    name: str
    type: groups.Kind
    meaning: str


def _under(prefix: str, *parts: groups.Group) -> Iterator[Field]:
    for group in parts:
        for name, kind, meaning in group:
            yield Field(f"{prefix}{name}", kind, meaning)


def _list(name: str, meaning: str, *parts: groups.Group) -> Iterator[Field]:
    yield Field(name, "danh sách", meaning)
    yield from _under(f"{name}[].", *parts)


def _names(prefix: str, meaning: str, words: Iterable[str]) -> Iterator[Field]:
    for name in words:
        yield Field(f"{prefix}.{name}", "chữ", meaning)


def _report() -> Iterator[Field]:
    yield from _under("", groups.NUMBER_LINE, groups.LETTERHEAD, groups.PERIOD)
    yield from _under("chi_tieu.", groups.INDICATOR_COUNTS)
    yield from _under("chi_tieu.ky_truoc.", groups.INDICATOR_COUNTS)
    yield Field("chi_tieu.bien_dong_dat", "chữ", "số đạt hoặc vượt so với kỳ trước: tăng 2; rỗng nếu là kỳ đầu tiên")
    yield Field("chi_tieu.so_lieu_moi", "số", "số chỉ tiêu có số liệu mới trong kỳ")
    yield Field(
        "chi_tieu.qua_han", "số", "số chỉ tiêu đã hết thời hạn, hoặc đã qua một mốc, mà chưa có số liệu cho thấy đạt"
    )
    yield from _list("chi_tieu.ds_qua_han", "các chỉ tiêu đó", groups.INDICATOR)
    yield from _list("chi_tieu.ds_chua_co_so_lieu", "chỉ tiêu không có số liệu kể từ hiện trạng", groups.INDICATOR)
    yield from _list("nhom", "các nhóm có chỉ tiêu, theo thứ tự của Kế hoạch", groups.NUMBERED)
    yield from _under("nhom[].", (("ma", "chữ", "mã nhóm"),))
    yield from _under("nhom[].dem.", groups.INDICATOR_COUNTS)
    yield from _list("nhom[].chi_tieu", "mọi chỉ tiêu của nhóm", groups.INDICATOR, groups.OUTLINED)
    yield from _list(
        "nhom[].cac_lop",
        f"chỉ tiêu của nhóm theo lớp đánh giá, trừ lớp {inline(CLASS_HEADINGS[NOT_ASSESSABLE])}",
        groups.CLASS,
    )
    yield from _list("nhom[].cac_lop[].ds", "các chỉ tiêu của lớp", groups.INDICATOR)
    yield from _under("nhom[].bieu_do.", groups.CHART)
    yield from _under("nhiem_vu.", groups.TASK_COUNTS)
    yield from _under("nhiem_vu.ky_truoc.", groups.TASK_COUNTS)
    yield Field("nhiem_vu.tre_lau_nhat", "số", "số ngày của nhiệm vụ quá hạn lâu nhất")
    yield from _list("nhiem_vu.ds_qua_han", "nhiệm vụ quá hạn chưa hoàn thành, lâu nhất trước", groups.TASK)
    yield Field("nhiem_vu.xong_trong_ky", "số", "số nhiệm vụ hoàn thành trong kỳ")
    yield from _list("nhiem_vu.ds_xong_trong_ky", "nhiệm vụ hoàn thành trong kỳ", groups.TASK)
    yield Field("nhiem_vu.thieu_bao_cao_ky", "số", "số nhiệm vụ định kỳ còn kỳ chưa báo cáo")
    yield from _list("nhiem_vu.ds_thieu_bao_cao_ky", "các nhiệm vụ đó", groups.TASK)
    yield from _list("nhiem_vu.ds_lau_khong_bao_cao", "việc thường xuyên quá một quý không có báo cáo", groups.TASK)
    yield from _list("nhom_nhiem_vu", "các nhóm có nhiệm vụ; nhiệm vụ ngoài các nhóm đứng đầu", groups.NUMBERED)
    yield from _under("nhom_nhiem_vu[].dem.", groups.TASK_COUNTS)
    yield from _list("nhom_nhiem_vu[].nhiem_vu", "mọi nhiệm vụ của nhóm", groups.TASK, groups.OUTLINED)
    yield from _list(
        "co_quan_chu_tri", "cơ quan chủ trì và số nhiệm vụ, quá hạn nhiều trước", groups.AGENCY, groups.TASK_COUNTS
    )
    yield from _list("co_quan_chu_tri[].ds_qua_han", "nhiệm vụ quá hạn của cơ quan", groups.TASK)
    yield from _list("bien_dong", "thay đổi so với báo cáo kỳ trước, theo loại", groups.MOVES)
    yield from _list("bien_dong[].ds", "từng chỉ tiêu, nhiệm vụ thay đổi", groups.MOVE)
    yield from _list("dieu_chinh", "điều báo cáo đã gửi của các kỳ trước nói mà nay đã khác", groups.RESTATED)
    yield from _under("chuyen_sang.", groups.TASK_COUNTS)
    yield from _list("chuyen_sang.ds", "nhiệm vụ của kế hoạch năm trước chuyển sang", groups.TASK, groups.CARRIED)
    yield from _under("chuyen_sang.chi_tieu.", groups.INDICATOR_COUNTS)
    yield from _under("bao_cao_ky.", groups.PERIOD_ANSWERS)
    yield from _list(
        "ket_qua_co_quan", "chỉ tiêu, nhiệm vụ giao nhiều cơ quan mà đã có cơ quan báo cáo", groups.ANSWERED
    )
    yield from _list("ket_qua_co_quan[].co_quan", "báo cáo mới nhất của từng cơ quan", groups.ANSWER)
    yield Field("ky_sau.so_nhiem_vu", "số", "số nhiệm vụ đến hạn từ sau ngày chốt đến hết kỳ sau")
    yield Field("ky_sau.so_chi_tieu", "số", "số chỉ tiêu chưa đạt có hạn trong thời gian đó")
    yield from _list("ky_sau.nhiem_vu", "các nhiệm vụ đó, hạn sớm trước", groups.TASK)
    yield from _list("ky_sau.chi_tieu", "các chỉ tiêu đó", groups.INDICATOR)
    yield from _under("loi.", groups.NARRATIVE)
    yield from _under("bieu_do.danh_gia.", groups.CHART)
    yield from _under("bieu_do.co_quan.", groups.CHART)
    yield from _names("ten_danh_gia", "tên của mức đánh giá", ASSESSMENT_NAMES)
    yield from _names("ten_lop", "tên của lớp đánh giá, trong câu", CLASS_NAMES)
    yield from _names("ten_cot", "tên của lớp đánh giá, ở đầu cột", CLASS_HEADINGS)
    yield from _list("cach_tinh", "số liệu đầu vào và kết quả tính của từng chỉ tiêu", groups.CALCULATION)
    yield from _under("", groups.RECIPIENTS)


def _letter() -> Iterator[Field]:
    yield from _under(
        "",
        groups.NUMBER_LINE,
        groups.LETTERHEAD,
        groups.ADDRESSED,
        (
            ("kem_phieu", "có/không", "có phiếu báo cáo gửi kèm công văn"),
            ("tong", "số", "số việc trong công văn"),
            ("so.qua_han", "số", "số việc đã quá hạn"),
            ("so.sap_den_han", "số", "số việc đến hạn trong 30 ngày tới"),
            ("so.chua_co_so_lieu", "số", "số việc chưa có số liệu, báo cáo"),
            ("phan", "danh sách", "những loại việc có trong công văn, để liệt kê trong câu"),
            ("phan[].so", "số", "số việc của loại"),
            ("phan[].ten", "chữ", "tên loại: đã quá hạn"),
            ("nhom_viec", "danh sách", "các loại việc, để lập bảng"),
            ("nhom_viec[].la_ma", "chữ", "số thứ tự bằng số La Mã"),
            ("nhom_viec[].ten", "chữ", "tên loại, viết hoa chữ đầu"),
        ),
    )
    yield from _list("nhom_viec[].viec", "các việc của loại, hạn sớm trước", groups.LETTER_ITEM)
    yield from _under("", groups.RECIPIENTS)


def _form() -> Iterator[Field]:
    yield from _under("", groups.LETTERHEAD, groups.ADDRESSED, groups.FORM)
    yield from _list("chi_tieu", "các chỉ tiêu được hỏi", groups.FORM_ROW, groups.INDICATOR_ASKED)
    yield from _list("nhiem_vu", "các nhiệm vụ được hỏi", groups.FORM_ROW)
    yield Field("nhiem_vu[].thoi_han", "chữ", "thời hạn đang áp dụng; dấu – nếu không có")


def shape_for(kind: str) -> Mapping[str, Shape]:
    """The fields of a kind of template, as the shape that templates are checked against."""
    return shape_of_fields((field.name, field.type) for field in FIELDS[kind])


FIELDS: Mapping[str, tuple[Field, ...]] = {
    REPORT: tuple(_report()),
    SUMMARY: tuple(_report()),
    LETTER: tuple(_letter()),
    FORM: tuple(_form()),
}
