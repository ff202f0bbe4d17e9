"""Entries are told apart by what they say, not by how or where they are written."""

from decimal import Decimal

from kehoach_cli.plan.recorded import entry_keys, keyed_entries
from tests.support.records import indicator, measured, task


def test_an_entry_keeps_its_key_when_it_is_written_otherwise_or_moved() -> None:
    one = measured((Decimal("41.50"), "2023-07-31"), (Decimal(35), "2023-06-30"))
    other = measured((Decimal(35), "2023-06-30"), (Decimal("41.5"), "2023-07-31"))
    assert set(entry_keys("CQS-01", "measurements", one)) == set(entry_keys("CQS-01", "measurements", other))


def test_entries_that_say_the_same_are_counted() -> None:
    keys = list(entry_keys("CQS-01", "measurements", measured((35, "2023-06-30"), (35, "2023-06-30"))))
    assert [key.copy for key in keys] == [0, 1]
    assert len(set(keys)) == 2


def test_records_and_kinds_are_told_apart() -> None:
    entries = measured((35, "2023-06-30"))
    keys = {*entry_keys("A", "measurements", entries), *entry_keys("B", "measurements", entries)}
    assert len(keys) == 2


def test_every_entry_of_a_record_has_a_key() -> None:
    record = task(("done", "2023-08-01"), extended=(("Quý IV/2023", "2023-07-01"),))
    assert [key.history for key, _ in keyed_entries(record)] == ["updates", "changes"]
    assert [entry.date for _, entry in keyed_entries(indicator(("30", "2023-07-01")))] == [
        indicator(("30", "2023-07-01")).measurements[0].date
    ]
