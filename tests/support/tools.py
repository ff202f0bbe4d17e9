"""Programs that some tests need and that a machine may lack."""

import os
import shutil
from pathlib import Path

import pytest


def require_tool(name: str) -> str:
    """The path of a program; without it the test is skipped, or fails where KEHOACH_REQUIRE_TOOLS is 1."""
    found = shutil.which(name)
    if found is None:
        missing(f"{name} is not installed")
    assert found is not None
    return found


def missing(reason: str) -> None:
    """End the test for want of something: skipped, or failed where KEHOACH_REQUIRE_TOOLS is 1."""
    if os.environ.get("KEHOACH_REQUIRE_TOOLS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def language_server() -> list[str]:
    """The command that starts the YAML language server which `scripts/fetch_editor_tools.py` installs."""
    node = require_tool("node")
    folder = Path(os.environ.get("KEHOACH_EDITOR_TOOLS", Path(__file__).parents[2] / ".tools"))
    program = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if not program.is_file():
        missing("yaml-language-server is not installed: python scripts/fetch_editor_tools.py")
    return [node, str(program), "--stdio"]
