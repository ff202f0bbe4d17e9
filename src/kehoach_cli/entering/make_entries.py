"""Make entries of a plan from raw ones: find the record, parse the values, refuse repetitions."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.named_agency import answering_agency
from kehoach_cli.entering.named_record import find_part, find_record
from kehoach_cli.entering.parse_values import (
    parse_amount,
    parse_day,
    parse_flag,
    parse_fraction,
    parse_share,
    parse_state,
    parse_verdict,
)
from kehoach_cli.entering.raw_entry import RawEntry
from kehoach_cli.plan.additions import Addition, Timing, repeats
from kehoach_cli.plan.differences import Entry, entries_of
from kehoach_cli.plan.entries import Measurement, Report, Update
from kehoach_cli.plan.history import is_estimate, uncorrected_indexes
from kehoach_cli.plan.in_force import record_in_force
from kehoach_cli.plan.measures import is_judged, measure_of, quotient, scale
from kehoach_cli.plan.model import Indicator, Plan, Record, Task
from kehoach_cli.plan.periods import period_of
from kehoach_cli.plan.values import VERDICTS
from kehoach_cli.vocabulary import wording

EntryMaker = Callable[[Plan, RawEntry], Addition]


class History(NamedTuple):
    """The entries of one body for a record under the key of a new one: those of the plan, and those just made."""

    recorded: Sequence[Entry]
    made: list[Entry]


# What becomes of an entry beside those of its history; None: it is left out. May raise UsageProblem.
Compare = Callable[[Addition, History, RawEntry], Addition | None]


def refuse_repetition(addition: Addition, history: History, raw: RawEntry) -> Addition:
    """Raise UsageProblem if an entry of the record, or one made before this one, says the same."""
    record, entry = addition.record, addition.entry
    if repeats(entry, [*history.recorded, *history.made]):
        raise UsageProblem(
            f"{record} đã có đúng dòng ngày {wording.day(entry.date)} này nên không ghi lần nữa (xem: "
            f"kehoach log {record}); nếu là việc khác thì nói rõ ở {raw.name('note')}"
        )
    return addition


def make_additions(
    plan: Plan, given: Sequence[RawEntry], make: EntryMaker, compare: Compare = refuse_repetition
) -> list[Addition]:
    """Make all entries or none.

    Raises:
        UsageProblem: some are invalid, or `compare` refuses them; the message names each.
    """
    made: list[Addition] = []
    rejected: list[str] = []
    records = {record.id: record for record in plan.records}
    histories: dict[tuple[str, str, str | None], History] = {}
    for raw in given:
        if raw.unanswered:
            continue
        try:
            raw.refuse_faults()
            addition = make(plan, raw)
            addition = addition._replace(listed_at=raw.label, doubts=(*raw.doubts, *addition.doubts))
            line = addition.record, addition.key, addition.agency
            if line not in histories:
                recorded = () if addition.key == "added" else entries_of(records[addition.record], addition.key)
                own = [entry for entry in recorded if getattr(entry, "agency", None) == addition.agency]
                histories[line] = History(own, [])
            history = histories[line]
            kept = compare(addition, history, raw)
            if kept is not None:
                history.made.append(kept.entry)
                made.append(kept)
        except UsageProblem as problem:
            rejected.append(f"{raw.label}: {problem}" if raw.label else str(problem))
    if not rejected:
        return made
    if not any(raw.label for raw in given):
        raise UsageProblem(rejected[0])
    lines = "".join(f"\n  {line}" for line in rejected)
    raise UsageProblem(f"Chưa ghi gì: {len(rejected)} dòng không dùng được.{lines}")


def raw_entries(
    cells: Mapping[str, str | None], table: str | None = None, keys: Sequence[str] = (), *, agency: str | None = None
) -> list[RawEntry]:
    """One raw entry from options or, with `table`, one from each row of a table with the columns `keys`.

    `agency` answers all of them.
    """
    alone = {key: text for key, text in cells.items() if text is not None}
    of_agency = {} if agency is None else {"agency": agency}
    if table is None:
        return [RawEntry({**alone, **of_agency})]
    if alone:
        raise UsageProblem("Đã có --from thì không ghi thêm mã, số liệu, ngày hay văn bản; bỏ một trong hai")
    from kehoach_cli.entering.headings import read_table

    return [raw.with_cells(of_agency) for raw in read_table(table, keys)]


def in_one_cell(given: Sequence[str] | None) -> str | None:
    """What an option said several times, each on a line; None without it."""
    return "\n".join(given) if given else None


def new_measurement(plan: Plan, raw: RawEntry) -> Addition:
    """A reported value of an indicator, of the whole or of one agency."""
    raw, doubts = _with_fraction(raw)
    raw.require("value", "date", "source")
    indicator = _indicator(plan, raw)
    return Addition(indicator.id, _measurement(indicator, raw, answering_agency(plan, raw)), doubts=doubts)


def _with_fraction(raw: RawEntry) -> tuple[RawEntry, tuple[str, ...]]:
    """The entry with a numerator and a denominator in cells of their own as one value, 45/120; and what is doubtful."""
    top, bottom = (raw.cells.get(key) for key in ("numerator", "denominator"))
    if top is None and bottom is None:
        return raw, ()
    if top is None or bottom is None:
        raise UsageProblem(
            f"{raw.name('denominator' if bottom is None else 'numerator')}: để trống mà ô kia có số; ghi cả hai"
        )
    said = raw.cells.get("value")
    doubts = (f"kết quả ghi «{said}», tử số và mẫu số ghi {top}/{bottom}; lấy tử số và mẫu số",) if said else ()
    raw = raw.with_cells({"numerator": None, "denominator": None, "value": f"{top}/{bottom}"})
    return raw._replace(places={**raw.places, "value": raw.name("numerator")}), doubts


def new_update(plan: Plan, raw: RawEntry) -> Addition:
    """A report on a task, on the whole or of one agency."""
    raw.require("state", "date", "source")
    task, (update, timing) = _task(plan, raw), _update(raw)
    return Addition(task.id, update._replace(agency=answering_agency(plan, raw)), said=timing)


def new_correction(plan: Plan, raw: RawEntry) -> Addition:
    """An entry that corrects an earlier one, which stays in the file. Its date defaults to that of the earlier one."""
    record = find_record(plan, raw.cells["id"])
    if isinstance(record, Indicator):
        why = f"{record.id} là chỉ tiêu; bỏ --state, --percent, --evidence, ghi số đúng sau mã"
        _refuse(raw, ("state", "percent", "evidence"), why)
        agency = answering_agency(plan, raw)
        day = _corrected_day(record, _reported_by(record, agency), raw)
        raw = raw.with_default("date", day.isoformat())
        raw.require("value", "source")
        return Addition(record.id, _measurement(record, raw, agency)._replace(corrects=day))
    why = f"{record.id} là nhiệm vụ; bỏ GIÁ TRỊ, --estimate và ghi tình trạng đúng ở --state"
    _refuse(raw, ("value", "estimate", "judged_by"), why)
    agency = answering_agency(plan, raw)
    day = _corrected_day(record, _reported_by(record, agency), raw)
    raw = raw.with_default("date", day.isoformat())
    raw.require("state", "source")
    update, timing = _update(raw)
    return Addition(record.id, update._replace(corrects=day, agency=agency), said=timing)


def _reported_by(record: Record, agency: str | None) -> list[Report]:
    """What was reported of the whole or, with an agency, what it answered."""
    if agency is not None:
        return [entry for entry in record.answers if entry.agency == agency]
    return [*(record.measurements if isinstance(record, Indicator) else record.updates)]


def _measurement(record: Indicator, raw: RawEntry, agency: str | None) -> Measurement:
    """The entry, with its value read by the unit and the target that were in force on its day."""
    said, verdict, day = raw.cells["value"], None, raw.day("date")
    indicator = record_in_force(record, day)
    numerator = denominator = None
    if is_judged(indicator, agency):
        verdict = parse_verdict(said, raw.name("value"))
        value = Decimal(VERDICTS.index(verdict))
    else:
        of_one = measure_of(indicator) == "verdict"
        why = "có kết quả chung là tỷ lệ cơ quan đạt" if of_one else "tính bằng số liệu, không phải bằng đánh giá"
        way_out = "đánh giá của một cơ quan thì thêm --agency" if of_one else f"bỏ {raw.name('judged_by')}"
        _refuse(raw, ("judged_by",), f"{indicator.id} {why}; {way_out}")
        if "/" in said or (agency and indicator.parts == "ratio"):
            numerator, denominator = parse_fraction(said, indicator, raw.name("value"), answered=agency is not None)
            value = quotient(numerator, denominator)
        else:
            value = parse_amount(said, scale(indicator) if agency is None else indicator.unit, raw.name("value"))
    estimate = _says_estimate(raw)
    if estimate:
        _require_last_day(day, raw)
    return Measurement(
        value,
        day,
        raw.line("source"),
        raw.optional_line("note"),
        estimate=estimate,
        verdict=verdict,
        judged_by=raw.optional_line("judged_by"),
        agency=agency,
        numerator=numerator,
        denominator=denominator,
    )


def _says_estimate(raw: RawEntry) -> bool:
    return "estimate" in raw.cells and parse_flag(raw.cells["estimate"], raw.name("estimate"))


def _require_last_day(day: date, raw: RawEntry) -> None:
    """Raise UsageProblem unless a month ends on the day, as every longer period does too."""
    month = period_of(day, "month")
    if day != month.last_day:
        before, after = (wording.day(each.last_day) for each in (month.shifted(-1), month))
        raise UsageProblem(
            f"{raw.name('date')}: {wording.day(day)} không phải là ngày cuối tháng, quý, 6 tháng hay năm; số ước thì "
            f"ghi ngày cuối kỳ, {before} hoặc {after}; số liệu thật của ngày này thì bỏ {raw.name('estimate')}"
        )


def _update(raw: RawEntry) -> tuple[Update, Timing | None]:
    """The report, and what its words say of its day."""
    share = parse_share(raw.cells["percent"], raw.name("percent")) if "percent" in raw.cells else None
    said = parse_state(raw.cells["state"], raw.name("state"))
    note, evidence = raw.optional_line("note"), _evidence(raw)
    return Update(said.state, raw.day("date"), raw.line("source"), share, note, evidence=evidence), said.timing


def _evidence(raw: RawEntry) -> tuple[str, ...]:
    """Links or names of files; in the cell of a table with semicolons or line breaks between them."""
    parts = re.split("[;\n]" if raw.label else "\n", raw.cells.get("evidence", ""))
    return tuple(dict.fromkeys(line for part in parts if (line := " ".join(part.split()))))


def _corrected_day(record: Record, entries: Sequence[Report], raw: RawEntry) -> date:
    """The day of the entry to correct: the one given as `--of`, or the only one that is not corrected yet.

    Estimates are corrected with `--estimate`, figures without.
    """
    estimate = _says_estimate(raw)
    standing = [entries[place] for place in uncorrected_indexes(entries)]
    days = sorted({entry.date for entry in standing if is_estimate(entry) == estimate})
    noun = "số ước" if estimate else "báo cáo của cơ quan này" if "agency" in raw.cells else "dòng"
    if not days:
        other = ("bỏ --estimate" if estimate else "số ước thì thêm --estimate") + "; " if standing else ""
        other += "báo cáo của một cơ quan thì thêm --agency; " if record.answers and "agency" not in raw.cells else ""
        raise UsageProblem(f"{record.id} chưa có {noun} nào để đính chính; {other}xem: kehoach show {record.id}")
    listed = ", ".join(map(wording.day, days))
    if "of" not in raw.cells:
        if len(days) > 1:
            raise UsageProblem(f"Thiếu --of: ghi ngày của dòng cần đính chính, một trong: {listed}")
        return days[0]
    day = parse_day(raw.cells["of"], "--of")
    if day not in days:
        raise UsageProblem(
            f"--of: {record.id} không có {noun} nào ngày {wording.day(day)}; chọn một ngày đã ghi: {listed}"
        )
    return day


def _indicator(plan: Plan, raw: RawEntry) -> Indicator:
    record = find_part(plan, raw.cells["id"], "số liệu, tiến độ")
    if isinstance(record, Indicator):
        return record
    raise UsageProblem(
        f"{record.id} là nhiệm vụ, không có số liệu; ghi tiến độ bằng «kehoach update {record.id} --state TÌNH-TRẠNG "
        "--date NGÀY --source VĂN-BẢN»"
    )


def _task(plan: Plan, raw: RawEntry) -> Task:
    record = find_part(plan, raw.cells["id"], "số liệu, tiến độ")
    if isinstance(record, Task):
        return record
    raise UsageProblem(
        f"{record.id} là chỉ tiêu; ghi kết quả bằng «kehoach record {record.id} SỐ --date NGÀY --source VĂN-BẢN»"
    )


def _refuse(raw: RawEntry, keys: tuple[str, ...], why: str) -> None:
    if any(key in raw.cells for key in keys):
        raise UsageProblem(why)
