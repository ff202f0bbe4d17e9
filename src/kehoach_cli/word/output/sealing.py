"""Write a document's properties, with a seal that shows later edits."""

from collections.abc import Mapping

from kehoach_cli.sandbox.package import allowed_parts
from kehoach_cli.sandbox.package.archive import read_members
from kehoach_cli.sandbox.package.escaping import escape, quoted
from kehoach_cli.sandbox.package.parts import Package
from kehoach_cli.sandbox.package.seal import CUSTOM_PART, SEAL, seal_of
from kehoach_cli.sandbox.package.xml import UnsafeXml, parse
from kehoach_cli.sandbox.package.zipping import write_parts
from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.word.output.properties import Properties, SealedFile

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_LINK = f"{_OFFICE}/relationships/custom-properties"


def seal(package: Package, properties: Properties) -> bytes:
    """Replace the document's properties, seal it, and return the .docx file."""
    for name in package.parts(allowed_parts.CORE, _CUSTOM_TYPE):
        package.remove(name)
    core = package.add("", allowed_parts.CORE_RELATIONSHIP, "docProps/core{}.xml", allowed_parts.CORE)
    package.contents[core.target] = _core(properties)
    custom = package.add("", _CUSTOM_LINK, "docProps/custom{}.xml", _CUSTOM_TYPE)
    members = package.members()
    members[custom.target] = _custom({**properties.facts, SEAL: seal_of(members)})
    return write_parts(members)


def sealed_file(document: bytes) -> SealedFile:
    """What the properties of a Word or Excel file say."""
    try:
        parts = read_members(document)
        properties = parse(parts.get(CUSTOM_PART, b""))
    except (TemplateProblem, UnsafeXml):
        return SealedFile({}, untouched=False)
    facts = {item.get("name") or "": "".join(item.itertext()) for item in properties}
    return SealedFile(facts, facts.get(SEAL) == seal_of(parts))


def _core(properties: Properties) -> bytes:
    day = f"{properties.day}T00:00:00Z"
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(properties.title)}</dc:title><dc:subject>{escape(properties.subject)}</dc:subject>"
        f"<dc:creator>{escape(properties.issuer)}</dc:creator><dc:language>vi-VN</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified></cp:coreProperties>'
    ).encode()


def _custom(facts: Mapping[str, str]) -> bytes:
    entries = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name={quoted(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(facts.items(), 2)
    )
    names = f'xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
    return f"{_HEAD}<Properties {names}>{entries}</Properties>".encode()
