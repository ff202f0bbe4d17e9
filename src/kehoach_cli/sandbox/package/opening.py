"""From bytes to a package that holds nothing but known parts.

The relationships are followed from the package's root, so a part that nothing leads to is not carried over, and
everything that is carried over has been looked at.
"""

import posixpath

from lxml import etree

from kehoach_cli.sandbox.package import allowed_parts
from kehoach_cli.sandbox.package.addresses import is_safe
from kehoach_cli.sandbox.package.archive import read_members, read_xml
from kehoach_cli.sandbox.package.namespaces import leave_out_unknown
from kehoach_cli.sandbox.package.parts import RELATIONSHIPS, TYPES, TYPES_PART, Package, Relationship
from kehoach_cli.sandbox.package.rules import (
    active_content,
    field_codes,
    part_kinds,
    pictures,
    relationships,
    unknown_vocabulary,
    unreadable_file,
)
from kehoach_cli.sandbox.package.xml import STRICT, W15, Element, w
from kehoach_cli.sandbox.problems import TemplateProblem, WordFinding

# What names a part that is left out, and where Word 2003 would have fetched a smart tag's program.
# Packed data beside a field and a picture may say something else than what was looked at.
_LEFT_OUT = (
    *map(w, ("printerSettings", "dataBinding", "smartTagType", "fldData", "binData")),
    f"{{{W15}}}dataBinding",
)
# A drawing or a formula once more, packed into an attribute: nothing looks into it, and Word can do without.
_PACKED = etree.XPath("//@*[local-name() = 'gfxdata' or local-name() = 'equationxml']")


def open_package(data: bytes) -> Package:
    """The package in these bytes.

    Raises:
        TemplateProblem: the file is no Word file, is too large, or holds something that is not on the list.
    """
    members = read_members(data)
    types = _declared_types(members)
    package = Package()
    faults: list[WordFinding] = []
    waiting = [""]
    while waiting:
        source = waiting.pop(0)
        package.links[source] = []
        for link in declared_links(members, source):
            verdict = _judged(link, types, package.label(source))
            if isinstance(verdict, WordFinding):
                faults.append(verdict)
            elif verdict is not None:
                package.links[source].append(verdict)
                if not verdict.external and verdict.target not in package.types:
                    package.types[verdict.target] = types[verdict.target]
                    waiting.append(verdict.target)
    faults += [
        part_kinds.finding(name, type_)
        for name, type_ in types.items()
        if name not in package.types and type_ not in allowed_parts.LEFT_BEHIND
    ]
    if not faults and not package.parts(allowed_parts.MAIN, allowed_parts.MAIN_TEMPLATE):
        faults.append(unreadable_file.refusal("Tệp không có phần thân của một văn bản Word"))
    for name in package.types:
        faults += _take(package, name, members[name])
    if faults:
        raise TemplateProblem(dict.fromkeys(faults))
    for name in package.parts(allowed_parts.MAIN_TEMPLATE):  # a .dotx gives .docx files
        package.types[name] = allowed_parts.MAIN
    return package


def _take(package: Package, name: str, content: bytes) -> list[WordFinding]:
    """Put a part into the package; what is wrong with it is returned."""
    if package.types[name] in allowed_parts.PICTURES:
        package.contents[name] = content
        return list(pictures.check(name, content))
    label = package.label(name)
    try:
        root = package.trees[name] = read_xml(content, label)
    except TemplateProblem as problem:
        return list(problem.findings)
    faults = content_faults(root, label)
    unknown = leave_out_unknown(root)
    for element in list(root.iter(*_LEFT_OUT)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for packed in _PACKED(root):
        del packed.getparent().attrib[packed.attrname]
    addresses = {link.id: link.target for link in package.links[name] if link.external}
    return [
        *faults,
        *relationships.check(root, addresses, label),
        *unknown_vocabulary.findings(unknown, label),
    ]


def content_faults(root: Element, label: str) -> list[WordFinding]:
    """What one part's XML holds that acts by itself when a document is opened."""
    return [*active_content.check(root, label), *field_codes.check(root, label)]


def _judged(link: Relationship, types: dict[str, str], label: str) -> Relationship | WordFinding | None:
    """The relationship as it is to be kept, what is wrong with it, or None where it is left out."""
    if link.external:
        safe = link.type == allowed_parts.HYPERLINK and is_safe(link.target)
        return link if safe else relationships.outward(link.type, link.target, label)
    if link.type.lower() in allowed_parts.DROPPED:
        return None
    if link.type.lower() not in allowed_parts.KEPT:
        return relationships.unknown(link.type, label)
    standard, wanted = allowed_parts.KEPT[link.type.lower()]
    if types.get(link.target, "") not in wanted:
        return _wrong_target(link, types.get(link.target, ""), standard, label)
    return link._replace(type=standard)


def _wrong_target(link: Relationship, target_type: str, wanted: str, label: str) -> WordFinding:
    if "macroenabled" in target_type.lower() or (wanted.endswith("/image") and target_type):
        return part_kinds.finding(link.target, target_type)
    return relationships.astray(link.target, label)


def _declared_types(members: dict[str, bytes]) -> dict[str, str]:
    """The content type of every member but the archive's own book-keeping; "" where none is declared."""
    root = _book_keeping(members, TYPES_PART)
    if root is None:
        raise TemplateProblem([unreadable_file.refusal("Tệp nén này không phải văn bản Word")])
    defaults = {
        (item.get("Extension") or "").lower(): item.get("ContentType") or ""
        for item in root.iter(f"{{{TYPES}}}Default")
    }
    overrides = {
        (item.get("PartName") or "").lstrip("/"): item.get("ContentType") or ""
        for item in root.iter(f"{{{TYPES}}}Override")
    }
    return {
        name: overrides.get(name, defaults.get(name.rpartition(".")[2].lower(), ""))
        for name in members
        if name != TYPES_PART and not name.endswith(".rels")
    }


def declared_links(members: dict[str, bytes], source: str) -> list[Relationship]:
    """The relationships of a part, or of the package where `source` is "". Raises TemplateProblem as `open_package`."""
    folder, _, file = source.rpartition("/")
    root = _book_keeping(members, posixpath.join(folder, "_rels", f"{file}.rels"))
    if root is None:
        return []
    links: dict[str, Relationship] = {}
    for item in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        target, external = item.get("Target") or "", (item.get("TargetMode") or "").lower() == "external"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        type_ = item.get("Type") or ""
        if type_.startswith(STRICT):
            raise TemplateProblem([unreadable_file.strict()])
        link = Relationship(item.get("Id") or "", type_, target, external)
        if link.id in links:
            raise TemplateProblem([relationships.astray(target, "tệp")])
        links[link.id] = link
    return list(links.values())


def _book_keeping(members: dict[str, bytes], name: str) -> Element | None:
    return read_xml(members[name], "tệp") if name in members else None
