"""Read the tables of a file that a person names, or of standard input."""

import sys
from pathlib import Path

from kehoach_cli.storage.naming import shown_path
from kehoach_cli.tables.grid import Grid
from kehoach_cli.tables.table_reader import TABLE_FILE, TableReader, as_usage_problem, grids_in
from kehoach_cli.yaml.faults import FileFault
from kehoach_cli.yaml.text import read_bytes

STANDARD_INPUT = "-"
_MAX_FILE = 20 * 1024 * 1024  # as much as the sandbox opens; text is held to less


def read_grids(path: str, reader: TableReader) -> list[Grid]:
    """The tables of a file, or of standard input for `-`.

    Raises:
        UsageProblem: as `grids_in`; or the path leads to no regular file of at most 20 MiB.
    """
    if path == STANDARD_INPUT:
        return grids_in(sys.stdin.buffer.read(_MAX_FILE + 1), "đầu vào", reader)
    name = shown_path(Path(path))
    try:
        data = read_bytes(Path(path), name, TABLE_FILE, _MAX_FILE)
    except FileFault as fault:
        raise as_usage_problem(fault) from None
    return grids_in(data, name, reader)
