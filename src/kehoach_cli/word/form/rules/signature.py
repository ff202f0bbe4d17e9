"""Quyền hạn, chức vụ, họ tên người ký

Quyền hạn (TM., KT., TL., TUQ., Q.) và chức vụ viết in hoa, cỡ 13–14, đứng, đậm, canh giữa; cấp phó ký thay thì dòng
trên ghi “KT.” và chức vụ của cấp trưởng. Họ tên người ký viết thường, cỡ 13–14, đứng, đậm, canh giữa, không ghi học
hàm, học vị, danh hiệu (trừ đơn vị vũ trang, giáo dục, y tế, khoa học). Chưa có số thì chưa cần họ tên.

Sai:
    T/M ỦY BAN NHÂN DÂN
    PHÓ CHỦ TỊCH

    TS. Nguyễn Văn A

Đúng:
    TM. ỦY BAN NHÂN DÂN
    KT. CHỦ TỊCH
    PHÓ CHỦ TỊCH

    Nguyễn Văn A
"""

import re
from collections.abc import Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.elements import is_numbered, is_office
from kehoach_cli.word.form.lines import Line
from kehoach_cli.word.form.requirements import Clause, Form, RequiredFormat, check_format

CODE = "KH862"
_OFFICE = Clause(CODE, "Chức vụ người ký", "II.7")
_NAME = Clause(CODE, "Họ tên người ký", "II.7")
_BOLD = RequiredFormat((13, 14), bold=True, align=("center",))
_TITLES = re.compile(r"(?:GS|PGS|TS|ThS|CN|KS|BS|Ths|Ks|Bs|Ts)\b\.?", re.UNICODE)
_WITH_TITLES = re.compile(r"TRƯỜNG|HỌC VIỆN|VIỆN |ĐẠI HỌC|TRUNG TÂM Y TẾ|CÔNG AN|QUÂN ")
_ABBREVIATED = re.compile(r"(T/?M|K/?T|T/?L|TUQ|Q)(?![.\w])", re.IGNORECASE)


def check(form: Form) -> Iterator[WordFinding]:
    signers = form.elements.signers
    if not signers:
        remedy = "Thêm chức vụ, họ tên người ký ở ô bên phải, ngang hàng với “Nơi nhận”"
        yield _OFFICE.finding("không thấy", remedy, Place("thân văn bản"))
    with_titles = any(_WITH_TITLES.search(line.text) for line in form.elements.agencies)
    number = form.elements.number
    if signers and all(is_office(line) for lines in signers for line in lines) and number and is_numbered(number):
        yield _NAME.finding("không có", "Ghi họ tên người ký dưới chức vụ", signers[-1][-1].place)
    for lines in signers:
        for line in lines:
            # The last line is the name, unless none is typed yet.
            office = line is not lines[-1] or is_office(line) or (len(lines) == 1 and line.text.isupper())
            yield from check_format(line, _BOLD, _OFFICE if office else _NAME)
            yield from _office(line, lines) if office else _name(line, with_titles=with_titles)


def _office(line: Line, lines: tuple[Line, ...]) -> Iterator[WordFinding]:
    short = _ABBREVIATED.match(line.text)
    if short:
        right = short[1].upper().replace("/", "") + "."
        yield _OFFICE.finding(f"quyền hạn viết là “{short[1]}”", f"Viết “{right}”", line.place)
    if not line.text.isupper():
        yield _OFFICE.finding("không viết hoa hết", "Viết bằng chữ in hoa", line.place)
    above = lines[: lines.index(line)]
    if line.text.upper().startswith("PHÓ ") and not any(re.match("K/?T|TUQ", one.text) for one in above):
        yield _OFFICE.finding("cấp phó ký mà không ghi “KT.”", "Thêm dòng “KT. …” ghi chức vụ cấp trưởng", line.place)


def _name(line: Line, *, with_titles: bool) -> Iterator[WordFinding]:
    if line.text.isupper():
        yield _NAME.finding("viết in hoa hết", "Viết chữ thường, chỉ hoa chữ đầu", line.place)
    elif _TITLES.match(line.text) and not with_titles:
        yield _NAME.finding("ghi học hàm, học vị", "Chỉ ghi họ, tên đệm và tên", line.place)
