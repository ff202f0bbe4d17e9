"""The made-up year: it is the shipped plan with progress added, and every page of it says that it is made up."""

import re
from pathlib import Path

import pytest

from kehoach_cli.plan.classes import ASSESSMENTS, STANDINGS
from kehoach_cli.plan.in_force import in_force
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.plan_status import plan_status
from tests.conftest import Kehoach
from tests.support.known_plans import EXAMPLES, SHIPPED, load

WITHOUT_EXAMPLE = ("not_yet_met", "not_maintained")  # the plan has no ranks, and its level to keep was kept
DAYS = [Day(2023, 7, 1), Day(2023, 9, 14), Day(2023, 10, 1), Day(2023, 12, 14), Day(2024, 1, 1)]


def test_it_is_the_shipped_plan_with_progress_and_the_reorganisation_of_2025_added() -> None:
    example, shipped = load(EXAMPLES), load(SHIPPED)
    known = {agency.id for agency in shipped.agencies}
    assert (
        example._replace(
            closed=(),
            title=example.title.removesuffix(" (ví dụ: tiến độ giả định)"),
            agencies=tuple(each for each in in_force(example, Day(2025, 2, 28)).agencies if each.id in known),
            indicators=tuple(
                indicator._replace(measurements=(), answers=(), parts=None) for indicator in example.indicators
            ),
            tasks=tuple(task._replace(updates=(), changes=(), answers=(), parts=None) for task in example.tasks),
        )
        == shipped
    )
    assert {agency.id for agency in example.agencies} - known == {"SKHCN", "SXD", "SNNMT"}


FILES = sorted((EXAMPLES / "data").rglob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_every_file_says_first_that_it_is_made_up(file: Path) -> None:
    head = "\n".join(file.read_text(encoding="utf-8").splitlines()[:2])
    assert "VÍ DỤ" in head
    assert "SỐ LIỆU GIẢ ĐỊNH" in head


def test_the_readmes_and_the_title_say_so_too() -> None:
    assert "số liệu giả định" in (EXAMPLES / "README.vi.md").read_text(encoding="utf-8")
    assert "made up" in (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert "giả định" in load(EXAMPLES).title


def test_one_number_is_one_document_and_numbers_grow_with_the_year() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in FILES)
    cited = re.findall(r"(?:source|by): (\S+) (\d+)/(\S+) ngày (\d+)/(\d+)/(\d+)(?=[,}]|$)", text, re.MULTILINE)
    registers: dict[tuple[str, str, int], set[tuple[int, int, int]]] = {}
    for kind, number, symbol, day, month, year in cited:
        registers.setdefault((kind, symbol, int(year)), set()).add((int(number), int(month), int(day)))
    assert len(registers) > 20
    for documents in registers.values():
        ordered = sorted(documents)
        assert len({number for number, _, _ in ordered}) == len(ordered)
        assert [when for _, *when in ordered] == sorted(when for _, *when in ordered)


def test_it_has_warnings_at_most(kehoach: Kehoach) -> None:
    result = kehoach("validate", str(EXAMPLES))
    assert result.code == 0


def test_every_assessment_and_standing_occurs_somewhere_in_the_year() -> None:
    statuses = [plan_status(load(EXAMPLES), day) for day in DAYS]
    assert {item.assessment for status in statuses for item in status.indicators} == {
        assessment for assessment in ASSESSMENTS if assessment not in WITHOUT_EXAMPLE
    }
    assert {item.standing for status in statuses for item in status.tasks} == set(STANDINGS)


def test_the_readme_points_at_records_that_show_what_it_says() -> None:
    plan = load(EXAMPLES)
    end = plan_status(plan, Day(2024, 1, 1))
    assessed = {item.indicator.id: item.assessment for item in end.indicators}
    assert [assessed[name] for name in ("CQS-02", "XHS-03", "KTS-03", "XHS-15", "XHS-08", "CQS-14", "CQS-07")] == [
        "exceeded",
        "exceeded",
        "met",
        "met",
        "met",
        "met",
        "not_assessable",
    ]
    autumn = plan_status(plan, Day(2023, 10, 1))
    assert [item.task.id for item in autumn.stale] == ["NV-CQS-08"]
    assert [item.task.id for item in autumn.missed] == ["NV-CQS-13", "NV-KTS-03"]
    assert {item.task.id for item in autumn.overdue_tasks} >= {"NV-CQS-14", "NV-CQS-16"}
