"""A stored number becomes what a person would type; its format is read, never guessed."""

import pytest

from kehoach_cli.tables.number_formats import Shown, iso_day_text, number_text, shown_as


@pytest.mark.parametrize(
    ("stored", "shown", "text"),
    [
        ("45.5", "number", "45,5"),
        ("1250", "number", "1250"),
        ("1250.0", "number", "1250"),
        ("0.45500000000000002", "number", "0,455"),  # as Excel stores it
        ("1E-3", "number", "0,001"),
        ("-0.0", "number", "0"),
        ("1E+20", "number", "100000000000000000000"),
        ("1E+300", "number", "1E+300"),
        ("1E+400", "number", "1E+400"),
        ("NaN", "number", "NaN"),
        ("không", "number", "không"),
        ("0.455", "percent", "45,5%"),
        ("1", "percent", "100%"),
        ("0.07", "percent", "7%"),  # 0.07 * 100 is 7.000000000000001 in binary
        ("45199", "date", "30/9/2023"),
        ("45199.75", "date", "30/9/2023"),
        ("1", "date", "1/1/1900"),
        ("59", "date", "28/2/1900"),
        ("61", "date", "1/3/1900"),
        ("0", "date", "0"),
        ("2958465", "date", "31/12/9999"),
        ("2958466", "date", "2958466"),
        ("-5", "date", "-5"),
    ],
)
def test_text(stored: str, shown: Shown, text: str) -> None:
    assert number_text(stored, shown) == text


@pytest.mark.parametrize(
    ("stored", "text"), [("43737", "30/9/2023"), ("2957003", "31/12/9999"), ("2957004", "2957004")]
)
def test_days_from_1904(stored: str, text: str) -> None:
    assert number_text(stored, "date", from_1904=True) == text


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", "number"),
        ("#,##0.00", "number"),
        ("0.0%", "percent"),
        ('0.0"%"', "number"),
        (r"0.0\%", "number"),
        ("dd/mm/yyyy", "date"),
        ("[$-42A]dd/mm/yyyy;@", "date"),
        ('"ngày" dd "tháng" mm "năm" yyyy', "date"),
        ("mm/yyyy", "date"),
        ("mmmm", "date"),
        ("h:mm", "number"),
        ("[h]:mm:ss", "number"),
        ("dd/mm/yyyy hh:mm AM/PM", "date"),
        ("[Red]0.00", "number"),
        ('0 "người"', "number"),
        ("0_);[Red](0)", "number"),
        ("Standard", "number"),
        ("@", "number"),
        ('0"', "number"),
    ],
)
def test_codes(code: str, shown: Shown) -> None:
    assert shown_as(200, code) == shown


@pytest.mark.parametrize(("identifier", "shown"), [(0, "number"), (10, "percent"), (14, "date"), (20, "number")])
def test_built_in_formats(identifier: int, shown: Shown) -> None:
    assert shown_as(identifier, None) == shown


def test_days_as_text() -> None:
    assert iso_day_text("2023-09-30T00:00:00") == "30/9/2023"
    assert iso_day_text("30/9") == "30/9"
