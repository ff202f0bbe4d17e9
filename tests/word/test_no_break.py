"""A number and its word stay on one line, and nothing longer is bound. A tilde stands for the no-break space."""

import pytest

from kehoach_cli.sandbox.package.xml import W, parse
from kehoach_cli.word.output.no_break import NBSP, bind_words


def bound(xml: str) -> str:
    root = parse(f'<w:body xmlns:w="{W}">{xml}</w:body>'.encode())
    bind_words(root)
    return "|".join(text.text or "" for text in root.iter(f"{{{W}}}t")).replace(NBSP, "~")


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số~180/QĐ-BCĐ ngày~26 tháng~6 năm~2023 của Trưởng ban",
        "kết quả quý~III năm~2023, Quý~IV/2023 tại Phụ lục~II và mục~III.2",
        "tăng 9,5~điểm phần~trăm; 03~nhiệm vụ; 06/34~nhiệm vụ; 25~chỉ tiêu; quá hạn 76~ngày",
        "từ ngày~14 tháng~9 đến ngày~30/9 tại xã, năm học mới, số liệu, Số:   /BC-BCĐ",
        "IPv6 trong 5 xã; QĐ 1987/QĐ-UBND; văn bản số: 12; các số~3, 5–9",
    ],
)
def test_two_words_are_bound(text: str) -> None:
    assert bound(paragraph(text.replace("~", " "))) == text


def test_cells_are_left_alone() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{paragraph('Quý III/2023')}</w:tc></w:tr></w:tbl>"
    assert bound(cell + paragraph("Quý III/2023")) == "Quý III/2023|Quý~III/2023"
