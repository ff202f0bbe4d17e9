"""Near misses of ids."""

import pytest

from kehoach_cli.plan.suggest import near_ids

IDS = ["CQS-02", "CQS-12", "NV-CQS-02", "KTS-01"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("cqs2", "CQS-02"), ("CQS_02", "CQS-02"), ("cqs-002", "CQS-02"), ("nvcqs2", "NV-CQS-02"), ("KTS1", "KTS-01")],
)
def test_what_was_probably_meant_comes_first(typed: str, first: str) -> None:
    assert near_ids(typed, IDS)[0] == first


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("ABCXY", ["ABCDE"]),  # three letters of five in common
        ("ABCDXYZ", []),  # four of seven with ABCDEFG
    ],
)
def test_near_is_what_shares_six_letters_of_ten(typed: str, near: list[str]) -> None:
    assert near_ids(typed, ["ABCDE" if near else "ABCDEFG"]) == near


def test_three_are_offered() -> None:
    assert len(near_ids("CQS-0", ["CQS-01", "CQS-02", "CQS-03", "CQS-04"])) == 3


def test_nothing_near_is_nothing_and_no_more_than_asked_for() -> None:
    assert near_ids("XYZ-99", IDS) == []
    assert len(near_ids("CQS-02", IDS, most=2)) == 2
