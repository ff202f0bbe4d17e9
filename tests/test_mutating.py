"""The script that changes thresholds one by one tells a test that holds one from a test that does not."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from scripts.mutants import mutants_of
from scripts.mutate_thresholds import EQUIVALENT

from tests.conftest import ROOT

PACKAGE = ROOT / "src" / "kehoach_cli"

MODULE = """\
from decimal import Decimal

MOST = 3
_LEAST_SHARE = Decimal("0.5")


def too_many(count: int) -> bool:
    return count > MOST


def large(share: Decimal) -> bool:
    return share >= _LEAST_SHARE
"""
WEAK = """\
from decimal import Decimal
from tiny.limits import large, too_many


def test_limits():
    assert too_many(9) and not too_many(0)
    assert large(Decimal("0.5")) and not large(Decimal("0.49"))
"""
STRONG = WEAK.replace("too_many(9) and not too_many(0)", "too_many(4) and not too_many(3)")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="forks")
@pytest.mark.parametrize(
    ("test", "code", "survivors"),
    [
        (
            WEAK,
            1,
            [
                "survived: limits.py -: MOST = 3 → MOST = 2, line 3",
                "survived: limits.py -: MOST = 3 → MOST = 4, line 3",
                "survived: limits.py too_many: count > MOST → count >= MOST, line 8",
                "mutants: 6  limits.py: 6",
                "equivalent: 0",
                "survivors: 3  limits.py: 3",
            ],
        ),
        (STRONG, 0, ["mutants: 6  limits.py: 6", "equivalent: 0", "survivors: 0"]),
    ],
)
def test_a_weak_test_lets_a_mutant_survive(tmp_path: Path, test: str, code: int, survivors: list[str]) -> None:
    for name, text in (("tiny/__init__.py", ""), ("tiny/limits.py", MODULE), ("tests/test_limits.py", test)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    given = ("--root", str(tmp_path), "--package", "tiny", "limits.py", "--tests", "tests")
    command = [sys.executable, "-m", "scripts.mutate_thresholds", *given]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.stdout.splitlines()[:-1], done.stderr) == (survivors, "")
    assert done.returncode == code


def test_what_is_listed_as_equivalent_is_a_mutant() -> None:
    """A label names a function: one that was renamed since would list nothing."""
    labels = re.findall(r"^(\S+) (\S.*)\n +\S", EQUIVALENT.read_text("utf-8"), re.MULTILINE)
    assert len(labels) > 10
    for module, change in labels:
        assert f"{module} {change}" in {mutant.label for mutant in mutants_of(PACKAGE, module)}
