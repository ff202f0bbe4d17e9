"""`kehoach validate --base` in real repositories: findings, refusals with a way out, never a silent "no change"."""

from pathlib import Path

import pytest

from tests.conftest import Golden, Kehoach, Result
from tests.support.plan_in_progress import DOCUMENT, INDICATORS, TASKS
from tests.support.plans import PLAN, write_answers, write_plan
from tests.support.repositories import Repo, clone, plan_repo


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A plan on `main`, and a branch `de-xuat` that the test stands on."""
    repo = plan_repo(tmp_path / "kho", indicators=INDICATORS, tasks=TASKS)
    repo.git("switch", "--quiet", "--create", "de-xuat")
    monkeypatch.chdir(repo.folder)
    return repo


def refused(result: Result) -> str:
    assert (result.code, result.out) == (2, "")
    return result.err


def test_findings_say_what_stood_before_and_point_at_what_stands_now(
    repo: Repo, kehoach: Kehoach, golden: Golden
) -> None:
    indicators = INDICATORS.replace("provincial: 60", "provincial: 50").replace("value: 35", "value: 53")
    tasks = TASKS.replace("due: Quý II/2023", "due: Tháng 8/2023")
    write_plan(repo.folder, indicators=indicators.replace("CQS-02", "CQS-20"), tasks=tasks)
    result = kehoach("validate", "--base", "main")
    assert result.code == 1
    golden("changes/findings.txt", result.out)
    assert kehoach("validate").code == 0, "without the earlier revision there is nothing to object to"


def test_what_is_committed_on_the_branch_is_compared_as_well(repo: Repo, kehoach: Kehoach) -> None:
    write_plan(repo.folder, indicators=INDICATORS.replace("value: 20,", "value: 25,"), tasks=TASKS)
    repo.commit()
    assert "KH701" in kehoach("validate", "--base", "main").out


def test_work_on_the_main_branch_meanwhile_is_not_the_branchs_doing(repo: Repo, kehoach: Kehoach) -> None:
    repo.git("switch", "--quiet", "main")
    write_plan(repo.folder, indicators=INDICATORS, tasks=f"{TASKS}    - {{{DOCUMENT}, set: {{due: Tháng 12/2023}}}}\n")
    repo.commit()
    repo.git("switch", "--quiet", "de-xuat")
    result = kehoach("validate", "--base", "main")
    assert (result.code, result.err) == (0, "")


def test_a_documented_change_passes(repo: Repo, kehoach: Kehoach) -> None:
    change = f"    - {{{DOCUMENT}, set: {{due: Tháng 12/2023, lead: [SYT]}}}}\n"
    write_plan(repo.folder, indicators=INDICATORS, tasks=TASKS + change)
    assert kehoach("validate", "--base", "main").code == 0


def test_a_shallow_clone_and_a_missing_base_say_how_to_fetch(
    repo: Repo, tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (
        "--base: Kho git không có phiên bản «origin/main»; chạy «git fetch origin main:refs/remotes/origin/main»"
        in refused(kehoach("validate", "--base", "origin/main"))
    )
    shallow = clone(repo, tmp_path / "ban-sao", "--depth", "1", "--no-single-branch")
    monkeypatch.chdir(shallow.folder)
    assert "git fetch --unshallow" in refused(kehoach("validate", "--base", "origin/main"))


def test_the_command_that_fetches_the_base_works_in_a_clone_of_one_branch(
    repo: Repo, tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    single = clone(repo, tmp_path / "ban-sao", "--single-branch", "--branch", "main")
    monkeypatch.chdir(single.folder)
    said = refused(kehoach("validate", "--base", "origin/de-xuat"))
    single.git(*said.partition("«git ")[2].partition("»")[0].split())
    assert kehoach("validate", "--base", "origin/de-xuat").code == 0


def test_a_new_plan_is_said_to_be_new(repo: Repo, kehoach: Kehoach) -> None:
    write_plan(repo.folder / "2024", plan=PLAN.replace("01/QĐ-UBND", "02/QĐ-UBND"))
    result = kehoach("validate", "2024", "--base", "main")
    assert result.code == 0
    assert "2024: Phiên bản" in result.err
    assert "chưa có kế hoạch này, nên không có gì để so sánh" in result.err


def test_an_earlier_file_that_cannot_be_read_is_no_reason_to_say_nothing(repo: Repo, kehoach: Kehoach) -> None:
    write_plan(repo.folder, indicators="- id: [", tasks=TASKS)
    commit = repo.commit()[:10]
    write_plan(repo.folder, indicators=INDICATORS, tasks=TASKS)
    said = refused(kehoach("validate", "--base", "HEAD"))
    assert f"--base: không so sánh được vì {commit}:data/indicators.yaml:" in said


def test_a_plan_that_cannot_be_read_now_is_reported_as_such(repo: Repo, kehoach: Kehoach) -> None:
    (repo.folder / "data" / "plan.yaml").write_text("number: [", encoding="utf-8")
    result = kehoach("validate", "--base", "main")
    assert result.code == 2
    assert "data/plan.yaml:" in result.out
    assert "KH705" not in result.out


@pytest.mark.usefixtures("git")
def test_outside_a_repository_the_comparison_is_refused(
    tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_plan(tmp_path / "ngoai"))
    assert "không nằm trong kho git nào" in refused(kehoach("validate", "--base", "main"))


def test_the_summary_for_a_pull_request_has_findings_and_changes(
    repo: Repo, kehoach: Kehoach, golden: Golden, tmp_path: Path
) -> None:
    indicators = INDICATORS.replace("provincial: 60", "provincial: 50").replace(
        "    - {value: 45.5", "    - {value: 52, date: 2023-12-14, source: CV 8/STTTT @moi-nguoi}\n    - {value: 45.5"
    )
    write_plan(repo.folder, indicators=indicators, tasks=TASKS)
    summary = tmp_path / "tom-tat.md"
    result = kehoach("validate", "--base", "main", "--format", "github", "--output", f"md:{summary}")
    assert result.code == 1
    assert "::error file=data/indicators.yaml,line=7," in result.out
    golden("changes/pull_request.md", summary.read_text(encoding="utf-8"))


def test_a_new_plan_is_said_to_be_new_in_the_summary_too(repo: Repo, kehoach: Kehoach) -> None:
    write_plan(repo.folder / "2024", plan=PLAN.replace("01/QĐ-UBND", "02/QĐ-UBND"))
    assert "chưa có kế hoạch này" in kehoach("validate", "2024", "--base", "main", "--format", "md").out


@pytest.mark.parametrize(
    ("remark", "checks"),
    [
        (" # kehoach: ignore KH701 xin đừng hỏi", ""),
        ("", "checks: {KH701: off}\n"),
        ("", "checks: {KH701: {ignore: [{reason: Không sao}]}}\n"),
    ],
)
def test_a_change_cannot_excuse_itself(repo: Repo, kehoach: Kehoach, remark: str, checks: str) -> None:
    tasks = TASKS.replace("due: Quý II/2023", f"due: Tháng 8/2023{remark}")
    write_plan(repo.folder, indicators=INDICATORS, tasks=tasks, plan=PLAN + checks)
    result = kehoach("validate", "--base", "main")
    assert "lỗi KH701" in result.out
    assert "KH903" in result.out


def test_a_fault_that_is_silenced_hides_no_change(repo: Repo, kehoach: Kehoach) -> None:
    """A record left out because of its fault is not compared; nor is anything, when plan.yaml itself is at fault."""
    silent = PLAN + "checks: {KH203: off, KH208: off}\n"
    write_plan(repo.folder, indicators=INDICATORS, tasks=TASKS.replace("[STTTT, SYT]", "SYT"), plan=silent)
    result = kehoach("validate", "--base", "main")
    assert result.code == 1
    assert "lỗi KH711: Bản ghi NV-CQS-01 nay có lỗi" in result.out
    write_plan(repo.folder, indicators=INDICATORS, tasks="[]", plan=silent.replace("year: 2023", "year: x"))
    result = kehoach("validate", "--base", "main")
    assert result.code == 2
    assert "data/plan.yaml có lỗi nên không so sánh được với main" in result.err


def test_what_agencies_answered_stays_file_by_file(repo: Repo, kehoach: Kehoach) -> None:
    june = "record: CQS-01, value: 40, date: 2023-06-30, source: BC 1"
    september = june.replace("06-30", "09-10").replace("40", "45")
    write_plan(repo.folder, indicators=INDICATORS.replace("lead: [STTTT]", "lead: [STTTT, SYT]"), tasks=TASKS)
    for agency in ("STTTT", "SYT"):
        write_answers(repo.folder, agency, june, september)
    repo.commit()
    assert kehoach("validate", "--base", "HEAD").code == 0
    write_answers(repo.folder, "STTTT", june, september.replace("45", "54"))
    write_answers(repo.folder, "SYT", june, june.replace("06-30", "08-31"), september)
    found = kehoach("validate", "--base", "HEAD")
    assert found.code == 1
    assert "data/answers/STTTT.yaml:3:5: lỗi KH708: Dòng Sở TT&TT báo cáo 45% ngày 10/9/2023 (BC 1)" in found.out
    assert "data/answers/SYT.yaml:3:39: lỗi KH709: Dòng Sở Y tế báo cáo 40% ngày 31/8/2023 (BC 1)" in found.out
    (repo.folder / "data/answers/SYT.yaml").unlink()
    assert kehoach("validate", "--base", "HEAD").out.count("data/answers/SYT.yaml:1:1: lỗi KH708: Dòng Sở Y tế") == 2
