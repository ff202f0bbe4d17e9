"""Workbooks as the common libraries write them read alike."""

import io
from datetime import date

import openpyxl
import xlsxwriter

from kehoach_cli.tables.grid import Cell
from tests.support.grids import only

CELLS = (
    Cell("CQS-02", "ô A2"),
    Cell("45,5%", "ô B2"),
    Cell("30/9/2023", "ô C2", "day"),
    Cell("có", "ô D2"),
    Cell("1250,75", "ô E2"),
    Cell("=1+1", "ô F2"),
)


def test_xlsxwriter() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Chỉ tiêu")
        sheet.write_string("A2", "CQS-02")
        sheet.write_number("B2", 0.455, book.add_format({"num_format": "0.0%"}))
        sheet.write_datetime("C2", date(2023, 9, 30), book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_boolean("D2", True)  # noqa: FBT003 - the value
        sheet.write_number("E2", 1250.75)
        sheet.write_string("F2", "=1+1")
    grid = only(stream.getvalue())
    assert (grid.name, grid.rows[0].cells) == ("phieu.xlsx, trang «Chỉ tiêu»", CELLS)


def test_openpyxl() -> None:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append([])
    sheet.append([])
    for cell, value in zip(
        sheet["A2:G2"][0], ("CQS-02", 0.455, date(2023, 9, 30), True, 1250.75, "=1+1", "=1+1"), strict=True
    ):
        cell.value = value
    sheet["B2"].number_format, sheet["C2"].number_format, sheet["F2"].data_type = "0.0%", "dd/mm/yyyy", "s"
    book.save(stream)
    assert only(stream.getvalue()).rows[0].cells == (*CELLS, Cell("", "ô G2", "uncalculated"))
