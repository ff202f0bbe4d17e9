"""Show what was sent as the report on a period: as a page, as data and as flat rows."""

from collections.abc import Iterator, Sequence
from typing import Any

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.closed_period import ClosedPeriod, Closing, ReportedIndicator, ReportedRecord
from kehoach_cli.plan.in_force import record_in_force
from kehoach_cli.plan.measures import scale
from kehoach_cli.plan.model import Indicator, Plan
from kehoach_cli.plan.restatements import Restatement, restatement
from kehoach_cli.reports.history.moved import MoveTeller
from kehoach_cli.reports.history.period_diff import restated_table
from kehoach_cli.reports.pages import Column, Columns, Page, Table, table_of
from kehoach_cli.reports.record.record_data import plain_value
from kehoach_cli.vocabulary import answer_words, move_words, wording

ROW_COLUMNS = ("id", "class", "value", "date", "due", "answered", "must_answer", "sources")


def closed_page(closed: ClosedPeriod, files: Plan) -> Page:
    """The latest report on the period as it was sent, the earlier ones by name, and what it would now say otherwise."""
    *earlier, last = closed.closings
    lines = [f"{wording.sentence(wording.period(closed.period))}: {wording.inline(move_words.report(last))}."]
    lines += _facts(last)
    lines += [f"Trước đó: {wording.inline(move_words.report(each))}; {_reopened(each)}." for each in reversed(earlier)]
    restated = MoveTeller(files, last.as_of).restated([_now(closed, files)])
    tables = [
        _table("Chỉ tiêu", "Đánh giá", last.indicators, files),
        _table("Nhiệm vụ", "Tình trạng", last.tasks, files),
        restated_table(restated)._replace(title=f"Nay theo các tệp thì khác ({len(restated)})"),
    ]
    return Page(tuple(lines), tuple(table for table in tables if table.rows))


def _facts(closing: Closing) -> Iterator[str]:
    covered = f"; {answer_words.coverage(closing.coverage)} đã báo cáo" if closing.coverage else ""
    yield f"Số liệu đến hết ngày {wording.day(closing.as_of)}{covered}."
    if closing.reopened:
        yield f"{wording.sentence(_reopened(closing))}."
    if closing.file:
        yield f"Tệp đã ký: {closing.file.name} (SHA-256 {closing.file.sha256})."
    made = [f"mẫu {closing.template.name}"] if closing.template else []
    made += [f"phiên bản dữ liệu {closing.revision}"] if closing.revision else []
    if made:
        yield f"{wording.sentence('; '.join(made))}."


def _reopened(closing: Closing) -> str:
    act = closing.reopened
    return f"mở lại ngày {wording.day(act.date)} theo {act.by}" if act else "vẫn là báo cáo của kỳ"


def _now(closed: ClosedPeriod, files: Plan) -> Restatement:
    return restatement(files, closed.period, closed.closings[-1])


def _table(title: str, judged: str, records: Sequence[ReportedRecord], files: Plan) -> Table:
    known, agencies = {record.id: record for record in files.records}, register(files)

    def said(given: ReportedRecord) -> dict[str, str]:
        record = known.get(given.id)
        unit = scale(record_in_force(record, files.date)) if isinstance(record, Indicator) else ""
        return move_words.words(given, unit, agencies)

    def name(given: ReportedRecord) -> str:
        record = known.get(given.id)
        return record.name if record else wording.UNKNOWN

    columns: Columns[ReportedRecord] = [
        (Column("Mã"), lambda each: each.id),
        (Column("Nội dung", least=14, rank=1, wrap=True, lines=2), name),
        (Column("Kết quả", least=12, wrap=True), lambda each: wording.sentence(said(each)["value"])),
        (Column(judged, least=12, wrap=True), lambda each: wording.sentence(said(each)["class"])),
        (Column("Văn bản", least=12, rank=2, wrap=True, lines=2), lambda each: "; ".join(each.sources)),
    ]
    return table_of(f"{title} ({len(records)})", columns, records)


def closed_data(closed: ClosedPeriod, files: Plan) -> dict[str, Any]:
    """The period as plain data, schema 2 of `show`: each report as its file has it, and what is known otherwise now."""
    teller = MoveTeller(files, closed.closings[-1].as_of)
    return {
        "schema": 2,
        "period": str(closed.period),
        "open": closed.sent is None,
        "closings": [plain_value(each) for each in closed.closings],
        "otherwise_now": [teller.data(move) for move in _now(closed, files).moves],
    }


def closed_rows(closed: ClosedPeriod) -> list[dict[str, Any]]:
    """One flat row for each record of the last report."""
    last = closed.closings[-1].reported.by_id.values()
    return [dict(zip(ROW_COLUMNS, _row(each), strict=True)) for each in last]


def _row(given: ReportedRecord) -> tuple[Any, ...]:
    own = (given.assessment, given.value) if isinstance(given, ReportedIndicator) else (given.standing, given.percent)
    return (
        given.id,
        *own,
        given.date,
        given.due,
        given.answered,
        given.must_answer,
        "; ".join(given.sources),
    )
