"""One attack of each class, in every kind of part that can carry it."""

import zipfile
from collections.abc import Iterable, Iterator, Mapping

from tests.support.attacks.attack import URL, Attack
from tests.support.attacks.language import POPEN
from tests.support.carriers import CARRIERS, CUSTOM_XML, OTHERS, TEXTS, carried, repacked
from tests.support.docx import R, field, p

_ALL_WORD = (*TEXTS, *OTHERS)  # custom XML is dropped unread
_FILLED = tuple(name for name in TEXTS if name != "comment")
_NAMED = '<w:name w:val="{}"/>'
_STRICT = '<s:p xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
_XINCLUDE = '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
_OBJECT = ("application/vnd.openxmlformats-officedocument.oleObject", b"x")


def _cases() -> Iterator[tuple[str, Iterable[str], str, Mapping[str, object]]]:
    """Yield the class, the parts, the code, and the arguments of `carried`."""
    yield "tags", _FILLED, "KH821", {"xml": p(POPEN)}
    yield "tags", ["comment"], "KH817", {"xml": p(POPEN)}
    yield "tags", OTHERS, "KH817", {"xml": _NAMED.format("{{ ten.__class__ }}")}
    yield "fields", TEXTS, "KH806", {"xml": field("DDEAUTO cmd")}
    yield "links", TEXTS, "KH806", {"xml": field('HYPERLINK \\o "x" "file:///c:/x"')}
    yield "links by relationship", _ALL_WORD, "KH805", {"links": [(f"{R}/hyperlink", "file:///c:/x", True)]}
    yield "namespaces", _ALL_WORD, "KH801", {"xml": _STRICT}
    yield "foreign namespaces", _ALL_WORD, "KH810", {"xml": _XINCLUDE}
    yield "relationships", _ALL_WORD, "KH805", {"links": [(f"{R}/image", URL, True)]}
    yield "parts", CARRIERS, "KH804", {
        "links": [(f"{R}/oleObject", "/word/o.bin", False)], "parts": {"word/o.bin": _OBJECT}}  # fmt: skip
    yield "XML", _ALL_WORD, "KH807", {"prolog": '<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>', "xml": p("x")}
    # dropped with custom XML
    yield "tags", [CUSTOM_XML], "", {"xml": p(POPEN)}
    yield "fields", [CUSTOM_XML], "", {"xml": field("DDEAUTO cmd")}
    yield "links", [CUSTOM_XML], "", {"xml": field('HYPERLINK "file:///c:/x"')}
    yield "relationships", [CUSTOM_XML], "", {"links": [(f"{R}/image", URL, True)]}
    yield "namespaces", [CUSTOM_XML], "", {"xml": _STRICT + _XINCLUDE}
    yield "XML", [CUSTOM_XML], "", {"prolog": f'<!DOCTYPE w SYSTEM "{URL}">'}


def _bomb(carrier: str) -> bytes:
    return repacked(carried(carrier, p("x")), CARRIERS[carrier].part, bytes(9 * 2**20))


def _otherwise_packed(carrier: str) -> bytes:
    return repacked(carried(carrier, p("x")), CARRIERS[carrier].part, b"<x/>", zipfile.ZIP_LZMA)


ATTACKS: Mapping[str, Attack] = {
    **{
        f"{kind} in {carrier}": Attack(carried(carrier, **given), code)  # type: ignore[arg-type]  # by name
        for kind, carriers, code, given in _cases()
        for carrier in carriers
    },
    **{f"archives, a bomb in {carrier}": Attack(_bomb(carrier), "KH802") for carrier in CARRIERS},
    **{f"archives, LZMA in {carrier}": Attack(_otherwise_packed(carrier), "KH801") for carrier in CARRIERS},
}
