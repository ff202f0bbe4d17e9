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


def test_nothing_near_is_nothing_and_no_more_than_asked_for() -> None:
    assert near_ids("XYZ-99", IDS) == []
    assert len(near_ids("CQS-02", IDS, most=2)) == 2
