"""Open a Word file as a package that holds only known, checked parts.

Relationships are followed from the package's root, so every part that is kept was checked, and a part that nothing
leads to is dropped.
"""

import posixpath

from lxml import etree

from kehoach_cli.sandbox.package import allowed_parts
from kehoach_cli.sandbox.package.addresses import is_safe
from kehoach_cli.sandbox.package.archive import read_members, read_xml
from kehoach_cli.sandbox.package.namespaces import remove_ignorable
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
from kehoach_cli.sandbox.problems import FileKind, TemplateProblem, WordFinding

# Elements that name a dropped part, a smart tag's program (which Word 2003 fetches), or packed data of a field or
# picture, which may differ from what was checked.
_REMOVED_ELEMENTS = (
    *map(w, ("printerSettings", "dataBinding", "smartTagType", "fldData", "binData")),
    f"{{{W15}}}dataBinding",
)
# A second, packed copy of a drawing or formula. Nothing checks it and Word does not need it.
_PACKED_ATTRIBUTES = etree.XPath("//@*[local-name() = 'gfxdata' or local-name() = 'equationxml']")


def open_package(data: bytes) -> Package:
    """Open the package in these bytes.

    Raises:
        TemplateProblem: no Word file, too large, or something in it is not on the lists.
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
            verdict = _checked_link(link, types, package.label(source))
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
        if name not in package.types and type_ not in allowed_parts.IGNORED_TYPES
    ]
    if not faults and not package.parts(allowed_parts.MAIN, allowed_parts.MAIN_TEMPLATE):
        faults.append(unreadable_file.refusal("Tệp không có phần thân của một văn bản Word"))
    for name in package.types:
        faults += _add_part(package, name, members[name])
    if faults:
        raise TemplateProblem(dict.fromkeys(faults))
    for name in package.parts(allowed_parts.MAIN_TEMPLATE):  # a .dotx file gives .docx files
        package.types[name] = allowed_parts.MAIN
    return package


def _add_part(package: Package, name: str, content: bytes) -> list[WordFinding]:
    """Parse and check a part and put it into the package. Returns its faults."""
    if package.types[name] in allowed_parts.PICTURES:
        package.contents[name] = content
        return list(pictures.check(name, content))
    label = package.label(name)
    try:
        root = package.trees[name] = read_xml(content, label)
    except TemplateProblem as problem:
        return list(problem.findings)
    faults = content_faults(root, label)
    unknown = remove_ignorable(root)
    for element in list(root.iter(*_REMOVED_ELEMENTS)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for packed in _PACKED_ATTRIBUTES(root):
        del packed.getparent().attrib[packed.attrname]
    addresses = {link.id: link.target for link in package.links[name] if link.external}
    return [*faults, *relationships.check(root, addresses, label), *unknown_vocabulary.findings(unknown, label)]


def content_faults(root: Element, label: str) -> list[WordFinding]:
    """Find what acts by itself when Word opens this part."""
    return [*active_content.check(root, label), *field_codes.check(root, label)]


def _checked_link(link: Relationship, types: dict[str, str], label: str) -> Relationship | WordFinding | None:
    """The relationship to keep, a finding if it is refused, or None if it is dropped."""
    if link.external:
        safe = link.type == allowed_parts.HYPERLINK and is_safe(link.target)
        return link if safe else relationships.external_link(link.type, link.target, label)
    if link.type.lower() in allowed_parts.DROPPED_RELATIONSHIPS:
        return None
    if link.type.lower() not in allowed_parts.KEPT_RELATIONSHIPS:
        return relationships.unknown_type(link.type, label)
    standard, wanted = allowed_parts.KEPT_RELATIONSHIPS[link.type.lower()]
    if types.get(link.target, "") not in wanted:
        return _wrong_target(link, types.get(link.target, ""), standard, label)
    return link._replace(type=standard)


def _wrong_target(link: Relationship, target_type: str, wanted: str, label: str) -> WordFinding:
    if "macroenabled" in target_type.lower() or (wanted.endswith("/image") and target_type):
        return part_kinds.finding(link.target, target_type)
    return relationships.broken_link(link.target, label)


def _declared_types(members: dict[str, bytes]) -> dict[str, str]:
    """The content type of every member except [Content_Types].xml and .rels; "" if none is declared."""
    root = _optional_xml(members, TYPES_PART)
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


def declared_links(members: dict[str, bytes], source: str, kind: FileKind = "word") -> list[Relationship]:
    """Read the relationships of a part; "" is the package itself. Raises TemplateProblem as `open_package` does."""
    folder, _, file = source.rpartition("/")
    root = _optional_xml(members, posixpath.join(folder, "_rels", f"{file}.rels"), kind)
    if root is None:
        return []
    links: dict[str, Relationship] = {}
    for item in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        target, external = item.get("Target") or "", (item.get("TargetMode") or "").lower() == "external"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        type_ = item.get("Type") or ""
        if kind == "word" and type_.startswith(STRICT):
            raise TemplateProblem([unreadable_file.strict()])
        link = Relationship(item.get("Id") or "", type_, target, external)
        if link.id in links:
            raise TemplateProblem([relationships.broken_link(target, "tệp", kind)])
        links[link.id] = link
    return list(links.values())


def _optional_xml(members: dict[str, bytes], name: str, kind: FileKind = "word") -> Element | None:
    return read_xml(members[name], "tệp", kind) if name in members else None
