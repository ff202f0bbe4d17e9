"""The page a secretary opens each morning: counts by assessment and standing, what is late, what comes next."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.gaps import ASSESSMENTS, Progress
from kehoach_cli.plan.model import Record
from kehoach_cli.plan.picture import SOON_DAYS, Picture
from kehoach_cli.plan.standing import STANDINGS, TaskStatus
from kehoach_cli.reports.gaps import TONES as ASSESSMENT_TONES
from kehoach_cli.reports.overdue import (
    NOBODY,
    OverdueView,
    late_counts,
    lead_name,
    overdue_data,
    overdue_view,
    quiet_tables,
)
from kehoach_cli.reports.tables import Cell, Column, Page, Table
from kehoach_cli.vocabulary import terms, wording

LATE_ASSESSMENTS = ("behind", "far_behind", "going_backwards", "not_met")


class Tally(NamedTuple):
    """How many indicators and tasks of one part of the plan stand where."""

    key: str | None
    name: str
    assessments: Counter[str]
    standings: Counter[str]
    overdue: int


class StatusView(NamedTuple):
    """What `kehoach status` shows."""

    picture: Picture
    total: Tally
    pillars: tuple[Tally, ...]
    agencies: tuple[Tally, ...]
    overdue: OverdueView


def status_view(picture: Picture, agencies: AgencyRegister) -> StatusView:
    plan = picture.plan
    named = [(pillar.id, pillar.name) for pillar in plan.pillars]
    in_pillars = [
        _tally(
            key,
            name,
            [item for item in picture.indicators if item.indicator.pillar == key],
            [item for item in picture.tasks if item.task.pillar == key],
        )
        for key, name in [*named, (None, "Ngoài các nhóm")]
    ]
    measured: dict[str, list[Progress]] = {}
    worked: dict[str, list[TaskStatus]] = {}
    for item in picture.indicators:
        for agency in item.indicator.lead or (NOBODY,):
            measured.setdefault(agency, []).append(item)
    for status in picture.tasks:
        for agency in status.task.lead or (NOBODY,):
            worked.setdefault(agency, []).append(status)
    by_agency = [
        _tally(agency or None, lead_name(agency, agencies), measured.get(agency, []), worked.get(agency, []))
        for agency in {**measured, **worked}
    ]
    by_agency.sort(key=lambda tally: (-tally.overdue, -_count(tally)))
    return StatusView(
        picture,
        _tally(None, "Cộng", picture.indicators, picture.tasks),
        tuple(tally for tally in in_pillars if _count(tally)),
        tuple(by_agency),
        overdue_view(picture),
    )


def _tally(key: str | None, name: str, indicators: Iterable[Progress], tasks: Iterable[TaskStatus]) -> Tally:
    indicators, tasks = list(indicators), list(tasks)
    late = sum(item.overdue for item in indicators) + sum(item.standing == "open_overdue" for item in tasks)
    return Tally(
        key, name, Counter(item.assessment for item in indicators), Counter(item.standing for item in tasks), late
    )


def _count(tally: Tally) -> int:
    return tally.assessments.total() + tally.standings.total()


def status_data(view: StatusView) -> dict[str, Any]:
    """The view as plain data, schema 1. Every class is there, those with nothing in them at zero."""
    picture = view.picture
    late = overdue_data(view.overdue)
    return {
        "schema": 1,
        "as_of": picture.as_of,
        "plan": picture.plan.number,
        "title": picture.plan.title,
        "recorded": picture.recorded,
        **_tally_data(view.total),
        "pillars": [{"id": tally.key, "name": tally.name, **_tally_data(tally)} for tally in view.pillars],
        "agencies": [{"id": tally.key, "name": tally.name, **_tally_data(tally)} for tally in view.agencies],
        **{key: late[key] for key in ("quarters", "missed_periods", "stale")},
        "due_soon": [
            *({"id": item.task.id, "due": item.due.end} for item in picture.due_soon_tasks()),
            *({"id": item.indicator.id, "due": item.indicator.due.end} for item in picture.due_soon_indicators()),
        ],
        "no_data": [item.indicator.id for item in picture.without_data],
    }


def _tally_data(tally: Tally) -> dict[str, Any]:
    return {
        "indicators": {
            "total": tally.assessments.total(),
            "by_assessment": {name: tally.assessments[name] for name in ASSESSMENTS},
        },
        "tasks": {
            "total": tally.standings.total(),
            "by_standing": {name: tally.standings[name] for name in STANDINGS},
        },
        "overdue": tally.overdue,
    }


def status_rows(view: StatusView) -> list[dict[str, Any]]:
    """The counts as flat rows for a spreadsheet: one per part of the plan."""
    parts: list[tuple[str, Iterable[Tally]]] = [
        ("plan", [view.total]),
        ("pillar", view.pillars),
        ("agency", view.agencies),
    ]
    return [
        {
            "part": part,
            "id": tally.key,
            "name": tally.name,
            "indicators": tally.assessments.total(),
            **{name: tally.assessments[name] for name in ASSESSMENTS},
            "tasks": tally.standings.total(),
            **{name: tally.standings[name] for name in STANDINGS},
            "overdue": tally.overdue,
        }
        for part, tallies in parts
        for tally in tallies
    ]


def status_page(view: StatusView, agencies: AgencyRegister) -> Page:
    """The view for a person."""
    picture = view.picture
    plan = picture.plan
    lines = [
        plan.title,
        f"{wording.numbered(plan.number)} ngày {wording.day(plan.date)}. Tính đến ngày {wording.day(picture.as_of)}.",
    ]
    if not picture.recorded:
        lines.append(
            "Chưa ghi nhận tiến độ nào: chưa có kết quả chỉ tiêu, chưa có báo cáo nhiệm vụ. "
            "Số liệu dưới đây chỉ dựa vào hiện trạng và thời hạn ghi trong Kế hoạch."
        )
    tables = [
        _class_table(view),
        _pillar_table(view),
        _agency_table(view),
        _overdue_table(view, agencies),
        *quiet_tables(view.overdue, agencies),
        _soon_table(picture, agencies),
        _no_data_table(picture, agencies),
    ]
    return Page(tuple(lines), tuple(table for table in tables if table.rows))


def _class_table(view: StatusView) -> Table:
    """Assessments of indicators beside standings of tasks; empty classes are left out."""
    left: list[tuple[Cell | str, str]] = [
        (Cell(terms.ASSESSMENT[name], ASSESSMENT_TONES[name]), str(view.total.assessments[name]))
        for name in ASSESSMENTS
        if view.total.assessments[name]
    ]
    right: list[tuple[Cell | str, str]] = [
        (Cell(terms.STANDING[name], "bad" if name == "open_overdue" else "plain"), str(view.total.standings[name]))
        for name in STANDINGS
        if view.total.standings[name]
    ]
    height = max(len(left), len(right))
    left += [("", "")] * (height - len(left))
    right += [("", "")] * (height - len(right))
    columns = (
        Column(f"Chỉ tiêu ({view.total.assessments.total()})", least=18),
        Column("Số", align="right"),
        Column(f"Nhiệm vụ ({view.total.standings.total()})", least=18),
        Column("Số", align="right"),
    )
    return Table("", columns, tuple((*one, *other) for one, other in zip(left, right, strict=True)))


_TALLY_COLUMNS = (
    Column("Chỉ tiêu", align="right"),
    Column("Đạt, vượt", align="right"),
    Column("Đúng tiến độ", rank=2, align="right"),
    Column("Chậm, không đạt", rank=1, align="right"),
    Column("Chưa đủ số liệu", rank=3, align="right"),
    Column("Nhiệm vụ", align="right"),
    Column("Hoàn thành", align="right"),
    Column("Quá hạn", align="right"),
)


def _tally_cells(tally: Tally) -> tuple[Cell | str, ...]:
    indicators, tasks = tally.assessments, tally.standings
    late = tasks["open_overdue"]
    return (
        str(indicators.total()),
        str(indicators["met"] + indicators["exceeded"]),
        str(indicators["on_track"]),
        str(sum(indicators[name] for name in LATE_ASSESSMENTS)),
        str(indicators["not_assessable"]),
        str(tasks.total()),
        str(tasks["done_on_time"] + tasks["done_late"]),
        Cell(str(late), "bad" if late else "plain"),
    )


def _pillar_table(view: StatusView) -> Table:
    rows = tuple((tally.name, *_tally_cells(tally)) for tally in (*view.pillars, view.total))
    return Table("Theo nhóm", (Column("Nhóm", least=16, wrap=True), *_TALLY_COLUMNS), rows)


def _agency_table(view: StatusView) -> Table:
    rows = tuple((tally.name, *_tally_cells(tally)) for tally in view.agencies)
    return Table("Theo cơ quan chủ trì", (Column("Cơ quan", least=16, wrap=True), *_TALLY_COLUMNS), rows)


_ITEM_COLUMNS = (
    Column("Mã"),
    Column("Nội dung", least=20, wrap=True, lines=2),
    Column("Chủ trì", least=12, rank=1, wrap=True, lines=2),
)


def _overdue_table(view: StatusView, agencies: AgencyRegister) -> Table:
    rows = tuple(
        (item.id, item.name, agencies.short_names(item.lead), wording.day(item.end), Cell(str(item.days_late), "bad"))
        for item in view.overdue.items
    )
    columns = (*_ITEM_COLUMNS, Column("Hạn", align="right"), Column("Trễ (ngày)", align="right"))
    return Table(f"Quá hạn: {late_counts(view.overdue)}", columns, rows)


def _soon_table(picture: Picture, agencies: AgencyRegister) -> Table:
    tasks, indicators = picture.due_soon_tasks(), picture.due_soon_indicators()
    soon: list[tuple[Record, date | None]] = [
        *((item.task, item.due.end) for item in tasks),
        *((item.indicator, item.indicator.due.end) for item in indicators),
    ]
    rows = tuple(
        (record.id, record.name, agencies.short_names(record.lead), wording.day(end), str((end - picture.as_of).days))
        for record, end in sorted(((record, end) for record, end in soon if end), key=lambda entry: entry[1])
    )
    columns = (*_ITEM_COLUMNS, Column("Hạn", align="right"), Column("Còn (ngày)", align="right"))
    title = f"Đến hạn trong {SOON_DAYS} ngày tới: {wording.counted(len(tasks), len(indicators))}"
    return Table(title, columns, rows)


def _no_data_table(picture: Picture, agencies: AgencyRegister) -> Table:
    """One row per lead agency: whom to ask, and for what."""
    missing: dict[tuple[str, ...], list[str]] = {}
    for item in picture.without_data:
        missing.setdefault(item.indicator.lead, []).append(item.indicator.id)
    rows = tuple((agencies.short_names(lead), str(len(ids)), ", ".join(ids)) for lead, ids in missing.items())
    columns = (
        Column("Cơ quan chủ trì", least=20, wrap=True),
        Column("Số", align="right"),
        Column("Chỉ tiêu", least=24, wrap=True),
    )
    return Table(f"Chưa có số liệu kể từ hiện trạng ({len(picture.without_data)} chỉ tiêu)", columns, rows)
