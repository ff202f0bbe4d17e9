"""Field codes that start, fetch or open something, and ways to hide them."""

from collections.abc import Mapping

from tests.support.attacks.attack import URL, Attack
from tests.support.docx import field, p, word_file

_BEGIN, _SEPARATE, _END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def _code(text: str, tag: str = "instrText") -> str:
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


def _box(xml: str) -> str:
    return f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>{xml}</w:p></w:txbxContent></v:textbox></v:shape>" \
           "</w:pict></w:r>"  # fmt: skip


def _either(xml: str, kind: str = "Choice") -> str:
    return f'<mc:AlternateContent><mc:{kind} Requires="w14">{xml}</mc:{kind}></mc:AlternateContent>'


def _inside(*pieces: str) -> str:
    return f"<w:p>{''.join(pieces)}</w:p>"


# Forbidden codes, each in a plain field.
_CODES = {
    "DDEAUTO": 'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"',
    "DDE in small letters": "dde cmd x",
    "INCLUDEPICTURE": f'INCLUDEPICTURE "{URL}" \\d',
    "INCLUDETEXT": 'INCLUDETEXT "c:/x"',
    "IMPORT": f'IMPORT "{URL}"',
    "LINK": "LINK Excel.Sheet.8 c:\\\\x.xls",
    "EMBED": "EMBED Package",
    "DATABASE": 'DATABASE \\d "c:/x.mdb"',
    "RD": 'RD "c:/x.docx"',
    "MACROBUTTON": "MACROBUTTON AutoOpen nhấp đúp",
    "GOTOBUTTON": "GOTOBUTTON x y",
    "AUTOTEXT": "AUTOTEXT x",
    "ASK": 'ASK x "Mật khẩu?"',
    "FILLIN": 'FILLIN "Mật khẩu?"',
    "ADDIN": "ADDIN x",
    "PRINT": "PRINT 27",
    "IF": 'IF 1 = 1 "x" "y"',
    "QUOTE": "QUOTE 68 68 69",
    "a bookmark for a code": "x",
    "an address in no quotes": "HYPERLINK file:///c:/x",
    "an address after a tooltip": 'HYPERLINK \\o "tip" "file:///c:/x"',
    "an address after a bookmark": 'HYPERLINK \\l "a" "file:///c:/x"',
    "an address after a frame": 'HYPERLINK \\t "_blank" "javascript:x"',
    "an address after an empty one": 'HYPERLINK "" "file:///c:/x"',
    "an address after a good one": 'HYPERLINK "https://x.vn" "file:///c:/x"',
    "an address after a switch without argument": 'HYPERLINK \\n "file:///c:/x"',
    "a second address after such a switch": 'HYPERLINK "https://x.vn" \\n "file:///c:/x"',
    "an address for a bookmark": 'HYPERLINK \\l "file:///c:/x"',
    "an address after a switch that is none": 'HYPERLINK \\q "https://x.vn"',
    "a switch in capitals": 'HYPERLINK \\L "a" "file:///c:/x"',
    "no blanks": 'HYPERLINK \\l"a""file:///c:/x"',
    "blanks of another kind": 'HYPERLINK\u00a0\\l\u2003"a"\t"file:///c:/x"',
    "curly quotes": 'HYPERLINK \\o "a “file:///c:/x” b"',
    "a quote that is escaped": 'HYPERLINK "https://x.vn\\" "file:///c:/x',
    "a quote that is not closed": 'HYPERLINK "https://x.vn',
    "a share": 'HYPERLINK "\\\\\\\\x.vn\\\\a"',
    "a tag in the code": "HYPERLINK {{ ten }}",
}
# Structures in which Word reads another code than a simple reader does.
_HIDDEN = {
    "a code in pieces": (_BEGIN, _code("DDE"), _code("AUTO cmd"), _END),
    "a code made by another field": (_BEGIN, _BEGIN, _code("PAGE"), _END, _code(" cmd.exe"), _END),
    "an address made by another field": (
        _BEGIN, _code('HYPERLINK "'), _BEGIN, _code("REF a"), _END, _code('"'), _END),
    "a code in the place of text": (_BEGIN, _code("DDEAUTO cmd", "t"), _code("PAGE"), _END),
    "a code among deleted text": (_BEGIN, f"<w:del>{_code('PAGE ', 'delInstrText')}</w:del>", _code("DDE x"), _END),
    "a code among inserted text": (_BEGIN, f"<w:ins>{_code('PAGE ')}</w:ins>", _code("DDE x"), _END),
    "a code begun in a text box": (_BEGIN, _box(_code("PAGE") + _SEPARATE), _code("DDE x", "t"), _END),
    "a field begun in a text box": (_box(_BEGIN + _code("PAGE")), _END),
    "a code in one of two branches": (_BEGIN, _either(_code("DDE x ", "t")), _code("PAGE"), _END),
    "a code in the other branch": (_BEGIN, _code("PAGE "), _either(_code("x", "t"), "Fallback"), _END),
    "a sign for a letter": (_BEGIN, '<w:r><w:sym w:char="0044"/></w:r>', _code("DE x"), _END),
    "a code after the separator": (_BEGIN, _code("PAGE"), _SEPARATE, _code("DDE x"), _END),
    "a code outside of fields": (_code("DDE x"),),
    "a field that is not ended": (_BEGIN, _code("PAGE")),
    "a field that is not begun": (_END,),
    "a mark that is none": ('<w:r><w:fldChar w:fldCharType="Begin"/></w:r>',),
    "a simple field": ('<w:fldSimple w:instr="DDEAUTO cmd"><w:r><w:t>1</w:t></w:r></w:fldSimple>',),
    "a simple field in a code": (_BEGIN, '<w:fldSimple w:instr="PAGE"><w:r/></w:fldSimple>', _code("DDE x"), _END),
    "a simple field in a branch": (_either('<w:fldSimple w:instr="DDE cmd"/>'),),
    # harmless until filling in removes the first word
    "a code that filling in would uncover": (
        _BEGIN, "<w:r><w:t>{% if rong %}</w:t></w:r>", _code("PAGE "), "<w:r><w:t>{% endif %}</w:t></w:r>",
        _code("DDEAUTO cmd"), _END),
    "a separator that filling in would take away": (
        _BEGIN, _code("PAGE"), "<w:r><w:t>{% if rong %}</w:t></w:r>", _SEPARATE, "<w:r><w:t>{% endif %}</w:t></w:r>",
        _END),
    "a mark of a field among deleted text": (
        _BEGIN, f"<w:del>{_code('PAGE ', 'delInstrText')}{_SEPARATE}</w:del>", _code("DDE x", "t"), _END),
}  # fmt: skip
# Places where only some readers see a word; it makes the code look harmless to them.
_DECOYS = {
    "in the size of letters": '<w:r><w:rPr><w:sz w:val="2">@</w:sz></w:rPr></w:r>',
    "in a run in the size of letters": '<w:r><w:rPr><w:sz w:val="2"><w:r>@</w:r></w:sz></w:rPr></w:r>',
    "in the name of a content control": '<w:sdt><w:sdtPr><w:alias w:val="x">@</w:alias></w:sdtPr></w:sdt>',
    "in a list of extensions": '<w:r><w:drawing><a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'uri="x">@</a:ext></w:drawing></w:r>',
    "in the file's properties": '<dc:y xmlns:dc="http://purl.org/dc/elements/1.1/"><w:r>@</w:r></dc:y>',
    "in a row without cells": "<w:r><w:tr>@</w:tr></w:r>",
    "in the end of a bookmark": '<w:bookmarkEnd w:id="7"><w:r>@</w:r></w:bookmarkEnd>',
    "in a bookmark of the same name": '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
    '<w:bookmarkStart w:id="2" w:name="a"><w:r>@</w:r></w:bookmarkStart>',
    "in what may be passed over": '<x:y xmlns:x="urn:x"><w:r>@</w:r></x:y>',
}
_PASSED_OVER = (
    f'<w:p xmlns:x="urn:x" mc:Ignorable="x">{_BEGIN}<x:y>{_code("PAGE ")}</x:y>'
    f"{_code('DDEAUTO cmd')}{_SEPARATE}{_END}</w:p>"
)


