"""From what was typed to the entry that is meant, for the plan that it is meant for."""

from collections.abc import Callable, Container, Mapping, Sequence
from datetime import date

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.named_record import find_record
from kehoach_cli.entering.typed import Typed
from kehoach_cli.entering.typed_values import (
    parse_amount,
    parse_day,
    parse_line,
    parse_new_due,
    parse_share,
    parse_state,
)
from kehoach_cli.plan.additions import Addition, history_of
from kehoach_cli.plan.history import uncorrected_indexes
from kehoach_cli.plan.model import Extension, Indicator, Measurement, Plan, Task, Update
from kehoach_cli.plan.recorded import EntryKey, entry_keys, keyed_entries
from kehoach_cli.vocabulary import wording

Make = Callable[[Plan, Typed], Addition]


def additions(plan: Plan, given: Sequence[Typed], make: Make) -> list[Addition]:
    """An entry for each; all of them, or none.

    Raises:
        UsageProblem: some cannot be made, or stand in the plan already; each of them is named.
    """
    made: list[Addition] = []
    rejected: list[str] = []
    recorded = {key for record in plan.records for key, _ in keyed_entries(record)}
    for typed in given:
        try:
            addition = make(plan, typed)._replace(listed_at=typed.label)
            recorded.add(_new_key(addition, typed, recorded))
            made.append(addition)
        except UsageProblem as problem:
            rejected.append(f"{typed.label}: {problem}" if typed.label else str(problem))
    if not rejected:
        return made
    if not any(typed.label for typed in given):
        raise UsageProblem(rejected[0])
    lines = "".join(f"\n  {line}" for line in rejected)
    raise UsageProblem(f"Chưa ghi gì: {len(rejected)} dòng không dùng được.{lines}")


def _new_key(addition: Addition, typed: Typed, recorded: Container[EntryKey]) -> EntryKey:
    """The key of an entry that says what none did before, however sure whoever gave it may be."""
    (key,) = entry_keys(addition.record, history_of(addition.entry), [addition.entry])
    if key not in recorded:
        return key
    raise UsageProblem(
        f"{addition.record} đã có đúng dòng ngày {wording.day(addition.entry.date)} này nên không ghi lần nữa (xem: "
        f"kehoach log {addition.record}); nếu là việc khác thì nói rõ ở {typed.name('note')}"
    )


def given(cells: Mapping[str, str | None], table: str | None = None, keys: Sequence[str] = ()) -> list[Typed]:
    """What was given as options or, with `table`, as the rows of a table with these columns."""
    alone = {key: text for key, text in cells.items() if text is not None}
    if table is None:
        return [Typed(alone)]
    if alone:
        raise UsageProblem("Đã có --from thì không ghi thêm mã, số liệu, ngày hay văn bản; bỏ một trong hai")
    from kehoach_cli.entering.headings import read_table

    return read_table(table, keys)


def new_measurement(plan: Plan, typed: Typed) -> Addition:
    """A reported value of an indicator."""
    _require(typed, "value", "date", "source")
    indicator = _indicator(plan, typed)
    return Addition(indicator.id, _measurement(indicator, typed))


def new_update(plan: Plan, typed: Typed) -> Addition:
    """A report on a task."""
    _require(typed, "state", "date", "source")
    return Addition(_task(plan, typed).id, _update(typed))


def new_extension(plan: Plan, typed: Typed) -> Addition:
    """A later deadline that a document grants."""
    _require(typed, "due", "by", "date")
    task = _task(plan, typed)
    due = parse_new_due(typed.cells["due"], typed.name("due"))
    entry = Extension(due, _line(typed, "by"), _day(typed, "date"), _optional_line(typed, "note"))
    return Addition(task.id, entry)


def new_correction(plan: Plan, typed: Typed) -> Addition:
    """An entry in place of an earlier one, which stays and is named by its day; of the same day, unless said."""
    record = find_record(plan, typed.cells["id"])
    if isinstance(record, Indicator):
        _refuse(typed, ("state", "percent"), f"{record.id} là chỉ tiêu, đính chính bằng số liệu mới")
        day = _corrected_day(record.id, record.measurements, typed)
        typed = typed.with_default("date", day.isoformat())
        _require(typed, "value", "source")
        return Addition(record.id, _measurement(record, typed)._replace(corrects=day))
    _refuse(typed, ("value",), f"{record.id} là nhiệm vụ, đính chính bằng --state")
    day = _corrected_day(record.id, record.updates, typed)
    typed = typed.with_default("date", day.isoformat())
    _require(typed, "state", "source")
    return Addition(record.id, _update(typed)._replace(corrects=day))


def _measurement(indicator: Indicator, typed: Typed) -> Measurement:
    value = parse_amount(typed.cells["value"], indicator.unit, typed.name("value"))
    return Measurement(value, _day(typed, "date"), _line(typed, "source"), _optional_line(typed, "note"))


def _update(typed: Typed) -> Update:
    share = parse_share(typed.cells["percent"], typed.name("percent")) if "percent" in typed.cells else None
    state = parse_state(typed.cells["state"], typed.name("state"))
    return Update(state, _day(typed, "date"), _line(typed, "source"), share, _optional_line(typed, "note"))


def _corrected_day(record: str, entries: Sequence[Measurement | Update], typed: Typed) -> date:
    """The day of the entry that is wrong: as said, or that of the only one that counts."""
    days = sorted({entries[place].date for place in uncorrected_indexes(entries)})
    if not days:
        raise UsageProblem(f"{record} chưa có dòng nào để đính chính; xem: kehoach show {record}")
    listed = ", ".join(map(wording.day, days))
    if "of" not in typed.cells:
        if len(days) > 1:
            raise UsageProblem(f"Thiếu --of: ghi ngày của dòng cần đính chính, một trong: {listed}")
        return days[0]
    day = parse_day(typed.cells["of"], "--of")
    if day not in days:
        raise UsageProblem(f"--of: {record} không có dòng nào ngày {wording.day(day)}; các ngày đã ghi: {listed}")
    return day


def _indicator(plan: Plan, typed: Typed) -> Indicator:
    record = find_record(plan, typed.cells["id"])
    if isinstance(record, Indicator):
        return record
    raise UsageProblem(f"{record.id} là nhiệm vụ, không có số liệu; ghi tiến độ bằng: kehoach update {record.id}")


def _task(plan: Plan, typed: Typed) -> Task:
    record = find_record(plan, typed.cells["id"])
    if isinstance(record, Task):
        return record
    raise UsageProblem(
        f"{record.id} là chỉ tiêu: ghi kết quả bằng «kehoach record {record.id}»; văn bản điều chỉnh thời hạn của chỉ "
        "tiêu thì sửa due và ghi amendments trong tệp"
    )


def _require(typed: Typed, *keys: str) -> None:
    missing = [typed.name(key) for key in ("id", *keys) if key not in typed.cells]
    if missing:
        raise UsageProblem(f"Thiếu {', '.join(missing)}")


def _refuse(typed: Typed, keys: tuple[str, ...], why: str) -> None:
    if any(key in typed.cells for key in keys):
        raise UsageProblem(why)


def _day(typed: Typed, key: str) -> date:
    return parse_day(typed.cells[key], typed.name(key))


def _line(typed: Typed, key: str) -> str:
    return parse_line(typed.cells[key], typed.name(key))


def _optional_line(typed: Typed, key: str) -> str | None:
    return _line(typed, key) if key in typed.cells else None
