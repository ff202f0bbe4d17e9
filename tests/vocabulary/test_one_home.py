"""A word for an assessment is changed in `vocabulary/terms.py` alone: the terminal and the report follow."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.support.documents import text_of
from tests.support.known_plans import EXAMPLES

pytestmark = pytest.mark.slow

WORDS = {
    "Đúng tiến độ": "Kịp nhịp",
    "Rất chậm": "Trễ nhiều",
    "Thụt lùi": "Sút giảm",
    "Không đạt": "Hụt mức",
    "Chưa đủ số liệu": "Thiếu căn cứ",
}


@pytest.fixture(scope="module")
def reworded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with other words."""
    copy = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "src", copy, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    terms = copy / "kehoach_cli" / "vocabulary" / "terms.py"
    text = terms.read_text(encoding="utf-8")
    for old, new in WORDS.items():
        assert text.count(f'"{old}"') == 1
        text = text.replace(f'"{old}"', f'"{new}"')
    terms.write_text(text, encoding="utf-8")
    return copy


def said(copy: Path, folder: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "kehoach_cli", *command, "--plan", str(EXAMPLES)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def test_the_terminal_and_the_report_say_the_new_words_alone(reworded: Path, tmp_path: Path) -> None:
    day = ("--as-of", "2023-10-01")
    said(reworded, tmp_path, "report", "--period", "2023-Q3", "-o", "bao-cao.docx", "--yes")
    texts = [text_of((tmp_path / "bao-cao.docx").read_bytes())]
    texts += [said(reworded, tmp_path, command, *day) for command in ("status", "gaps")]
    texts += [said(reworded, tmp_path, *command, *day) for command in (("show", "KTS-06"), ("log", "KTS-06"))]
    texts.append(said(reworded, tmp_path, "gaps", "--help"))
    texts.append(said(reworded, tmp_path, "diff", "--since", "2023-06-30", *day))
    texts.append(said(reworded, tmp_path, "template", "fields"))
    told = "\n".join(texts).casefold().replace("được xử lý đúng tiến độ", "")  # the name of an indicator
    assert [new for new in WORDS.values() if new.casefold() not in told] == []
    assert [old for old in WORDS if old.casefold() in told] == []
