"""How GitHub's runner reads a line of a log, by its own code (actions/runner, src/Runner.Common/ActionCommand.cs)."""

from typing import NamedTuple


class Command(NamedTuple):
    """A workflow command: `::error file=a.yaml,line=3::message`."""

    name: str
    properties: dict[str, str]
    message: str


def command_in(line: str) -> Command | None:
    """The command that the runner would carry out for a line; None where it prints the line.

    In the newer form a line begins with `::` after any blanks; in the older one `##[…]` may stand anywhere.
    """
    line = line.lstrip()
    if line.startswith("::") and "::" in line[2:]:
        head, _, message = line[2:].partition("::")
        name, _, listed = head.partition(" ")
        pairs = [pair.split("=", 1) for pair in listed.strip().split(",") if "=" in pair]
        properties = {key: _property(value) for key, value in pairs}
        return Command(name, properties, _data(message))
    _, mark, rest = line.partition("##[")
    if mark and "]" in rest:
        return Command(rest.partition("]")[0], {}, rest.partition("]")[2])
    return None


def _data(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def _property(text: str) -> str:
    text = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",")
    return text.replace("%25", "%")
