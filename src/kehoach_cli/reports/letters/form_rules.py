"""What each cell of a form takes, and what is said to who fills it in."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from kehoach_cli.plan.entries import STATES
from kehoach_cli.plan.measures import WHOLE_NUMBERS, measure_of
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.values import Measure
from kehoach_cli.reports.letters.form_view import FormRow, FormView
from kehoach_cli.tables.writing.sheet import Choice, DayBetween, Length, Number, Rule
from kehoach_cli.vocabulary import form_words, terms, wording

LONGEST_NAME, LONGEST_TEXT = 300, 2_000
_MOST = Decimal(10**15 - 1)  # as many digits as a plan's file may hold
_LEAST: Mapping[Measure, int] = {"share": 0, "attainment": 0, "count": 0, "rank": 1}
_TEXTS: Mapping[str, tuple[int, str]] = {
    "source": (LONGEST_NAME, "Số, ký hiệu, ngày của văn bản, ví dụ 123/BC-{body} ngày {day}."),
    "judged_by": (LONGEST_TEXT, "Cơ quan đánh giá, công nhận là đạt hay chưa đạt."),
    "note": (LONGEST_TEXT, "Điều cần nói thêm về số liệu."),
    "difficulties": (LONGEST_TEXT, "Khó khăn, vướng mắc khi thực hiện."),
    "proposals": (LONGEST_TEXT, "Đề xuất, kiến nghị với cấp trên."),
}


def cell_rule(key: str, view: FormView, row: FormRow | None = None) -> Rule:
    """The rule of the cell under this key of `form_words`; without a row, of a cell on the cover."""
    match key:
        case "date":
            return _date(view)
        case "state":
            return _choice("Tình trạng", tuple(terms.STATE[state] for state in STATES))
        case "estimate":
            return _choice("Ước hay chính thức", (form_words.FINAL, form_words.ESTIMATE))
        case "percent":
            return _number("Phần đã làm", Number(Decimal(0), Decimal(100)))
        case "numerator" | "denominator":
            return _number(form_words.INDICATORS[key], Number(Decimal(0), _MOST))
        case "value" if row and isinstance(row.record, Indicator):
            return _choice("Kết quả", form_words.VERDICTS) if row.judged else _number("Kết quả", _figure(row.record))
        case _:
            most, message = _TEXTS[key]
            error = f"Nhiều nhất {wording.number(Decimal(most))} ký tự; phần chi tiết để ở văn bản gửi kèm."
            said = message.format(body=view.agency, day=wording.day(view.window.last_day))
            return Rule(Length(most), {**form_words.TASKS, **form_words.INDICATORS}[key], said, error)


def _figure(indicator: Indicator) -> Number:
    measure = measure_of(indicator)
    least = _LEAST.get(measure)
    return Number(
        -_MOST if least is None else Decimal(least),
        Decimal(100) if measure == "share" else _MOST,
        whole=measure in WHOLE_NUMBERS,
    )


def _number(title: str, takes: Number) -> Rule:
    what = "Số nguyên" if takes.whole else "Số"
    if takes.most < _MOST:
        what += f" từ {wording.number(takes.least)} đến {wording.number(takes.most)}"
    elif takes.least > -_MOST:
        what += f" từ {wording.number(takes.least)} trở lên"
    return Rule(takes, title, f"{what}, chỉ ghi số, không ghi đơn vị.", f"Ô này chỉ nhận {wording.inline(what)}.")


def _choice(title: str, options: tuple[str, ...]) -> Rule:
    listed = ", ".join(options)
    return Rule(Choice(options), title, f"Chọn một mục: {listed}.", f"Chỉ nhận một trong các mục: {listed}.")


def _date(view: FormView) -> Rule:
    first = date(min(view.plan.date.year, view.plan.year), 1, 1)
    last = date(max(view.reply_by.year, view.period.year), 12, 31)
    between, example = f"từ {wording.day(first)} đến {wording.day(last)}", view.window.last_day
    # An Excel set to American days takes 5/9 for 9 May and refuses 14/9; what begins with the year it reads everywhere.
    way_out = f"Máy đặt ngày kiểu Mỹ thì gõ {example.isoformat()}."
    return Rule(
        DayBetween(first, last),
        "Ngày",
        f"Ngày, tháng, năm, ví dụ {wording.day(example)}. {way_out}",
        f"Ô này chỉ nhận ngày {between}, viết đủ ngày, tháng, năm. {way_out}",
    )
