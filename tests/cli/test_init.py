"""A new plan's repository: what is laid out, that it passes its own checks, and that nothing is ever overwritten."""

import io
import json
import os
import re
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from kehoach_cli import __version__
from kehoach_cli.cli.exits import INTERRUPTED
from kehoach_cli.storage.locking import plan_lock
from tests.conftest import Kehoach, Result
from tests.support.programs import beside_python, kehoach_on_path
from tests.support.repositories import Repo, clone, new_repo

NEEDED = ("--number", "12/QĐ-UBND", "--date", "5/1/2024", "--issuer", "UBND huyện Mẫu", "--year", "2024")
OPTIONS = (*NEEDED, "--place", "Mẫu", "--signer", "Nguyễn Văn Mẫu")


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
        "data/schema/answers.json",
        "data/schema/indicators.json",
        "data/schema/narrative.json",
        "data/schema/plan.json",
        "data/schema/tasks.json",
        "data/tasks.yaml",
        "templates/bao-cao-nam.docx",
        "templates/bao-cao-quy.docx",
        "templates/bao-cao-thang.docx",
        "templates/bao-cao-tom-tat.docx",
        "templates/cong-van-chung.docx",
        "templates/cong-van-don-doc.docx",
        "templates/phieu-bao-cao.docx",
    ]
    readme = (laid_out / "README.md").read_text(encoding="utf-8")
    assert "Quyết định số 12/QĐ-UBND ngày 5/1/2024 của UBND huyện Mẫu" in readme
    texts = [name for name in files_in(laid_out) if not name.endswith((".docx", ".whl"))]
    blanks = [name for name in texts if re.search(r"@[A-Z_]+@", (laid_out / name).read_text(encoding="utf-8"))]
    assert blanks == []


def test_it_passes_its_own_check_and_answers_at_once(laid_out: Path, kehoach: Kehoach) -> None:
    for command in (["validate"], ["status"], ["gaps"], ["tasks"], ["overdue"]):
        result = kehoach(*command, *([] if command == ["validate"] else ["--as-of", "2024-03-01"]), "--plan", "kho")
        assert (result.code, result.err) == (0, "")
    assert kehoach("validate", "--plan", "kho").out == "Đã kiểm tra 4 tệp: không có lỗi\n"
    assert kehoach("schema", "--plan", "kho").out.count("Không đổi") == 6


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
    monkeypatch.setattr(sys, "stdin", Keyboard("hai nghìn\n2024\n\n12/QĐ-UBND\n5/1/2024\n\n\nMẫu\n\n\n"))
    result = kehoach("init", "kho", "--issuer", "UBND huyện: «Mẫu» #1")
    assert result.code == 0
    assert "--year: không hiểu năm «hai nghìn»" in result.out
    assert "--number: cần một dòng chữ" in result.out
    assert "Chức vụ người ký [CHỦ TỊCH]: " in result.out
    assert "Họ và tên người ký [để trống nếu chưa biết]: " in result.out
    plan = YAML(typ="safe").load(tmp_path / "kho/data/plan.yaml")
    assert (plan["issuer"], plan["parent"], plan["place"]) == ("UBND huyện: «Mẫu» #1", None, "Mẫu")
    assert plan["signatory"] == {
        "authority": "TM. ỦY BAN NHÂN DÂN",
        "office": "CHỦ TỊCH",
        "position": None,
        "name": None,
    }


