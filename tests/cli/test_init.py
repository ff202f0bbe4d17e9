"""A new plan's repository: what is laid out, that it passes its own checks, and that nothing is ever overwritten."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from kehoach_cli import __version__
from kehoach_cli.cli.exits import INTERRUPTED
from kehoach_cli.files.locking import plan_lock
from tests.conftest import Kehoach, Result
from tests.support.programs import beside_python, kehoach_on_path
from tests.support.repositories import Repo, clone, new_repo

OPTIONS = ("--number", "12/QĐ-UBND", "--date", "5/1/2024", "--issuer", "UBND huyện Mẫu", "--year", "2024")


@pytest.fixture
def laid_out(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    result = kehoach("init", "kho", *OPTIONS)
    assert (result.code, result.err) == (0, "")
    return tmp_path / "kho"


class Keyboard(io.StringIO):
    """Somebody who types lines."""

    def isatty(self) -> bool:
        return True


def files_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_everything_a_repository_needs_is_there(laid_out: Path) -> None:
    assert files_in(laid_out) == [
        ".gitattributes",
        ".github/workflows/ke-hoach.yml",
        ".gitignore",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
        "README.md",
        f"cong-cu/kehoach-{__version__}-py3-none-any.whl",
        "cong-cu/requirements.txt",
        "data/agencies.yaml",
        "data/indicators.yaml",
        "data/plan.yaml",
        "data/schema/agencies.json",
        "data/schema/indicators.json",
        "data/schema/narrative.json",
        "data/schema/plan.json",
        "data/schema/tasks.json",
        "data/tasks.yaml",
        "templates/bao-cao-quy.docx",
        "templates/bao-cao-tom-tat.docx",
        "templates/cong-van-don-doc.docx",
    ]
    assert "12/QĐ-UBND ngày 5/1/2024 của UBND huyện Mẫu" in (laid_out / "README.md").read_text(encoding="utf-8")
    texts = [name for name in files_in(laid_out) if not name.endswith((".docx", ".whl"))]
    left_over = [name for name in texts if "@" in (laid_out / name).read_text(encoding="utf-8")]
    assert left_over == [".github/workflows/ke-hoach.yml"], "only the pinned revision has an @"


def test_it_passes_its_own_check_and_answers_at_once(laid_out: Path, kehoach: Kehoach) -> None:
    for command in (["validate"], ["status"], ["gaps"], ["tasks"], ["overdue"]):
        result = kehoach(*command, *([] if command == ["validate"] else ["--as-of", "2024-03-01"]), "--plan", "kho")
        assert (result.code, result.err) == (0, "")
    assert kehoach("validate", "--plan", "kho").out == "Đã kiểm tra 4 tệp: không có lỗi\n"
    assert kehoach("schema", "--plan", "kho").out.count("Không đổi") == 5


def test_the_sample_records_in_the_comments_are_right(laid_out: Path, kehoach: Kehoach) -> None:
    """What the comments tell people to write, written: the samples without their `# `, and no `[]`."""
    for name in ("agencies", "indicators", "tasks"):
        path = laid_out / "data" / f"{name}.yaml"
        lines = path.read_text(encoding="utf-8").splitlines()
        start = lines.index("#") + 1
        sample = [line.removeprefix("#").removeprefix(" ") for line in lines[start:] if line != "[]"]
        path.write_text("\n".join([*lines[:start], *sample]) + "\n", encoding="utf-8")
    result = kehoach("validate", "--plan", "kho")
    assert (result.code, result.out) == (0, "Đã kiểm tra 4 tệp: không có lỗi\n")


def test_what_the_options_leave_open_is_asked(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", Keyboard("hai nghìn\n2024\n\n12/QĐ-UBND\n5/1/2024\n"))
    result = kehoach("init", "kho", "--issuer", "UBND huyện: «Mẫu» #1")
    assert result.code == 0
    assert "--year: không hiểu năm «hai nghìn»" in result.out
    assert "--number: cần một dòng chữ" in result.out
    assert 'issuer: "UBND huyện: «Mẫu» #1"\n' in (tmp_path / "kho/data/plan.yaml").read_text(encoding="utf-8")


def test_whoever_stops_answering_gets_nothing(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard("2024\n"))
    assert kehoach("init", str(tmp_path / "kho")).code == INTERRUPTED
    assert list(tmp_path.iterdir()) == []


def refused(result: Result) -> str:
    assert (result.code, result.out) == (2, "")
    return result.err


def test_without_a_terminal_everything_has_to_be_given(kehoach: Kehoach, tmp_path: Path) -> None:
    said = refused(kehoach("init", str(tmp_path / "kho"), "--year", "2024"))
    assert "Thiếu --number, --date, --issuer;" in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--date", "31/2/2024", "không có trong lịch"),
        ("--year", "1500", "year"),
        ("--number", "\x1b[2J", "--number: cần một dòng chữ"),
        ("--title", " ", "--title: cần một dòng chữ"),
        ("--issuer", "x" * 6000, "dài quá 5000"),
    ],
)
def test_what_cannot_stand_in_the_files_is_refused(
    kehoach: Kehoach, tmp_path: Path, option: str, value: str, said: str
) -> None:
    assert said in refused(kehoach("init", str(tmp_path / "kho"), *OPTIONS, option, value))
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_already_stays(kehoach: Kehoach, laid_out: Path, tmp_path: Path) -> None:
    assert "đã có kế hoạch" in refused(kehoach("init", "kho", *OPTIONS))
    (tmp_path / "khac").mkdir()
    (tmp_path / "khac" / "README.md").write_text("của tôi", encoding="utf-8")
    assert "đã có khac/README.md" in refused(kehoach("init", "khac", *OPTIONS))
    assert files_in(tmp_path / "khac") == ["README.md"]
    (tmp_path / "tep").write_text("của tôi", encoding="utf-8")
    assert "đã có tep" in refused(kehoach("init", "tep", *OPTIONS))


def test_a_folder_that_cannot_be_written_is_said_to_be_one(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "mkdir", full)
    assert "chưa có tệp nào được ghi" in refused(kehoach("init", str(tmp_path / "kho"), *OPTIONS))


def test_git_passes_over_what_the_program_leaves_beside_the_files(laid_out: Path) -> None:
    repo = new_repo(laid_out)
    with plan_lock(laid_out / "data"):
        for name in ("data/.kehoach-plan-0123456789abcdef.tmp", ".kehoach-output-0123456789abcdef.tmp"):
            (laid_out / name).write_bytes(b"half")
    repo.git("add", "--all")
    assert ".kehoach" not in repo.git("ls-files")


def test_the_hooks_run_on_a_commit(laid_out: Path, tmp_path: Path) -> None:
    repo = new_repo(laid_out)
    repo.git("add", "--all")
    environment = kehoach_on_path(tmp_path / "bin") | {"PRE_COMMIT_HOME": str(tmp_path / "hooks")}
    command = [beside_python("pre-commit"), "run", "--all-files", "--color=never"]

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=laid_out, env=environment, capture_output=True, text=True, check=False, encoding="utf-8"
        )

    passed = run()
    assert passed.returncode == 0, passed.stdout
    assert passed.stdout.count("Passed") == 2
    plan = laid_out / "data" / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("year: 2024", "year: x"), encoding="utf-8")
    failed = run()
    assert failed.returncode == 1
    assert "data/plan.yaml:12:7: lỗi KH203" in failed.stdout


def test_a_line_changed_on_a_branch_is_compared_with_the_main_branch(laid_out: Path, kehoach: Kehoach) -> None:
    repo = new_repo(laid_out)
    agencies = laid_out / "data" / "agencies.yaml"
    agencies.write_text("- {id: STTTT, name: Sở TTTT, short_name: Sở TTTT}\n", encoding="utf-8")
    repo.commit()
    assert kehoach("validate", "--plan", "kho", "--base", "main").code == 0
    agencies.write_text("[]\n", encoding="utf-8")
    assert "KH705" in kehoach("validate", "--plan", "kho", "--base", "main").out


@pytest.mark.parametrize(
    ("path", "command"),
    [
        (".github/workflows/ke-hoach.yml", ("check-jsonschema", "--builtin-schema", "vendor.github-workflows")),
        (".gitlab-ci.yml", ("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci")),
        (".github/workflows/ke-hoach.yml", ("zizmor", "--offline", "--persona=pedantic", "--no-progress")),
        (".pre-commit-config.yaml", ("pre-commit", "validate-config")),
    ],
)
def test_the_services_own_checkers_accept_the_files(laid_out: Path, path: str, command: tuple[str, ...]) -> None:
    program, *options = command
    done = subprocess.run(
        [beside_python(program), *options, str(laid_out / path)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr


def pull_request(laid_out: Path, folder: Path) -> Repo:
    """A full clone of the laid-out repository in which an agency was taken away on a branch."""
    agencies = "data/agencies.yaml"
    origin = new_repo(laid_out)
    (laid_out / agencies).write_text("- {id: STTTT, name: Sở TTTT, short_name: Sở TTTT}\n", encoding="utf-8")
    origin.commit()
    work = clone(origin, folder)
    (work.folder / agencies).write_text("[]\n", encoding="utf-8")
    return work


def steps_of(path: Path) -> list[str]:
    """The scripts of a workflow's one job, in their order."""
    workflow = YAML(typ="safe").load(path)
    if "jobs" in workflow:
        [job] = workflow["jobs"].values()
        return [step["run"] for step in job["steps"] if "run" in step]
    return list(workflow["kiem-tra-ke-hoach"]["script"])


