"""Agencies are found by any of their names, and belong to groups directly or through other groups."""

import unicodedata

import pytest

from kehoach_cli.plan.agencies import agencies_in, name_key, register
from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.roster import Roster
from tests.support.records import LAST_DAY, members, plan, task

STTTT = Agency("STTTT", "Sở Thông tin và Truyền thông", "Sở TT&TT", ("Sở Thông tin - Truyền thông",))
SYT = Agency("SYT", "Sở Y tế", "Sở Y tế")
SBN = Agency("SBN", "Các sở, ban, ngành", "Các sở, ban, ngành", group=True, members=members("STTTT", "SYT"))
ALL = Agency("ALL", "Các sở, ban, ngành, địa phương", "Tất cả", group=True, members=members("SBN", "UBND"))
LOOP = Agency("LOOP", "Nhóm tự chứa mình", "Nhóm", group=True, members=members("LOOP", "SYT"))
REGISTER = register(plan(agencies=(STTTT, SYT, SBN, ALL, LOOP)))


@pytest.mark.parametrize(
    "name",
    [
        "STTTT",
        "sở thông tin và truyền thông",
        "Sở TT & TT",
        "SỞ  TT&TT",
        "Sở Thông tin – Truyền thông",
        unicodedata.normalize("NFD", "Sở TT&TT"),
    ],
)
def test_any_name_leads_to_the_agency(name: str) -> None:
    assert REGISTER.find(name) == STTTT


def test_unknown_names_lead_nowhere_and_are_shown_as_they_are() -> None:
    assert REGISTER.find("Sở Ngoại vụ") is None
    assert REGISTER.short_name("SNGV") == "SNGV"
    assert REGISTER.names(("SYT", "SNGV")) == "Sở Y tế, SNGV"


def test_names_with_commas_of_their_own_are_parted_by_semicolons() -> None:
    assert REGISTER.names(("SBN",)) == "Các sở, ban, ngành"
    assert REGISTER.names(("SYT", "SBN")) == "Sở Y tế; các sở, ban, ngành"
    assert REGISTER.names(("SBN", "SYT")) == "Các sở, ban, ngành; Sở Y tế"


def test_of_two_agencies_with_one_name_the_first_keeps_it() -> None:
    twin = Agency("SYT2", "Sở Y tế", "Sở Y tế 2")
    found = register(plan(agencies=(SYT, twin)))
    assert found.find("sở y tế") == SYT
    assert found.find("SYT2") == twin


def test_behind_a_group_stand_its_members_in_their_order_those_of_groups_among_them() -> None:
    every = Agency("TC", "Tất cả", "Tất cả", group=True, members=members("SBN", "UBND", "SNV"))
    others = (Agency(name, name, name) for name in ("UBND", "SNV"))
    found = Roster((STTTT, SYT, SBN, every, *others)).respondents(("TC",), "", LAST_DAY)
    assert [body.agency for body in found.bodies] == ["STTTT", "SYT", "UBND", "SNV"]


def test_groups_within_groups_and_groups_that_hold_themselves() -> None:
    assert REGISTER.groups_of("SYT") == {"SBN", "ALL", "LOOP"}
    assert REGISTER.groups_of("SBN") == {"ALL"}
    assert REGISTER.groups_of("UBND") == {"ALL"}
    assert REGISTER.groups_of("ALL") == frozenset()
    assert REGISTER.groups_of("LOOP") == {"LOOP"}


def test_marks_case_and_blanks_do_not_count_in_names() -> None:
    assert name_key("  UBND các huyện, TX, TP. ") == name_key("ubnd các huyện TX TP")
    assert name_key("Sở Y tế") != name_key("Sở Y te")


def test_the_agencies_of_a_role() -> None:
    record = task()._replace(lead=("A",), support=("B",), oversight=("C",))
    assert agencies_in(record, "lead") == ("A",)
    assert agencies_in(record, "support") == ("B",)
    assert agencies_in(record, "oversight") == ("C",)
    assert agencies_in(record, None) == ("A", "B", "C")
