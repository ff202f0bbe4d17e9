"""The wheel of the running program in a new plan's repository, and what its jobs install from there."""

import hashlib
import io
import re
import shlex
import shutil
import zipfile
from email import message_from_bytes
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from scripts import lock

from kehoach_cli import __version__
from kehoach_cli.cli.documents import own_wheel
from tests.cli.test_init import OPTIONS
from tests.cli.test_installing import built_wheel
from tests.cli.test_lock import here
from tests.conftest import Kehoach
from tests.support.environments import Environment, made_up_wheel
from tests.support.programs import SOURCE

WHEEL = f"cong-cu/kehoach-{__version__}-py3-none-any.whl"


@pytest.fixture
def laid_out(kehoach: Kehoach, tmp_path: Path) -> Path:
    assert kehoach("init", str(tmp_path / "kho"), *OPTIONS).code == 0
    return tmp_path / "kho"


def contents(wheel: bytes) -> dict[str, bytes]:
    """A wheel's files, but for those that depend on the program which made it."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        names = [name for name in archive.namelist() if not name.endswith(("/WHEEL", "/RECORD", "/METADATA"))]
        return {name: archive.read(name) for name in names}


def needs(wheel: bytes) -> list[str]:
    """What pip reads of a wheel's metadata, but for what only developers install."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        about = message_from_bytes(archive.read(f"kehoach-{__version__}.dist-info/METADATA"))
    dependencies = [need for need in about.get_all("Requires-Dist", []) if "extra ==" not in need]
    return [about["Metadata-Version"], about["Name"], about["Version"], about["Requires-Python"], *dependencies]


@pytest.mark.slow
def test_it_holds_what_the_builders_wheel_holds(tmp_path: Path) -> None:
    """Where it does not: install anew with README.md's second command."""
    made, built = own_wheel.own_files()[WHEEL], built_wheel(tmp_path).read_bytes()
    assert contents(made) == contents(built)
    assert needs(made) == needs(built)
    assert len(needs(made)) > 10


def test_the_requirements_name_the_very_wheel_and_every_pin_of_the_program() -> None:
    files = own_wheel.own_files()
    text = files["cong-cu/requirements.txt"].decode()
    [[path, digest]] = re.findall(r"^\./(\S+) \\\n    --hash=sha256:(\S+)$", text, re.MULTILINE)
    assert (path, digest) == (WHEEL, hashlib.sha256(files[WHEEL]).hexdigest())
    assert lock.pins(text) == lock.pins(lock.PROGRAM.read_text(encoding="utf-8"))
    assert text.startswith("# -*- coding: utf-8 -*-\n"), "pip on Windows reads it in the system's encoding otherwise"


def test_files_that_tools_leave_in_the_package_stay_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = own_wheel.own_files()
    package = tmp_path / "kehoach_cli"
    shutil.copytree(SOURCE / "kehoach_cli", package)
    (package / "plan" / "__pycache__").mkdir(exist_ok=True)
    (package / "plan" / "__pycache__" / "gaps.cpython-311.pyc").write_bytes(b"made by Python")
    (package / ".DS_Store").write_bytes(b"made by a file manager")
    monkeypatch.setattr(own_wheel, "files", lambda _: package)
    assert own_wheel.own_files() == before


@pytest.mark.parametrize("found", ["0.0.9", None])
def test_a_program_that_pip_did_not_install_is_not_passed_on(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: str | None
) -> None:
    class Stale:
        version = found

    def distribution(_: str) -> Stale:
        if found is None:
            raise PackageNotFoundError
        return Stale()

    monkeypatch.setattr(own_wheel, "distribution", distribution)
    result = kehoach("init", str(tmp_path / "kho"), *OPTIONS)
    assert (result.code, result.out) == (2, "")
    assert "chưa được cài bằng pip; cài lại" in result.err
    assert not (tmp_path / "kho").exists()


def install_steps(path: Path) -> str:
    """What a workflow's job runs before it checks anything, but for git's installation."""
    workflow = YAML(typ="safe").load(path)
    if "jobs" in workflow:
        return str(workflow["jobs"]["kiem-tra"]["steps"][1]["run"])
    return "\n".join(workflow["kiem-tra-ke-hoach"]["before_script"][1:])


def test_both_services_install_alike(laid_out: Path) -> None:
    github = install_steps(laid_out / ".github/workflows/ke-hoach.yml").replace('"$RUNNER_TEMP/kehoach/bin/pip"', "pip")
    gitlab = install_steps(laid_out / ".gitlab-ci.yml").replace(" && ", "\n")
    assert github.splitlines()[1:] == gitlab.splitlines()


@pytest.mark.slow
def test_the_job_installs_the_very_program_and_asks_no_index_for_it(laid_out: Path, tmp_path: Path) -> None:
    """From the new repository alone, while a stranger offers a newer one; it lays out the same bytes again."""
    shutil.copytree(laid_out, tmp_path / "ban sao")
    runner = Environment(tmp_path / "ban sao")
    made_up_wheel(tmp_path, "kehoach", "9999")
    made_up_wheel(tmp_path, "rich", "9999")
    runner.offer(tmp_path)
    runner.variables["RUNNER_TEMP"] = str(tmp_path / "runner")
    runner.run(install_steps(runner.folder / ".github/workflows/ke-hoach.yml"))
    runner.run(f"ln -s {tmp_path}/runner/kehoach .venv")
    assert runner.installed() == here(lock.PROGRAM) | {"kehoach": __version__}
    assert runner.run(".venv/bin/kehoach validate") == "Đã kiểm tra 4 tệp: không có lỗi\n"
    runner.run(f".venv/bin/kehoach init ../lai {shlex.join(OPTIONS)}")
    runner.run("diff -r --exclude=.venv . ../lai")
