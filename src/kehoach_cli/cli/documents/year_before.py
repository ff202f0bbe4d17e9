"""The plan of the year before: where it stands on a day, and what a new plan takes over from it."""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from kehoach_cli.cli.clock import today
from kehoach_cli.cli.documents.templates import TEMPLATE_FOLDER
from kehoach_cli.cli.documents.word_files import read_word_file
from kehoach_cli.cli.plans.plan_paths import plans_at_paths
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.carried_records import carried_texts
from kehoach_cli.entering.parse_values import parse_day
from kehoach_cli.entering.prepare import read_sound
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.model import Indicator, Plan
from kehoach_cli.plan.next_year import NextYear, Status, carried, documents_of, offered, standing_agency_of
from kehoach_cli.plan.plan_status import PlanStatus, plan_status
from kehoach_cli.storage.folder import PlanFolder, repository_top
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.vocabulary import answer_words, record_words, terms, wording


class YearBefore(NamedTuple):
    """The old plan's folder, and how it stands on the day that is taken over."""

    folder: PlanFolder
    status: PlanStatus

    @property
    def plan(self) -> Plan:
        return self.status.plan

    @property
    def offered(self) -> list[Status]:
        return offered(self.status)


def year_before(named: str, as_of: str | None, target: Path) -> YearBefore:
    """The plan in the folder `named`, for a new one in `target`.

    Raises:
        UsageProblem: there is no plan or are several, or the new one would lie within it.
        UnusablePlan: it has errors.
    """
    found = plans_at_paths([named])
    if len(found) > 1:
        raise UsageProblem(f"--from: trong {named} có {len(found)} kế hoạch; chỉ ra thư mục của một kế hoạch")
    root, new = found[0].root.resolve(), target.resolve()
    if root in (new, *new.parents):
        raise UsageProblem(
            f"{target} nằm trong thư mục của kế hoạch cũ ({shown_path(found[0].root)}); chọn thư mục bên cạnh, hoặc "
            "chuyển kế hoạch cũ vào một thư mục riêng trước"
        )
    day = today() if as_of is None else parse_day(as_of)
    return YearBefore(found[0], plan_status(read_sound(found[0]).plan, day))


def line_of(item: Status) -> str:
    """What is asked about: `NV-CQS-18. Xây dựng … (Quá hạn chưa hoàn thành)`."""
    if isinstance(item, Progress):
        stands = [answer_words.current(item), terms.ASSESSMENT[item.assessment]]
        return f"{item.indicator.id}. {item.indicator.name} ({', '.join(filter(None, stands))})"
    return f"{item.task.id}. {item.task.name} ({record_words.standing(item)})"


def taken_over(before: YearBefore, chosen: list[Status], number: str, since: date, years: range) -> dict[str, Any]:
    """What a new plan has from the old one, by the keys of NewPlan."""
    plan = before.plan
    records = carried(before.status, chosen, NextYear(years, since))
    known = {each.baseline.as_of for each, _ in records if isinstance(each, Indicator) and each.baseline.as_of}
    return {
        "baseline_date": known.pop() if len(known) == 1 else None,
        "pillars": plan.pillars,
        "standing_agency": standing_agency_of(plan),
        "reporting": plan.reporting,
        "target_names": plan.target_names,
        "recipients": plan.recipients,
        "documents": documents_of(plan),
        "origin": f"Chuyển từ Kế hoạch {plan.number}, theo số liệu đến ngày {wording.day(before.status.as_of)}.",
        "records": carried_texts(plan, records, number, years),
        "templates": _templates(before.folder),
    }


def beside(target: Path, folder: PlanFolder) -> bool:
    """Whether the new plan comes into the repository that holds the old one."""
    top = repository_top(target.resolve())
    return top is not None and top in folder.root.resolve().parents


def _templates(folder: PlanFolder) -> dict[str, bytes]:
    """The plan's Word templates; what office programs leave beside an open file is none."""
    files = sorted((folder.root / TEMPLATE_FOLDER).glob("*.docx"))
    return {path.name: read_word_file(str(path)) for path in files if not path.name.startswith((".", "~"))}
