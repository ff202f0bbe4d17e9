"""`--base`, `--before`: the plan as it is now against the plan that the work on it started from."""

from typing import NamedTuple

from kehoach_cli.diagnostics import COLLECTIONS, UsageProblem
from kehoach_cli.git.process import GitProblem
from kehoach_cli.loading.history.base import Base
from kehoach_cli.loading.history.earlier import NoEarlierPlan, load_earlier
from kehoach_cli.loading.history.merge_sides import with_sides
from kehoach_cli.loading.locating import located
from kehoach_cli.loading.plan_files import LoadedPlan
from kehoach_cli.rules.against_base.comparison import Comparison, compare
from kehoach_cli.rules.rule import subject_of
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.vocabulary import wording


class Against(NamedTuple):
    """How a plan differs from where the work on it started, which was asked for as `revision`.

    `comparison` is None where there is nothing to compare, and `note` says why.
    """

    folder: PlanFolder
    revision: str
    comparison: Comparison | None
    note: str = ""


def against(present: LoadedPlan, base: Base) -> Against:
    """Compare the plan with its state in the revision, or where the work on HEAD parted from it.

    Raises:
        UsageProblem: that state is not to be had, or too faulty to compare with.
    """
    folder, revision = present.folder, base.revision
    if present.plan is None:
        file = shown_path(folder.file("plan"))
        return Against(folder, revision, None, f"{file} có lỗi nên không so sánh được với {revision}")
    try:
        earlier = load_earlier(folder, revision, exactly=base.exactly)
        loaded = earlier.loaded
        if loaded.plan is None or len(loaded.documents) < len(COLLECTIONS):
            raise UsageProblem(f"{base.option}: {unreadable(loaded)}")
        before = subject_of(loaded.plan, loaded.ids, loaded.occurrences)
        now = subject_of(present.plan, present.ids, present.occurrences)
        return Against(folder, revision, with_sides(compare(before, now), folder, earlier))
    except NoEarlierPlan as none:
        return Against(folder, revision, None, f"{shown_path(folder.root)}: {none}, nên không có gì để so sánh")
    except GitProblem as problem:
        raise UsageProblem(f"{base.option}: {problem}") from None


def unreadable(earlier: LoadedPlan) -> str:
    """Why an earlier state of the plan cannot be compared with."""
    first = next(item for item in located(earlier, list(earlier.findings)) if item.finding.severity == "error")
    return (
        f"không so sánh được vì {first.location.file}:{first.location.start.line} có lỗi: "
        f"{wording.inline(first.finding.message)}; sửa tệp đó ở nhánh gốc trước, hoặc chọn một phiên bản khác"
    )
