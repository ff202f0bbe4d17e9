"""Write the page of one code, or the list of all codes, for a terminal."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import groupby
from pkgutil import iter_modules

from kehoach_cli.cli.output.layout import wrapped
from kehoach_cli.rules.page import page_of
from kehoach_cli.rules.registry import MODULES, rule
from kehoach_cli.rules.rule import Rule
from kehoach_cli.vocabulary import terms

WIDEST = 100
_INDENT = "    "
WORD_RULE_FOLDERS = (
    "kehoach_cli.sandbox.package.rules",
    "kehoach_cli.word.template.rules",
    "kehoach_cli.word.form.rules",
)


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every code that the program can print, in order: those of plan files and those of Word files."""
    packages = [import_module(name) for name in WORD_RULE_FOLDERS]
    names = [f"{package.__name__}.{found.name}" for package in packages for found in iter_modules(package.__path__)]
    word = (import_module(name) for name in names)
    rules = [
        *map(rule, MODULES),
        *(Rule(it.CODE, getattr(it, "SEVERITY", "error"), it.__doc__ or "", None) for it in word),
    ]
    return {one.code: one for one in sorted(rules, key=lambda one: one.code)}


def code_page(code: str, width: int, *, colour: bool) -> str:
    """The code's title, severity, explanation and examples, at most WIDEST columns wide."""
    one = rule(code) if code in MODULES else all_rules()[code]
    page = page_of(one.docstring)
    width = min(width, WIDEST)
    blocks = [[_strong(line, colour=colour) for line in wrapped(f"{code}: {page.title}", width)]]
    blocks.append([f"Mức: {terms.SEVERITY[one.severity]}"])
    blocks += [wrapped(paragraph, width) for paragraph in page.paragraphs]
    for title, example in (("Sai:", page.wrong), ("Đúng:", page.right)):
        blocks.append([_strong(title, colour=colour), *(f"{_INDENT}{line}".rstrip() for line in example.splitlines())])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def code_list(width: int, *, colour: bool) -> str:
    """All codes with their titles, by kind (the first digit)."""
    blocks = ["\n".join(_group(digit, codes, width, colour=colour)) for digit, codes in _kinds()]
    return "\n\n".join([*blocks, "Xem một mã: kehoach explain KH204"]) + "\n"


def _kinds() -> Iterator[tuple[str, list[str]]]:
    for kind, codes in groupby(all_rules(), key=lambda code: code[:3]):
        yield kind, list(codes)


def _group(kind: str, codes: list[str], width: int, *, colour: bool) -> Iterator[str]:
    yield _strong(terms.CODE_KIND[kind], colour=colour)
    for code in codes:
        one = all_rules()[code]
        severity = terms.SEVERITY[one.severity]
        title = f"{page_of(one.docstring).title} ({severity})"
        first, *rest = wrapped(title, width - len(code) - 4)
        yield f"  {code}  {first}"
        yield from (f"  {' ' * len(code)}  {line}" for line in rest)


def _strong(text: str, *, colour: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if colour else text
