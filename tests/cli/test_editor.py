"""What an editor shows, asked of the YAML language server that editors use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach_cli.diagnostics import COLLECTIONS, Collection
from kehoach_cli.loading.schema.editor import KnownIds, schema_text
from tests.support.language_server import LanguageServer
from tests.support.tools import language_server

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def editor() -> Iterator[LanguageServer]:
    root = Path(__file__).parents[2]
    with LanguageServer(language_server(), root) as server:
        yield server


def place_of(text: str, word: str) -> tuple[int, int]:
    """Line and column, from 0, just behind the first occurrence of the word."""
    before = text[: text.index(word) + len(word)]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def draft(shipped: Path, collection: Collection, text: str, name: str = "thu") -> tuple[Path, str]:
    """A document that is not saved, in the folder of the shipped data and under its schema."""
    path = shipped / "data" / f"{name}-{collection}.yaml"
    return path, f"# yaml-language-server: $schema=schema/{collection}.json\n{text}"


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_shipped_files_have_no_red_line(editor: LanguageServer, shipped: Path, collection: Collection) -> None:
    path = shipped / "data" / f"{collection}.yaml"
    assert editor.open(path, path.read_text(encoding="utf-8")) == []


def test_keys_are_offered_with_what_they_mean(editor: LanguageServer, shipped: Path) -> None:
    path, text = draft(shipped, "tasks", "- id: NV-CQS-01\n  \n")
    editor.open(path, text)
    offered = editor.completions(path, 2, 2)
    assert {"name", "lead", "support", "due", "updates", "changes", "added", "removed"} <= offered.keys()
    assert offered["lead"]["documentation"] == "Mã cơ quan chủ trì; [] nếu Kế hoạch không giao"


def test_agencies_are_offered_with_their_names(editor: LanguageServer, shipped: Path) -> None:
    path, text = draft(shipped, "tasks", "- id: NV-CQS-01\n  lead: [S]\n  support:\n    - \n", "co-quan")
    editor.open(path, text)
    for line, column in (place_of(text, "lead: [S"), place_of(text, "support:\n    - ")):
        offered = editor.completions(path, line, column)
        assert offered["STTTT"]["documentation"] == "Sở Thông tin và Truyền thông"
        assert len(offered) > 40


def test_agencies_are_offered_where_bodies_change(editor: LanguageServer, shipped: Path) -> None:
    member = "- id: SBN\n  members:\n    - \n"
    heirs = "  successors:\n    kind: split\n    to: [S]\n    takes:\n      CQS-01: \n"
    path, text = draft(shipped, "agencies", member + heirs, "sap-xep")
    editor.open(path, text)
    for word in ("members:\n    - ", "to: [S", "CQS-01: "):
        assert editor.completions(path, *place_of(text, word))["STTTT"]["documentation"], word
    path, text = draft(
        shipped, "indicators", "- id: CQS-01\n  changes:\n    - set:\n        lead: [S]\n        \n", "dieu-chinh"
    )
    editor.open(path, text)
    assert "STTTT" in editor.completions(path, *place_of(text, "lead: [S"))
    offered = editor.completions(path, *place_of(text, "lead: [S]\n        "))
    assert {"name", "due", "targets", "baseline"} <= offered.keys()
    assert "id" not in offered


def test_states_pillars_and_deadlines_are_offered(editor: LanguageServer, shipped: Path) -> None:
    text = "- id: NV-CQS-01\n  pillar: \n  due: \n  updates:\n    - state: \n"
    path, text = draft(shipped, "tasks", text, "lua-chon")
    editor.open(path, text)
    assert {"CQS", "KTS", "XHS", "DTTM"} <= editor.completions(path, *place_of(text, "pillar: ")).keys()
    assert {"Quý II/2023", "Thường xuyên"} <= editor.completions(path, *place_of(text, "due: ")).keys()
    states = editor.completions(path, *place_of(text, "state: "))
    assert states["done"]["documentation"] == "Đã hoàn thành"


def test_hovering_over_a_key_explains_it(editor: LanguageServer, shipped: Path) -> None:
    text = "- id: CQS-01\n  baseline: {value: 20, as_of: 2023-05-31}\n  targets: {national: 40, provincial: 60}\n"
    path, text = draft(shipped, "indicators", text, "re-chuot")
    editor.open(path, text)
    for word, meaning in {
        "id": "Mã, ví dụ CQS-01, NV-CQS-05; không đổi và không dùng lại",
        "baseline": "Hiện trạng khi lập Kế hoạch",
        "as_of": "Ngày của số liệu hiện trạng",
        "provincial": "Mức phấn đấu của Kế hoạch: một số, khoảng {min, max}, đúng lời của Kế hoạch như «≥ 80»",
    }.items():
        assert meaning in editor.hover(path, *place_of(text, word)).replace("\\", "")


def test_a_heading_is_offered_as_a_parent_and_needs_no_more_than_a_name(editor: LanguageServer, tmp_path: Path) -> None:
    ids = KnownIds({"STTTT": "Sở TT&TT"}, {"CQS": "Chính quyền số"}, tasks={"NV-1": "Thể chế"})
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "tasks.json").write_text(schema_text("tasks", ids), encoding="utf-8")
    heading = "- {id: NV-1, name: Thể chế, heading: true}\n"
    text = f"# yaml-language-server: $schema=schema/tasks.json\n{heading}- id: NV-1.1\n  name: Việc\n  parent: \n"
    path = tmp_path / "tasks.yaml"
    [fault] = [each for each in editor.open(path, text) if each["range"]["start"]["line"] == 2]
    assert "phải có: id, name, lead" in fault["message"]
    assert "dòng đề mục chỉ cần: id, name, heading" in fault["message"]
    assert "NV-1" in editor.completions(path, *place_of(text, "parent: "))


def test_what_may_be_answered_is_offered_in_a_file_of_answers(editor: LanguageServer, shipped: Path) -> None:
    path = shipped / "data" / "answers" / "SYT.yaml"
    head = "# yaml-language-server: $schema=../schema/answers.json\nanswers:\n"
    right = "  - {record: CQS-03, date: 2023-09-10, numerator: 45, denominator: 120, source: BC 1}\n"
    text = f"{head}{right}  - record: \n    state: \n    \n"
    editor.open(path, text)
    records = editor.completions(path, *place_of(text, "- record: "))
    assert records["CQS-03"]["documentation"].startswith("Tỷ lệ thanh toán trực tuyến")
    assert "NV-CQS-05" in records
    assert editor.completions(path, *place_of(text, "state: "))["done"]["documentation"] == "Đã hoàn thành"
    assert {"percent", "numerator", "corrects"} <= editor.completions(path, *place_of(text, "state: \n    ")).keys()
    wrong = right.replace("CQS-03", "CQS-99")
    assert editor.open(path.with_name("SCT.yaml"), head + right) == []
    [fault] = editor.open(path.with_name("STC.yaml"), head + wrong)
    assert fault["message"].startswith("Không có mã này; nếu vừa bổ sung")


@pytest.mark.parametrize(
    ("collection", "text", "word", "message"),
    [
        ("tasks", "lead: [STTTT, STTX]", "STTX", "Không có mã cơ quan này"),
        ("tasks", "due: quý hai", "quý hai", "Không hiểu thời hạn; viết như Quý II/2023"),
        ("tasks", "pillar: ABC", "ABC", "Không có mã nhóm này"),
        ("tasks", "changes: [{set: {due: 2023}, date: 1/7/2023}]", "1/7/2023", "Viết ngày theo dạng năm-tháng-ngày"),
        ("tasks", "changes: [{set: {lead: [STTX]}}]", "STTX", "Không có mã cơ quan này"),
        ("tasks", "removed: {date: 2023-10-10}", "removed", "phải có: date, by"),
        ("agencies", "members: [STTTT, STTX]", "STTX", "Không có mã cơ quan này"),
        ("agencies", "members: [{id: STTX}]", "STTX", "Không có mã cơ quan này"),
        ("agencies", "members: [{id: STTTT, from_: 2025-03-01}]", "from_", "phải có: id; có thể có: from, until, by"),
        ("agencies", "successors: {to: [STTX]}", "STTX", "Không có mã cơ quan này"),
        ("agencies", "successors: {kind: gộp}", "gộp", "Chọn một trong: renamed, merged, split, dissolved"),
        ("tasks", "updates: [{state: xong, date: 2023-07-01}]", "xong", "Chọn một trong: not_started"),
        ("tasks", "{id: A, name: Việc, lead: [], leads: []}", "leads", "có khóa lạ; phải có: id, name, lead"),
        ("indicators", "targets: {national: [40], provincial: 1}", "[40]", "Viết một số: 50; một khoảng: {min: 30"),
        ("indicators", "baseline: {value: 29.2%, as_of: 2023-05-31}", "29.2%", "Viết số với dấu chấm thập phân"),
        ("indicators", "baseline: {value: 29.2}", "baseline", "phải có: value, as_of"),
        ("indicators", "id: cqs 1", "cqs 1", "Viết mã bằng chữ in hoa không dấu"),
    ],
)
def test_a_red_line_says_in_vietnamese_what_to_do(
    editor: LanguageServer, shipped: Path, collection: Collection, text: str, word: str, message: str
) -> None:
    path, text = draft(shipped, collection, f"- {text}\n", f"{collection}-{abs(hash(text))}")
    line, end = place_of(text, word)
    found = [
        fault["message"]
        for fault in editor.open(path, text)
        if fault["range"]["start"]["line"] == line
        and fault["range"]["start"]["character"] <= end <= fault["range"]["end"]["character"]
    ]
    assert any(message in said for said in found), found
