"""Word files put together part by part, as no word processor would: for templates that are wrong, hostile or odd."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN = f"{WORD}document.main+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SECTION = '<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
_STYLES = (
    f'<w:styles {NAMES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style></w:styles>"
)

Link = tuple[str, str, bool]  # relationship type, target, whether it leads out of the file


def p(text: str, properties: str = "") -> str:
    """A paragraph with one run."""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def runs(*texts: str) -> str:
    """A paragraph whose text Word has cut into runs."""
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' for text in texts) + "</w:p>"


def table(*rows: Sequence[str]) -> str:
    """A table of texts."""
    grid = '<w:gridCol w:w="2000"/>' * len(rows[0])
    cells = (
        "".join(f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{p(text)}</w:tc>' for text in row)
        for row in rows
    )
    body = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'


def field(code: str) -> str:
    """A paragraph with a field made of begin, code, separator, result and end."""
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def word_file(
    body: str,
    *,
    header: str = "",
    footer: str = "",
    footnote: str = "",
    settings: str = "",
    core: str = "",
    links: Sequence[Link] = (),
    parts: Mapping[str, tuple[str, bytes]] | None = None,
    main_type: str = MAIN,
    prolog: str = "",
) -> bytes:
    """A .docx file. `parts` adds members by name, each with its content type; `links` are the document's own
    relationships, with ids rIdX0, rIdX1 …
    """
    members: dict[str, tuple[str, bytes]] = {}
    relations: list[tuple[str, str, str, bool]] = [("rIdS", f"{R}/styles", "styles.xml", False)]
    references = ""
    members["word/styles.xml"] = (f"{WORD}styles+xml", _STYLES.encode())
    for name, tag, content in (("header", "hdr", header), ("footer", "ftr", footer)):
        if content:
            members[f"word/{name}1.xml"] = (f"{WORD}{name}+xml", f"<w:{tag} {NAMES}>{content}</w:{tag}>".encode())
            relations.append((f"rId{name}", f"{R}/{name}", f"{name}1.xml", False))
            references += f'<w:{name}Reference w:type="default" r:id="rId{name}"/>'
    if footnote:
        notes = f'<w:footnotes {NAMES}><w:footnote w:id="1">{footnote}</w:footnote></w:footnotes>'
        members["word/footnotes.xml"] = (f"{WORD}footnotes+xml", notes.encode())
        relations.append(("rIdN", f"{R}/footnotes", "footnotes.xml", False))
    if settings:
        members["word/settings.xml"] = (f"{WORD}settings+xml", f"<w:settings {NAMES}>{settings}</w:settings>".encode())
        relations.append(("rIdT", f"{R}/settings", "settings.xml", False))
    relations += [(f"rIdX{number}", *link) for number, link in enumerate(links)]
    package = [("rId1", f"{R}/officeDocument", "word/document.xml", False)]
    if core:
        members["docProps/core.xml"] = ("application/vnd.openxmlformats-package.core-properties+xml", core.encode())
        package.append(("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml", False))
    document = (
        f"{prolog}<w:document {NAMES}><w:body>{body}{_SECTION.format(references=references)}</w:body></w:document>"
    )
    members = {"word/document.xml": (main_type, document.encode()), **members, **(parts or {})}
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{type_}"/>' for name, (type_, _) in members.items() if type_
    )
    plain = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": relationships(package),
        "word/_rels/document.xml.rels": relationships(relations),
    }
    return zipped(
        {
            **{name: text.encode() for name, text in plain.items()},
            **{name: content for name, (_, content) in members.items()},
        }
    )


def zipped(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def members_of(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def relationships(links: Sequence[tuple[str, str, str, bool]]) -> str:
    """The part that holds these relationships: id, type, target, whether it leads out of the file."""
    items = "".join(
        f'<Relationship Id="{identifier}" Type="{type_}" Target="{escape(target)}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if external else ''}/>"
        for identifier, type_, target, external in links
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'
