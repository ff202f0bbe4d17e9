"""The hooks of this repository, run by pre-commit as any other repository would."""

import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.conftest import Kehoach
from tests.support.plan_in_progress import INDICATORS
from tests.support.plans import PLAN, TASKS, write_plan
from tests.support.programs import beside_python, kehoach_on_path
from tests.support.repositories import new_repo

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


def test_the_hooks_are_well_described() -> None:
    command = [beside_python("pre-commit"), "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    subprocess.run(command, check=True)


def test_the_hook_guards_what_was_recorded(tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> None:
    """A figure that is changed before a commit, and a plan that was never committed."""
    hooks = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
    program, *arguments = next(hook["entry"] for hook in hooks if hook["id"] == "kehoach-validate").split()
    assert program == "kehoach"
    repo = new_repo(tmp_path / "kho")
    write_plan(repo.folder / "mot", indicators=INDICATORS)
    monkeypatch.chdir(repo.folder)
    assert kehoach(*arguments, "mot/data/indicators.yaml").code == 0
    repo.commit()
    write_plan(repo.folder / "mot", indicators=INDICATORS.replace("value: 35", "value: 53"))
    write_plan(repo.folder / "hai", plan=PLAN.replace("01/QĐ", "02/QĐ"))
    result = kehoach(*arguments, "mot/data/indicators.yaml", "hai/data/plan.yaml")
    assert result.code == 1
    assert "lỗi KH708: Kết quả 35%" in result.out
    assert "hai: Phiên bản" in result.err


def test_try_repo_passes_a_good_plan_and_stops_a_bad_one(tmp_path: Path) -> None:
    repo = new_repo(tmp_path / "kho")
    write_plan(repo.folder / "tot")
    write_plan(repo.folder / "xau", tasks=TASKS.replace("STTTT", "SXD"))
    repo.git("add", "--all")
    command = [beside_python("pre-commit"), "try-repo", str(ROOT), "kehoach-validate", "--all-files", "--color=never"]
    done = subprocess.run(
        command,
        cwd=repo.folder,
        env=kehoach_on_path(tmp_path / "bin") | {"PRE_COMMIT_HOME": str(tmp_path / "hooks")},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 1, done.stdout
    assert "- exit code: 1\n" in done.stdout
    assert "\nxau/data/tasks.yaml:4:10: lỗi KH302" in done.stdout
    assert "\nĐã kiểm tra 8 tệp của 2 kế hoạch: 1 lỗi\n" in done.stdout
