"""Links out of the file: relationships, and attributes that hold an address."""

from collections.abc import Mapping

from tests.support.attacks.attack import URL, Attack
from tests.support.carriers import carried
from tests.support.docx import R, p, word_file

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WEB = [(f"{R}/hyperlink", "https://x.vn/anh.png", True)]


def _drawn(xml: str) -> str:
    return f'<w:p><w:r><w:drawing><wp:inline xmlns:a="{_A}">{xml}</wp:inline></w:drawing></w:r></w:p>'


def _shaped(xml: str) -> str:
    return f"<w:p><w:r><w:pict>{xml}</w:pict></w:r></w:p>"


def _outward(kind: str, target: str = URL) -> Attack:
    return Attack(word_file(p("x"), links=[(f"{R}/{kind}", target, True)]), "KH805")


def _link(attributes: str) -> Attack:
    return Attack(word_file(f"<w:p><w:hyperlink {attributes}><w:r/></w:hyperlink></w:p>", links=_WEB), "KH805")


ATTACKS: Mapping[str, Attack] = {
    "an image from the network": _outward("image"),
    "a sub-document": _outward("subDocument"),
    "a frame": _outward("frame"),
    "a whole file put in, from outside": _outward("aFChunk"),
    "an object from outside": _outward("oleObject"),
    "a video": _outward("video"),
    "a local program": _outward("hyperlink", "file:///c:/windows/system32/cmd.exe"),
    "a share": _outward("hyperlink", "\\\\x.vn\\a"),
    "a handler": _outward("hyperlink", "ms-word:ofe|u|https://x.vn/a.docx"),
    "a web address of another kind of link": _outward("image", "https://x.vn/anh.png"),
    "a template for the document": Attack(
        carried("settings", '<w:zoom r:id="rIdX0"/>', links=[(f"{R}/attachedTemplate", URL, True)]), "KH805"),
    # a link's address used without a click
    "a link's address for an image": Attack(
        word_file(_drawn('<a:blip r:embed="rIdX0"/>'), links=_WEB), "KH805"),
    "a link's address for a drawing": Attack(
        word_file(_shaped('<v:imagedata o:relid="rIdX0"/>'), links=_WEB), "KH805"),
    "a link's address for a picture in a background": Attack(
        word_file(_shaped('<v:background><v:fill r:id="rIdX0"/></v:background>'), links=_WEB), "KH805"),
    # a link's texts, which other programs put into a field's code
    "an address behind a tooltip": _link('r:id="rIdX0" w:tooltip="a&quot; &quot;file:///c:/x"'),
    "an address behind a frame": _link('r:id="rIdX0" w:tgtFrame="a&quot; &quot;file:///c:/x"'),
    "an address behind a bookmark": _link('r:id="rIdX0" w:anchor="a&quot; &quot;file:///c:/x"'),
    "an address for a bookmark": _link('w:anchor="file:///c:/x"'),
    "an address for a place": _link('w:docLocation="file:///c:/x"'),
    # attributes of drawings
    "a shape that is a link": Attack(word_file(_shaped('<v:shape href="file:///c:/x"/>')), "KH808"),
    "a drawing from the network": Attack(word_file(_shaped(f'<v:imagedata src="{URL}"/>')), "KH808"),
    "a drawing from the web": Attack(word_file(_shaped('<v:imagedata src="https://x.vn/a.png"/>')), "KH808"),
    "the original of a drawing": Attack(word_file(_shaped('<v:fill o:href="https://x.vn/a.png"/>')), "KH808"),
    "another original": Attack(word_file(_shaped('<v:fill o:althref="https://x.vn/a.png"/>')), "KH808"),
    "a provider of signatures": Attack(
        word_file(_shaped('<v:shape><o:signatureline o:sigprovurl="https://x.vn"/></v:shape>')), "KH808"),
    "a linked image": Attack(word_file(_drawn('<a:blip r:link="rIdX0"/>')), "KH808"),
    "a click that starts a program": Attack(
        word_file(_drawn('<a:hlinkClick r:id="rIdX0" action="ppaction://program"/>'), links=_WEB), "KH808"),
    "an address that was found invalid": Attack(
        word_file(_drawn('<a:hlinkHover r:id="" invalidUrl="file://x"/>')), "KH808"),
}  # fmt: skip
