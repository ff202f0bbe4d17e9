"""Build the data that a form's template in Word may name."""

from collections.abc import Mapping
from typing import Any

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.document_heads import document_head
from kehoach_cli.reports.letterhead import letterhead
from kehoach_cli.reports.letters.form_guide import form_facts, form_guide
from kehoach_cli.reports.letters.form_view import FormRow, FormView, cell_text
from kehoach_cli.reports.letters.letter_context import addressed
from kehoach_cli.vocabulary import wording

# What a row holds besides its identity: fields of the template, each with its key in `form_words`.
_OF_INDICATOR: Mapping[str, str] = {
    "ma": "id",
    "ten": "name",
    "don_vi": "unit",
    "muc": "target",
    "lan_truoc": "previous",
    "o_ket_qua": "value",
    "o_tu_so": "numerator",
    "o_mau_so": "denominator",
    "o_danh_gia": "judged_by",
    "o_uoc": "estimate",
}
_OF_TASK: Mapping[str, str] = {"ma": "id", "ten": "name", "thoi_han": "due", "lan_truoc": "previous"}


def form_context(view: FormView, agencies: AgencyRegister) -> dict[str, Any]:
    """The data for a template of the kind `phieu-bao-cao`."""
    first_day, last_day = map(wording.day, view.window)
    return {
        **letterhead(view.plan, document_head(view.plan, "letter", agencies)),
        **addressed(view.plan, view.agency, agencies, view.as_of, view.reply_by),
        "ky": {"ten": wording.period(view.period), "so_lieu_tu": first_day, "so_lieu_den": last_day},
        "nhan_dang": view.cover.text(),
        "thong_tin": [{"ten": label, "noi_dung": text} for label, text in form_facts(view, agencies)],
        "huong_dan": form_guide(view),
        "co_ty_so": any("numerator" in row.fill for row in view.indicators),
        "co_danh_gia": any(row.judged for row in view.indicators),
        "chi_tieu": [_row(row, _OF_INDICATOR) for row in view.indicators],
        "nhiem_vu": [_row(row, _OF_TASK) for row in view.tasks],
    }


def _row(row: FormRow, fields: Mapping[str, str]) -> dict[str, str]:
    return {"nhan_dang": row.identity.text(), **{field: cell_text(row, key) for field, key in fields.items()}}
