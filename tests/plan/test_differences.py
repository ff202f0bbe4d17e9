"""What counts as a change between two states of a plan, and what does not."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.differences import RecordDifference, compare_plans, history_of, new_changes
from kehoach_cli.plan.entries import Measurement
from kehoach_cli.plan.model import Plan
from tests.support.loaded import plan_of
from tests.support.plans import AGENCIES, INDICATORS, PLAN, TASKS

TWO_INDICATORS = """\
- id: CQS-01
  name: Tỷ lệ hồ sơ trực tuyến
  unit: "%"
  direction: increase
  lead: [STTTT, SYT]
  baseline: {value: 20, as_of: 2023-05-31}
  targets: {national: 40, provincial: 60}
  due: Quý III/2023
  source: Phụ lục I, mục I.1
  measurements:
    - {value: 35, date: 2023-06-30, source: CV 1/STTTT}
    - {value: 45.5, date: 2023-09-30, source: CV 2/STTTT}
- id: CQS-02
  name: Tỷ lệ văn bản điện tử
  unit: "%"
  direction: increase
  lead: [STTTT]
  baseline: {value: 80, as_of: 2023-05-31}
  targets: {national: 90, provincial: {min: 90, max: 95}}
  due: Năm 2023
  source: Phụ lục I, mục I.2
