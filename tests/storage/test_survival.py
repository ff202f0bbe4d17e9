"""Killed writers and crowds of them, in real processes. `python -m benchmarks.survival` does the same at length."""

import os
from pathlib import Path

import pytest

from tests.support.survival import (
    first_version,
    kill_at_every_step,
    kill_at_random,
    kill_inside_the_write,
    version,
    version_in,
    write_together,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the processes are forked"),
]


def test_killed_at_every_step_the_file_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    kills = kill_at_every_step(tmp_path, rounds=1)
    assert kills.before > 50
    assert kills.after > 5


def test_killed_with_some_of_the_bytes_written_the_file_is_the_old_one(tmp_path: Path) -> None:
    assert kill_inside_the_write(tmp_path, places=10) == (10, 0)


def test_killed_at_any_moment_the_file_is_whole_and_has_all_that_was_reported_written(tmp_path: Path) -> None:
    assert kill_at_random(tmp_path, kills=30).total == 30


def test_of_many_writers_at_once_none_loses_an_edit(tmp_path: Path) -> None:
    assert write_together(tmp_path, writers=10, edits=5) == 50


def test_the_trials_catch_a_writer_that_tears_files(tmp_path: Path) -> None:
    def plainly(path: Path) -> None:
        path.write_bytes(version(version_in(path) + 1))

    with pytest.raises(AssertionError, match="torn"):
        kill_inside_the_write(tmp_path, places=3, write=plainly)


def test_a_mixture_of_two_versions_is_torn(tmp_path: Path) -> None:
    path = first_version(tmp_path)
    path.write_bytes(version(1)[:-10] + version(2)[-10:])
    with pytest.raises(AssertionError, match="torn"):
        version_in(path)
