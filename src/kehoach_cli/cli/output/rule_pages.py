"""Write the page of one code, or the list of all codes, for a terminal."""

from collections.abc import Iterator
from itertools import groupby

from kehoach_cli.cli.output.layout import wrapped
from kehoach_cli.rules.page import page_of
from kehoach_cli.rules.registry import MODULES, rule
from kehoach_cli.vocabulary import terms

WIDEST = 100
_INDENT = "    "


def code_page(code: str, width: int, *, colour: bool) -> str:
    """The code's title, severity, explanation and examples, at most WIDEST columns wide."""
    one = rule(code)
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
    for kind, codes in groupby(MODULES, key=lambda code: code[:3]):
        yield kind, list(codes)


def _group(kind: str, codes: list[str], width: int, *, colour: bool) -> Iterator[str]:
    yield _strong(terms.CODE_KIND[kind], colour=colour)
    for code in codes:
        one = rule(code)
        severity = terms.SEVERITY[one.severity]
        title = f"{page_of(one.docstring).title} ({severity})"
        first, *rest = wrapped(title, width - len(code) - 4)
        yield f"  {code}  {first}"
        yield from (f"  {' ' * len(code)}  {line}" for line in rest)


def _strong(text: str, *, colour: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if colour else text
