"""Edits of texts as people write them: the change as lines, `-` gone and `+` new."""

import difflib
from decimal import Decimal
from textwrap import dedent

import pytest

from kehoach_cli.editing.expected import Insertion
from kehoach_cli.editing.operations import insert_all
from kehoach_cli.editing.places import EditRefused
from kehoach_cli.yaml.events import MAX_DEPTH
from kehoach_cli.yaml.text import SourceText, check_bytes
from tests.support.styled_yaml import append, put

ENTRY = {"value": Decimal("45.5"), "date": "2023-09-30", "source": "CV 12/STTTT"}


def source(text: str) -> SourceText:
    return check_bytes(dedent(text).encode(), "mẫu.yaml")


def changed(before: SourceText, after: SourceText) -> list[str]:
    """The lines that went and came."""
    lines = difflib.ndiff(before.text.splitlines(), after.text.splitlines())
    return [f"{line[0]}{line[2:]}" for line in lines if line[0] in "+-"]


def test_the_first_item_of_an_empty_list() -> None:
    """The comment stays on the key's line."""
    before = source("""\
        - id: CQS-01
          measurements: [] # chưa có số liệu
          # cần hỏi Sở Y tế

        # II. KINH TẾ SỐ
        - id: KTS-01
        """)
    assert changed(before, append(before, (0, "measurements"), ENTRY)) == [
        "-  measurements: [] # chưa có số liệu",
        "+  measurements: # chưa có số liệu",
        "+    - value: 45.5",
        "+      date: 2023-09-30",
        "+      source: CV 12/STTTT",
    ]


def test_an_item_is_written_as_the_one_before_it() -> None:
    before = source("""\
        measurements:
        -   value:  41
            date:   "2023-06-30"
            source: 'CV 2/STTTT'
            # cả bốn huyện đã báo cáo
        # hết
        """)
    assert changed(before, append(before, ("measurements",), ENTRY)) == [
        "+-   value:  45.5",
        '+    date:   "2023-09-30"',
        "+    source: 'CV 12/STTTT'",
    ]
    assert append(before, ("measurements",), ENTRY).text.endswith("12/STTTT'\n# hết\n")


@pytest.mark.parametrize(
    ("neighbour", "line"),
    [
        ("{value: 1, date: 2023-06-30}", "+      - {value: 45.5, date: 2023-09-30, source: CV 12/STTTT}"),
        ("{ value: 1 }", "+      - { value: 45.5, date: 2023-09-30, source: CV 12/STTTT }"),
    ],
)
def test_the_first_item_is_written_as_in_other_records(neighbour: str, line: str) -> None:
    before = source(f"- measurements:\n      - {neighbour}\n- measurements: []\n")
    assert changed(before, append(before, (1, "measurements"), ENTRY))[-1] == line


def test_many_items_at_once() -> None:
    """In their order, also where a list gets several, and each as its list is written."""
    before = source("- m: []\n  k: x # một\n- m: [1]\n- k: y\n")
    items = [((2, "m"), 5), ((0, "m"), 7), ((1, "m"), 2), ((0, "m"), 7), ((0, "m"), 8)]
    assert (
        insert_all(before, [Insertion(path, item) for path, item in items]).text
        == "- m: [7, 7, 8]\n  k: x # một\n- m: [1, 2]\n- k: y\n  m: [5]\n"
    )
    assert insert_all(before, []) == before


def test_a_missing_list_is_made() -> None:
    before = source("- id: CQS-01\n  due: Năm 2023\n- id: CQS-02")
    assert changed(before, append(before, (0, "notes"), "xong"))[-1] == "+  notes: [xong]"
    assert changed(before, append(before, (1, "measurements"), ENTRY)) == [
        "+  measurements:",
        "+    - value: 45.5",
        "+      date: 2023-09-30",
        "+      source: CV 12/STTTT",
    ]
    assert not append(before, (1, "measurements"), ENTRY).text.endswith("\n")


def test_keys_and_a_record_at_once() -> None:
    """In the order given; the new record stands apart as the others do, and the comment at the end stays there."""
    before = source("""\
        - id: STTTT # cũ
          aliases: []
          # thường trực

        - id: SYT
          aliases: []
        # hết
        """)
    ended = {"kind": "merged", "to": ["SKHCN"], "by": "NQ 45: sắp xếp"}
    edited = insert_all(
        before,
        [
            Insertion((0, "until"), "2025-02-28", as_item=False),
            Insertion((0, "successors"), ended, as_item=False),
            Insertion((), {"id": "SKHCN", "from": "2025-03-01"}),
        ],
    )
    assert edited.text == dedent("""\
        - id: STTTT # cũ
          aliases: []
          # thường trực
          until: 2025-02-28
          successors: {kind: merged, to: [SKHCN], by: "NQ 45: sắp xếp"}

        - id: SYT
          aliases: []

        - id: SKHCN
          from: 2025-03-01
        # hết
        """)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- {id: A}\r\n", "- {id: A, removed: {by: QĐ 3, note: 'a, b'}}\r\n"),
        ("- id:   A", "- id:   A\n  removed: {by: QĐ 3, note: 'a, b'}"),
        ("- id: A\n  removed: null # x\n", "- id: A\n  removed: {by: QĐ 3, note: 'a, b'} # x\n"),
        ("- id: A\n  removed:\n  x: 1\n", "- id: A\n  removed: {by: QĐ 3, note: 'a, b'}\n  x: 1\n"),
        ("- {\n    id: A,\n  }\n", "- {\n    id: A,\n    removed: {by: QĐ 3, note: 'a, b'},\n  }\n"),
    ],
)
def test_a_key_with_a_mapping(before: str, after: str) -> None:
    edited = put(source(before), (0, "removed"), {"by": "QĐ 3", "note": "a, b"})
    assert edited.raw.decode() == after.replace("'a, b'", '"a, b"')


