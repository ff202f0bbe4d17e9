"""Plans for tests of pure code, made from YAML text by way of the real reading."""

from pathlib import Path
from textwrap import dedent

from kehoach_cli.diagnostics import Collection
from kehoach_cli.loading.plan_files import LoadedPlan, assemble
from kehoach_cli.plan.model import Plan
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.yaml.text import SourceText, check_bytes
from tests.support.plans import AGENCIES, INDICATORS, PLAN, TASKS


def load_texts(
    *, plan: str = PLAN, agencies: str = AGENCIES, indicators: str = INDICATORS, tasks: str = TASKS
) -> LoadedPlan:
    """What the four texts hold; what is not given is the small default of `tests.support.plans`."""
    texts: dict[Collection, str] = {"plan": plan, "agencies": agencies, "indicators": indicators, "tasks": tasks}

    def read(collection: Collection) -> SourceText:
        return check_bytes(dedent(texts[collection]).encode(), f"{collection}.yaml")

    folder = Path()
    return assemble(PlanFolder(folder, folder), read)


def plan_of(*, plan: str = PLAN, agencies: str = AGENCIES, indicators: str = INDICATORS, tasks: str = TASKS) -> Plan:
    """The plan of texts that have to be free of faults."""
    loaded = load_texts(plan=plan, agencies=agencies, indicators=indicators, tasks=tasks)
    assert loaded.findings == ()
    assert loaded.plan is not None
    return loaded.plan
