"""`--base`: the plan as it is now against the plan that the work on it started from."""

from typing import NamedTuple

from kehoach_cli.cli.checking import located
from kehoach_cli.cli.exits import UsageProblem
from kehoach_cli.diagnostics import COLLECTIONS
from kehoach_cli.files.git_process import GitProblem
from kehoach_cli.files.loading import LoadedPlan
from kehoach_cli.files.revision import NoEarlierPlan, load_merge_base
from kehoach_cli.rules.against_base.comparison import Comparison, compare
from kehoach_cli.rules.rule import subject_of
from kehoach_cli.vocabulary import wording


class Against(NamedTuple):
    """How a plan differs from where it started. `comparison` is None for a new plan, and `note` says so then."""

    comparison: Comparison | None
    note: str = ""


def against(present: LoadedPlan, revision: str) -> Against:
    """Compare the plan with its state where the work on HEAD parted from the revision.

    Raises:
        UsageProblem: that state is not to be had, or too faulty to compare with.
    """
    if present.plan is None:  # its own findings say why
        return Against(None)
    try:
        earlier = load_merge_base(present.folder, revision)
    except NoEarlierPlan as none:
        return Against(None, f"{none}, nên không có gì để so sánh")
    except GitProblem as problem:
        raise UsageProblem(f"--base: {problem}") from None
    if earlier.plan is None or len(earlier.documents) < len(COLLECTIONS):
        raise UsageProblem(f"--base: {unreadable(earlier)}")
    return Against(compare(subject_of(earlier.plan, earlier.ids), subject_of(present.plan, present.ids)))


def unreadable(earlier: LoadedPlan) -> str:
    """Why an earlier state of the plan cannot be compared with."""
    first = next(item for item in located(earlier, list(earlier.findings)) if item.finding.severity == "error")
    return (
        f"không so sánh được vì {first.location.file}:{first.location.start.line} có lỗi: "
        f"{wording.inline(first.finding.message)}; sửa tệp đó ở nhánh gốc trước, hoặc chọn một phiên bản khác"
    )
