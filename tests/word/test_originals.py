"""The templates in the repository are those that the code builds."""

from pathlib import Path

import pytest

from kehoach_cli.word.originals import KINDS, original
from tests.conftest import ROOT
from tests.support.docx import members_of


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_template_is_the_built_one(kind: str) -> None:
    committed = (ROOT / "templates" / f"{kind}.docx").read_bytes()
    assert members_of(committed) == members_of(original(kind)), "run: python scripts/build_templates.py"


@pytest.mark.parametrize("kind", KINDS)
def test_building_twice_gives_the_same_bytes(kind: str) -> None:
    assert original(kind) == original(kind)


def test_there_is_nothing_in_the_folder_but_originals() -> None:
    assert {path.stem for path in Path(ROOT / "templates").iterdir()} == set(KINDS)
