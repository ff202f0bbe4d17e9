"""Templates that were written to do harm. Each is refused or comes to nothing, in time, and says so in Vietnamese.

Every template of this file would leave a mark if it ran code, and the test waits for none: the file `SIGN` is never
made, and a server that listens on this machine is never called.
"""

import io
import socket
import threading
import time
import zipfile
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from kehoach_cli.reports.word.problems import TemplateProblem
from kehoach_cli.reports.word.render import Renderer
from tests.support.docx import WORD, R, field, members_of, p, runs, table, word_file, zipped

LIMIT = 10.0
SIGN, PORT = "@SIGN@", "@PORT@"
CONTEXT: Mapping[str, object] = {"ten": "Sở TT&TT", "so": 3, "muc": [{"ten": "A"}, {"ten": "B"}], "rong": []}


class Attack(NamedTuple):
    """A template, and the code of the finding that it must give."""

    template: bytes
    code: str


def _bomb() -> bytes:
    return word_file(
        p("x"),
        parts={"word/media/image1.png": ("image/png", b"\x89PNG\r\n\x1a\n" + bytes(40 * 2**20))},
        links=[(f"{R}/image", "media/image1.png", False)],
    )


def _many() -> bytes:
    return zipped({f"word/x{number}.xml": b"<x/>" for number in range(5000)})


def _twice() -> bytes:
    stream = io.BytesIO(word_file(p("x")))
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", b"<other/>")
    return stream.getvalue()


def _deep(levels: int) -> str:
    return "{% for a in range(1000) %}" * levels + "x" * 2000 + "{% endfor %}" * levels


def _endless() -> str:
    return "{% for a in range(1000) %}" * 6 + "{% if a < 0 %}x{% endif %}" + "{% endfor %}" * 6


def _entity(declaration: str, use: str) -> bytes:
    return word_file(f"<w:p><w:r><w:t>{use}</w:t></w:r></w:p>", prolog=f"<!DOCTYPE w [{declaration}]>")


def _nested_field() -> str:
    inner = field("QUOTE 68 68 69").removeprefix("<w:p>").removesuffix("</w:p>")
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{inner}<w:r><w:instrText> cmd.exe</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def _cut_field() -> str:
    """A field that is harmless until the template leaves its first word out."""
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>{% if rong %}</w:t></w:r>'
        "<w:r><w:instrText>PAGE </w:instrText></w:r><w:r><w:t>{% endif %}</w:t></w:r>"
        '<w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


_POPEN = f"{{{{ ''.__class__.__mro__[1].__subclasses__()[0].__init__.__globals__['os'].popen('touch {SIGN}') }}}}"
_OPEN = f"{{{{ open('{SIGN}', 'w') }}}}"
_URL = f"http://127.0.0.1:{PORT}/x"
_MACROS = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
_EXTERNAL = [(f"{R}/image", _URL, True)]

