"""Template data that reports and letters share: issuer, plan, signatory."""

from typing import Any

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.model import Plan
from kehoach_cli.vocabulary import wording
from kehoach_cli.vocabulary.report_words import document_kind

_ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def letterhead(plan: Plan) -> dict[str, Any]:
    """The fields `co_quan`, `ke_hoach` and `ky_ten` of a template."""
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
            "thang_hien_trang": wording.month(plan.baseline_date) if plan.baseline_date else "",
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


def recipients(plan: Plan, agencies: AgencyRegister) -> list[str]:
    """The plan's recipients; the standing agency's symbol is that of who acts for it: `Lưu: VT, SKHCN`."""
    standing = plan.standing_agency or ""
    now = ", ".join(agencies.heirs(standing)) or standing
    return [", ".join(now if part == standing else part for part in text.split(", ")) for text in plan.recipients]


def roman(number: int) -> str:
    """Write a number in Roman numerals: `IV` for 4. Meant for a few dozen at most."""
    text = ""
    for numeral, value in _ROMAN:
        while number >= value:
            text, number = text + numeral, number - value
    return text
