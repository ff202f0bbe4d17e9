"""`kehoach narrative`, and what people write in the file it makes."""

from pathlib import Path

import pytest

from kehoach_cli.cli.documents.report_narrative import REQUIRED_PARTS
from kehoach_cli.plan.narrative import Narrative
from tests.conftest import Kehoach
from tests.support.documents import text_of

PERIOD = ("--period", "2023-Q3")


def _file(plan: Path) -> Path:
    return plan / "data" / "narrative" / "2023-Q3.yaml"


def test_the_file_is_made_with_every_part_empty_and_reminders_of_what_to_explain(
    kehoach: Kehoach, small_plan: Path
) -> None:
    result = kehoach("narrative", "2023-Q3")
    assert result.code == 0, result.err
    assert result.out == (
        "Đã tạo data/narrative/2023-Q3.yaml. Mở tệp, ghi ý dưới từng mục, rồi chạy: kehoach report --period 2023-Q3\n"
    )
    text = _file(small_plan).read_text(encoding="utf-8")
    assert text.splitlines()[:2] == [
        "# yaml-language-server: $schema=../schema/narrative.json",
        "# Phần lời của báo cáo quý III/2023",
    ]
    for part in Narrative._fields:
        assert f"\n{part}:\n" in text


def test_overdue_work_is_listed_above_the_causes(kehoach: Kehoach, small_plan: Path) -> None:
    assert kehoach("narrative", "2023-Q4").code == 0
    text = (small_plan / "data" / "narrative" / "2023-Q4.yaml").read_text(encoding="utf-8")
    assert "#   NV-CQS-01 quá hạn 75 ngày (Sở TT&TT)\nobjective_causes:\n" in text


def test_a_file_that_is_there_is_left_as_it_is(kehoach: Kehoach, small_plan: Path) -> None:
    kehoach("narrative", "2023-Q3")
    _file(small_plan).write_text("proposals: [Bố trí kinh phí]\n", encoding="utf-8")
    result = kehoach("narrative", "2023-Q3")
    assert (result.code, result.out) == (
        0,
        "data/narrative/2023-Q3.yaml đã có, còn để trống: "
        "kết quả nổi bật, nguyên nhân khách quan, nguyên nhân chủ quan.\n",
    )
    assert _file(small_plan).read_text(encoding="utf-8") == "proposals: [Bố trí kinh phí]\n"


def test_an_untouched_file_counts_as_nothing_written(kehoach: Kehoach, small_plan: Path) -> None:
    kehoach("narrative", "2023-Q3")
    result = kehoach("report", *PERIOD)
    assert result.code == 0, result.err
    assert (
        "Còn chờ bổ sung: kết quả nổi bật; nguyên nhân khách quan; nguyên nhân chủ quan; đề xuất, kiến nghị."
        in result.out
    )


def test_what_is_written_stands_in_the_report(kehoach: Kehoach, small_plan: Path) -> None:
    kehoach("narrative", "2023-Q3")
    filled = "".join(f"{part}:\n  - Ý về {part}\n" for part in REQUIRED_PARTS)
    _file(small_plan).write_text(filled, encoding="utf-8")
    result = kehoach("report", *PERIOD)
    assert result.out == "Đã ghi bao-cao-2023-Q3.docx: quý III/2023, số liệu đến hết ngày 14/9/2023.\n"
    text = text_of((small_plan / "bao-cao-2023-Q3.docx").read_bytes())
    for part in REQUIRED_PARTS:
        assert f"- Ý về {part}.\n" in text
    assert "Cần bổ sung" not in text


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("proposal: []\n", "data/narrative/2023-Q3.yaml:1:1: lỗi KH202: Không có khóa nào tên là «proposal»"),
        ("proposals:\n  - 12\n", "data/narrative/2023-Q3.yaml:2:5: lỗi KH203"),
        ("proposals: Bố trí kinh phí\n", "data/narrative/2023-Q3.yaml:1:12: lỗi KH203"),
        ("- một\n- hai\n", "data/narrative/2023-Q3.yaml:1:3: lỗi KH203"),
        ("proposals: [a\n", "data/narrative/2023-Q3.yaml:1:12: lỗi KH107"),
        ("proposals: []\nproposals: []\n", "data/narrative/2023-Q3.yaml:2:1: lỗi KH109"),
    ],
)
def test_faults_are_shown_with_their_place_and_no_report_is_written(
    kehoach: Kehoach, small_plan: Path, text: str, finding: str
) -> None:
    _file(small_plan).parent.mkdir()
    _file(small_plan).write_text(text, encoding="utf-8")
    result = kehoach("report", *PERIOD)
    assert result.code == 2
    assert finding in result.err
    assert not list(small_plan.glob("*.docx"))
