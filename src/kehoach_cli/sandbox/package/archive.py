"""Read the members of an archive and the XML of a member, after checking each."""

import io
import re
import zipfile

from kehoach_cli.sandbox.package.namespaces import is_strict
from kehoach_cli.sandbox.package.rules import archive_size, member_names, unreadable_file, unsafe_xml
from kehoach_cli.sandbox.package.xml import Element, UnsafeXml, parse
from kehoach_cli.sandbox.problems import FileKind, TemplateProblem

_MAC_METADATA = re.compile(r"__MACOSX/|(?:.*/)?\.DS_Store$")  # in folders packed by a Mac
_CHUNK = 64 * 1024  # chunks: a single read would inflate a member beyond the size it states


def read_members(data: bytes, kind: FileKind = "word") -> dict[str, bytes]:
    """Read the members of a file, by name in archive order, without folders and a Mac's metadata.

    Names in workbooks may have `\\` for `/`, as some programs write them.

    Raises:
        TemplateProblem: no such program writes this archive, it is too large, or a member's name is unsafe.
    """
    unreadable = unreadable_file.check(data)
    if unreadable:
        raise TemplateProblem([unreadable])
    oversized = list(archive_size.check_file(len(data), kind))
    if oversized:
        raise TemplateProblem(oversized)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
            faults = [
                *archive_size.check(listed, kind),
                *member_names.check(listed, kind),
                *unreadable_file.check_members(listed, kind),
            ]
            if faults:
                raise TemplateProblem(faults)
            return {
                member_names.plain_name(member.filename, kind): _inflated(archive, member)
                for member in listed
                if member.filename[-1] != "/" and not _MAC_METADATA.match(member.filename)
            }
    except unreadable_file.ZIP_ERRORS as error:
        raise TemplateProblem([unreadable_file.from_zip_error(error, kind)]) from None


def _inflated(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as stream:
        content = b"".join(iter(lambda: stream.read(_CHUNK), b""))
    if len(content) != member.file_size:
        raise zipfile.BadZipFile
    return content


def read_xml(content: bytes, label: str, kind: FileKind = "word") -> Element:
    """Parse a member and return its root element; findings call the member `label`.

    Raises:
        TemplateProblem: the XML is unsafe, malformed, or Strict Open XML of Word.
    """
    try:
        root = parse(content)
    except UnsafeXml as problem:
        raise TemplateProblem([unsafe_xml.finding(problem, label, kind)]) from None
    if kind == "word" and is_strict(root):
        raise TemplateProblem([unreadable_file.strict()])
    return root
