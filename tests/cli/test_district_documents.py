"""The district's plan in Word: nothing of the first plan shows, whatever the period."""

from pathlib import Path

import pytest
from docx import Document

from tests.conftest import Kehoach
from tests.support.known_plans import DISTRICT

OF_THE_FIRST_PLAN = ("Bà Rịa", "Vũng Tàu", "UBQG", "chuyển đổi số", "Ban Chỉ đạo", "BCĐ", "None")


def text_of(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("period", "named", "closing"),
    [
        ("2024-06", "tháng 6 năm 2024", "ngày 30 tháng 6 năm 2024"),
        ("2024-Q2", "quý II năm 2024", "ngày 30 tháng 6 năm 2024"),
        ("2024-H1", "6 tháng đầu năm 2024", "ngày 30 tháng 6 năm 2024"),
        ("2024", "năm 2024", "ngày 31 tháng 12 năm 2024"),
    ],
)
def test_reports(kehoach: Kehoach, tmp_path: Path, period: str, named: str, closing: str) -> None:
    path = tmp_path / "bao-cao.docx"
    result = kehoach("report", "--period", period, "--plan", str(DISTRICT), "-o", str(path))
    assert result.code == 0
    text = text_of(path)
    assert named in text
    assert f"đến hết {closing}" in text
    assert "Ủy ban nhân dân huyện Suối Mơ" in text
    assert "số 12/KH-UBND" in text
    assert [word for word in OF_THE_FIRST_PLAN if word in text] == []


def test_letters(kehoach: Kehoach, tmp_path: Path) -> None:
    result = kehoach("remind", "--as-of", "2024-07-01", "--plan", str(DISTRICT), "-o", str(tmp_path))
    assert result.code == 0
    written = sorted(tmp_path.glob("*.docx"))
    assert written
    for path in written:
        assert [word for word in OF_THE_FIRST_PLAN if word in text_of(path)] == []
