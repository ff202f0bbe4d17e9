"""Open a workbook or a Word document and find its parts, whatever their names look like."""

from typing import NamedTuple

from kehoach_cli.sandbox.package.archive import read_members, read_xml
from kehoach_cli.sandbox.package.opening import declared_links
from kehoach_cli.sandbox.package.rules import unreadable_file
from kehoach_cli.sandbox.package.xml import Element
from kehoach_cli.sandbox.problems import FileKind, TemplateProblem
from kehoach_cli.tables.table_limits import TooLarge

MAX_ELEMENTS = 600_000


class Link(NamedTuple):
    """A relationship to a part of the file: the last word of its type, and the part's name."""

    type: str
    target: str


class Package:
    """The members of a file by their names in lower case: readers tell names apart without regard to case."""

    def __init__(self, data: bytes, kind: FileKind) -> None:
        """Unpack the file. Raises TemplateProblem as `read_members` does."""
        self.kind = kind
        self.members = {name.lower(): content for name, content in read_members(data, kind).items()}

    def tree(self, name: str) -> Element:
        """Parse a part.

        Raises:
            TemplateProblem: the part is missing, or `read_xml` refuses it.
            TooLarge: it has over 600,000 elements, blank cells among them.
        """
        content = self.members.get(name)
        if content is None:
            raise self.damaged()
        if content.count(b"<") - content.count(b"</") > MAX_ELEMENTS:
            raise TooLarge("Tệp có quá nhiều ô, kể cả ô trống có định dạng")
        return read_xml(content, f"phần {name[:60]}", self.kind)

    def links(self, source: str) -> dict[str, Link]:
        """The relationships of a part by id; "" is the file itself. Raises TemplateProblem as `tree` does."""
        return {
            link.id: Link(link.type.rpartition("/")[2].lower(), link.target.replace("\\", "/").lower())
            for link in declared_links(self.members, source, self.kind)
            if not link.external
        }

    def damaged(self) -> TemplateProblem:
        """The fault of a file whose parts do not fit together."""
        return TemplateProblem([unreadable_file.from_zip_error(EOFError(), self.kind)])
