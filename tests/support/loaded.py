"""Plans for tests of pure code, made from YAML text by way of the real reading."""

from collections.abc import Mapping
from functools import partial
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
    return _load({"plan": plan, "agencies": agencies, "indicators": indicators, "tasks": tasks}, {})


def load_answered(
    answers: Mapping[str, str],
    *,
    plan: str = PLAN,
    agencies: str = AGENCIES,
    indicators: str = INDICATORS,
    tasks: str = TASKS,
) -> LoadedPlan:
    """As `load_texts`, with files of answers: their lines by agency."""
    return _load({"plan": plan, "agencies": agencies, "indicators": indicators, "tasks": tasks}, answers)


def answers_text(lines: str) -> str:
    """A file of answers, each a line such as `record: CQS-01, value: 45, date: 2023-09-30`."""
    return "answers:\n" + "".join(f"  - {{{line.strip()}}}\n" for line in lines.strip().splitlines())


def _load(texts: Mapping[Collection, str], answers: Mapping[str, str]) -> LoadedPlan:
    def read(collection: Collection) -> SourceText:
        return check_bytes(dedent(texts[collection]).encode(), f"{collection}.yaml")

    folder = Path()
    files = {f"answers/{agency}": answers_text(lines).encode() for agency, lines in answers.items()}
    readers = {name: partial(check_bytes, text, f"{name}.yaml") for name, text in files.items()}
    return assemble(PlanFolder(folder, folder), read, readers)


def plan_of(*, plan: str = PLAN, agencies: str = AGENCIES, indicators: str = INDICATORS, tasks: str = TASKS) -> Plan:
    """The plan of texts that have to be free of faults."""
    loaded = load_texts(plan=plan, agencies=agencies, indicators=indicators, tasks=tasks)
    assert loaded.findings == ()
    assert loaded.plan is not None
    return loaded.plan
