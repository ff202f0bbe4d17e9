"""Accents are composed, but for piles of marks that no script has."""

import pytest

from kehoach_cli.plan.composed import composed

DOT, HAT = "\u0323", "\u0302"


@pytest.mark.parametrize("letter", ["", "e", "đe", "e\u0323e"])
def test_thirty_marks_on_a_letter_are_put_in_order_and_more_are_left(letter: str) -> None:
    thirty, more = letter + (HAT + DOT) * 15, letter + (HAT + DOT) * 15 + DOT
    assert composed(thirty) != thirty
    assert composed(more) == more


def test_words_in_pieces_are_one_word() -> None:
    assert composed("Ho\u0300a bi\u0300nh") == "Hòa bình"
