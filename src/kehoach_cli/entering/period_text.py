"""Write what was sent as the report on a period at the end of the period's file; nothing that stands there changes."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from kehoach_cli.editing.writing import in_block, in_flow
from kehoach_cli.plan.closed_period import Closing
from kehoach_cli.plan.entries import LegalAct
from kehoach_cli.plan.periods import Period
from kehoach_cli.vocabulary import wording
from kehoach_cli.yaml.events import Data
from kehoach_cli.yaml.scalars import resolve_plain


def blank_period(period: Period) -> str:
    """The text of a period's file without any report."""
    return (
        f"# Báo cáo đã gửi {wording.period(period)}, do «kehoach close» ghi lại làm chứng cứ. Không sửa tệp này:\n"
        "# báo cáo phải lập lại thì dùng «kehoach reopen», bản đã gửi vẫn được giữ.\n"
        "format: 1\nclosings:\n"
    )


def with_closing(text: str, closing: Closing) -> str:
    """The text with one more report at its end."""
    first, *rest = _lines(_plain(closing))
    return "".join(f"{line}\n" for line in [text.rstrip("\n"), f"  - {first}", *(f"    {line}" for line in rest)])


def with_reopening(text: str, act: LegalAct) -> str:
    """The text with the document by which the last report stands no longer."""
    return f"{text.rstrip()}\n    reopened: {in_flow(_plain(act))}\n"


def _lines(value: Any) -> Iterator[str]:
    """The lines of a mapping: one for each key, and for each item of its lists of mappings."""
    for key, part in value.items():
        if not (isinstance(part, list) and part and isinstance(part[0], dict)):
            yield f"{key}: {in_block(part)}"
            continue
        yield f"{key}:"
        for item in part:
            nested = any(isinstance(inner, list) and inner and isinstance(inner[0], dict) for inner in item.values())
            first, *rest = _lines(item) if nested else [in_flow(item)]
            yield f"  - {first}"
            yield from (f"    {line}" for line in rest)


def _plain(value: Any) -> Data:
    """A value as data for the file; a named tuple without what it does not say."""
    match value:
        case bool() | int():
            return value
        case Decimal():
            return resolve_plain(f"{value:f}")
        case Period():
            return str(value)
        case tuple() if hasattr(value, "_asdict"):
            said = value._asdict().items()
            return {key: _plain(part) for key, part in said if not (part is None or part is False or part == ())}
        case str():
            return value
        case Mapping():
            return {key: _plain(part) for key, part in value.items()}
        case Sequence():
            return [_plain(part) for part in value]
        case _:
            return str(value)