def _decoy(around: str, word: str = "<w:instrText>PAGE </w:instrText>") -> tuple[str, ...]:
    return (_BEGIN, around.replace("@", word), _code("DDEAUTO cmd"), _END, "<w:r><w:t>{{ ten }}</w:t></w:r>")


ATTACKS: Mapping[str, Attack] = {
    **{name: Attack(word_file(field(code)), "KH806") for name, code in _CODES.items()},
    **{name: Attack(word_file(_inside(*pieces)), "KH806") for name, pieces in _HIDDEN.items()},
    **{
        f"a harmless word {place}": Attack(word_file(_inside(*_decoy(around))), "KH806")
        for place, around in _DECOYS.items()
    },
    "a harmless word that may be passed over": Attack(word_file(_PASSED_OVER), "KH806"),
    "a harmless word that may be passed over, in a header": Attack(
        word_file(p("{{ ten }}"), header=_PASSED_OVER), "KH806"),
    "a separator in the size of letters": Attack(
        word_file(_inside(*_decoy(
            '<w:r><w:rPr><w:sz w:val="2">@</w:sz></w:rPr></w:r>', '<w:fldChar w:fldCharType="separate"/>'))), "KH806"),
    "a field over two notes": Attack(
        word_file(p("x"), footnote=_inside(_BEGIN, _code("PAGE")) + '</w:footnote><w:footnote w:id="2">'
                  + _inside(_END)), "KH806"),
}  # fmt: skip
