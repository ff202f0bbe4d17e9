"""The faulty plan, checked in the format that a test is about."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.faulty_plan import write_faulty_plan

Checked = Callable[..., str]


@pytest.fixture
def checked(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    """What `kehoach validate .` prints above the folder of the faulty plan: `checked("sarif")`."""
    write_faulty_plan(tmp_path)
    monkeypatch.chdir(tmp_path)

    def check(form: str, *options: str) -> str:
        result = kehoach("validate", ".", "--format", form, *options)
        assert (result.code, result.err) == (1, "")
        return result.out

    return check
