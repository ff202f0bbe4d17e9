"""Decode words typed in Telex without an active input method: `thuwcj hieenj` is `thực hiện`."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

Strength = Literal["strong", "weak", "possible"]

_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
# Longest first: they are replaced in this order.
_VOWELS = {"uwow": "ươ", "uow": "ươ", "uwo": "ươ", "aa": "â", "aw": "ă", "ee": "ê", "oo": "ô", "ow": "ơ", "uw": "ư"}
SYLLABLE = (
    r"(dd|ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnqrstvx])?([aeiouyw]+)([sfrxj]?)(ch|ng|nh|[cmnpt])?([sfrxj]?)"
)
# Every rime of Vietnamese, without tone.
_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
    uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu
"""
_RIME_SET = frozenset(_RIMES.split())
_NEVER_ENGLISH = ("uw", "iee", "yee", "uoo", "uaa", "oaa")


class TelexReading(NamedTuple):
    """The word meant, and how surely the letters are Telex.

    "strong": only Telex looks like this; "weak": an English word might; "possible": many English words do.
    """

    word: str
    strength: Strength


@lru_cache(maxsize=4096)
def read_telex(typed: str) -> TelexReading | None:
    """The Vietnamese syllable that these ASCII letters spell in Telex; None if they spell none or one without marks."""
    match = re.fullmatch(SYLLABLE, typed.lower())
    if match is None:
        return None
    initial, vowels, early, final, late = (part or "" for part in match.groups())
    tone = early or late
    marked = _marked(vowels)
    stopped = final in ("c", "ch", "p", "t")  # before these finals only s and j occur
    if (early and late) or marked + final not in _RIME_SET or (stopped and tone in ("f", "r", "x")):
        return None
    changed = marked != vowels or initial == "dd"
    if not changed and not tone:
        return None
    word = ("đ" if initial == "dd" else initial) + _toned(marked, tone, closed=bool(final)) + final
    return TelexReading(word.capitalize() if typed[0].isupper() else word, _strength(match, changed=changed))


def _strength(match: re.Match[str], *, changed: bool) -> Strength:
    initial, vowels, early, final, late = (part or "" for part in match.groups())
    tone = early or late
    if initial == "dd" or any(piece in vowels for piece in _NEVER_ENGLISH):
        return "strong"
    if changed and (tone in ("x", "j") or (tone in ("f", "r") and final) or (tone and "aa" in vowels)):
        return "strong"
    return "weak" if (changed and tone) or (tone == "j") or (tone in ("f", "r") and final) else "possible"


def _marked(vowels: str) -> str:
    for typed, marked in _VOWELS.items():
        vowels = vowels.replace(typed, marked)
    return vowels


def _toned(vowels: str, tone: str, *, closed: bool) -> str:
    """The vowels with the tone on the right one."""
    if not tone:
        return vowels
    special = [place for place, vowel in enumerate(vowels) if vowel in "âăêôơư"]
    place = special[-1] if special else len(vowels) - 1 if closed else max(0, len(vowels) - 2)
    bearing = unicodedata.normalize("NFC", vowels[place] + _TONES[tone])
    return vowels[:place] + bearing + vowels[place + 1 :]
