"""A question about a past day has the same answer, to the byte, whatever a later document did."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.known_plans import EXAMPLES

LATER_INDICATOR = """
- id: CQS-18
  name: Tỷ lệ hồ sơ được số hóa
  unit: "%"
  direction: increase
  lead: [SKHCN]
  baseline: {value: null, as_of: 2023-05-31}
  targets: {national: null, provincial: 60}
  due: Năm 2023
  added: {date: 2024-02-01, by: QĐ 12/QĐ-BCĐ}
  measurements:
    - {value: 30, date: 2024-02-05, source: BC 1/BC-SKHCN}
"""
CHANGES = """\
  changes:
    - {date: 2024-02-01, by: QĐ 12/QĐ-BCĐ, set: {targets: {provincial: 90}, due: Năm 2024, lead: [SKHCN]}}
"""
ENDED = """
  until: 2024-01-31
  successors: {kind: merged, to: [SKHCN], date: 2024-02-01, by: NQ 3/NQ-HĐND}"""
CUTOFF = """
changes:
  - {date: 2024-02-01, by: QĐ 12/QĐ-BCĐ, set: {reporting: {cutoff: 20}}}
"""
DAYS = ["2023-07-01", "2023-10-01", "2024-01-31"]
COMMANDS = [
    ["status"],
    ["gaps"],
    ["tasks"],
    ["overdue", "--by", "agency"],
    ["show", "CQS-02"],
    ["show", "NV-CQS-05"],
    ["log"],
    ["log", "CQS-02"],
    ["tasks", "--agency", "Sở TT&TT", "--groups", "--role", "any"],
    ["diff", "--since", "2023-06-26"],
]


def edit(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up year without the reorganisation of 2025, outside of any repository."""
    folder = tmp_path_factory.mktemp("before")
    shutil.copytree(EXAMPLES / "data", folder / "data")
    shutil.copy(EXAMPLES.parent / "data" / "agencies.yaml", folder / "data" / "agencies.yaml")
    return folder


@pytest.fixture(scope="module")
def after(before: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after documents of 1/2/2024: a target, deadline and lead amended, a task taken out, a merger, …"""
    folder = tmp_path_factory.mktemp("after")
    shutil.copytree(before, folder, dirs_exist_ok=True)
    data = folder / "data"
    edit(
        data / "indicators.yaml",
        lambda text: text.replace("- id: CQS-02\n", f"- id: CQS-02\n{CHANGES}") + LATER_INDICATOR,
    )
    removed = "  removed: {date: 2024-02-01, by: QĐ 12/QĐ-BCĐ}\n"
    edit(data / "tasks.yaml", lambda text: text.replace("- id: NV-CQS-05\n", f"- id: NV-CQS-05\n{removed}"))
    new = "\n- {id: SKHCN, name: Sở Khoa học và Công nghệ, short_name: Sở KH&CN, from: 2024-02-01}\n"
    name = "short_name: Sở TT&TT"
    edit(data / "agencies.yaml", lambda text: text.replace(name, name + ENDED) + new)
    edit(data / "plan.yaml", lambda text: text + CUTOFF)
    return folder


@pytest.mark.parametrize("form", ["table", "json", "csv"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_listing_of_an_earlier_day_stays_as_it_was(
    kehoach: Kehoach, before: Path, after: Path, command: list[str], form: str
) -> None:
    for day in DAYS:
        then, now = (
            kehoach(*command, "--plan", str(folder), "--as-of", day, "--format", form) for folder in (before, after)
        )
        assert then.code == 0
        assert now == then


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_and_on_the_documents_day_it_changes(kehoach: Kehoach, before: Path, after: Path, command: list[str]) -> None:
    """Otherwise nothing above would be worth anything."""
    then, now = (
        kehoach(*command, "--plan", str(folder), "--as-of", "2024-02-01", "--format", "json")
        for folder in (before, after)
    )
    assert (now.code, then.code) == (0, 0)
    assert now.out != then.out


@pytest.mark.parametrize(
    "document", [["report", "--period", "2023-Q3", "--yes"], ["report", "--period", "2023-Q4", "--yes"], ["remind"]]
)
def test_documents_of_an_earlier_day_stay_as_they_were(
    kehoach: Kehoach, before: Path, after: Path, tmp_path: Path, document: list[str]
) -> None:
    letters = document == ["remind"]
    written = []
    for folder in (before, after):
        output = tmp_path / folder.name if letters else tmp_path / f"{folder.name}.docx"
        day = ["--as-of", "2024-01-31"] if letters else []
        assert kehoach(*document, *day, "--plan", str(folder), "-o", str(output)).code == 0
        files = sorted(output.iterdir()) if letters else [output]
        written.append([(file.name if letters else "", file.read_bytes()) for file in files])
    assert written[0] == written[1]
