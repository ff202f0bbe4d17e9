"""The program from its wheel, as `pip install .` puts it on a desk: complete, and at work in an empty folder."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.known_plans import ROOT

pytestmark = pytest.mark.slow

Installed = Callable[..., str]


def built_wheel(folder: Path) -> Path:
    """The wheel that the builder makes of this source."""
    command = ["pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run([sys.executable, "-m", *command], check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Installed:
    """Run the installed program in an empty folder; it has to end with exit code 0."""
    program, desk = tmp_path / "program", tmp_path / "ban lam viec"
    desk.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(program)

    def call(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=desk,
            env=os.environ | {"PYTHONPATH": str(program)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert call("-c", "import kehoach_cli; print(kehoach_cli.__file__)").startswith(str(program))
    return call


def test_the_wheel_holds_the_program_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        [points] = [archive.read(name).decode() for name in names if name.endswith("entry_points.txt")]
    assert {name.split("/")[0] for name in names} == {"kehoach_cli", f"{'-'.join(wheel.name.split('-')[:2])}.dist-info"}
    assert [name for name in names if "__pycache__" in name] == []
    assert points == "[console_scripts]\nkehoach = kehoach_cli.__main__:main\n"


def test_a_plan_is_laid_out_checked_and_reported_in_an_empty_folder(installed: Installed) -> None:
    kehoach = ("-m", "kehoach_cli")
    wanted = ["--number", "12/QĐ-UBND", "--date", "5/1/2024", "--issuer", "UBND huyện Mẫu", "--year", "2024"]
    wanted += ["--place", "Mẫu", "--signer", "Nguyễn Văn Mẫu"]
    assert "Đã lập kho" in installed(*kehoach, "init", "kho", *wanted)
    assert installed(*kehoach, "validate", "kho") == "Đã kiểm tra 4 tệp: không có lỗi\n"
    assert "Chưa ghi nhận tiến độ nào" in installed(*kehoach, "status", "--plan", "kho")
    assert "Đã ghi bao-cao-2024-Q1.docx" in installed(*kehoach, "report", "--plan", "kho", "--period", "2024-Q1")
    assert "không có lỗi" in installed(*kehoach, "template", "check", "kho/templates/bao-cao-quy.docx")
    assert installed(*kehoach, "--version").startswith("kehoach ")
