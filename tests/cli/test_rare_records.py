"""What only a few records of the district's plan make the pages say."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.known_plans import DISTRICT, EXAMPLES
from tests.support.story import told

DAY = ("--plan", str(DISTRICT), "--as-of", "2024-07-01")


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("CCHC-01", ["Khoảng cách  c − G = 5,6 − 4,5 = 1,1 ngày", "(b − c)/(b − G) = (7,5 − 5,6)/(7,5 − 4,5) = 63,3%"]),
        ("CV-01", ["Ngày hoàn thành  31/3/2024"]),
        ("CV-06", ["Thời hạn  Tháng 9/2024 (đến hết ngày 30/9/2024)"]),
    ],
)
def test_show(kehoach: Kehoach, record: str, said: list[str]) -> None:
    lines = [" ".join(line.split()) for line in kehoach("show", record, *DAY).out.splitlines()]
    for line in said:
        assert " ".join(line.split()) in "\n".join(lines)


def test_a_task_that_was_extended_twice(kehoach: Kehoach) -> None:
    shown = " ".join(kehoach("show", "CV-06", "--plan", str(DISTRICT), "--as-of", "2025-01-01").out.split())
    assert "Quý I/2025 (đến hết ngày 31/3/2025), gia hạn từ Tháng 9/2024" in shown
    assert "Gia hạn từ tháng 11/2024 đến quý I/2025 CV 1102/UBND Vướng giải phóng mặt bằng" in shown


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("CCHC-03", "còn cách mức tỉnh 0,5 điểm %"),
        ("NTM-02", "Điều chỉnh mức huyện: 10 sản phẩm → 12 sản phẩm; thời hạn: Quý III/2024 → Tháng 11/2024"),
        ("CV-07", "Chưa ghi mục nào."),
    ],
)
def test_log(kehoach: Kehoach, record: str, said: str) -> None:
    assert said in kehoach("log", record, *DAY).out


def test_an_amendment_in_the_log_names_its_document(kehoach: Kehoach) -> None:
    rows = csv.DictReader(io.StringIO(kehoach("log", "NTM-02", *DAY, "--format", "csv").out))
    [amendment] = [row for row in rows if row["kind"] == "amendment"]
    assert (amendment["fields"], amendment["source"]) == ("targets.provincial;due", "QĐ 610/QĐ-UBND")


def test_several_origins_are_parted_by_semicolons(kehoach: Kehoach) -> None:
    shown = kehoach("tasks", "--plan", str(EXAMPLES), "--as-of", "2023-10-01", "--format", "md").out
    assert "được cấp trên giao trong năm; tiếp tục duy trì từ năm trước" in shown


def test_due_soon_is_what_comes_and_not_what_has_lapsed(kehoach: Kehoach) -> None:
    for plan, day, indicators in ((EXAMPLES, "2023-12-14", True), (DISTRICT, "2024-07-01", False)):
        result = kehoach("status", "--plan", str(plan), "--as-of", day, "--format", "json")
        soon = json.loads(result.out)["due_soon"]
        assert all(item["due"] >= day for item in soon)
        assert any(not item["id"].startswith("NV-") for item in soon) is indicators


def test_diff_tells_what_an_altered_entry_said_before(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = told(tmp_path / "kho")
    monkeypatch.chdir(repo.folder)
    path = repo.folder / "data" / "indicators.yaml"
    path.write_text(path.read_text("utf-8").replace("value: 26.5", "value: 27"), encoding="utf-8")
    data = json.loads(kehoach("diff", "--as-of", "2023-10-03", "--format", "json").out)
    [entry] = [entry for entry in data["entries"] if entry["history"] == "measurements"]
    assert (entry["before"]["value"], entry["after"]["value"]) == (26.5, 27)
