"""What a person types on the command line, read into values; anything else is refused with what to type."""

import re
from datetime import date
from typing import NamedTuple, cast

from kehoach_cli.cli.clock import today
from kehoach_cli.diagnostics import Severity, UsageProblem
from kehoach_cli.plan.model import ORIGINS, ROLES, Origin, Role
from kehoach_cli.plan.periods import Period, parse_period

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


class Base(NamedTuple):
    """The revision to compare with, and the option that named it.

    `--base` means where the work parted from the revision, `--before` the revision itself.
    """

    option: str
    revision: str

    @property
    def exactly(self) -> bool:
        return self.option == "--before"


def parse_base(base: str | None, before: str | None) -> Base | None:
    """What to compare with. Raises UsageProblem where both were given, or nothing after the option."""
    options = (("--base", base), ("--before", before))
    given = [Base(option, revision) for option, revision in options if revision is not None]
    if len(given) > 1:
        raise UsageProblem("--base và --before là hai cách so; chọn một")
    for option, revision in given:
        if not revision.strip():
            raise UsageProblem(f"{option}: chưa nêu phiên bản; viết tên nhánh, thẻ hoặc mã commit")
    return next(iter(given), None)


def parse_day(text: str, option: str = "--as-of") -> date:
    """`2023-10-01` or `1/10/2023`. Raises UsageProblem for anything else, naming the option."""
    iso, slashed = _ISO.fullmatch(text.strip()), _SLASHED.fullmatch(text.strip())
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if slashed:
            return date(int(slashed[3]), int(slashed[2]), int(slashed[1]))
    except ValueError:
        raise UsageProblem(f"{option}: ngày «{text}» không có trong lịch") from None
    raise UsageProblem(f"{option}: không hiểu ngày «{text}»; viết 2023-10-01 hoặc 1/10/2023")


def day_in(text: str) -> date | None:
    """The day, where the text is written as one. Raises UsageProblem for a day that no calendar has."""
    if _ISO.fullmatch(text.strip()) or _SLASHED.fullmatch(text.strip()):
        return parse_day(text, "Phiên bản")
    return None


def as_of_day(text: str | None) -> date:
    """The day to answer for: the one given, else today."""
    return today() if text is None else parse_day(text)


def parse_report_period(text: str | None) -> Period:
    """`2023-Q3`, `2023-H1`, `2023`, `2023-09`. Raises UsageProblem for anything else, and for none."""
    forms = "2023-Q3 (quý), 2023-H1 (6 tháng), 2023 (năm), 2023-09 (tháng)"
    if text is None:
        raise UsageProblem(f"Thiếu --period: ghi kỳ báo cáo theo một trong các dạng: {forms}")
    try:
        return parse_period(text)
    except ValueError:
        raise UsageProblem(f"Không hiểu kỳ «{text}»; viết theo một trong các dạng: {forms}") from None


def parse_role(text: str | None) -> Role | None:
    """The role named, `lead` where none is, None for `any`."""
    if text is None:
        return "lead"
    if text == "any":
        return None
    return cast("Role", choice("--role", text, (*ROLES, "any")))


def parse_origin(text: str | None) -> Origin | None:
    if text is None:
        return None
    wanted = choice("--origin", text.replace("_", "-"), tuple(name.replace("_", "-") for name in ORIGINS))
    return cast("Origin", wanted.replace("-", "_"))


def parse_fail_on(text: str) -> tuple[Severity, ...]:
    """The severities that make checking fail: `error`, or `warning` for both."""
    return ("error",) if choice("--fail-on", text, ("error", "warning")) == "error" else ("error", "warning")


def parse_line(text: str, option: str) -> str:
    """One line of words, with runs of blanks made one. Raises UsageProblem where there is nothing to see in it."""
    line = " ".join(text.split())
    if line and line.isprintable():
        return line
    raise UsageProblem(f"{option}: cần một dòng chữ, không để trống")


def parse_count(option: str, text: str) -> int:
    """A whole number from 0."""
    if text.isascii() and text.isdecimal() and len(text) < 10:
        return int(text)
    raise UsageProblem(f"{option}: «{text}» không phải là số đếm; viết một số nguyên từ 0, ví dụ 20")


def choice(option: str, text: str, choices: tuple[str, ...]) -> str:
    """The text, which must be one of the choices."""
    if text in choices:
        return text
    raise UsageProblem(f"{option}: không có giá trị «{text}»; chọn một trong: {', '.join(choices)}")
