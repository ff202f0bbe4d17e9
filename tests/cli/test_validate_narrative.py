"""The spoken part of a report is checked with the plan that it belongs to."""

import json
import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from kehoach_cli.cli.documents.word_files import read_word_file
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.storage.naming import path_exists
from tests.conftest import ROOT, Kehoach
from tests.support.plans import PLAN, write_plan
from tests.support.repositories import plan_repo

FAULTY = "highlights:\n  - Đã hợp nhất\nproposal: [Bố trí kinh phí]\nobjective_causes: 12\n"
FOUND = [
    ("KH202", "data/narrative/2023-Q3.yaml", 3, 1),
    ("KH203", "data/narrative/2023-Q3.yaml", 4, 19),
]


def write_narrative(plan: Path, text: str, name: str = "2023-Q3.yaml") -> Path:
    path = plan / "data" / "narrative" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(kehoach: Kehoach, *arguments: str) -> list[tuple[str, str, int, int]]:
    report = json.loads(kehoach("validate", *arguments, "--format", "json").out)
    return [(each["code"], each["file"], *each["start"].values()) for each in report["findings"]]


@pytest.mark.parametrize("arguments", [(), (".",), ("data",), ("data/tasks.yaml",), ("data/narrative/2023-Q3.yaml",)])
def test_its_faults_are_found_at_their_places(kehoach: Kehoach, small_plan: Path, arguments: tuple[str, ...]) -> None:
    write_narrative(small_plan, FAULTY)
    assert found(kehoach, *arguments) == FOUND


def test_a_pillar_that_the_plan_does_not_have_is_found(kehoach: Kehoach, small_plan: Path) -> None:
    write_narrative(small_plan, "pillars:\n  CQS:\n    - Đã hợp nhất\n  CQX:\n    - Đã tách\n")
    assert found(kehoach) == [("KH303", "data/narrative/2023-Q3.yaml", 4, 3)]
    result = kehoach("report", "--period", "2023-Q3")
    assert result.code == 2
    assert "Không có nhóm nào có chỉ tiêu mang mã «CQX»" in result.err
    assert not list(small_plan.glob("*.docx"))


def test_people_see_the_lines(kehoach: Kehoach, small_plan: Path) -> None:
    write_narrative(small_plan, FAULTY)
    result = kehoach("validate")
    assert result.code == 1
    assert (
        "data/narrative/2023-Q3.yaml:3:1: lỗi KH202: Không có khóa nào tên là «proposal»\n  3 | proposal:" in result.out
    )
    assert result.out.endswith("\nĐã kiểm tra 5 tệp: 2 lỗi\n")


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "junit", "md"])
def test_every_format_has_them(kehoach: Kehoach, small_plan: Path, form: str) -> None:
    write_narrative(small_plan, FAULTY)
    result = kehoach("validate", "--format", form)
    assert result.code == 1
    assert "KH202" in result.out
    assert "narrative/2023-Q3.yaml" in result.out


def test_named_from_its_own_folder_it_leads_to_its_plan(
    kehoach: Kehoach, small_plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_narrative(small_plan, FAULTY).parent)
    assert [code for code, *_ in found(kehoach, "2023-Q3.yaml")] == ["KH202", "KH203"]
    assert kehoach("status", "--plan", "2023-Q3.yaml").code == 0


def test_a_folder_of_that_name_beside_a_plan_is_none_of_its(kehoach: Kehoach, small_plan: Path) -> None:
    (small_plan / "narrative").mkdir()
    (small_plan / "narrative" / "2023-Q3.yaml").write_text(FAULTY, encoding="utf-8")
    assert kehoach("validate").code == 0
    assert "không phải tệp của một kế hoạch" in kehoach("validate", "narrative/2023-Q3.yaml").err


