"""What every document on a plan says alike: who issues it, which plan it is about, who signs."""

from typing import Any

from kehoach_cli.plan.model import Plan
from kehoach_cli.vocabulary import wording
from kehoach_cli.vocabulary.report_words import document_kind

_ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def letterhead(plan: Plan) -> dict[str, Any]:
    """Who issues the document, the plan it is about, who signs: the same for reports and letters."""
    signatory, kind = plan.signatory, document_kind(plan.number)
    return {
        "co_quan": {"chu_quan": (plan.parent or "").upper(), "ban_hanh": plan.issuer.upper(), "ten": plan.issuer},
        "ke_hoach": {
            "loai": kind,
            "la_van_ban": plan.title.casefold().startswith(kind.casefold()),
            "so": plan.number,
            "ngay": wording.full_day(plan.date),
            "ten": plan.title,
            "nam": plan.year,
            "thang_hien_trang": wording.month(plan.baseline_date),
            "ten_muc_cap_tren": plan.target_names.national,
            "ten_muc": plan.target_names.provincial,
        },
        "ky_ten": {
            "tham_quyen": (signatory.authority or "").upper(),
            "chuc_vu": signatory.office.upper(),
            "chuc_vu_chinh_quyen": (signatory.position or "").upper(),
            "ho_ten": signatory.name or "",
        },
    }


def roman(number: int) -> str:
    """`IV` for 4; for the few dozen parts a plan may have."""
    text = ""
    for sign, value in _ROMAN:
        while number >= value:
            text, number = text + sign, number - value
    return text
