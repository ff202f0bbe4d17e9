"""Findings as text: where, how grave, what is wrong, the line itself with the place pointed at, what to do."""

from collections import Counter
from collections.abc import Iterator, Sequence

from kehoach_cli.cli.checking import LocatedFinding
from kehoach_cli.cli.output.layout import text_width
from kehoach_cli.vocabulary import terms

LONGEST_LINE = 100
_CONTROLS = {code: "�" for code in (*range(32), *range(127, 160)) if code != 9}


def findings_text(findings: Sequence[LocatedFinding], files: int) -> str:
    """All findings and a summary line."""
    return "".join([f"{_block(item)}\n" for item in findings]) + summary(findings, files) + "\n"


def printable(text: str) -> str:
    """The text with control characters replaced, so that data can never drive the terminal."""
    return text.translate(_CONTROLS)


def summary(findings: Sequence[LocatedFinding], files: int) -> str:
    counts = Counter(item.finding.severity for item in findings)
    if not counts:
        return f"Đã kiểm tra {files} tệp: không có lỗi"
    said = [f"{counts[name]} {terms.SEVERITY[name]}" for name in ("error", "warning", "info") if counts[name]]
    return f"Đã kiểm tra {files} tệp: {', '.join(said)}"


def _block(item: LocatedFinding) -> str:
    finding, start = item.finding, item.location.start
    head = f"{item.location.file}:{start.line}:{start.column}: {terms.SEVERITY[finding.severity]} {finding.code}: "
    lines = [head + finding.message, *_pointed(item), f"  → {finding.remedy}"]
    lines += [f"  {place.file}:{place.start.line}:{place.start.column}: {text}" for place, text in item.related]
    return "".join(f"{printable(line)}\n" for line in lines)


def _pointed(item: LocatedFinding) -> Iterator[str]:
    """The source line and a line of carets below the span; a long line is cut around it."""
    line, start, end = item.line.replace("\t", " "), item.location.start, item.location.end
    if not line.strip():
        return
    first = start.column - 1
    last = end.column - 1 if end.line == start.line else len(line)
    cut = max(0, min(first - LONGEST_LINE // 2, len(line) - LONGEST_LINE))
    shown = line[cut : cut + LONGEST_LINE]
    prefix, suffix = "…" if cut else "", "…" if cut + LONGEST_LINE < len(line) else ""
    before, within = line[cut:first], line[first : min(last, cut + LONGEST_LINE)]
    number = str(start.line)
    yield f"  {number} | {prefix}{shown}{suffix}"
    blank = " " * (len(prefix) + text_width(before))
    yield f"  {' ' * len(number)} | {blank}{'^' * max(1, text_width(within))}"
