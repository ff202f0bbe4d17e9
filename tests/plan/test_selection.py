"""Picking records by pillar, agency and role, origin, and through groups."""

import pytest

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.selection import EVERYTHING, Selection, select
from tests.support.records import indicator, members, plan, task

GROUP = Agency("SBN", "Các sở, ban, ngành", "Các sở", group=True, members=members("SYT"))
RECORDS = (
    indicator(id="CQS-01", lead=("STTTT",))._replace(support=("SYT",), origin=("assigned", "kept_up")),
    indicator(id="KTS-01", pillar="KTS", lead=("SBN",)),
    task(id="NV-01", lead=("SYT",))._replace(oversight=("STTTT",), origin=("new",)),
    task(id="NV-02", pillar=None, lead=()),
)
PLAN = plan(*RECORDS, agencies=(GROUP,))


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (EVERYTHING, ["CQS-01", "KTS-01", "NV-01", "NV-02"]),
        (Selection(pillar="CQS"), ["CQS-01", "NV-01"]),
        (Selection(agency="SYT"), ["NV-01"]),
        (Selection(agency="SYT", role="support"), ["CQS-01"]),
        (Selection(agency="STTTT", role="oversight"), ["NV-01"]),
        (Selection(agency="SYT", role=None), ["CQS-01", "NV-01"]),
        (Selection(agency="SYT", through_groups=True), ["KTS-01", "NV-01"]),
        (Selection(origin="kept_up"), ["CQS-01"]),
        (Selection(pillar="KTS", origin="new"), []),
    ],
)
def test_what_passes(selection: Selection, ids: list[str]) -> None:
    assert [record.id for record in select(PLAN, register(PLAN), selection).records] == ids


def test_the_rest_of_the_plan_stays() -> None:
    picked = select(PLAN, register(PLAN), Selection(pillar="KTS"))
    assert picked._replace(indicators=PLAN.indicators, tasks=PLAN.tasks) == PLAN
