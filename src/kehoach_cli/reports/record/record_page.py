"""Show one record as a page: what the plan says, its history, and how its standing was computed."""

from collections.abc import Iterable, Sequence

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.entries import Measurement, Report, Update
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.goals import GoalState
from kehoach_cli.plan.hierarchy import children_of
from kehoach_cli.plan.history import uncorrected_indexes
from kehoach_cli.plan.measures import measure_of, scale
from kehoach_cli.plan.model import Indicator, Plan, Record
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.history.event_words import document_of, event_text
from kehoach_cli.reports.history.log_view import record_log
from kehoach_cli.reports.listings.gap_columns import TONES
from kehoach_cli.reports.pages import Cell, Column, Columns, Page, Table, Tone, table_of
from kehoach_cli.reports.record.answers_table import answers_table
from kehoach_cli.reports.record.children_table import children_table
from kehoach_cli.reports.record.explanation import indicator_explanation, task_explanation
from kehoach_cli.reports.record.record_facts import (
    PAIR,
    changed_milestones,
    closing_facts,
    common_facts,
    conclusion,
    due_wording,
    entry_note,
    facts_table,
    place_facts,
    reckoning,
    source_facts,
    standing_wording,
)
from kehoach_cli.vocabulary import answer_words, entry_words, terms, wording
from kehoach_cli.vocabulary.report_words import document_kind


def heading_page(heading: Record, plan: Plan, agencies: AgencyRegister, as_of: Day) -> Page:
    """A heading: where it stands in the plan, and the records under it."""
    facts = [*place_facts(heading, plan), *source_facts(heading)]
    count = len(children_of(plan, heading))
    noun = wording.inline(terms.RECORD["indicators" if isinstance(heading, Indicator) else "tasks"])
    ending = conclusion(heading, "", as_of) if heading.removed else f"Đề mục, gồm {count} {noun}."
    return Page(
        (f"{heading.id}. {heading.name}", ending),
        (
            facts_table(facts, heading, agencies),
            *children_table(heading, plan, as_of),
            *_life_table(heading, plan, agencies, as_of),
        ),
    )


def indicator_page(item: Progress, plan: Plan, agencies: AgencyRegister, since: Day) -> Page:
    """The page; answers from before the day `since` are from an earlier period."""
    indicator, unit = item.indicator, item.indicator.unit
    national, provincial = indicator.targets
    start = indicator.baseline.reading
    since_when = start and f"ngày {wording.day(start.date)}", indicator.baseline.source
    better = terms.MEASURE["verdict"] if measure_of(indicator) == "verdict" else terms.DIRECTION[indicator.direction]
    facts = [
        *common_facts(indicator, plan, agencies),
        ("Đơn vị tính", f"{indicator.unit} ({better})", "unit", "direction"),
        (
            "Hiện trạng",
            f"{wording.quantity(start.value, unit)} ({', '.join(filter(None, since_when))})"
            if start
            else "Kế hoạch không ghi hiện trạng",
            "baseline.value",
            "baseline.as_of",
            "baseline.source",
        ),
        (
            f"Mức {plan.target_names.national}",
            wording.target(national, unit) if national else "không giao",
            "targets.national",
        ),
        (
            f"Mức {plan.target_names.provincial}",
            wording.target(provincial, unit) if provincial else "không giao",
            "targets.provincial",
        ),
        ("Các mốc", changed_milestones(indicator, unit), "milestones"),
        ("Loại số đo", "" if indicator.measure is None else terms.MEASURE[indicator.measure], "measure"),
        ("Cách tính", "; ".join(reckoning(indicator)), "maintain", "accumulates"),
        *closing_facts(indicator),
    ]
    return Page(
        (f"{indicator.id}. {indicator.name}", conclusion(indicator, terms.ASSESSMENT[item.assessment], item.as_of)),
        (
            facts_table(facts, indicator, agencies),
            *_milestone_table(item),
            *children_table(indicator, plan, item.as_of),
            *answers_table(item, agencies, since),
            *_reports_table("Kết quả thực hiện", Column("Giá trị", align="right"), indicator, indicator.measurements),
            *_life_table(indicator, plan, agencies, item.as_of),
            *_explanation_table(
                "Cách đánh giá",
                indicator,
                indicator_explanation(item, plan.target_names),
                Cell(terms.ASSESSMENT[item.assessment], TONES[item.assessment]),
            ),
        ),
    )


