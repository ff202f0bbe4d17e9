"""Records that a later document adds, from a table: spliced, checked, told."""

from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.plans import TASKS, write_plan

DOCUMENT = ["--by", "QĐ 250/QĐ-BCĐ", "--date", "15/8/2023"]
NEW_TASKS = """\
mã;tên;nhóm;cơ quan chủ trì;thời hạn;sản phẩm
NV-CQS-50;Xây dựng kho dữ liệu dùng chung;CQS;Sở TT&TT, SYT;quý iv/2023;Kho dữ liệu
NV-CQS-51;Tập huấn kỹ năng số;;;;
"""
NEW_INDICATORS = """\
id,name,unit,direction,lead,support,baseline,national,target,due,source
CQS-02,Tỷ lệ hồ sơ được số hóa,%,Càng cao càng tốt,SYT,STTTT,"12,5",40,45% - 50%,Năm 2023,"QĐ 250, mục 2"
KTS-01,Số ngày xử lý,ngày,decrease,SYT,,-,không,"5,5",,
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return write_plan(tmp_path)


def table(folder: Path, text: str) -> str:
    path = folder / "bo-sung.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_tasks_come_to_the_end_of_their_file(kehoach: Kehoach, plan: Path) -> None:
    result = kehoach("add", "--from", table(plan, NEW_TASKS), *DOCUMENT, "--plan", str(plan), "--as-of", "2023-09-01")
    assert (result.code, result.err) == (0, "")
    assert (
        (plan / "data/tasks.yaml").read_text(encoding="utf-8")
        == TASKS
        + """\
- id: NV-CQS-50
  name: Xây dựng kho dữ liệu dùng chung
  pillar: CQS
  lead: [STTTT, SYT]
  output: Kho dữ liệu
  due: quý iv/2023
  added: {date: 2023-08-15, by: QĐ 250/QĐ-BCĐ}
- id: NV-CQS-51
  name: Tập huấn kỹ năng số
  lead: []
  due: null
  added: {date: 2023-08-15, by: QĐ 250/QĐ-BCĐ}
"""
    )
    assert "  Mới ghi: bổ sung vào Kế hoạch từ ngày 15/8/2023 theo QĐ 250/QĐ-BCĐ.\n" in result.out


def test_indicators_have_their_figures_as_people_write_them(kehoach: Kehoach, plan: Path) -> None:
    before = (plan / "data/indicators.yaml").read_text(encoding="utf-8")
    result = kehoach("add", "--from", table(plan, NEW_INDICATORS), *DOCUMENT, "--plan", str(plan))
    assert (result.code, result.err) == (0, "")
    assert (
        (plan / "data/indicators.yaml").read_text(encoding="utf-8")
        == before
        + """\
- id: CQS-02
  name: Tỷ lệ hồ sơ được số hóa
  unit: "%"
  direction: increase
  lead: [SYT]
  support: [STTTT]
  baseline: {value: 12.5, as_of: 2023-05-31}
  targets: {national: 40, provincial: {min: 45, max: 50}}
  due: Năm 2023
  source: QĐ 250, mục 2
  added: {date: 2023-08-15, by: QĐ 250/QĐ-BCĐ}
- id: KTS-01
  name: Số ngày xử lý
  unit: "ngày"
  direction: decrease
  lead: [SYT]
  baseline: {value: null, as_of: 2023-05-31}
  targets: {national: null, provincial: 5.5}
  due: null
  added: {date: 2023-08-15, by: QĐ 250/QĐ-BCĐ}
"""
    )


def test_the_listings_know_them_from_their_day(kehoach: Kehoach, plan: Path) -> None:
    kehoach("add", "--from", table(plan, NEW_TASKS), *DOCUMENT, "--plan", str(plan))
    counts = [
        kehoach("tasks", "--plan", str(plan), "--as-of", day).out.splitlines()[0]
        for day in ("2023-08-14", "2023-08-15")
    ]
    assert counts == ["Tính đến ngày 14/8/2023: 1 nhiệm vụ.", "Tính đến ngày 15/8/2023: 3 nhiệm vụ."]


def test_a_preview_writes_nothing(kehoach: Kehoach, plan: Path) -> None:
    given = table(plan, NEW_TASKS)
    result = kehoach("add", "--from", given, *DOCUMENT, "--plan", str(plan), "--dry-run")
    assert "Chưa ghi gì: đây là bản xem trước (--dry-run)." in result.out
    assert (plan / "data/tasks.yaml").read_text(encoding="utf-8") == TASKS
