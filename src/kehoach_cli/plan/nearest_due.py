"""Find the wording of a deadline that somebody may have meant by one that cannot be read."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from itertools import chain, islice, product

from kehoach_cli.plan.composed import composed
from kehoach_cli.plan.due import DueError, parse_due
from kehoach_cli.plan.due_wordings import SOME_DATE, WORDING_OF_THE_YEAR, WORDINGS

_ROMAN = "i{1,3}|iv"  # figures are not mended
_MOST_SPELLINGS = 100
_LONGEST = 200
_SLIPS = (
    (re.compile(r"[/\\|](?: ?[/\\|])+|[\\|]"), "/"),  # Tháng 12//2026
    (re.compile(r"(?:[-–—] ?){2,}"), "-"),
    (re.compile(rf"(?i)\b([0-9]{{1,2}}|{_ROMAN}) ?[.,;:_-] ?([0-9]{{4}})\b"), r"\1/\2"),  # 9.2026
    (re.compile(r"(?<![0-9/])([0-9]{1,2}) ([0-9]{4})\b"), r"\1/\2"),  # 9 2026
    (re.compile(r"/ ?([0-9]{2})$"), r"/20\1"),  # 9/26
    (re.compile(r"([^\W\d_])([0-9])"), r"\1 \2"),  # tháng9
    (re.compile(r"([0-9])([^\W\d_])"), r"\1 \2"),
    (re.compile(r"(?i)\b(quý|quy)([iv])"), r"\1 \2"),
    (re.compile(r"^[^\w(]+"), ""),
    (re.compile(r"(?<=[\w).])[^\w).(]+$"), ""),
    (re.compile(r"(\([^()]*)$"), r"\1)"),
)
_OF_OTHERS = re.compile(
    rf"(?i)(?:ngay )?(?:sau khi|theo|khi|trong vòng) |(?!.*(?:{SOME_DATE}|h[ằà]ng |mỗi |thường ))(?:\S+ ){{5,}}\S"
)
_CONDITION = re.compile(r"(?i)\(| sau khi | khi có ")


def nearest_due(wording: str, year: int | None = None) -> str | None:
    """The nearest wording that `parse_due` reads; None if none is near. `year` is as there."""
    text = " ".join(composed(wording).split())
    if len(text) > _LONGEST:
        return None
    prefixed = (f"external: {text}",) if _OF_OTHERS.match(text) else ()
    for attempt in chain(_attempts(text), prefixed):
        try:
            return _as_written(parse_due(attempt, year).text)
        except DueError:
            continue
    return None


def _as_written(text: str) -> str:
    """With the quarters in Roman capitals, and a capital at the start of what has no prefix."""
    text = re.sub(rf"(?i)\b(?:{_ROMAN})\b", lambda roman: roman[0].upper(), text)
    text = re.sub(r"(?i)\b(q)uí\b", r"\1uý", text)
    return text if text.startswith("external") else text[:1].upper() + text[1:]


def _attempts(text: str) -> Iterator[str]:
    mended = text
    for slip, right in _SLIPS:
        mended = " ".join(slip.sub(right, mended).split())
        yield mended
    yield f"{mended} trở đi"  # từ năm 2026
    yield from _existing_days(mended)
    yield from islice(_spelled(mended), _MOST_SPELLINGS)
    yield from _parts(mended)


def _existing_days(text: str) -> Iterator[str]:
    """The last day of a month in place of one that it has not."""
    for day in ("30", "29", "28"):
        yield re.sub(r"\b(?:29|3[01])(?=/)", day, text)


def _spelled(text: str) -> Iterator[str]:
    """The text with words of deadlines in place of words that look like them, but for those of a condition."""
    condition = _CONDITION.search(text)
    end = condition.start() if condition else len(text)
    pieces = re.split(r"([^\W\d_]+)", text[:end])
    choices = [_alike(piece.lower(), piece) if place % 2 else (piece,) for place, piece in enumerate(pieces)]
    return ("".join(chosen) + text[end:] for chosen in product(*choices))


def _alike(word: str, typed: str) -> tuple[str, ...]:
    """What the word may be meant for: itself if it is known, then what differs in accents, then in letters."""
    known = _known_words()
    if re.fullmatch(_ROMAN, word):
        return (typed,)
    keys = dict.fromkeys([_bare(word), *get_close_matches(_bare(word), known, cutoff=0.6)])
    found = [each for key in keys for each in known.get(key, ())]
    others = [each for each in found if each != word]
    return (typed, *others) if word in found or not others else (*others, typed)


@cache
def _known_words() -> dict[str, list[str]]:
    """The words of all wordings, by their letters without accents."""
    patterns = re.sub(r"\(\?P<\w+>|\\.", " ", " ".join([*WORDINGS.values(), WORDING_OF_THE_YEAR]))
    words: dict[str, list[str]] = {}
    for word in dict.fromkeys(re.findall(r"[^\W\d_]+", patterns)):
        words.setdefault(_bare(word), []).append(word)
    return words


def _bare(word: str) -> str:
    """The word without accents; đ is d."""
    apart = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _parts(text: str) -> Iterator[str]:
    """The longest stretches of the text; what is left out has no word of deadlines and no figure."""
    words, known = text.split(), {"giữa", *(word for alike in _known_words().values() for word in alike)}
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            if all(word.isalpha() and word.lower() not in known for word in words[:start] + words[start + length :]):
                yield " ".join(words[start : start + length])
