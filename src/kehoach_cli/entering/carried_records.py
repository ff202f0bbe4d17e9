"""Write the records that a plan takes over from that of the year before, saying in comments what is left to fill in."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kehoach_cli.diagnostics import Collection
from kehoach_cli.editing.writing import item_lines
from kehoach_cli.entering.splicing import record_data
from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.due import UNDATED
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.model import Indicator, Plan, Record
from kehoach_cli.plan.next_year import Status, WhyNone, present_agencies, why_no_baseline
from kehoach_cli.plan.values import Targets
from kehoach_cli.vocabulary import answer_words, record_words, wording
from kehoach_cli.vocabulary.report_words import document_kind

_NO_BASELINE: Mapping[WhyNone, str] = {
    "accumulates": "số cộng dồn đếm lại từ đầu năm",
    "each": "mức của từng cơ quan, không có hiện trạng chung",
    "verdict": "đánh giá bằng lời không làm hiện trạng được",
    "provisional": "số tạm tính chưa phải là kết quả",
    "unmeasured": "chưa có kết quả, điền theo văn bản nếu có",
}


class _Notes(NamedTuple):
    """What comments beside the records refer to: the old plan, in force, and the new one's number and years."""

    before: Plan
    number: str
    years: range

    def of(self, record: Record, item: Status | None) -> dict[str, str]:
        """The comments on one record, each by the key that it stands above."""
        if item is None:
            return {}
        old, notes = item.record, {}
        if old.lead and not record.lead:
            notes["lead"] = f"Chủ trì trước là {register(self.before).names(old.lead, old.id)}"
        if isinstance(record, Indicator) and isinstance(item, Progress):
            if why := why_no_baseline(item):
                notes["baseline"] = f"Hiện trạng: {_NO_BASELINE[why]}{self._last(item)}"
            if record.targets == Targets():
                notes["targets"] = self._left_out(
                    f"Mức phấn đấu {wording.years(self.years)}", self._goals(item.indicator)
                )
        elif record.due == UNDATED and old.due.text:
            notes["due"] = self._left_out("Thời hạn", record_words.due(old.due))
        return notes

    def _left_out(self, what: str, said: str) -> str:
        """What is to be filled in, and what the old plan said there."""
        then = f"; {self._old} ghi {said}" if said else ""
        return f"{what}: điền theo {document_kind(self.number)} {self.number}{then}"

    @property
    def _old(self) -> str:
        return f"Kế hoạch {self.before.number}"

    def _goals(self, indicator: Indicator) -> str:
        """`UBQG 40%, tỉnh 50% (Năm 2023)`."""
        pairs = zip(self.before.target_names, indicator.targets, strict=True)
        levels = [f"{name} {wording.target(target, indicator.unit)}" for name, target in pairs if target]
        due = f" ({record_words.due(indicator.due)})" if indicator.due.text else ""
        return f"{', '.join(levels)}{due}" if levels else ""

    def _last(self, item: Progress) -> str:
        """The latest figure, else the old baseline."""
        start = item.indicator.baseline.reading
        if item.measured and item.current:
            return f"; {self._old}: {answer_words.current(item, f'ngày {wording.day(item.current.date)}')}"
        known = start and f"{wording.quantity(start.value, item.indicator.unit)} (ngày {wording.day(start.date)})"
        return f"; hiện trạng của {self._old}: {known}" if known else ""


def carried_texts(
    before: Plan, records: Iterable[tuple[Record, Status | None]], number: str, years: range
) -> dict[Collection, str]:
    """The records of each file as text, "" without any. `before` is the old plan in force, `number` the new plan's."""
    notes, found = _Notes(before, number, years), [*records]
    return {
        "agencies": _text((agency, {}) for agency in present_agencies(before)),
        "indicators": _text((each, notes.of(each, item)) for each, item in found if isinstance(each, Indicator)),
        "tasks": _text((each, notes.of(each, item)) for each, item in found if not isinstance(each, Indicator)),
    }


def _text(records: Iterable[tuple[Agency | Record, Mapping[str, str]]]) -> str:
    return "\n".join(f"- {'  '.join(_lines(record, notes))}" for record, notes in records)


def _lines(record: Agency | Record, notes: Mapping[str, str]) -> list[str]:
    """The record's lines in the order of its keys, each comment above the line of its key, or in its place."""
    data, lines = record_data(record), []
    for key in record._fields:
        lines += [f"# {' '.join(notes[key].split())}\n"] if key in notes else []
        lines += [f"{line}\n" for line in item_lines({key: data[key]})] if key in data else []
    return lines
