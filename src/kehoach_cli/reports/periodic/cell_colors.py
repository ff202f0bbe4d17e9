"""Fills for the cell that says an assessment or standing: light, and in grey the darker the more pressing.

What is neither good nor pressing has none.
"""

from collections.abc import Mapping

CELL_COLORS: Mapping[str, str] = {
    **dict.fromkeys(("exceeded", "met", "done_on_time"), "E2F0D9"),
    **dict.fromkeys(("on_track", "open_in_time"), "DEEBF7"),
    **dict.fromkeys(("not_yet_met", "not_maintained", "done_late"), "FFF2CC"),
    **dict.fromkeys(("behind", "far_behind", "going_backwards"), "FFE08A"),
    **dict.fromkeys(("not_met", "open_overdue"), "F5BCA0"),
}
