"""Which entries count on a day: what is dated later does not exist, what was corrected no longer counts."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.history import due_by, entries_by, known_by
from kehoach_cli.plan.model import Amendment, Measurement
from tests.support.records import indicator, measured, plan, task

JUNE, JULY, AUGUST = date(2023, 6, 30), date(2023, 7, 31), date(2023, 8, 31)


def values(entries: tuple[Measurement, ...], day: date) -> list[Decimal]:
    return [entry.value for entry in entries_by(entries, day)]


def test_entries_come_by_date_and_only_up_to_the_day() -> None:
    entries = measured((3, "2023-08-31"), (1, "2023-06-30"), (2, "2023-07-31"))
    assert values(entries, JULY - timedelta(days=1)) == [1]
    assert values(entries, JULY) == [1, 2]
    assert values(entries, AUGUST) == [1, 2, 3]


def test_entries_of_one_day_stay_in_the_order_of_the_file() -> None:
    assert values(measured((1, "2023-06-30"), (2, "2023-06-30")), JUNE) == [1, 2]


def test_a_correction_takes_the_place_of_the_last_entry_of_its_day_before_it() -> None:
    entries = measured((1, "2023-06-30"), (2, "2023-06-30"), (9, "2023-06-30", "2023-06-30"), (3, "2023-06-30"))
    assert values(entries, JUNE) == [1, 9, 3]


def test_a_correction_may_be_corrected() -> None:
    entries = measured((1, "2023-06-30"), (2, "2023-06-30", "2023-06-30"), (3, "2023-06-30", "2023-06-30"))
    assert values(entries, JUNE) == [3]


def test_a_correction_may_move_an_entry_to_another_day() -> None:
    entries = measured((1, "2023-06-30"), (2, "2023-07-31", "2023-06-30"))
    assert values(entries, JUNE) == [1]
    assert values(entries, JULY) == [2]


def test_a_correction_of_a_day_without_an_entry_is_an_entry() -> None:
    assert values(measured((1, "2023-06-30"), (2, "2023-07-31", "2023-05-31")), JULY) == [1, 2]


def test_a_correction_never_removes_what_stands_after_it() -> None:
    assert values(measured((2, "2023-06-30", "2023-06-30"), (1, "2023-06-30")), JUNE) == [2, 1]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5), st.none() | st.integers(0, 5)), max_size=8))
def test_each_correction_removes_one_entry_at_most(drawn: list[tuple[int, int, int | None]]) -> None:
    entries = tuple(
        Measurement(
            Decimal(value),
            JUNE + timedelta(days=day),
            corrects=None if corrects is None else JUNE + timedelta(days=corrects),
        )
        for value, day, corrects in drawn
    )
    standing = entries_by(entries, AUGUST)
    corrections = sum(entry.corrects is not None for entry in entries)
    assert len(entries) - corrections <= len(standing) <= len(entries)
    assert [entry.date for entry in standing] == sorted(entry.date for entry in standing)
    assert set(map(id, standing)) <= set(map(id, entries))


def test_the_deadline_in_force() -> None:
    record = task(due="Quý II/2023", extended=(("Quý III/2023", "2023-06-30"),))
    assert due_by(record, JUNE - timedelta(days=1)).text == "Quý II/2023"
    assert due_by(record, JUNE).text == "Quý III/2023"


def test_the_plan_as_it_was_known_on_a_day_has_no_later_entries() -> None:
    amended = (Amendment(("due",), "QĐ 1", JUNE), Amendment(("lead",), "QĐ 2", AUGUST))
    whole = plan(
        indicator((1, "2023-06-30"), (2, "2023-08-31"))._replace(amendments=amended),
        task(("done", "2023-08-31"), extended=(("Quý IV/2023", "2023-07-31"),))._replace(amendments=amended),
    )
    known = known_by(whole, JULY)
    assert [entry.value for entry in known.indicators[0].measurements] == [1]
    assert known.indicators[0].amendments == known.tasks[0].amendments == amended[:1]
    assert (known.tasks[0].updates, len(known.tasks[0].extensions)) == ((), 1)
    assert known_by(whole, AUGUST) == whole
