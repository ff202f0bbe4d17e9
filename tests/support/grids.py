"""How the tests ask for tables, and how they write down what comes of it."""

from kehoach_cli.tables.grid import Cell, Grid
from kehoach_cli.tables.table_handlers import read_package
from kehoach_cli.tables.table_reader import TableReader, grids_in


def grids(data: bytes, name: str = "phieu.xlsx") -> list[Grid]:
    """The tables of a packed file, read in this process."""
    return read_package(data, name)


def only(data: bytes, name: str = "phieu.xlsx") -> Grid:
    (grid,) = grids(data, name)
    return grid


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in grid.rows]


def first(data: bytes) -> Cell:
    """The first cell of the only table."""
    return only(data).rows[0].cells[0]


def in_text(data: bytes, name: str = "so-lieu.csv") -> Grid:
    """The table of a text; no child is started for it."""
    with TableReader() as reader:
        (grid,) = grids_in(data, name, reader)
        assert "_worker" not in vars(reader)
    return grid
