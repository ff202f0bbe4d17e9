"""In the log of a CI runner no text out of a plan is a command, whatever command prints it, in whatever format."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from lxml import etree

from kehoach_cli.cli.output.runner_log import Commands, RunnerLog
from tests.conftest import Kehoach, Result
from tests.support.actions_runner import command_in
from tests.support.docx import p, word_file
from tests.support.plans import AGENCIES, INDICATORS, PLAN, TASKS, write_plan
from tests.support.repositories import Repo, made_once, new_repo

HOSTILE = '"::warning::a\\n::error file=x::b\\n  ##[error]c ::debug::d ##vso[task.complete]e ##teamcity[f]"'
MEASURED = f"  measurements: [{{value: 30, date: 2023-07-01, source: {HOSTILE}, note: {HOSTILE}}}]\n"
REPORTED = f"  updates: [{{state: in_progress, date: 2023-07-01, source: {HOSTILE}, note: {HOSTILE}}}]\n"
DAY = ("--as-of", "2023-11-01")

VIEWS = [
    *(("status",), ("gaps",), ("overdue",), ("tasks",), ("log",), ("log", "CQS-01"), ("show", "CQS-01")),
    *(("show", "NV-CQS-01"), ("diff", "HEAD~1"), ("diff", "--since", "2023-06-01")),
]
OTHERS = [
    ("remind", *DAY, "-o", "::error::thu", "--format", "json"),
    ("remind", *DAY, "-o", "::error::thu", "--format", "csv"),
    ("remind", *DAY, "-o", "::error::thu"),
    ("report", "--period", "2023-Q3", "-o", "::error::bc.docx"),
    ("narrative", "2023-Q3"),
    ("template", "fields", "--format", "json"),
    ("template", "fields", "--format", "csv"),
    ("template", "fields", "--format", "md"),
    ("template", "fields"),
    ("template", "init", "-o", "::error::mau.docx"),
    ("template", "check", "::error::mau"),
    ("schema",),
    ("schema", "tasks"),
    ("schema", "-o", "::error::luoc-do"),
    ("init", "::error::kho", "--number", "1", "--date", "2023-06-26", "--issuer", "::error::a", "--year", "2023"),
    ("record", "CQS-01", "31", "--date", "2023-08-01", "--source", "::error::b ##[error]c", "--dry-run"),
    ("record", "CQS-01", "31", "--date", "2023-08-01", "--source", "::error::b ##[error]c"),
    ("record", "--from", "::error::d.csv"),
    ("correct", "CQS-01", "--of", "2023-07-01", "31", "--source", "##[error]c", "--dry-run"),
    ("explain", "##[error]"),
    ("explain",),
    ("status", "##[error]x"),
    ("status", "--##[error]x"),
    ("##[error]x",),
    ("status", "--agency", "a\n::error::b"),
    ("status", "--plan", "a\n::error::b"),
    ("status", "-o", "không có/a\n::error::b"),
    ("validate", "a\n::error::b"),
    ("validate", "--base", "a\n::error::b"),
    ("validate", "-o", "json:/dev/stdout"),
    ("--help",),
]


@made_once
def hostile_repo(folder: Path) -> Repo:
    """A repository with a plan all of whose words are commands, committed by such a person."""
    repo = new_repo(folder)
    write_plan(folder)
    repo.commit(by="::error::x ##[error]y", at="2023-07-01T09:00:00+07:00")
    texts = {
        "plan": re.sub(r"(?m)^(issuer|title|    name): .*", rf"\1: {HOSTILE}", PLAN),
        "agencies": re.sub(r"(?m)^  (name|short_name): .*Y tế", rf"  \1: {HOSTILE}", AGENCIES),
        "indicators": INDICATORS.replace("Tỷ lệ hồ sơ trực tuyến", HOSTILE).replace('"%"', HOSTILE) + MEASURED,
        "tasks": TASKS.replace("Ban hành kế hoạch dữ liệu mở", HOSTILE).replace("[STTTT]", "[SYT]")
        + f"  output: {HOSTILE}\n"
        + REPORTED,
    }
    write_plan(folder, **texts)
    repo.commit(by="::error::x ##[error]y", at="2023-07-02T09:00:00+07:00")
    return repo


@pytest.fixture
def hostile_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, git: str) -> Path:
    repo = hostile_repo(tmp_path / "::error::plan")
    monkeypatch.chdir(repo.folder)
    return repo.folder


def obeyed(result: Result) -> list[str]:
    """The lines that a runner would obey: GitHub's, Azure's or TeamCity's."""
    lines = re.split(r"[\r\n]", result.out + "\n" + result.err)
    return [line for line in lines if command_in(line) or re.search(r"##[a-z]*\[", line)]


