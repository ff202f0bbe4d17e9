"""docs/json.md names every key that the program prints as JSON or CSV, and no other."""

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Kehoach
from tests.support.answering_plan import write_answering_plan
from tests.support.changed_plan import write_changed_plan
from tests.support.known_plans import DISTRICT, EXAMPLES, ROOT, load
from tests.support.plans import PLAN, write_plan
from tests.support.story import told

PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## kehoach ([\w ]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
DAYS = {EXAMPLES: ["2023-09-14", "2024-01-01"], DISTRICT: ["2024-07-01"]}
NEXT_YEAR = ("--all", "--number", "7/QĐ", "--date", "5/1/2024", "--year", "2024", "--as-of", "2024-01-05")
# Their values are whatever the plan's files hold.
AS_IN_THE_FILES = ("fields[].before", "fields[].after", "entries[].before", "entries[].after", "in_force")


def documented(command: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)` \|", SECTIONS[command], re.MULTILINE)


def columns(command: str) -> list[str]:
    line = re.search(r"^Cột CSV.*?(?=\n\n|\Z)", SECTIONS[command], re.MULTILINE | re.DOTALL)
    assert line
    return re.findall(r"`([a-z_]+)`", re.sub(r"\([^)]*\)", "", line[0]))


def paths(value: Any, path: str = "") -> Iterator[str]:
    if isinstance(value, dict) and path not in AS_IN_THE_FILES:
        for key, part in value.items():
            yield from paths(part, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and value and isinstance(value[0], dict) and path not in AS_IN_THE_FILES:
        for part in value:
            yield from paths(part, f"{path}[]")
    else:
        yield path


def printed(kehoach: Kehoach, *command: str) -> set[str]:
    result = kehoach(*command, "--format", "json")
    assert result.code == 0
    data = json.loads(result.out)
    assert data["schema"] == (2 if command[0] in ("show", "diff") else 1)
    return set(paths(data))


def empty_lists(found: set[str]) -> set[str]:
    """Lists that hold something in one answer stand empty in another."""
    return {path for path in found if any(other.startswith(f"{path}[]") for other in found)}


def matches(pattern: str, path: str) -> bool:
    expression = re.escape(pattern).replace(r"\*\*", ".+").replace(r"\*", r"[^.\[]+")
    return re.fullmatch(expression, path) is not None


def check(command: str, found: set[str]) -> None:
    patterns = documented(command)
    assert len(patterns) == len(set(patterns))
    known = found - (empty_lists(found) - set(patterns))
    assert [path for path in sorted(known) if not any(matches(pattern, path) for pattern in patterns)] == []
    assert [pattern for pattern in patterns if not any(matches(pattern, path) for path in known)] == []


@pytest.mark.parametrize("command", ["status", "gaps", "answers", "tasks", "overdue", "log"])
def test_listings(kehoach: Kehoach, command: str, tmp_path: Path) -> None:
    found = printed(kehoach, command, "--plan", str(write_changed_plan(tmp_path)), "--as-of", "2023-10-15")
    answering = str(write_answering_plan(tmp_path / "answering"))
    found |= printed(kehoach, command, "--plan", answering, "--as-of", "2023-09-12")
    for folder, days in DAYS.items():
        for day in days:
            found |= printed(kehoach, command, "--plan", str(folder), "--as-of", day)
    check(command, found)


def test_several_plans(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_plan(tmp_path / "mot", plan=PLAN.replace("year: 2023", "year: 2022"))
    write_answering_plan(tmp_path / "hai")
    monkeypatch.chdir(tmp_path)
    check("status nhiều kế hoạch", printed(kehoach, "status", "--as-of", "2023-09-12") - {"plans[].reporting"})
    result = kehoach("status", "--as-of", "2023-09-12", "--format", "csv")
    assert next(csv.reader(io.StringIO(result.out))) == columns("status nhiều kế hoạch")


def test_records(kehoach: Kehoach, tmp_path: Path) -> None:
    found: set[str] = set()
    changed = str(write_changed_plan(tmp_path))
    for name in ("CQS-02", "CQS-03", "NV-CQS-01", "NV-CQS-06"):
        found |= printed(kehoach, "show", name, "--plan", changed, "--as-of", "2023-10-15")
    answering = str(write_answering_plan(tmp_path / "kho" / "2023"))
    for name in ("CQS-05", "CQS-06", "NV-01"):
        found |= printed(kehoach, "show", name, "--plan", answering, "--as-of", "2023-09-12")
    carried = ("init", str(tmp_path / "kho" / "2024"), "--from", answering, *NEXT_YEAR)
    assert kehoach(*carried).code == 0
    for name in ("CQS-03", "CQS-04", "NV-01"):
        found |= printed(kehoach, "show", name, "--plan", str(tmp_path / "kho" / "2024"), "--as-of", "2024-10-01")
    for record in load(DISTRICT).records:
        found |= printed(kehoach, "show", record.id, "--plan", str(DISTRICT), "--as-of", "2024-07-01")
    check("show", found)


def test_changes(kehoach: Kehoach, tmp_path: Path) -> None:
    repo = told(tmp_path / "kho")
    data = repo.folder / "data"
    first = repo.git("rev-list", "--max-parents=0", "HEAD")
    plan = str(repo.folder)
    found = printed(kehoach, "diff", first, "--plan", plan, "--as-of", "2023-10-03")
    indicators = (data / "indicators.yaml").read_text(encoding="utf-8")
    (data / "indicators.yaml").write_text(indicators.replace("CQS-01", "CQS-09"), encoding="utf-8")
    (data / "tasks.yaml").write_text("[]\n", encoding="utf-8")
    (data / "plan.yaml").write_text((data / "plan.yaml").read_text("utf-8").replace("01/", "02/"), encoding="utf-8")
    found |= printed(kehoach, "diff", "--plan", plan, "--as-of", "2023-10-03")
    check("diff", found)


def test_periods(kehoach: Kehoach, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "data", tmp_path / "data")
    plan = ("--plan", str(tmp_path))
    source = ("--source", "BC 400", "--date", "1/3/2024", "--yes")
    signed = tmp_path / "ky.pdf"
    signed.write_bytes(b"%PDF-1.4")
    assert kehoach("record", "CQS-02", "53", *source, *plan).code == 0
    assert kehoach("amend", "--remove", "NV-KTS-01", "--by", "QĐ 9", "--date", "1/8/2023", "--yes", *plan).code == 0
    check("diff giữa hai kỳ", printed(kehoach, "diff", "--period", "2024-Q2", *plan))
    found = printed(kehoach, "show", "2023-Q3", *plan)
    assert (
        kehoach("close", "2024-Q2", "--number", "9/BC", "--date", "18/6/2024", "--file", str(signed), *plan).code == 0
    )
    assert kehoach("reopen", "2024-Q2", "--by", "CV 1", "--date", "1/7/2024", "--note", "Sai số", *plan).code == 0
    found |= printed(kehoach, "show", "2024-Q2", *plan)
    check("show kỳ đã chốt", found)
    rows = kehoach("show", "2023-Q3", "--format", "csv", *plan)
    assert next(csv.reader(io.StringIO(rows.out))) == columns("show kỳ đã chốt")


def test_findings(kehoach: Kehoach) -> None:
    check("validate", printed(kehoach, "validate", str(EXAMPLES)))


def test_letters_and_names_for_templates(kehoach: Kehoach, tmp_path: Path) -> None:
    plan = ("--plan", str(DISTRICT))
    check("remind", printed(kehoach, "remind", *plan, "--as-of", "2024-07-01", "-o", str(tmp_path)))
    check("form", printed(kehoach, "form", *plan, "--as-of", "2024-07-01", "-o", str(tmp_path)))
    form = f"{tmp_path}/{next(path.name for path in tmp_path.glob('phieu-*'))}"
    check("receive", printed(kehoach, "receive", form, *plan, "--as-of", "2024-07-01", "--dry-run"))
    check("template fields", printed(kehoach, "template", "fields", *plan))


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("status", ()),
        ("gaps", ()),
        ("answers", ()),
        ("tasks", ()),
        ("overdue", ()),
        ("log", ()),
        ("diff", ("--since", "2024-03-31")),
    ],
)
def test_columns(kehoach: Kehoach, command: str, arguments: tuple[str, ...]) -> None:
    result = kehoach(command, *arguments, "--plan", str(DISTRICT), "--as-of", "2024-07-01", "--format", "csv")
    assert next(csv.reader(io.StringIO(result.out))) == columns(command)


def test_columns_of_letters_and_names(kehoach: Kehoach, tmp_path: Path) -> None:
    plan = ("--plan", str(DISTRICT), "--format", "csv")
    letters = kehoach("remind", *plan, "--as-of", "2024-07-01", "-o", str(tmp_path))
    assert next(csv.reader(io.StringIO(letters.out))) == columns("remind")
    forms = kehoach("form", *plan, "--as-of", "2024-07-01", "-o", str(tmp_path))
    assert next(csv.reader(io.StringIO(forms.out))) == columns("form")
    names = kehoach("template", "fields", *plan)
    assert next(csv.reader(io.StringIO(names.out))) == columns("template fields")


def test_the_page_speaks_of_these_commands_only() -> None:
    assert list(SECTIONS) == [
        "status",
        "status nhiều kế hoạch",
        "gaps",
        "answers",
        "tasks",
        "overdue",
        "show",
        "show kỳ đã chốt",
        "log",
        "diff",
        "diff giữa hai kỳ",
        "validate",
        "form",
        "receive",
        "remind",
        "template fields",
    ]
