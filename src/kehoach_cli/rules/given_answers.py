"""The answers of agencies, with who had to answer, for rules that compare the two."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.entries import Report
from kehoach_cli.plan.history import uncorrected_indexes
from kehoach_cli.plan.in_force import asked_by
from kehoach_cli.plan.model import Indicator, Record, Task
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.respondents import Respondents
from kehoach_cli.plan.roster import Roster
from kehoach_cli.plan.wholes import is_shared, respondents_on
from kehoach_cli.rules.rule import Subject

_RecordT = TypeVar("_RecordT", Indicator, Task, Record)


class GivenAnswer(NamedTuple):
    """An answer that no later one corrects, and its place in the record.

    `asked` are those who had to answer the record on its day, `agencies` the register of that day. `shared`: what one
    answers is a part of the whole.
    """

    record: Record
    place: int
    entry: Report
    asked: Respondents
    agencies: AgencyRegister
    shared: bool


def with_respondents(records: Iterable[_RecordT], roster: Roster) -> Iterator[tuple[_RecordT, _RecordT]]:
    """Each record that agencies answered, and the same with who must answer it from which day on (`asked`)."""
    for record in records:
        if record.answers:
            yield record, record._replace(asked=tuple(asked_by(record, Day.max, roster)))


def given_answers(subject: Subject) -> Iterator[GivenAnswer]:
    """The answers to each record whose leads are known, in the order of the files."""
    roster = Roster(subject.plan.agencies)
    for record, known in with_respondents(subject.plan.records, roster):
        if not subject.knows_leads(record):
            continue
        for place in uncorrected_indexes(record.answers):
            entry = record.answers[place]
            asked, agencies = respondents_on(known, entry.date), roster.on(entry.date)
            yield GivenAnswer(record, place, entry, asked, agencies, is_shared(known, entry.date))
