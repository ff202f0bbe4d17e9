"""Who acts for an agency after it ended, and in whose place."""

from datetime import date

import pytest

from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.agency import Agency, Succession, SuccessionKind
from kehoach_cli.plan.in_force import in_force
from kehoach_cli.plan.roster import Roster
from kehoach_cli.plan.selection import Selection, only, select
from tests.support.records import members, plan, task

FIRST, SECOND, LATER = date(2023, 8, 1), date(2023, 10, 1), date(2023, 12, 31)


def ended(
    name: str,
    kind: SuccessionKind,
    *to: str,
    on: date = FIRST,
    group: bool = False,
    takes: tuple[tuple[str, str], ...] = (),
) -> Agency:
    return Agency(name, name, name, group=group, successors=Succession(kind, on, "NQ 1", to, takes))


def single(name: str) -> Agency:
    return Agency(name, name, name)


AGENCIES = (
    ended("A", "renamed", "B"),
    ended("B", "merged", "C", on=SECOND),
    single("C"),
    ended("S", "split", "X", "Y", takes=(("NV-CQS-09", "Y"),)),
    single("X"),
    single("Y"),
    ended("D", "dissolved"),
    Agency("NHOM", "NHOM", "NHOM", group=True, members=members("A", "B", "D", "X")),
    ended("HUYEN", "split", "XA", group=True),
    ended("H1", "split", "XA"),
    Agency("XA", "XA", "XA", group=True, members=members("XA1", "XA2")),
    single("XA1"),
    single("XA2"),
)


def agencies_on(day: date) -> AgencyRegister:
    return register(in_force(plan(agencies=AGENCIES), day))


def bodies_of(agency: str, day: date, record: str = "") -> dict[str, tuple[str, ...]]:
    """Who must answer what the agency leads, each with those in whose place it does."""
    return {body.agency: body.acts_for for body in Roster(AGENCIES).respondents((agency,), record, day).bodies}


def test_a_circle_of_successors_ends() -> None:
    """KH312's finding; what can be read is shown nevertheless."""
    circle = (ended("E", "merged", "F"), ended("F", "split", "E", "G", on=SECOND), single("G"))
    assert [(body.agency, body.acts_for) for body in Roster(circle).respondents(("E",), "", SECOND).bodies] == [
        ("G", ("E",))
    ]


@pytest.mark.parametrize(
    ("agency", "day", "bodies"),
    [
        ("A", date(2023, 7, 31), {"A": ()}),
        ("A", FIRST, {"B": ("A",)}),
        ("A", SECOND, {"C": ("A",)}),
        ("S", FIRST, {"X": ("S",), "Y": ("S",)}),
        ("D", FIRST, {}),
        ("NHOM", LATER, {"C": ("B", "A"), "X": ()}),
        ("HUYEN", LATER, {"XA1": (), "XA2": ()}),
        ("H1", LATER, {"XA1": ("H1",), "XA2": ("H1",)}),
    ],
)
def test_the_bodies_that_must_answer_and_in_whose_place(
    agency: str, day: date, bodies: dict[str, tuple[str, ...]]
) -> None:
    assert bodies_of(agency, day) == bodies


def test_one_successor_takes_a_record_of_a_split_agency() -> None:
    assert bodies_of("S", LATER, "NV-CQS-09") == {"Y": ("S",)}
    assert agencies_on(LATER).heirs("S", "NV-CQS-09") == ("Y",)


def test_the_line_of_an_agency() -> None:
    assert agencies_on(date(2023, 7, 31)).line("A") == ("A",)
    assert agencies_on(LATER).line("A") == ("A", "B", "C")
    assert agencies_on(LATER).line("S", "NV-CQS-09") == ("S", "Y")
    assert agencies_on(LATER).line("D") == ("D",)


@pytest.mark.parametrize(
    ("agency", "day", "found"),
    [
        ("A", FIRST, ["NV-A"]),
        ("B", date(2023, 7, 31), []),
        ("B", FIRST, ["NV-A"]),
        ("B", LATER, ["NV-A"]),
        ("C", FIRST, []),
        ("C", LATER, ["NV-A"]),
        ("D", LATER, ["NV-D"]),
    ],
)
def test_each_of_a_line_finds_its_records(agency: str, day: date, found: list[str]) -> None:
    whole = in_force(plan(task(id="NV-A", lead=("A",)), task(id="NV-D", lead=("D",)), agencies=AGENCIES), day)
    assert [record.id for record in select(whole, register(whole), Selection(agency=agency)).records] == found
    assert [record.id for record in only(whole, {"NV-D"}).records] == ["NV-D"]


def test_names_of_those_who_act_and_of_those_who_were_named() -> None:
    now = agencies_on(LATER)
    assert now.names(("A", "X", "D", "S"), "NV-CQS-09") == "C (trước là A), X, D (đã giải thể), Y (trước là S)"
    assert now.short_names(("A", "X", "D")) == "A, X, D"


def test_a_body_that_leads_and_succeeds_is_named_once() -> None:
    now = agencies_on(LATER)
    assert now.names(("X", "S")) == "X, Y (gồm cả S trước đây)"
    assert now.names(("X", "S", "Y"), "NV-CQS-09") == "X, Y (gồm cả S trước đây)"


def test_of_a_line_the_last_one_is_the_dissolved_one() -> None:
    gone = (ended("E", "merged", "F"), ended("F", "dissolved", on=SECOND))
    before, after = (register(in_force(plan(agencies=gone), day)) for day in (FIRST, SECOND))
    assert before.names(("E",)) == "F (trước là E)"
    assert after.names(("E",)) == "F (trước là E, đã giải thể)"
