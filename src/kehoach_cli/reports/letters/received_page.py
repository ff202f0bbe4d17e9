"""Summarise what the files of bodies brought: taken, known already, still missing, doubtful, refused."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.reports.pages import Column, Columns, Page, table_of
from kehoach_cli.vocabulary import wording

_MOST_NAMED = 6
Answers = Sequence[tuple[str, str]]  # the id of the body and of the record


class FileOutcome(NamedTuple):
    """What became of a file. `taken` are its new answers and remarks; none of them is written where there are `doubts`.

    `problem` says why it was refused, "" if it was not.
    """

    file: str
    taken: Answers = ()
    unchanged: Answers = ()
    unanswered: Answers = ()
    doubts: tuple[str, ...] = ()
    problem: str = ""


class ReceivedView(NamedTuple):
    """The outcomes of all files, and by body the records that it still has to answer."""

    files: tuple[FileOutcome, ...]
    missing: Mapping[str, Sequence[str]]
    skipped: tuple[str, ...] = ()
    dry_run: bool = False

    @property
    def bodies(self) -> list[str]:
        """The bodies that the files are from, in their order."""
        answers = (
            each for file in self.files for part in (file.taken, file.unchanged, file.unanswered) for each in part
        )
        return list(dict.fromkeys(agency for agency, _ in answers))

    def number_of(self, agency: str, part: Callable[[FileOutcome], Answers]) -> int:
        """How many records of the body these are; one that some file answers is not counted as unanswered."""
        records = {record for file in self.files for body, record in part(file) if body == agency}
        answered = {pair for file in self.files for pair in (*file.taken, *file.unchanged)}
        return len(
            records - {record for body, record in answered if body == agency} if part is _unanswered else records
        )


def _unanswered(file: FileOutcome) -> Answers:
    return file.unanswered


def _taken(file: FileOutcome) -> Answers:
    return () if file.doubts else file.taken


def _doubtful(file: FileOutcome) -> Answers:
    return file.taken if file.doubts else ()


# The title of a column, its key in data, and what it counts.
_COUNTS: Sequence[tuple[str, str, Callable[[FileOutcome], Answers]]] = (
    ("Nhận", "taken", _taken),
    ("Đã có", "unchanged", lambda file: file.unchanged),
    ("Chưa có", "unanswered", _unanswered),
    ("Nghi vấn", "doubtful", _doubtful),
)


def received_page(view: ReceivedView, agencies: AgencyRegister) -> Page:
    """The counts of each body, and the files that were not taken."""
    refused = [file for file in view.files if file.problem]
    waiting = [file for file in view.files if file.doubts]
    taken = len(view.files) - len(refused) - len(waiting)
    lines = [f"{'Xem trước, chưa ghi gì: nhận được' if view.dry_run else 'Đã nhận'} {taken}/{len(view.files)} tệp."]
    if waiting:
        names = ", ".join(file.file for file in waiting)
        lines.append(f"Chưa nhận, còn điều phải xem lại: {names}; đúng thì chạy lại với --yes.")
    if refused:
        lines.append(f"Không nhận được: {', '.join(file.file for file in refused)}.")
    if view.skipped:
        lines.append(f"Bỏ qua, không phải bảng: {', '.join(view.skipped)}.")
    columns: Columns[str] = [
        (Column("Cơ quan", least=16, wrap=True), agencies.short_name),
        *((Column(title, align="right"), _counter(view, part)) for title, _, part in _COUNTS),
        (Column("Còn thiếu trong kỳ", least=16, wrap=True), lambda agency: _named(view.missing.get(agency, ()))),
    ]
    return Page(tuple(lines), (table_of("", columns, view.bodies),) if view.bodies else ())


def _counter(view: ReceivedView, part: Callable[[FileOutcome], Answers]) -> Callable[[str], str]:
    return lambda agency: str(view.number_of(agency, part))


def _named(records: Sequence[str]) -> str:
    more = f" và {len(records) - _MOST_NAMED} việc nữa" if len(records) > _MOST_NAMED else ""
    return ", ".join(records[:_MOST_NAMED]) + more if records else wording.UNKNOWN


def received_data(view: ReceivedView) -> dict[str, Any]:
    """The summary as plain data, schema 1."""
    return {
        "schema": 1,
        "dry_run": view.dry_run,
        "files": [
            {
                "file": file.file,
                **{key: [list(each) for each in part(file)] for _, key, part in _COUNTS},
                "doubts": list(file.doubts),
                "problem": file.problem or None,
            }
            for file in view.files
        ],
        "agencies": [
            {
                "agency": agency,
                **{key: view.number_of(agency, part) for _, key, part in _COUNTS},
                "missing": list(view.missing.get(agency, ())),
            }
            for agency in view.bodies
        ],
        "skipped": list(view.skipped),
    }


RECEIVED_COLUMNS = ("file", "agency", "id", "outcome")


def received_rows(view: ReceivedView) -> list[dict[str, Any]]:
    """One flat row per answer, for a spreadsheet."""
    return [
        {"file": file.file, "agency": agency, "id": record, "outcome": key}
        for file in view.files
        for _, key, part in _COUNTS
        for agency, record in part(file)
    ]
