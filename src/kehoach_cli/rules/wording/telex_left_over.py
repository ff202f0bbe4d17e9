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

from kehoach_cli.diagnostics import Finding, Severity
from kehoach_cli.rules.rule import Subject
from kehoach_cli.rules.texts import Hit, TextField
from kehoach_cli.rules.wording.telex import SYLLABLE, Reading, read_telex

CODE = "KH604"
SEVERITY: Severity = "warning"

# A letter typed twice, or a w: what all Telex beyond doubt has in it.
_CLUES = ("dd", "Dd", "DD", "aa", "ee", "oo", "aw", "ow", "uw")
_CLUE = re.compile("|".join(_CLUES))
# A word that may be a syllable typed in Telex, outside of addresses, paths and names of files: a dot before a blank
# ends a sentence, a dot before a letter does not.
_TYPED = re.compile(rf"(?<![^\W\d_])(?<![@/\\_-])(?<!\w\.){SYLLABLE}(?![^\W\d_])(?![@/\\_-]|\.\w)", re.IGNORECASE)
_LONGEST_SHOWN = 8  # words
_KEY_AT_END = re.compile(r"[fjw](?!\w)")
_ENDS_IN_KEY = re.compile(r"(?<!\w)[^\W\d_]{2,9}[fjw](?!\w)")  # after an accent its key once more: điềuf


def check(subject: Subject) -> Iterator[Finding]:
    texts = subject.texts
    for hit in texts.first_hits(_CLUE) if texts.hold(*_CLUES) else ():
        found = _left_over(hit.field)
        if found:
            run, meant = found
            yield Finding(
                CODE,
                SEVERITY,
                f"Chữ «{run.field.text[run.start : run.end]}» gõ Telex chưa thành dấu",
                f"Có phải là «{meant}»? Gõ lại khi bộ gõ tiếng Việt đang bật",
                subject.at_text(run),
            )
    for hit in texts.first_hits(_KEY_AT_END):
        word = next((word for word in _ENDS_IN_KEY.finditer(hit.field.text) if not word[0].isascii()), None)
        if word:
            yield Finding(
                CODE,
                SEVERITY,
                f"Chữ «{word[0]}» thừa phím dấu ở cuối",
                f"Có phải là «{word[0][:-1]}»? Xóa chữ cái thừa ở cuối",
                subject.at_text(Hit(hit.field, *word.span())),
            )


def _left_over(field: TextField) -> tuple[Hit, str] | None:
    """The first run of words that are Telex beyond doubt, and what they were meant to be."""
    run: list[tuple[re.Match[str], Reading]] = []
    for word in _TYPED.finditer(field.text):
        reading = read_telex(word[0])
        if reading and (not run or _joined(field.text, run[-1][0], word)):
            run.append((word, reading))
            continue
        if _certain(run):
            break
        run = [(word, reading)] if reading else []
    if not _certain(run):
        return None
    shown = run[:_LONGEST_SHOWN]
    meant = " ".join(reading.word for _, reading in shown)
    return Hit(field, shown[0][0].start(), shown[-1][0].end()), meant


def _certain(run: list[tuple[re.Match[str], Reading]]) -> bool:
    strengths = [reading.strength for _, reading in run]
    return "strong" in strengths or strengths.count("weak") > 1


def _joined(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return text[one.end() : other.start()] == " "
