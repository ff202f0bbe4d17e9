"""Parts that a report does not need: active ones, ones that other programs open, ones of a false kind."""

from collections.abc import Mapping

from tests.support.attacks.attack import URL, Attack
from tests.support.carriers import carried, repacked
from tests.support.docx import MAIN, WORD, R, members_of, p, word_file

_OFFICE = "application/vnd.openxmlformats-officedocument."
_MICROSOFT = "http://schemas.microsoft.com/office"


def _part(name: str, type_: str, relationship: str, content: bytes = b"x", code: str = "KH804") -> Attack:
    parts = {f"word/{name}": (type_, content)}
    return Attack(word_file(p("x"), parts=parts, links=[(relationship, name, False)]), code)


def _of_package(name: str, type_: str, relationship: str) -> Attack:
    """A part that the package itself leads to."""
    file = word_file(p("x"), parts={name: (type_, b"<x/>")})
    links = members_of(file)["_rels/.rels"].replace(
        b"</Rel", f'<Relationship Id="rIdY" Type="{relationship}" Target="{name}"/></Rel'.encode()
    )
    return Attack(repacked(file, "_rels/.rels", links), "KH805")


ATTACKS: Mapping[str, Attack] = {
    "macros": _part("vbaProject.bin", "application/vnd.ms-office.vbaProject",
                    f"{_MICROSOFT}/2006/relationships/vbaProject"),
    "a macro document by type": Attack(
        word_file(p("x"), main_type="application/vnd.ms-word.document.macroEnabled.main+xml"), "KH804"),
    "keys that start macros": _part("customizations.xml", "application/vnd.ms-word.keyMapCustomizations+xml",
                                    f"{_MICROSOFT}/2006/relationships/keyMapCustomizations", b"<x/>"),
    "an embedded object": _part("embeddings/o.bin", f"{_OFFICE}oleObject", f"{R}/oleObject"),
    "an embedded workbook": _part("embeddings/o.xlsx", f"{_OFFICE}spreadsheetml.sheet", f"{R}/package"),
    "a control": _part("activeX/a.xml", "application/vnd.ms-office.activeX+xml", f"{R}/control", b"<x/>"),
    "a page put in whole": _part("a.html", "text/html", f"{R}/aFChunk", b"<script>"),
    "an embedded font": Attack(
        word_file(p("x"), links=[(f"{R}/fontTable", "fontTable.xml", False)], parts={
            "word/fontTable.xml": (f"{WORD}fontTable+xml", b"<x/>"),
            "word/fonts/a.odttf": (f"{_OFFICE}obfuscatedFont", b"x"),
            "word/_rels/fontTable.xml.rels": ("", (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
                f'Id="a" Type="{R}/font" Target="fonts/a.odttf"/></Relationships>').encode())}), "KH804"),
    "a chart": _part("charts/c.xml", f"{_OFFICE}drawingml.chart+xml", f"{R}/chart", b"<x/>"),
    "a part of no type": _part("x.bin", "", f"{R}/image"),
    "a part that nothing leads to": Attack(
        word_file(p("x"), parts={"word/x.exe": ("application/x-msdownload", b"MZ")}), "KH804"),
    "a ribbon of one's own": _of_package("customUI/ui.xml", "application/xml",
                                         f"{_MICROSOFT}/2006/relationships/ui/extensibility"),
    "an add-in": _of_package("webextensions/t.xml", "application/xml",
                             f"{_MICROSOFT}/2011/relationships/webextensiontaskpanes"),
    "a relationship of no known type": _part("x.xml", "application/xml", "urn:x", b"<x/>", "KH805"),
    "a picture in place of the settings": _part("settings.png", "image/png", f"{R}/settings", code="KH805"),
    "a style sheet for a picture": _part("x.svg", "image/svg+xml", f"{R}/image", b"<svg/>"),
    "a relationship to nothing": Attack(word_file(p("x"), links=[(f"{R}/image", "x.png", False)]), "KH805"),
    "two relationships of one name": Attack(
        repacked(word_file(p("x")), "word/_rels/document.xml.rels", (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            + f'<Relationship Id="a" Type="{R}/styles" Target="styles.xml"/>' * 2 + "</Relationships>").encode()),
        "KH805"),
    "a program for a picture": _part("media/i.png", "image/png", f"{R}/image", b"MZ\x90", "KH809"),
    "no body": Attack(repacked(word_file(p("x")), "_rels/.rels", b"<x/>"), "KH801"),
    "no list of types": Attack(
        repacked(word_file(p("x")), "[Content_Types].xml", b"<Types/>"), "KH804"),
    # dropped: the document holds nothing of it
    "settings of a printer": _part("printer.bin", f"{WORD}printerSettings", f"{R}/printerSettings", code=""),
    "what the file says of itself": _part(
        "app.xml", f"{_OFFICE}extended-properties+xml", f"{R}/extended-properties",
        f"<x><HyperlinkBase>{URL}</HyperlinkBase></x>".encode(), ""),
    "building blocks": _part("glossary.xml", f"{WORD}document.glossary+xml", f"{R}/glossaryDocument", b"<x/>", ""),
    "a binding to data": Attack(
        word_file('<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="x"/></w:sdtPr></w:sdt>'), ""),
    "a drawing packed into its older form": Attack(
        word_file('<w:p><w:r><w:pict><v:shape o:gfxdata="UEsDBA=="/></w:pict></w:r></w:p>'), ""),
    "a formula packed into an attribute": Attack(
        word_file('<w:p><w:r><w:pict><v:shape equationxml="&lt;x>popen&lt;/x>"/></w:pict></w:r></w:p>'), ""),
    "a drawing packed into another vocabulary's attribute": Attack(
        word_file('<w:p><w:r><w:pict w:gfxdata="UEsDBA=="/></w:r></w:p>'), ""),
    "an address packed beside a field": Attack(
        word_file(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:fldData>popen</w:fldData></w:fldChar></w:r>'
            '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'), ""),
    "a picture packed into text": Attack(
        word_file('<w:p><w:r><w:pict><w:binData w:name="x">popen</w:binData></w:pict></w:r></w:p>'), ""),
    "a program for smart tags": Attack(
        carried("settings", f'<w:smartTagType w:url="{URL}" w:name="place"/>'), ""),
    "a body without a document": Attack(word_file(p("x"), main_type=MAIN.replace("main", "mian")), "KH805"),
}  # fmt: skip
