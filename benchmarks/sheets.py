"""What reading forms costs, against bare openpyxl reading equal sheets, and how it grows with the number of files.

    python -m benchmarks.sheets [ROUNDS]

Goals: reading takes at most 2 times as long as openpyxl, and 300 files at most 11 times as long as 30. Whole processes
are timed, with the start of Python and of the sandbox's child.
"""

import sys
import tempfile
from pathlib import Path

import xlsxwriter

from benchmarks.measure import PYTHON, Contestant, print_table, race

ROWS, COLUMNS = 60, 12
_KEHOACH = """\
import sys
from kehoach_cli.entering.table_files import read_grids
from kehoach_cli.tables.table_reader import TableReader
with TableReader() as reader:
    for path in sys.argv[1:]:
        assert len(read_grids(path, reader)[0].rows) == 61
"""
_OPENPYXL = """\
import sys
import openpyxl
for path in sys.argv[1:]:
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(path, data_only=True).active.iter_rows()]
    assert len(rows) == 61
"""


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as name:
        paths = [_form(Path(name) / f"{number}.xlsx", number) for number in range(300)]
        programs = {"kehoach": _KEHOACH, "openpyxl": _OPENPYXL}
        contestants = {
            f"{program} reads {count}": Contestant([PYTHON, "-c", code, *paths[:count]])
            for count in (30, 300)
            for program, code in programs.items()
        }
        timings = race(contestants, rounds)
    print_table(timings, "openpyxl reads 30")
    for count in (30, 300):
        ratio = timings[f"kehoach reads {count}"].median / timings[f"openpyxl reads {count}"].median
        print(f"reading {count}: {ratio:.2f} of openpyxl")
    growth = timings["kehoach reads 300"].median / timings["kehoach reads 30"].median
    print(f"300 files against 30: {growth:.1f}")


def _form(path: Path, number: int) -> str:
    with xlsxwriter.Workbook(path) as book:
        sheet, percent = book.add_worksheet("Chỉ tiêu"), book.add_format({"num_format": "0.0%"})
        for column in range(COLUMNS):
            sheet.write_string(0, column, f"Cột {column}")
        for row in range(1, ROWS + 1):
            for column in range(COLUMNS - 2):
                sheet.write_string(row, column, f"Tỷ lệ hồ sơ giải quyết trực tuyến {row} {column}")
            sheet.write_number(row, COLUMNS - 2, row + number / 8)
            sheet.write_number(row, COLUMNS - 1, row / 61, percent)
    return str(path)


if __name__ == "__main__":
    main()
