"""Draw charts as lines of text, with marks that differ without colour."""

from decimal import Decimal
from itertools import pairwise

from kehoach_cli.cli.output.layout import text_width, wrapped
from kehoach_cli.reports.pages import Chart, Point
from kehoach_cli.vocabulary import wording

HEIGHT = 9
WIDEST = 120
LEAST_COLUMNS = 12
MEASURED, HOLLOW, BETWEEN, LEVEL, MILESTONE = "●", "○", "·", "┄", "◇"


def chart_lines(chart: Chart, width: int) -> list[str]:
    """The chart in at most `width` columns; empty if that is too narrow."""
    rows = _Rows(chart)
    left = max(map(len, rows.figures.values()))
    right = max(map(text_width, rows.labels.values()), default=0)
    columns = min(width, WIDEST) - left - 2 - right - 1
    if columns < LEAST_COLUMNS:
        return []
    grid = _grid(chart, rows, columns)
    lines = []
    for row in range(HEIGHT):
        axis = "┤" if row in rows.figures else "│"
        lines.append(
            f"{rows.figures.get(row, ''):>{left}} {axis}{''.join(grid[row])} {rows.labels.get(row, '')}".rstrip()
        )
    first, last = wording.day(chart.first), wording.day(chart.last)
    lines.append(f"{'':{left}} └{'─' * columns}")
    lines.append(f"{'':{left}}  {first}{last:>{columns - len(first)}}")
    return [*lines, *(f"{'':{left}}  {line}" for line in wrapped(_legend(chart), width - left - 2))]


def _legend(chart: Chart) -> str:
    hollow = any(point.hollow for point in chart.points)
    measured = any(not point.hollow for point in chart.points)
    parts = [f"{HOLLOW} hiện trạng"] if hollow else []
    parts += [f"{MEASURED} kết quả"] if measured else []
    parts += [f"{MILESTONE} mốc"] if chart.milestones else []
    parts += [f"{LEVEL} mức phấn đấu"] if chart.levels else []
    return "   ".join(parts)


class _Rows:
    """Map values to rows, counted from the top; holds the figures and labels beside the rows."""

    def __init__(self, chart: Chart) -> None:
        values = [point.value for point in (*chart.points, *chart.milestones)]
        values += [level.value for level in chart.levels]
        self.low, self.high = min(values), max(values)
        self.figures: dict[int, str] = {}
        self.labels: dict[int, str] = {}
        for value in (self.low, self.high, *(level.value for level in chart.levels)):
            self.figures[self.of(value)] = wording.number(value)
        for level in chart.levels:
            row = self.of(level.value)
            label = self.labels.get(row)
            self.labels[row] = f"{label}, {level.label}" if label else level.label

    def of(self, value: Decimal) -> int:
        if self.low == self.high:
            return HEIGHT // 2
        return round((self.high - value) / (self.high - self.low) * (HEIGHT - 1))


def _grid(chart: Chart, rows: _Rows, columns: int) -> list[list[str]]:
    grid = [[" "] * columns for _ in range(HEIGHT)]
    for row in rows.labels:
        grid[row] = [LEVEL] * columns
    span = max(1, (chart.last - chart.first).days)

    def column_of(point: Point) -> int:
        return (point.date - chart.first).days * (columns - 1) // span

    places = [(column_of(point), point) for point in chart.points]
    for (start, before), (end, after) in pairwise(places):
        for column in range(start + 1, end):
            share = Decimal(column - start) / (end - start)
            grid[rows.of(before.value + (after.value - before.value) * share)][column] = BETWEEN
    for point in chart.milestones:
        grid[rows.of(point.value)][column_of(point)] = MILESTONE
    for column, point in places:
        grid[rows.of(point.value)][column] = _mark(point)
    return grid


def _mark(point: Point) -> str:
    return HOLLOW if point.hollow else MEASURED
