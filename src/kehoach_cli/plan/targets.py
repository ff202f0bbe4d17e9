"""Parse a target as annexes write it: `≥ 80`, `trên 90%`, `40 - 50`, `duy trì 100%`, `giảm 20%`, or in words.

`80` and `đạt 80%` are a bare value: the indicator's direction says whether it is the least or the most. A text that
neither begins with a figure nor with a word of a bound is a target in words, which somebody judges as met or not met.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from kehoach_cli.plan.composed import composed
from kehoach_cli.plan.figures import AmbiguousFigure, FigureError, parse_figure
from kehoach_cli.plan.values import Bound, Target

TargetFault = Literal["nothing", "reversed", "two_bounds", "unreadable"]
WORDS_MET = Decimal(1)  # both ends of a target in words: the verdict "met"

_RANK, _AMONG = "(?:top|nhóm|hạng|thứ|thứ hạng)", "(?:(?:thuộc|trong|đứng|nằm|vào|xếp) )*+"
# Each sign or word of a bound: which, and whether it excludes the figure itself.
_BOUNDS: tuple[tuple[str, Bound, bool], ...] = (
    ("≥|⩾|>=|=>|tối thiểu|ít nhất|không dưới|không thấp hơn|không ít hơn|(?:tăng|nâng) lên", "at_least", False),
    ("≤|⩽|<=|=<|không quá|không vượt quá|không cao hơn|không nhiều hơn|tối đa|cao nhất", "at_most", False),
    ("(?:lớn|cao|nhiều) hơn hoặc bằng", "at_least", False),
    ("(?:nhỏ|thấp|ít) hơn hoặc bằng|giảm (?:xuống còn|xuống|còn)", "at_most", False),
    (">|trên|hơn|lớn hơn|cao hơn|nhiều hơn|vượt", "at_least", True),
    ("<|dưới|thấp hơn|nhỏ hơn|ít hơn", "at_most", True),
    (_RANK, "at_most", False),
)
_LEAD = "(?:(?:đạt|phấn đấu|hoàn thành|mức|từ|ở mức|là|bằng) )*+"
_SIGNS = [*_BOUNDS[:-1], (f"{_AMONG}{_RANK}", *_BOUNDS[-1][1:])]
_FIGURE = r"[-+\u2212]?[0-9][0-9.,]*"
_START = re.compile(
    rf"{_LEAD}(?P<maintain>(?:tiếp tục )?(?:duy trì|giữ vững|giữ) )?{_LEAD}"
    rf"(?:(?P<relative>tăng|giảm) (?:thêm )?)?{_LEAD}"
    rf"(?:{'|'.join(f'(?P<b{place}>{words})' for place, (words, _, _) in enumerate(_SIGNS))})? ?{_LEAD}"
    rf"(?P<low>{_FIGURE})(?: ?%)?(?: ?(?:-|–|—|~|÷|đến) ?(?P<high>{_FIGURE})(?: ?%)?)?(?P<rest>(?s:.*))"
)
_TYPED = re.compile(rf"{_LEAD}(?:[-+\u2212]?[0-9]|[≥≤<>=%])")
_ANOTHER = re.compile(
    rf"[≥≤<>]|[;,] ?[0-9]|[0-9] ?%|(?:{'|'.join(words for words, _, _ in _BOUNDS)}) ?[0-9]"
    r"|^ ?(?:và|hoặc|hay|lên|xuống|còn) [0-9]"  # `từ 80 lên 90`; but `dịch vụ mức độ 3 và 4`
)
_REST = re.compile(r"(?! ?[0-9±×])(?:[ ;,(/].*)?")  # a blank parts no thousands
_OF_HOW_MANY = re.compile(r"/ ?[0-9]")  # `top 10/63`, but no fraction
# `80 điểm trở lên`: at most three words of a unit lie between; after a `%` they say of what: `80% cấp phòng trở lên`.
_ONWARD = re.compile(r" ?(?P<unit>(?:[^\W\d]+ ){0,3})trở (?P<side>lên|xuống)(?=$|[ ;,(])")
_SIDES: Mapping[str, Bound] = {"lên": "at_least", "xuống": "at_most"}
_RANKED = re.compile(rf"\b{_RANK} ?[0-9]")


class TargetError(ValueError):
    """The text is no target; `fault` says why."""

    def __init__(self, text: str, fault: TargetFault) -> None:
        super().__init__(text)
        self.fault = fault


@lru_cache(maxsize=4096)
def parse_target(wording: str) -> Target:
    """Parse a target in the plan's words. Ignores case, Unicode form and runs of blanks.

    Raises:
        TargetError: it begins with a figure or a bound and goes on otherwise than a target does.
    """
    text = " ".join(composed(wording).split())
    found = _START.fullmatch(text.lower())
    if found is None:
        if not text.strip("-–—"):
            raise TargetError(wording, "nothing")
        if _TYPED.match(text.lower()):
            raise TargetError(wording, "unreadable")
        return Target(WORDS_MET, WORDS_MET, "words", text=text)
    bound, strict = next(((kind, excluded) for place, (_, kind, excluded) in _PLACED if found[place]), (None, False))
    rest = text[found.start("rest") :].rstrip(" .;,")
    named_rank = _RANKED.search(text.lower()) is not None
    onward = _ONWARD.match(rest.lower())
    if onward and not (onward["unit"] and "%" in text):
        side = _SIDES[onward["side"]]
        bound = _OPPOSITE[side] if named_rank else side  # `hạng 30 trở lên`: the 30th or a better one
        unit = rest[onward.start("unit") : onward.end("unit")].rstrip()
        rest = (f" {unit}" if unit else "") + rest[onward.end() :]
    signed = found["relative"] is not None and not found["low"][0].isdigit()  # `giảm -5`
    if (
        signed
        or not _REST.fullmatch(rest)
        or (named_rank and "%" in text)
        or (_OF_HOW_MANY.match(rest) and not named_rank)
    ):
        raise TargetError(wording, "unreadable")
    if _ANOTHER.search(rest.lower()):
        raise TargetError(wording, "two_bounds")
    low, high = _figure(found["low"], wording), _figure(found["high"] or found["low"], wording)
    if low > high:
        raise TargetError(wording, "reversed")
    if found["relative"] == "giảm":
        low, high, bound = -high, -low, _OPPOSITE.get(bound, "at_most" if low == high else None)
    rises = found["relative"] == "tăng" or found["low"].startswith("+")
    return Target(
        low,
        high,
        bound or ("at_least" if rises and low == high else None),
        strict=strict,
        maintain=found["maintain"] is not None,
        relative=rises or found["relative"] is not None,
        text=text,
        remark=rest.lstrip(" ;,") or None,
    )


_OPPOSITE: Mapping[Bound | None, Bound] = {"at_least": "at_most", "at_most": "at_least"}
_PLACED = tuple((f"b{place}", each) for place, each in enumerate(_BOUNDS))


def ranked(target: Target) -> bool:
    """Whether the words speak of a rank: `top 15`, `thuộc nhóm 15 tỉnh dẫn đầu`."""
    return target.text is not None and bool(_RANKED.search(target.text.lower()))


def _figure(text: str, wording: str) -> Decimal:
    """In an annex a dot parts thousands: `1.000`."""
    try:
        return parse_figure(text.rstrip(".,"))
    except AmbiguousFigure:
        return Decimal(text.rstrip(".,").replace("\u2212", "-").replace(".", ""))
    except FigureError:
        raise TargetError(wording, "unreadable") from None
