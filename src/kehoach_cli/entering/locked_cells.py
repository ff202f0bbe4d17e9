"""Compare what the locked cells of a returned form say with what the plan says: protection keeps nobody from typing."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.coverage import PeriodDuties, who_must_answer
from kehoach_cli.plan.model import Indicator, Plan, Record
from kehoach_cli.plan.periods import Period
from kehoach_cli.reports.letters.form_identity import fingerprint
from kehoach_cli.reports.letters.form_view import FormRow, form_rows
from kehoach_cli.vocabulary import form_words, wording
from kehoach_cli.yaml.scalars import clipped


class LockedChanges(NamedTuple):
    """What the cells of a row say, `now` what the plan says, by key; and the headings of the keys."""

    there: Mapping[str, str]
    now: Mapping[str, str]
    headings: Mapping[str, str]

    def since_sent(self, sent: str) -> bool:
        """Whether the cells are as they were sent, by their fingerprint; then only the plan can have changed."""
        return fingerprint(self.there.get(key, "") for key in self.now) == sent

    def by_plan(self) -> list[str]:
        return [f"Kế hoạch đã đổi từ khi gửi phiếu, {name}: {old} → {new}" for name, old, new in self._differing()]

    def by_body(self) -> list[str]:
        return [
            f"mã trong phiếu là «{old}» mà dòng này là của {new}"
            if name == wording.inline(self.headings["id"])
            else f"{name} trong phiếu là «{old}», Kế hoạch ghi «{new}»; muốn đổi Kế hoạch thì dùng «kehoach amend»"
            for name, old, new in self._differing()
        ]

    def _differing(self) -> Iterator[tuple[str, str, str]]:
        """What differs, blanks aside, of columns that are there: its heading, and what is said here and there."""
        for key, new in self.now.items():
            if key in self.there and self.there[key].split() != new.split():
                yield wording.inline(self.headings[key]), clipped(self.there[key]), clipped(new)


class LockedCells:
    """What the locked cells of forms say today, for a plan as its files have it."""

    def __init__(self, plan: Plan, as_of: date) -> None:
        self._plan = plan
        self._as_of = as_of
        self._agencies = register(plan)
        self._duties: dict[Period, PeriodDuties] = {}
        self._known: dict[tuple[str, Period], Mapping[str, FormRow]] = {}

    def row(self, record: Record, agency: str, period: Period) -> FormRow | None:
        """The record's row in the body's form of the period, as it would be written today; None if there is none."""
        if (agency, period) not in self._known:
            if period not in self._duties:
                self._duties[period] = who_must_answer(self._plan, period, self._as_of, late=True)
            rows = form_rows(self._plan, self._duties[period], agency, self._agencies)
            self._known[agency, period] = {row.record.id: row for row in rows}
        return self._known[agency, period].get(record.id)

    def changes(self, row: FormRow | None, there: Mapping[str, str]) -> LockedChanges:
        """How `there`, by key, differs from the row; not at all without one."""
        judged = row is None or isinstance(row.record, Indicator)
        return LockedChanges(there, row.locked if row else {}, form_words.INDICATORS if judged else form_words.TASKS)
