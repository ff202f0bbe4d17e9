"""`kehoach validate`: which plans it looks at, and how it ends."""

import os
import sys
from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.known_plans import DISTRICT, EXAMPLES, SHIPPED
from tests.support.plans import PLAN, TASKS, write_plan

CLEAN = "Đã kiểm tra 4 tệp: không có lỗi\n"
LATE = TASKS.replace("Quý III/2023", "Quý I/2023")  # a warning
WRONG = TASKS.replace("STTTT", "SXD")  # an error


@pytest.mark.parametrize("plan", [SHIPPED, EXAMPLES, DISTRICT], ids=["shipped", "examples", "district"])
def test_the_plans_that_come_along_are_free_of_errors(kehoach: Kehoach, plan: Path) -> None:
    result = kehoach("validate", "--plan", str(plan))
    assert (result.code, result.err) == (0, "")
    assert " lỗi KH" not in result.out


@pytest.mark.parametrize(
    ("tasks", "fail_on", "code"),
    [
        (TASKS, "warning", 0),
        (LATE, "error", 0),
        (LATE, "warning", 1),
        (WRONG, "error", 1),
        (WRONG, "warning", 1),
        ("- [", "error", 2),
        ("- [", "warning", 2),
    ],
)
def test_the_exit_code_says_how_grave_it_is(
    kehoach: Kehoach, small_plan: Path, tasks: str, fail_on: str, code: int
) -> None:
    write_plan(small_plan, tasks=tasks)
    assert kehoach("validate", "--fail-on", fail_on).code == code


def test_a_lead_that_also_supports_is_a_warning_and_a_blank_too_many_a_remark(
    kehoach: Kehoach, small_plan: Path
) -> None:
    write_plan(small_plan, tasks=TASKS.replace("kế hoạch", "kế  hoạch"))
    assert kehoach("validate", "--fail-on", "warning").code == 0


@pytest.mark.parametrize("path", [".", "data", "data/tasks.yaml", "data/plan.yaml"])
def test_any_path_within_a_plan_names_it(kehoach: Kehoach, small_plan: Path, path: str) -> None:
    assert kehoach("validate", path) == (0, CLEAN, "")


def test_every_plan_below_a_folder_is_checked_once(kehoach: Kehoach, tmp_path: Path) -> None:
    for name in ("2023", "2024/huyen", ".git/an", "node_modules/a"):
        write_plan(tmp_path / name)
    (tmp_path / "lien-ket").symlink_to(tmp_path / "2023")
    result = kehoach("validate", str(tmp_path), str(tmp_path / "2023"))
    assert result == (0, "Đã kiểm tra 8 tệp của 2 kế hoạch: không có lỗi\n", "")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("khong-co", "Không tìm thấy khong-co; kiểm tra lại tên và quyền đọc thư mục"),
        ("trong", "Không có kế hoạch nào ở trong; chỉ ra thư mục có data/plan.yaml"),
        (
            "README.md",
            "README.md không phải tệp của một kế hoạch (plan.yaml, agencies.yaml, indicators.yaml, tasks.yaml, "
            "narrative/KỲ.yaml); chỉ ra tệp như vậy hoặc thư mục",
        ),
    ],
)
def test_nothing_found_is_no_success(kehoach: Kehoach, small_plan: Path, path: str, said: str) -> None:
    (small_plan / "trong").mkdir()
    (small_plan / "README.md").write_text("a", encoding="utf-8")
    assert kehoach("validate", path) == (2, "", f"kehoach: {said}\n")


def test_from_a_folder_below_the_plan_is_found_and_elsewhere_it_is_asked_for(
    kehoach: Kehoach, small_plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small_plan / "data")
    assert kehoach("validate").code == 0
    (tmp_path / "trong").mkdir()
    monkeypatch.chdir(tmp_path / "trong")
    result = kehoach("validate")
    assert result.code == 2
    assert "--plan THƯ MỤC" in result.err


@pytest.mark.parametrize("file", ["plan", "agencies", "indicators", "tasks"])
def test_a_file_that_is_missing_is_an_error_that_says_so(kehoach: Kehoach, small_plan: Path, file: str) -> None:
    (small_plan / "data" / f"{file}.yaml").unlink()
    result = kehoach("validate", "--plan", ".") if file != "plan" else kehoach("validate", "--plan", "data")
    if file == "plan":
        assert "chỉ ra thư mục có data/plan.yaml" in result.err
    else:
        assert f"data/{file}.yaml:1:1: lỗi KH101: Không tìm thấy tệp" in result.out
    assert result.code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are made otherwise there")
@pytest.mark.parametrize("kind", ["link", "broken link", "pipe", "folder", "device"])
def test_only_regular_files_are_read(kehoach: Kehoach, small_plan: Path, kind: str) -> None:
    tasks = small_plan / "data" / "tasks.yaml"
    whole = tasks.rename(small_plan / "that.yaml")
    match kind:
        case "link":
            tasks.symlink_to(whole)
        case "broken link":
            tasks.symlink_to("khong-co")
        case "pipe":
            os.mkfifo(tasks)
        case "folder":
            tasks.mkdir()
        case "device":
            tasks.symlink_to("/dev/zero")
    result = kehoach("validate")
    assert result.code == 2
    assert "data/tasks.yaml:1:1: lỗi KH101: Đây " in result.out


def test_what_may_not_be_read_is_an_error(kehoach: Kehoach, small_plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused as the system would: whoever runs the tests may be allowed to read everything."""
    let_in = os.open

    def refuse_tasks(path: Path, flags: int) -> int:
        if path.name == "tasks.yaml":
            raise PermissionError(13, "Permission denied")
        return let_in(path, flags)

    monkeypatch.setattr("kehoach_cli.yaml.text.os.open", refuse_tasks)
    result = kehoach("validate")
    assert result.code == 2
    assert "data/tasks.yaml:1:1: lỗi KH101: Không có quyền đọc tệp" in result.out


def test_the_same_faults_are_told_in_the_same_order_every_time(kehoach: Kehoach, small_plan: Path) -> None:
    write_plan(small_plan, tasks=WRONG * 3, plan=PLAN.replace("UBND", "UBND "))
    assert len({kehoach("validate").out for _ in range(3)}) == 1
