"""The terminal: its width, whether it shows colour, and Vietnamese that comes out whole whatever the code page."""

import io
import os
import subprocess
import sys

import pytest

from kehoach_cli.cli import console
from tests.support.known_plans import EXAMPLES, ROOT


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("system", "variables", "colour"),
    [
        ("posix", {"TERM": "xterm"}, True),
        ("posix", {"TERM": "dumb"}, False),
        ("posix", {"TERM": "xterm", "NO_COLOR": "1"}, False),
        ("posix", {"TERM": "xterm", "NO_COLOR": ""}, True),  # https://no-color.org: only when it is not empty
        ("nt", {}, False),  # the old console
        ("nt", {"WT_SESSION": "1"}, True),
    ],
)
def test_where_colour_is_shown(
    monkeypatch: pytest.MonkeyPatch, system: str, variables: dict[str, str], *, colour: bool
) -> None:
    for name in ("TERM", "NO_COLOR", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("kehoach_cli.cli.console.os.name", system)
    assert console.shows_colour(Terminal()) is colour
    assert console.shows_colour(io.StringIO()) is False


@pytest.mark.parametrize(("columns", "width"), [("120", 120), ("30", 40), ("0", 80), ("rộng", 80), ("", 80)])
def test_width_comes_from_columns_and_never_goes_below_40(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert console.width() == width


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp1258", "cp1252", "ascii", "utf-16"])
def test_pipes_and_files_get_utf_8_whatever_the_code_page(encoding: str) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "kehoach_cli", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, check=False)

    shown = run("status", "--plan", str(EXAMPLES), "--as-of", "2023-10-01").stdout.decode("utf-8")
    assert "Chưa đủ số liệu" in shown
    assert "\r" not in shown
    assert run("show").stderr.decode("utf-8") == "kehoach: Thiếu MÃ. Xem cách dùng: kehoach show --help\n"


def test_a_terminal_of_an_old_code_page_gets_question_marks_and_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    class OldTerminal(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    raw = io.BytesIO()
    screen = OldTerminal(raw, encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", screen)
    console.prepare_streams()
    screen.write("Mức phấn đấu")
    screen.flush()
    assert raw.getvalue() == b"M?c ph?n ??u"
