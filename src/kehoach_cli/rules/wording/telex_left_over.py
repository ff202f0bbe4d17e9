"""Chữ gõ Telex chưa thành dấu

Quên bật bộ gõ thì «thực hiện» thành «thuwcj hieenj», và lỗi này đi thẳng vào báo cáo. Chỉ những chữ không thể là
tiếng Anh hay chữ viết tắt mới được nêu.

Sai:
    name: Thuwcj hieenj số hóa hồ sơ

Đúng:
    name: Thực hiện số hóa hồ sơ
"""

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Severity
from kehoach_cli.rules.rule import Subject
from kehoach_cli.rules.texts import TextField, TextSpan
from kehoach_cli.rules.wording.telex import SYLLABLE, TelexReading, read_telex

SEVERITY: Severity = "warning"

# A doubled letter, or a w: every word that is surely Telex contains one of these.
_TELEX_PAIRS = ("dd", "Dd", "DD", "aa", "ee", "oo", "aw", "ow", "uw")
_TELEX_PAIR = re.compile("|".join(_TELEX_PAIRS))
# A word that may be a syllable typed in Telex, outside addresses, paths and file names. A dot before a blank ends a
# sentence; a dot before a letter is part of a name.
_WORD = re.compile(rf"(?<![^\W\d_])(?<![@/\\_-])(?<!\w\.){SYLLABLE}(?![^\W\d_])(?![@/\\_-]|\.\w)", re.IGNORECASE)
_LONGEST_SHOWN = 8  # words
_FINAL_KEY = re.compile(r"[fjw](?!\w)")
_FINAL_KEY_WORD = re.compile(r"(?<!\w)[^\W\d_]{2,9}[fjw](?!\w)")  # an accented word and its tone key again: điềuf


def check(subject: Subject) -> Iterator[Problem]:
    texts = subject.texts
    for span in texts.first_matches(_TELEX_PAIR) if texts.contain(*_TELEX_PAIRS) else ():
        found = _first_telex_run(span.field)
        if found:
            run, meant = found
            yield Problem(
                f"Chữ «{run.field.text[run.start : run.end]}» gõ Telex chưa thành dấu",
                f"Có phải là «{meant}»? Gõ lại khi bộ gõ tiếng Việt đang bật",
                subject.at_text(run),
            )
    for span in texts.first_matches(_FINAL_KEY):
        word = next((word for word in _FINAL_KEY_WORD.finditer(span.field.text) if not word[0].isascii()), None)
        if word:
            yield Problem(
                f"Chữ «{word[0]}» thừa phím dấu ở cuối",
                f"Có phải là «{word[0][:-1]}»? Xóa chữ cái thừa ở cuối",
                subject.at_text(TextSpan(span.field, *word.span())),
            )


def _first_telex_run(field: TextField) -> tuple[TextSpan, str] | None:
    """The first run of words that is surely Telex, and the words meant."""
    run: list[tuple[re.Match[str], TelexReading]] = []
    for word in _WORD.finditer(field.text):
        reading = read_telex(word[0])
        if reading and (not run or _adjacent(field.text, run[-1][0], word)):
            run.append((word, reading))
            continue
        if _is_surely_telex(run):
            break
        run = [(word, reading)] if reading else []
    if not _is_surely_telex(run):
        return None
    shown = run[:_LONGEST_SHOWN]
    meant = " ".join(reading.word for _, reading in shown)
    return TextSpan(field, shown[0][0].start(), shown[-1][0].end()), meant


def _is_surely_telex(run: list[tuple[re.Match[str], TelexReading]]) -> bool:
    strengths = [reading.strength for _, reading in run]
    return "strong" in strengths or strengths.count("weak") > 1


def _adjacent(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return text[one.end() : other.start()] == " "
