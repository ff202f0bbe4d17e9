"""The form that an agency fills in in Word: what it is about, how to fill it in, and a table each of its records."""

from collections.abc import Mapping, Sequence
from itertools import product

from kehoach_cli.vocabulary import form_words
from scripts.originals.layout import landscape
from scripts.originals.sheet import Cell, Sheet

_GREY = "F2F2F2"
# The fields of a row by key; those that only the body can fill in have none.
_INDICATOR: Mapping[str, str] = {
    "id": "ma",
    "name": "ten",
    "unit": "don_vi",
    "target": "muc",
    "previous": "lan_truoc",
    "value": "o_ket_qua",
    "numerator": "o_tu_so",
    "denominator": "o_mau_so",
    "judged_by": "o_danh_gia",
    "estimate": "o_uoc",
}
_TASK: Mapping[str, str] = {"id": "ma", "name": "ten", "due": "thoi_han", "previous": "lan_truoc"}
# Columns that are there only if a row asks for them, by the condition for them.
_IF_ASKED: Mapping[str, tuple[str, ...]] = {"co_ty_so": ("numerator", "denominator"), "co_danh_gia": ("judged_by",)}
# In parts of the sheet's width.
_WIDTHS: Mapping[str, float] = {
    "id": 18,
    "name": 56,
    "unit": 15,
    "target": 25,
    "previous": 27,
    "value": 18,
    "numerator": 16,
    "denominator": 16,
    "judged_by": 24,
    "date": 20,
    "estimate": 19,
    "source": 23,
    "note": 23,
}
_ACROSS = 252


def report_form() -> bytes:
    """The template `phieu-bao-cao.docx`."""
    sheet = Sheet()
    landscape(sheet.document.sections[0])
    sheet.add("TenLoai", "PHIẾU BÁO CÁO {{ ky.ten|upper }}")
    sheet.add("TrichYeu", "{{ noi_gui.ten }}")
    sheet.add("SauBang")
    with sheet.each("muc in thong_tin"):
        sheet.add("DoanVanGon", "{{ muc.ten }}: {{ muc.noi_dung }}")
    sheet.add("DoanVanGon", "Cách điền:")
    with sheet.each("dong in huong_dan"):
        sheet.add("DoanVanGon", "{{ dong }}")
    cover = sheet.table((70, 110))
    for label in form_words.COVER.values():
        cover.row(Cell("BangChu", label, shade=_GREY, hidden="{{ nhan_dang }}"), Cell("BangChu"))
    with sheet.when("chi_tieu"):
        sheet.add("TenBang", form_words.INDICATOR_SHEET)
        for conditions in product(*((name, f"not {name}") for name in _IF_ASKED)):
            left_out = [key for name, keys in _IF_ASKED.items() if name not in conditions for key in keys]
            words = {key: words for key, words in form_words.INDICATORS.items() if key not in left_out}
            share = _ACROSS / sum(_WIDTHS[key] for key in words)
            with sheet.when(" and ".join(conditions)):
                _table(sheet, "chi_tieu", words, _INDICATOR, [_WIDTHS[key] * share for key in words])
    with sheet.when("nhiem_vu"):
        sheet.add("TenBang", form_words.TASK_SHEET)
        _table(sheet, "nhiem_vu", form_words.TASKS, _TASK, (20, 60, 22, 26, 22, 14, 24, 22, 21, 21))
    sheet.add("SauBang")
    return sheet.bytes()


def _table(
    sheet: Sheet, rows: str, words: Mapping[str, str], fields: Mapping[str, str], widths: Sequence[float]
) -> None:
    table = sheet.table(widths)
    table.heading(*words.values())
    with table.each(f"dong in {rows}"):
        table.row(*(_cell(key, fields.get(key)) for key in words))


def _cell(key: str, field: str | None) -> Cell:
    text = f"{{{{ dong.{field} }}}}" if field else ""
    locked = field is not None and not field.startswith("o_")
    hidden = "{{ dong.nhan_dang }}" if key == "id" else ""
    return Cell("BangChu", text, shade=_GREY if locked else "", hidden=hidden)
