"""Template data that all documents share: who issues and signs, to whom it goes, under which plan."""

from typing import Any

from kehoach_cli.plan.document_heads import DocumentHead
from kehoach_cli.plan.document_settings import Signatory
from kehoach_cli.plan.model import Plan
from kehoach_cli.reports.name_lines import name_in_lines
from kehoach_cli.vocabulary import wording
from kehoach_cli.vocabulary.report_words import document_kind, short_title

_ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def letterhead(plan: Plan, head: DocumentHead) -> dict[str, Any]:
    """The fields `van_ban`, `co_quan`, `ke_hoach`, `ky_ten`, `kinh_gui` and `noi_nhan` of a template."""
    kind = document_kind(plan.number)
    as_itself = plan.title.casefold().startswith(kind.casefold())
    decision = f"{kind} số {plan.number} {wording.full_day(plan.date)}"
    issued = "" if as_itself or plan.issuer.casefold() in plan.title.casefold() else f" của {plan.issuer}"
    return {
        "van_ban": {"ky_hieu": head.symbol, "dia_danh": plan.place or ""},
        "co_quan": {
            "chu_quan": name_in_lines(head.parent or ""),
            "thieu_chu_quan": head.parent is None,
            "ban_hanh": name_in_lines(head.issuer),
            "ten": head.issuer,
            "vai_tro": f"Cơ quan thường trực {plan.issuer}" if head.standing and _is_committee(plan.issuer) else "",
        },
        "ke_hoach": {
            "loai": kind,
            "la_van_ban": as_itself,
            "so": plan.number,
            "ngay": wording.full_day(plan.date),
            "ten": plan.title,
            "goi_tat": short_title(plan.title),
            "co_quan_ban_hanh": plan.issuer,
            "vien_dan": f"{decision} của {plan.issuer}" if as_itself else f"{decision}{issued} ban hành {plan.title}",
            "nam": plan.year,
            "thang_hien_trang": wording.month(plan.baseline_date) if plan.baseline_date else "",
            "ten_muc_cap_tren": plan.target_names.national,
            "ten_muc": plan.target_names.provincial,
        },
        "ky_ten": _signed(head.signatory or Signatory((), "")),
        "kinh_gui": list(head.addressees),
        "noi_nhan": list(head.recipients),
    }


def _is_committee(name: str) -> bool:
    """Whether the body has a standing agency by that name: a committee, not an authority with departments."""
    return name.casefold().startswith("ban ")


def _signed(signatory: Signatory) -> dict[str, Any]:
    authority = [line.upper() for line in signatory.authority]
    return {
        "tham_quyen": "\n".join(authority),
        "chuc_vu": signatory.office.upper(),
        "cac_dong": [*authority, signatory.office.upper()] if signatory.office else [],
        "chuc_vu_chinh_quyen": (signatory.position or "").upper(),
        "ho_ten": signatory.name or "",
    }


def roman(number: int) -> str:
    """Write a number in Roman numerals: `IV` for 4. Meant for a few dozen at most."""
    text = ""
    for numeral, value in _ROMAN:
        while number >= value:
            text, number = text + numeral, number - value
    return text
