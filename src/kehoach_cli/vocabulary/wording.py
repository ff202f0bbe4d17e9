"""Write figures, days, periods and deadlines as Vietnamese administrative text does."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import TypeVar

from kehoach_cli.plan.due import Due
from kehoach_cli.plan.measures import QUOTIENT_PLACES, WIDE, is_quotient, is_rank, rounded
from kehoach_cli.plan.periods import Period, PeriodKind, parse_period
from kehoach_cli.plan.targets import ranked
from kehoach_cli.plan.values import VERDICT, Target

T = TypeVar("T")
UNKNOWN = "–"
VERDICTS = ("chưa đạt", "đạt", "vượt")  # by their values
_ISO_FORM = re.compile(r"(?<![0-9/.])[0-9]{4}-(?:[QqHh][1-4]|(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)(?![0-9/]|\.[0-9])")
_ROMAN = ("I", "II", "III", "IV")
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def number(value: Decimal, places: int | None = None) -> str:
    """`29,2`; `1.234,5`. With `places`, rounds half up to that many decimals. Drops trailing zeros.

    What has more decimals than a file may hold is a quotient, which is rounded to QUOTIENT_PLACES.
    """
    if places is None and is_quotient(value):
        places = QUOTIENT_PLACES
    if places is not None:
        value = rounded(value, places)
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if text == "-0":
        text = "0"
    return text.translate(str.maketrans(",.", ".,"))


def quantity(value: Decimal, unit: str, places: int | None = None) -> str:
    """A value with its unit: `29,2%`, `2% GDP`, `155 điểm`; a rank is `hạng 15`, a verdict `chưa đạt`."""
    if unit == VERDICT:
        return VERDICTS[min(int(value), len(VERDICTS) - 1)]
    if is_rank(unit):
        return f"hạng {number(value, places)}"
    return f"{number(value, places)}{_with_unit(unit)}"


def _with_unit(unit: str) -> str:
    """The unit as it stands after a figure."""
    return unit if unit.startswith("%") else f" {unit}"


def gap_unit(unit: str) -> str:
    """The unit of a difference between two values: percentage points for percentages, places between ranks."""
    if is_rank(unit):
        return "bậc"
    return f"điểm {unit}" if unit.startswith("%") else unit


def gap(value: Decimal, unit: str, places: int | None = None) -> str:
    """A difference with its unit: `20,8 điểm %`; there is none between verdicts."""
    if unit == VERDICT:
        return UNKNOWN
    return f"{number(value, places)} {gap_unit(unit)}"


def percent(ratio: Decimal) -> str:
    """A ratio as a percentage: Decimal("0.519") is `51,9%`."""
    return f"{number(ratio * 100, 1)}%"


def pace(ratio: Decimal) -> str:
    """R, as `0,59`: rounded down, so that the shown value reaches a cut only if the ratio does."""
    return f"{ratio.quantize(Decimal('0.01'), ROUND_FLOOR, WIDE):f}".replace(".", ",")


def target(value: Target, unit: str) -> str:
    """`50%`; a range is `30% – 50%`, `100 – 150 hồ sơ`; the plan's own words as they are: `≥ 80 điểm`, `trên 90%`."""
    if value.text:
        named = value.bound == "words" or value.remark or "%" in value.text or ranked(value)
        return value.text if named or is_rank(unit) else f"{value.text}{_with_unit(unit)}"
    if value.min == value.max:
        return quantity(value.min, unit)
    low = quantity(value.min, unit) if unit == "%" or is_rank(unit) else number(value.min)
    return f"{low} – {quantity(value.max, unit)}"


def day(value: date) -> str:
    """`30/9/2023`."""
    return f"{value.day}/{value.month}/{value.year}"


def full_day(value: date) -> str:
    """`ngày 05 tháng 02 năm 2023`: a document's date in the form of Decree 30/2020/NĐ-CP, Annex I, II.4."""
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    return f"ngày {value.day:02} tháng {month} năm {value.year}"


def month(value: date) -> str:
    """The month of a day: `5/2023`."""
    return f"{value.month}/{value.year}"


def period(value: Period) -> str:
    """`quý III/2023`, `tháng 9/2023`, `tuần 39/2023`, `6 tháng đầu năm 2023`, `năm 2023`."""
    match value.kind:
        case "week":
            return f"tuần {value.ordinal}/{value.year}"
        case "month":
            return f"tháng {value.ordinal}/{value.year}"
        case "quarter":
            return f"quý {_ROMAN[value.ordinal - 1]}/{value.year}"
        case "half":
            return f"6 tháng {'đầu' if value.ordinal == 1 else 'cuối'} năm {value.year}"
        case "year":
            return f"năm {value.year}"


