"""CSV and JSON: delimiters, line ends, encodings, and the places of cells."""

import json

import pytest

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.tables.grid import Cell, GridRow
from tests.support.grids import in_text, texts


@pytest.mark.parametrize(
    "written",
    [
        "Mã;Giá trị\nA;45,5\nB;38,2\n",
        "Mã\tGiá trị\nA\t45,5\nB\t38,2\n",
        'Mã,Giá trị\r\nA,"45,5"\r\nB,"38,2"\r\n',
        "sep=;\nMã;Giá trị\nA;45,5\nB;38,2",
        '"sep=;"\r\nMã;Giá trị\r\nA;45,5\r\nB;38,2',
        "\ufeffMã;Giá trị\n\n;;\nA;45,5;\nB;38,2;;\n",
        "Mã|;Giá trị\nA;45,5\nB;38,2".replace("|", ""),
    ],
)
def test_delimiters(written: str) -> None:
    assert texts(in_text(written.encode())) == [["Mã", "Giá trị"], ["A", "45,5"], ["B", "38,2"]]


def test_headings_with_commas_do_not_decide() -> None:
    assert texts(in_text("Tên, đơn vị, kỳ;Giá trị\na;1,5\nb;2\n".encode()))[1] == ["a", "1,5"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-8"])
def test_encodings(encoding: str) -> None:
    assert texts(in_text("Mã\tGiá trị\nA\t45,5\n".encode(encoding))) == [["Mã", "Giá trị"], ["A", "45,5"]]


def test_places() -> None:
    rows = in_text(b"sep=;\nid;value\n\nA;\xc2\xa01;x\n").rows
    assert rows[1] == GridRow("so-lieu.csv:4", (Cell("A", "cột 1"), Cell("1", "cột 2"), Cell("x", "cột 3")))


def test_an_unclosed_quote_is_refused() -> None:
    with pytest.raises(UsageProblem, match=r"^so-lieu.csv:3: dấu nháy kép trong dòng không khép"):
        in_text(b'sep=;\nid;value\nA;"1\n')


def test_json() -> None:
    grid = in_text(b'[{"id": "A", "value": 45.5},\n {"id": "B", "estimate": true, "note": null}]', "x.json")
    assert [row.label for row in grid.rows] == ["x.json", "x.json:1", "x.json:2"]
    assert texts(grid) == [["id", "value", "estimate", "note"], ["A", "45,5", "", ""], ["B", "", "true", ""]]
    assert grid.rows[1].cells[1] == Cell("45,5", "value")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("[1]", "x.json:1: đây không phải là đối tượng; viết {khóa: giá trị, …}"),
        ('[{"a": [1]}]', "x.json:1: «a» phải là chữ hoặc số; bỏ dấu ngoặc quanh nó"),
        ('[{"a": 1, "a": 2}]', "x.json:1: khóa «a» ghi hai lần; giữ lại một"),
        ('{"a": 1}', "x.json:1: JSON viết sai ở chỗ này; viết một danh sách các đối tượng: [{…}, {…}]"),
        ("[" * 100_000, "x.json:1: JSON lồng nhau quá sâu; ghi mỗi mục thành {khóa: giá trị}"),
        ("[]", "x.json: không có dòng nào; ghi dòng tiêu đề và ít nhất một dòng số liệu"),
    ],
)
def test_json_that_is_no_table(written: str, message: str) -> None:
    with pytest.raises(UsageProblem) as raised:
        in_text(written.encode(), "x.json")
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a\n" * 5_001, "Tệp có hơn 5.000 dòng có chữ"),
        (b"a," * 200 + b"a", "Có chữ ngoài 200 cột đầu: so-lieu.csv:1, cột 201"),
        ((b"a," * 199 + b"a\n") * 1_001, "Tệp có hơn 200.000 ô"),
        (b'"' + b"a" * 100_000 + b'"\n', None),
        ((b"a" * 100_000 + b"\n") * 81, "Tệp có hơn 8 triệu chữ cái"),
        (json.dumps([{str(key): "1" for key in range(201)}]).encode(), "Có chữ ngoài 200 cột đầu: so-lieu.csv:1, 200"),
        (json.dumps([{str(key): "1"} for key in range(201)]).encode(), "Có chữ ngoài 200 cột đầu: so-lieu.csv, 200"),
    ],
)
def test_what_is_too_large_is_said(content: bytes, message: str | None) -> None:
    if message is None:
        assert in_text(content)
        return
    with pytest.raises(UsageProblem) as raised:
        in_text(content)
    assert str(raised.value) == f"so-lieu.csv: {message}. Chép vùng cần dùng sang một tệp mới"
