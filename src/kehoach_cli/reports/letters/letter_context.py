"""Everything a letter's template may name, as plain data."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.plan_status import SOON_DAYS
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.letterhead import letterhead, roman
from kehoach_cli.reports.letters.items import CONCERNS, Concern, Letter, LettersView, Matter
from kehoach_cli.vocabulary import terms, wording
from kehoach_cli.vocabulary.report_words import issuer_symbol

HEADS: Mapping[Concern, str] = {
    "overdue": "đã quá hạn",
    "soon": f"đến hạn trong {SOON_DAYS} ngày tới",
    "silent": "chưa có số liệu, báo cáo",
}


def letter_context(letter: Letter, view: LettersView, agencies: AgencyRegister, reply_by: date) -> dict[str, Any]:
    """The data for a template of the kind `cong-van-don-doc`; the answer is wanted before the day `reply_by` ends."""
    plan, as_of = view.status.plan, view.status.as_of
    heads = [(concern, letter.about(concern)) for concern in CONCERNS if letter.about(concern)]
    return {
        "van_ban": {"ky_hieu": _symbol(plan), "dia_danh": plan.place or ""},
        **letterhead(plan),
        "noi_gui": {"ten": _name(letter.agency, agencies), "ten_tat": agencies.short_name(letter.agency)},
        "ngay": wording.day(as_of),
        "han_tra_loi": wording.day(reply_by),
        "noi_nhan_bao_cao": _collector(letter.agency, plan, agencies),
        "tong": len(letter.matters),
        "so": {
            "qua_han": len(letter.about("overdue")),
            "sap_den_han": len(letter.about("soon")),
            "chua_co_so_lieu": len(letter.about("silent")),
        },
        "phan": [{"so": len(matters), "ten": HEADS[concern]} for concern, matters in heads],
        "nhom_viec": [
            {
                "la_ma": roman(number),
                "ten": wording.sentence(HEADS[concern]),
                "viec": [_row(place, matter, as_of, agencies) for place, matter in enumerate(matters, 1)],
            }
            for number, (concern, matters) in enumerate(heads, 1)
        ],
        "noi_nhan": [name for name in plan.recipients if name.startswith("Lưu")] or ["Lưu: VT"],
    }


def _row(number: int, matter: Matter, as_of: date, agencies: AgencyRegister) -> dict[str, Any]:
    record, end = matter.record, matter.end
    late = max(0, (as_of - end).days) if end and matter.concern == "overdue" else 0
    due = matter.item.due if isinstance(matter.item, TaskStatus) else matter.item.indicator.due
    return {
        "stt": number,
        "ma": record.id,
        "loai": "Nhiệm vụ" if isinstance(matter.item, TaskStatus) else "Chỉ tiêu",
        "noi_dung": record.name,
        "giao_chung": agencies.short_name(matter.through) if matter.through else "",
        "thoi_han": wording.deadline_alone(due),
        "so_ngay_tre": late,
        "so_ngay_con": (end - as_of).days if end and matter.concern == "soon" else 0,
        "bao_cao_gan_nhat": _last_news(matter),
        "ky_thieu": _missing_periods(matter),
    }


def _last_news(matter: Matter) -> str:
    """What was last reported, and when: `41% (30/8/2023)`, `Đang thực hiện (10/9/2023)`, or that nothing was."""
    item = matter.item
    if isinstance(item, Progress):
        if item.current is None or not item.measured:
            return "Chưa có số liệu"
        return f"{wording.quantity(item.current.value, item.indicator.unit)} ({wording.day(item.current.date)})"
    if item.last_update is None:
        return "Chưa có báo cáo"
    return f"{terms.STATE[item.last_update.state]} ({wording.day(item.last_update.date)})"


def _missing_periods(matter: Matter) -> str:
    if isinstance(matter.item, Progress):
        return ""
    return wording.periods(matter.item.missed_periods)


def _symbol(plan: Plan) -> str:
    """A letter's symbol: the issuer's abbreviation, then that of the body that drafts it (Decree 30, II.3)."""
    return "-".join(part for part in (issuer_symbol(plan.number), plan.standing_agency) if part)


def _collector(agency: str, plan: Plan, agencies: AgencyRegister) -> str:
    """Who collects the answers: the standing agency, unless the letter goes to that very body."""
    if plan.standing_agency is None or plan.standing_agency == agency:
        return plan.issuer
    return _name(plan.standing_agency, agencies)


def _name(agency: str, agencies: AgencyRegister) -> str:
    found = agencies.by_id.get(agency)
    return found.name if found else agency
