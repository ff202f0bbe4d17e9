"""Several people enter at the same time, each with a program of their own: nobody's line is lost."""

import subprocess
from pathlib import Path

import pytest

from kehoach_cli.loading.plan_files import load_plan
from kehoach_cli.storage.folder import plan_folder
from tests.support.plans import INDICATORS, write_plan
from tests.support.programs import kehoach_on_path

pytestmark = pytest.mark.slow

WRITERS = 6


def test_everybody_is_written(tmp_path: Path) -> None:
    many = "".join(INDICATORS.replace("CQS-01", f"CQS-{number:02}") for number in range(1, 4))
    folder = write_plan(tmp_path / "plan", indicators=many)
    environment = kehoach_on_path(tmp_path / "bin")
    running = [
        subprocess.Popen(
            [
                *(str(tmp_path / "bin" / "kehoach"), "record", f"CQS-0{number % 3 + 1}", str(30 + number)),
                *("--date", f"{number + 1}/9/2023", "--source", f"CV {number}", "--yes"),
            ],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for number in range(WRITERS)
    ]
    complaints = [process.communicate()[1].decode() for process in running]
    assert [process.returncode for process in running] == [0] * WRITERS, complaints
    found = plan_folder(folder)
    assert found is not None
    plan = load_plan(found).plan
    assert plan is not None
    entries = [entry for indicator in plan.indicators for entry in indicator.measurements]
    assert sorted(entry.source or "" for entry in entries) == [f"CV {number}" for number in range(WRITERS)]