def full_period(value: Period) -> str:
    """A period as the title of a document has it: `quý III năm 2023`, `tháng 8 năm 2023`."""
    return period(value).replace("/", " năm ")


def years(values: range) -> str:
    """The years of a plan within a sentence: `năm 2023`, `giai đoạn 2026 – 2030`."""
    return f"năm {values[0]}" if len(values) == 1 else f"giai đoạn {values[0]} – {values[-1]}"


def periods(values: Sequence[Period]) -> str:
    """Sorted periods within a sentence: `tháng 4/2024, từ tháng 7/2024 đến tháng 9/2024`."""
    runs = _runs(values, lambda value: value.shifted(1))
    return ", ".join(
        f"từ {period(run[0])} đến {period(run[-1])}" if len(run) > 2 else ", ".join(map(period, run)) for run in runs
    )


def _runs(values: Iterable[T], following: Callable[[T], T]) -> list[list[T]]:
    """The values, those that follow one another together."""
    runs: list[list[T]] = []
    for value in values:
        if runs and following(runs[-1][-1]) == value:
            runs[-1].append(value)
        else:
            runs.append([value])
    return runs


def enumerated(texts: Sequence[str]) -> str:
    """`hiện trạng, kết quả mới nhất và mức phải đạt`."""
    return " và ".join([*([", ".join(texts[:-1])] if len(texts) > 1 else []), *texts[-1:]])


def numbers(values: Sequence[int]) -> str:
    """Ascending numbers of a list: `4, 7–9`."""
    runs = _runs(values, lambda value: value + 1)
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def counted(tasks: int, indicators: int, digits: int = 1, between: str = " và ") -> str:
    """`10 nhiệm vụ và 2 chỉ tiêu`; a count of 0 is left out. Official text has two digits: `02 chỉ tiêu`."""
    counts = ((tasks, "nhiệm vụ"), (indicators, "chỉ tiêu"))
    return between.join(f"{count:0{digits}} {noun}" for count, noun in counts if count)


def deadline(value: Due) -> str:
    """A deadline in the plan's words, without the prefix `external:`. ISO forms are put into words."""
    if value.kind != "dated":
        return value.words
    before, condition, after = value.text.rpartition(value.condition) if value.condition else (value.text, "", "")
    worded = _ISO_FORM.sub(lambda form: _iso_in_words(form[0]), before)
    return f"{before if worded == before else sentence(worded)}{condition}{after}"


def _iso_in_words(form: str) -> str:
    """`2023-09-30` as `30/9/2023`, `2023-Q2` as `quý II/2023`."""
    return day(date.fromisoformat(form)) if form.count("-") == 2 else period(parse_period(form))


def recurrence(value: Due) -> str:
    """How a recurring duty recurs: `báo cáo từng quý, chậm nhất ngày 15 của tháng cuối quý`."""
    each: Mapping[PeriodKind, str] = {
        "week": "từng tuần",
        "month": "từng tháng",
        "quarter": "từng quý",
        "half": "6 tháng một lần",
        "year": "từng năm",
    }
    return f"báo cáo {each[value.every]}{_own_day(value)}" if value.every else ""


def _own_day(value: Due) -> str:
    match value.every, value.month, value.day:
        case "week", _, int(day_of_week):
            return f", chậm nhất {_WEEKDAYS[day_of_week - 1]}"
        case "month", _, int(number):
            return f", chậm nhất ngày {number}"
        case "quarter", _, int(number):
            return f", chậm nhất ngày {number} của tháng cuối quý"
        case "half", _, int(number):
            return f", chậm nhất ngày {number}/6 và {number}/12"
        case "year", int(month_number), int(number):
            return f", chậm nhất ngày {number}/{month_number}"
        case "year", int(month_number), None:
            return f", chậm nhất hết tháng {month_number}"
        case _:
            return ""


def deadline_alone(value: Due) -> str:
    """A deadline for a table cell: capitalized; a dash if there is none."""
    return sentence(deadline(value)) or UNKNOWN


def deadline_inline(value: Due) -> str:
    """A deadline within a sentence, where a bare `12/2023` or `2023` does not say that it is a month or a year."""
    text = inline(deadline(value))
    named = (
        "năm " if re.fullmatch(r"[0-9]{4}", text) else "tháng " if re.fullmatch(r"[0-9]{1,2}/[0-9]{4}", text) else ""
    )
    return named + text


def inline(text: str) -> str:
    """The text for use within a sentence: first letter in lower case, but not that of an acronym or of `A & B`."""
    first, second = text[:1], text[1:2]
    is_name = second.isupper() or (first.isascii() and first != "Y" and not second.isalpha())  # but `Y tế`
    return text if is_name else first.lower() + text[1:]


def sentence(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]
