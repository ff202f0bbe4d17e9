"""Parse command-line values. Raises UsageProblem that says what to type instead."""

from datetime import date
from typing import cast

from kehoach_cli.cli.clock import today
from kehoach_cli.diagnostics import Severity, UsageProblem
from kehoach_cli.entering.parse_values import choice, is_day, parse_day
from kehoach_cli.loading.history.base_revision import BaseRevision
from kehoach_cli.plan.model import ORIGINS, ROLES, Origin, Role
from kehoach_cli.plan.periods import FIRST_YEAR, LAST_YEAR, Period, parse_period


def parse_base(base: str | None, before: str | None) -> BaseRevision | None:
    """The revision to compare with, None without one. Raises UsageProblem if both options are given."""
    options = (("--base", base), ("--before", before))
    given = [BaseRevision(option, revision) for option, revision in options if revision is not None]
    if len(given) > 1:
        raise UsageProblem("--base và --before là hai cách so; chọn một")
    return next(iter(given), None)


def day_in(text: str) -> date | None:
    """The day if the text has the form of one, else None. Raises UsageProblem for a day that does not exist."""
    return parse_day(text, "Phiên bản") if is_day(text) else None


def as_of_day(text: str | None) -> date:
    """The day given, else today."""
    return today() if text is None else parse_day(text)


def parse_report_period(text: str | None) -> Period:
    """`2023-Q3`, `2023-H1`, `2023`, `2023-09`. Raises UsageProblem for anything else, and for None."""
    forms = "2023-Q3 (quý), 2023-H1 (6 tháng), 2023 (năm), 2023-09 (tháng)"
    if text is None:
        raise UsageProblem(f"Thiếu --period: ghi kỳ báo cáo theo một trong các dạng: {forms}")
    try:
        return parse_period(text)
    except ValueError:
        raise UsageProblem(
            f"Không hiểu kỳ «{text}»; viết theo một trong các dạng: {forms}; năm từ {FIRST_YEAR} đến {LAST_YEAR}"
        ) from None


def parse_role(text: str | None) -> Role | None:
    """The role; `lead` by default, None for `any`."""
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
    """The severities that fail the check: `error`, or `warning` for both."""
    return ("error",) if choice("--fail-on", text, ("error", "warning")) == "error" else ("error", "warning")


def parse_count(option: str, text: str) -> int:
    """A whole number from 0."""
    if text.isascii() and text.isdecimal() and len(text) < 10:
        return int(text)
    raise UsageProblem(f"{option}: «{text}» không phải là số đếm; viết một số nguyên từ 0, ví dụ 20")