def test_several_plans_keep_theirs_apart(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        write_narrative(write_plan(tmp_path / name), FAULTY, f"2023-H{'ab'.index(name) + 1}.yaml")
    monkeypatch.chdir(tmp_path)
    assert {file for _, file, *_ in found(kehoach, ".")} == {
        "a/data/narrative/2023-H1.yaml",
        "b/data/narrative/2023-H2.yaml",
    }
    assert kehoach("validate", ".").out.endswith("Đã kiểm tra 10 tệp của 2 kế hoạch: 4 lỗi\n")
    assert {file for _, file, *_ in found(kehoach, "b/data/narrative/2023-H2.yaml")} == {
        "b/data/narrative/2023-H2.yaml"
    }


@pytest.mark.parametrize(
    "name",
    ["2023-Q9.yaml", "2023-Q4.YAML", "2023-q3.yaml", " 2023-Q3.yaml", "quy-3.yaml", "2023-Q3.yml", "2023-Q3.x.yaml"],
)
def test_a_file_that_no_report_reads_is_named(kehoach: Kehoach, small_plan: Path, name: str) -> None:
    write_narrative(small_plan, "highlights: []\n", name)
    assert found(kehoach) == [("KH211", f"data/narrative/{name}", 1, 1)]
    assert kehoach("validate").code == 1


def test_so_is_a_folder(kehoach: Kehoach, small_plan: Path) -> None:
    write_narrative(small_plan, "highlights: []\n")
    (small_plan / "data" / "narrative" / "2023").mkdir()
    codes = {code for code, file, *_ in found(kehoach) if file == "data/narrative/2023"}
    assert codes == {"KH101", "KH211"}


def test_a_report_says_once_what_cannot_be_read(kehoach: Kehoach, git: str, tmp_path: Path) -> None:
    """Git is asked in the background which files have changed; there it is no fault."""
    repo = plan_repo(tmp_path / "kho")
    (repo.folder / "data" / "narrative" / "2023-Q3.yaml").mkdir(parents=True)
    result = kehoach("report", "--period", "2023-Q3", "--plan", str(repo.folder), "-o", str(tmp_path / "x.docx"))
    assert result.code == 2
    assert result.err.count("lỗi KH101") == 1


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
def test_where_the_user_may_not_look_something_may_stand(
    kehoach: Kehoach, small_plan: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def refuses(path: Path, *_: object, **__: object) -> None:
        raise error

    write_narrative(small_plan, "highlights: []\n")
    monkeypatch.setattr(Path, "lstat", refuses)
    monkeypatch.setattr(Path, "stat", refuses)
    assert path_exists(small_plan / "data" / "narrative" / "2023-Q3.yaml")
    with pytest.raises(UsageProblem, match=r"mau\.docx: "):
        read_word_file("mau.docx")


@pytest.mark.parametrize(
    "name",
    ["2023-Q3.yaml", "2023-H1.yaml", "2023.yaml", "2023-09.yaml", "README.md", ".2023-Q3.yaml", ".#2023-Q3.yaml"],
)
def test_periods_and_what_is_no_such_file_pass(kehoach: Kehoach, small_plan: Path, name: str) -> None:
    write_narrative(small_plan, "highlights: []\n", name)
    assert found(kehoach) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [("highlights: [a\n", "KH107"), ("", "KH108"), ("a: &b 1\n", "KH110"), ("highlights: [\x01]\n", "KH104")],
)
def test_one_that_cannot_be_read_ends_like_any_file_of_the_plan(
    kehoach: Kehoach, small_plan: Path, text: str, code: str
) -> None:
    write_narrative(small_plan, text)
    assert [each for each, *_ in found(kehoach)] == [code]
    assert kehoach("validate").code == 2


@pytest.mark.parametrize(
    "text",
    [
        "- Một\n",
        "5\n",
        "highlights: x\n",
        "highlights: [1, {a: b}, null]\n",
        "highlights: {a: b}\n",
        "cao_diem: []\n",
        "highlights:\n  - a\n proposals:\n",
        "highlights: [a]\n  proposals: [b]\n",
        "highlights: ]\n",
        f"highlights: [{'x, ' * 10_001}]\n",
    ],
)
def test_nothing_is_said_of_records(kehoach: Kehoach, small_plan: Path, text: str) -> None:
    """A narrative has none, and its lists hold no agencies."""
    write_narrative(small_plan, text)
    result = kehoach("validate")
    assert result.code in (1, 2)
    assert "data/narrative/2023-Q3.yaml:" in result.out
    for word in ("bản ghi", "STTTT"):
        assert word not in result.out.lower()


def test_a_narrative_that_is_no_mapping_is_told_its_keys(kehoach: Kehoach, small_plan: Path) -> None:
    write_narrative(small_plan, "- Một\n")
    said = "Ghi từng khóa thành một dòng «khóa: giá trị», thẳng cột với nhau: direction, highlights"
    assert "lỗi KH203: Tệp phải gồm các khóa\n" in (shown := kehoach("validate").out)
    assert said in shown


def test_a_file_in_the_place_of_the_folder(kehoach: Kehoach, small_plan: Path) -> None:
    """Is told by all commands, and the way out works."""
    narratives = small_plan / "data/narrative"
    narratives.touch()
    shown = kehoach("validate").out
    assert "data/narrative:1:1: lỗi KH101: Đây là tệp, không phải thư mục" in shown
    assert "Dời tệp này đi; «kehoach narrative KỲ» tự lập thư mục" in shown
    refused = kehoach("narrative", "2023-Q3")
    assert refused.err == (
        "kehoach: Không tạo được data/narrative/2023-Q3.yaml "
        "(ở chỗ của thư mục lại có một tệp; dời tệp đó đi rồi chạy lại)\n"
    )
    narratives.unlink()
    assert kehoach("narrative", "2023-Q3").code == 0
    assert kehoach("validate").code == 0


@pytest.mark.parametrize("kind", ["a link", "a file"])
def test_what_lies_behind_a_link_is_no_part_of_the_plan(kehoach: Kehoach, small_plan: Path, kind: str) -> None:
    elsewhere = small_plan.parent / "elsewhere"
    elsewhere.mkdir()
    for name in ("2023-Q3.yaml", "secret.yaml"):
        (elsewhere / name).write_text("secret: 1\n", encoding="utf-8")
    if kind == "a link":
        (small_plan / "data" / "narrative").symlink_to(elsewhere)
    else:
        (small_plan / "data" / "narrative").write_text("", encoding="utf-8")
    assert found(kehoach) == [("KH101", "data/narrative", 1, 1)]
    result = kehoach("validate")
    assert result.code == 2
    assert "secret" not in result.out
    if kind == "a link":
        refused = kehoach("report", "--period", "2023-Q3")
        assert refused.code == 2
        assert "data/narrative:1:1: lỗi KH101: Đây là liên kết" in refused.err
        assert "secret" not in refused.err


def test_a_comment_or_the_plan_may_silence_what_it_may_elsewhere(kehoach: Kehoach, small_plan: Path) -> None:
    said = FAULTY.replace("kinh phí]", "kinh phí]  # kehoach: ignore KH202 đang chờ ý kiến")
    write_narrative(small_plan, said)
    assert [code for code, *_ in found(kehoach)] == ["KH203"]
    ignore = "checks:\n  KH203: {ignore: [{files: [2023-Q3.yaml], reason: đang chờ ý kiến}]}\n"
    write_plan(small_plan, plan=PLAN + ignore)
    result = kehoach("validate")
    assert (result.code, result.out) == (0, "Đã kiểm tra 5 tệp: không có lỗi (bỏ qua 2 theo khai báo)\n")
    write_narrative(small_plan, "highlights: []  # kehoach: ignore KH202 không còn gì\n")
    assert [(code, file) for code, file, *_ in found(kehoach)] == [
        ("KH902", "data/narrative/2023-Q3.yaml"),
        ("KH902", "data/plan.yaml"),
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        *(("status",), ("gaps",), ("overdue",), ("tasks",), ("log",), ("show", "CQS-01"), ("schema",)),
        ("report", "--period", "2023-Q4"),
        ("record", "CQS-01", "30", "--date", "2023-07-01", "--source", "CV 1", "--yes"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_other_command_minds(kehoach: Kehoach, small_plan: Path, arguments: tuple[str, ...]) -> None:
    write_narrative(small_plan, FAULTY)
    write_narrative(small_plan, FAULTY, "2023-Q9.yaml")
    assert kehoach(*arguments).code == 0


@pytest.mark.parametrize("file", [".pre-commit-hooks.yaml", "src/kehoach_cli/starter/pre-commit-config.yaml"])
def test_the_hooks_pass_it_on(file: str) -> None:
    described = YAML(typ="safe").load((ROOT / file).read_text(encoding="utf-8"))
    hooks = described if isinstance(described, list) else described["repos"][0]["hooks"]
    pattern = next(hook["files"] for hook in hooks if hook["id"] == "kehoach-validate")
    for passed in ("data/plan.yaml", "data/tasks.yaml", "data/narrative/2023-Q3.yaml", "data/narrative/2023-Q3.yml"):
        assert re.search(pattern, passed), passed
    for other in ("data/narrative/README.md", "data/schema/narrative.json", "data/narrative/a/b.yaml", "other.yaml"):
        assert not re.search(pattern, other), other
