"""Every hostile file: the finding that it is to give, at its place, with the right exit code, and nothing else."""

import json
from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.hostile import encodings, shapes, syntax, values
from tests.hostile.case import Case

CASES = (*encodings.CASES, *syntax.CASES, *shapes.CASES, *values.CASES)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_hostile_file(kehoach: Kehoach, tmp_path: Path, case: Case) -> None:
    result = kehoach("validate", str(case.write(tmp_path)), "--format", "json")
    found = json.loads(result.out)["findings"]
    here = sorted(_shown(item) for item in found if item["file"].endswith(case.file))
    assert (here, result.code, result.err) == (sorted(case.expected), case.exit_code, "")


def test_there_are_many_and_each_is_another() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 150
    assert len({(case.file, case.content) for case in CASES}) == len(CASES)


def _shown(item: dict[str, dict[str, int]]) -> str:
    return f"{item['code']} {item['start']['line']}:{item['start']['column']}"
