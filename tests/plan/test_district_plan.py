"""The plan of another shape really differs from the shipped one, wherever a plan may."""

import re

from kehoach_cli.plan.model import TargetNames
from tests.conftest import Kehoach
from tests.support.known_plans import DISTRICT, SHIPPED, load


def test_it_is_valid_without_a_warning(kehoach: Kehoach) -> None:
    result = kehoach("validate", str(DISTRICT))
    assert (result.code, result.out) == (0, "Đã kiểm tra 4 tệp: không có lỗi\n")


def test_nothing_of_the_header_is_like_the_shipped_plan() -> None:
    district, shipped = load(DISTRICT), load(SHIPPED)
    assert district.year != shipped.year
    assert district.reporting.cadence != shipped.reporting.cadence
    assert district.reporting.cutoff is None
    assert district.target_names == TargetNames("tỉnh", "huyện")
    assert not {pillar.id for pillar in district.pillars} & {pillar.id for pillar in shipped.pillars}
    assert not any(task.id.startswith("NV-") for task in district.tasks)
    assert all(agency.members_complete for agency in district.agencies if agency.group)


def test_its_indicators_take_every_shape() -> None:
    indicators = load(DISTRICT).indicators
    assert {indicator.direction for indicator in indicators} == {"increase", "decrease"}
    assert len({indicator.unit for indicator in indicators}) > 8
    assert {(bool(i.targets.national), bool(i.targets.provincial)) for i in indicators} == {
        (True, True),
        (True, False),
        (False, True),
        (False, False),
    }
    falling_or_rising = {
        i.direction for i in indicators if i.targets.provincial and i.targets.provincial.min < i.targets.provincial.max
    }
    assert falling_or_rising == {"increase", "decrease"}


def _shape(wording: str) -> str:
    """`Quý II-III/2024` and `quý I–II/2023` have one shape: `quý n-n/n`."""
    return re.sub(r"\b(?:[IV]+|\d+)\b", "n", wording.replace("–", "-")).casefold()


def test_its_deadlines_are_worded_in_many_ways() -> None:
    plan = load(DISTRICT)
    dues = [record.due for record in plan.records] + [
        value for record in plan.records for change in record.changes for field, value in change.set if field == "due"
    ]
    shapes = {_shape(due.text) for due in dues}
    assert len(shapes) > 20
    assert {due.kind for due in dues} == {"dated", "recurring", "ongoing", "external", "undated"}