@pytest.mark.parametrize(
    ("issuer", "authority", "office"),
    [
        ("Ban Chỉ đạo Chuyển đổi số tỉnh Mẫu", None, "TRƯỞNG BAN"),
        ("Uỷ ban nhân dân tỉnh Mẫu", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("HĐND", None, None),
        ("Bộ Tài chính", None, "BỘ TRƯỞNG"),
        ("Bộ Chỉ huy quân sự tỉnh Mẫu", None, "CHỈ HUY TRƯỞNG"),
        ("Sở Tài chính", None, "GIÁM ĐỐC"),
        ("Chi cục Thuế", None, "CHI CỤC TRƯỞNG"),
        ("Sởn", None, None),
    ],
)
def test_who_signs_follows_from_the_issuer_or_has_to_be_said(
    kehoach: Kehoach, tmp_path: Path, issuer: str, authority: str | None, office: str | None
) -> None:
    folder = str(tmp_path / "kho")
    given = ["--number", "1/QĐ", "--date", "5/1/2024", "--year", "2024", "--issuer", issuer]
    if office is None:
        assert refused(kehoach("init", folder, *given)).startswith("kehoach: Thiếu --office;")
        given += ["--office", "TRƯỞNG PHÒNG"]
    assert kehoach("init", folder, *given).code == 0
    signatory = YAML(typ="safe").load(tmp_path / "kho/data/plan.yaml")["signatory"]
    assert (signatory["authority"], signatory["office"]) == (authority, office or "TRƯỞNG PHÒNG")


def test_the_first_report_has_the_right_form(laid_out: Path, kehoach: Kehoach) -> None:
    made = kehoach("report", "--plan", "kho", "--period", "2024-Q1", "-o", "q.docx")
    assert made.code == 0
    assert "còn để trống" not in made.out
    checked = kehoach("template", "check", "q.docx", "--the-thuc")
    told = [line for line in checked.out.splitlines() if line.startswith("q.docx: ")]
    assert [line.partition(": lỗi ")[2].partition(": [")[0] for line in told] == ["KH866: Còn chỗ phải viết"] * 4


def test_what_is_missing_for_the_first_report_is_said(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kehoach("init", "kho", *NEEDED).code == 0
    found = json.loads(kehoach("validate", "--plan", "kho", "--format", "json").out)["findings"]
    assert [(each["code"], each["message"]) for each in found] == [
        ("KH212", "Chưa ghi địa danh đứng trước ngày tháng"),
        ("KH212", "Chưa ghi họ tên người ký"),
    ]
    said = kehoach("report", "--plan", "kho", "--period", "2024-Q1", "-o", "q.docx").out.splitlines()
    assert said[-1] == (
        "Văn bản còn để trống, vì kho/data/plan.yaml chưa ghi: địa danh đứng trước ngày tháng (place); họ tên người ký "
        "(signatory.name)."
    )
    assert "KH858" in kehoach("template", "check", "q.docx", "--the-thuc").out


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
        ("--number", "\x1b[2J", "Tham số sau --number: ở đầu có ký tự điều khiển U+001B"),
        ("--title", " ", "Tham số sau --title để trống"),
        ("--issuer", "UBND " + "x" * 6000, "dài quá 5000"),
    ],
)
def test_what_cannot_stand_in_the_files_is_refused(
    kehoach: Kehoach, tmp_path: Path, option: str, value: str, said: str
) -> None:
    given = dict(zip(OPTIONS[::2], OPTIONS[1::2], strict=True)) | {option: value}
    assert said in refused(kehoach("init", str(tmp_path / "kho"), *chain(*given.items())))
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


AGENCY = "- {id: STTTT, name: Sở TTTT, short_name: Sở TTTT}\n"
INDICATOR = """\
- id: CQS-01
  name: Tỷ lệ hồ sơ trực tuyến
  unit: "%"
  direction: increase
  lead: [STTTT]
  baseline: {value: 20, as_of: 2023-12-31}
  targets: {national: 40, provincial: 60}
  due: Năm 2024
  measurements:
"""
JUNE = "    - {value: 58.3, date: 2024-06-30, source: BC 1/STTTT}\n"
JULY = "    - {value: 59, date: 2024-07-31, source: BC 2/STTTT}\n"
AUGUST = "    - {value: 60, date: 2024-08-31, source: BC 3/STTTT}\n"
CHANGED = INDICATOR + JUNE.replace("58.3", "78.3")


class Hooked:
    """A laid-out repository with the hooks installed, and what `git commit` says there."""

    def __init__(self, folder: Path, tmp_path: Path) -> None:
        self.repo = new_repo(folder)
        self.environment = kehoach_on_path(tmp_path / "bin") | {"PRE_COMMIT_HOME": str(tmp_path / "hooks")}
        self.git("config", "core.quotePath", "false")
        subprocess.run(
            [beside_python("pre-commit"), "install"], cwd=folder, env=self.environment, check=True, capture_output=True
        )

    def git(self, *arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            ["git", *arguments], cwd=self.repo.folder, env=self.environment, capture_output=True, check=False
        )
        return done.returncode, (done.stdout + done.stderr).decode()

    def commit(self, *options: str, **texts: str) -> tuple[int, str]:
        """Write these data files, and commit all there is."""
        for name, text in texts.items():
            (self.repo.folder / "data" / f"{name}.yaml").write_text(text, encoding="utf-8")
        self.repo.git("add", "--all")
        return self.git("commit", "--message", "Sửa", *options)


