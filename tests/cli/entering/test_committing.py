"""`--commit`: what the commit says, and what is said where there is none."""

from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.repositories import Repo, plan_repo

MEASURED = ("record", "CQS-01", "45,5", "--date", "30/9/2023", "--source", "CV 12/STTTT", "--commit")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    repo = plan_repo(tmp_path / "kho")
    monkeypatch.chdir(repo.folder)
    return repo


def test_the_message_names_the_record_and_the_document(kehoach: Kehoach, repo: Repo) -> None:
    result = kehoach(*MEASURED)
    assert (result.code, result.err) == (0, "")
    commit = repo.git("rev-parse", "HEAD")
    assert result.out.endswith(f"Đã ghi data/indicators.yaml và lưu vào git ({commit[:10]}).\n")
    assert repo.git("log", "-1", "--format=%B") == "CQS-01: 45,5% ngày 30/9/2023 (CV 12/STTTT)\n"
    assert repo.git("status", "--short", "--untracked-files=no") == ""
    assert kehoach("validate", "--base", "HEAD^").code == 0
    assert "Người thử" in kehoach("log", "CQS-01").out


def test_many_at_once(kehoach: Kehoach, repo: Repo) -> None:
    rows = "id,value,date,source\nCQS-01,31,30/6/2023,CV 10\nCQS-01,45.5,30/9/2023,CV 12\n"
    (repo.folder / "so-lieu.csv").write_text(rows, encoding="utf-8")
    assert kehoach("record", "--from", "so-lieu.csv", "--commit").code == 0
    assert repo.git("log", "-1", "--format=%B") == (
        "Ghi 2 dòng: CQS-01\n\n- CQS-01: 31% ngày 30/6/2023 (CV 10)\n- CQS-01: 45,5% ngày 30/9/2023 (CV 12)\n"
    )
    assert repo.git("show", "--name-only", "--format=") == "data/indicators.yaml"


def test_nothing_is_written_where_it_could_not_be_committed(kehoach: Kehoach, repo: Repo) -> None:
    path = repo.folder / "data" / "indicators.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# của người khác\n", encoding="utf-8")
    before = path.read_bytes()
    result = kehoach(*MEASURED)
    assert result.code == 2
    assert result.err.startswith("kehoach: --commit: data/indicators.yaml có sửa đổi chưa lưu vào git")
    assert result.err.endswith(". Chưa ghi gì\n")
    assert path.read_bytes() == before


def test_a_file_that_is_written_and_not_committed_is_said_to_be(kehoach: Kehoach, repo: Repo) -> None:
    (repo.folder / ".git" / "index.lock").write_bytes(b"")
    result = kehoach(*MEASURED)
    assert result.code == 2
    assert result.err.startswith("kehoach: Đã ghi data/indicators.yaml nhưng chưa lưu được vào git: Một lệnh git khác")
    assert "value: 45.5" in (repo.folder / "data" / "indicators.yaml").read_text(encoding="utf-8")
