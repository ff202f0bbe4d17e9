"""Build the data that a letter's template may name."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.measures import scale
from kehoach_cli.plan.model import Plan, Task
from kehoach_cli.plan.plan_status import SOON_DAYS
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.letterhead import letterhead, roman
from kehoach_cli.reports.letters.latest_answer import answer_with_day, collector, full_name
from kehoach_cli.reports.letters.letter_items import CONCERNS, Concern, Letter, LetterItem, LettersView, addressed_as
from kehoach_cli.vocabulary import answer_words, record_words, terms, wording

CONCERN_NAMES: Mapping[Concern, str] = {
    "overdue": "đã quá hạn",
    "soon": f"đến hạn trong {SOON_DAYS} ngày tới",
    "silent": "chưa có số liệu, báo cáo",
}
DAYS_TO_ANSWER = 10


def usual_reply_by(day: date) -> date:
    """The day to answer by where none is given: DAYS_TO_ANSWER later, a weekend moved to Monday."""
    last_day = day + timedelta(days=DAYS_TO_ANSWER)
    return last_day + timedelta(days=7 - last_day.weekday() if last_day.weekday() > 4 else 0)


def letter_context(
    letter: Letter, view: LettersView, agencies: AgencyRegister, reply_by: date, *, with_form: bool = False
) -> dict[str, Any]:
    """The data for a template of the kind `cong-van-don-doc`.

    `reply_by` is the last day to answer. `with_form`: a form goes out with the letter.
    """
    as_of = view.status.as_of
    by_concern = [(concern, letter.with_concern(concern)) for concern in CONCERNS if letter.with_concern(concern)]
    return {
        **letters_in_all([letter], view, with_form=with_form),
        **addressed(view.status.plan, letter.agency, agencies, as_of, reply_by),
        "nhom_viec": [
            {
                "la_ma": roman(number),
                "ten": wording.sentence(CONCERN_NAMES[concern]),
                "viec": [matter_row(position, item, as_of, agencies) for position, item in enumerate(items, 1)],
            }
            for number, (concern, items) in enumerate(by_concern, 1)
        ],
    }


def letters_in_all(letters: Sequence[Letter], view: LettersView, *, with_form: bool) -> dict[str, Any]:
    """What letters say of all that they ask. A record of several bodies counts once, under its gravest concern."""
    items = sorted((item for each in letters for item in each.items), key=lambda item: CONCERNS.index(item.concern))
    gravest = {item.record.id: item for item in reversed(items)}
    asked = {key: {item.record.id for item in items if item.concern == key} for key in CONCERNS}
    classes = {key: [item for item in gravest.values() if item.concern == key] for key in CONCERNS}
    return {
        **letterhead(view.status.plan, view.head),
        "ky": {"ten": wording.period(view.duties.period)},
        "kem_phieu": with_form,
        "tong": len(gravest),
        "dem": counted_matters(gravest.values()),
        "so": {
            "qua_han": len(asked["overdue"]),
            "sap_den_han": len(asked["soon"]),
            "chua_co_so_lieu": len(asked["silent"]),
        },
        "phan": [
            {"so": len(found), "dem": counted_matters(found), "ten": CONCERN_NAMES[key]}
            for key, found in classes.items()
            if found
        ],
    }


def counted_matters(items: Collection[LetterItem]) -> str:
    """How many these are: `03 nhiệm vụ, 12 chỉ tiêu`."""
    tasks = sum(isinstance(item.status, TaskStatus) for item in items)
    return wording.counted(tasks, len(items) - tasks, 2, ", ")


def addressed(plan: Plan, agency: str, agencies: AgencyRegister, as_of: date, reply_by: date) -> dict[str, Any]:
    """The fields of a letter and of a form that say to whom it goes, and where and by when to answer."""
    name = addressed_as(agency, agencies) or full_name(agency, agencies)
    return {
        "kinh_gui": [name],
        "noi_gui": {"ten": name, "ten_tat": agencies.short_name(agency)},
        "noi_nhan_bao_cao": collector(plan, agencies, agency),
        **days_asked(as_of, reply_by),
    }


def days_asked(as_of: date, reply_by: date) -> dict[str, str]:
    return {
        "ngay": wording.day(as_of),
        "ngay_day_du": wording.full_day(as_of),
        "han_tra_loi": wording.day(reply_by),
        "han_tra_loi_day_du": wording.full_day(reply_by),
    }


def matter_row(number: int, item: LetterItem, as_of: date, agencies: AgencyRegister) -> dict[str, Any]:
    record, end, body = item.record, item.end, item.body
    days_late = (as_of - end).days if end and item.concern == "overdue" else 0
    return {
        "stt": number,
        "ma": record.id,
        "loai": "Nhiệm vụ" if isinstance(item.status, TaskStatus) else "Chỉ tiêu",
        "noi_dung": record.name,
        "san_pham": (record.output or "") if isinstance(record, Task) else "",
        "giao_chung": agencies.names([body.group], record.id) if body.group else "",
        "tiep_nhan_tu": ", ".join(map(agencies.short_name, body.acts_for)),
        "thoi_han": _due(item),
        "so_ngay_tre": days_late,
        "so_ngay_con": (end - as_of).days if end and item.concern == "soon" else 0,
        "bao_cao_gan_nhat": _latest_report(item, agencies),
        "ky_thieu": wording.periods(item.missed),
    }


def _due(item: LetterItem) -> str:
    """The deadline; of a milestone with what had to be reached: `Mốc quý III/2023: 40%`."""
    if isinstance(item.status, TaskStatus):
        return wording.deadline_alone(item.status.due)
    indicator = item.status.indicator
    if item.milestone is None:
        return wording.deadline_alone(indicator.due)
    return f"Mốc {wording.inline(record_words.goal(item.milestone.goal, indicator.unit))}"


def _latest_report(item: LetterItem, agencies: AgencyRegister) -> str:
    """The latest report with its day: `41% (30/8/2023)`, `Đang thực hiện (10/9/2023)`; or that there is none.

    Where several must answer, the body's own answers: `45/120 (37,5%) (30/8/2023)`.
    """
    status = item.status
    if item.part is not None:
        told = (answer_with_day(entry, item.record, item.body.agency, agencies) for entry in item.part.entries)
        return "; ".join(told) or answer_words.NO_ANSWER
    if isinstance(status, Progress):
        if status.current is None or not status.measured:
            return "Chưa có số liệu"
        return f"{wording.quantity(status.current.value, scale(status.indicator))} ({wording.day(status.current.date)})"
    if status.last_update is None:
        return answer_words.NO_ANSWER
    return f"{terms.STATE[status.last_update.state]} ({wording.day(status.last_update.date)})"
