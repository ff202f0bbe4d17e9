"""`validate` as the push job and the hook call it: against what was there before, also where nothing was."""

from pathlib import Path

import pytest

from tests.conftest import Kehoach, Result
from tests.support.plan_in_progress import INDICATORS, TASKS
from tests.support.plans import write_plan
from tests.support.repositories import Repo, clone, new_repo, plan_repo

CHANGED = INDICATORS.replace("value: 35", "value: 53")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A plan in which work had begun by the second commit."""
    repo = plan_repo(tmp_path / "kho", indicators=INDICATORS.partition("  measurements")[0], tasks=TASKS)
    write_plan(repo.folder, indicators=INDICATORS, tasks=TASKS)
    repo.commit()
    monkeypatch.chdir(repo.folder)
    return repo


def refused(result: Result) -> str:
    assert (result.code, result.out) == (2, "")
    return result.err


def test_a_push_is_compared_with_what_was_there(repo: Repo, kehoach: Kehoach) -> None:
    before = repo.git("rev-parse", "HEAD")
    write_plan(repo.folder, indicators=CHANGED, tasks=TASKS)
    repo.commit()
    repo.commit("Một lần nữa, không đổi gì")
    assert "lỗi KH708: Kết quả 35% ngày 30/6/2023" in kehoach("validate", "--before", before).out


def test_what_a_forced_push_drops_is_missed(repo: Repo, kehoach: Kehoach) -> None:
    """Where the two parted, the entry was not there yet: `--base` does not see that it is gone."""
    before = repo.git("rev-parse", "HEAD")
    repo.git("reset", "--quiet", "--hard", "HEAD^")
    assert "có ở phiên bản trước, nay không còn" in kehoach("validate", "--before", before).out
    assert kehoach("validate", "--base", before).code == 0


def test_what_was_there_and_is_not_in_this_clone_is_said_to_be_missing(
    repo: Repo, kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = repo.git("rev-parse", "HEAD")
    repo.git("reset", "--quiet", "--hard", "HEAD^")
    monkeypatch.chdir(clone(repo, tmp_path / "ban-sao").folder)
    assert refused(kehoach("validate", "--before", before)) == (
        f"kehoach: --before: Bản sao này không có phiên bản {before[:10]}: chưa tải về, hoặc lịch sử của nhánh bị đẩy "
        f"đè (force push); chạy «git fetch origin {before}» rồi thử lại\n"
    )


@pytest.mark.parametrize("zeros", [40, 64])
def test_a_new_branch_has_nothing_before_it(repo: Repo, kehoach: Kehoach, zeros: int) -> None:
    write_plan(repo.folder, indicators=CHANGED, tasks=TASKS)
    result = kehoach("validate", "--before", "0" * zeros)
    assert result.code == 0
    assert result.err.endswith("Nhánh mới, trước lần đẩy này chưa có phiên bản nào, nên không có gì để so sánh\n")
    write_plan(repo.folder, indicators=CHANGED.replace("STTTT", "SXD"), tasks=TASKS)
    assert kehoach("validate", "--before", "0" * zeros).code == 1


@pytest.mark.parametrize("before", ["", "0", "0" * 39, "0" * 41, "0" * 39 + "1"])
def test_what_only_looks_like_it_is_refused(repo: Repo, kehoach: Kehoach, before: str) -> None:
    assert repo.folder.is_dir()
    assert "không có phiên bản" in refused(kehoach("validate", "--before", before))
    assert "không có phiên bản" in refused(kehoach("validate", "--base", "0" * 40))


def test_one_of_the_two_ways(repo: Repo, kehoach: Kehoach) -> None:
    assert repo.folder.is_dir()
    assert "chọn một" in refused(kehoach("validate", "--base", "main", "--before", "HEAD"))


def test_before_the_first_commit_there_is_nothing_to_compare_with(
    tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = new_repo(tmp_path / "kho")
    monkeypatch.chdir(write_plan(repo.folder))
    result = kehoach("validate", "--base", "HEAD")
    assert result.code == 0
    assert result.err.endswith("Nhánh này chưa có lần lưu (commit) nào, nên không có gì để so sánh\n")
    write_plan(repo.folder, tasks=TASKS.replace("STTTT", "SXD"))
    assert kehoach("validate", "--base", "HEAD").code == 1
    assert "không có phiên bản «main»" in refused(kehoach("validate", "--base", "main"))


def test_a_head_that_cannot_be_read_is_not_taken_for_none(repo: Repo, kehoach: Kehoach) -> None:
    (repo.folder / ".git" / "refs" / "heads" / "main").write_text("1" * 40 + "\n", encoding="ascii")
    assert refused(kehoach("validate", "--base", "HEAD")).startswith("kehoach: --base: ")


def test_the_last_commit_is_there_in_a_shallow_clone_too(
    repo: Repo, tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    shallow = clone(repo, tmp_path / "ban-sao", "--depth", "1")
    monkeypatch.chdir(shallow.folder)
    assert kehoach("validate", "--base", "HEAD").code == 0
    write_plan(shallow.folder, indicators=CHANGED, tasks=TASKS)
    assert "KH708" in kehoach("validate", "--base", "HEAD").out