@pytest.mark.parametrize("there", ["1", "[]", "{}", "''", '{by: "QĐ 1"}'])
def test_a_key_that_has_a_value_is_refused(there: str) -> None:
    with pytest.raises(EditRefused, match="đã có «removed»"):
        put(source(f"- removed: {there}\n"), (0, "removed"), "QĐ 3")


@pytest.mark.parametrize("nothing", ["", " ~", " null"])
def test_a_list_that_is_empty_by_its_value(nothing: str) -> None:
    before = source(f"lead:{nothing} # chưa giao\nnote: x\n")
    assert append(before, ("lead",), "SYT").text == "lead: [SYT] # chưa giao\nnote: x\n"


def test_brackets_over_several_lines() -> None:
    before = source("""\
        lead: [
          STTTT, # thường trực
          SYT # mới
        ]
        support: [
          SYT,
        ]
        """)
    assert changed(before, append(before, ("lead",), "SNV")) == ["-  SYT # mới", "+  SYT, # mới", "+  SNV"]
    assert changed(before, append(before, ("support",), "SNV")) == ["+  SNV,"]


def test_text_in_lines_keeps_its_last_blank_lines() -> None:
    before = source("- note: |+\n    một\n\n- note: |\n    hai\n\n# sau\n")
    assert append(before, (), {"note": "ba"}).text == "- note: |+\n    một\n\n- note: |\n    hai\n- note: ba\n\n# sau\n"
    assert append(before, (0, "due"), "2023").text.startswith('- note: |+\n    một\n\n  due: ["2023"]\n- note')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name:   # x\n", "name: [mới]   # x\n"),
        ("name : # x\n", "name : [mới] # x\n"),
        ("name:   ~ # x\n", "name:   [mới] # x\n"),
        ("{name: , note: x}\n", "{name: [mới] , note: x}\n"),
        ("{name: ~, note: x}\n", "{name: [mới], note: x}\n"),
        ("{note: x, name}\n", "{note: x, name: [mới]}\n"),
        ("{note: x}\n", "{note: x, name: [mới]}\n"),
        ("{}\n", "{name: [mới]}\n"),
        ("name: # x\n  ~ # y\nnote: x\n", "name: [mới] # x # y\nnote: x\n"),
        ("\ufeffname:\r\n", "\ufeffname: [mới]\r\n"),
    ],
)
def test_a_list_of_one_where_there_is_nothing(before: str, after: str) -> None:
    assert append(source(before), ("name",), "mới").raw.decode() == after


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("- # x\n- 1\n", (0,), "- # x\n  - note: mới\n- 1\n"),
        ("-\n  ~ # x\n- 1\n", (0,), "- # x\n  - note: mới\n- 1\n"),
        ("- [~, 1]\n", (0, 0), "- [[{note: mới}], 1]\n"),
    ],
)
def test_a_list_in_a_list(before: str, path: tuple[str | int, ...], after: str) -> None:
    assert append(source(before), path, {"note": "mới"}).text == after


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("45,5%", "45,5%"),
        ("2023-09-30", "2023-09-30"),
        ("2023", '"2023"'),
        ("no", "no"),
        ("null", '"null"'),
        ("a: b", '"a: b"'),
        ('nói "có": x', "'nói \"có\": x'"),
        ("# 1", '"# 1"'),
        ("một\nhai", r'"một\nhai"'),
        (" lề", '" lề"'),
        ("", '""'),
        (None, "null"),
        (True, "true"),
        (Decimal("29.20"), "29.20"),
    ],
)
def test_a_value_is_quoted_only_where_it_would_read_otherwise(value: object, written: str) -> None:
    assert append(source("- x\n"), (), value).text == f"- x\n- {written}\n"


@pytest.mark.parametrize(
    ("text", "path", "reason"),
    [
        ("a: 1\n", ("a",), "không phải là danh sách"),
        ("a: 1\n", ("b", "c"), "không có «b»"),
        ("a: 1\n", ("a", "c"), "không có «c»"),
        ("a: [1]\n", ("a", "c"), "không có «c»"),
        ("- a: |\n    một dòng", (), "chỗ này viết theo cách mà kehoach không sửa được"),
    ],
)
def test_what_cannot_be_appended_to_is_refused(text: str, path: tuple[str | int, ...], reason: str) -> None:
    """The last: one more line would give the text in lines the break that it does without."""
    with pytest.raises(EditRefused, match=reason):
        append(source(text), path, 1)


def test_other_refusals() -> None:
    with pytest.raises(EditRefused, match="khóa ở đây viết với dấu"):
        append(source("? a\n: # x\n  ~\n"), ("a",), 2)
    with pytest.raises(EditRefused, match="ký tự không ghi được"):
        append(source("a: []\n"), ("a",), "\x00")
    nested: list[object] = []
    for _ in range(MAX_DEPTH):
        nested = [nested]
    with pytest.raises(EditRefused, match="không sửa được"):
        append(source("a: []\n"), ("a",), nested)
    with pytest.raises(EditRefused, match="không sửa được"):
        append(source("a: []\n"), ("a",), Decimal(5))  # a file has no way to say this of a whole number
