"""What is said of a deadline that cannot be read: one sentence, and the nearest wording as the way out."""

from typing import NamedTuple

from kehoach_cli.plan.due import DueError, Fault, parse_due
from kehoach_cli.plan.nearest_due import nearest_due

_FORMS = (
    "Viết như Quý II/2023, Tháng 9/2023, Hằng quý, Thường xuyên; điều không có ngày thì viết external: rồi đến chữ của "
    "Kế hoạch"
)
_MESSAGES: dict[Fault, str] = {
    "form": "Không hiểu thời hạn {}",
    "no year": "Thời hạn {} không ghi năm mà Kế hoạch có nhiều năm",
    "calendar": "Thời hạn {} có ngày không có trong lịch",
    "span": "Thời hạn {} không đi liền từ trước đến sau",
}


class RefusedDue(NamedTuple):
    """`near` says whether the remedy names the one wording that was probably meant."""

    message: str
    remedy: str
    near: bool


def refused_due(error: DueError, shown: str, years: range | None) -> RefusedDue:
    """`shown` is the wording as the message shows it; `years` are the plan's, None if they are not known."""
    message = _MESSAGES[error.fault].format(shown)
    if error.fault == "no year":
        return RefusedDue(message, f"Viết thêm năm, ví dụ «{_with_year(str(error), years)}»", near=True)
    near = nearest_due(str(error), only_year(years))
    if near:
        return RefusedDue(message, f"Có phải là «{near}»?", near=True)
    return RefusedDue(message, _FORMS if error.fault == "form" else "Sửa lại theo văn bản", near=False)


def only_year(years: range | None) -> int | None:
    """The year of a plan of one year: deadlines without a year are of that year."""
    return years[0] if years and len(years) == 1 else None


def _with_year(wording: str, years: range | None) -> str:
    year = years[0] if years else 2026
    for joint in ("/", " năm ", " "):
        try:
            return parse_due(f"{wording.strip()}{joint}{year}").text
        except DueError:
            continue
    return f"Quý II/{year}"