@pytest.fixture
def hooked(laid_out: Path, tmp_path: Path) -> Hooked:
    """The first commit is made, through the hooks: the plan with one indicator, at 58.3."""
    hooked = Hooked(laid_out, tmp_path)
    code, said = hooked.commit(agencies=AGENCY, indicators=INDICATOR + JUNE)
    assert code == 1, "the schemas follow the agencies"
    code, said = hooked.commit()
    assert code == 0, said
    return hooked


@pytest.mark.slow
def test_a_figure_is_not_changed_by_a_commit(hooked: Hooked) -> None:
    code, said = hooked.commit(indicators=CHANGED)
    assert code == 1
    assert "lỗi KH708: Kết quả 58,3% ngày 30/6/2024 (BC 1/STTTT), có ở phiên bản trước, nay bị sửa" in said
    assert hooked.commit(indicators=INDICATOR + JUNE + "# ghi chú\n")[0] == 0
    code, said = hooked.commit("--amend", indicators=CHANGED)
    assert (code, "KH708" in said) == (1, True)
    assert hooked.commit("--amend", indicators=INDICATOR + JUNE + JULY)[0] == 0


@pytest.mark.slow
def test_what_is_not_committed_yet_is_not_looked_at(hooked: Hooked) -> None:
    """The hook sees what will be in the commit."""
    indicators = hooked.repo.folder / "data" / "indicators.yaml"
    (hooked.repo.folder / "a.txt").write_text("a", encoding="utf-8")
    hooked.repo.git("add", "a.txt")
    indicators.write_text(CHANGED, encoding="utf-8")
    assert hooked.git("commit", "--message", "Khác")[0] == 0
    assert "78.3" in indicators.read_text(encoding="utf-8")
    hooked.repo.git("add", "--all")
    indicators.write_text(INDICATOR + JUNE, encoding="utf-8")
    assert hooked.git("commit", "--message", "Sửa")[0] == 1


@pytest.mark.slow
@pytest.mark.parametrize("name", ["indicators", "tasks", "plan"])
def test_a_file_is_not_deleted_by_a_commit(hooked: Hooked, name: str) -> None:
    """Also where nothing but the deletion is committed, of which the hook is given no file."""
    hooked.repo.git("rm", "--quiet", f"data/{name}.yaml")
    assert hooked.git("commit", "--message", "Xóa")[0] == 1


@pytest.mark.slow
def test_a_merge_that_keeps_both_sides_is_committed(hooked: Hooked) -> None:
    hooked.repo.git("switch", "--quiet", "--create", "de-xuat")
    assert hooked.commit(indicators=INDICATOR + JUNE + JULY)[0] == 0
    hooked.repo.git("switch", "--quiet", "main")
    assert hooked.commit(indicators=INDICATOR + JUNE + AUGUST)[0] == 0
    hooked.repo.git("merge", "--quiet", "de-xuat", check=False)
    code, said = hooked.commit(indicators=INDICATOR + JUNE + AUGUST)
    assert (code, "lỗi KH708: Kết quả 59%" in said, "có ở nhánh được gộp" in said) == (1, True, True)
    code, said = hooked.commit(indicators=INDICATOR + JUNE + JULY + AUGUST)
    assert code == 0, said
    assert len(hooked.repo.git("rev-parse", "HEAD^@").split()) == 2


def test_a_line_changed_on_a_branch_is_compared_with_the_main_branch(laid_out: Path, kehoach: Kehoach) -> None:
    repo = new_repo(laid_out)
    agencies = laid_out / "data" / "agencies.yaml"
    agencies.write_text("- {id: STTTT, name: Sở TTTT, short_name: Sở TTTT}\n", encoding="utf-8")
    repo.commit()
    assert kehoach("validate", "--plan", "kho", "--base", "main").code == 0
    agencies.write_text("[]\n", encoding="utf-8")
    assert "KH705" in kehoach("validate", "--plan", "kho", "--base", "main").out


@pytest.mark.slow
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


