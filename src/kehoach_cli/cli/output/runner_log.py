"""The log of a CI runner: no text out of a plan is a command there.

GitHub's runner obeys a line that begins with `::…::` after any blanks, and `##[…]` anywhere in it; Azure Pipelines
obeys `##vso[…]`, TeamCity `##teamcity[…]`. GitLab's marks need control characters, which nothing printed here has.
"""

import os
import re
from collections.abc import Iterable
from typing import Any, TextIO

_RUNNERS = ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")  # each is set by one of them
_COMMAND = re.compile(r"(?<![^\r\n])[^\S\r\n]*:(?=:)|#(?=#[A-Za-z]*\[)")
_JOINT = "\u2060"  # takes no room, and no command holds one


class Commands(str):
    """Text that a runner is meant to obey."""

    __slots__ = ()


class RunnerLog:
    """A stream that a runner reads: text goes to it line by line, each without commands unless it is `Commands`."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._begun = ""  # of a line that has not ended yet

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        if isinstance(text, Commands):
            self.flush()
            return self._stream.write(text)
        lines, end, self._begun = (self._begun + text).rpartition("\n")
        self._stream.write(_COMMAND.sub(rf"\g<0>{_JOINT}", lines + end))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        begun, self._begun = self._begun, ""
        self._stream.write(_COMMAND.sub(rf"\g<0>{_JOINT}", begun))
        self._stream.flush()


def is_read_by_a_runner() -> bool:
    return any(os.environ.get(name) for name in _RUNNERS)


def json_without_commands(text: str) -> str:
    """The same JSON in other letters: two number signs can only stand in a string, and no line begins with a colon."""
    return text.replace("##", "#\\u0023")


def xml_without_commands(text: str) -> str:
    """The same XML in other letters."""
    return _COMMAND.sub(lambda found: f"{found[0][:-1]}&#{ord(found[0][-1])};", text)