ATTACKS: Mapping[str, Attack] = {
    # running code through the language
    "subclasses in the body": Attack(word_file(p(_POPEN)), "KH821"),
    "subclasses in the header": Attack(word_file(p("x"), header=p(_POPEN)), "KH821"),
    "subclasses in the footer": Attack(word_file(p("x"), footer=p(_POPEN)), "KH821"),
    "subclasses in a footnote": Attack(word_file(p("x"), footnote=p(_POPEN)), "KH821"),
    "subclasses in a cell, cut into runs": Attack(word_file(table((_POPEN,))), "KH821"),
    "subclasses in the document's title": Attack(
        word_file(p("x"), core='<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
                  'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ x.__class__ }}</dc:title>'
                  "</cp:coreProperties>"), "KH817"),
    "a builtin": Attack(word_file(p(_OPEN)), "KH821"),
    "the configuration through self": Attack(word_file(p("{{ self._TemplateReference__context }}")), "KH821"),
    "globals through a filter": Attack(word_file(p("{{ ten|attr('__class__') }}")), "KH822"),
    "attribute by subscript": Attack(word_file(p("{{ ten['__class__'] }}")), "KH823"),
    "attribute by map": Attack(word_file(p("{{ [ten]|map(attribute='__class__')|list|first }}")), "KH823"),
    "format string": Attack(word_file(p("{{ '{0.__class__}'.format(ten) }}")), "KH821"),
    "percent format": Attack(word_file(p("{{ '%s' % ten }}")), "KH831"),
    "changing the data": Attack(word_file(p("{{ muc.append(1) }}")), "KH821"),
    "include": Attack(word_file(p(f"{{% include '{SIGN}' %}}")), "KH821"),
    "import": Attack(word_file(p("{% import 'os' as os %}{{ os }}")), "KH821"),
    "extends": Attack(word_file(p("{% extends '/etc/passwd' %}")), "KH821"),
    "macro with call": Attack(word_file(p("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}")), "KH821"),
    "autoescape off": Attack(word_file(p("{% autoescape false %}{{ '<w:object/>' }}{% endautoescape %}")), "KH821"),
    "raw markup by filter": Attack(word_file(p("{{ '<w:altChunk r:id=\"rId9\"/>'|safe }}")), "KH822"),
    "raw markup by block": Attack(word_file(p("{% set x %}<b>{% endset %}{{ x }}")), "KH821"),
    # never ending, never enough
    "power at compile time": Attack(word_file(p("{{ 9**(9**9) }}")), "KH821"),
    "repeated text": Attack(word_file(p("{{ 'x' * 10 ** 9 }}")), "KH821"),
    "repeated list": Attack(word_file(p("{{ ([0] * 900000000)|length }}")), "KH831"),
    "huge number": Attack(word_file(p("{{ 999999999999 * 999999999999 * 999999999999 }}")), "KH831"),
    "huge literal": Attack(word_file(p("{{ " + "9" * 4000 + " }}")), "KH821"),
    "huge range": Attack(word_file(p("{% for x in range(999999999) %}x{% endfor %}")), "KH831"),
    "loops in loops": Attack(word_file(p(_deep(60))), "KH832"),
    "loops that write nothing": Attack(word_file(p(_endless())), "KH832"),
    "doubling text": Attack(
        word_file(p("{% set a = 'xxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}")), "KH831"),
    "padding": Attack(word_file(p("{{ 'x'|center(999999999) }}")), "KH822"),
    "replacing": Attack(
        word_file(p("{% set a = 'x' %}" + "{% set a = a|replace('x', 'xxxxxxxxxx') %}" * 12 + "{{ a }}")), "KH831"),
    "rounding to a billion places": Attack(word_file(p("{{ so|round(-999999999) }}")), "KH831"),
    "parentheses": Attack(word_file(p("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}")), "KH832"),
    "loops to no end of text": Attack(
        word_file(p(_deep(4))), "KH832"),
    # the file around the document
    "zip bomb": Attack(_bomb(), "KH802"),
    "thousands of parts": Attack(_many(), "KH802"),
    "two documents of one name": Attack(_twice(), "KH803"),
    "a name that climbs": Attack(zipped({"[Content_Types].xml": b"<Types/>", "../../x.xml": b"<x/>"}), "KH803"),
    "names that differ in case": Attack(
        word_file(p("x"), parts={"word/Document.xml": (f"{WORD}document.main+xml", b"<x/>")}), "KH803"),
    "not an archive": Attack(b"MZ\x90\x00" + bytes(200), "KH801"),
    "an old binary file": Attack(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(200), "KH801"),
    "a torn archive": Attack(word_file(p("x"))[:-40], "KH801"),
    "billion laughs": Attack(
        _entity('<!ENTITY a "xxxxxxxxxx">' + "".join(
            f'<!ENTITY {after} "&{before};&{before};">' for before, after in pairwise("abcdefghijklmnopqrstu")), "&u;"),
        "KH807"),
    "a file by entity": Attack(_entity('<!ENTITY f SYSTEM "file:///etc/passwd">', "&f;"), "KH807"),
    "the network by entity": Attack(_entity(f'<!ENTITY f SYSTEM "{_URL}">', "&f;"), "KH807"),
    "UTF-16 that hides a document type": Attack(
        word_file(p("x"), parts={"word/document.xml": (
            f"{WORD}document.main+xml",
            '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x []><x/>'.encode("utf-16"))}),
        "KH807"),
    "XML nested without end": Attack(word_file("<w:p>" * 3000 + "</w:p>" * 3000), "KH807"),
    "macros": Attack(
        word_file(p("x"), parts={"word/vbaProject.bin": ("application/vnd.ms-office.vbaProject", b"x")},
                  links=[(_MACROS, "vbaProject.bin", False)]),
        "KH804"),
    "a macro document by type": Attack(
        word_file(p("x"), main_type="application/vnd.ms-word.document.macroEnabled.main+xml"), "KH804"),
    # what Word would fetch or start
    "an image from the network": Attack(word_file(p("x"), links=_EXTERNAL), "KH805"),
    "an attached template": Attack(
        word_file(p("x"), links=[(f"{R}/attachedTemplate", _URL, True)], settings='<w:attachedTemplate r:id="rIdX0"/>'),
        "KH805"),
    "a sub-document": Attack(word_file(p("x"), links=[(f"{R}/subDocument", _URL, True)]), "KH805"),
    "an embedded object": Attack(
        word_file(p("x"), parts={"word/embeddings/o.bin": (
            "application/vnd.openxmlformats-officedocument.oleObject", b"x")},
            links=[(f"{R}/oleObject", "embeddings/o.bin", False)]), "KH804"),
    "a linked object": Attack(
        word_file('<w:p><w:r><w:object><o:OLEObject Type="Link" r:id="rIdX0"/></w:object></w:r></w:p>',
                  links=[(f"{R}/oleObject", _URL, True)]), "KH808"),
    "a whole file put in": Attack(
        word_file('<w:altChunk r:id="rIdX0"/>', parts={"word/a.html": ("text/html", b"<script>")},
                  links=[(f"{R}/aFChunk", "a.html", False)]), "KH808"),
    "a web address as link to a local program": Attack(
        word_file(p("x"), links=[(f"{R}/hyperlink", "file:///c:/windows/system32/cmd.exe", True)]), "KH805"),
    "DDEAUTO": Attack(word_file(field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"')), "KH806"),
    "DDE in the header": Attack(word_file(p("x"), header=field("DDE cmd x")), "KH806"),
    "INCLUDEPICTURE": Attack(word_file(field(f'INCLUDEPICTURE "{_URL}"')), "KH806"),
    "INCLUDETEXT in a footnote": Attack(word_file(p("x"), footnote=field('INCLUDETEXT "c:/x"')), "KH806"),
    "a simple field": Attack(
        word_file('<w:p><w:fldSimple w:instr="DDEAUTO cmd"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'), "KH806"),
    "a code made by another field": Attack(word_file(_nested_field()), "KH806"),
    "a code in pieces": Attack(
        word_file(field("DDEAUTO cmd").replace("DDEAUTO cmd", "DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd")),
        "KH806"),
    "a code that filling in would uncover": Attack(word_file(_cut_field()), "KH806"),
    "a tag in a field's code": Attack(word_file(field("HYPERLINK {{ ten }}")), "KH806"),
    "a drawing from the network": Attack(
        word_file(f'<w:p><w:r><w:pict><v:shape><v:imagedata src="{_URL}"/></v:shape></w:pict></w:r></w:p>'), "KH808"),
    "mail merge": Attack(word_file(p("x"), settings='<w:mailMerge><w:query w:val="SELECT"/></w:mailMerge>'), "KH808"),
    "a program for a picture": Attack(
        word_file(p("x"), parts={"word/media/i.png": ("image/png", b"MZ\x90")},
                  links=[(f"{R}/image", "media/i.png", False)]), "KH809"),
}  # fmt: skip


class Watch(NamedTuple):
    """What would show that a template had its way."""

    sign: Path
    port: int
    calls: list[str]


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    calls: list[str] = []
    over = threading.Event()

    def listen() -> None:
        while not over.is_set():
            try:
                connection, address = server.accept()
            except TimeoutError:
                continue
            calls.append(str(address))
            connection.close()

    listener = threading.Thread(target=listen)
    listener.start()
    yield Watch(tmp_path / "sign", server.getsockname()[1], calls)
    over.set()
    listener.join()
    server.close()


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_comes_to_nothing(name: str, watch: Watch) -> None:
    attack = ATTACKS[name]
    started = time.monotonic()
    with Renderer() as renderer, pytest.raises(TemplateProblem) as refused:
        renderer.render(_aimed(attack.template, watch), CONTEXT)
    assert time.monotonic() - started < LIMIT
    first = refused.value.findings[0]
    assert attack.code in {finding.code for finding in refused.value.findings}, refused.value.findings
    assert all((first.message, first.remedy, first.place.part))
    assert not watch.sign.exists()
    assert watch.calls == []


def _aimed(template: bytes, watch: Watch) -> bytes:
    """The template with the file and the port of this test in it."""
    try:
        members = members_of(template)
    except zipfile.BadZipFile:
        return template
    if not any(b"@SIGN@" in content or b"@PORT@" in content for content in members.values()):
        return template
    return zipped(
        {
            name: content.replace(b"@SIGN@", str(watch.sign).encode()).replace(b"@PORT@", str(watch.port).encode())
            for name, content in members.items()
        }
    )


def test_there_are_attacks_enough() -> None:
    assert len(ATTACKS) >= 30


def test_the_renderer_goes_on_after_an_attack() -> None:
    with Renderer(seconds=2) as renderer:
        with pytest.raises(TemplateProblem, match="quá lâu"):
            renderer.render(word_file(p(_endless())), CONTEXT)
        assert (
            b"Xin ch\xc3\xa0o"
            in members_of(renderer.render(word_file(p("Xin chào {{ ten }}")), CONTEXT))["word/document.xml"]
        )


def test_markup_in_the_data_stays_text() -> None:
    """The plan comes from the same pull requests as the templates."""
    hostile = '</w:t></w:r></w:p><w:altChunk r:id="rId1"/>{{ 9**9 }}{% include "x" %}\x00\x1b'
    with Renderer() as renderer:
        document = renderer.render(word_file(runs("{{ t", "en }}")), {"ten": hostile})
    text = members_of(document)["word/document.xml"].decode()
    assert "&lt;/w:t&gt;" in text
    assert "<w:altChunk" not in text
    assert "{{ 9**9 }}" in text
