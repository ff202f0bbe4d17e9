"""Insert entries into the text of the file that holds their record."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

from kehoach_cli.editing.expected import Insertion
from kehoach_cli.editing.operations import insert_all
from kehoach_cli.editing.writing import in_block, item_lines
from kehoach_cli.loading.answer_files import collection_of_answers
from kehoach_cli.plan.additions import Addition
from kehoach_cli.plan.agency import Agency, Member, Succession
from kehoach_cli.plan.differences import LISTS, Entry
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.entries import Change, LegalAct, Measurement, Remark, Report
from kehoach_cli.plan.model import Indicator, Plan, Record
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.values import VERDICT, Baseline, Target
from kehoach_cli.storage.folder import SCHEMA_FOLDER
from kehoach_cli.vocabulary import wording
from kehoach_cli.yaml.events import Data
from kehoach_cli.yaml.locate import Document
from kehoach_cli.yaml.scalars import resolve_plain
from kehoach_cli.yaml.text import SourceText


def collection_of(addition: Addition | Remark, plan: Plan) -> str:
    """The file that gets the addition: that of its record, or of the agency that answers."""
    if isinstance(addition, Remark):
        return collection_of_answers(addition.agency)
    if addition.agency:
        return collection_of_answers(addition.agency)
    if isinstance(addition.entry, Succession):
        return "agencies"
    if addition.key == "added":
        return "indicators" if isinstance(addition.creates, Indicator) else "tasks"
    return "indicators" if any(record.id == addition.record for record in plan.indicators) else "tasks"


def with_entries(document: Document, additions: Iterable[Addition], remarks: Iterable[Remark] = ()) -> SourceText:
    """The file's text with each entry in its record: at the end of its history, or under a key of its own.

    The remarks stand at the end of a file of answers.

    Raises:
        EditRefused: the way the file is written allows no entry to be added without other changes.
    """
    data = document.content.data
    records = [item.get("id") if isinstance(item, dict) else None for item in data if isinstance(data, list)]
    return insert_all(
        document.source,
        [
            insertion if addition.agency else insertion._replace(path=(records.index(addition.record), *insertion.path))
            for addition in additions
            for insertion in _within_record(addition)
        ]
        + [Insertion((), record) for record in _new_records(additions)]
        + [Insertion(("remarks",), _entry_data(remark)) for remark in remarks],
    )


def blank_answers(name: str, agency: Agency, keys: Iterable[str]) -> SourceText:
    """A file of answers with these keys, and nothing under them."""
    text = (
        f"# yaml-language-server: $schema=../{SCHEMA_FOLDER}/answers.json\n"
        f"# Báo cáo của {agency.name} về những việc giao cho nhiều cơ quan.\n" + "".join(f"\n{key}:\n" for key in keys)
    )
    return SourceText(name, text)


def lines_by_hand(addition: Addition) -> str:
    """What a person adds by hand: `thêm vào changes của CQS-01:` and the lines below it."""
    asked = []
    for (key, *_), value, as_item in _within_record(addition):
        lines = _item(value) if as_item else [f"{key}: {in_block(value)}"]
        whose = "" if addition.agency else addition.record
        asked.append((f"vào {key if as_item else ''}{' của ' if as_item and whose else ''}{whose}", lines))
    asked += [("vào cuối tệp", _item(record)) for record in _new_records([addition])]
    return ";\n  ".join(f"thêm {where}:{''.join(f'{_MARGIN}{line}' for line in lines)}" for where, lines in asked)


_MARGIN = "\n      "


def _within_record(addition: Addition) -> Iterator[Insertion]:
    """What comes into the record, or into a file of answers; paths begin there."""
    key, entry = addition.key, addition.entry
    if addition.agency:
        yield Insertion((key,), {"record": addition.record, **_entry_data(entry)})
        return
    if key == "added":
        return
    if isinstance(entry, Succession):
        yield Insertion(("until",), _data(entry.date - timedelta(days=1)), as_item=False)
    yield Insertion((key,), _entry_data(entry), as_item=key in LISTS)


def _new_records(additions: Iterable[Addition]) -> list[dict[str, Data]]:
    """The records that are not in the file yet, each once."""
    created = dict.fromkeys(addition.creates for addition in additions if addition.creates)
    return [record_data(record) for record in created]


def record_data(record: Agency | Record) -> dict[str, Data]:
    """The record as data for its file: keys in order, without those that say nothing."""
    return {
        key.rstrip("_"): value
        for key, value in _entry_data(record).items()
        if isinstance(record, Agency) or not record.heading or key in _OF_HEADINGS
    }


_OF_HEADINGS = ("id", "name", "pillar", "note", "source", "parent", "heading", "added")


def _entry_data(entry: Entry | Remark | Agency | Record) -> dict[str, Data]:
    """The entry as data for its file: keys in order, without those that say nothing."""
    given = entry._asdict()
    if isinstance(entry, Change):
        given["set"] = entry.nested()
    if isinstance(entry, Succession):
        given["takes"] = dict(entry.takes)
    if isinstance(entry, Measurement) and entry.verdict:
        given |= {"value": wording.quantity(entry.value, VERDICT), "verdict": None}
    if isinstance(entry, Measurement) and entry.denominator is not None:
        given = {"numerator": entry.numerator, "denominator": entry.denominator, **given, "value": None}
    if isinstance(entry, Report | Remark):
        given["agency"] = None  # says which file it is
    return {
        key: _data(value)
        for key, value in given.items()
        if key == "lead" or (value is not None and value is not False and value not in ((), {}, "", Baseline()))
    }


def _item(value: Data) -> list[str]:
    """The lines of an item of a YAML list."""
    first, *rest = item_lines(value)
    return [f"- {first}", *(f"  {line}" for line in rest)]


def _data(value: object) -> Data:
    match value:
        case None | bool():
            return value
        case dict():
            return {key: _data(part) for key, part in value.items()}
        case Due():
            return value.text or None
        case Period():
            return str(value)
        case Target(text=str(words)):
            return words
        case Target():
            return _data(value.min) if value.min == value.max else {"min": _data(value.min), "max": _data(value.max)}
        case LegalAct():
            return _entry_data(value)
        case tuple() if hasattr(value, "_asdict"):
            return _tuple_data(value)
        case tuple():
            return [_data(part) for part in value]
        case Decimal():
            return resolve_plain(f"{value:f}")
        case _:
            return str(value)


def _tuple_data(value: Any) -> Data:
    """A named tuple by its keys; of a member that always was one its id, of a baseline no unknown document."""
    if isinstance(value, Member) and not (value.from_ or value.until):
        return value.id
    return {key: _data(part) for key, part in value._asdict().items() if part is not None or key != "source"}
