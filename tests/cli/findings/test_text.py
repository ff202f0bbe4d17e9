"""Findings for people: the whole of what they see, in a pipe and in a terminal, and lines that are very long."""

from pathlib import Path

import pytest

from kehoach_cli.cli.output.findings.as_text import findings_text
from kehoach_cli.cli.output.findings.check_report import CheckReport
from kehoach_cli.diagnostics import Finding, LocatedFinding, Location, Position
from tests.cli.findings.conftest import Checked
from tests.conftest import Golden, Kehoach
from tests.support.plans import PLAN, TASKS, write_plan


def test_all_that_is_said(checked: Checked, golden: Golden) -> None:
    golden("validate/findings.txt", checked("text"))


def test_the_order_is_that_of_files_and_lines_whatever_finds_them(kehoach: Kehoach, small_plan: Path) -> None:
    agency = "- {id: A, name: Sở  A, short_name: A}\n"
    write_plan(
        small_plan, agencies=agency * 3, tasks=TASKS.replace("STTTT", "X"), plan=PLAN.replace("UBND tỉnh", "UBND  tỉnh")
    )
    lines = [line.partition(": ")[0] for line in kehoach("validate").out.splitlines() if line.startswith("data/")]
    places = [(file, int(line), int(column)) for file, line, column in (line.split(":") for line in lines)]
    assert places == sorted(places)
    assert len({file for file, _, _ in places}) == 4


def shown(line: str, start: int, end: int, *, width: int = 40) -> list[str]:
    """A source line and the carets below it, without the margin."""
    location = Location("a.yaml", Position(7, start), Position(7, end))
    item = LocatedFinding(Finding("KH203", "error", "Sai", "Sửa", location), location, line=line)
    text = findings_text(CheckReport([item], ("a.yaml",)), width=width)
    return [row[6:] for row in text.splitlines()[1:3]]


def test_the_span_is_pointed_at_below_letters_of_any_width() -> None:
    assert shown("  name: 漢字 x", 12, 13) == ["  name: 漢字 x", "             ^"]
    assert shown("  name: e\u0302 x", 12, 13) == ["  name: e\u0302 x", "          ^"]


@pytest.mark.parametrize("place", [1, 8, 500, 970, 990])
def test_a_long_line_is_cut_around_what_is_pointed_at(place: int) -> None:
    line = "".join(chr(97 + number % 26) for number in range(1000))
    row, carets = shown(line, place, place + 5)
    assert len(row) <= 40 - len("  7 | ")
    at = carets.index("^")
    assert row[at : at + carets.count("^")] == line[place - 1 : place + 4]
    assert row.startswith("…") == (place > 8)


def test_a_span_that_goes_on_is_pointed_at_to_the_end_of_its_line() -> None:
    location = Location("a.yaml", Position(7, 3), Position(9, 1))
    item = LocatedFinding(Finding("KH203", "error", "Sai", "Sửa", location), location, line="  updates:")
    assert findings_text(CheckReport([item], ("a.yaml",)), width=80).splitlines()[2] == "    |   ^^^^^^^^"


def test_control_characters_reach_no_terminal(kehoach: Kehoach, small_plan: Path) -> None:
    (small_plan / "data" / "tasks.yaml").write_bytes(b"- id: a\x1b[2J\x07\xe2\x80\xae\n")
    result = kehoach("validate")
    assert result.code == 2
    assert "  1 | - id: a�[2J��\n" in result.out
    assert result.out.isprintable() or not set(result.out) & {"\x1b", "\x07", "\u202e"}
