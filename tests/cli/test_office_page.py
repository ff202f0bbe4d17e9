"""docs/cai-dat.md, followed on Linux from the handed-out files alone: installed, upgraded, put back, removed."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from scripts import release

from kehoach_cli import __version__
from tests.support.environments import Environment
from tests.support.known_plans import ROOT

PAGE = (ROOT / "docs" / "cai-dat.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+)\n((?:(?!## ).*\n)*)", PAGE, re.MULTILINE))
NEXT = "99.1"


def lines(section: str, language: str = "sh") -> str:
    [block] = re.findall(rf"^```{language}\n(.*?)^```$", SECTIONS[section], re.MULTILINE | re.DOTALL)
    return str(block)


def release_next(folder: Path, wheel: Path) -> None:
    """Hand out a version that does not exist: this one's wheel under another number."""
    scratch = folder / "source"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(scratch)
    about = scratch / f"kehoach-{__version__}.dist-info"
    for path in (scratch / "kehoach_cli" / "__init__.py", about / "METADATA"):
        path.write_text(path.read_text(encoding="utf-8").replace(__version__, NEXT), encoding="utf-8")
    about.rename(scratch / f"kehoach-{NEXT}.dist-info")
    command = [sys.executable, "-m", "scripts.release", str(folder)]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(scratch)}, check=True, capture_output=True)


@pytest.mark.slow
def test_the_page_is_followed_from_an_empty_folder(tmp_path: Path) -> None:
    desk = tmp_path / "bàn làm việc"
    desk.mkdir()
    office = Environment(desk)
    assert release.main([str(tmp_path)]) == 0
    handed_out = tmp_path / f"kehoach-{__version__}" / "cong-cu"
    release_next(tmp_path, handed_out / f"kehoach-{__version__}-py3-none-any.whl")
    handed_out.rename(desk / "cong-cu")
    assert office.run(lines("Cài")).endswith(f"kehoach {__version__}\n")
    assert office.run(lines("Bắt đầu một kế hoạch")).endswith("Đã kiểm tra 4 tệp: không có lỗi\n")
    plan = {path: path.read_bytes() for path in desk.glob("ke-hoach-2024/**/*") if path.is_file()}

    office.run(lines("Nâng cấp"))
    (tmp_path / f"kehoach-{NEXT}" / "cong-cu").rename(desk / "cong-cu")
    assert office.run(lines("Cài")).endswith(f"kehoach {NEXT}\n")
    office.run(".venv/bin/kehoach validate ke-hoach-2024")

    office.run(lines("Quay lại bản trước"))
    assert office.run(lines("Cài")).endswith(f"kehoach {__version__}\n")

    office.run(lines("Gỡ"))
    assert sorted(path.name for path in desk.iterdir()) == ["cong-cu-moi", "ke-hoach-2024"]
    assert {path: path.read_bytes() for path in desk.glob("ke-hoach-2024/**/*") if path.is_file()} == plan


def test_a_version_is_handed_out_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pip takes what bears the same version for the same."""
    assert release.main([str(tmp_path)]) == 0
    written = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert release.main([str(tmp_path)]) == 1
    assert "raise __version__" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == written
    assert len(written) == 2


@pytest.mark.parametrize("section", ["Cài", "Bắt đầu một kế hoạch", "Nâng cấp", "Quay lại bản trước", "Gỡ"])
def test_the_lines_for_windows_say_the_same(section: str) -> None:
    windows = lines(section).replace("python3", "py").replace(".venv/bin/", ".venv\\Scripts\\")
    assert lines(section, "powershell") == windows


def test_a_new_plans_own_page_installs_alike() -> None:
    starter = (ROOT / "src" / "kehoach_cli" / "starter" / "README.md").read_text(encoding="utf-8")
    told = [line.strip() for line in starter.splitlines() if line.startswith("    ")]
    for language in ("sh", "powershell"):
        assert set(lines("Cài", language).replace(" -q", "").splitlines()[:3]) <= set(told)
