"""README.md and README.vi.md keep their word: commands run, in continuous integration too, and pictures are true."""

import re
import shlex
import shutil
from datetime import date
from pathlib import Path

import pytest
from scripts.pictures import IMAGES, TERMINALS, terminal_picture

from tests.conftest import Golden, Kehoach, Result
from tests.support.known_plans import ROOT
from tests.support.repositories import new_repo

READMES = ["README.md", "README.vi.md"]


def blocks(name: str, language: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands(name: str, language: str = "sh") -> tuple[str, str]:
    """The one line that sets up and runs the program, and the one that sets up and runs the tests."""
    first, second = (block for block in blocks(name, language) if "venv" in block)
    for block in (first, second):
        assert block.count("\n") == 1
    return first.strip(), second.strip()


FIRST, SECOND = commands("README.md")


def test_both_readmes_give_the_same_two_commands() -> None:
    for language in ("sh", "powershell"):
        assert set(commands("README.vi.md", language)) == set(commands("README.md", language))


@pytest.mark.parametrize("command", [FIRST, SECOND], ids=["first", "second"])
def test_continuous_integration_runs_the_very_lines(command: str) -> None:
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_the_lines_for_windows_say_the_same() -> None:
    for posix, windows in zip(commands("README.md"), commands("README.md", "powershell"), strict=True):
        assert windows == posix.replace("python3", "py").replace(".venv/bin/", ".venv\\Scripts\\").replace(" &&", ";")


def test_the_first_command_does_the_main_job(kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for folder in ("data", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    calls = [shlex.split(part)[1:] for part in FIRST.split(" && ") if part.startswith(".venv/bin/kehoach ")]
    assert [call[0] for call in calls] == ["validate", "gaps", "overdue", "status", "report"]
    for call in calls:
        result = kehoach(*call)
        assert (result.code, result.err) == (0, "")
    assert (tmp_path / "bao-cao-2023-Q3.docx").exists()


@pytest.mark.parametrize("name", READMES)
def test_a_quarter_goes_as_it_is_told(
    kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    """Every line of the story, on 13 September 2023, in a plan's own repository; it leaves nothing outside of git."""
    for folder in ("data", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / ".gitignore").write_bytes((ROOT / ".gitignore").read_bytes())
    repo = new_repo(tmp_path)
    repo.commit("Nhập kế hoạch")
    repo.git("branch", "origin/main")
    for module in ("parsing", "documents.report_file"):
        monkeypatch.setattr(f"kehoach_cli.cli.{module}.today", lambda: date(2023, 9, 13))
    monkeypatch.chdir(tmp_path)
    story = [block for block in blocks(name, "sh") if block.startswith("kehoach ")]
    lines = [line for block in story for line in block.splitlines()]
    printed: dict[str, Result] = {}
    for program, *words in (shlex.split(part, comments=True) for line in lines for part in line.split(" && ")):
        if program == "git":
            repo.git(*words)
        else:
            printed[words[0]] = kehoach(*words)
    assert {command: result.err for command, result in printed.items() if result.code} == {}
    assert {
        "record",
        "update",
        "status",
        "extend",
        "amend",
        "remind",
        "narrative",
        "report",
        "validate",
    } <= printed.keys()
    saved = {"cong-van/cong-van-don-doc-SYT.docx", "bao-cao-2023-Q3.docx", "data/narrative/2023-Q3.yaml"}
    assert saved <= set(repo.git("ls-tree", "-r", "--name-only", "HEAD").splitlines())
    assert repo.git("status", "--porcelain") == ""


@pytest.mark.parametrize("name", TERMINALS)
def test_terminal_pictures_show_what_the_program_does(golden: Golden, name: str) -> None:
    """Drawn anew by `pytest --update-golden` or `python -m scripts.pictures`."""
    golden(f"../../{(IMAGES / name).relative_to(ROOT).as_posix()}.svg", terminal_picture(name))


@pytest.mark.parametrize("name", READMES)
def test_pictures_are_said_to_show_made_up_figures(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.search(r"^\*.*(made up|giả định).*\(examples/README", text, re.MULTILINE)
    assert {Path(path).name for path in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)} == {
        path.name for path in IMAGES.iterdir()
    }
