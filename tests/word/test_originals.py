"""The templates that the program comes with are those that scripts/originals builds, and the repository's own too."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from scripts import build_templates
from scripts.originals import BUILDERS

from kehoach_cli.cli.documents.templates import original
from kehoach_cli.reports.fields.field_tree import KINDS
from tests.support.docx import members_of

COMMITTED: Mapping[str, bytes] = {f"{kind}.docx": original(kind) for kind in KINDS}


def test_every_kind_has_a_builder() -> None:
    assert tuple(BUILDERS) == KINDS


def test_the_script_writes_the_packages_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_templates, "FOLDERS", (tmp_path,))
    build_templates.main()
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    # Parts are compared: how they are packed depends on the version of zlib.
    assert _parts(written) == _parts(COMMITTED), "run: python -m scripts.build_templates"
    build_templates.main()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == written


def _parts(templates: Mapping[str, bytes]) -> dict[str, list[tuple[str, bytes]]]:
    return {name: list(members_of(content).items()) for name, content in templates.items()}


@pytest.mark.parametrize("folder", build_templates.FOLDERS)
def test_both_folders_hold_the_same_templates_and_nothing_else(folder: Path) -> None:
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == COMMITTED
