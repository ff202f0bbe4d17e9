"""Headings and children: what counts, what is under what, and where a heading's line stands."""

from datetime import date
from pathlib import Path

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.hierarchy import MOST_LEVELS, ancestors, children_of, outline, parent_of
from kehoach_cli.plan.model import Indicator, Plan, Record, Task, blank_indicator
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.plan.selection import Selection, select
from tests.support.known_plans import load
from tests.support.plans import write_plan
from tests.support.records import indicator, plan, task

DAY = date(2023, 10, 1)


def heading(identifier: str, parent: str | None = None) -> Indicator:
    return blank_indicator(identifier, f"Mục {identifier}", "CQS")._replace(heading=True, parent=parent)


def under(parent: str | None, identifier: str, lead: str = "STTTT") -> Indicator:
    return indicator(id=identifier, lead=(lead,))._replace(parent=parent)


OF_TASKS = Task("NV-1", "Thể chế", None, (), (), heading=True)
PLAN = plan(
    heading("CT-11"),
    under("CT-11", "CT-11.1"),
    heading("CT-11.2", "CT-11"),
    under("CT-11.2", "CT-11.2.1", "SYT"),
    under(None, "CT-12"),
    under("CT-12", "CT-12.1", "SYT"),
    under("CT-11", "CT-11.3"),
    OF_TASKS,
    task(id="NV-1.1")._replace(parent="NV-1"),
)
BY_ID: dict[str, Record] = {record.id: record for record in PLAN.records}


def outlined(part: Plan) -> list[str]:
    """The lines of the listing of indicators, two blanks before a name for each level."""
    lines = []
    for line in outline(part, plan_status(part, DAY).indicators, lambda item: item.indicator):
        lines += ["  " * level + record.name for record, level in line.headings]
        lines.append("  " * line.level + line.item.indicator.id)
    return lines


def test_a_heading_counts_nowhere_and_a_record_with_a_target_of_its_own_does() -> None:
    status = plan_status(PLAN, DAY)
    counted = [item.indicator.id for item in status.indicators]
    assert counted == ["CT-11.1", "CT-11.2.1", "CT-12", "CT-12.1", "CT-11.3"]
    assert [item.task.id for item in status.tasks] == ["NV-1.1"]
    assert len(status.without_data) == 5


def test_who_is_under_whom() -> None:
    assert [record.id for record in children_of(PLAN, BY_ID["CT-11"])] == ["CT-11.1", "CT-11.2", "CT-11.3"]
    assert [record.id for record in children_of(PLAN, OF_TASKS)] == ["NV-1.1"]
    assert children_of(PLAN, BY_ID["CT-11.1"]) == []
    assert parent_of(PLAN, BY_ID["CT-11.2"]) == BY_ID["CT-11"]
    assert parent_of(PLAN, BY_ID["CT-11"]) is None
    assert [record.id for record in ancestors(BY_ID["CT-11.2.1"], BY_ID)] == ["CT-11", "CT-11.2"]


def test_a_heading_stands_before_its_first_part_alone() -> None:
    assert outlined(PLAN) == [
        "Mục CT-11",
        "  CT-11.1",
        "  Mục CT-11.2",
        "    CT-11.2.1",
        "CT-12",
        "  CT-12.1",
        "  CT-11.3",
    ]
    assert outline(PLAN, [], lambda item: item) == []


def test_of_what_is_picked_only_the_headings_above_it_are_shown() -> None:
    picked = select(PLAN, register(PLAN), Selection(agency="SYT"))
    assert outlined(picked) == ["Mục CT-11", "  Mục CT-11.2", "    CT-11.2.1", "CT-12.1"]
    assert [record.id for record in picked.tasks] == []


def test_each_of_a_circle_is_above_another_once() -> None:
    circle = plan(heading("CT-1", "CT-2"), heading("CT-2", "CT-1"), under("CT-1", "CT-3"))
    assert outlined(circle) == ["Mục CT-2", "  Mục CT-1", "    CT-3"]
    assert outlined(plan(under("CT-2", "CT-1"), under("CT-1", "CT-2"))) == ["  CT-1", "  CT-2"]
    itself = under("CT-1", "CT-1")
    assert children_of(plan(itself), itself) == []
    assert outlined(plan(itself)) == ["CT-1"]


def test_what_is_too_deep_is_cut() -> None:
    deep = plan(*(under(f"CT-{number - 1}", f"CT-{number}") for number in range(1, 9)))
    assert len(ancestors(deep.indicators[-1], {record.id: record for record in deep.indicators})) == MOST_LEVELS


def test_a_part_is_in_the_pillar_of_its_heading_unless_it_says_another(tmp_path: Path) -> None:
    heading_line = "- {id: NV-1, name: Thể chế, pillar: KTS, heading: true}\n"
    parts = "".join(
        f"- {{id: NV-1.{number}, name: Việc {number}, lead: [SYT], due: Quý IV/2023, {said}}}\n"
        for number, said in enumerate(("parent: NV-1", "parent: NV-1, pillar: CQS", "parent: NV-1.1", "note: x"), 1)
    )
    read = load(write_plan(tmp_path, tasks=heading_line + parts))
    assert [record.pillar for record in read.tasks] == ["KTS", "KTS", "CQS", "KTS", None]
