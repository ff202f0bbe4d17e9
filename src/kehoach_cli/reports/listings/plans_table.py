"""Show several plans, one line each: indicators met, tasks done, what is overdue, who has reported."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from kehoach_cli.plan.coverage import PeriodDuties
from kehoach_cli.reports.listings.answers_view import reporting_data
from kehoach_cli.reports.listings.status_summary import StatusView, tally_data
from kehoach_cli.reports.pages import Cell, Column, Columns, Page, table_of
from kehoach_cli.vocabulary import answer_words, wording


class PlanCounts(NamedTuple):
    """How much of a plan is reached. `dated` are the tasks with a deadline, without those that were given up."""

    indicators: int
    met: int
    dated: int
    done: int
    overdue: int


class PlanLine(NamedTuple):
    """One plan: where it lies, what plan.yaml says of it, and its status.

    `number` and `years` are None where plan.yaml cannot be read, `view` where the plan's files have `errors`.
    """

    folder: str
    number: str | None
    years: range | None
    view: StatusView | None
    errors: int = 0

    @property
    def counts(self) -> PlanCounts | None:
        if self.view is None:
            return None
        _, _, assessments, standings, overdue = self.view.total
        done = standings["done_on_time"] + standings["done_late"]
        dated = done + standings["open_in_time"] + standings["open_overdue"]
        return PlanCounts(assessments.total(), assessments["met"] + assessments["exceeded"], dated, done, overdue)

    @property
    def duties(self) -> PeriodDuties | None:
        """The duties of the period under way; None where the period is not one of the plan, or nobody must answer."""
        if self.view is None or self.years is None or not self.view.duties.duties:
            return None
        duties = self.view.duties
        begun = self.view.status.plan.date <= duties.window.last_day
        return duties if begun and duties.period.year <= self.years[-1] else None


def plans_page(lines: Sequence[PlanLine], as_of: date) -> Page:
    """A table with a row per plan."""
    columns: Columns[PlanLine] = [
        (Column("Thư mục", least=8, wrap=True), lambda line: line.folder),
        (Column("Kế hoạch", least=12, wrap=True), _number),
        (Column("Năm", rank=2), _years),
        (Column("Chỉ tiêu đạt", align="right"), _counted(lambda counts: f"{counts.met}/{counts.indicators}")),
        (Column("Nhiệm vụ xong", align="right"), _counted(lambda counts: f"{counts.done}/{counts.dated}")),
        (
            Column("Quá hạn", align="right"),
            _counted(lambda counts: Cell(str(counts.overdue), "bad" if counts.overdue else "plain")),
        ),
        (Column("Đã báo cáo", rank=1, align="right"), _reported),
        (Column("Kỳ", rank=3), lambda line: wording.period(line.duties.period) if line.duties else wording.UNKNOWN),
    ]
    faulty = any(line.errors for line in lines)
    heads = (
        f"{len(lines)} kế hoạch, tính đến ngày {wording.day(as_of)}.",
        "Nhiệm vụ xong: trên số nhiệm vụ có thời hạn. Đã báo cáo: số cơ quan đã báo cáo đủ trong kỳ.",
        *(["Kế hoạch có tệp lỗi thì không được tính; xem từng lỗi bằng: kehoach validate"] if faulty else []),
    )
    return Page(heads, (table_of("", columns, lines),))


def _number(line: PlanLine) -> Cell | str:
    number = line.number or wording.UNKNOWN
    return Cell(f"{number} (tệp có lỗi)", "bad") if line.errors else number


def _years(line: PlanLine) -> str:
    return " – ".join(map(str, sorted({line.years[0], line.years[-1]}))) if line.years else wording.UNKNOWN


def _counted(cell: Callable[[PlanCounts], Cell | str]) -> Callable[[PlanLine], Cell | str]:
    return lambda line: cell(line.counts) if line.counts else wording.UNKNOWN


def _reported(line: PlanLine) -> str:
    return answer_words.coverage_cell(line.duties.agencies) if line.duties else wording.UNKNOWN


def plans_data(lines: Sequence[PlanLine], as_of: date) -> dict[str, Any]:
    """The lines as plain data, schema 1. What nobody knows of a plan with errors is null."""
    return {"schema": 1, "as_of": as_of, "plans": [_data(line) for line in lines]}


def _data(line: PlanLine) -> dict[str, Any]:
    view = line.view
    return {
        **_head(line),
        "title": view and view.status.plan.title,
        **(tally_data(view.total) if view else dict.fromkeys(("indicators", "tasks", "overdue"))),
        "reporting": line.duties and reporting_data(line.duties),
    }


def plans_rows(lines: Sequence[PlanLine]) -> list[dict[str, Any]]:
    """One flat row per plan."""
    return [
        {
            **_head(line),
            **(line.counts._asdict() if line.counts else dict.fromkeys(PlanCounts._fields)),
            "period": line.duties and str(line.duties.period),
            "answered": line.duties and line.duties.agencies.answered,
            "must_answer": line.duties and line.duties.agencies.of,
        }
        for line in lines
    ]


def _head(line: PlanLine) -> dict[str, Any]:
    first, last = (line.years[0], line.years[-1]) if line.years else (None, None)
    return {"folder": line.folder, "plan": line.number, "first_year": first, "last_year": last, "errors": line.errors}
