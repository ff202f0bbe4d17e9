"""Word who has answered, and a whole that the answers give."""

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.measures import scale
from kehoach_cli.plan.model import Indicator, Record
from kehoach_cli.plan.respondents import Coverage, Respondent
from kehoach_cli.plan.values import VERDICT
from kehoach_cli.plan.wholes import Whole
from kehoach_cli.vocabulary import terms, wording

PROVISIONAL = "tạm tính"
NO_ANSWER = "Chưa báo cáo"


def coverage(given: Coverage) -> str:
    """`12/24 cơ quan`; where these are not known in full `12 trong ít nhất 24 cơ quan`."""
    if given.at_least:
        return f"{given.answered} trong ít nhất {given.of} cơ quan"
    return f"{given.answered}/{given.of} cơ quan"


def coverage_cell(given: Coverage) -> str:
    """`12/24`, `12/≥24`: for a table's cell."""
    return f"{given.answered}/{'≥' if given.at_least else ''}{given.of}"


def answered(whole: Whole | None) -> str:
    """`12/24 cơ quan đã báo cáo`; "" where none has."""
    return f"{coverage(whole.coverage)} đã báo cáo" if whole and whole.entries else ""


def record_cell(whole: Whole | None) -> str:
    """`12/24`; a dash for a record that one leads."""
    return coverage_cell(whole.coverage) if whole else wording.UNKNOWN


def rule(record: Record) -> str:
    """How the whole comes of the answers: `tổng của các cơ quan`, `từng cơ quan phải đạt`; "" where it does not."""
    if record.parts == "each":
        return f"từng cơ quan phải {'đạt' if isinstance(record, Indicator) else 'xong'}"
    return f"{terms.PARTS[record.parts]} của các cơ quan" if record.parts else ""


def body(given: Respondent, agencies: AgencyRegister) -> str:
    """Who must answer: `Sở Y tế`, `Sở KH&CN (trước là Sở TT&TT)`."""
    past = ", ".join(map(agencies.short_name, given.acts_for))
    return f"{agencies.short_name(given.agency)}{past and f' (trước là {past})'}"


def current(item: Progress, *further: str) -> str:
    """The latest value: `41%`, `27,5% (tạm tính)`; where each has the target `66,7% (2/3 cơ quan đạt)`; "" without.

    `further` remarks stand beside these: `27,5% (tạm tính, ngày 30/9/2023)`.
    """
    if item.current is None or not item.measured:
        return ""
    marks = [*filter(None, [attaining(item)]), *([PROVISIONAL] if item.provisional else []), *further]
    value = wording.quantity(item.current.value, scale(item.indicator))
    return f"{value} ({', '.join(marks)})" if marks else value


def current_cell(item: Progress) -> str:
    """The latest value without its unit: `41`, `27,5 (tạm tính)`; where each has the target `2/3 cơ quan đạt`, 80%."""
    if item.current is None or not item.measured:
        return ""
    value, unit = item.current.value, scale(item.indicator)
    bare = unit != VERDICT and item.indicator.parts != "each"
    return f"{attaining(item) or (wording.number(value) if bare else wording.quantity(value, unit))}{provisional(item)}"


def provisional(item: Progress) -> str:
    """What stands after a figure that is: ` (tạm tính)`."""
    return f" ({PROVISIONAL})" if item.provisional else ""


def attaining(item: Progress) -> str:
    """`2/3 cơ quan đạt` where each part has the target, else ""."""
    if item.attaining is None or item.whole is None or not item.combined:
        return ""
    return f"{item.attaining}/{len(item.whole.asked_for_figures)} cơ quan đạt"
