"""Get the lines of a text by number."""

import re
from array import array

MAX_EXCERPT = 1_000
_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """Finds lines without splitting the text, which may have millions of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = array("L")

    @property
    def count(self) -> int:
        """The number of lines. A line end at the end of the text does not start another line."""
        self._index()
        ended = self._starts[-1] == len(self._text)
        return max(1, len(self._starts) - ended)

    def _index(self) -> None:
        if not self._starts:
            self._starts.append(0)
            self._starts.extend(match.end() for match in _LINE_END.finditer(self._text))

    def excerpt(self, number: int, column: int) -> tuple[str, int]:
        """The line of that number (from 1) without its line end, and the column its text starts at: 1.

        For a line longer than MAX_EXCERPT characters, a part around `column`. For a number past the end, "".
        """
        self._index()
        if number > len(self._starts):
            return "", 1
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        skipped = max(0, column - MAX_EXCERPT // 2)
        if end - start <= MAX_EXCERPT:
            skipped = 0
        line = self._text[start + skipped : min(end, start + skipped + MAX_EXCERPT)]
        return line.rstrip("\r\n"), skipped + 1
