"""No regular expression of the program can be kept busy by text that somebody wrote."""

import re
import subprocess
import sys

import pytest

from tests.support.known_plans import ROOT
from tests.support.patterns import uses, worst_texts


@pytest.mark.parametrize(
    ("pattern", "length", "text"),
    [
        (r"[0-9]+\s*\s*%", 6, "1\t\t\t\t\t\t!"),
        (r" +(?=;)", 6, "      \0"),
        (r"(?:[A-Z]{2}[0-9]{3,} )+x", 14, "AA000 AA000 !"),
    ],
)
def test_the_texts_repeat_what_a_pattern_repeats_and_then_fail(pattern: str, length: int, text: str) -> None:
    assert text in worst_texts(re.compile(pattern), length)


@pytest.mark.slow
def test_every_pattern_answers_about_its_worst_texts() -> None:
    worker = [sys.executable, "-m", "tests.support.patterns"]
    done = subprocess.run(worker, cwd=ROOT, capture_output=True, text=True, check=False)
    tried = done.stderr.splitlines()
    assert done.returncode == 0, tried[-1]
    assert len(tried) == len(list(uses(ROOT / "src/kehoach_cli")))
