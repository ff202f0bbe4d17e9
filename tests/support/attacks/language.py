"""Tags that run code, read data of others, or never end."""

from collections.abc import Mapping

from tests.support.attacks.attack import SIGN, Attack
from tests.support.docx import p, table, word_file


def _deep(levels: int) -> str:
    return "{% for a in range(1000) %}" * levels + "x" * 2000 + "{% endfor %}" * levels


POPEN = f"{{{{ ''.__class__.__mro__[1].__subclasses__()[0].__init__.__globals__['os'].popen('touch {SIGN}') }}}}"
ENDLESS = "{% for a in range(1000) %}" * 6 + "{% if a < 0 %}x{% endif %}" + "{% endfor %}" * 6
_DOUBLING = "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}"
_REPLACING = "{% set a = 'x' %}" + "{% set a = a|replace('x', 'xxxxxxxxxx') %}" * 12 + "{{ a }}"
_TITLE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ x.__class__ }}</dc:title></cp:coreProperties>'
)

_TAGS: Mapping[str, tuple[str, str]] = {
    # running code
    "a builtin": (f"{{{{ open('{SIGN}', 'w') }}}}", "KH821"),
    "the configuration through self": ("{{ self._TemplateReference__context }}", "KH821"),
    "globals through a filter": ("{{ ten|attr('__class__') }}", "KH822"),
    "attribute by subscript": ("{{ ten['__class__'] }}", "KH823"),
    "attribute by map": ("{{ [ten]|map(attribute='__class__')|list|first }}", "KH823"),
    "format string": ("{{ '{0.__class__}'.format(ten) }}", "KH821"),
    "percent format": ("{{ '%s' % ten }}", "KH831"),
    "changing the data": ("{{ muc.append(1) }}", "KH821"),
    "include": (f"{{% include '{SIGN}' %}}", "KH821"),
    "import": ("{% import 'os' as os %}{{ os }}", "KH821"),
    "extends": ("{% extends '/etc/passwd' %}", "KH821"),
    "macro with call": ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "KH821"),
    "autoescape off": ("{% autoescape false %}{{ '<w:object/>' }}{% endautoescape %}", "KH821"),
    "raw markup by filter": ("{{ '<w:altChunk r:id=\"rId9\"/>'|safe }}", "KH822"),
    "raw markup by block": ("{% set x %}<b>{% endset %}{{ x }}", "KH821"),
    # without end
    "power at compile time": ("{{ 9**(9**9) }}", "KH821"),
    "repeated text": ("{{ 'x' * 10 ** 9 }}", "KH821"),
    "repeated list": ("{{ ([0] * 900000000)|length }}", "KH831"),
    "huge number": ("{{ 999999999999 * 999999999999 * 999999999999 }}", "KH831"),
    "huge literal": ("{{ " + "9" * 4000 + " }}", "KH821"),
    "more digits than Python reads": ("{{ " + "9" * 5000 + " }}", "KH820"),
    "a number without end": ("{{ 1e999 + 1 }}", "KH821"),
    "a number without end that is compared": ("{% if 1e999 > so %}x{% endif %}", "KH821"),
    "the loop's own name given another value": (
        "{% for m in muc %}{% set loop = 1 %}{{ loop.index }}{% endfor %}",
        "KH821",
    ),
    "an argument given twice": ("{{ ten|default(a=1, a=2) }}", "KH820"),
    "blocks deeper than Python knows": ("{% for m in muc %}" * 21 + "x" + "{% endfor %}" * 21, "KH832"),
    "huge range": ("{% for x in range(999999999) %}x{% endfor %}", "KH831"),
    "doubling text": (_DOUBLING, "KH831"),
    "padding": ("{{ 'x'|center(999999999) }}", "KH822"),
    "replacing": (_REPLACING, "KH831"),
    "rounding to a billion places": ("{{ so|round(-999999999) }}", "KH831"),
}
# Just above a limit: harmless even without the limit.
JUST_TOO_MUCH: Mapping[str, str] = {
    "a range over a thousand": "{% for x in range(1001) %}{% endfor %}",
    "a text over a million, joined": "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 17 + "{{ a|length }}",
    "a text over a million, added": "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a + a %}" * 17 + "{{ a|length }}",
    "a text over a million, replaced": (
        "{% set a = 'x' %}" + "{% set a = a|replace('x', 'xxxxxxxxxx') %}" * 6 + "{{ a|length }}"
    ),
    "a number over a thousand billions": "{{ 999999999999 * 999999999999 }}",
    "a number that is none": "{{ ('inf'|float) - ('inf'|float) }}",
    "eleven decimal places": "{{ so|round(11) }}",
}
_ENDLESS: Mapping[str, str] = {
    "loops in loops": _deep(60),
    "loops that write nothing": ENDLESS,
    "loops to no end of text": _deep(4),
    "parentheses": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
}

ATTACKS: Mapping[str, Attack] = {
    **{name: Attack(word_file(p(tag)), code) for name, (tag, code) in _TAGS.items()},
    **{name: Attack(word_file(p(tag)), "KH831") for name, tag in JUST_TOO_MUCH.items()},
    **{name: Attack(word_file(p(tag)), "KH832", endless=True) for name, tag in _ENDLESS.items()},
    "subclasses in a cell": Attack(word_file(table((POPEN,))), "KH821"),
    "subclasses in the document's title": Attack(word_file(p("x"), core=_TITLE), "KH817"),
}
