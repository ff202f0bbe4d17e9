"""Keep text of a plan from being a command in the log of a CI runner.

GitHub's runner obeys a line that begins with `::…::` after any blanks, and `##[…]` anywhere in it; Azure Pipelines
obeys `##vso[…]`, TeamCity `##teamcity[…]`. GitLab's marks need control characters, which the program never prints.
"""

import os
import re
from collections.abc import Iterable
from typing import Any, TextIO

_RUNNERS = ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")  # each is set by one of them
_COMMAND = re.compile(r"(?<![^\r\n])[^\S\r\n]*:(?=:)|#(?=#[A-Za-z]*\[)")
_WORD_JOINER = "\u2060"  # invisible; inside a command it makes it plain text


class Commands(str):
    """Text that the runner shall obey."""

    __slots__ = ()


class RunnerLog:
    """A stream that a runner reads. Breaks commands in every line, except in text of type `Commands`."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._partial_line = ""  # an unfinished line

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        if isinstance(text, Commands):
            self.flush()
            return self._stream.write(text)
        lines, end, self._partial_line = (self._partial_line + text).rpartition("\n")
        self._stream.write(_COMMAND.sub(rf"\g<0>{_WORD_JOINER}", lines + end))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        partial, self._partial_line = self._partial_line, ""
        self._stream.write(_COMMAND.sub(rf"\g<0>{_WORD_JOINER}", partial))
        self._stream.flush()


def is_read_by_a_runner() -> bool:
    return any(os.environ.get(name) for name in _RUNNERS)


def json_without_commands(text: str) -> str:
    """Escape `##` in JSON, which occurs only in strings. No line of JSON begins with a colon."""
    return text.replace("##", "#\\u0023")


def xml_without_commands(text: str) -> str:
    """Escape the last character of each command in XML; the content stays the same."""
    return _COMMAND.sub(lambda found: f"{found[0][:-1]}&#{ord(found[0][-1])};", text)
