"""`validate` as the push job and the hook call it: against what was there before, also where nothing was."""

import shutil
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


@pytest.mark.parametrize("before", ["0", "0" * 39, "0" * 41, "0" * 39 + "1"])
def test_what_only_looks_like_it_is_refused(repo: Repo, kehoach: Kehoach, before: str) -> None:
    assert repo.folder.is_dir()
    assert "không có phiên bản" in refused(kehoach("validate", "--before", before))


def test_one_of_the_two_ways(repo: Repo, kehoach: Kehoach) -> None:
    assert repo.folder.is_dir()
    assert "chọn một" in refused(kehoach("validate", "--base", "main", "--before", "HEAD"))


def test_zeros_are_for_before(repo: Repo, kehoach: Kehoach) -> None:
    said = refused(kehoach("validate", "--base", "0" * 40))
    assert said.startswith("kehoach: --base: Mã toàn số 0 (trước lần đẩy chưa có gì) chỉ dùng với --before")


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
    assert "chạy «git add .» và «git commit»" in refused(kehoach("validate", "--base", "main"))


@pytest.mark.parametrize("others", [True, False], ids=["with another branch", "the only branch"])
@pytest.mark.parametrize(("content", "logged"), [("", True), ("", False), ("rác\n", False), (None, True)])
def test_a_damaged_branch_is_not_taken_for_one_without_commits(
    repo: Repo, kehoach: Kehoach, content: str | None, *, logged: bool, others: bool
) -> None:
    if others:
        repo.git("branch", "khac")
    if not logged:
        shutil.rmtree(repo.folder / ".git" / "logs")
    write_plan(repo.folder, indicators=CHANGED, tasks=TASKS)
    reference = repo.folder / ".git" / "refs" / "heads" / "main"
    if content is None:
        reference.unlink()
    else:
        reference.write_text(content, encoding="utf-8")
    for base in ("HEAD", "main"):
        said = refused(kehoach("validate", "--base", base))
        assert said.startswith("kehoach: --base: Tham chiếu của nhánh đang đứng bị hỏng hoặc bị mất; chạy «git fsck»")


@pytest.mark.parametrize("emptied", [True, False])
def test_a_last_commit_that_is_gone_is_said_to_be_gone(repo: Repo, kehoach: Kehoach, *, emptied: bool) -> None:
    repo.git("branch", "khac")
    commit = repo.git("rev-parse", "HEAD")
    repo.git("switch", "--quiet", "--create", "con")
    repo.commit()
    lost = repo.folder / ".git" / "objects" / commit[:2] / commit[2:]
    lost.unlink()
    if emptied:
        lost.write_bytes(b"")
    said = refused(kehoach("validate", "--base", "khac"))
    assert said.startswith("kehoach: --base: Không đọc được lần lưu (commit) mà «khac» chỉ đến; chạy «git fsck»")
    (repo.folder / ".git" / "HEAD").write_text("ref: refs/heads/main\n", encoding="ascii")
    for base in ("HEAD", "main"):
        said = refused(kehoach("validate", "--base", base))
        assert said.startswith("kehoach: --base: Lần lưu (commit) mới nhất của nhánh đang đứng bị mất hoặc hỏng")


def test_a_branch_without_commits_among_others_is_not_compared_with_nothing(repo: Repo, kehoach: Kehoach) -> None:
    repo.git("switch", "--quiet", "--orphan", "mới")
    write_plan(repo.folder, indicators=CHANGED, tasks=TASKS)
    said = refused(kehoach("validate", "--base", "HEAD"))
    assert said.startswith("kehoach: --base: Nhánh «mới» chưa có lần lưu (commit) nào, nhưng kho đã có lần lưu ở nhánh")
    assert "«git commit --no-verify»" in said
    repo.commit()
    assert kehoach("validate", "--base", "HEAD").code == 0


def test_the_last_commit_is_there_in_a_shallow_clone_too(
    repo: Repo, tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    shallow = clone(repo, tmp_path / "ban-sao", "--depth", "1")
    monkeypatch.chdir(shallow.folder)
    assert kehoach("validate", "--base", "HEAD").code == 0
    write_plan(shallow.folder, indicators=CHANGED, tasks=TASKS)
    assert "KH708" in kehoach("validate", "--base", "HEAD").out
