"""The values of an indicator: its kind of number, where it stood at first and what it has to reach."""

from decimal import Decimal
from typing import Literal, NamedTuple, get_args

from kehoach_cli.plan.due import Due
from kehoach_cli.plan.periods import Day

Direction = Literal["increase", "decrease"]
Measure = Literal["share", "growth", "attainment", "count", "amount", "score", "rank", "verdict"]
Verdict = Literal["not_met", "met", "exceeded"]
Bound = Literal["at_least", "at_most", "words"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)  # each by its value
VERDICT = "verdict"  # in place of a unit: the values are the places in VERDICTS


class Reading(NamedTuple):
    """A value of an indicator, in its unit, and its day."""

    value: Decimal
    date: Day
    estimate: bool = False


class Baseline(NamedTuple):
    """An indicator's value when the plan was drawn up, None if the plan shows "-", and its day.

    The day is None too where the plan has no column for it. `source` is the document that the value comes from, where
    that is not the plan itself.
    """

    value: Decimal | None = None
    as_of: Day | None = None
    source: str | None = None

    @property
    def reading(self) -> Reading | None:
        """The value, if it is known."""
        return None if self.value is None or self.as_of is None else Reading(self.value, self.as_of)


class Target(NamedTuple):
    """A value to reach, in the indicator's unit: the ends of a range; a single value is both ends.

    `bound` is what the plan's own words say; None of a bare number: the side that `direction` says. A `strict` bound
    is met beyond it. `maintain` and `relative` say that the words were "duy trì …", "tăng …" or "giảm …" (then the
    value has its sign). `text` are the plan's own words where it is not a bare number, `remark` what they add to the
    number. A target in words has the bound "words" and both ends 1: the verdict "met".
    """

    min: Decimal
    max: Decimal
    bound: Bound | None = None
    strict: bool = False
    maintain: bool = False
    relative: bool = False
    text: str | None = None
    remark: str | None = None


class Targets(NamedTuple):
    """The targets of the national committee (UBQG) and of the province; None if the plan shows "-"."""

    national: Target | None = None
    provincial: Target | None = None

    @property
    def judged(self) -> Target | None:
        """The target that an assessment is about."""
        return self.provincial or self.national


class Milestone(NamedTuple):
    """A target that is due before the last one (quý II: 40%; năm 2026: 60%)."""

    due: Due
    national: Target | None = None
    provincial: Target | None = None

    @property
    def judged(self) -> Target | None:
        """The target that its result is about."""
        return self.provincial or self.national
