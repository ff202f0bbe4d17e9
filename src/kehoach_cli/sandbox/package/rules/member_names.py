"""Tên phần bất thường trong tệp Word hoặc Excel

Trong một tệp do Word, Excel hay LibreOffice lưu, mỗi phần có một tên riêng, không trùng nhau kể cả khi đổi chữ hoa
thành chữ thường hay viết chữ bằng mã (%64), và không chỉ ra ngoài kho nén. Tên trùng hay tên chứa «..» là dấu hiệu tệp
bị can thiệp để mỗi chương trình đọc ra một nội dung khác nhau.

Sai:
    word/document.xml, word/Document.xml
    ../../ghi-de.txt

Đúng:
    word/document.xml
"""

import re
import zipfile
from collections.abc import Iterator
from unicodedata import is_normalized, normalize
from urllib.parse import unquote

from kehoach_cli.sandbox.problems import FILE, FileKind, WordFinding, save_anew

CODE = "KH803"
_SANE = re.compile(r"[\w.\[\]()%+@&' -]+(?:/[\w.\[\]()%+@&' -]+)*")
_LONGEST = 200


def plain_name(name: str, kind: FileKind) -> str:
    """The name with `/` between its steps: some programs write workbooks with `\\`."""
    return name.replace("\\", "/") if kind == "sheet" else name


def check(members: list[zipfile.ZipInfo], kind: FileKind = "word") -> Iterator[WordFinding]:
    seen: set[str] = set()
    for member in members:
        name = plain_name(member.orig_filename, kind).removesuffix("/")  # `filename` ends at a zero byte
        folded = normalize("NFKC", unquote(name)).casefold()
        sane = bool(_SANE.fullmatch(name)) and is_normalized("NFKC", name)  # else readers disagree on the name
        if len(name) > _LONGEST or not sane or any(set(step) <= {"."} for step in name.split("/")):
            yield _finding(f"Tên phần bất thường trong tệp: «{name[:60]}»", kind)
        elif folded in seen:
            yield _finding(f"Tệp có hai phần cùng tên «{name[:60]}»", kind)
        seen.add(folded)


def _finding(message: str, kind: FileKind) -> WordFinding:
    return WordFinding(CODE, message, save_anew(kind), FILE)
