"""A plan as it stood in a revision: which folder it is read from, and what is said when it cannot be."""

from pathlib import Path

import pytest

from kehoach_cli.git.process import GitProblem
from kehoach_cli.loading.history.earlier import NoEarlierPlan, load_earlier_plan
from kehoach_cli.loading.plan_files import LoadedPlan
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.yaml.text import MAX_BYTES
from tests.support.plans import INDICATORS, PLAN, write_plan
from tests.support.repositories import Repo, clone, new_repo, plan_repo


def folder_of(repo: Repo, plan: str = ".") -> PlanFolder:
    root = repo.folder / plan
    return PlanFolder(root, root / "data")


def stood_in(folder: PlanFolder, revision: str) -> LoadedPlan:
    return load_earlier_plan(folder, revision, exactly=True).loaded


def name_of(loaded: LoadedPlan) -> str:
    assert loaded.plan is not None
    return loaded.plan.indicators[0].name


def codes(loaded: LoadedPlan) -> list[tuple[str, str]]:
    return [(finding.code, getattr(finding.at, "file", "")) for finding in loaded.findings]


def rename(repo: Repo, name: str, plan: str = ".") -> None:
    write_plan(repo.folder / plan, indicators=INDICATORS.replace("Tỷ lệ hồ sơ trực tuyến", name))


def refusal(folder: PlanFolder, revision: str) -> str:
    with pytest.raises(GitProblem) as caught:
        load_earlier_plan(folder, revision)
    return str(caught.value)


def test_a_plan_is_read_from_the_commit_not_from_the_folder(tmp_path: Path) -> None:
    repo = plan_repo(tmp_path)
    rename(repo, "Tên mới")
    assert name_of(stood_in(folder_of(repo), "main")) == "Tỷ lệ hồ sơ trực tuyến"


def test_the_merge_base_is_where_the_branch_began(tmp_path: Path) -> None:
    repo = plan_repo(tmp_path)
    repo.git("switch", "--quiet", "--create", "de-xuat")
    repo.commit("Trên nhánh")
    repo.git("switch", "--quiet", "main")
    rename(repo, "Tên trên main")
    repo.commit()
    repo.git("switch", "--quiet", "de-xuat")
    assert name_of(load_earlier_plan(folder_of(repo), "main").loaded) == "Tỷ lệ hồ sơ trực tuyến"
    assert name_of(stood_in(folder_of(repo), "main")) == "Tên trên main"


@pytest.mark.parametrize("where", ["kế hoạch năm 2023", "--name-only", ":(top)x", "a\nb", "[kế]*hoạch?", "-"])
def test_folders_with_any_name(tmp_path: Path, where: str) -> None:
    repo = new_repo(tmp_path)
    write_plan(repo.folder / where)
    repo.commit()
    loaded = stood_in(folder_of(repo, where), "main")
    assert name_of(loaded) == "Tỷ lệ hồ sơ trực tuyến"
    assert not loaded.findings


def test_a_detached_head_a_linked_worktree_and_a_sparse_checkout(tmp_path: Path) -> None:
    repo = plan_repo(tmp_path / "kho")
    first = repo.git("rev-parse", "HEAD")
    rename(repo, "Tên mới")
    repo.commit()
    repo.git("switch", "--quiet", "--detach", "main")
    assert name_of(load_earlier_plan(folder_of(repo), first).loaded) == "Tỷ lệ hồ sơ trực tuyến"
    repo.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "khac"), first)
    assert name_of(stood_in(folder_of(Repo(tmp_path / "khac")), "main")) == "Tên mới"
    repo.git("sparse-checkout", "set", "--no-cone", "/data/plan.yaml")
    assert not (repo.folder / "data" / "indicators.yaml").exists()
    assert name_of(stood_in(folder_of(repo), "main")) == "Tên mới"


def test_a_plan_in_a_submodule_is_looked_up_there(tmp_path: Path) -> None:
    inner = plan_repo(tmp_path / "trong")
    outer = new_repo(tmp_path / "ngoai")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.folder.as_uri(), "con")
    outer.commit()
    assert name_of(stood_in(folder_of(outer, "con"), "main")) == "Tỷ lệ hồ sơ trực tuyến"


def test_a_moved_plan_is_found_where_it_stood(tmp_path: Path) -> None:
    repo = plan_repo(tmp_path)
    write_plan(repo.folder / "2022", plan=PLAN.replace("01/QĐ-UBND", "99/QĐ-UBND"))
    repo.commit()
    (repo.folder / "2023").mkdir()
    repo.git("mv", "data", "2023/data")
    loaded = load_earlier_plan(folder_of(repo, "2023"), "main").loaded
    assert name_of(loaded) == "Tỷ lệ hồ sơ trực tuyến"


