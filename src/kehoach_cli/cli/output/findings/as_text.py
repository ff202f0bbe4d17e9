"""Write findings for people: place, severity, message, source line with carets, remedy."""

from collections.abc import Iterator, Mapping

from kehoach_cli.cli.output.findings.check_report import CheckReport
from kehoach_cli.cli.output.layout import text_width
from kehoach_cli.cli.output.printable import one_line
from kehoach_cli.diagnostics import LocatedFinding, Location
from kehoach_cli.vocabulary import terms

# Colour adds nothing to the words.
_COLOURS: Mapping[str, str] = {"error": "1;31", "warning": "1;33", "info": "1;36", "place": "1", "aside": "2"}
_MARGIN = "  "


class _Paint:
    """Colours text, or returns it unchanged."""

    def __init__(self, *, colour: bool) -> None:
        self._colour = colour

    def __call__(self, text: str, style: str) -> str:
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self._colour and text else text


def findings_text(report: CheckReport, *, width: int, colour: bool = False) -> str:
    """All findings and a summary line. Long source lines are cut to `width` columns around the span."""
    paint = _Paint(colour=colour)
    blocks = ["".join(f"{line}\n" for line in _block(item, width, paint)) for item in report.findings]
    return "".join(f"{block}\n" for block in blocks) + summary(report) + "\n"


def summary(report: CheckReport) -> str:
    """`Đã kiểm tra 4 tệp: 2 lỗi, 1 cảnh báo`."""
    of_plans = f" của {report.plans} kế hoạch" if report.plans > 1 else ""
    totals = [f"{count} {terms.SEVERITY[severity]}" for severity, count in report.counts.items() if count]
    silenced = f" (bỏ qua {report.silenced} theo khai báo)" if report.silenced else ""
    return f"Đã kiểm tra {len(report.files)} tệp{of_plans}: {', '.join(totals) or 'không có lỗi'}{silenced}"


def _block(item: LocatedFinding, width: int, paint: _Paint) -> Iterator[str]:
    finding = item.finding
    kind = f"{terms.SEVERITY[finding.severity]} {finding.code}"
    place = _place(item.location)
    yield f"{paint(place, 'place')}: {paint(kind, finding.severity)}: {one_line(finding.message)}"
    yield from _pointed(item, width, paint)
    yield f"{_MARGIN}→ {one_line(finding.remedy)}"
    for location, note in item.related:
        yield f"{_MARGIN}{paint('Xem', 'aside')} {_place(location)}: {one_line(note)}"
    yield paint(f"{_MARGIN}Xem thêm: kehoach explain {finding.code}", "aside")


def _place(location: Location) -> str:
    return f"{one_line(location.file)}:{location.start.line}:{location.start.column}"


def _pointed(item: LocatedFinding, width: int, paint: _Paint) -> Iterator[str]:
    """The source line, cut around the span if long, and carets below the span."""
    if not item.line.strip():
        return
    number = str(item.location.start.line)
    room = max(20, width - len(_MARGIN) - len(number) - len(" | ") - 2)  # and an ellipsis at either end
    shown, blank, carets = _cut(item, room)
    yield paint(f"{_MARGIN}{number} | ", "aside") + shown
    yield paint(f"{_MARGIN}{' ' * len(number)} | ", "aside") + " " * blank + paint("^" * carets, item.finding.severity)


def _cut(item: LocatedFinding, room: int) -> tuple[str, int, int]:
    """A piece of the line that fits, the columns before the span, and the columns of the span.

    A span that continues on the next line, or beyond the piece, ends with the piece.
    """
    line, (start, end) = one_line(item.line), item.location[1:]
    widths = [text_width(mark) for mark in line]
    first = start.column - item.line_start
    last = end.column - item.line_start if end.line == start.line else len(line)
    left, before = first, 0
    right, taken = first, 0
    if sum(widths) <= room:
        left, right = 0, len(line)
    else:
        while left > 0 and before + widths[left - 1] <= room // 3:
            left, before = left - 1, before + widths[left - 1]
        while right < len(line) and before + taken + widths[right] <= room:
            right, taken = right + 1, taken + widths[right]
        while left > 0 and before + taken + widths[left - 1] <= room:
            left, before = left - 1, before + widths[left - 1]
    opening = "…" if left > 0 or item.line_start > 1 else ""
    closing = "…" if right < len(line) else ""
    blank = len(opening) + sum(widths[left:first])
    return opening + line[left:right] + closing, blank, max(1, sum(widths[first : min(last, right)]))
