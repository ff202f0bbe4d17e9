"""Templates get exactly the names that the list of fields states, with values of the stated kinds."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.coverage import who_must_answer
from kehoach_cli.plan.data_window import last_closed
from kehoach_cli.plan.model import CarriedFrom, Task, blank_indicator
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.reports.fields.field_tree import FIELDS
from kehoach_cli.reports.fields.template_kinds import FORM, KINDS, LETTER, REPORT
from kehoach_cli.reports.letters.form_context import form_context
from kehoach_cli.reports.letters.form_view import form_views
from kehoach_cli.reports.letters.letter_context import letter_context
from kehoach_cli.reports.letters.letter_items import letters_view
from kehoach_cli.word.template.shapes import EACH_CODE
from tests.support.known_plans import EXAMPLES, load
from tests.support.made_up_plans import indicator, plan_of, task
from tests.support.periods import context_of

_KINDS = {str: "chữ", bool: "có/không", int: "số", list: "danh sách"}


def _names(value: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Every name in the data, with the kind of its value; names of a list's entries are `name[].…`, codes `MÃ`."""
    if prefix.endswith(".hinh"):  # a chart, or empty if there is nothing to draw
        yield prefix, "biểu đồ"
        return
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _names(item, f"{prefix}.{key if key.islower() else EACH_CODE}" if prefix else key)
        return
    yield prefix, _KINDS[type(value)]
    if isinstance(value, list):
        for item in value:
            if isinstance(item, Mapping):
                yield from _names(item, f"{prefix}[]")


def test_every_name_of_a_report_is_explained() -> None:
    plan = load(EXAMPLES)
    said = {name: ("một ý",) for name in Narrative._fields if name != "pillars"}
    everything = Narrative(**said, pillars={pillar.id: ("một ý",) for pillar in plan.pillars})
    seen = {
        entry for period in ("2023-Q3", "2023-Q4", "2023") for entry in _names(context_of(plan, period, everything))
    }
    for day in (date(2023, 10, 1), date(2024, 1, 1)):  # tasks without reports; indicators past their deadline
        seen |= set(_names(context_of(plan, "2023-Q4", as_of=day)))
    seen |= set(_names(context_of(plan_of((indicator(1),), (task(1),)), "2023-Q3")))  # room for what is overdue
    heading = blank_indicator("CQS", "Hạ tầng số", "CQS")._replace(heading=True)
    of_tasks, came = Task("NV", "Thể chế", None, (), (), heading=True), CarriedFrom("9/QĐ", "NV-01")
    headed = plan._replace(
        indicators=(heading, *(each._replace(parent="CQS", carried_from=came) for each in plan.indicators)),
        tasks=(of_tasks, *(each._replace(parent="NV", carried_from=came) for each in plan.tasks)),
    )
    seen |= set(_names(context_of(headed, "2023-Q4")))
    assert seen == {(field.name, field.type) for field in FIELDS[REPORT]}


def test_every_name_of_a_letter_is_explained() -> None:
    plan = load(EXAMPLES)
    agencies = register(plan)
    day = date(2023, 10, 20)
    duties = who_must_answer(plan, last_closed(day, plan), day, late=True)
    view = letters_view(plan_status(plan, day), duties, agencies)
    seen = {
        entry for letter in view.letters for entry in _names(letter_context(letter, view, agencies, date(2023, 10, 30)))
    }
    assert seen == {(field.name, field.type) for field in FIELDS[LETTER]}


def test_every_name_of_a_form_is_explained() -> None:
    plan, day = load(EXAMPLES), date(2023, 10, 20)
    agencies = register(plan)
    duties = who_must_answer(plan, last_closed(day, plan), day, late=True)
    views = form_views(plan, duties, agencies, date(2023, 10, 30))
    seen = {entry for view in views for entry in _names(form_context(view, agencies))}
    assert seen == {(field.name, field.type) for field in FIELDS[FORM]}


def test_every_kind_of_template_has_its_fields() -> None:
    assert set(FIELDS) == set(KINDS)