def test_the_github_workflow_does_what_it_says(laid_out: Path, tmp_path: Path) -> None:
    work = pull_request(laid_out, tmp_path / "ban-sao")
    environment = kehoach_on_path(tmp_path / "runner" / "kehoach" / "bin") | {
        "RUNNER_TEMP": str(tmp_path / "runner"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "tom-tat.md"),
        "BASE": "main",
    }
    on_push, on_pull_request = steps_of(work.folder / ".github/workflows/ke-hoach.yml")[1:]
    pushed, proposed = (
        subprocess.run(
            ["sh", "-eu", "-c", script], cwd=work.folder, env=environment, capture_output=True, text=True, check=False
        )
        for script in (on_push, on_pull_request)
    )
    assert (pushed.returncode, pushed.stderr) == (0, "")
    assert proposed.returncode == 1
    assert "::error file=data/agencies.yaml," in proposed.stdout
    assert "### Bản ghi không còn (1)" in (tmp_path / "tom-tat.md").read_text(encoding="utf-8")


def test_the_gitlab_job_does_what_it_says(laid_out: Path, tmp_path: Path) -> None:
    work = pull_request(laid_out, tmp_path / "ban-sao")
    environment = kehoach_on_path(tmp_path / "bin")
    [script] = steps_of(work.folder / ".gitlab-ci.yml")
    report = work.folder / "gl-code-quality-report.json"

    def found(**variables: str) -> list[str]:
        subprocess.run(["sh", "-u", "-c", script], cwd=work.folder, env=environment | variables, check=False)
        return [issue["check_name"] for issue in json.loads(report.read_text(encoding="utf-8"))]

    assert found(CI_MERGE_REQUEST_DIFF_BASE_SHA=work.git("rev-parse", "HEAD")) == ["KH705"]
    assert found() == []


def test_repositories_from_git_init_may_be_laid_out_too(kehoach: Kehoach, tmp_path: Path) -> None:
    repo: Repo = new_repo(tmp_path / "kho")
    assert kehoach("init", str(repo.folder), *OPTIONS).code == 0
    repo.git("add", "--all")
    assert repo.git("ls-files", "data/plan.yaml") == "data/plan.yaml"
