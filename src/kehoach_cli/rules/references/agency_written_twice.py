"""Hai bản ghi có vẻ là cùng một cơ quan

Một cơ quan thường được viết nhiều cách: Sở LĐTB&XH, Sở Lao động - Thương binh và Xã hội. Nhập thành hai cơ quan thì
việc của nó bị chia đôi trong mọi bảng. Hai tên có cùng các chữ cái đầu, một tên viết tắt, thì được nêu ra để xem
lại.

Sai:
    - {id: SLDTBXH, name: Sở Lao động - Thương binh và Xã hội, short_name: Sở LĐ-TB&XH}
    - {id: SLDXH, name: Sở LĐTBXH tỉnh, short_name: Sở LĐTBXH}

Đúng:
    - id: SLDTBXH
      name: Sở Lao động - Thương binh và Xã hội
      short_name: Sở LĐ-TB&XH
      aliases: [Sở LĐTBXH]
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kehoach_cli.diagnostics import FieldRef, Problem, Related, Severity
from kehoach_cli.plan.agencies import name_key
from kehoach_cli.plan.agency import Agency
from kehoach_cli.rules.references.shared_name import names_of
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import record_words

SEVERITY: Severity = "warning"

_WORD = re.compile(r"[^\W_]+")
_LINKING = {"và", "của", "về"}
_FEWEST_LETTERS = 3
_MOST_COMPARED = 10  # names with the same initials: comparing thousands pairwise takes too long


class _NameShape(NamedTuple):
    """The letters of a name: `Sở TT&TT` has the initials `stttt`, and only the word `sở` is written out."""

    initials: str
    written_out: frozenset[str]
    abbreviated: bool


class _FoundName(NamedTuple):
    agency: Agency
    name: str
    shape: _NameShape
    at: FieldRef


def check(subject: Subject) -> Iterator[Problem]:
    known: dict[str, list[_FoundName]] = {}
    reported: set[tuple[str, str]] = set()
    for agency in subject.plan.agencies:
        for name, path in names_of(agency):
            if path == ("id",) or len((shape := _shape(name)).initials) < _FEWEST_LETTERS:
                continue
            found = _FoundName(agency, name, shape, subject.at(agency, *path))
            alike = known.setdefault(shape.initials, [])
            for other in alike:
                pair = (other.agency.id, agency.id)
                if pair not in reported and _same_body(other, found) and not _same_name(other.agency, name):
                    reported.add(pair)
                    yield _finding(other, found)
            if len(alike) < _MOST_COMPARED:
                alike.append(found)


@lru_cache(maxsize=4096)
def _shape(name: str) -> _NameShape:
    initials: list[str] = []
    written_out: set[str] = set()
    abbreviated = False
    for word in _WORD.findall(name):
        if len(word) > 1 and word.isupper():
            initials.append(word.casefold())
            abbreviated = True
        elif word.casefold() not in _LINKING:
            initials.append(word[0].casefold())
            written_out.add(word.casefold())
    return _NameShape("".join(initials), frozenset(written_out), abbreviated)


def _same_body(one: _FoundName, other: _FoundName) -> bool:
    """Whether one name may be short for the other: the other writes out all words that it writes out."""
    return one.name != other.name and (_short_for(one.shape, other.shape) or _short_for(other.shape, one.shape))


def _short_for(short: _NameShape, long: _NameShape) -> bool:
    return short.abbreviated and short.written_out <= long.written_out


def _same_name(agency: Agency, name: str) -> bool:
    """Whether the agency has exactly this name (KH304's finding)."""
    return name_key(name) in {name_key(known) for known, _ in names_of(agency)}


def _finding(first: _FoundName, here: _FoundName) -> Problem:
    return Problem(
        f"{record_words.quoted(here.name)} có vẻ là cách viết khác của {record_words.quoted(first.name)} "
        f"({first.agency.id})",
        f"Nếu là một cơ quan thì chuyển tên này vào aliases của {first.agency.id} và bỏ bản ghi {here.agency.id}; "
        "nếu không thì viết đủ tên",
        here.at,
        related=(Related(first.at, f"tên của {first.agency.id}"),),
    )
