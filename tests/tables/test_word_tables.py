"""Tables of Word documents: merged, nested, tracked, hidden, and in content controls."""

import pytest

from kehoach_cli.tables.grid import Cell
from tests.support.docx import MAIN, R, W, members_of, p, table, word_file, zipped
from tests.support.grids import grids, only, texts


def tc(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def of(body: str) -> list[list[str]]:
    return texts(only(word_file(body), "cv.docx"))


def test_every_table_of_the_body_is_read() -> None:
    found = grids(word_file(table(("Mã", "Kết quả")) + p("giữa") + table(("a",), ("b",))), "cv.docx")
    assert [grid.name for grid in found] == ["cv.docx, bảng 1", "cv.docx, bảng 2"]
    assert found[1].rows[1].label == "cv.docx, bảng 2, hàng 2"
    assert found[0].rows[0].cells == (Cell("Mã", "ô 1"), Cell("Kết quả", "ô 2"))


def test_a_wide_cell_takes_its_columns() -> None:
    wide = tr(tc(p("Mức"), properties='<w:gridSpan w:val="2"/>'), tc(p("Ghi chú")))
    assert of(tbl(wide, tr(tc(p("1")), tc(p("2")), tc(p("3"))))) == [["Mức", "", "Ghi chú"], ["1", "2", "3"]]


def test_the_place_counts_cells_as_a_person_does() -> None:
    wide = tr(tc(p("Mức"), properties='<w:gridSpan w:val="2"/>'), tc(p("Ghi chú")))
    assert [cell.place for cell in only(word_file(tbl(wide))).rows[0].cells] == ["ô 1", "ô 1", "ô 2"]


def test_a_row_that_begins_further_right() -> None:
    late = tr(tc(p("x")), properties='<w:trPr><w:gridBefore w:val="1"/></w:trPr>')
    assert of(tbl(late, tr(tc(p("a")), tc(p("b"))))) == [["", "x"], ["a", "b"]]


def test_merged_text_is_repeated_downward() -> None:
    top, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = tr(tc(p("Sở"), properties=top), tc(p("1"))), tr(tc(p(""), properties=below), tc(p("2")))
    again = tr(tc(p(""), properties=below), tc(p("3"))), tr(tc(p("UBND"), properties=top), tc(p("4")))
    grid = only(word_file(tbl(*rows, *again)))
    assert texts(grid) == [["Sở", "1"], ["Sở", "2"], ["Sở", "3"], ["UBND", "4"]]
    assert [row.cells[0].remark for row in grid.rows] == ["", "merged", "merged", ""]


def test_a_nested_table_is_one_of_its_own() -> None:
    nested = tbl(tr(tc(p("ngoài"), table(("trong",)), p("nữa"))))
    assert [texts(grid) for grid in grids(word_file(nested))] == [[["ngoài\nnữa"]], [["trong"]]]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (p("một") + p("hai"), "một\nhai"),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a b\nc"),
        ("<w:p><w:ins><w:r><w:t>60</w:t></w:r></w:ins><w:del><w:r><w:delText>50</w:delText></w:r></w:del></w:p>", "60"),
        ("<w:p><w:del><w:r><w:t>5</w:t></w:r></w:del><w:moveFrom><w:r><w:t>5</w:t></w:r></w:moveFrom></w:p>", ""),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>CQS-02</w:t></w:r></w:p>", "CQS-02"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{p('đạt')}</w:sdtContent></w:sdt>", "đạt"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Bấm')}</w:sdtContent></w:sdt>" + p("x"), "x"),
        ("<w:p><w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink><w:r><w:noBreakHyphen/></w:r></w:p>", "a-"),
        (p("CV\xa0số 5"), "CV số 5"),
    ],
)  # fmt: skip
def test_text_of_a_cell(inside: str, expected: str) -> None:
    assert of(tbl(tr(tc(inside), tc(p("sau"))))) == [[expected, "sau"]]


def test_rows_and_cells_in_content_controls_count_and_deleted_rows_do_not() -> None:
    controlled = f"<w:sdt><w:sdtPr/><w:sdtContent>{tr(tc(p('a')))}</w:sdtContent></w:sdt>"
    cell = tr(f"<w:sdt><w:sdtPr/><w:sdtContent>{tc(p('b'))}</w:sdtContent></w:sdt>")
    assert of(tbl(controlled, tr(tc(p("xóa")), properties="<w:trPr><w:del/></w:trPr>"), cell)) == [["a"], ["b"]]


def test_a_second_copy_of_a_text_box_is_passed_over() -> None:
    boxes = "".join(f"<mc:{name}>{table(('a',))}</mc:{name}>" for name in ("Choice", "Fallback"))
    assert of(f"<w:p><w:r><mc:AlternateContent>{boxes}</mc:AlternateContent></w:r></w:p>") == [["a"]]


def test_the_body_is_found_by_its_relationship() -> None:
    """As Word Online writes it: `word/document2.xml`."""
    members = members_of(word_file(table(("a",))))
    links = members["_rels/.rels"].replace(b"word/document.xml", b"/word/Document2.xml")
    moved = {"word/document2.xml" if name == "word/document.xml" else name: xml for name, xml in members.items()}
    assert texts(only(zipped(moved | {"_rels/.rels": links}))) == [["a"]]


def test_macros_objects_and_links_do_not_matter() -> None:
    """Only text is read."""
    parts = {"word/vbaProject.bin": ("application/vnd.ms-office.vbaProject", b"x")}
    links = [("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin", False)]
    links += [(f"{R}/attachedTemplate", "file:///x", True)]
    assert texts(only(word_file(table(("a",)), parts=parts, links=links, main_type=MAIN))) == [["a"]]


def test_the_namespace_of_word_alone_counts() -> None:
    assert grids(word_file(table(("a",)).replace("<w:tbl>", f'<w:tbl xmlns:w="{W}x">', 1))) == []
