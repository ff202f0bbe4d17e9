"""`kehoach schema`: where the files go, and which ids they know."""

import json
from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.plans import AGENCIES, write_plan


def agencies_in(text: str) -> list[str]:
    ids: list[str] = json.loads(text)["$defs"]["agencies"].get("enum", [])
    return ids


def test_all_files_go_beside_the_plans_data(small_plan: Path, kehoach: Kehoach) -> None:
    result = kehoach("schema")
    assert result.code == 0
    assert result.out.splitlines() == [
        f"Đã ghi data/schema/{name}.json"
        for name in ("plan", "agencies", "indicators", "tasks", "answers", "narrative")
    ]
    assert agencies_in((small_plan / "data/schema/tasks.json").read_text(encoding="utf-8")) == ["STTTT", "SYT"]
    assert kehoach("schema").out.count("Không đổi") == 6


def test_one_file_is_printed(small_plan: Path, kehoach: Kehoach) -> None:
    result = kehoach("schema", "indicators")
    assert json.loads(result.out)["title"] == "indicators.yaml"
    assert not (small_plan / "data" / "schema").exists()


def test_another_folder_may_be_named(small_plan: Path, kehoach: Kehoach) -> None:
    assert kehoach("schema", "tasks", "-o", "a/b").code == 0
    assert [path.name for path in (small_plan / "a" / "b").iterdir()] == ["tasks.json"]


def test_without_a_plan_any_well_formed_id_will_do(
    tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = kehoach("schema", "tasks")
    assert agencies_in(result.out) == []
    assert json.loads(result.out)["$defs"]["agencies"]["pattern"].startswith("^[A-Z]")
    assert "-o THƯ MỤC" in kehoach("schema").err


def test_an_agency_with_a_fault_is_still_offered(small_plan: Path, kehoach: Kehoach) -> None:
    write_plan(small_plan, agencies=AGENCIES + "- {id: SNV, name: Sở Nội vụ}\n")
    assert agencies_in(kehoach("schema", "tasks").out) == ["STTTT", "SYT", "SNV"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("schema", "bao-cao"),
            "TỆP: không có giá trị «bao-cao»; chọn một trong: plan, agencies, indicators, tasks, answers, narrative",
        ),
        (("schema", "--plan", "khong-co"), "--plan: không có thư mục khong-co"),
        (("schema", "-o", "data/plan.yaml"), "Không ghi được data/plan.yaml/plan.json"),
    ],
)
def test_refusals(small_plan: Path, kehoach: Kehoach, arguments: tuple[str, ...], said: str) -> None:
    result = kehoach(*arguments)
    assert result.code == 2
    assert said in result.err


def test_a_plan_that_cannot_be_read_gives_no_schema(small_plan: Path, kehoach: Kehoach) -> None:
    write_plan(small_plan, plan="number: 1")
    result = kehoach("schema")
    assert (result.code, result.out) == (2, "")
    assert "data/plan.yaml có lỗi; chạy «kehoach validate»" in result.err


def test_a_file_that_is_no_text_is_written_anew(small_plan: Path, kehoach: Kehoach) -> None:
    kehoach("schema")
    tasks = small_plan / "data" / "schema" / "tasks.json"
    right = tasks.read_bytes()
    tasks.write_bytes(b"\xff" + right)
    assert kehoach("schema").out.splitlines()[3] == "Đã ghi data/schema/tasks.json"
    assert tasks.read_bytes() == right


@pytest.mark.parametrize("at", ["indicators.json", "narrative.json"])
def test_all_schemas_are_written_or_none(small_plan: Path, kehoach: Kehoach, at: str) -> None:
    folder = small_plan / "luoc-do"
    (folder / at).mkdir(parents=True)
    said = f"kehoach: Lược đồ: không ghi được tệp luoc-do/{at} (đó là một thư mục); chọn tệp hoặc thư mục khác\n"
    assert kehoach("schema", "-o", "luoc-do") == (2, "", said)
    assert [path.name for path in folder.iterdir()] == [at]
