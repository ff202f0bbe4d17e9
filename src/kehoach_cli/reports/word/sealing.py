"""Writing a document's properties into it, and with them the seal that shows later edits.

The seal is a hash of every part but the one that holds it. Word rewrites the other parts as soon as somebody saves,
so a document whose seal still fits is one that nobody has touched since the program wrote it.
"""

import hashlib
import zipfile
from collections.abc import Mapping
from html import unescape
from re import search, sub

from kehoach_cli.reports.word.escaping import escape, quoted
from kehoach_cli.reports.word.properties import Properties
from kehoach_cli.reports.word.zipping import CONTENT_TYPES, read_parts

CUSTOM_PART, CORE_PART, PACKAGE_LINKS = "docProps/custom.xml", "docProps/core.xml", "_rels/.rels"
SEAL = "Dấu kiểm kehoach"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_LINK = f"{_PACKAGE}/relationships/metadata/core-properties"


def with_properties(parts: Mapping[str, bytes], properties: Properties) -> dict[str, bytes]:
    """The parts with these properties in place of any they had, and sealed."""
    known = {name: content for name, content in parts.items() if name not in (CUSTOM_PART, CORE_PART)}
    known[CORE_PART] = _core(properties)
    _declare(known, CORE_PART, _CORE_TYPE, _CORE_LINK)
    _declare(known, CUSTOM_PART, _CUSTOM_TYPE, f"{_OFFICE}/relationships/custom-properties")
    known[CUSTOM_PART] = _custom({**properties.facts, SEAL: _hash(known)})
    return known


def untouched(document: bytes) -> bool:
    """Whether the file is as the program wrote it; anything else, or anything unreadable, counts as somebody's work."""
    try:
        parts = read_parts(document)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError):
        return False
    found = search(
        f'name="{SEAL}"[^>]*><vt:lpwstr>([0-9a-f]+)<', parts.get(CUSTOM_PART, b"").decode("utf-8", "replace")
    )
    return found is not None and found[1] == _hash(parts)


def _hash(parts: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(parts):
        if name != CUSTOM_PART:
            digest.update(f"{name}\0{len(parts[name])}\0".encode())
            digest.update(parts[name])
    return digest.hexdigest()


def _core(properties: Properties) -> bytes:
    day = f"{properties.day.isoformat()}T00:00:00Z"
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


def _declare(parts: dict[str, bytes], name: str, content_type: str, link: str) -> None:
    """Make the package name the part: one entry among the content types, one among its relationships."""
    types = parts[CONTENT_TYPES].decode()
    types = sub(f'<Override [^>]*PartName="/{name}"[^>]*/>', "", types)
    override = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
    parts[CONTENT_TYPES] = types.replace("</Types>", f"{override}</Types>").encode()
    links = parts[PACKAGE_LINKS].decode()
    links = sub(f'<Relationship [^>]*Type="{link}"[^>]*/>', "", links)
    entry = f'<Relationship Id="{_free_id(links)}" Type="{link}" Target="{name}"/>'
    parts[PACKAGE_LINKS] = links.replace("</Relationships>", f"{entry}</Relationships>").encode()


def _free_id(links: str) -> str:
    number = 1
    while f'"rIdKehoach{number}"' in unescape(links):
        number += 1
    return f"rIdKehoach{number}"
