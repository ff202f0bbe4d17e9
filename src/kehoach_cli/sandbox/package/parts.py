"""Hold a Word file's parts and relationships, and turn them into members of an archive."""

import posixpath
from itertools import count
from typing import NamedTuple

from lxml import etree

from kehoach_cli.sandbox.package import allowed_parts
from kehoach_cli.sandbox.package.xml import Element, serialize

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES_PART = "[Content_Types].xml"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


class Relationship(NamedTuple):
    """One link of a part: `target` is a part's name or, if `external`, an address."""

    id: str
    type: str
    target: str
    external: bool


class Package:
    """The kept parts of a Word file, by name: XML parts are parsed in `trees`, others are bytes in `contents`."""

    def __init__(self) -> None:
        self.types: dict[str, str] = {}
        self.contents: dict[str, bytes] = {}
        self.trees: dict[str, Element] = {}
        self.links: dict[str, list[Relationship]] = {}

    def parts(self, *content_types: str) -> list[str]:
        """The names of the parts of these content types, in the order in which relationships reach them."""
        return [name for name, type_ in self.types.items() if type_ in content_types]

    def label(self, name: str) -> str:
        """The part's name for people, in Vietnamese."""
        return allowed_parts.LABELS.get(self.types.get(name, ""), f"phần {name}" if name else "tệp")

    def copy(self) -> "Package":
        """Copy the package. Both share the trees: replace a tree, do not change it."""
        copied = Package()
        copied.types, copied.contents, copied.trees = dict(self.types), dict(self.contents), dict(self.trees)
        copied.links = {source: list(links) for source, links in self.links.items()}
        return copied

    def add(self, source: str, link_type: str, pattern: str, content_type: str) -> Relationship:
        """Add an empty part and a link from `source` to it. The caller fills in its content.

        Its name is the first free one of the pattern, in which `{}` becomes "", 1, 2, …
        """
        taken = {name.lower() for name in self.types}
        names = (pattern.format(number or "") for number in count())
        name = next(name for name in names if name.lower() not in taken)
        ids = {link.id for link in self.links.get(source, [])}
        link_id = next(link_id for link_id in (f"rIdKehoach{number}" for number in count(1)) if link_id not in ids)
        self.types[name], self.contents[name] = content_type, b""
        link = Relationship(link_id, link_type, name, external=False)
        self.links.setdefault(source, []).append(link)
        return link

    def remove(self, name: str) -> None:
        """Remove a part and every link to or from it."""
        for parts in (self.types, self.contents, self.trees, self.links):
            parts.pop(name, None)
        for source, links in self.links.items():
            self.links[source] = [link for link in links if link.external or link.target != name]

    def members(self) -> dict[str, bytes]:
        """The members of the package's archive, by name. Equal packages give equal members."""
        members = {TYPES_PART: _content_types(self.types)}
        members |= _links_member("", self.links[""])
        for name in self.types:
            members[name] = serialize(self.trees[name]) if name in self.trees else self.contents[name]
            members |= _links_member(name, self.links.get(name, []))
        return members


def _content_types(types: dict[str, str]) -> bytes:
    root = etree.Element(f"{{{TYPES}}}Types", nsmap={None: TYPES})
    etree.SubElement(root, f"{{{TYPES}}}Default", Extension="rels", ContentType=_RELATIONSHIPS_TYPE)
    etree.SubElement(root, f"{{{TYPES}}}Default", Extension="xml", ContentType="application/xml")
    for name, type_ in types.items():
        etree.SubElement(root, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=type_)
    return serialize(root)


def _links_member(source: str, links: list[Relationship]) -> dict[str, bytes]:
    if not links:
        return {}
    folder, _, file = source.rpartition("/")
    root = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})
    for link in links:
        target = link.target if link.external else posixpath.relpath(f"/{link.target}", f"/{folder}")
        item = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=link.id, Type=link.type, Target=target)
        if link.external:
            item.set("TargetMode", "External")
    return {posixpath.join(folder, "_rels", f"{file}.rels"): serialize(root)}
