"""Indicators and tasks for tests of the domain: a test names only what it is about."""

from datetime import date
from decimal import Decimal

from kehoach_cli.plan.agency import Agency, Member
from kehoach_cli.plan.document_settings import Signatory
from kehoach_cli.plan.due import UNDATED, Due, parse_due
from kehoach_cli.plan.entries import Change, FieldValue, Measurement, State, Update
from kehoach_cli.plan.model import Indicator, Pillar, Plan, Task
from kehoach_cli.plan.values import Baseline, Direction, Target, Targets

BASELINE_DAY = date(2023, 5, 31)
LAST_DAY = date(2023, 12, 31)
SIXTY = Target(Decimal(60), Decimal(60))


def number(value: str | int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def target(low: str | int | Decimal | None, high: str | int | Decimal | None = None) -> Target | None:
    """A target; a range where two values are given."""
    if low is None:
        return None
    return Target(Decimal(low), Decimal(low if high is None else high))


def measured(
    *values: tuple[str | int | Decimal, str] | tuple[str | int | Decimal, str, str],
) -> tuple[Measurement, ...]:
    """Measurements from pairs of value and ISO day; a third part is the day that the entry corrects."""
    return tuple(
        Measurement(
            Decimal(entry[0]),
            date.fromisoformat(entry[1]),
            corrects=date.fromisoformat(entry[2]) if len(entry) == 3 else None,
        )
        for entry in values
    )


def indicator(
    *values: tuple[str | int | Decimal, str] | tuple[str | int | Decimal, str, str],
    baseline: str | int | Decimal | None = 20,
    national: Target | None = None,
    provincial: Target | None = SIXTY,
    direction: Direction = "increase",
    due: Due | str = "Năm 2023",
    id: str = "CQS-01",  # noqa: A002 - the record's own word
    pillar: str = "CQS",
    lead: tuple[str, ...] = ("STTTT",),
) -> Indicator:
    """An indicator in %, from 20 on 31/5/2023 to 60 by the end of 2023 unless it is said otherwise."""
    return Indicator(
        id,
        "Tỷ lệ hồ sơ trực tuyến",
        pillar,
        "%",
        direction,
        lead,
        (),
        (),
        (),
        Baseline(number(baseline), BASELINE_DAY),
        Targets(national, provincial),
        due=parse_due(due) if isinstance(due, str) else due,
        measurements=measured(*values),
    )


def changed(day: str, by: str = "CV 1", *, corrigendum: bool = False, **values: object) -> Change:
    """A change of keys from an ISO day on; `targets__provincial` stands for `targets.provincial`."""
    fields = tuple(FieldValue(key.replace("__", "."), value) for key, value in values.items())
    return Change(date.fromisoformat(day), by, fields, corrigendum=corrigendum)


def updated(*entries: tuple[State, str] | tuple[State, str, str]) -> tuple[Update, ...]:
    """Updates from pairs of state and ISO day; a third part is the day that the entry corrects."""
    return tuple(
        Update(
            entry[0],
            date.fromisoformat(entry[1]),
            corrects=date.fromisoformat(entry[2]) if len(entry) == 3 else None,
        )
        for entry in entries
    )


def task(
    *entries: tuple[State, str] | tuple[State, str, str],
    due: str | None = "Quý III/2023",
    extended: tuple[tuple[str, str], ...] = (),
    id: str = "NV-CQS-01",  # noqa: A002 - the record's own word
    pillar: str | None = "CQS",
    lead: tuple[str, ...] = ("STTTT",),
) -> Task:
    """A task due in the third quarter unless it is said otherwise; `extended` pairs new deadlines with ISO days."""
    return Task(
        id,
        "Ban hành kế hoạch dữ liệu mở",
        pillar,
        lead,
        (),
        due=UNDATED if due is None else parse_due(due),
        updates=updated(*entries),
        changes=tuple(changed(day, due=parse_due(text)) for text, day in extended),
    )


def members(*ids: str) -> tuple[Member, ...]:
    """Members that were always there."""
    return tuple(map(Member, ids))


def plan(*records: Indicator | Task, agencies: tuple[Agency, ...] = ()) -> Plan:
    """A plan for 2023, issued on 26/6/2023, with these records."""
    return Plan(
        "01/QĐ-UBND",
        date(2023, 6, 26),
        "UBND tỉnh Mẫu",
        "Kế hoạch mẫu",
        2023,
        BASELINE_DAY,
        (Pillar("CQS", "Chính quyền số"), Pillar("KTS", "Kinh tế số")),
        Signatory((), "CHỦ TỊCH"),
        agencies=agencies,
        indicators=tuple(record for record in records if isinstance(record, Indicator)),
        tasks=tuple(record for record in records if isinstance(record, Task)),
    )