"""


def indicators(text: str) -> Plan:
    return plan_of(indicators=text)


def test_records_in_another_order_are_no_change() -> None:
    first, second = TWO_INDICATORS.split("- id: CQS-02")
    assert not compare_plans(indicators(TWO_INDICATORS), indicators(f"- id: CQS-02{second}{first}"))


def test_the_same_said_otherwise_is_no_change() -> None:
    otherwise = (
        TWO_INDICATORS.replace("Quý III/2023", "2023-Q3")
        .replace("45.5", "45.50")
        .replace("[STTTT, SYT]", "[SYT, STTTT]")
        .replace("Tỷ lệ văn bản", "Ty\u0309 lê\u0323  văn ba\u0309n")
    )
    assert otherwise != TWO_INDICATORS
    assert not compare_plans(indicators(TWO_INDICATORS), indicators(otherwise))


def test_fields_that_differ_are_named_with_both_values() -> None:
    after = TWO_INDICATORS.replace("provincial: 60", "provincial: 50").replace("value: 80", "value: 82")
    changed = compare_plans(indicators(TWO_INDICATORS), indicators(after)).indicators.changed
    assert [(change.after.id, field.field) for change in changed for field in change.fields] == [
        ("CQS-01", "targets.provincial"),
        ("CQS-02", "baseline.value"),
    ]
    baseline = changed[1].fields[0]
    assert (baseline.before, baseline.after, baseline.path) == (Decimal(80), Decimal(82), ("baseline", "value"))


@pytest.mark.parametrize(
    ("now", "differs"),
    [
        ("đạt 60%", False),
        ('"60,0"', False),
        ("≥ 60", True),
        ("trên 60", True),
        ("duy trì 60", True),
        ("60 và tăng dần", True),
        ("Đạt mức khá", True),
    ],
)
def test_a_target_differs_when_its_meaning_does(now: str, differs: bool) -> None:  # noqa: FBT001
    before, after = (
        plan_of(indicators=INDICATORS.replace("provincial: 60", f"provincial: {text}")) for text in ("60", now)
    )
    assert bool(compare_plans(before, after)) == differs


def test_a_target_in_words_differs_by_them() -> None:
    one, same, other = (
        plan_of(indicators=INDICATORS.replace("provincial: 60", f"provincial: {text}"))
        for text in ("Đạt mức khá", "Đạt  mức khá", "Đạt mức tốt")
    )
    assert not compare_plans(one, same)
    assert compare_plans(one, other)


def test_a_deadline_differs_when_its_meaning_does() -> None:
    after = TWO_INDICATORS.replace("due: Quý III/2023", "due: Quý IV/2023")
    changed = compare_plans(indicators(TWO_INDICATORS), indicators(after)).indicators.changed
    assert [field.field for field in changed[0].fields] == ["due"]


def test_a_duty_of_another_rhythm_differs() -> None:
    monthly, quarterly = (plan_of(tasks=TASKS.replace("Quý III/2023", due)) for due in ("Hàng tháng", "Hàng quý"))
    assert [field.field for field in compare_plans(monthly, quarterly).tasks.changed[0].fields] == ["due"]


def test_a_change_of_agencies_alone_is_a_change() -> None:
    renamed = plan_of(agencies=AGENCIES.replace("name: Sở Y tế", "name: Sở Y tế tỉnh", 1))
    assert compare_plans(plan_of(), renamed)


def test_a_deadline_set_elsewhere_differs_by_its_words() -> None:
    before = plan_of(tasks=TASKS.replace("Quý III/2023", '"external: Theo chương trình của Bộ TT&TT"'))
    respaced = plan_of(tasks=TASKS.replace("Quý III/2023", '"external:  Theo chương trình của Bộ TT&TT"'))
    other = plan_of(tasks=TASKS.replace("Quý III/2023", '"external: Theo chương trình của Bộ Y tế"'))
    assert not compare_plans(before, respaced)
    assert [field.field for field in compare_plans(before, other).tasks.changed[0].fields] == ["due"]


def test_new_entries_are_told_from_altered_ones() -> None:
    after = TWO_INDICATORS.replace("value: 35,", "value: 53,").replace(
        "    - {value: 45.5",
        "    - {value: 48, date: 2023-12-14, source: CV 3/STTTT}\n    - {value: 45.5",
    )
    changed = compare_plans(indicators(TWO_INDICATORS), indicators(after)).indicators.changed
    history = history_of(changed[0], "measurements")
    assert [(added.place, added.entry.date.isoformat()) for added in history.added] == [(1, "2023-12-14")]
    [altered] = history.altered
    assert altered.after is not None
    assert altered.after.place == 0
    assert altered.before == Measurement(Decimal(35), date(2023, 6, 30), "CV 1/STTTT")
    assert altered.after.entry == Measurement(Decimal(53), date(2023, 6, 30), "CV 1/STTTT")


def test_an_entry_under_another_day_is_the_same_entry_altered() -> None:
    after = TWO_INDICATORS.replace("2023-06-30", "2023-06-15")
    history = compare_plans(indicators(TWO_INDICATORS), indicators(after)).indicators.changed[0].histories[0]
    assert not history.added
    assert [altered.after and altered.after.entry.date.isoformat() for altered in history.altered] == ["2023-06-15"]


def test_an_entry_that_is_gone_has_nothing_in_its_place() -> None:
    after = TWO_INDICATORS.replace("    - {value: 35, date: 2023-06-30, source: CV 1/STTTT}\n", "")
    history = compare_plans(indicators(TWO_INDICATORS), indicators(after)).indicators.changed[0].histories[0]
    assert [(altered.before.date.isoformat(), altered.after) for altered in history.altered] == [("2023-06-30", None)]


@pytest.mark.parametrize("left", [0, 1, 2])
def test_each_of_two_equal_entries_that_is_taken_away_is_noticed(left: int) -> None:
    entry = "    - {value: 35, date: 2023-06-30, source: CV 1/STTTT}\n"
    before, after = (TWO_INDICATORS.replace(entry, entry * count) for count in (2, left))
    changed = compare_plans(indicators(before), indicators(after)).indicators.changed
    assert [len(history.altered) for change in changed for history in change.histories] == (
        [2 - left] if left < 2 else []
    )


def test_records_added_removed_and_renumbered() -> None:
    after = TWO_INDICATORS.replace("id: CQS-01", "id: CQS-03").replace("CQS-02", "CQS-04")
    after = after.replace("Tỷ lệ văn bản điện tử", "Tỷ lệ chữ ký số").replace("mục I.2", "mục I.4")
    found = compare_plans(indicators(TWO_INDICATORS), indicators(after)).indicators
    assert [(before.id, now.id) for before, now in found.renumbered] == [("CQS-01", "CQS-03")]
    assert [record.id for record in found.removed] == ["CQS-02"]
    assert [record.id for record in found.added] == ["CQS-04"]


def test_a_record_with_a_new_id_and_a_new_name_is_known_by_its_place_in_the_decision() -> None:
    after = TWO_INDICATORS.replace("CQS-02", "CQS-09").replace("Tỷ lệ văn bản điện tử", "Văn bản điện tử")
    found = compare_plans(indicators(TWO_INDICATORS), indicators(after)).indicators
    assert [(before.id, now.id) for before, now in found.renumbered] == [("CQS-02", "CQS-09")]


def test_agencies_have_no_place_in_the_decision_to_be_known_by() -> None:
    before, after = plan_of(), plan_of(agencies=AGENCIES.replace("id: SYT", "id: SOYTE"))
    assert [(old.id, new.id) for old, new in compare_plans(before, after).agencies.renumbered] == [("SYT", "SOYTE")]


def test_changes_that_came_are_told_from_those_that_were_there() -> None:
    first = "  changes:\n    - {date: 2023-08-01, by: QĐ 1, set: {due: Quý IV/2023}}\n"
    second = "    - {date: 2023-09-01, by: QĐ 2, set: {targets: {provincial: 70}}}\n"
    before, after = plan_of(indicators=INDICATORS + first), plan_of(indicators=INDICATORS + first + second)
    (change,) = compare_plans(before, after).indicators.changed
    assert [entry.by for entry in new_changes(change)] == ["QĐ 2"]


def test_the_order_in_which_a_change_sets_keys_is_no_change() -> None:
    one, other = (
        plan_of(indicators=f"{INDICATORS}  changes: [{{date: 2023-08-01, by: QĐ 1, set: {{{keys}}}}}]\n")
        for keys in ("due: Quý IV/2023, lead: [SYT]", "lead: [SYT], due: 2023-Q4")
    )
    assert not compare_plans(one, other)


def test_an_added_a_removed_record_and_an_ended_agency_are_entries_that_came() -> None:
    gone = "  removed: {date: 2023-10-10, by: QĐ 3}\n"
    ended = "  until: 2025-02-28\n  successors: {kind: merged, to: [STTTT], date: 2025-03-01, by: NQ 45}\n"
    changes = compare_plans(plan_of(), plan_of(agencies=AGENCIES + ended, indicators=INDICATORS + gone))
    found: list[RecordDifference[Any]] = [*changes.agencies.changed, *changes.indicators.changed]
    assert [(change.after.id, history.key) for change in found for history in change.histories] == [
        ("SYT", "successors"),
        ("CQS-01", "removed"),
    ]


def test_the_header_is_compared_field_by_field() -> None:
    after = plan_of(plan=PLAN.replace("2023-06-26", "2023-06-27"))
    changes = compare_plans(plan_of(), after)
    assert changes.header is not None
    assert [field.field for field in changes.header.fields] == ["date"]
    assert not any(changes.indicators)


@given(st.permutations(range(6)))
def test_no_order_of_entries_is_a_change(order: list[int]) -> None:
    entries = [f"    - {{state: in_progress, date: 2023-07-{day:02}, note: Lần {day % 3}}}\n" for day in range(1, 7)]
    before = plan_of(tasks=f"{TASKS}  updates:\n{''.join(entries)}")
    after = plan_of(tasks=f"{TASKS}  updates:\n{''.join(entries[place] for place in order)}")
    assert not compare_plans(before, after)


@given(st.sets(st.integers(1, 28), min_size=1), st.data())
def test_every_entry_before_is_after_or_altered(days: set[int], data: st.DataObject) -> None:
    kept = data.draw(st.sets(st.sampled_from(sorted(days))))
    fresh = data.draw(st.sets(st.integers(1, 28)))

    def measured(chosen: set[int], value: int) -> list[str]:
        return [f"    - {{value: {value}, date: 2023-08-{day:02}}}\n" for day in sorted(chosen)]

    def plan(entries: list[str]) -> Plan:
        return plan_of(indicators=f"{INDICATORS}  measurements:\n{''.join(entries)}" if entries else INDICATORS)

    before, after = plan(measured(days, 30)), plan(measured(kept, 30) + measured(fresh, 31))
    changed = compare_plans(before, after).indicators.changed
    history = history_of(changed[0], "measurements") if changed else None
    altered = history.altered if history else ()
    added = history.added if history else ()
    assert {entry.before.date.day for entry in altered} == days - kept
    assert len(added) + sum(entry.after is not None for entry in altered) == len(fresh)
