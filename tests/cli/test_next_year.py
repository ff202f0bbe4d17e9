"""A plan of the next year, made from this one: what goes along, what does not, and that nothing is invented."""

import io
import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.document_settings import Documents, DocumentSettings, Signatory
from kehoach_cli.plan.in_force import in_force
from kehoach_cli.plan.model import CarriedFrom, Indicator, Plan, Record
from tests.conftest import Kehoach
from tests.support.answering_plan import write_answering_plan
from tests.support.changed_plan import write_changed_plan
from tests.support.docx import members_of
from tests.support.known_plans import DISTRICT, EXAMPLES, SECOND, SHIPPED, load
from tests.support.periods import context_of
from tests.support.plans import AGENCIES, INDICATORS, PLAN, TASKS, write_answers, write_plan

OPTIONS = {"--number": "7/QĐ-UBND", "--date": "5/1/2024", "--year": "2024", "--as-of": "2024-01-04"}
ON_TIME = "  updates: [{state: done, date: 2023-09-20, source: BC 9}]\n"


def started(kehoach: Kehoach, old: Path, new: Path, *more: str, **other: str) -> Path:
    """The next year's plan; `other` are options other than OPTIONS."""
    given = OPTIONS | {f"--{name.replace('_', '-')}": value for name, value in other.items()}
    words = [word for option in given.items() for word in option]
    result = kehoach("init", str(new), "--from", str(old), *words, *(more or ("--all",)))
    assert (result.code, result.err) == (0, "")
    return new


def text(folder: Path, name: str) -> str:
    return (folder / "data" / f"{name}.yaml").read_text(encoding="utf-8")


def data(folder: Path, name: str) -> Any:
    return YAML(typ="safe").load(text(folder, name))


def records(folder: Path) -> dict[str, Record]:
    return {record.id: record for record in load(folder).records}


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


class Keyboard(io.StringIO):
    """Somebody who types lines."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in which the test stands; `.git` marks its top, git is not asked."""
    (tmp_path / "kho" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "kho")
    return tmp_path / "kho"


# What goes along


def test_the_made_up_year_goes_on(kehoach: Kehoach, tmp_path: Path) -> None:
    found = records(started(kehoach, EXAMPLES, tmp_path / "2024", signer="Trần Văn Mẫu"))
    assert len([each for each in found.values() if isinstance(each, Indicator)]) == 40
    assert "NV-CQS-04" not in found  # done
    late = found["NV-CQS-14"]
    assert (late.lead, late.due.text, late.origin, late.carried_from) == (
        ("CT",),
        "",
        ("carried_over",),
        CarriedFrom("180/QĐ-BCĐ", "NV-CQS-14"),
    )
    assert found["NV-CQS-18"].due.text == "Quý II/2024"  # extended into the year
    assert found["NV-KTS-03"].due.text == "Hàng tháng"
    measured = found["CQS-02"]
    assert isinstance(measured, Indicator)
    assert tuple(map(str, measured.baseline)) == ("51.6", "2023-12-31", "BC 03/BC-VPUBND ngày 05/01/2024")
    assert (measured.targets, measured.due.text, measured.measurements) == ((None, None), "", ())


def test_the_office_sees_what_is_to_be_filled_in_and_what_was_there(kehoach: Kehoach, tmp_path: Path) -> None:
    write_plan(tmp_path / "2023", tasks=TASKS + "  output: Bản kế hoạch\n  note: Ghi chú\n  source: Phụ lục II\n")
    new = started(kehoach, tmp_path / "2023", tmp_path / "2024")
    assert text(new, "tasks").split("\n\n", 1)[1] == (
        "- id: NV-CQS-01\n"
        "  name: Ban hành kế hoạch dữ liệu mở\n"
        "  pillar: CQS\n"
        "  lead: [STTTT]\n"
        "  origin: [carried_over]\n"
        "  output: Bản kế hoạch\n"
        "  # Thời hạn: điền theo Quyết định 7/QĐ-UBND; Kế hoạch 01/QĐ-UBND ghi Quý III/2023\n"
        "  due: null\n"
        "  carried_from: {plan: 01/QĐ-UBND, record: NV-CQS-01}\n"
    )
    assert text(new, "indicators").split("\n\n", 1)[1] == (
        "- id: CQS-01\n"
        "  name: Tỷ lệ hồ sơ trực tuyến\n"
        "  pillar: CQS\n"
        '  unit: "%"\n'
        "  direction: increase\n"
        "  lead: [STTTT]\n"
        "  origin: [carried_over]\n"
        "  # Hiện trạng: chưa có kết quả, điền theo văn bản nếu có; hiện trạng của Kế hoạch 01/QĐ-UBND: 20% (ngày "
        "31/5/2023)\n"
        "  # Mức phấn đấu năm 2024: điền theo Quyết định 7/QĐ-UBND; Kế hoạch 01/QĐ-UBND ghi UBQG 40%, tỉnh 60% "
        "(Năm 2023)\n"
        "  targets: {national: null, provincial: null}\n"
        "  due: null\n"
        "  carried_from: {plan: 01/QĐ-UBND, record: CQS-01}\n"
    )


