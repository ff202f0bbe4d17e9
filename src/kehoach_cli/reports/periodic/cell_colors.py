"""Fills for the cell that says an assessment or standing: light, and in grey the darker the more pressing.

What is neither good nor pressing has none. The greys are 236, 231, 227, 216 and 202 of 255.
"""

from collections.abc import Mapping

CELL_COLORS: Mapping[str, str] = {
    **dict.fromkeys(("exceeded", "met", "done_on_time", "done_undated"), "E5F3DC"),
    **dict.fromkeys(("on_track", "open_in_time"), "DCEAF7"),
    **dict.fromkeys(("not_yet_met", "not_maintained", "done_late"), "FCE4A0"),
    **dict.fromkeys(("behind", "far_behind", "going_backwards"), "FFD77A"),
    **dict.fromkeys(("not_met", "open_overdue"), "F5BCA0"),
}
