"""The child's handler that reads the tables of a workbook or a Word document."""

import codecs
import re
from collections.abc import Iterator

from kehoach_cli.sandbox.child import Handlers
from kehoach_cli.sandbox.package.rules import archive_size, unreadable_file
from kehoach_cli.sandbox.package.xml import local_name, w
from kehoach_cli.sandbox.problems import FileKind, TemplateProblem
from kehoach_cli.sandbox.wire import Message
from kehoach_cli.tables.docx_tables import read_tables
from kehoach_cli.tables.grid import Grid
from kehoach_cli.tables.ods import read_spreadsheet
from kehoach_cli.tables.table_limits import TooLarge
from kehoach_cli.tables.table_package import Package
from kehoach_cli.tables.xlsx import read_workbook

_OPENDOCUMENT = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def load_handlers() -> Handlers:
    """Return the handler by its task. Everything is imported by then: the sandbox forbids later imports."""
    codecs.lookup("cp437")  # names in a ZIP archive
    return {"tables": lambda message: Message({"grids": read_package(message.file, str(message.fields["name"]))})}


def read_package(data: bytes, name: str) -> list[Grid]:
    """The tables of an .xlsx, .ods or .docx file; `name` is the file's in messages.

    Raises:
        TemplateProblem: it is none of these, unsafe, broken, or holds more than the limits allow.
    """
    kind: FileKind = "word" if re.search(rb"word[/\\]", data, re.IGNORECASE) else "sheet"
    try:
        return list(_grids(Package(data, kind), name))
    except TooLarge as problem:
        raise TemplateProblem([archive_size.finding(str(problem), "sheet")]) from None


def _grids(package: Package, name: str) -> Iterator[Grid]:
    main = [link.target for link in package.links("").values() if link.type == "officedocument"]
    if len(main) == 1 and main[0].endswith(".bin"):
        raise _refused("Đây là sổ tính Excel dạng nhị phân (.xlsb)")
    if len(main) == 1:
        root = package.tree(main[0])
        if root.tag == w("document"):
            return read_tables(root, name)
        if local_name(root) == "workbook":
            return read_workbook(package, root, main[0], name)
    if b"encryption-data" in package.members.get("meta-inf/manifest.xml", b""):
        raise _refused("Tệp có mật khẩu")
    if "content.xml" in package.members and not main:
        root = package.tree("content.xml")
        if root.find(f"{_OPENDOCUMENT}body/{_OPENDOCUMENT}spreadsheet") is not None:
            return read_spreadsheet(root, name)
        raise _refused("Đây là văn bản LibreOffice, không phải bảng tính", "word")
    raise TemplateProblem(
        [
            unreadable_file.refusal(
                "Tệp nén này không phải sổ tính hay văn bản Word", "Giải nén rồi chỉ ra tệp ở trong đó"
            )
        ]
    )


def _refused(message: str, kind: FileKind = "sheet") -> TemplateProblem:
    return TemplateProblem([unreadable_file.refusal(message, unreadable_file.SAVE_AS[kind])])
