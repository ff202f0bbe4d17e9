"""Choose one of several plans: by the year of the day asked about, or by what somebody calls it."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.cli import console
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.plan.in_force import header_in_force
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.suggest import bare_key
from kehoach_cli.storage.folder import FolderProblem, PlanFolder, plans_below, repository_top
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.vocabulary import wording

_NAME_ONE = "ghi --plan và thư mục, năm hoặc số quyết định của một kế hoạch"


class KnownPlan(NamedTuple):
    """A plan's folder, and what plan.yaml says on the day asked about; None if it cannot be read."""

    folder: PlanFolder
    header: Plan | None

    @property
    def years(self) -> Sequence[int]:
        return self.header.years if self.header else ()

    def __str__(self) -> str:
        """`2024 (12/QĐ-UBND, năm 2024)`."""
        header = self.header
        said = f"{header.number}, {wording.years(header.years)}" if header else "plan.yaml có lỗi"
        return f"{shown_path(self.folder.root)} ({said})"


def known_plan(folder: PlanFolder, day: date) -> KnownPlan:
    from kehoach_cli.loading.plan_files import load_header

    header = load_header(folder)
    return KnownPlan(folder, header and header_in_force(header, day))


def all_below(folder: Path) -> list[PlanFolder]:
    """Every plan below, as far as the folders can be listed. Raises UsageProblem where there are too many."""
    try:
        return plans_below(folder, skip_unreadable=True)
    except FolderProblem as problem:
        raise UsageProblem(str(problem)) from None


def plan_of_day(folders: Iterable[PlanFolder], day: date) -> PlanFolder | None:
    """The only plan, else the one on the year of the day; tells which. None without any.

    Raises:
        UsageProblem: there are several, of which none is on that year, or more than one.
    """
    plans = [known_plan(folder, day) for folder in folders]
    if not plans:
        return None
    found = [plan for plan in plans if day.year in plan.years] if len(plans) > 1 else plans
    if len(found) != 1:
        of_year = f"trong đó {len(found)} kế hoạch" if found else "không kế hoạch nào"
        raise UsageProblem(
            f"Ở đây có {len(plans)} kế hoạch, {of_year} của năm {day.year}: {_listed(plans)}; {_NAME_ONE}"
        )
    console.say(f"Dùng kế hoạch ở {found[0]}")
    return found[0].folder


def plan_called(name: str, named_by: str, day: date) -> PlanFolder | None:
    """The plan of the repository whose folder or decision has that name, or that is on that year.

    None if there is no such plan, and at most one other. `named_by` is the option or variable, for messages.

    Raises:
        UsageProblem: it is the name of several, or of none of several.
    """
    here = Path.cwd()
    plans = [known_plan(folder, day) for folder in all_below(repository_top(here) or here)]
    wanted = bare_key(name)
    found = (
        [plan for plan in plans if bare_key(plan.folder.root.name) == wanted]
        or [plan for plan in plans if plan.header and bare_key(plan.header.number) == wanted]
        or [plan for plan in plans if name in map(str, plan.years)]
    )
    if len(found) == 1:
        return found[0].folder
    if len(plans) < 2:
        return None
    said = f"trong kho có {len(found)} kế hoạch" if found else "trong kho không có kế hoạch nào"
    raise UsageProblem(f"{named_by}: {said} tên «{name}»: {_listed(plans)}; {_NAME_ONE}")


def _listed(plans: Iterable[KnownPlan]) -> str:
    return ", ".join(map(str, plans))