def task_page(item: TaskStatus, plan: Plan, agencies: AgencyRegister, since: Day) -> Page:
    """As `indicator_page`."""
    task = item.task
    facts = [*common_facts(task, plan, agencies), ("Sản phẩm", task.output or "", "output"), *closing_facts(task)]
    standing = standing_wording(item)
    return Page(
        (f"{task.id}. {task.name}", conclusion(task, standing, item.as_of)),
        (
            facts_table(facts, task, agencies),
            *children_table(task, plan, item.as_of),
            *answers_table(item, agencies, since),
            *_reports_table("Tiến độ", Column("Tình hình", least=14, wrap=True), task, task.updates),
            *_life_table(task, plan, agencies, item.as_of),
            *_explanation_table("Cách xác định", task, task_explanation(item), Cell(standing)),
        ),
    )


def _milestone_table(item: Progress) -> tuple[Table, ...]:
    """What became of each milestone and, last, of the target; nothing where there are no milestones."""
    if not item.milestones:
        return ()
    unit, of_gap = item.indicator.unit, scale(item.indicator)
    columns: Columns[GoalState] = [
        (Column("Mốc", least=12, wrap=True), lambda state: due_wording(state.goal.due)),
        (Column("Phải đạt", align="right"), lambda state: wording.target(state.goal.target, unit)),
        (
            Column("Còn cách", align="right"),
            lambda state: (
                wording.UNKNOWN
                if state.reached or state.left is None
                else f"{wording.gap(state.left, of_gap)}{answer_words.provisional(item)}"
            ),
        ),
        (Column("Kết quả", least=12, wrap=True), lambda state: _goal_result(item, state)),
    ]
    return (table_of("Các mốc", columns, item.goals),)


def _goal_result(item: Progress, state: GoalState) -> Cell:
    in_hand = " (mốc trước mắt)" if state == item.in_hand and state in item.milestones else ""
    tone: Tone = "good" if state.reached else "bad" if state.missed else "plain"
    return Cell(f"{terms.GOAL_RESULT[state.result]}{in_hand}", tone)


def _reports_table(title: str, content: Column, record: Record, reports: Sequence[Report]) -> tuple[Table, ...]:
    """What was reported of the whole, in the order of the file."""
    counted = uncorrected_indexes(reports)
    rows = (
        (
            wording.day(entry.date),
            entry_words.said(entry, entry_words.unit_of(record, entry)),
            entry.source or wording.UNKNOWN,
            entry_note(entry, counts=index in counted),
        )
        for index, entry in enumerate(reports)
    )
    return _history_table(title, content, rows)


def _history_table(title: str, content: Column, rows: Iterable[tuple[str, ...]]) -> tuple[Table, ...]:
    """Day, `content`, document and note of each row; nothing without rows."""
    further = Column("Văn bản", least=16, wrap=True), Column("Ghi chú", least=12, wrap=True)
    table = Table(title, (Column("Ngày", align="right"), content, *further), tuple(rows))
    return (table,) if table.rows else ()


def _life_table(record: Record, plan: Plan, agencies: AgencyRegister, as_of: Day) -> tuple[Table, ...]:
    """What documents made of the record since it was decided; nothing where it is as it was decided."""
    events = [
        item for item in record_log(plan, record, as_of).entries if not isinstance(item.entry, Measurement | Update)
    ]
    if not events:
        return ()
    decided = (wording.day(plan.date), "Giao trong Kế hoạch", f"{document_kind(plan.number)} {plan.number}", "")
    rows = (
        (
            wording.day(item.entry.date),
            event_text(item, agencies, plan.target_names),
            document_of(item),
            item.entry.note or "",
        )
        for item in events
    )
    content = Column("Diễn biến", least=14, wrap=True)
    return _history_table("Từ khi được giao", content, [*([] if record.added else [decided]), *rows])


def _explanation_table(title: str, record: Record, steps: list[tuple[str, str]], conclusion: Cell) -> tuple[Table, ...]:
    """How the conclusion comes about; nothing for a record that is no longer in the plan."""
    return () if record.removed else (Table(title, PAIR, (*steps, ("Kết luận", conclusion))),)