def test_a_moved_plan_with_another_number_is_not_guessed_at(tmp_path: Path) -> None:
    repo = plan_repo(tmp_path)
    repo.git("mv", "data", "khac")
    (repo.folder / "2024").mkdir()
    repo.git("mv", "khac", "2024/data")
    write_plan(repo.folder / "2024", plan=PLAN.replace("01/QĐ-UBND", "02/QĐ-UBND"))
    assert "Không rõ kế hoạch này từ thư mục nào chuyển sang" in refusal(folder_of(repo, "2024"), "main")


def test_a_moved_plan_that_cannot_be_read_is_not_guessed_at_either(tmp_path: Path) -> None:
    repo = plan_repo(tmp_path)
    (repo.folder / "2023").mkdir()
    repo.git("mv", "data", "2023/data")
    (repo.folder / "2023" / "data" / "plan.yaml").write_text("number: [", encoding="utf-8")
    assert "Không rõ kế hoạch này" in refusal(folder_of(repo, "2023"), "main")


def test_a_new_plan_has_no_earlier_state(tmp_path: Path) -> None:
    repo = plan_repo(tmp_path)
    write_plan(repo.folder / "2024", plan=PLAN.replace("01/QĐ-UBND", "02/QĐ-UBND"))
    with pytest.raises(NoEarlierPlan, match="chưa có kế hoạch này"):
        load_earlier_plan(folder_of(repo, "2024"), "main")


def test_a_file_that_is_a_link_in_the_revision_is_a_finding(tmp_path: Path) -> None:
    repo = plan_repo(tmp_path)
    tasks = repo.folder / "data" / "tasks.yaml"
    tasks.unlink()
    tasks.symlink_to("/etc/passwd")
    commit = repo.commit()[:10]
    assert codes(stood_in(folder_of(repo), "main")) == [("KH101", f"{commit}:data/tasks.yaml")]


def test_a_file_that_the_revision_lacks_held_no_records(tmp_path: Path) -> None:
    repo = plan_repo(tmp_path)
    (repo.folder / "data" / "tasks.yaml").unlink()
    repo.commit()
    loaded = stood_in(folder_of(repo), "main")
    assert loaded.plan is not None
    assert (loaded.plan.tasks, loaded.findings) == ((), ())


def test_a_huge_file_in_the_revision_is_not_read(tmp_path: Path) -> None:
    repo = plan_repo(tmp_path)
    (repo.folder / "data" / "tasks.yaml").write_bytes(b" " * (MAX_BYTES + 1))
    commit = repo.commit()[:10]
    assert codes(stood_in(folder_of(repo), "main")) == [("KH102", f"{commit}:data/tasks.yaml")]


def test_a_shallow_clone_is_refused_whatever_it_holds(tmp_path: Path) -> None:
    source = plan_repo(tmp_path / "kho")
    source.commit("Lần hai")
    source.commit("Lần ba")
    for depth in ("1", "2"):
        shallow = clone(source, tmp_path / f"ban-sao-{depth}", "--depth", depth)
        said = refusal(folder_of(shallow), "origin/main")
        assert "git fetch --unshallow" in said
        assert "fetch-depth: 0" in said
        assert "git fetch --unshallow" in refusal(folder_of(shallow), "v1.0")


def test_a_partial_clone_is_refused_until_it_is_whole(tmp_path: Path) -> None:
    source = plan_repo(tmp_path / "kho")
    source.git("config", "uploadpack.allowFilter", "true")
    rename(source, "Tên mới")
    source.commit()
    for part in ("blob:none", "tree:0"):
        partial = clone(source, tmp_path / part.replace(":", "-"), f"--filter={part}")
        said = refusal(folder_of(partial), "main~1")
        assert "git fetch --refetch --no-filter" in said
        partial.git("fetch", "--quiet", "--refetch", "--no-filter")
        assert name_of(load_earlier_plan(folder_of(partial), "main~1").loaded) == "Tỷ lệ hồ sơ trực tuyến"


def test_an_unknown_revision_names_the_way_to_fetch_it(tmp_path: Path) -> None:
    repo = plan_repo(tmp_path)
    assert "«git fetch origin main:refs/remotes/origin/main»" in refusal(folder_of(repo), "origin/main")
    assert "«git fetch»" in refusal(folder_of(repo), "origin/a; rm -rf ~")
    assert "\x1b" not in refusal(folder_of(repo), "\x1b[2J")
    assert len(refusal(folder_of(repo), "x" * 100_000)) < 300


def test_no_commit_yet_no_common_root_no_repository(tmp_path: Path) -> None:
    fresh = new_repo(tmp_path / "moi")
    write_plan(fresh.folder)
    assert "chưa có lần lưu (commit) nào" in refusal(folder_of(fresh), "HEAD")
    repo = plan_repo(tmp_path / "kho")
    repo.git("switch", "--quiet", "--orphan", "khac")
    write_plan(repo.folder)
    repo.commit("Gốc khác")
    assert "không có gốc chung" in refusal(folder_of(repo), "main")
    write_plan(tmp_path / "ngoai")
    assert "không nằm trong kho git nào" in refusal(folder_of(Repo(tmp_path / "ngoai")), "main")
