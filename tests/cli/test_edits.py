"""The lines of a file that go and come, as they are shown after entering."""

from kehoach_cli.cli.output.edits import edits_text
from kehoach_cli.yaml.text import SourceText


def shown(before: str, after: str, *, colour: bool = False) -> str:
    return edits_text(SourceText("data/tasks.yaml", before), SourceText("data/tasks.yaml", after), colour=colour)


def test_a_line_of_the_surroundings_on_either_side() -> None:
    assert shown("a\nb\nc\nd\n", "a\nb\nx\nd\n") == "data/tasks.yaml:3\n  b\n- c\n+ x\n  d\n"
    assert shown("a\n", "a\nb\n") == "data/tasks.yaml:2\n  a\n+ b\n"
    assert shown("a\nb\n", "b\n", colour=True) == "data/tasks.yaml:1\n\x1b[31m- a\x1b[0m\n  b\n"


def test_changes_that_lie_apart_are_shown_apart() -> None:
    before = [f"dòng {number}" for number in range(30)]
    after = [*before[:3], "mới", *before[3:20], "sau", *before[20:]]
    assert shown("\n".join(before), "\n".join(after)) == (
        "data/tasks.yaml:4\n  dòng 2\n+ mới\n  dòng 3\n\ndata/tasks.yaml:22\n  dòng 19\n+ sau\n  dòng 20\n"
    )


def test_a_long_file_of_lines_alike() -> None:
    """Comparing every line with every other would take hours."""
    record = "- id: X\n  direction: increase\n  measurements: []\n"
    before = record * 30_000
    after = f"{record}+\n{record * 29_999}"
    assert shown(before, after) == "data/tasks.yaml:4\n    measurements: []\n+ +\n  - id: X\n"


def test_what_is_in_a_line_cannot_drive_the_terminal() -> None:
    assert shown("a\n", "a\n\u202ex\n").endswith("+ \ufffdx\n")
