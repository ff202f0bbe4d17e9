"""Make entries of a plan from raw ones: find the record, parse the values, refuse repetitions."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.named_record import find_record
from kehoach_cli.entering.parse_values import (
    parse_amount,
    parse_day,
    parse_line,
    parse_new_due,
    parse_share,
    parse_state,
    refuse_unseen,
)
from kehoach_cli.entering.raw_entry import RawEntry
from kehoach_cli.plan.additions import Addition, history_of, repeats
from kehoach_cli.plan.differences import Entry, entries_of
from kehoach_cli.plan.history import uncorrected_indexes
from kehoach_cli.plan.model import Change, FieldValue, Indicator, Measurement, Plan, Task, Update
from kehoach_cli.vocabulary import wording

EntryMaker = Callable[[Plan, RawEntry], Addition]


def make_additions(plan: Plan, given: Sequence[RawEntry], make: EntryMaker) -> list[Addition]:
    """Make all entries or none.

    Raises:
        UsageProblem: some are invalid or already in the plan; the message names each.
    """
    made: list[Addition] = []
    rejected: list[str] = []
    records = {record.id: record for record in plan.records}
    histories: dict[str, list[Entry]] = {}
    for raw in given:
        try:
            for key, text in raw.cells.items():
                refuse_unseen(text, raw.name(key))
            addition = make(plan, raw)._replace(listed_at=raw.label)
            recorded = entries_of(records[addition.record], history_of(addition.entry))
            history = histories.setdefault(addition.record, [*recorded])
            _refuse_repetition(addition, history, raw)
            history.append(addition.entry)
            made.append(addition)
        except UsageProblem as problem:
            rejected.append(f"{raw.label}: {problem}" if raw.label else str(problem))
    if not rejected:
        return made
    if not any(raw.label for raw in given):
        raise UsageProblem(rejected[0])
    lines = "".join(f"\n  {line}" for line in rejected)
    raise UsageProblem(f"Chưa ghi gì: {len(rejected)} dòng không dùng được.{lines}")


def _refuse_repetition(addition: Addition, history: Sequence[Entry], raw: RawEntry) -> None:
    """Raise UsageProblem if an entry of the record, or one made before this one, says the same."""
    record, entry, _ = addition
    if repeats(entry, history):
        raise UsageProblem(
            f"{record} đã có đúng dòng ngày {wording.day(entry.date)} này nên không ghi lần nữa (xem: "
            f"kehoach log {record}); nếu là việc khác thì nói rõ ở {raw.name('note')}"
        )


def raw_entries(cells: Mapping[str, str | None], table: str | None = None, keys: Sequence[str] = ()) -> list[RawEntry]:
    """One raw entry from options or, with `table`, one from each row of a table with the columns `keys`."""
    alone = {key: text for key, text in cells.items() if text is not None}
    if table is None:
        return [RawEntry(alone)]
    if alone:
        raise UsageProblem("Đã có --from thì không ghi thêm mã, số liệu, ngày hay văn bản; bỏ một trong hai")
    from kehoach_cli.entering.headings import read_table

    return read_table(table, keys)


def new_measurement(plan: Plan, raw: RawEntry) -> Addition:
    """A reported value of an indicator."""
    _require(raw, "value", "date", "source")
    indicator = _indicator(plan, raw)
    return Addition(indicator.id, _measurement(indicator, raw))


def new_update(plan: Plan, raw: RawEntry) -> Addition:
    """A report on a task."""
    _require(raw, "state", "date", "source")
    return Addition(_task(plan, raw).id, _update(raw))


def new_extension(plan: Plan, raw: RawEntry) -> Addition:
    """A later deadline that a document grants."""
    _require(raw, "due", "by", "date")
    task = _task(plan, raw)
    due = parse_new_due(raw.cells["due"], raw.name("due"))
    change = Change(_day(raw, "date"), _line(raw, "by"), (FieldValue("due", due),), _optional_line(raw, "note"))
    return Addition(task.id, change)


def new_correction(plan: Plan, raw: RawEntry) -> Addition:
    """An entry that corrects an earlier one, which stays in the file. Its date defaults to that of the earlier one."""
    record = find_record(plan, raw.cells["id"])
    if isinstance(record, Indicator):
        _refuse(
            raw,
            ("state", "percent"),
            f"{record.id} là chỉ tiêu; bỏ --state, --percent, ghi số đúng sau mã",
        )
        day = _corrected_day(record.id, record.measurements, raw)
        raw = raw.with_default("date", day.isoformat())
        _require(raw, "value", "source")
        return Addition(record.id, _measurement(record, raw)._replace(corrects=day))
    _refuse(raw, ("value",), f"{record.id} là nhiệm vụ; bỏ GIÁ TRỊ và ghi tình trạng đúng ở --state")
    day = _corrected_day(record.id, record.updates, raw)
    raw = raw.with_default("date", day.isoformat())
    _require(raw, "state", "source")
    return Addition(record.id, _update(raw)._replace(corrects=day))


def _measurement(indicator: Indicator, raw: RawEntry) -> Measurement:
    value = parse_amount(raw.cells["value"], indicator.unit, raw.name("value"))
    return Measurement(value, _day(raw, "date"), _line(raw, "source"), _optional_line(raw, "note"))


def _update(raw: RawEntry) -> Update:
    share = parse_share(raw.cells["percent"], raw.name("percent")) if "percent" in raw.cells else None
    state = parse_state(raw.cells["state"], raw.name("state"))
    return Update(state, _day(raw, "date"), _line(raw, "source"), share, _optional_line(raw, "note"))


def _corrected_day(record: str, entries: Sequence[Measurement | Update], raw: RawEntry) -> date:
    """The day of the entry to correct: the one given as `--of`, or the only one that is not corrected yet."""
    days = sorted({entries[place].date for place in uncorrected_indexes(entries)})
    if not days:
        raise UsageProblem(f"{record} chưa có dòng nào để đính chính; xem: kehoach show {record}")
    listed = ", ".join(map(wording.day, days))
    if "of" not in raw.cells:
        if len(days) > 1:
            raise UsageProblem(f"Thiếu --of: ghi ngày của dòng cần đính chính, một trong: {listed}")
        return days[0]
    day = parse_day(raw.cells["of"], "--of")
    if day not in days:
        raise UsageProblem(f"--of: {record} không có dòng nào ngày {wording.day(day)}; chọn một ngày đã ghi: {listed}")
    return day


def _indicator(plan: Plan, raw: RawEntry) -> Indicator:
    record = find_record(plan, raw.cells["id"])
    if isinstance(record, Indicator):
        return record
    raise UsageProblem(
        f"{record.id} là nhiệm vụ, không có số liệu; ghi tiến độ bằng «kehoach update {record.id} --state TÌNH-TRẠNG "
        "--date NGÀY --source VĂN-BẢN»"
    )


def _task(plan: Plan, raw: RawEntry) -> Task:
    record = find_record(plan, raw.cells["id"])
    if isinstance(record, Task):
        return record
    raise UsageProblem(
        f"{record.id} là chỉ tiêu: ghi kết quả bằng «kehoach record {record.id} SỐ --date NGÀY --source VĂN-BẢN»; "
        "văn bản điều chỉnh thời hạn của chỉ tiêu thì sửa due và ghi amendments trong tệp"
    )


def _require(raw: RawEntry, *keys: str) -> None:
    missing = [raw.name(key) for key in ("id", *keys) if key not in raw.cells]
    if missing:
        raise UsageProblem(f"Thiếu {', '.join(missing)}; {'điền vào bảng' if raw.label else 'ghi thêm vào dòng lệnh'}")


def _refuse(raw: RawEntry, keys: tuple[str, ...], why: str) -> None:
    if any(key in raw.cells for key in keys):
        raise UsageProblem(why)


def _day(raw: RawEntry, key: str) -> date:
    return parse_day(raw.cells[key], raw.name(key))


def _line(raw: RawEntry, key: str) -> str:
    return parse_line(raw.cells[key], raw.name(key))


def _optional_line(raw: RawEntry, key: str) -> str | None:
    return _line(raw, key) if key in raw.cells else None