@pytest.mark.usefixtures("hostile_plan")
@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
@pytest.mark.parametrize("command", VIEWS, ids=" ".join)
def test_no_view_gives_orders(
    kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], form: str
) -> None:
    at_the_desk = kehoach(*command, *DAY, "--format", form)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    in_the_log = kehoach(*command, *DAY, "--format", form)
    assert (in_the_log.code, in_the_log.err) == (0, "")
    assert obeyed(in_the_log) == []
    assert in_the_log.out.replace("\u2060", "") == at_the_desk.out
    if form == "json":
        assert in_the_log == at_the_desk  # to the letter
        assert "##[error]c ::debug::d ##vso[" in str(json.loads(at_the_desk.out))
    if form == "table":
        assert obeyed(at_the_desk)


@pytest.mark.usefixtures("hostile_plan")
@pytest.mark.parametrize("arguments", OTHERS, ids=" ".join)
def test_no_other_command_does(kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    Path("::error::d.csv").write_text("Mã;Giá trị\n::error::a;##[error]b\n", encoding="utf-8")
    Path("::error::mau").write_bytes(word_file(p("{{ ::error::a }}") + p("{% ##[error] %}")))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    result = kehoach(*arguments)
    assert result.code in (0, 1, 2)
    assert result.out + result.err
    assert obeyed(result) == []


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "junit", "md"])
def test_no_finding_does_but_those_for_the_runner(
    kehoach: Kehoach, hostile_plan: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    write_plan(hostile_plan, tasks=TASKS.replace("Quý III/2023", HOSTILE) + '  "##[error]k": 1\n')
    at_the_desk = kehoach("validate", "--format", form, "--base", "HEAD~1")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    in_the_log = kehoach("validate", "--format", form, "--base", "HEAD~1")
    assert in_the_log.code == at_the_desk.code == 1
    commands = [command for line in in_the_log.out.splitlines() if (command := command_in(line))]
    assert {command.properties["title"][:2] for command in commands} == ({"KH"} if form == "github" else set())
    assert in_the_log.out.replace("\u2060", "") == at_the_desk.out
    if form in ("json", "gitlab", "sarif", "junit", "github"):
        assert in_the_log == at_the_desk
    elif form == "text":
        assert obeyed(at_the_desk)
    if form == "junit":
        assert "##[error]" in "".join(etree.fromstring(in_the_log.out.encode()).itertext())


@pytest.mark.usefixtures("hostile_plan")
def test_a_schema_is_the_same_to_the_letter(kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> None:
    at_the_desk = kehoach("schema", "tasks")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert kehoach("schema", "tasks") == at_the_desk
    assert "##[error]c" in str(json.loads(at_the_desk.out))


def test_cells_differ_by_nothing_that_is_seen(
    kehoach: Kehoach, hostile_plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    [row] = csv.DictReader(io.StringIO(kehoach("tasks", *DAY, "--format", "csv").out))
    assert row["id"] == "NV-CQS-01"
    assert "\n:\u2060:error file=x::b\n  #\u2060#[error]c ::debug::d #\u2060#vso[" in row["name"]
    assert kehoach("tasks", *DAY, "--format", "csv", "-o", "a.csv").code == 0
    assert "\n::error file=x::b\n  ##[error]c" in (hostile_plan / "a.csv").read_text(encoding="utf-8")  # no log


class Kept(io.StringIO):
    """A stream that remembers what had been written each time it was flushed."""

    def __init__(self) -> None:
        super().__init__()
        self.flushed: list[str] = []

    def flush(self) -> None:
        self.flushed.append(self.getvalue())


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (["::error::a\n"], ":\u2060:error::a\n"),
        ([":", ":error::a", "\n"], ":\u2060:error::a\n"),
        (["a\n\t ", "::error::a\n"], "a\n\t :\u2060:error::a\n"),
        (["a\r::error::a\n"], "a\r:\u2060:error::a\n"),
        (["a #", "#", "[error]", "b\n"], "a #\u2060#[error]b\n"),
        (["###[error]b\n"], "##\u2060#[error]b\n"),
        (["a ##vso[task.setvariable]b\n"], "a #\u2060#vso[task.setvariable]b\n"),
        (["a: ::b ## [c] #[d]\n"], "a: ::b ## [c] #[d]\n"),
        ([Commands("::error::a\n"), "::error::b\n"], "::error::a\n:\u2060:error::b\n"),
        (["a", Commands("\n::error::b\n")], "a\n::error::b\n"),
    ],
)
def test_lines_are_judged_whole_however_they_are_written(written: list[str], shown: str) -> None:
    stream = Kept()
    log = RunnerLog(stream)
    log.writelines(written)
    assert stream.getvalue() == shown


def test_a_question_is_seen_before_it_is_answered() -> None:
    stream = Kept()
    log = RunnerLog(stream)
    log.write("Vẫn ghi? ")
    log.flush()
    assert stream.flushed == ["Vẫn ghi? "]


@pytest.mark.parametrize("name", ["GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"])
def test_each_runner_is_known_by_its_variable(
    kehoach: Kehoach, small_plan: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert "##vso[a]" in kehoach("show", "##vso[a]").err
    monkeypatch.setenv(name, "True")
    assert "#\u2060#vso[a]" in kehoach("show", "##vso[a]").err
