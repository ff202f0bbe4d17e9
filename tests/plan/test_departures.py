"""What is not as the decision said, and what an assessment owes to a later document."""

from datetime import date
from decimal import Decimal

import pytest

from kehoach_cli.plan.due import parse_due
from kehoach_cli.plan.entries import Change
from kehoach_cli.plan.gaps import progress
from kehoach_cli.plan.in_force import departures, record_in_force
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.movements import IndicatorMovement
from tests.support.records import SIXTY, changed, indicator, target

BEFORE, AFTER = date(2023, 9, 14), date(2023, 10, 15)
LATER_DUE, EARLIER_DUE = parse_due("Năm 2024"), parse_due("Quý IV/2023")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ((), {}),
        ((changed("2023-10-01", due=LATER_DUE),), {"due": ("extension", parse_due("Năm 2023"))}),
        (
            (changed("2023-10-01", due=LATER_DUE, lead=("SYT",)),),
            {"due": ("extension", parse_due("Năm 2023")), "lead": ("amendment", ("STTTT",))},
        ),
        ((changed("2023-10-01", due=parse_due("Quý III/2023")),), {"due": ("amendment", parse_due("Năm 2023"))}),
        (
            (changed("2023-06-26", corrigendum=True, baseline__value=Decimal(22)),),
            {"baseline.value": ("corrigendum", Decimal(20))},
        ),
        (
            (
                changed("2023-06-26", corrigendum=True, targets__provincial=target(50)),
                changed("2023-10-01", targets__provincial=target(80)),
            ),
            {"targets.provincial": ("amendment", SIXTY)},
        ),
        (
            (changed("2023-10-01", lead=("SYT",)), changed("2023-10-10", lead=("STTTT",))),
            {},
        ),
    ],
)
def test_what_is_not_as_decided(changes: tuple[Change, ...], found: dict[str, object]) -> None:
    record = record_in_force(indicator()._replace(changes=changes), AFTER)
    assert departures(record) == found


def moved(*changes: Change, last: str = "43.8") -> list[str]:
    """The documents that the assessment of 15/10/2023 owes its difference from that of 14/9/2023 to."""
    record: Indicator = indicator(("30", "2023-08-31"), (last, "2023-09-30"), provincial=target(50))._replace(
        changes=changes
    )
    return [
        applied.change.by
        for applied in IndicatorMovement(progress(record, BEFORE), progress(record, AFTER)).reassessed_by
    ]


def test_an_assessment_that_jumps_because_of_a_new_target() -> None:
    assert moved(changed("2023-10-01", "QĐ 250", targets__provincial=target(90))) == ["QĐ 250"]
    assert moved(changed("2023-10-01", "QĐ 250", targets__provincial=target(50), lead=("SYT",))) == []


def test_an_assessment_that_figures_alone_explain() -> None:
    assert moved() == []
    assert moved(changed("2023-10-01", "QĐ 250", lead=("SYT",))) == []
    assert moved(changed("2023-09-01", "QĐ 250", targets__provincial=target(80))) == []


def test_only_the_keys_that_count_are_named() -> None:
    record = indicator(("43.8", "2023-09-30"), provincial=target(50))._replace(
        changes=(changed("2023-10-01", lead=("SYT",), targets__provincial=target(90)),)
    )
    [applied] = IndicatorMovement(progress(record, BEFORE), progress(record, AFTER)).reassessed_by
    assert [field.field for field in applied.fields] == ["targets.provincial"]