@pytest.mark.slow
def test_the_github_workflow_does_what_it_says(laid_out: Path, tmp_path: Path) -> None:
    work = pull_request(laid_out, tmp_path / "ban-sao")
    environment = kehoach_on_path(tmp_path / "runner" / "kehoach" / "bin") | {
        "RUNNER_TEMP": str(tmp_path / "runner"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "tom-tat.md"),
        "BASE": "main",
        "BEFORE": work.git("rev-parse", "HEAD"),
    }
    on_push, on_pull_request = steps_of(work.folder / ".github/workflows/ke-hoach.yml")[1:]
    zeros = environment | {"BEFORE": "0" * 40}
    pushed, created, proposed = (
        subprocess.run(
            ["sh", "-eu", "-c", script], cwd=work.folder, env=given, capture_output=True, text=True, check=False
        )
        for script, given in ((on_push, environment), (on_push, zeros), (on_pull_request, environment))
    )
    assert pushed.returncode == 1
    assert "::error file=data/agencies.yaml," in pushed.stdout
    assert (created.returncode, "không có gì để so sánh" in created.stderr) == (0, True)
    assert proposed.returncode == 1
    assert "::error file=data/agencies.yaml," in proposed.stdout
    assert "### Bản ghi không còn (1)" in (tmp_path / "tom-tat.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_gitlab_job_does_what_it_says(laid_out: Path, tmp_path: Path) -> None:
    work = pull_request(laid_out, tmp_path / "ban-sao")
    environment = kehoach_on_path(tmp_path / "bin")
    [script] = steps_of(work.folder / ".gitlab-ci.yml")
    report = work.folder / "gl-code-quality-report.json"

    def found(**variables: str) -> list[str]:
        subprocess.run(["sh", "-u", "-c", script], cwd=work.folder, env=environment | variables, check=False)
        return [issue["check_name"] for issue in json.loads(report.read_text(encoding="utf-8"))]

    assert found(CI_MERGE_REQUEST_DIFF_BASE_SHA=work.git("rev-parse", "HEAD")) == ["KH705"]
    assert found(CI_COMMIT_BEFORE_SHA=work.git("rev-parse", "HEAD")) == ["KH705"]
    assert found(CI_COMMIT_BEFORE_SHA="0" * 40) == []


def test_repositories_from_git_init_may_be_laid_out_too(kehoach: Kehoach, tmp_path: Path) -> None:
    repo: Repo = new_repo(tmp_path / "kho")
    assert kehoach("init", str(repo.folder), *OPTIONS).code == 0
    repo.git("add", "--all")
    assert repo.git("ls-files", "data/plan.yaml") == "data/plan.yaml"


def test_another_body_may_sign_the_report(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = (
        "--number",
        "1/QĐ-BCĐ",
        "--date",
        "5/1/2024",
        "--year",
        "2024",
        "--issuer",
        "Ban Chỉ đạo CĐS",
        "--place",
        "M",
    )
    reporter = ("--reporter", "Sở Thông tin và Truyền thông", "--reporter-parent", "UBND tỉnh Mẫu")
    assert kehoach("init", str(tmp_path / "kho"), *given, *reporter).code == 0
    said = YAML(typ="safe").load(tmp_path / "kho/data/plan.yaml")["documents"]
    assert said == {
        "report": {
            "issuer": "Sở Thông tin và Truyền thông",
            "parent": "UBND tỉnh Mẫu",
            "signatory": {"office": "GIÁM ĐỐC"},
            "addressees": ["Ban Chỉ đạo CĐS"],
        }
    }
    monkeypatch.setattr(sys, "stdin", Keyboard("\n\n\nVăn phòng\nCHÁNH VĂN PHÒNG\nLê A\n\nTrưởng ban\n"))
    assert kehoach("init", str(tmp_path / "hoi"), *given).code == 0
    asked = YAML(typ="safe").load(tmp_path / "hoi/data/plan.yaml")["documents"]["report"]
    assert (asked["issuer"], asked["signatory"]) == ("Văn phòng", {"office": "CHÁNH VĂN PHÒNG", "name": "Lê A"})
    assert asked["addressees"] == ["Trưởng ban"]


def test_the_plans_issuer_may_report_to_somebody(kehoach: Kehoach, tmp_path: Path) -> None:
    given = ("--number", "1/QĐ-UBND", "--date", "5/1/2024", "--year", "2024", "--issuer", "UBND huyện Mẫu")
    assert kehoach("init", str(tmp_path / "kho"), *given, "--report-to", "UBND tỉnh").code == 0
    said = YAML(typ="safe").load(tmp_path / "kho/data/plan.yaml")["documents"]
    assert said == {"report": {"addressees": ["UBND tỉnh"]}}