@pytest.mark.parametrize("old", [EXAMPLES, SHIPPED, DISTRICT, SECOND, "answering", "changed"])
@pytest.mark.parametrize(("year", "day"), [("2024", "5/1/2024"), ("2025", "1/4/2025"), ("2026-2030", "2/1/2026")])
def test_it_passes_its_own_check_at_once(
    kehoach: Kehoach, tmp_path: Path, old: Path | str, year: str, day: str
) -> None:
    if isinstance(old, str):
        old = (write_answering_plan if old == "answering" else write_changed_plan)(tmp_path / old)
    new = started(kehoach, old, tmp_path / "new", "--all", "--office", "CHỦ TỊCH", year=year, date=day, as_of=day)
    result = kehoach("validate", str(new))
    assert (result.code, "lỗi KH" in result.out, "cảnh báo" in result.out) == (0, False, False)
    assert kehoach("schema", "--plan", str(new)).out.count("Không đổi") == 6


def scalars(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for part in value.values():
                yield from scalars(part)
        case list():
            for part in value:
                yield from scalars(part)
        case _:
            yield str(value)


@pytest.mark.parametrize(("old", "day"), [(EXAMPLES, "2024-01-04"), (EXAMPLES, "2025-07-01"), (DISTRICT, "2025-01-04")])
def test_nothing_is_invented(kehoach: Kehoach, tmp_path: Path, old: Path, day: str) -> None:
    """Each value of the new files stands in the old ones, or was given, or says that it was carried over."""
    new = started(kehoach, old, tmp_path / "new", "--all", "--title", "Kế hoạch mới", as_of=day)
    names = ("plan", "agencies", "indicators", "tasks")
    known = {each for name in names for each in scalars(data(old, name))}
    known |= {"7/QĐ-UBND", "2024-01-05", "2024", "Kế hoạch mới", "carried_over", "None", "True", "2"}
    documents = {each for name in names for each in scalars(data(new, name))} - known
    answered = {
        each for path in (old / "data" / "answers").glob("*.yaml") for each in scalars(YAML(typ="safe").load(path))
    }
    assert [each for each in documents if not set(each.split("; ")) <= answered | known] == []


def test_what_is_written_is_what_was_carried(kehoach: Kehoach, tmp_path: Path) -> None:
    """Read again, each record has all that the old one said of its content, and nothing of its history."""
    new, old = started(kehoach, EXAMPLES, tmp_path / "2024"), in_force(load(EXAMPLES), date(2024, 1, 4))
    by_id = {record.id: record for record in old.records}
    for record in load(new).records:
        before = by_id[record.id]
        same = ("name", "pillar", "oversight", "parts", "parent", "heading", "unit", "direction", "measure", "output")
        for key in (key for key in same if hasattr(record, key)):
            assert getattr(record, key) == getattr(before, key), (record.id, key)
        assert (record.lead, record.note, record.source, record.changes) == (before.lead_now, None, None, ())
    assert load(new).pillars == old.pillars
    assert (load(new).reporting, load(new).target_names, load(new).recipients) == (
        old.reporting,
        old.target_names,
        old.recipients,
    )
    assert load(new).legal_bases == ()


@pytest.mark.parametrize(
    "name",
    [
        "# không phải chú thích",
        "a: b",
        "- gạch",
        "null",
        "12",
        "2023-01-01",
        "hai\ndòng",
        '"nháy"',
        "'",
        "{x}",
        "@YEAR@",
    ],
)
def test_any_text_is_written_so_that_it_is_read_again(kehoach: Kehoach, tmp_path: Path, name: str) -> None:
    """In names, in pillars, in wordings that become comments."""
    quoted = json.dumps(name, ensure_ascii=True)
    plan = PLAN.replace("Chính quyền số", quoted).replace("UBQG", quoted) + f"recipients: [{quoted}]\n"
    tasks = TASKS.replace("Ban hành kế hoạch dữ liệu mở", quoted)
    write_plan(tmp_path / "2023", plan=plan, tasks=tasks)
    found = load(started(kehoach, tmp_path / "2023", tmp_path / "2024"))
    assert (found.tasks[0].name, found.pillars[0].name, found.recipients) == (name, name, (name,))
    assert found.target_names.national == name


# Results, and what is none

FIGURES = """\
- {{id: CQS-01, name: Số, unit: {unit}, direction: increase, lead: [{lead}], {keys}
   baseline: {{value: 5, as_of: 2023-05-31}}, targets: {{provincial: {goal}}}, due: Năm 2023,
   measurements: [{entries}]}}
"""
JUNE = "{value: 7, date: 2023-06-30, source: BC 1}"
DECEMBER = "{value: 9, date: 2023-12-31, source: BC 2}"


@pytest.mark.parametrize(
    ("entries", "changed", "baseline", "said"),
    [
        (f"{JUNE}, {DECEMBER}", {}, "9 2023-12-31 BC 2", ""),
        (f"{DECEMBER}, {DECEMBER.replace('BC 2', 'BC 3')}", {}, "9 2023-12-31 BC 3", ""),
        (f"{JUNE}, {DECEMBER[:-1]}, estimate: true}}", {}, "7 2023-06-30 BC 1", ""),
        (f"{DECEMBER}, {DECEMBER[:-1].replace('9', '8', 1)}, corrects: 2023-12-31}}", {}, "8 2023-12-31 BC 2", ""),
        (f"{JUNE[:-15]}}}", {}, "7 2023-06-30 None", ""),
        ("{value: 9, date: 2024-01-05, source: BC 2}", {}, "", "chưa có kết quả, điền theo văn bản nếu có"),
        (JUNE, {"keys": "accumulates: true,"}, "", "số cộng dồn đếm lại từ đầu năm; Kế hoạch 01/QĐ-UBND: 7 lớp"),
        (
            "{value: đạt, date: 2023-12-31, judged_by: Bộ}",
            {"goal": "Có cổng", "keys": "measure: verdict,"},
            "",
            "đánh giá bằng lời",
        ),
    ],
)
def test_the_last_result_is_the_baseline(
    kehoach: Kehoach, tmp_path: Path, entries: str, changed: dict[str, str], baseline: str, said: str
) -> None:
    own = {"unit": "lớp", "lead": "STTTT", "keys": "", "goal": "10", **changed}
    indicators = FIGURES.format(entries=entries, **own)
    if changed.get("goal"):
        indicators = indicators.replace("baseline: {value: 5, as_of: 2023-05-31}, ", "")
    write_plan(tmp_path / "2023", indicators=indicators)
    new = started(kehoach, tmp_path / "2023", tmp_path / "2024")
    [record] = load(new).indicators
    known = record.baseline
    assert ("" if known.value is None else f"{known.value} {known.as_of} {known.source}") == baseline
    assert (f"# Hiện trạng: {said}" in text(new, "indicators")) == bool(said)
    assert load(new).baseline_date == known.as_of


def test_answers_of_all_give_a_result_and_of_some_none(kehoach: Kehoach, tmp_path: Path) -> None:
    new = started(kehoach, write_answering_plan(tmp_path / "2023"), tmp_path / "2024")
    found = {each.id: each.baseline for each in load(new).indicators}
    assert tuple(map(str, found["CQS-04"])) == ("46.875", "2023-09-10", "BC 21; BC 20; BC 10")
    assert found["CQS-03"].value is None
    assert "số tạm tính chưa phải là kết quả; Kế hoạch 01/QĐ-UBND: 36,67% (tạm tính, ngày 10/9/2023)" in (
        text(new, "indicators")
    )


@pytest.mark.parametrize(("bodies", "more"), [(20, ""), (21, "; …")])
def test_twenty_documents_are_named(kehoach: Kehoach, tmp_path: Path, bodies: int, more: str) -> None:
    names = [f"XA{number:02}" for number in range(bodies)]
    agencies = "".join(f"- {{id: {name}, name: Xã {name}, short_name: Xã {name}}}\n" for name in (*names, "STTTT"))
    shared = INDICATORS.replace("[STTTT]", f"[{', '.join(names)}]").replace('"%"', "lớp") + "  parts: sum\n"
    old = write_plan(tmp_path / "2023", agencies=agencies, indicators=shared)
    for name in names:
        write_answers(old, name, f"record: CQS-01, value: 2, date: 2023-09-30, source: BC {name}")
    [record] = load(started(kehoach, old, tmp_path / "2024")).indicators
    assert record.baseline.value == 2 * bodies
    assert record.baseline.source == "; ".join(f"BC {name}" for name in names[:20]) + more


# Deadlines and targets


@pytest.mark.parametrize(
    ("due", "kept"),
    [
        ("Quý IV/2023", False),
        ("2023-2024", False),
        ("2024-01-04", False),
        ("2024-01-05", True),  # the day of the decision
        ("2024-12-31", True),
        ("Quý I/2025", False),
        ("Hằng quý", True),
        ("Thường xuyên", True),
        ("Chưa xác định", True),
        ("external: theo Bộ", True),
        ("Năm 2023 và những năm tiếp theo", False),
    ],
)
def test_a_deadline_stays_where_the_new_year_holds_it(
    kehoach: Kehoach, tmp_path: Path, due: str, *, kept: bool
) -> None:
    plan = PLAN.replace("year: 2023\n", "year: 2023\nlast_year: 2025\n")
    write_plan(tmp_path / "2023", plan=plan, tasks=TASKS.replace("Quý III/2023", f'"{due}"'))
    new = started(kehoach, tmp_path / "2023", tmp_path / "2024")
    assert load(new).tasks[0].due.text == (due if kept else "")
    assert ("Kế hoạch 01/QĐ-UBND ghi " in text(new, "tasks")) == (not kept)


def test_the_year_that_a_deadline_leaves_out_is_not_the_next(kehoach: Kehoach, tmp_path: Path) -> None:
    write_plan(tmp_path / "2023", tasks=TASKS.replace("Quý III/2023", "Quý III"))
    assert load(started(kehoach, tmp_path / "2023", tmp_path / "2024")).tasks[0].due.text == ""


@pytest.mark.parametrize(("year", "due"), [("2023", "Quý III"), ("2023-2024", "")])
def test_a_deadline_without_its_year_stands_in_a_plan_of_that_year_alone(
    kehoach: Kehoach, tmp_path: Path, year: str, due: str
) -> None:
    write_plan(tmp_path / "cu", tasks=TASKS.replace("Quý III/2023", "Quý III"))
    new = started(kehoach, tmp_path / "cu", tmp_path / "moi", year=year, date="1/7/2023", as_of="1/7/2023")
    assert load(new).tasks[0].due.text == due


@pytest.mark.parametrize(
    ("year", "target", "due", "milestones"),
    [
        ("2024", "60", "Năm 2024", []),
        ("2024-2025", "80", "Năm 2025", ["60"]),
        ("2024-2028", "90", "Năm 2027", ["60", "80"]),
        ("2028", "", "", []),
    ],
)
def test_of_several_years_what_is_still_due_stays(
    kehoach: Kehoach, tmp_path: Path, year: str, target: str, due: str, milestones: list[str]
) -> None:
    """The last of it is the target of the new plan."""
    goals = "  milestones:\n" + "".join(
        f"    - {{due: Năm {year}, provincial: {value}}}\n" for year, value in ((2023, 40), (2024, 60), (2025, 80))
    )
    indicators = INDICATORS.replace("provincial: 60", "provincial: 90").replace("Năm 2023", "Năm 2027") + goals
    write_plan(
        tmp_path / "old", plan=PLAN.replace("year: 2023\n", "year: 2023\nlast_year: 2027\n"), indicators=indicators
    )
    [record] = load(started(kehoach, tmp_path / "old", tmp_path / "new", year=year)).indicators
    judged = record.targets.provincial
    assert ("" if judged is None else str(judged.min), record.due.text) == (target, due)
    assert [str(each.provincial.min) for each in record.milestones if each.provincial] == milestones


# Agencies


def test_who_acts_on_the_day_leads(kehoach: Kehoach, tmp_path: Path) -> None:
    """Merged, split and dissolved bodies: their successors lead, groups have those who act for their members."""
    old = write_changed_plan(tmp_path / "2023")
    new = started(kehoach, old, tmp_path / "2024")
    plan = load(new)
    assert [(each.id, [member.id for member in each.members]) for each in plan.agencies] == [
        ("SKHCN", []),
        ("SYT", []),
        ("SBN", ["SKHCN"]),
        ("XA", []),
    ]
    assert all(each.until is None and each.successors is None and each.from_ is None for each in plan.agencies)
    assert plan.standing_agency == "SKHCN"
    agencies = register(in_force(load(old), date(2024, 1, 4)))
    before = {record.id: record for record in load(old).records}
    for record in plan.records:
        decided = [heir for lead in before[record.id].lead for heir in agencies.heirs(lead, record.id)]
        assert set(record.lead) <= {*decided, *record.lead}
        assert set(record.lead).isdisjoint(record.support)


def test_as_of_an_earlier_day_the_old_bodies_lead(kehoach: Kehoach, tmp_path: Path) -> None:
    new = started(kehoach, EXAMPLES, tmp_path / "2025", as_of="2025-02-28", date="5/3/2025", year="2025")
    assert load(new).standing_agency == "STTTT"
    later = started(kehoach, EXAMPLES, tmp_path / "sau", as_of="2025-03-01", date="5/3/2025", year="2025")
    assert load(later).standing_agency == "SKHCN"


TWO = """\
- {{id: STTTT, name: Sở TTTT, short_name: Sở TT&TT, until: 2023-10-31,
   successors: {{kind: {kind}, to: [{to}], date: 2023-11-01, by: NQ 5}}}}
- {{id: SYT, name: Sở Y tế, short_name: Sở Y tế}}
- {{id: SKHCN, name: Sở KHCN, short_name: Sở KH&CN}}
- {{id: SNV, name: Sở Nội vụ, short_name: Sở Nội vụ}}
"""


@pytest.mark.parametrize(
    ("kind", "to", "lead", "parts", "standing"),
    [
        ("merged", "SYT", ("SYT",), None, "SYT"),  # one body is left of two: nothing to combine
        ("merged", "SKHCN", ("SKHCN", "SYT"), "each", "SKHCN"),
        ("split", "SKHCN, SNV", ("SKHCN", "SNV", "SYT"), "each", None),
    ],
)
def test_what_several_must_do_is_combined_while_they_are_several(
    kehoach: Kehoach, tmp_path: Path, kind: str, to: str, lead: tuple[str, ...], parts: str | None, standing: str | None
) -> None:
    tasks = TASKS.replace("[STTTT]", "[STTTT, SYT]") + "  parts: each\n  support: [SKHCN]\n"
    plan = f"{PLAN}standing_agency: STTTT\n"
    write_plan(tmp_path / "2023", plan=plan, agencies=TWO.format(kind=kind, to=to), tasks=tasks)
    found = load(started(kehoach, tmp_path / "2023", tmp_path / "2024"))
    assert (found.tasks[0].lead, found.tasks[0].parts, found.standing_agency) == (lead, parts, standing)
    assert found.tasks[0].support == (() if "SKHCN" in lead else ("SKHCN",))


def test_nobody_leads_what_a_dissolved_body_led(kehoach: Kehoach, tmp_path: Path) -> None:
    gone = """\
- {id: STTTT, name: Sở TTTT, short_name: Sở TT&TT, until: 2023-10-31,
   successors: {kind: dissolved, date: 2023-11-01, by: QĐ 5}}
"""
    write_plan(tmp_path / "2023", agencies=gone)
    new = started(kehoach, tmp_path / "2023", tmp_path / "2024")
    assert [record.lead for record in load(new).records] == [(), ()]
    assert text(new, "tasks").count("# Chủ trì trước là Sở TT&TT (đã giải thể)\n  lead: []\n") == 1


HEADED = """\
- {id: NV-1, name: Thể chế, heading: true}
- {id: NV-2, name: Hạ tầng, heading: true}
- {id: NV-1.1, name: Việc lớn, parent: NV-1, lead: [STTTT], due: Quý III/2023,
   updates: [{state: done, date: 2023-09-20, source: BC 9}]}
- {id: NV-1.1.1, name: Việc nhỏ, parent: NV-1.1, lead: [STTTT], due: Quý III/2023}
- {id: NV-2.1, name: Đã xong, parent: NV-2, lead: [STTTT], due: Quý III/2023,
   updates: [{state: done, date: 2023-09-20, source: BC 9}]}
"""


def test_headings_go_along_with_what_is_under_them(kehoach: Kehoach, tmp_path: Path) -> None:
    write_plan(tmp_path / "2023", tasks=HEADED)
    found = load(started(kehoach, tmp_path / "2023", tmp_path / "2024")).tasks
    assert [(each.id, each.parent, each.heading, bool(each.carried_from)) for each in found] == [
        ("NV-1", None, True, False),
        ("NV-1.1.1", "NV-1", False, True),
    ]


# What stands around it


def test_in_the_old_plans_repository_only_the_plans_own_files_are_written(kehoach: Kehoach, repository: Path) -> None:
    write_plan(repository / "2023")
    started(kehoach, Path("2023"), Path("2024"))
    assert {name.split("/")[0] for name in files(repository / "2024")} == {"data", "templates"}
    assert "Dùng kế hoạch ở 2024" in kehoach("gaps", "--as-of", "2024-03-01").err
    started(kehoach, repository / "2023", repository.parent / "rieng")
    assert {".gitlab-ci.yml", "README.md", "data/plan.yaml"} <= {*files(repository.parent / "rieng")}


def test_templates_are_the_same_to_the_byte(kehoach: Kehoach, tmp_path: Path) -> None:
    old = write_plan(tmp_path / "2023") / "templates"
    old.mkdir()
    for name in ("bao-cao-quy.docx", "mẫu riêng.docx", "~$bao-cao-quy.docx"):
        (old / name).write_bytes(f"{name} \0".encode())
    new = started(kehoach, tmp_path / "2023", tmp_path / "2024") / "templates"
    assert {path.name for path in new.iterdir()} >= {"mẫu riêng.docx", "bao-cao-tom-tat.docx", "phieu-bao-cao.docx"}
    assert not (new / "~$bao-cao-quy.docx").exists()
    assert (new / "bao-cao-quy.docx").read_bytes() == (old / "bao-cao-quy.docx").read_bytes()
    assert (new / "mẫu riêng.docx").read_bytes() == (old / "mẫu riêng.docx").read_bytes()


def test_who_signs_is_as_before_for_the_same_issuer_alone(kehoach: Kehoach, tmp_path: Path) -> None:
    more = "parent: TỈNH ỦY MẪU\n"
    write_plan(tmp_path / "2023", plan=PLAN.replace("signatory:\n", f"{more}signatory:\n  position: BÍ THƯ\n"))
    same = load(started(kehoach, tmp_path / "2023", tmp_path / "2024"))
    assert (same.issuer, same.parent, same.place) == ("UBND tỉnh Mẫu", "TỈNH ỦY MẪU", "Mẫu")
    assert same.signatory == ((), "CHỦ TỊCH", "BÍ THƯ", "Nguyễn Văn Mẫu")
    other = load(started(kehoach, tmp_path / "2023", tmp_path / "khac", "--all", "--issuer", "Ban Chỉ đạo CĐS"))
    assert (other.parent, other.place, other.signatory) == (None, "Mẫu", ((), "TRƯỞNG BAN", None, None))


# One by one


def test_each_is_asked_about(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_plan(tmp_path / "2023", tasks=TASKS + TASKS.replace("-01", "-02") + ON_TIME + TASKS.replace("-01", "-03"))
    header = "2024\n7/QĐ-UBND\n5/1/2024\n\n\n\n\n\n"  # Enter takes the old issuer, office, parent, place, name
    monkeypatch.setattr(sys, "stdin", Keyboard(f"{header}có lẽ\nk\nc\n\n"))
    new = tmp_path / "2024"
    result = kehoach("init", str(new), "--from", str(tmp_path / "2023"), "--as-of", "2024-01-04")
    assert (result.code, result.err) == (0, "")
    assert "Cơ quan ban hành [UBND tỉnh Mẫu]: " in result.out
    assert re.findall(r"\(\d/3\) .*", result.out) == [
        *["(1/3) CQS-01. Tỷ lệ hồ sơ trực tuyến (Chưa đủ số liệu)"] * 2,
        "(2/3) NV-CQS-01. Ban hành kế hoạch dữ liệu mở (Quá hạn chưa hoàn thành)",
        "(3/3) NV-CQS-03. Ban hành kế hoạch dữ liệu mở (Quá hạn chưa hoàn thành)",
    ]
    assert "Chuyển sang năm 2024? [C/k]: Gõ c (có) hoặc k (không)" in result.out
    assert [each.id for each in load(new).records] == ["NV-CQS-01", "NV-CQS-03"]
    assert text(new, "indicators").endswith("\n[]\n")
    assert "Chuyển sang từ Kế hoạch 01/QĐ-UBND: 2 nhiệm vụ." in result.out
    assert "điền chỗ có dòng # ở ngay trên, trong data/indicators.yaml, data/tasks.yaml\n" in result.out


def test_whoever_stops_answering_gets_nothing(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(tmp_path / "2023")
    monkeypatch.setattr(sys, "stdin", Keyboard("2024\n7/QĐ-UBND\n5/1/2024\n\n\n\n\n\nc\n"))
    result = kehoach("init", str(tmp_path / "2024"), "--from", str(tmp_path / "2023"))
    assert (result.code, (tmp_path / "2024").exists()) == (130, False)


# What is refused


def refused(kehoach: Kehoach, *arguments: str) -> str:
    words = [word for option in OPTIONS.items() for word in option]
    result = kehoach("init", *arguments, *words)
    assert (result.code, result.out) == (2, "")
    return result.err


def test_nobody_to_ask_has_to_say_all(kehoach: Kehoach, repository: Path) -> None:
    write_plan(repository / "2023")
    assert "Thiếu --all; không có cửa sổ lệnh để hỏi" in refused(kehoach, "2024", "--from", "2023")
    assert not (repository / "2024").exists()


def test_what_is_there_already_stays(kehoach: Kehoach, repository: Path) -> None:
    write_plan(repository / "2023")
    write_plan(repository / "2024")
    assert "Trong 2024 đã có kế hoạch" in refused(kehoach, "2024", "--from", "2023", "--all")
    (repository / "moi" / "data").mkdir(parents=True)
    (repository / "moi" / "data" / "tasks.yaml").write_text("của tôi", encoding="utf-8")
    assert "đã có moi/data/tasks.yaml" in refused(kehoach, "moi", "--from", "2023", "--all")
    assert files(repository / "moi") == ["data/tasks.yaml"]


def test_a_broken_plan_is_not_carried(kehoach: Kehoach, repository: Path) -> None:
    write_plan(repository / "2023", tasks=TASKS.replace("[STTTT]", "[KHONG]"))
    result = kehoach("init", "2024", "--from", "2023", "--all", *(word for each in OPTIONS.items() for word in each))
    assert (result.code, "KH302" in result.err, (repository / "2024").exists()) == (2, True, False)
    assert "Không tìm thấy 2022" in refused(kehoach, "2024", "--from", "2022", "--all")


def test_what_the_old_plan_overlooks_the_new_one_would_not(kehoach: Kehoach, repository: Path) -> None:
    """Levels of rules and ignores belong to the old plan; so a new one might have an error."""
    write_plan(repository / "2023", plan=f"{PLAN}checks: {{KH302: off}}\n", tasks=TASKS.replace("[STTTT]", "[KHONG]"))
    said = refused(kehoach, "2024", "--from", "2023", "--all")
    assert said.startswith("kehoach: Kế hoạch mới sẽ có lỗi KH302 ở NV-CQS-01: ")
    assert not (repository / "2024").exists()


# Through the years


def three_years(kehoach: Kehoach, repository: Path) -> None:
    """2022, 2023, 2024: the number of the first decision comes again in the third year."""
    older = {name: value.replace("2023", "2022") for name, value in {"plan": PLAN, "tasks": TASKS}.items()}
    told = INDICATORS.replace("2023", "2022") + "  measurements: [{value: 31, date: 2022-12-31, source: BC 1}]\n"
    write_plan(repository / "2022", plan=older["plan"], tasks=older["tasks"], indicators=told)
    options = {"number": "5/QĐ-UBND", "date": "6/1/2023", "year": "2023", "as_of": "2023-01-05"}
    started(kehoach, Path("2022"), Path("2023"), **options)
    path = repository / "2023" / "data" / "indicators.yaml"
    targets = path.read_text(encoding="utf-8").replace("national: null, provincial: null", "provincial: 45")
    added = "  due: Năm 2023\n  measurements: [{value: 43, date: 2023-12-31, source: BC 2}]\n"
    path.write_text(targets.replace("  due: null\n", added), encoding="utf-8")
    started(kehoach, Path("2023"), Path("2024"), number="01/QĐ-UBND")


def test_a_record_is_followed_through_three_years(kehoach: Kehoach, repository: Path) -> None:
    three_years(kehoach, repository)
    shown = kehoach("show", "CQS-01", "--plan", "2024", "--as-of", "2024-03-01", "--format", "md")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.split("Qua các năm")[1].strip().splitlines()[2:] == [
        "| 01/QĐ-UBND, năm 2022 | CQS-01 | UBQG 40%, tỉnh 60% | 31% (ngày 31/12/2022): không đạt |",
        "| 5/QĐ-UBND, năm 2023 | CQS-01 | tỉnh 45% | 43% (ngày 31/12/2023): không đạt |",
    ]
    found = json.loads(kehoach("show", "NV-CQS-01", "--plan", "2024", "--as-of", "2024-03-01", "--format", "json").out)
    assert [(each["plan"], each["year"], each["as_of"], each["standing"]["standing"]) for each in found["earlier"]] == [
        ("01/QĐ-UBND", 2022, "2023-01-01", "open_overdue"),
        ("5/QĐ-UBND", 2023, "2024-01-01", "undated"),
    ]


def test_a_plan_that_is_not_there_is_named(kehoach: Kehoach, repository: Path) -> None:
    three_years(kehoach, repository)
    (repository / "2022" / "data" / "tasks.yaml").write_text("- a: [", encoding="utf-8")

    def earlier() -> list[tuple[str, int | None, bool]]:
        shown = kehoach("show", "CQS-01", "--plan", "2024", "--as-of", "2024-03-01", "--format", "json")
        found = json.loads(shown.out)["earlier"]
        return [(each["plan"], each["year"], each["progress"] is not None) for each in found]

    assert earlier() == [("01/QĐ-UBND", None, False), ("5/QĐ-UBND", 2023, True)]
    text_ = (repository / "2023" / "data" / "indicators.yaml").read_text(encoding="utf-8")
    (repository / "2023" / "data" / "indicators.yaml").write_text(text_.replace("id: CQS-01", "id: CQS-02"), "utf-8")
    assert earlier() == [("5/QĐ-UBND", 2023, False)]
    assert "không có mã này" in kehoach("show", "CQS-01", "--plan", "2024", "--as-of", "2024-03-01").out
    (repository / "2023" / "data" / "plan.yaml").unlink()
    assert earlier() == [("5/QĐ-UBND", None, False)]


# The report of the new year


def carried_plan(kehoach: Kehoach, tmp_path: Path) -> Plan:
    tasks = "".join(
        TASKS.replace("-01", f"-0{number}").replace("Quý III/2023", due) for number, due in enumerate(DUES, 1)
    )
    old = PLAN.replace("year: 2023\n", "year: 2023\nlast_year: 2024\n")
    write_plan(tmp_path / "2023", plan=old, tasks=tasks)
    started(kehoach, tmp_path / "2023", tmp_path / "2024")
    path = tmp_path / "2024" / "data" / "tasks.yaml"
    done = "  updates: [{state: done, date: 2024-03-10, source: BC 4}]\n"
    path.write_text(f"{path.read_text(encoding='utf-8')}{done}", encoding="utf-8")
    return load(tmp_path / "2024")


DUES = ("Quý IV/2023", "2024-02-15", "Quý II/2024", "Quý I/2024")


def test_the_report_says_what_became_of_it(kehoach: Kehoach, tmp_path: Path) -> None:
    plan = carried_plan(kehoach, tmp_path)
    found = context_of(plan, "2024-Q1")["chuyen_sang"]
    assert [found[key] for key in ("tong", "hoan_thanh", "trong_han", "qua_han", "chua_an_dinh")] == [4, 1, 1, 1, 1]
    assert (found["chi_tieu"]["tong"], found["chi_tieu"]["chua_du_so_lieu"]) == (1, 1)
    assert [(each["ma"], each["chuyen_tu"], each["tinh_trang"]) for each in found["ds"]][1:3] == [
        ("NV-CQS-02", "NV-CQS-02, Kế hoạch 01/QĐ-UBND", "Quá hạn chưa hoàn thành"),
        ("NV-CQS-03", "NV-CQS-03, Kế hoạch 01/QĐ-UBND", "Đang thực hiện trong hạn"),
    ]


SENTENCE = (
    "Từ năm trước chuyển sang: 04 nhiệm vụ (01 hoàn thành đúng hạn, 01 đang thực hiện trong hạn, 01 quá hạn chưa hoàn "
    "thành, 01 chưa ấn định thời hạn); 01 chỉ tiêu (01 chưa đủ số liệu để đánh giá)."
)


@pytest.mark.parametrize("kind", ["bao-cao-quy", "bao-cao-tom-tat"])
def test_its_paragraph_stands_in_both_reports_and_in_those_of_other_plans_not(
    kehoach: Kehoach, tmp_path: Path, kind: str
) -> None:
    carried_plan(kehoach, tmp_path)
    template = str(SHIPPED / "templates" / f"{kind}.docx")
    for plan, period, stands in ((tmp_path / "2024", "2024-Q1", True), (SHIPPED, "2023-Q3", False)):
        target = tmp_path / f"{period}.docx"
        done = kehoach("report", "--plan", str(plan), "--period", period, "--template", template, "-o", str(target))
        assert done.code == 0
        said = re.sub("<[^>]+>", "", members_of(target.read_bytes())["word/document.xml"].decode()).replace(
            "\u00a0", " "
        )
        assert (SENTENCE in said, "chuyển sang:" in said) == (stands, stands)


def test_who_signs_reports_goes_along_without_the_name_of_one_that_was_succeeded(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    said = "{parent: '', symbol: BC-A, signatory: {authority: [TL. A, KT. B], office: C, name: D}, addressees: [E]}"
    documents = f"standing_agency: STTTT\ndocuments:\n  report: {said}\n  letter: {{issuer: STTTT, symbol: X}}\n"
    write_plan(tmp_path / "2023", plan=PLAN + documents)
    same = load(started(kehoach, tmp_path / "2023", tmp_path / "2024")).documents
    assert same.report == DocumentSettings(None, "", "BC-A", Signatory(("TL. A", "KT. B"), "C", None, "D"), ("E",))
    assert same.letter == DocumentSettings("STTTT", symbol="X")
    ended = "  until: 2023-09-30\n  successors: {kind: merged, to: [SYT], date: 2023-10-01, by: NQ 1}\n"
    first, _, rest = AGENCIES.partition("- id: SYT")
    write_plan(tmp_path / "2023", plan=PLAN + documents, agencies=f"{first}{ended}- id: SYT{rest}")
    merged = load(started(kehoach, tmp_path / "2023", tmp_path / "sap-nhap")).documents
    assert merged.report == DocumentSettings(None, "", None, Signatory(("TL. A", "KT. B"), "C"), ("E",))
    assert merged.letter == DocumentSettings("SYT")
    gone = "  until: 2023-09-30\n  successors: {kind: dissolved, date: 2023-10-01, by: NQ 1}\n"
    write_plan(tmp_path / "2023", plan=PLAN + documents, agencies=f"{first}{gone}- id: SYT{rest}")
    assert load(started(kehoach, tmp_path / "2023", tmp_path / "giai-the")).documents == Documents()
