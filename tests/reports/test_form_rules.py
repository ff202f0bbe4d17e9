"""What may be typed into the cells of a form."""

from datetime import date
from decimal import Decimal

import pytest

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.coverage import who_must_answer
from kehoach_cli.plan.periods import parse_period
from kehoach_cli.plan.targets import parse_target
from kehoach_cli.plan.values import Measure, Targets
from kehoach_cli.reports.letters.form_rules import LONGEST_NAME, cell_rule
from kehoach_cli.reports.letters.form_view import FormRow, FormView, form_views
from kehoach_cli.tables.writing.sheet import Choice, DayBetween, Length, Number
from kehoach_cli.vocabulary import form_words, terms
from tests.support.made_up_plans import indicator, plan_of, task

DAY = date(2023, 9, 20)
MOST = Decimal(10**15 - 1)


def form(measure: Measure | None = None, unit: str = "%", target: str = "60") -> tuple[FormView, FormRow]:
    """A form that asks about one indicator, and its row."""
    record = indicator(1, unit=unit, baseline=None)._replace(
        measure=measure, targets=Targets(None, parse_target(target))
    )
    plan = plan_of((record,), (task(1),))
    duties = who_must_answer(plan, parse_period("2023-Q3"), DAY, late=True)
    [view] = form_views(plan, duties, register(plan), date(2023, 9, 30))
    return view, view.indicators[0]


@pytest.mark.parametrize(
    ("measure", "unit", "takes", "message"),
    [
        (None, "%", Number(Decimal(0), Decimal(100)), "Số từ 0 đến 100, chỉ ghi số, không ghi đơn vị."),
        ("growth", "%", Number(-MOST, MOST), "Số, chỉ ghi số, không ghi đơn vị."),
        ("attainment", "%", Number(Decimal(0), MOST), "Số từ 0 trở lên, chỉ ghi số, không ghi đơn vị."),
        (None, "lớp", Number(Decimal(0), MOST, whole=True), "Số nguyên từ 0 trở lên, chỉ ghi số, không ghi đơn vị."),
        ("rank", "hạng", Number(Decimal(1), MOST, whole=True), "Số nguyên từ 1 trở lên, chỉ ghi số, không ghi đơn vị."),
        ("amount", "tỷ đồng", Number(-MOST, MOST), "Số, chỉ ghi số, không ghi đơn vị."),
    ],
)
def test_a_figure_is_what_its_measure_allows(measure: Measure | None, unit: str, takes: Number, message: str) -> None:
    rule = cell_rule("value", *form(measure, unit))
    assert (rule.takes, rule.message) == (takes, message)


def test_a_verdict_is_chosen() -> None:
    rule = cell_rule("value", *form(unit="", target="Xếp loại tốt"))
    assert rule.takes == Choice(("Đạt", "Chưa đạt", "Vượt"))
    assert rule.error == "Chỉ nhận một trong các mục: Đạt, Chưa đạt, Vượt."


def test_the_state_of_work_is_chosen_in_the_programs_words() -> None:
    view, _ = form()
    assert cell_rule("state", view, view.tasks[0]).takes == Choice(tuple(terms.STATE.values()))
    assert cell_rule("percent", view, view.tasks[0]).takes == Number(Decimal(0), Decimal(100))


def test_a_day_is_within_the_years_in_question_and_may_be_typed_on_any_machine() -> None:
    rule = cell_rule("date", form()[0])
    assert rule.takes == DayBetween(date(2023, 1, 1), date(2023, 12, 31))
    assert rule.message == "Ngày, tháng, năm, ví dụ 14/9/2023. Máy đặt ngày kiểu Mỹ thì gõ 2023-09-14."


@pytest.mark.parametrize("key", ["source", "note", "difficulties", "proposals"])
def test_a_text_has_a_length_and_the_name_of_its_column(key: str) -> None:
    rule = cell_rule(key, form()[0])
    assert rule.title == {**form_words.TASKS, **form_words.INDICATORS}[key]
    assert isinstance(rule.takes, Length)
    assert (rule.takes.most == LONGEST_NAME) == (key == "source")


def test_the_example_of_a_document_is_of_the_body_and_the_period() -> None:
    assert cell_rule("source", form()[0]).message == "Số, ký hiệu, ngày của văn bản, ví dụ 123/BC-CQ1 ngày 14/9/2023."


def test_every_word_fits_into_its_cells_tooltip() -> None:
    view, row = form()
    rules = [cell_rule(key, view, each) for each in (row, *view.tasks) for key in each.fill]
    assert max(len(rule.title) for rule in rules) <= 32
    assert max(len(text) for rule in rules for text in (rule.message, rule.error)) <= 255
