"""The lines of a text by their number."""

import re
from array import array

MOST_SHOWN = 1_000
_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """Finds lines without cutting a text apart that may have millions of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = array("L")

    @property
    def count(self) -> int:
        """How many lines there are; a line end at the very end begins no further one."""
        self._index()
        ended = self._starts[-1] == len(self._text)
        return max(1, len(self._starts) - ended)

    def _index(self) -> None:
        if not self._starts:
            self._starts.append(0)
            self._starts.extend(match.end() for match in _LINE_END.finditer(self._text))

    def piece(self, number: int, column: int) -> tuple[str, int]:
        """The line of that number, from 1, without its end, and the column that it starts with: 1.

        Of a line of more than MOST_SHOWN characters it is a piece around the column; "" for a number past the end.
        """
        self._index()
        if number > len(self._starts):
            return "", 1
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        skipped = max(0, column - MOST_SHOWN // 2)
        if end - start <= MOST_SHOWN:
            skipped = 0
        line = self._text[start + skipped : min(end, start + skipped + MOST_SHOWN)]
        return line.rstrip("\r\n"), skipped + 1
