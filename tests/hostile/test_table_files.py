"""Hostile and unfit files instead of tables: each is refused in words, in the child, within two seconds of its time."""

import zipfile
from collections.abc import Iterator, Mapping

import pytest

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.tables.table_reader import TableReader, grids_in
from tests.support.carriers import named, repacked, stating
from tests.support.docx import MAIN, members_of, p, table, word_file, zipped
from tests.support.sheets import c, ods_cell, ods_table, row, sheet, spreadsheet, text, workbook, workbook_members

MIB = 2**20
BOOK = workbook(row(1, text("A1", "Mã"), c("B1", 45.5)))
MEMBERS = members_of(BOOK)
SHEET, SHARED = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500)
_DTD = '<!DOCTYPE x [<!ENTITY a "b">]>'


def _with(**parts: bytes) -> bytes:
    return zipped(MEMBERS | parts)


def _sheet(xml: bytes) -> bytes:
    return zipped(MEMBERS | {SHEET: xml})


_XLSX = "chọn Lưu thành, kiểu «Sổ làm việc Excel (*.xlsx)», không đặt mật khẩu"
_ANEW = "Mở tệp trong Excel rồi lưu lại thành tệp mới"
_AGAIN = "Tệp bị hỏng hoặc tải về chưa đủ. Lấy lại tệp từ nơi gửi, hoặc lập lại bằng Excel"
_PART = "Chép vùng có số liệu sang một sổ tính mới, lưu thành .xlsx rồi dùng tệp đó"
_LOCKED = f"Tệp nén theo cách Excel không dùng, hoặc có mật khẩu. Mở tệp trong Excel, {_XLSX}"
REFUSED: Mapping[str, tuple[bytes, str]] = {
    "a bomb": (repacked(BOOK, SHEET, bytes(60 * MIB)), f"Tệp bung ra lớn hơn 48 MiB. {_PART}"),
    "a bomb that states less": (
        stating(repacked(BOOK, SHEET, bytes(60 * MIB)), 24, (1000).to_bytes(4, "little")), _AGAIN),
    "a part of zeros": (repacked(BOOK, SHEET, bytes(10 * MIB)), f"Một phần lớn của tệp nén quá 200 lần. {_PART}"),
    "many parts": (_with(**{f"x{n}.xml": b"<x/>" for n in range(300)}), f"Tệp có 305 phần, quá 300. {_PART}"),
    "a cell at the far corner": (
        workbook(row(1_048_576, c("XFD1048576", 1))),
        f"Có chữ ngoài 200 cột đầu: p.xlsx, trang «Trang1», dòng 1048576, ô XFD1048576. {_PART}"),
    "a million rows with a format alone": (
        workbook('<row><c s="1"/></row>' * 1_000_000),
        f"Một phần chữ của tệp lớn hơn 16 MiB. {_PART}"),
    "as many, written short": (
        workbook(*(f'<row><c s="{n * n % 997}"/></row>' for n in range(310_000))),
        f"Tệp có quá nhiều ô, kể cả ô trống có định dạng. {_PART}"),
    "rows": (workbook(*(row(n, c("", n)) for n in range(1, 5_002))), f"Tệp có hơn 5.000 dòng có chữ. {_PART}"),
    "cells": (workbook(*(row(n, *[c("", 1)] * 150) for n in range(1, 1_400))), f"Tệp có hơn 200.000 ô. {_PART}"),
    "one long text in every cell": (
        zipped(workbook_members(
            sheet(*(row(n, *[c("", 0, "s")] * 90) for n in range(1, 2_000))), texts=[f"<t>{'a' * 32_000}</t>"])),
        f"Tệp có hơn 8 triệu chữ cái. {_PART}"),
    "merged over and over": (
        zipped(workbook_members(
            sheet(*(row(n, c("", n * n)) for n in range(1, 5_001)), merged=[f"A1:A{n}" for n in range(2, 5_001)]))),
        f"Tệp có hơn 200.000 ô gộp. {_PART}"),
    "repeated to the right": (
        spreadsheet(ods_table(ods_cell("x", more=' table:number-columns-repeated="16384"'))),
        f"Có chữ ngoài 200 cột đầu: ô XFD1. {_PART}"),
    "repeated downward": (
        spreadsheet(ods_table(ods_cell("x")).replace("-row>", '-row table:number-rows-repeated="1048576">', 1)),
        f"Tệp có hơn 5.000 dòng có chữ. {_PART}"),
    "a text that is not there": (workbook(row(1, c("A1", 7, "s"))), _AGAIN),
    "a text without a number": (workbook(row(1, c("A1", "x", "s")), texts=["<t>x</t>"]), _AGAIN),
    "a sheet that is not there": (zipped({k: v for k, v in MEMBERS.items() if k != SHEET}), _AGAIN),
    "torn": (BOOK[:-40], _AGAIN),
    "encrypted members": (stating(BOOK, 8, b"\x01\x00"), _LOCKED),
    "packed by LZMA": (repacked(BOOK, SHEET, b"<x/>", zipfile.ZIP_LZMA), _LOCKED),
    "names that differ in case": (
        _with(**{"XL/workbook.xml": b"<x/>"}), f"Tệp có hai phần cùng tên «XL/workbook.xml». {_ANEW}"),
    "names that differ in the slash": (
        _with(**{"xl\\workbook.xml": b"<x/>"}), f"Tệp có hai phần cùng tên «xl/workbook.xml». {_ANEW}"),
    "a name that climbs": (
        _with(**{"..\\..\\x.xml": b"<x/>"}), f"Tên phần bất thường trong tệp: «../../x.xml». {_ANEW}"),
    "entities": (
        _sheet(_DTD.encode() + MEMBERS[SHEET]),
        f"Không đọc được phần này: nội dung khai báo DTD hoặc thực thể (entity). {_ANEW}"),
    "entities in UTF-16": (
        _sheet(f'<?xml version="1.0" encoding="UTF-16"?>{_DTD}<x>&a;</x>'.encode("utf-16")),
        f"Không đọc được phần này: nội dung XML bị hỏng, hoặc không phải dạng UTF-8. {_ANEW}"),
    "a binary workbook": (
        _with(**{"_rels/.rels": MEMBERS["_rels/.rels"].replace(b".xml", b".bin")}),
        f"Đây là sổ tính Excel dạng nhị phân (.xlsb). Mở tệp trong Excel, {_XLSX}"),
    "a LibreOffice workbook with a password": (
        spreadsheet(manifest="<manifest:encryption-data/>"), f"Tệp có mật khẩu. Mở tệp trong Excel, {_XLSX}"),
    "a LibreOffice text": (
        zipped({"content.xml": b"<x/>"}),
        "Đây là văn bản LibreOffice, không phải bảng tính. "
        "Mở tệp trong Word, chọn Tệp > Lưu dưới dạng > Tài liệu Word (*.docx)"),
    "an archive of something else": (
        zipped({"a.txt": b"x"}),
        "Tệp nén này không phải sổ tính hay văn bản Word. Giải nén rồi chỉ ra tệp ở trong đó"),
    "a presentation": (
        _with(**{"xl/workbook.xml": b"<presentation/>"}),
        "Tệp nén này không phải sổ tính hay văn bản Word. Giải nén rồi chỉ ra tệp ở trong đó"),
    "a strict Word document in capitals": (
        zipped({name.replace("word/", "WORD/"): xml.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006",
                                                            b"http://purl.oclc.org/ooxml/wordprocessingml")
                for name, xml in members_of(word_file(table(("a",)))).items()}),
        "Tệp lưu ở dạng Strict Open XML. Trong Word: Tệp > Lưu dưới dạng, chọn kiểu Word Document (*.docx), "
        "không chọn Strict Open XML Document"),
    "a strict Word document": (
        word_file(table(("a",)) + '<s:p xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'),
        "Tệp lưu ở dạng Strict Open XML. Trong Word: Tệp > Lưu dưới dạng, chọn kiểu Word Document (*.docx), "
        "không chọn Strict Open XML Document"),
    "a Word table without end to the right": (
        word_file('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr></w:tc>'
                  f'<w:tc><w:tcPr><w:gridSpan w:val="201"/></w:tcPr>{p("x")}</w:tc></w:tr></w:tbl>'),
        f"Bảng rộng hơn 200 cột. {_PART}"),
    "a Word document without a table": (
        word_file(p("x")), "không có dòng nào; ghi dòng tiêu đề và ít nhất một dòng số liệu"),
    "an old workbook": (
        _OLE + "Workbook".encode("utf-16-le"),
        "Đây là sổ tính Excel kiểu cũ (.xls), không phải bảng dạng .xlsx, .ods, .docx, .csv hay .json. "
        f"Mở bảng trong Excel, {_XLSX}, rồi dùng tệp đó"),
    "a workbook with a password": (
        _OLE + "EncryptedPackage".encode("utf-16-le"),
        "Đây là tệp Excel hoặc Word có mật khẩu, không phải bảng dạng .xlsx, .ods, .docx, .csv hay .json. "
        f"Mở bảng trong Excel, {_XLSX}, rồi dùng tệp đó"),
    "an old document": (
        _OLE + "WordDocument".encode("utf-16-le"),
        "Đây là văn bản Word kiểu cũ (.doc), không phải bảng dạng .xlsx, .ods, .docx, .csv hay .json. "
        "Mở bằng Word và lưu thành Tài liệu Word (*.docx); không được thì chép bảng sang Excel, "
        f"{_XLSX}, rồi dùng tệp đó"),
    "a web page called .xls": (
        b"<html><table><tr><td>1</td></tr></table></html>",
        "Đây là trang web, không phải bảng dạng .xlsx, .ods, .docx, .csv hay .json. "
        f"Mở bảng trong Excel, {_XLSX}, rồi dùng tệp đó"),
    "XML of 2003": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "Đây là tệp XML, không phải bảng dạng .xlsx, .ods, .docx, .csv hay .json. "
        f"Mở bảng trong Excel, {_XLSX}, rồi dùng tệp đó"),
    "text of another encoding": (
        b"M\xe3,K\xea\xec\n",
        f"Tệp không phải dạng UTF-8. Mở bảng trong Excel, {_XLSX}, rồi dùng tệp đó"),
}  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Iterator[TableReader]:
    with TableReader() as started:
        yield started


@pytest.mark.parametrize("name", REFUSED)
def test_refused_in_words(name: str, reader: TableReader) -> None:
    content, expected = REFUSED[name]
    with pytest.raises(UsageProblem) as raised:
        grids_in(content, "p.xlsx", reader)
    assert str(raised.value).partition(": ")[2] == expected


def test_a_name_with_a_zero_is_no_name(reader: TableReader) -> None:
    with pytest.raises(UsageProblem, match="Tên phần bất thường"):
        grids_in(named(b"xl\x00.xml"), "p.xlsx", reader)


def test_the_reader_goes_on_after_a_file_that_ended_its_child(reader: TableReader) -> None:
    grids = grids_in(BOOK, "p.xlsx", reader)
    reader._worker._process.kill()
    reader._worker._process.wait()
    assert grids_in(BOOK, "p.xlsx", reader) == grids


def test_the_main_part_counts(reader: TableReader) -> None:
    document = word_file(table(("a",)), main_type=MAIN.replace("document.main", "template.main"))
    assert [len(grid.rows) for grid in grids_in(document, "p.docx", reader)] == [1]
