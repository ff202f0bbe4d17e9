"""The real program in a real terminal: coloured or not, every line fits the window."""

import re
import sys
from pathlib import Path

import pytest

from kehoach_cli.cli.output.layout import text_width
from tests.support.known_plans import DISTRICT, EXAMPLES
from tests.support.terminal import at_widths, in_terminal

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
COLOURS = re.compile(r"\x1b\[[0-9;]*3[0-7][0-9;]*m")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals"),
]

CASES = [
    (EXAMPLES, "2023-10-01", ("status",)),
    (EXAMPLES, "2023-10-01", ("gaps",)),
    (EXAMPLES, "2023-10-01", ("tasks",)),
    (EXAMPLES, "2024-01-01", ("overdue",)),
    (EXAMPLES, "2023-10-01", ("show", "CQS-15")),
    (EXAMPLES, "2023-10-01", ("show", "NV-CQS-16")),
    (EXAMPLES, "2024-01-01", ("log", "CQS-15")),
    (EXAMPLES, "2023-10-01", ("diff", "--since", "2023-09-14")),
    (DISTRICT, "2024-07-01", ("log",)),
    (DISTRICT, "2024-07-01", ("diff", "--since", "2024-03-31")),
    (DISTRICT, "2024-07-01", ("status",)),
    (DISTRICT, "2024-07-01", ("gaps",)),
    (DISTRICT, "2024-07-01", ("overdue", "--by", "agency")),
    (DISTRICT, "2024-07-01", ("show", "NTM-02")),
]


@pytest.mark.parametrize(("folder", "day", "command"), CASES, ids=[f"{case[0].name}-{case[2][0]}" for case in CASES])
def test_every_line_fits_the_window(folder: Path, day: str, command: tuple[str, ...]) -> None:
    narrow = (60, 40) if folder == EXAMPLES else (60,)  # the district's units take a column more
    widths = (200, 120, 80, *narrow)
    pages = at_widths(*command, "--plan", str(folder), "--as-of", day, widths=widths)
    for width, shown in zip(widths, pages, strict=True):
        lines = ESCAPES.sub("", shown).splitlines()
        assert len(lines) > 5
        assert [line for line in lines if text_width(line) > width] == []


def test_colour_marks_what_is_late_and_is_left_out_on_request() -> None:
    command = ("overdue", "--plan", str(EXAMPLES), "--as-of", "2023-10-01")
    coloured = in_terminal(*command)
    plain = in_terminal(*command, environment={"NO_COLOR": "1"})
    assert COLOURS.search(coloured)
    assert not COLOURS.search(plain)
    assert ESCAPES.sub("", coloured) == ESCAPES.sub("", plain)


def test_the_terminal_shows_what_the_pipe_does() -> None:
    """The same lines, but for capitals and the kind of rule."""
    command = ("gaps", "--plan", str(EXAMPLES), "--as-of", "2023-10-01")
    shown = ESCAPES.sub("", in_terminal(*command, width=100)).splitlines()
    piped = in_terminal(*command, environment={"COLUMNS": "100"}, piped=True).splitlines()
    assert [line.replace("─", "-").casefold() for line in shown] == [line.casefold() for line in piped]
