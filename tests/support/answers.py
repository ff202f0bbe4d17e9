"""Answers and successions for tests, in a short hand."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from kehoach_cli.plan.agency import Agency, Succession
from kehoach_cli.plan.entries import Measurement, State, Update
from kehoach_cli.plan.measures import quotient


def answers(text: str) -> Any:
    """`SYT 45/120 31/8; SCT 12.5 1/9 ước; STC done 1/9; SYT 46/120 31/8 sửa 31/8`: the answers in that order.

    Days are of 2023 unless they say another year.
    """
    return tuple(_answer(*part.split()) for part in text.split(";") if part.strip())


def _answer(agency: str, said: str, day: str, *more: str) -> Measurement | Update:
    corrects = _day(more[1]) if more[:1] == ("sửa",) else None
    state = next((state for state in get_args(State) if state == said), None)
    if state:
        return Update(state, _day(day), "BC", corrects=corrects, agency=agency)
    numerator, mark, denominator = said.partition("/")
    pair = (Decimal(numerator), Decimal(denominator)) if mark else (None, None)
    value = quotient(*pair) if pair[0] is not None and pair[1] is not None else Decimal(said)
    estimate = more[:1] == ("ước",)
    entry = Measurement(value, _day(day), "BC", corrects=corrects, estimate=estimate, agency=agency)
    return entry._replace(numerator=pair[0], denominator=pair[1])


def _day(text: str) -> date:
    day, month, year = re.fullmatch(r"(\d+)/(\d+)(?:/(\d+))?", text).groups()  # type: ignore[union-attr]
    return date(int(year or 2023), int(month), int(day))


def merged_into(heir: str, *former: str, on: str, new: bool = False) -> tuple[Agency, ...]:
    """The agencies that end, and the one that goes on for them from this day."""
    day = date.fromisoformat(on)
    ended = (Agency(each, each, each, successors=Succession("merged", day, "NQ 1", (heir,))) for each in former)
    return *ended, Agency(heir, heir, heir, from_=day if new else None)


def split_into(agency: str, *heirs: str, on: str, takes: Mapping[str, str]) -> tuple[Agency, ...]:
    """The agency that ends, and those that share its work from this day."""
    day = date.fromisoformat(on)
    ended = Agency(agency, agency, agency, successors=Succession("split", day, "NQ 1", heirs, tuple(takes.items())))
    return ended, *(Agency(each, each, each, from_=day) for each in heirs)
