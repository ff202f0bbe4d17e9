"""Workflow commands of GitHub Actions, read as its runner reads them: ours are whole, and no text makes another."""

from pathlib import Path

import pytest

from tests.cli.findings.conftest import Checked
from tests.conftest import Kehoach
from tests.support.actions_runner import Command, command_in
from tests.support.faulty_plan import FOLDER, FOUND, SAID_OF_THE_DUE
from tests.support.plans import PLAN, TASKS, write_plan


def commands_in(text: str) -> list[Command]:
    return [command for line in text.splitlines() if (command := command_in(line))]


def test_every_finding_is_one_command_at_its_place(checked: Checked) -> None:
    commands = commands_in(checked("github"))
    names = {"error": "error", "warning": "warning", "info": "notice"}
    assert [(command.name, command.properties["title"], command.properties["line"]) for command in commands] == [
        (names[severity], f"{code} (kehoach)", str(line)) for code, severity, line in FOUND
    ]
    of_the_due = commands[3]
    assert of_the_due.properties["file"] == f"{FOLDER}/data/tasks.yaml"
    assert (of_the_due.properties["col"], of_the_due.properties["endColumn"]) == ("8", "40")
    assert of_the_due.message.startswith(f"{SAID_OF_THE_DUE}\nViết như Quý II/2023")


def test_the_summary_is_a_line_like_any_other(checked: Checked) -> None:
    *_, last = checked("github").splitlines()
    assert last == "Đã kiểm tra 4 tệp: 2 lỗi, 2 cảnh báo, 1 lưu ý"


@pytest.mark.parametrize("line_end", ["\\n", "\\r", "\\N", "\\L", "\\P"])
def test_no_value_ends_a_command_or_begins_one(kehoach: Kehoach, tmp_path: Path, line_end: str) -> None:
    hostile = f'"a%0A::error::b {line_end}::error::c{line_end}##[error]d"'
    texts = {
        "tasks": TASKS.replace("[STTTT]", f"[{hostile}]").replace("Quý III/2023", hostile),
        "plan": PLAN.replace("01/QĐ-UBND", hostile).replace("UBND tỉnh Mẫu", hostile),
    }
    plan = write_plan(tmp_path / "plan", **texts)
    result = kehoach("validate", str(plan), "--format", "github")
    commands = commands_in(result.out)
    assert len(commands) == len(result.out.splitlines()) - 1
    assert {command.properties.get("title", "")[:2] for command in commands} == {"KH"}


@pytest.mark.parametrize(
    "name",
    ["::error::tasks", " ::warning file=a::b", "##[error]c", "a\n::error::d", "a\r::error::e", "%0A::error::f"],
)
@pytest.mark.parametrize("form", ["github", "text"])
def test_no_folder_name_does_either(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, form: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    write_plan(tmp_path / name, tasks=TASKS.replace("STTTT", "SXD"))
    monkeypatch.chdir(tmp_path)
    found = kehoach("validate", ".", "--format", form)
    assert found.code == 1
    commands = commands_in(found.out)
    assert [command.properties["title"] for command in commands] == ["KH302 (kehoach)"] * (form == "github")
    refused = kehoach("validate", f"{name}/data/tasks")
    assert refused.code == 2
    assert commands_in(refused.err) == []


def test_text_for_people_is_left_alone_where_no_runner_reads_it(checked: Checked) -> None:
    assert '  9 |   due: "::stop::' in checked("text")
