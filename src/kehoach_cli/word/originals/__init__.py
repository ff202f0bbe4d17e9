"""The templates as the program ships them, built in code so that every line of them can be read and tested."""

from collections.abc import Callable, Mapping
from importlib import import_module

REPORT, SUMMARY, LETTER = "bao-cao-quy", "bao-cao-tom-tat", "cong-van-don-doc"

_BUILDERS: Mapping[str, tuple[str, str]] = {
    REPORT: ("quarterly", "quarterly_report"),
    SUMMARY: ("summary", "summary_report"),
    LETTER: ("letter", "chasing_letter"),
}
KINDS = tuple(_BUILDERS)


def original(kind: str) -> bytes:
    """The template of that kind as a Word file. The same bytes each time."""
    module, name = _BUILDERS[kind]
    builder: Callable[[], bytes] = getattr(import_module(f"{__name__}.{module}"), name)
    return builder()
