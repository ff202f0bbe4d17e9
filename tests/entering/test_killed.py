"""The real command killed at any moment: the file has all that was to be written, or nothing. Figures are made up."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

LONGEST_LIFE = 0.6  # seconds, about as long as the command takes


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_all_or_nothing_is_recorded(tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    shutil.copytree(ROOT / "examples" / "data", plan / "data")
    path = plan / "data" / "indicators.yaml"
    chance = random.SystemRandom()
    for day in range(1, 7):
        before = path.read_text(encoding="utf-8")
        words = ["record", "CQS-02", f"41,{day}", "--date", f"{day}/11/2023", "--source", f"CV {day}/VPUBND", "--yes"]
        command = subprocess.Popen(
            [sys.executable, "-m", "kehoach_cli", *words, "--plan", str(plan)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0, LONGEST_LIFE))
        command.send_signal(signal.SIGKILL)
        command.wait()
        written = f"    - value: 41.{day}\n      date: 2023-11-{day:02}\n      source: CV {day}/VPUBND\n"
        assert path.read_text(encoding="utf-8").replace(written, "") == before
