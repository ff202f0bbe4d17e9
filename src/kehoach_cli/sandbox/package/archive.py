"""From bytes to the members of the archive, and from a member to its XML, once each was looked at."""

import io
import re
import zipfile

from kehoach_cli.sandbox.package.namespaces import is_strict
from kehoach_cli.sandbox.package.rules import archive_size, member_names, unreadable_file, unsafe_xml
from kehoach_cli.sandbox.package.xml import Element, UnsafeXml, parse
from kehoach_cli.sandbox.problems import TemplateProblem

_LEFT_BY_A_MAC = re.compile(r"__MACOSX/|(?:.*/)?\.DS_Store$")  # where it packs a folder
_PIECE = 64 * 1024  # read at once, a member is inflated as far as it goes, whatever size it states


def read_members(data: bytes) -> dict[str, bytes]:
    """Every member of a .docx file by its name, in the order of the archive; folders are left out,
    and what a Mac adds.

    Raises:
        TemplateProblem: this is no archive that Word writes, or it is too large, or its names are not sane.
    """
    unreadable = unreadable_file.check(data)
    if unreadable:
        raise TemplateProblem([unreadable])
    oversized = list(archive_size.check_file(len(data)))
    if oversized:
        raise TemplateProblem(oversized)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
            faults = [
                *archive_size.check(listed),
                *member_names.check(listed),
                *unreadable_file.check_members(listed),
            ]
            if faults:
                raise TemplateProblem(faults)
            return {
                member.filename: _inflated(archive, member)
                for member in listed
                if member.filename[-1] != "/" and not _LEFT_BY_A_MAC.match(member.filename)
            }
    except unreadable_file.ZIP_ERRORS as error:
        raise TemplateProblem([unreadable_file.from_zip_error(error)]) from None


def _inflated(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as stream:
        content = b"".join(iter(lambda: stream.read(_PIECE), b""))
    if len(content) != member.file_size:
        raise zipfile.BadZipFile
    return content


def read_xml(content: bytes, label: str) -> Element:
    """The root element of a member, which people call `label`.

    Raises:
        TemplateProblem: the XML is not to be parsed, cannot be, or is that of Strict Open XML.
    """
    try:
        root = parse(content)
    except UnsafeXml as problem:
        raise TemplateProblem([unsafe_xml.finding(problem, label)]) from None
    if is_strict(root):
        raise TemplateProblem([unreadable_file.strict()])
    return root
