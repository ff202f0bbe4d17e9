"""The plans that come with the project, for tests that are to hold on each of them."""

from pathlib import Path

from kehoach_cli.loading.plan_files import load_plan
from kehoach_cli.plan.model import Plan
from kehoach_cli.storage.folder import plan_folder

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT
EXAMPLES = ROOT / "examples"
DISTRICT = ROOT / "tests" / "plans" / "huyen-2024"
SECOND = ROOT / "tests" / "plans" / "nghi-quyet-03-2025"


def load(folder: Path) -> Plan:
    """The plan in the folder, which must be free of errors."""
    found = plan_folder(folder)
    assert found is not None
    loaded = load_plan(found)
    assert loaded.plan is not None
    assert loaded.findings == ()
    return loaded.plan
