"""Compare the present plan with the one at `--base` or `--before`."""

from typing import NamedTuple

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.git.process import GitProblem
from kehoach_cli.loading.history.base_revision import BaseRevision
from kehoach_cli.loading.history.earlier import NoEarlierPlan, load_earlier_plan
from kehoach_cli.loading.history.merge_sides import with_merge_sides
from kehoach_cli.loading.locating import locate_findings
from kehoach_cli.loading.plan_files import LoadedPlan
from kehoach_cli.rules.against_base.comparison import Comparison, compare
from kehoach_cli.rules.rule import subject_of
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.vocabulary import wording


class BaseComparison(NamedTuple):
    """How a plan differs from its earlier state. `revision` is as the user named it.

    `comparison` is None if there is nothing to compare; `note` then says why.
    """

    folder: PlanFolder
    revision: str
    comparison: Comparison | None
    note: str = ""


def compare_with_base(present: LoadedPlan, base: BaseRevision) -> BaseComparison:
    """Compare the plan with its state at the base revision.

    Raises:
        UsageProblem: that state cannot be read, or is too faulty to compare with.
    """
    folder, revision = present.folder, base.revision
    faulty = [file.name for file in present.side_files if file.document is None]
    if present.plan is None or faulty:
        files = ", ".join(faulty) if present.plan else shown_path(folder.file("plan"))
        return BaseComparison(folder, revision, None, f"{files} có lỗi nên không so sánh được với {revision}")
    try:
        earlier = load_earlier_plan(folder, revision, exactly=base.exactly)
        loaded = earlier.loaded
        if loaded.plan is None or not loaded.complete:
            raise UsageProblem(f"{base.option}: {why_unreadable(loaded)}")
        before = subject_of(loaded.plan, loaded.ids, loaded.occurrences)
        now = subject_of(present.plan, present.ids, present.occurrences)
        return BaseComparison(folder, revision, with_merge_sides(compare(before, now), folder, earlier))
    except NoEarlierPlan as none:
        return BaseComparison(folder, revision, None, f"{shown_path(folder.root)}: {none}, nên không có gì để so sánh")
    except GitProblem as problem:
        raise UsageProblem(f"{base.option}: {problem}") from None


def why_unreadable(earlier: LoadedPlan) -> str:
    """Say why an earlier state of the plan cannot be compared with: its first error."""
    first = next(item for item in locate_findings(earlier, list(earlier.findings)) if item.finding.severity == "error")
    return (
        f"không so sánh được vì {first.location.file}:{first.location.start.line} có lỗi: "
        f"{wording.inline(first.finding.message)}; sửa tệp đó ở nhánh gốc trước, hoặc chọn một phiên bản khác"
    )
