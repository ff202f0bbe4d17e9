"""The places that have to know a field of a record, each with a way to see whether it does.

`lacking` names those that do not. Run as a program it looks at whatever package is on the path, for a made-up field:

    python -m tests.support.field_places FOLDER COLLECTION KEY WORDING
"""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kehoach_cli.loading.plan_files import load_plan
from kehoach_cli.loading.schema.header import AgencyRecord, PlanRecord
from kehoach_cli.loading.schema.records import IndicatorRecord, TaskRecord
from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.differences import HISTORIES
from kehoach_cli.plan.gaps import progress
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.plan.standing import task_status
from kehoach_cli.reports.listings.gap_columns import progress_data
from kehoach_cli.reports.listings.task_table import tasks_data
from kehoach_cli.reports.pages import Page, cell_text
from kehoach_cli.reports.record.record_data import indicator_data, task_data
from kehoach_cli.reports.record.record_page import indicator_page, task_page
from kehoach_cli.rules.texts import Texts
from kehoach_cli.storage.folder import find_plan
from kehoach_cli.vocabulary import terms
from tests.conftest import ROOT

SCHEMAS: dict[str, type[Any]] = {
    "plan": PlanRecord,
    "agencies": AgencyRecord,
    "indicators": IndicatorRecord,
    "tasks": TaskRecord,
}
LAST_DAY = date(2100, 12, 31)  # by then all that the files say has come to pass
CODES = {"id", "pillar", "standing_agency", "direction", "measure", "parts"}  # texts that are no words
# The listings show these by other names, or leave them to `show`.
NOT_LISTED = {
    "indicators": {
        "baseline",
        "targets",
        "support",
        "oversight",
        "note",
        "source",
        "milestones",
        "measurements",
        "changes",
        "added",
        "removed",
        "heading",
        "carried_from",
    },
    "tasks": {"oversight", "note", "updates", "changes", "added", "removed", "heading", "carried_from"},
}


def loaded(folder: Path) -> Plan:
    found = find_plan(folder)
    assert found is not None
    plan = load_plan(found).plan
    assert plan is not None
    return plan


def lacking(plan: Plan, collection: str, key: str, said: str) -> list[str]:
    """The places that lack the key. `said` is how a person reads the value that the collection's first record has."""
    return [place for place, knows in _places(plan, collection, key, said) if not knows]


def _places(plan: Plan, collection: str, key: str, said: str) -> Iterator[tuple[str, bool]]:
    owner: Any = plan if collection == "plan" else getattr(plan, collection)[0]
    yield "plan/model.py, plan/agency.py", key in owner._fields
    yield "loading/schema", key in SCHEMAS[collection].model_fields
    yield "vocabulary/terms.py: FIELD", key == "id" or key in HISTORIES or key in terms.FIELD
    if isinstance(value := getattr(owner, key, None), str) and key not in CODES:
        yield "rules/texts.py", Texts(plan).contain(value)
    if collection in ("indicators", "tasks"):
        page, data = _shown(plan, collection)
        yield "reports/record/record_page.py", said in _text_of(page)
        yield "reports/record/record_data.py", key in data["record"]
        yield "docs/json.md", f"`record.{key}" in (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
        listing, row = _listed(plan, collection)
        yield listing, key in row or key in NOT_LISTED[collection]


def _listed(plan: Plan, collection: str) -> tuple[str, dict[str, Any]]:
    if collection == "indicators":
        return "reports/listings/gap_columns.py", progress_data(progress(plan.indicators[0], plan.date))
    return "reports/listings/task_table.py", tasks_data(plan_status(plan, plan.date))["tasks"][0]


def _shown(plan: Plan, collection: str) -> tuple[Page, dict[str, Any]]:
    agencies = register(plan)
    if collection == "indicators":
        item = progress(plan.indicators[0], LAST_DAY)
        return indicator_page(item, plan, agencies, plan.date), indicator_data(item, plan)
    status = task_status(plan.tasks[0], plan, LAST_DAY)
    return task_page(status, plan, agencies, plan.date), task_data(status, plan)


def _text_of(page: Page) -> str:
    cells = (cell_text(cell) for table in page.tables for row in table.rows for cell in row)
    return "\n".join([*page.lines, *(table.title for table in page.tables), *cells])


if __name__ == "__main__":
    folder, *about = sys.argv[1:]
    sys.stdout.write(json.dumps(lacking(loaded(Path(folder)), *about)))
