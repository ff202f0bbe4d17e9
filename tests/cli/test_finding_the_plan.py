"""Which plan a command speaks of: the one named, the one in KEHOACH_PLAN, or the nearest one upward.

Several plans below the current folder: test_several_plans.
"""

from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.plans import PLAN, write_plan


def title(kehoach: Kehoach, *arguments: str) -> str:
    result = kehoach("status", *arguments)
    assert (result.code, result.err) == (0, "")
    return result.out.splitlines()[0]


def named(folder: Path, name: str) -> Path:
    return write_plan(folder, plan=PLAN.replace("Kế hoạch mẫu năm 2023", name))


def test_found_upward_from_the_current_folder(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outer = named(tmp_path / "kho", "Kế hoạch của tỉnh")
    inner = named(outer / "huyen", "Kế hoạch của huyện")
    for folder, wanted in [
        (outer, "Kế hoạch của tỉnh"),
        (outer / "data", "Kế hoạch của tỉnh"),
        (outer / "van-ban" / "2023", "Kế hoạch của tỉnh"),
        (inner, "Kế hoạch của huyện"),
        (inner / "data", "Kế hoạch của huyện"),
    ]:
        folder.mkdir(parents=True, exist_ok=True)
        monkeypatch.chdir(folder)
        assert title(kehoach) == wanted


def test_the_option_goes_before_the_variable_and_that_before_the_folder(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(named(tmp_path / "day", "Kế hoạch ở đây"))
    monkeypatch.setenv("KEHOACH_PLAN", str(named(tmp_path / "bien", "Kế hoạch của biến")))
    there = named(tmp_path / "kia", "Kế hoạch đã chỉ")
    assert title(kehoach) == "Kế hoạch của biến"
    assert title(kehoach, "--plan", str(there)) == "Kế hoạch đã chỉ"
    monkeypatch.setenv("KEHOACH_PLAN", "")
    assert title(kehoach) == "Kế hoạch ở đây"


@pytest.mark.parametrize("pointed", [".", "data", "data/plan.yaml", "data/tasks.yaml"])
def test_a_plan_may_be_pointed_at_by_any_of_its_parts(kehoach: Kehoach, small_plan: Path, pointed: str) -> None:
    assert title(kehoach, "--plan", pointed) == "Kế hoạch mẫu năm 2023"
    assert kehoach("validate", pointed).code == 0


def test_a_plan_without_a_data_folder_is_one_too(kehoach: Kehoach, small_plan: Path, tmp_path: Path) -> None:
    (small_plan / "data").rename(tmp_path / "phang")
    assert title(kehoach, "--plan", str(tmp_path / "phang")) == "Kế hoạch mẫu năm 2023"


@pytest.mark.parametrize(
    ("pointed", "answer"),
    [
        ("khong-co", "không có thư mục khong-co; kiểm tra lại tên và quyền đọc"),
        ("van-ban", "không có kế hoạch trong van-ban; chỉ ra thư mục có data/plan.yaml"),
        ("thu.docx", "thu.docx là một tệp; chỉ ra thư mục có data/plan.yaml"),
    ],
)
def test_what_is_no_plan_is_refused_by_the_name_of_who_said_it(
    kehoach: Kehoach, small_plan: Path, monkeypatch: pytest.MonkeyPatch, pointed: str, answer: str
) -> None:
    (small_plan / "van-ban").mkdir()
    (small_plan / "thu.docx").write_bytes(b"")
    assert kehoach("gaps", "--plan", pointed) == (2, "", f"kehoach: --plan: {answer}\n")
    monkeypatch.setenv("KEHOACH_PLAN", pointed)
    assert kehoach("gaps") == (2, "", f"kehoach: biến KEHOACH_PLAN: {answer}\n")


def test_nowhere_a_plan(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert kehoach("overdue") == (
        2,
        "",
        "kehoach: Không tìm thấy kế hoạch từ thư mục hiện tại trở lên, trong các thư mục con cũng không có; "
        "chuyển vào thư mục có data/plan.yaml hoặc chỉ ra bằng --plan THƯ MỤC\n",
    )


def test_the_current_folder_was_deleted(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", gone)
    assert kehoach("overdue").err == "kehoach: Thư mục hiện tại không còn; chuyển vào thư mục của kế hoạch\n"


# ---- validate takes several plans, folders that hold plans, and files in them, as pre-commit passes them ----


def checked(kehoach: Kehoach, *paths: str) -> str:
    return kehoach("validate", *paths).out.splitlines()[-1]


def test_every_plan_below_a_folder_is_checked_once(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("tinh/2023", "tinh/2024", ".an/2022", "node_modules/goi"):
        write_plan(tmp_path / folder)
    assert checked(kehoach, "tinh") == "Đã kiểm tra 8 tệp của 2 kế hoạch: không có lỗi"
    assert checked(kehoach, ".") == "Đã kiểm tra 8 tệp của 2 kế hoạch: không có lỗi"
    assert checked(kehoach, "tinh/2023/data/tasks.yaml", "tinh/2023/data/plan.yaml", "tinh/2023") == (
        "Đã kiểm tra 4 tệp: không có lỗi"
    )
    assert checked(kehoach, ".an/2022", "tinh") == "Đã kiểm tra 12 tệp của 3 kế hoạch: không có lỗi"


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("khong-co", "Không tìm thấy khong-co; kiểm tra lại tên và quyền đọc thư mục"),
        ("trong", "Không có kế hoạch nào ở trong; chỉ ra thư mục có data/plan.yaml"),
        (
            "thu.docx",
            "thu.docx không phải tệp của một kế hoạch (plan.yaml, agencies.yaml, indicators.yaml, tasks.yaml, "
            "narrative/KỲ.yaml); chỉ ra tệp như vậy hoặc thư mục",
        ),
    ],
)
def test_a_path_without_a_plan(kehoach: Kehoach, small_plan: Path, path: str, answer: str) -> None:
    (small_plan / "trong").mkdir()
    (small_plan / "thu.docx").write_bytes(b"")
    assert kehoach("validate", path) == (2, "", f"kehoach: {answer}\n")


def test_a_folder_that_may_not_be_looked_into(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "kin").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kehoach_cli.storage.folder.os.scandir", refuses)
    assert kehoach("validate", "kin") == (
        2,
        "",
        "kehoach: Không đọc được thư mục kin; cấp quyền đọc, hoặc chỉ ra thư mục của kế hoạch\n",
    )


def test_a_folder_with_too_many_below_it(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        (tmp_path / "nhieu" / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kehoach_cli.storage.folder.MAX_FOLDERS", 3)
    assert kehoach("validate", "nhieu").err == (
        "kehoach: nhieu có quá nhiều thư mục con; chỉ ra thư mục của kế hoạch\n"
    )
