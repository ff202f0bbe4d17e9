"""Make entries and remarks of what a body sent; what the plan has already is left out."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.headings import REMARKS
from kehoach_cli.entering.make_entries import History, make_additions, new_measurement, new_update
from kehoach_cli.entering.named_record import find_record
from kehoach_cli.entering.parse_values import refuse_unseen
from kehoach_cli.entering.placed_rows import Defaults, PlacedRow, Placer
from kehoach_cli.entering.raw_entry import RawEntry
from kehoach_cli.entering.received_files import ReceivedFile
from kehoach_cli.loading.schema.value_types import MAX_TEXT
from kehoach_cli.plan.additions import Addition, repeats
from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.data_window import data_window
from kehoach_cli.plan.entries import Remark, Report
from kehoach_cli.plan.history import identity, uncorrected_indexes
from kehoach_cli.plan.in_force import in_force, record_in_force
from kehoach_cli.plan.model import Indicator, Plan
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.wholes import is_shared, respondents_on
from kehoach_cli.vocabulary import entry_words, wording
from kehoach_cli.vocabulary.said_words import state_of

_NO_DOCUMENT = re.compile(r"[0-9/.,\s-]+")
Pair = tuple[str, str]  # the ids of a body and of a record


class Received(NamedTuple):
    """What a file brings: `entries` are new; `unchanged` are known and `unanswered` have no answer yet.

    `told` is said, but not asked about. `alone` are the records whose figure is the whole, with the body that leads
    them. `periods` are those of the forms of each body.
    """

    entries: tuple[Addition | Remark, ...]
    unchanged: tuple[Pair, ...]
    unanswered: tuple[Pair, ...]
    told: tuple[str, ...]
    alone: Mapping[str, str]
    periods: Mapping[str, Period]

    @property
    def taken(self) -> tuple[Pair, ...]:
        """The bodies and records that the new entries are about, each once."""
        return tuple(dict.fromkeys(zip(self.bodies, (each.record for each in self.entries), strict=True)))

    @property
    def bodies(self) -> list[str]:
        """Whose the new entries are, one by one."""
        return [each.agency or self.alone.get(each.record, "") for each in self.entries]


class Receiver:
    """Makes entries of what bodies sent, for the plan as its files have it."""

    def __init__(self, plan: Plan, defaults: Defaults, as_of: date) -> None:
        """Know the plan; `as_of` is today."""
        self._plan = plan
        self._placer = Placer(plan, defaults, as_of)
        self._agencies = register(plan)
        self._present = {record.id: record for record in in_force(plan, as_of).records}

    def received(self, file: ReceivedFile) -> Received:
        """Make all entries of the file or none.

        Raises:
            UsageProblem: rows cannot be used, or it is the form of another plan or body; the message names each.
        """
        self._unchanged: list[Pair] = []
        self._alone: dict[str, str] = {}
        rows, told, problems = self._placer.placed(file)
        for each in rows:
            answer = each.row.answer
            told += each.told
            if answer.unanswered and "note" in answer.cells:
                said = f"{each.record.id} chưa có kết quả nên không ghi «{answer.cells['note']}»"
                told.append(f"{answer.label}: {answer.name('note')}: {said}")
        raws = [self._raw(each) for each in rows if each.answers]
        entries = self._all_or_none(raws, problems)
        result = Received(
            (*entries, *filter(None, map(self._remark, rows))),
            (),
            tuple((each.agency, each.record.id) for each in rows if each.row.answer.unanswered),
            (*file.told, *told),
            self._alone,
            {each.agency: each.period for each in rows},
        )
        known = dict.fromkeys(pair for pair in self._unchanged if pair not in result.taken)
        return result._replace(unchanged=tuple(known))

    def _all_or_none(self, raws: Sequence[RawEntry], problems: Sequence[str]) -> list[Addition]:
        """The entries. Raises UsageProblem with these problems and those of the entries themselves."""
        listed = "".join(f"\n  {problem}" for problem in problems)
        try:
            entries = make_additions(self._plan, raws, self._make, self._compared)
        except UsageProblem as problem:
            raise UsageProblem(f"{problem}{listed}") from None
        if problems:
            raise UsageProblem(f"Chưa ghi gì.{listed}")
        return entries

    def _raw(self, each: PlacedRow) -> RawEntry:
        """The answer as a raw entry, with its document and its day, and what has to be asked of it."""
        raw, doubts = each.row.answer, [*each.doubts]
        source = each.source or ""
        raw = raw.with_cells({"id": each.record.id, "source": each.source, "date": each.day, **dict.fromkeys(REMARKS)})
        if _NO_DOCUMENT.fullmatch(source):
            doubts.append(f"văn bản «{source}» không giống số, ký hiệu của một văn bản")
        if not isinstance(each.record, Indicator):
            first, *others = source.split(";")
            evidence = ";".join([*others, raw.cells.get("evidence", "")]).strip("; ")
            raw = raw.with_cells({"source": first.strip() or each.source, "evidence": evidence or None})
            said = state_of(raw.cells.get("state", ""))
            if each.covered and said and said.state == "done":
                doubts.append(f"{raw.name('state')}: không ghi ngày hoàn thành, lấy ngày chung {each.day}")
        raw = raw._replace(doubts=(*raw.doubts, *doubts))
        return raw if raw.faults else self._by_day(each, raw)

    def _by_day(self, each: PlacedRow, raw: RawEntry) -> RawEntry:
        """The same as an answer of the body, unless its figure is the whole; a day of another period is doubtful."""
        try:
            day = raw.day("date")
        except UsageProblem:
            return raw  # refused where the entry is made
        present = self._present.get(each.record.id)
        bodies = [body.agency for body in respondents_on(present, day).bodies] if present else []
        if present and bodies == [each.agency] and not is_shared(present, day):
            self._alone[each.record.id] = each.agency
        else:
            raw = raw.with_cells({"agency": each.agency})
        first, last = data_window(each.period, self._plan)
        estimated = "estimate" in raw.cells and day == each.period.last_day
        if each.row.identity and not (first <= day <= last or estimated):
            doubt = (
                f"ngày {wording.day(day)} không thuộc số liệu {wording.period(each.period)} (từ ngày "
                f"{wording.day(first)} đến hết ngày {wording.day(last)})"
            )
            raw = raw._replace(doubts=(*raw.doubts, doubt))
        return raw

    def _make(self, plan: Plan, raw: RawEntry) -> Addition:
        record = find_record(plan, raw.cells["id"])
        return new_measurement(plan, raw) if isinstance(record, Indicator) else new_update(plan, raw)

    def _compared(self, addition: Addition, history: History, _raw: RawEntry) -> Addition | None:
        """None for what the plan has already. Another answer for the same day corrects it, which is asked about."""
        entry = addition.entry
        assert isinstance(entry, Report)  # noqa: S101 - made by `_make`
        if repeats(entry, [*history.recorded, *history.made]):
            self._unchanged.append((addition.agency or self._alone[addition.record], addition.record))
            return None
        if any(isinstance(other, Report) and identity(other) == identity(entry) for other in history.made):
            raise UsageProblem(f"{addition.record} có hai dòng khác nhau cùng ngày trong tệp này; giữ lại một dòng")
        reports = [other for other in history.recorded if isinstance(other, Report)]
        standing = [reports[place] for place in uncorrected_indexes(reports)]
        earlier = [other for other in standing if identity(other) == identity(entry)]
        if not earlier:
            return addition
        record = record_in_force(find_record(self._plan, addition.record), entry.date)
        said = entry_words.entry(
            earlier[-1], entry_words.unit_of(record, entry), self._agencies, self._plan.target_names
        )
        doubt = f"đã có: {said}; dòng này sẽ ghi là đính chính"
        return addition._replace(entry=entry._replace(corrects=entry.date), doubts=(*addition.doubts, doubt))

    def _remark(self, each: PlacedRow) -> Remark | None:
        """What the body wrote besides its answer, unless the plan has it."""
        raw = each.row.answer
        said = {key: " ".join(raw.cells[key].split()) for key in REMARKS if key in raw.cells}
        if not said:
            return None
        for key, text in said.items():
            name = f"{raw.label}: {raw.name(key)}"
            refuse_unseen(text, name)
            if len(text) > MAX_TEXT:
                raise UsageProblem(
                    f"{name}: dài quá {wording.number(Decimal(MAX_TEXT))} ký tự; rút ngắn, phần chi tiết để ở văn bản"
                )
        remark = Remark(each.period, each.record.id, each.agency, **said, source=each.source)
        if remark not in self._plan.remarks:
            return remark
        self._unchanged.append((each.agency, each.record.id))
        return None
