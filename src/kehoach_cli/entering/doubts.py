"""List what a person must confirm before entries are written: one Vietnamese sentence for each doubt."""

from collections.abc import Iterator, Mapping
from datetime import date

from kehoach_cli.entering.prepare import PreparedEdit
from kehoach_cli.plan.additions import implausible_jump
from kehoach_cli.plan.model import Measurement
from kehoach_cli.vocabulary import wording

_LOST_COMMA = "KH406"

# A finding's own remedy is about editing the file; these are about the command.
_REMEDIES: Mapping[str, str] = {
    "KH409": "đính chính lần nữa thì dùng «kehoach correct»",
    "KH410": "dòng trước sai thì dùng «kehoach correct»",
    "KH411": "số liệu đến muộn thì nên nói rõ ở --note, vì kiểm tra trên nhánh đòi điều đó (KH709)",
    "KH504": "dòng trước sai thì dùng «kehoach correct»; mở lại thật thì nêu lý do ở --note",
}


def doubts(prepared: PreparedEdit, today: date) -> list[str]:
    """The doubts about an edit: new warnings of the checks, implausible jumps, days in the future."""
    return [*_from_checks(prepared), *_of_figures(prepared), *_not_yet(prepared, today)]


def _from_checks(prepared: PreparedEdit) -> Iterator[str]:
    for number, item in prepared.new_findings:
        finding = item.finding
        about = prepared.additions[number].label if number is not None else item.record
        remedy = _REMEDIES.get(finding.code, wording.inline(finding.remedy))
        yield f"{f'{about}: ' if about else ''}{finding.message}; {remedy} ({finding.code})"


def _of_figures(prepared: PreparedEdit) -> Iterator[str]:
    told = {number for number, item in prepared.new_findings if item.finding.code == _LOST_COMMA}
    indicators = {record.id: record for record in prepared.after.indicators}
    for number, (addition, index) in enumerate(zip(prepared.additions, prepared.indexes, strict=True)):
        if not isinstance(addition.entry, Measurement) or number in told:
            continue
        indicator = indicators[addition.record]
        before = implausible_jump(indicator, index)
        if before:
            earlier, now = (wording.quantity(value, indicator.unit) for value in (before.value, addition.entry.value))
            moved, to = ("nhảy", "lên") if addition.entry.value > before.value else ("tụt", "xuống")
            yield f"{addition.label}: số liệu {moved} từ {earlier} (ngày {wording.day(before.date)}) {to} {now}"


def _not_yet(prepared: PreparedEdit, today: date) -> Iterator[str]:
    for addition in prepared.additions:
        if addition.entry.date > today:
            yield f"{addition.label}: ngày {wording.day(addition.entry.date)} còn chưa tới"
