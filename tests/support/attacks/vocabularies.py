"""Active elements, also in other namespaces that some programs know."""

from collections.abc import Mapping

from tests.support.attacks.attack import URL, Attack
from tests.support.carriers import carried, repacked
from tests.support.docx import R, W, field, members_of, p, word_file

_STRICT = "http://purl.oclc.org/ooxml"
_WORD_2003 = "http://schemas.microsoft.com/office/word/2003/wordml"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def _strict(xml: str) -> Attack:
    names = f'xmlns:w="{_STRICT}/wordprocessingml/main" xmlns:r="{_STRICT}/officeDocument/relationships"'
    return Attack(word_file(f"<w:sdt {names}>{xml}</w:sdt>"), "KH801")


def _strict_file() -> Attack:
    """A whole document as Word saves it as «Strict Open XML Document»."""
    file = word_file(p("x"))
    for name, content in members_of(file).items():
        changed = content.replace(W.encode(), f"{_STRICT}/wordprocessingml/main".encode())
        file = repacked(file, name, changed.replace(R.encode(), f"{_STRICT}/officeDocument/relationships".encode()))
    return Attack(file, "KH801")


def _active(xml: str, part: str = "document") -> Attack:
    return Attack(carried(part, xml), "KH808")


def _foreign(xml: str) -> Attack:
    return Attack(word_file(f"<w:p><w:r>{xml}</w:r></w:p>"), "KH810")


_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_VIDEO = "http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing"

ATTACKS: Mapping[str, Attack] = {
    "a linked object": _active('<w:p><w:r><w:object w:dxaOrig="1"/></w:r></w:p>'),
    "a linked object of Office": _active('<w:p><w:r><w:pict><o:OLEObject Type="Link"/></w:pict></w:r></w:p>'),
    "a control": _active('<w:p><w:r><w:pict><w:control r:id="rIdX0"/></w:pict></w:r></w:p>'),
    "a macro on entering a form field": _active(
        '<w:p><w:r><w:ffData><w:entryMacro w:val="x"/></w:ffData></w:r></w:p>'),
    "a macro on leaving a form field": _active('<w:p><w:r><w:ffData><w:exitMacro w:val="x"/></w:ffData></w:r></w:p>'),
    "a whole file put in": _active('<w:altChunk r:id="rIdX0"/>'),
    "a sub-document": _active('<w:p><w:subDoc r:id="rIdX0"/></w:p>'),
    "a film": _active('<w:p><w:r><w:pict><w:movie r:id="rIdX0"/></w:pict></w:r></w:p>'),
    "a video from the web": _active(
        f'<w:p><w:r><w:drawing><a:ext xmlns:a="{_DRAWING}"><v15:webVideoPr xmlns:v15="{_VIDEO}" '
        f'embeddedHtml="&lt;iframe src=&quot;{URL}&quot;>"/></a:ext></w:drawing></w:r></w:p>'),
    "a film in an older drawing": _active(
        f'<w:p><w:r><w:pict><v:imagedata o:movie="{URL}"/></w:pict></w:r></w:p>'),
    "a picture from the web in a style": _active(
        f'<w:p><w:r><w:pict><v:shape style="background:url({URL})"/></w:pict></w:r></w:p>'),
    "mail merge": _active('<w:mailMerge><w:query w:val="SELECT"/></w:mailMerge>', "settings"),
    "an attached template": _active('<w:attachedTemplate r:id="rIdX0"/>', "settings"),
    "a web frame": _active("<w:frameset/>", "settings"),
    "a conversion when saving": _active('<w:saveThroughXslt r:id="rIdX0"/>', "settings"),
    "an attached schema": _active('<w:attachedSchema w:val="x"/>', "settings"),
    "a library of schemas": _active(
        '<s:schemaLibrary xmlns:s="http://schemas.openxmlformats.org/schemaLibrary/2006/main">'
        f'<s:schema s:manifestLocation="{URL}"/></s:schemaLibrary>', "settings"),
    "DDEAUTO in strict": _strict(field("DDEAUTO cmd")),
    "INCLUDETEXT in strict": _strict(field('INCLUDETEXT "c:/x"')),
    "a whole file put in, in strict": _strict('<w:altChunk r:id="rIdX0"/>'),
    "a strict attribute alone": Attack(
        word_file(f'<w:p><w:hyperlink xmlns:s="{_STRICT}/officeDocument/relationships" s:id="x"/></w:p>'), "KH801"),
    "a strict relationship": Attack(
        word_file(p("x"), links=[(f"{_STRICT}/officeDocument/relationships/image", "media/x.png", False)]), "KH801"),
    "a strict document": _strict_file(),
    "XML of Word 2003": _foreign(f'<w:instrText xmlns:w="{_WORD_2003}">DDEAUTO cmd</w:instrText>'),
    "one file of parts": _foreign('<p:package xmlns:p="http://schemas.microsoft.com/office/2006/xmlPackage"/>'),
    "a script of OpenDocument": _foreign(f'<o:script xmlns:o="{_ODF}:office:1.0" o:language="Basic"/>'),
    "a link of OpenDocument": _foreign(f'<w:t xmlns:x="http://www.w3.org/1999/xlink" x:href="{URL}">x</w:t>'),
    "XInclude": _foreign('<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'),
    "an element of no vocabulary": _foreign('<script xmlns="">x</script>'),
    "a vocabulary that is to be understood": _foreign('<w:t xmlns:x="urn:x" mc:MustUnderstand="x"><x:y/></w:t>'),
    "a vocabulary whose content is to be processed": _foreign(
        '<w:t xmlns:x="urn:x" mc:ProcessContent="x:*"><x:y><w:t>x</w:t></x:y></w:t>'),
    "a field in what may be passed over": Attack(
        word_file(f'<w:p xmlns:x="urn:x" mc:Ignorable="x" mc:ProcessContent="x:y"><x:y>{field("DDE x")}</x:y></w:p>'),
        "KH806"),
}  # fmt: skip
