"""Parse command-line values. Raises UsageProblem that says what to type instead."""

from collections.abc import Callable
from datetime import date
from typing import cast

from kehoach_cli.cli.clock import today
from kehoach_cli.diagnostics import Severity, UsageProblem
from kehoach_cli.entering.parse_values import choice, is_day, parse_day
from kehoach_cli.loading.history.base_revision import BaseRevision
from kehoach_cli.plan.due import DueError
from kehoach_cli.plan.model import ORIGINS, ROLES, Origin, Role
from kehoach_cli.plan.periods import FIRST_YEAR, LAST_YEAR, Period
from kehoach_cli.plan.typed_period import read_period
from kehoach_cli.vocabulary.refused_due import only_year


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


def day_asked_about(period: str | None, as_of: date) -> date:
    """The last day of the period if it names its year, else `as_of`: the plan of that day is meant."""
    try:
        return read_period(period).last_day if period else as_of
    except DueError:
        return as_of


def parse_report_period(text: str | None, years: Callable[[], range]) -> Period:
    """`Quý III/2023`, `tháng 9/2023`, `6 tháng đầu năm 2023`, `2023`, `2023-Q3`; `q3` in a plan of one year.

    `years` gives the plan's years; it is asked only about a period without a year. Raises UsageProblem for anything
    else, and for None.
    """
    if text is None:
        raise UsageProblem(f"Thiếu --period: ghi kỳ báo cáo như {_PERIODS}")
    try:
        return read_period(text)
    except DueError as error:
        if error.fault == "no year":
            return _without_year(text, years())
        raise UsageProblem(
            f"Không hiểu kỳ «{text}»; viết như {_PERIODS}, năm từ {FIRST_YEAR} đến {LAST_YEAR}"
        ) from None


_PERIODS = "quý III/2023, tháng 9/2023, 6 tháng đầu năm 2023, năm 2023 hoặc 2023-Q3"


def _without_year(text: str, years: range) -> Period:
    try:
        return read_period(text, only_year(years))
    except DueError as error:
        several = error.fault == "no year"
        why = "không ghi năm mà Kế hoạch có nhiều năm" if several else "không phải là một kỳ báo cáo"
        raise UsageProblem(f"Kỳ «{text}» {why}; viết như {_PERIODS}") from None


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
