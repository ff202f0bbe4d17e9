"""What the user's pages show is what the program prints: examples there are run, or are golden files."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from scripts import command_pages

from tests.conftest import GOLDEN, Golden, Kehoach
from tests.support.known_plans import ROOT

PAGES = sorted((ROOT / "docs").glob("*.md"))
RUN = re.compile(r"^```console\n\$ kehoach (?P<arguments>.*)\n(?P<shown>(?:.*\n)*?)```$", re.MULTILINE)
KEPT = re.compile(r"^<!-- (?P<golden>\S+) -->\n```text\n(?P<shown>(?:.*\n)*?)```$", re.MULTILINE)
EXAMPLES = [(page.name, match) for page in PAGES for match in RUN.finditer(page.read_text(encoding="utf-8"))]
COPIES = [(page, match) for page in PAGES for match in KEPT.finditer(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("page", "example"), EXAMPLES, ids=[f"{page}-{match[1]}" for page, match in EXAMPLES])
def test_examples(
    kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: str, example: re.Match[str]
) -> None:
    """`…` on a line of its own stands for lines left out. What a command writes goes into a copy."""
    for folder in ("data", "examples", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    result = kehoach(*shlex.split(example["arguments"]))
    printed = result.out or result.err
    for part in re.split(r"^…\n", example["shown"], flags=re.MULTILINE):
        assert part in printed


@pytest.mark.parametrize(("page", "copy"), COPIES, ids=[match[1] for _, match in COPIES])
def test_copies_of_golden_files(page: Path, copy: re.Match[str], pytestconfig: pytest.Config) -> None:
    wanted = (GOLDEN / copy["golden"]).read_text(encoding="utf-8")
    if pytestconfig.getoption("--update-golden"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace(copy["shown"], wanted), encoding="utf-8", newline="\n")
        return
    assert copy["shown"] == wanted


def test_the_page_of_commands_is_their_help(golden: Golden) -> None:
    """Drawn anew by `pytest --update-golden` or `python -m scripts.command_pages`."""
    golden("../../docs/lenh.md", command_pages.document())


def test_every_command_is_told_about_elsewhere_too() -> None:
    names = re.findall(r"^## (kehoach .+)$", command_pages.document(), re.MULTILINE)
    pages = [page for page in PAGES if page.name not in ("lenh.md", "json.md")]
    told = "\n".join(page.read_text(encoding="utf-8") for page in (*pages, ROOT / "README.vi.md"))
    assert [name for name in names if not re.search(rf"{name}\b", told)] == []


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 8
    assert COPIES
