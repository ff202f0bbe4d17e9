"""Many files at once: a bar in a terminal, nothing in a pipe, an answer asked for in between, and Ctrl-C."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.plans import INDICATORS, PLAN, write_plan
from tests.support.terminal import SOURCE, in_terminal

pytestmark = pytest.mark.slow

COMMAND = ("receive", "ve", "--as-of", "31/12/2023", "--agency", "STTTT", "--source", "BC 1")


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan, and 28 files, each with the answer of one day."""
    folder = write_plan(tmp_path / "plan", plan=PLAN, indicators=INDICATORS)
    monkeypatch.chdir(folder)
    (folder / "ve").mkdir()
    for number in range(1, 29):
        (folder / "ve" / f"{number:02}.csv").write_text(f"Mã;Kết quả;Ngày\nCQS-01;{30 + number};{number}/9/2023\n")
    return folder


def days(plan: Path) -> int:
    return (plan / "data" / "indicators.yaml").read_text(encoding="utf-8").count("date: 2023-09")


def test_a_terminal_shows_how_far_it_is(plan: Path) -> None:
    shown = in_terminal(*COMMAND)
    assert "28/28" in shown
    assert "Đã nhận 28/28 tệp." in shown
    assert days(plan) == 28


def test_a_pipe_gets_the_result_alone(plan: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kehoach_cli", *COMMAND],
        capture_output=True,
        env={"PYTHONPATH": str(SOURCE)},
        check=True,
    )
    assert done.stdout.decode().startswith("Đã nhận 28/28 tệp.\n")
    assert "28/28" not in done.stderr.decode()
    assert days(plan) == 28


def test_ctrl_c_keeps_what_was_whole(plan: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "kehoach_cli", *COMMAND], stderr=subprocess.PIPE, env={"PYTHONPATH": str(SOURCE)}
    ) as process:
        assert process.stderr is not None
        told = process.stderr.readline().decode()
        process.send_signal(signal.SIGINT)
        told += process.stderr.read().decode()
    assert process.returncode == 130
    assert told.count(": nhận 1\n") <= days(plan) < 28
    assert "Traceback" not in told
