"""Headings and their parts that a later document adds, from a table."""

from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.plans import INDICATORS, TASKS, write_plan

DOCUMENT = ["--by", "QĐ 250/QĐ-BCĐ", "--date", "15/8/2023"]
OF_INDICATORS = """\
id,name,pillar,unit,direction,lead,target,due,parent,heading
CT-11,Hạ tầng số,CQS,,,,,,,có
CT-11.1,Tỷ lệ phủ sóng,CQS,%,tăng,SYT,60,Năm 2023,ct-11,
"""
OF_TASKS = """\
mã;tên;đề mục;thuộc;cơ quan chủ trì;thời hạn
NV-50;Xây dựng thể chế;x;;;
NV-50.1;Lập kho dữ liệu;không;NV-50;Sở Y tế;Quý IV/2023
"""


def add(kehoach: Kehoach, plan: Path, text: str, *more: str) -> tuple[int, str, str]:
    path = plan / "bo-sung.csv"
    path.write_text(text, encoding="utf-8")
    result = kehoach("add", "--from", str(path), *DOCUMENT, "--plan", str(plan), "--as-of", "1/9/2023", *more)
    return result.code, result.out, " ".join(result.err.split())


def test_a_heading_of_indicators_with_its_part(kehoach: Kehoach, tmp_path: Path) -> None:
    plan = write_plan(tmp_path)
    code, out, err = add(kehoach, plan, OF_INDICATORS)
    assert (code, err) == (0, "")
    written = (plan / "data/indicators.yaml").read_text(encoding="utf-8").removeprefix(INDICATORS)
    assert written.startswith(
        "- id: CT-11\n  name: Hạ tầng số\n  pillar: CQS\n  heading: true\n"
        "  added: {date: 2023-08-15, by: QĐ 250/QĐ-BCĐ}\n- id: CT-11.1\n"
    )
    assert "  parent: CT-11\n" in written
    assert "CT-11: Hạ tầng số\n  Mới ghi: bổ sung" in out


def test_a_heading_of_tasks_with_its_part(kehoach: Kehoach, tmp_path: Path) -> None:
    plan = write_plan(tmp_path)
    assert add(kehoach, plan, OF_TASKS)[0] == 0
    written = (plan / "data/tasks.yaml").read_text(encoding="utf-8").removeprefix(TASKS)
    assert written.startswith("- id: NV-50\n  name: Xây dựng thể chế\n  heading: true\n  added: {")
    assert "  parent: NV-50\n" in written
    assert "heading: false" not in written


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,name,lead,heading\nNV-50,Thể chế,SYT,có\n", "NV-50 là đề mục, chỉ có tên, nhóm, nguồn, ghi chú; bỏ lead"),
        ("id,name,lead,parent\nNV-51,Lập kho,SYT,NV-50\n", "Không có nhiệm vụ nào mã NV-50"),
        ("id,name,heading\nNV-50,Thể chế,có\n", "Không có bản ghi nào thuộc đề mục NV-50"),
    ],
)
def test_what_is_refused_or_asked(kehoach: Kehoach, tmp_path: Path, text: str, said: str) -> None:
    plan = write_plan(tmp_path)
    code, _, err = add(kehoach, plan, text)
    assert code != 0
    assert said in err
    assert (plan / "data/tasks.yaml").read_text(encoding="utf-8") == TASKS


def test_a_heading_takes_no_figures(kehoach: Kehoach, tmp_path: Path) -> None:
    headed = INDICATORS.replace("  due: Năm 2023\n", "  due: Năm 2023\n  parent: CT-11\n")
    plan = write_plan(tmp_path, indicators=f"- {{id: CT-11, name: Hạ tầng số, pillar: CQS, heading: true}}\n{headed}")
    figure = ("record", "CT-11", "5", "--date", "1/9/2023", "--source", "CV 1", "--plan", str(plan))
    assert kehoach(*figure).err.startswith("kehoach: CT-11 là đề mục, không có số liệu, tiến độ; ghi cho từng bản ghi")
    goal = ("amend", "CT-11", "--target", "5", "--by", "QĐ 2", "--date", "1/9/2023", "--plan", str(plan))
    assert kehoach(*goal).err == "kehoach: CT-11 là đề mục, chỉ có tên; chỉ ghi --name, hoặc --remove\n"
    assert kehoach(*goal[:2], "--name", "Hạ tầng", *goal[4:]).code == 0
    later = ("extend", "CT-11", "--due", "Năm 2024", "--by", "QĐ 2", "--date", "1/9/2023", "--plan", str(plan))
    assert kehoach(*later).code == 2
