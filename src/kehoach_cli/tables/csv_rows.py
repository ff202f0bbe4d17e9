"""Rows of a CSV table, as spreadsheets save it in any language: parted by commas, semicolons or tabs."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.typed import Typed, field_of
from kehoach_cli.yaml.text import SourceText

_DELIMITERS = ",;\t"


def csv_rows(source: SourceText, keys: Sequence[str]) -> Iterator[Typed]:
    """Rows below a line of headings, separated by whichever of comma, semicolon and tab parts the headings most."""
    first_line = source.text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    reader = csv.reader(StringIO(source.text, newline=""), delimiter=delimiter, strict=True)
    headings: list[str] | None = None
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            label = f"{source.name}:{reader.line_num}"
            if headings is None:
                headings = [field_of(cell, keys, label) for cell in cells]
                _require_columns(headings, keys, label)
            elif len(cells) > len(headings) and any(cell.strip() for cell in cells[len(headings) :]):
                raise UsageProblem(
                    f"{label}: dòng có nhiều ô hơn dòng tiêu đề; ô có dấu «{delimiter}» thì đặt trong dấu nháy kép"
                )
            else:
                yield Typed(
                    {key: cell.strip() for key, cell in zip(headings, cells, strict=False) if cell.strip()}, label
                )
    except csv.Error:
        raise UsageProblem(
            f"{source.name}:{reader.line_num}: dấu nháy kép trong dòng không khép; sửa dòng đó, hoặc lưu lại dạng CSV"
        ) from None


def _require_columns(headings: list[str], keys: Sequence[str], label: str) -> None:
    repeated = [key for key in headings if headings.count(key) > 1]
    if repeated:
        raise UsageProblem(f"{label}: cột {repeated[0]} xuất hiện hai lần; giữ lại một cột")
    missing = [key for key in ("id", keys[0], "date") if key not in headings]
    if missing:
        raise UsageProblem(f"{label}: dòng tiêu đề thiếu cột {', '.join(missing)}")
