"""Find and read the narrative of a report, and list its unwritten parts."""

from pathlib import Path

from kehoach_cli.diagnostics import UnusablePlan
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.plan.periods import Period
from kehoach_cli.storage.folder import NARRATIVE_FOLDER, PlanFolder
from kehoach_cli.storage.naming import path_exists, shown_path

REQUIRED_PARTS = {
    "highlights": "kết quả nổi bật",
    "objective_causes": "nguyên nhân khách quan",
    "subjective_causes": "nguyên nhân chủ quan",
    "proposals": "đề xuất, kiến nghị",
}


def narrative_path(folder: PlanFolder, period: Period) -> Path:
    return folder.data / NARRATIVE_FOLDER / f"{period}.yaml"


def narrative_or_fail(folder: PlanFolder, period: Period, plan: Plan) -> Narrative:
    """The period's narrative, empty without a file. Raises UnusablePlan for errors in the file."""
    path = narrative_path(folder, period)
    if not path_exists(path):
        return Narrative()
    from kehoach_cli.loading.narrative_files import load_narrative

    loaded = load_narrative(path, shown_path, plan)
    if loaded.narrative is None:
        from kehoach_cli.loading.locating import locate_findings
        from kehoach_cli.loading.plan_files import LoadedPlan

        texts = {loaded.name: loaded.text}
        read = LoadedPlan(
            folder, plan=None, documents={}, texts=texts, ids={}, occurrences={}, findings=loaded.findings
        )
        raise UnusablePlan(locate_findings(read, read.findings), (loaded.name,))
    return loaded.narrative


def unwritten_parts(narrative: Narrative) -> list[str]:
    """The Vietnamese names of required parts that are not written yet."""
    return [what for name, what in REQUIRED_PARTS.items() if not getattr(narrative, name)]
