"""List what a change does to the plan, by kind, for reviewers."""

from typing import Any, NamedTuple

from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.differences import CollectionDifference, PlanDifferences, RecordDifference
from kehoach_cli.plan.model import Indicator, Plan, Task
from kehoach_cli.reports.history.change_wording import ChangeWording
from kehoach_cli.reports.history.new_entries import new_answers, new_measurements, new_updates


class ChangeLine(NamedTuple):
    """One change in words, with the record's id and name; the id is "" for the plan itself."""

    record: str
    name: str
    text: str


class ChangeSection(NamedTuple):
    """Changes of one kind."""

    title: str
    lines: tuple[ChangeLine, ...]


def change_sections(changes: PlanDifferences, earlier: Plan, present: Plan, files: Plan) -> tuple[ChangeSection, ...]:
    """The changes by kind, the gravest kind first. Kinds without changes are left out.

    `files` is the present plan as its files have it.
    """
    words = ChangeWording(earlier, present, files)
    parts: tuple[CollectionDifference[Any], ...] = (changes.agencies, changes.indicators, changes.tasks)
    changed: list[RecordDifference[Any]] = [change for part in parts for change in part.changed]
    header = [changes.header] if changes.header else []
    sections = {
        "Bản ghi không còn": [
            _line(record, "không còn") for part in parts for record in part.removed if not words.removal(record)
        ],
        "Đưa ra khỏi Kế hoạch": [
            *(_line(record, text) for part in parts for record in part.removed if (text := words.removal(record))),
            *(_line(item.after, text) for item in changed for text in words.acts(item, "removed")),
        ],
        "Bản ghi đổi mã": [
            _line(after, f"trước đây mang mã {before.id}") for part in parts for before, after in part.renumbered
        ],
        "Bản ghi mới": [_line(record, words.new_record(record)) for part in parts for record in part.added],
        "Dòng đã ghi bị sửa, bị bỏ": [_line(item.after, text) for item in changed for text in words.altered(item)],
        "Nội dung Kế hoạch giao": [
            *(ChangeLine("", "Kế hoạch", text) for item in header for text in words.assigned(item)),
            *(_line(item.after, text) for item in changed for text in words.assigned(item)),
            *(_line(item.after, text) for item in changed for text in words.acts(item, "added")),
        ],
        "Sắp xếp lại cơ quan": [
            _line(item.after, text) for item in changes.agencies.changed for text in words.successions(item)
        ],
        "Kết quả mới": [
            _line(item.after, text) for item in changes.indicators.changed for text in new_measurements(item, present)
        ],
        "Tiến độ mới": [
            _line(item.after, text) for item in changes.tasks.changed for text in new_updates(item, earlier, present)
        ],
        "Báo cáo mới của cơ quan": [
            _line(item.after, text)
            for part in (changes.indicators, changes.tasks)
            for item in part.changed
            for text in new_answers(item, present)
        ],
        "Kỳ báo cáo": [ChangeLine("", "Kế hoạch", text) for text in words.closings()],
        "Nội dung khác": [
            *(_line(item.after, text) for item in changed for text in words.other_fields(item)),
            *(ChangeLine("", "Kế hoạch", text) for item in header for text in words.other_fields(item)),
        ],
    }
    return tuple(ChangeSection(title, tuple(lines)) for title, lines in sections.items() if lines)


def _line(record: Agency | Indicator | Task, text: str) -> ChangeLine:
    return ChangeLine(record.id, record.name, text)
