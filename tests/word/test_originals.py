"""The templates that the program comes with are those that the builder builds; the shipped plan has copies of them."""

import pytest
from scripts.build_templates import FOLDERS
from scripts.originals import BUILDERS

from kehoach_cli.cli.documents.templates import original_template
from kehoach_cli.reports.fields.template_kinds import KINDS
from tests.support.docx import members_of


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_template_is_the_built_one(kind: str) -> None:
    assert members_of(original_template(kind)) == members_of(BUILDERS[kind]()), "run: python -m scripts.build_templates"


@pytest.mark.parametrize("kind", KINDS)
def test_building_twice_gives_the_same_bytes(kind: str) -> None:
    assert BUILDERS[kind]() == BUILDERS[kind]()


def test_both_folders_hold_the_same_templates_and_nothing_else() -> None:
    ours, shipped = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in FOLDERS)
    assert ours == shipped
    assert set(ours) == {f"{kind}.docx" for kind in KINDS}
