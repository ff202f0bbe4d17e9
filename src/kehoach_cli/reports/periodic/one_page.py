"""Choose what the page for the meeting has room for, whole entries only, and count the rest.

Heights are in lines of a table's cell (11 points); widths in letters of such a line.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

ROOM = 18.0  # lines left by the head, the counts and the signature without recipients
MOST_TELLING = 8  # indicators that the page chooses among
MOST_LATE = 6.0  # lines of overdue tasks
NAME, BODY, LABEL, TITLE = 48, 86, 30, 62  # letters in a line: of a name, of the text, of a pillar, of the title
TEXT_LINE, PADDING, HEAD = 1.3, 0.4, 3.0  # a line of text, what a row adds, and a table's head and what follows it

Row = Mapping[str, Any]
_ORDER = ("ds_khong_dat", "ds_chua_dat", "ds_vuot", "ds_dat", "ds_chua_du_so_lieu")


def one_page(context: Mapping[str, Any]) -> dict[str, Any]:
    """The lists of the page: each begins with what matters most, and `…_khac` says how many more there are."""
    spoken = context["loi"]
    room = ROOM - sum(_row(pillar["ten"], LABEL) for pillar in context["nhom"])
    room -= len(context["noi_nhan"]) + len(context["kinh_gui"]) + TEXT_LINE * _lines(context["ky"]["trich_yeu"], TITLE)
    room -= TEXT_LINE * (bool(context["bao_cao_ky"]["du"]) + 2 * bool(context["chuyen_sang"]["tong"]))
    proposals, room = _fitting(spoken["de_xuat"], lambda text: TEXT_LINE * _lines(text, BODY), room)
    room -= 2 * TEXT_LINE * bool(spoken["noi_bat"])
    highlights, room = _fitting(spoken["noi_bat"], lambda text: TEXT_LINE * _lines(text, BODY), room)
    every = context["nhiem_vu"]["ds_qua_han"]
    late_room = min(room / 2 - HEAD, MOST_LATE) if every else 0
    late, left = _fitting(every, lambda row: _row(row["ten"], NAME), late_room)
    room -= late_room - left + HEAD * bool(late)
    rows = [
        row
        for key in _ORDER
        for abreast in zip_longest(*(pillar[key] for pillar in context["nhom"]))
        for row in abreast
        if row
    ]
    chosen, _ = _fitting(rows[:MOST_TELLING], lambda row: _row(row["ten"], NAME), room)
    codes = {row["ma"] for row in chosen}
    return {
        "de_xuat": proposals,
        "noi_bat": highlights,
        "y_khac": len(spoken["de_xuat"]) - len(proposals) + len(spoken["noi_bat"]) - len(highlights),
        "ds_qua_han": _numbered(late),
        "qua_han_khac": len(every) - len(late),
        "nhom": [
            {
                "ten": pillar["ten"],
                "dem": pillar["dem"],
                "chi_tieu": _numbered([row for key in _ORDER for row in pillar[key] if row["ma"] in codes]),
            }
            for pillar in context["nhom"]
        ],
        "chi_tieu_khac": len(rows) - len(chosen),
    }


def _fitting(rows: Sequence[Any], height: Callable[[Any], float], room: float) -> tuple[list[Any], float]:
    """The rows that fit, the first ones first, and the room left."""
    chosen = []
    for row in rows:
        if height(row) <= room:
            room -= height(row)
            chosen.append(row)
    return chosen, room


def _numbered(rows: list[Row]) -> list[Row]:
    return [{**row, "stt": number} for number, row in enumerate(rows, 1)]


def _row(text: str, letters: int) -> float:
    return _lines(text, letters) + PADDING


def _lines(text: str, letters: int) -> int:
    return -(-len(text) // letters)
