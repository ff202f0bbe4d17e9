"""The regular expressions of the program, and text made to keep each of them busy.

A pattern is slow on text that matches one of its repeats over and over and then fails. Such text is made from the
pattern itself: what stands before a repeat, the repeated piece many times, and an end that does not fit.
"""

import ast
import importlib
import re
import sys
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from kehoach_cli.plan.due_wordings import POINTS, POINTS_OF_THE_YEAR, WORDING_OF_THE_YEAR, WORDINGS
from tests.support.limits import end_in_time, in_time

_WORDINGS = (*WORDINGS.values(), WORDING_OF_THE_YEAR, *POINTS, *POINTS_OF_THE_YEAR)
Pattern = re.Pattern[str] | re.Pattern[bytes]
METHODS = ("match", "fullmatch", "search", "sub", "split", "findall", "finditer")
_ENDS = ("", "\0", "!", "\n", "a")
_SIGNS = " a1-./A\t\u00a0x,#<{}\"'\\«ế\n:"
_NAMED = (codes.LITERAL, codes.RANGE)
_CLASSES = {
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}


class Use(NamedTuple):
    """A pattern and how it is asked, with one place that does so: `module:line`, or `module.NAME`."""

    place: str
    pattern: Pattern
    method: str


def uses(source: Path) -> Iterator[Use]:
    """Every pattern below the folder of the package, as each place asks it.

    One that is held in a table, or handed on, is taken as searched for.
    """
    found: dict[tuple[Pattern, str], str] = {}
    unasked: dict[Pattern, str] = {}
    for path in sorted(source.rglob("*.py")):
        name = ".".join(path.relative_to(source.parent).with_suffix("").parts).removesuffix(".__init__")
        values = vars(importlib.import_module(name)) if path.name != "__main__.py" else {}
        for key, value in values.items():
            unasked |= dict.fromkeys(_held(value), f"{name}.{key}")
        for call in ast.walk(ast.parse(path.read_text())):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in METHODS:
                for pattern in _asked(call, call.func, values):
                    found.setdefault((pattern, call.func.attr), f"{name}:{call.lineno}")
    for (pattern, method), place in found.items():
        unasked.pop(pattern, None)
        yield Use(place, pattern, method)
    for pattern, place in unasked.items():
        yield Use(place, pattern, "search")


def _held(value: object) -> Iterator[Pattern]:
    match value:
        case re.Pattern():
            yield value
        case tuple() | list():
            for item in value:
                yield from _held(item)
        case dict():
            yield from _held(list(value.values()))


def _asked(call: ast.Call, function: ast.Attribute, values: dict[str, object]) -> Iterator[Pattern]:
    known = values.get(ast.unparse(function.value))
    if known is not re:
        yield from _held(known)
    elif isinstance(call.args[0], ast.Constant):
        yield re.compile(ast.literal_eval(call.args[0]))
    else:
        written = values.get(ast.unparse(call.args[0]))
        texts = [written] if isinstance(written, str) else _WORDINGS if function.attr == "fullmatch" else []
        yield from map(re.compile, texts)  # the wordings of a deadline are tried one by one


def worst_texts(pattern: Pattern, length: int) -> set[str]:
    """Texts of about so many letters."""
    written = pattern.pattern.decode() if isinstance(pattern.pattern, bytes) else pattern.pattern
    tree = parser.parse(written, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags)
    texts = {sign * length for sign in _SIGNS}
    whole = _example(tree, 0)
    pieces = [("", whole), ("", whole[:-1]), ("", f"{whole}!"), *_repeats(tree, "")]
    for before, piece in pieces:
        if piece:
            texts |= {start + piece * (length // len(piece)) + end for start in ("", before) for end in _ENDS}
            texts.add((before + piece) * (length // len(before + piece)))
    return texts


def _repeats(tree: parser.SubPattern, before: str) -> Iterator[tuple[str, str]]:
    """What stands before each repeat, and what it repeats, in three readings."""
    for code, value in tree:
        match code:
            case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
                yield from ((before, _example(value[2], reading)) for reading in range(3))
                yield from _repeats(value[2], before)
            case codes.SUBPATTERN:
                yield from _repeats(value[3], before)
            case codes.BRANCH:
                for branch in value[1]:
                    yield from _repeats(branch, before)
        before += _one(code, value, 0)


def _example(tree: parser.SubPattern, reading: int) -> str:
    return "".join(_one(code, value, reading) for code, value in tree)


def _one(code: object, value: object, reading: int) -> str:
    writers: dict[object, Callable[..., str]] = {
        codes.LITERAL: chr,
        codes.NOT_LITERAL: lambda sign: "x" if sign != ord("x") else "y",
        codes.ANY: lambda _: "a",
        codes.IN: lambda members: _member(members, reading),
        codes.BRANCH: lambda branches: _example(branches[1][reading % len(branches[1])], reading),
        codes.SUBPATTERN: lambda group: _example(group[3], reading),
        codes.MAX_REPEAT: lambda repeat: _example(repeat[2], reading) * max(repeat[0], 1),
    }
    writers[codes.MIN_REPEAT] = writers[codes.POSSESSIVE_REPEAT] = writers[codes.MAX_REPEAT]
    return writers[code](value) if code in writers else ""


def _member(members: list[tuple[object, Any]], reading: int) -> str:
    """A sign that belongs to the set."""
    negated = members[0][0] is codes.NEGATE
    firsts = [value if code is codes.LITERAL else value[0] for code, value in members if code in _NAMED]
    signs = _SIGNS if negated else _SIGNS + "".join(map(chr, firsts))
    inside = [sign for sign in signs if any(_holds(code, value, sign) for code, value in members) != negated]
    return inside[reading % len(inside)]


def _holds(code: object, value: Any, sign: str) -> bool:
    match code:
        case codes.LITERAL:
            return bool(ord(sign) == value)
        case codes.RANGE:
            return bool(value[0] <= ord(sign) <= value[1])
        case codes.CATEGORY:
            return re.match(_CLASSES[value], sign) is not None
    return False


LENGTH = 300_000
SHORT = {  # what these meet is no longer, in letters
    "kehoach_cli.loading.ignore_comments": 1_000,
    "kehoach_cli.loading.schema.due_pattern": 200,  # the patterns of due_wordings.py, not text from outside
    "kehoach_cli.plan.due": 5_000,  # a file's deadline has 200 at most; thousands of texts are made for each pattern
    "kehoach_cli.plan.due_reading": 200,
    "kehoach_cli.plan.due_wordings": 200,
    "kehoach_cli.plan.nearest_due": 200,  # no longer wording is looked at
}


def main() -> None:
    """Ask each pattern about its worst texts; the process is killed in the midst of one that takes ten seconds."""
    for use in uses(Path(__file__).parents[2] / "src/kehoach_cli"):
        sys.stderr.write(f"{use.place} {use.method} {use.pattern.pattern!a}\n")
        end_in_time()
        for text in worst_texts(use.pattern, SHORT.get(use.place.partition(":")[0], LENGTH)):
            _ask(use, text)
        in_time()


def _ask(use: Use, text: str) -> None:
    subject = text.encode() if isinstance(use.pattern.pattern, bytes) else text
    answer = getattr(use.pattern, use.method)(*([subject[:0]] if use.method == "sub" else []), subject)
    if use.method == "finditer":
        deque(answer, maxlen=0)


if __name__ == "__main__":
    main()
