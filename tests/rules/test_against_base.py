"""What a change may not do quietly: two states of a small plan in, findings out."""

import pytest

from kehoach_cli.diagnostics import COLLECTIONS, Collection, FieldRef, Finding
from kehoach_cli.loading.plan_files import LoadedPlan
from kehoach_cli.rules.against_base.comparison import compare, recorded_since
from kehoach_cli.rules.registry import check_against
from kehoach_cli.rules.rule import Subject, subject_of
from kehoach_cli.yaml.locate import Locator
from tests.support.loaded import load_texts
from tests.support.plan_in_progress import DOCUMENT, INDICATORS, TASKS
from tests.support.plans import AGENCIES, PLAN

BEFORE: dict[str, str] = {"agencies": AGENCIES, "indicators": INDICATORS, "tasks": TASKS, "plan": PLAN}


def state(**texts: str) -> LoadedPlan:
    return load_texts(**{**BEFORE, **texts})


def findings_between(before: LoadedPlan, after: LoadedPlan) -> list[Finding]:
    assert before.plan is not None
    assert after.plan is not None
    earlier = subject_of(before.plan, before.ids, before.occurrences)
    return check_against(compare(earlier, subject_of(after.plan, after.ids, after.occurrences)))


def said(file: Collection, old: str, new: str, *, count: int = 1) -> list[tuple[str, str]]:
    """Codes and messages after one piece of one file's text was replaced."""
    assert old in BEFORE[file]
    after = state(**{file: BEFORE[file].replace(old, new, count)})
    return [(finding.code, finding.message) for finding in findings_between(state(), after)]


def codes(file: Collection, old: str, new: str, *, count: int = 1) -> list[str]:
    return [code for code, _ in said(file, old, new, count=count)]


def pointed_at(before: LoadedPlan, after: LoadedPlan) -> list[str]:
    """The line that each finding points at, and the file."""
    locator = Locator(after.all_documents, {name: f"{name}.yaml" for name in COLLECTIONS})
    lines = []
    for finding in findings_between(before, after):
        place = locator.locate_all([finding.at])[finding.at]
        text = next(item.source.text for item in after.documents.values() if item.source.name == place.file)
        lines.append(f"{place.file}: {text.splitlines()[place.start.line - 1].strip()}")
    return lines


def test_nothing_changed_nothing_said() -> None:
    assert findings_between(state(), state()) == []


def test_moving_records_and_lines_is_no_change() -> None:
    first, second = INDICATORS.split("- id: CQS-02")
    lines = first.splitlines(keepends=True)
    lines[-2:] = reversed(lines[-2:])
    after = state(indicators=f"- id: CQS-02{second}{''.join(lines)}")
    assert findings_between(state(), after) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "message"),
    [
        (
            "indicators",
            "value: 20,",
            "value: 25,",
            "KH701",
            "Hiện trạng của CQS-01 trước đây là 20%, nay là 25% mà không dẫn văn bản nào",
        ),
        (
            "indicators",
            "value: null,",
            "value: 3,",
            "KH701",
            "Hiện trạng của CQS-02 trước đây không có, nay là 3% mà không dẫn văn bản nào",
        ),
        (
            "indicators",
            "as_of: 2023-05-31",
            "as_of: 2023-04-30",
            "KH701",
            "Ngày của hiện trạng của CQS-01 trước đây là 31/5/2023, nay là 30/4/2023 mà không dẫn văn bản nào",
        ),
        (
            "indicators",
            "national: 40",
            "national: 30",
            "KH701",
            "Mức UBQG của CQS-01 trước đây là 40%, nay là 30% mà không dẫn văn bản nào",
        ),
        (
            "indicators",
            "{min: 30, max: 50}",
            "{min: 20, max: 50}",
            "KH701",
            "Mức tỉnh của CQS-02 trước đây là 30% – 50%, nay là 20% – 50% mà không dẫn văn bản nào",
        ),
        (
            "indicators",
            "direction: increase",
            "direction: decrease",
            "KH701",
            "Chiều tốt lên của CQS-01 trước đây là càng cao càng tốt, nay là càng thấp càng tốt mà không dẫn văn bản "
            "nào",
        ),
        (
            "tasks",
            "lead: [STTTT, SYT]",
            "lead: [SYT]",
            "KH701",
            "Cơ quan chủ trì của NV-CQS-01 trước đây là Sở TT&TT, Sở Y tế, nay là Sở Y tế mà không dẫn văn bản nào",
        ),
        (
            "tasks",
            "due: Quý II/2023",
            "due: Quý IV/2023",
            "KH701",
            "Thời hạn của NV-CQS-01 trước đây là Quý II/2023, nay là Quý IV/2023 mà không dẫn văn bản nào",
        ),
        (
            "tasks",
            "  due: Quý II/2023\n",
            "",
            "KH701",
            "Thời hạn của NV-CQS-01 trước đây là Quý II/2023, nay không ghi thời hạn mà không dẫn văn bản nào",
        ),
    ],
)
def test_a_value_that_was_given_changes_with_a_document_or_not_at_all(
    file: Collection, old: str, new: str, code: str, message: str
) -> None:
    assert said(file, old, new) == [(code, message)]


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        ("value: 20,", "value: 25,", "baseline: {value: 25}"),
        ("provincial: 60", "provincial: 50", "targets: {provincial: 50}"),
        ('unit: "%"', "unit: điểm", "unit: điểm"),
        ("lead: [STTTT]", "lead: [SYT]", "lead: [SYT]"),
        ("due: Năm 2023", "due: Quý III/2023", "due: Quý III/2023"),
        ("name: Tỷ lệ hồ sơ trực tuyến", "name: Số cán bộ được tập huấn", "name: Số cán bộ được tập huấn"),
    ],
)
def test_a_change_stands_beside_what_the_decision_said(old: str, new: str, values: str) -> None:
    """Put into the record's own keys it would change what earlier reports said, whatever is written beside it."""
    first, second = INDICATORS.split("- id: CQS-02")
    with_change = f"{first}  changes:\n    - {{{DOCUMENT}, set: {{{values}}}}}\n"
    assert codes("indicators", INDICATORS, f"{with_change}- id: CQS-02{second}") == []
    assert len(codes("indicators", INDICATORS, f"{with_change.replace(old, new, 1)}- id: CQS-02{second}")) == 1


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "date: 2023-06-26",
            "date: 2023-06-16",
            "Ngày ban hành của Kế hoạch trước đây là 26/6/2023, nay là 16/6/2023 mà không dẫn văn bản nào",
        ),
        ("year: 2023", "year: 2024", "Năm của Kế hoạch trước đây là 2023, nay là 2024 mà không dẫn văn bản nào"),
        (
            "baseline_date: 2023-05-31",
            "baseline_date: 2023-04-30",
            "Ngày của hiện trạng của Kế hoạch trước đây là 31/5/2023, nay là 30/4/2023 mà không dẫn văn bản nào",
        ),
        (
            "place: Mẫu",
            "place: Mẫu\nreporting: {cutoff: 20}",
            "Ngày chốt số liệu của Kế hoạch trước đây là ngày 14, nay là ngày 20 mà không dẫn văn bản nào",
        ),
        (
            "place: Mẫu",
            "place: Mẫu\nreporting: {cadence: month}",
            "Kỳ báo cáo của Kế hoạch trước đây là quý, nay là tháng mà không dẫn văn bản nào",
        ),
    ],
)
def test_what_periods_depend_on_changes_in_plan_yaml_with_a_document(old: str, new: str, message: str) -> None:
    assert said("plan", old, new) == [("KH701", message)]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (None, "Quyết định ban hành", []),
        ("Quyết định ban hành kế hoạch", "Quyết định ban hành Kế hoạch của tỉnh", []),
        (
            "Quyết định ban hành kế hoạch",
            "Báo cáo",
            [
                "Sản phẩm của NV-CQS-01 trước đây là «Quyết định ban hành kế hoạch», nay là «Báo cáo» mà không dẫn "
                "văn bản nào"
            ],
        ),
        (
            "Báo cáo",
            None,
            ["Sản phẩm của NV-CQS-01 trước đây là «Báo cáo», nay không có mà không dẫn văn bản nào"],
        ),
    ],
)
def test_a_text_may_be_filled_in_and_reworded(before: str | None, after: str | None, found: list[str]) -> None:
    earlier, later = (state(tasks=TASKS + (f"  output: {text}\n" if text else "")) for text in (before, after))
    assert [finding.message for finding in findings_between(earlier, later)] == found


def test_where_a_record_comes_from_may_be_filled_in_and_then_stays() -> None:
    came = "  carried_from: {plan: 9/QĐ, record: NV-01}\n"
    sourced = INDICATORS.replace("as_of: 2023-05-31}", "as_of: 2023-05-31, source: BC 9}", 1)
    assert findings_between(state(), state(tasks=TASKS + came, indicators=sourced)) == []
    [finding] = findings_between(state(tasks=TASKS + came), state(tasks=TASKS + came.replace("NV-01", "NV-02")))
    assert finding.message == (
        "Nguồn chuyển sang của NV-CQS-01 trước đây là NV-01, Kế hoạch 9/QĐ, nay là NV-02, Kế hoạch 9/QĐ mà không dẫn "
        "văn bản nào"
    )
    assert "set:" not in finding.remedy
    [finding] = findings_between(state(indicators=sourced), state())
    assert "Nguồn của hiện trạng của CQS-01 trước đây là «BC 9», nay không có" in finding.message


def test_a_record_may_be_moved_to_another_heading_but_not_be_made_one() -> None:
    headings = "".join(f"- {{id: NV-{number}, name: Mục {number}, heading: true}}\n" for number in (1, 2))
    part = "- {id: NV-9, name: Lập đề án, lead: [STTTT], parent: NV-1}\n"
    before = state(tasks=TASKS + headings + part)
    assert findings_between(before, state(tasks=TASKS + headings + part.replace("NV-1}", "NV-2}"))) == []
    [finding] = findings_between(before, state(tasks=TASKS + headings + part.replace("NV-1}", "NV-1, heading: true}")))
    assert (finding.code, finding.message) == (
        "KH701",
        "NV-9 trước đây không là đề mục, nay là đề mục",
    )
    assert "set:" not in finding.remedy


def test_evidence_may_come_later_and_then_stays() -> None:
    report = "{state: submitted, date: 2023-09-30, source: CV 2%s}"
    task = f"- {{id: NV-9, name: Lập đề án, lead: [STTTT], updates: [{report}]}}\n"
    earlier, later, changed = (
        state(tasks=TASKS + task % shown) for shown in ("", ", evidence: [a.pdf]", ", evidence: [b.pdf]")
    )
    assert findings_between(earlier, later) == []
    [finding] = findings_between(later, changed)
    assert (finding.code, finding.message) == (
        "KH708",
        "Tiến độ đã trình, ngày 30/9/2023 (CV 2), có ở phiên bản trước, nay bị sửa minh chứng",
    )


def test_the_members_of_a_group_that_had_none_are_typed_in() -> None:
    empty = f"{AGENCIES}- {{id: SBN, name: Các sở, short_name: Các sở, group: true, members: []}}\n"
    assert findings_between(ended(empty), ended(empty.replace("[]", "[STTTT, SYT]"))) == []


def test_a_change_of_plan_yaml_stands_beside_it() -> None:
    change = f"place: Mẫu\nchanges:\n  - {{{DOCUMENT}, set: {{reporting: {{cadence: month, cutoff: 20}}}}}}\n"
    assert codes("plan", "place: Mẫu\n", change) == []
    assert codes("plan", "number: 01/QĐ-UBND", "number: 1/QĐ-UBND") == []


def ended(agencies: str) -> LoadedPlan:
    return state(agencies=agencies)


ARRANGED = (
    AGENCIES.replace("  short_name: Sở Y tế\n", "  short_name: Sở Y tế\n  until: 2025-02-28\n")
    + """\
  successors: {kind: renamed, to: [SYTM], date: 2025-03-01, by: NQ 45/NQ-HĐND}
- {id: SYTM, name: Sở Y tế mới, short_name: Sở Y tế mới, from: 2025-03-01}
- {id: SBN, name: Các sở, short_name: Các sở, group: true, members: [STTTT, {id: SYT, until: 2024-06-30}]}
"""
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("until: 2024-06-30", "until: 2024-06-30, by: QĐ 9/QĐ-UBND"),
        ("[STTTT, {id: SYT", "[{id: STTTT, until: 2024-12-31, by: QĐ 9}, {id: SYT"),
        ("members: [STTTT, ", "members: [STTTT, {id: SYTM, from: 2025-03-01, by: QĐ 9}, "),
        ("members: [STTTT, {id: SYT, until: 2024-06-30}]", "members: [{id: SYT, until: 2024-06-30}, STTTT]"),
        ("by: NQ 45/NQ-HĐND", "by: NQ 45/NQ-HĐND, note: Đã bàn giao"),
    ],
)
def test_what_became_of_agencies_may_be_added_to(old: str, new: str) -> None:
    assert findings_between(state(), ended(ARRANGED)) == []
    assert old in ARRANGED
    assert findings_between(ended(ARRANGED), ended(ARRANGED.replace(old, new))) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        (
            "until: 2025-02-28",
            "until: 2025-03-31",
            "KH701",
            "Ngày cuối hoạt động của SYT trước đây là 28/2/2025, nay là 31/3/2025 mà không dẫn văn bản nào",
        ),
        (
            "  until: 2025-02-28\n",
            "",
            "KH701",
            "Ngày cuối hoạt động của SYT trước đây là 28/2/2025, nay không có mà không dẫn văn bản nào",
        ),
        (
            "from: 2025-03-01",
            "from: 2025-04-01",
            "KH701",
            "Ngày đầu hoạt động của SYTM trước đây là 1/3/2025, nay là 1/4/2025 mà không dẫn văn bản nào",
        ),
        (
            ", {id: SYT, until: 2024-06-30}",
            "",
            "KH701",
            "Thành viên của SBN trước đây là Sở TT&TT, Sở Y tế (đến 30/6/2024), nay là "
            "Sở TT&TT mà không dẫn văn bản nào",
        ),
        (
            "[STTTT, {id: SYT",
            "[STTTT, SYTM, {id: SYT",
            "KH701",
            "Thành viên của SBN trước đây là Sở TT&TT, Sở Y tế (đến 30/6/2024), nay là "
            "Sở TT&TT, Sở Y tế mới, Sở Y tế (đến 30/6/2024) mà không dẫn văn bản nào",
        ),
        (
            "short_name: Sở TT&TT\n",
            "short_name: Sở TT&TT\n  from: 2023-12-01\n",
            "KH701",
            "Ngày đầu hoạt động của STTTT trước đây không có, nay là 1/12/2023 mà không dẫn văn bản nào",
        ),
        (
            "[STTTT, {id: SYT",
            "[{id: STTTT, from: 2024-01-01}, {id: SYT",
            "KH701",
            "",
        ),
        (
            "to: [SYTM]",
            "to: [STTTT]",
            "KH708",
            "Việc đổi tên thành Sở Y tế mới từ ngày 1/3/2025 theo NQ 45/NQ-HĐND, có ở phiên bản "
            "trước, nay bị sửa cơ quan tiếp nhận thành: đổi tên thành Sở TT&TT từ ngày 1/3/2025 theo NQ 45/NQ-HĐND",
        ),
        ("  successors: {kind: renamed, to: [SYTM], date: 2025-03-01, by: NQ 45/NQ-HĐND}\n", "", "KH708", ""),
    ],
)
def test_what_became_of_agencies_stays_as_it_was(old: str, new: str, code: str, message: str) -> None:
    assert old in ARRANGED
    [finding] = findings_between(ended(ARRANGED), ended(ARRANGED.replace(old, new)))
    assert finding.code == code
    if message:
        assert finding.message == message


def test_a_key_is_named_and_pointed_at_as_the_file_has_it() -> None:
    after = ended(ARRANGED.replace("from: 2025-03-01", "from: 2025-04-01"))
    [place] = pointed_at(ended(ARRANGED), after)
    assert place.startswith("agencies.yaml: - {id: SYTM")


LIVES = TASKS.replace("NV-CQS-01", "NV-CQS-02").replace("dữ liệu mở của tỉnh", "chuyển đổi số cấp xã")
LIVES = (
    TASKS
    + LIVES
    + """\
  added: {date: 2023-06-30, by: QĐ 190/QĐ-BCĐ}
  removed: {date: 2023-10-10, by: QĐ 3/QĐ-BCĐ}
"""
)


def test_a_record_comes_and_goes_with_a_document() -> None:
    assert findings_between(state(), state(tasks=LIVES)) == []
    removed = "  removed: {date: 2023-10-10, by: QĐ 3/QĐ-BCĐ}\n"
    assert findings_between(state(tasks=LIVES.replace(removed, "")), state(tasks=LIVES)) == []
    undone, moved = LIVES.replace(removed, ""), LIVES.replace("2023-10-10", "2023-12-10")
    backdated = LIVES.replace("{date: 2023-06-30", "{date: 2023-06-28")
    for after, message in (
        (undone, "Việc đưa ra khỏi Kế hoạch theo QĐ 3/QĐ-BCĐ ngày 10/10/2023, có ở phiên bản trước, nay không còn"),
        (
            moved,
            "Việc đưa ra khỏi Kế hoạch theo QĐ 3/QĐ-BCĐ ngày 10/10/2023, có ở phiên bản trước, nay bị sửa ngày thành: "
            "theo QĐ 3/QĐ-BCĐ ngày 10/12/2023",
        ),
        (
            backdated,
            "Việc bổ sung vào Kế hoạch theo QĐ 190/QĐ-BCĐ ngày 30/6/2023, có ở phiên bản trước, nay bị sửa ngày thành: "
            "theo QĐ 190/QĐ-BCĐ ngày 28/6/2023",
        ),
    ):
        [finding] = findings_between(state(tasks=LIVES), state(tasks=after))
        assert (finding.code, finding.message) == ("KH708", message)


def test_a_new_record_names_the_document_that_added_it() -> None:
    new = "- {id: NV-CQS-02, name: Tập huấn kỹ năng số, lead: [SYT], due: Năm 2023}\n"
    [finding] = findings_between(state(), state(tasks=TASKS + new))
    assert (finding.code, finding.message) == (
        "KH712",
        "NV-CQS-02 «Tập huấn kỹ năng số» không có ở phiên bản trước mà không dẫn văn bản bổ sung",
    )
    left_out = finding.remedy.rpartition("«")[2].partition("»")[0]
    assert left_out == "added: {date: 2023-06-26, by: 01/QĐ-UBND}"
    assert findings_between(state(), state(tasks=TASKS + new.replace("}\n", f", {left_out}}}\n"))) == []


def test_a_plan_that_is_typed_in_needs_no_documents() -> None:
    assert findings_between(state(tasks="[]"), state()) == []


def test_an_estimate_replaces_no_figure_and_is_late_for_none() -> None:
    figure = "    - {value: 45.5, date: 2023-09-30, note: Tạm tính}\n"
    estimate = "    - {value: 44, date: 2023-09-30, source: CV 2, estimate: true}\n"
    assert codes("indicators", figure, figure + estimate) == []
    assert codes("indicators", figure, figure + estimate.replace("09-30", "06-30")) == []
    before = state(indicators=INDICATORS.replace(figure, estimate))
    assert findings_between(before, state(indicators=INDICATORS.replace(figure, estimate + figure))) == []
    again = INDICATORS.replace(figure, estimate + estimate.replace("44", "43"))
    [finding] = findings_between(before, state(indicators=again))
    assert (finding.code, finding.message) == (
        "KH708",
        "Kết quả ước 43% ngày 30/9/2023 (CV 2) mới thêm cùng ngày nên thay cho dòng đã có: ước 44% ngày 30/9/2023 "
        "(CV 2)",
    )


def test_a_deleted_record_is_named_and_points_at_its_file() -> None:
    after = state(indicators=INDICATORS[: INDICATORS.index("- id: CQS-02")])
    [finding] = findings_between(state(), after)
    assert (finding.code, finding.message) == (
        "KH705",
        "Chỉ tiêu CQS-02 «Tỷ lệ văn bản điện tử trao đổi giữa các cơ quan» có ở phiên bản trước, nay không còn",
    )
    assert pointed_at(state(), after) == ["indicators.yaml: - id: CQS-01"]
    assert pointed_at(state(), state(indicators="[]")) == ["indicators.yaml: []"] * 2


def test_a_deleted_agency_is_missed_too() -> None:
    after = state(
        agencies=AGENCIES[: AGENCIES.index("- id: SYT")],
        indicators=INDICATORS.replace("SYT", "STTTT"),
        tasks=TASKS.replace("STTTT, SYT", "STTTT"),
    )
    assert "KH705" in [finding.code for finding in findings_between(state(), after)]


def test_a_renumbered_record_is_told_from_a_deleted_one() -> None:
    assert said("indicators", "id: CQS-02", "id: CQS-20") == [
        ("KH706", "Chỉ tiêu này trước đây mang mã CQS-02, nay mang mã CQS-20")
    ]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Tỷ lệ hồ sơ được nộp trực tuyến", []),
        ("Tỉ lệ hồ sơ trực tuyến.", []),
        ("Số cán bộ được tập huấn", ["KH707"]),
    ],
)
def test_a_better_wording_is_told_from_another_thing(name: str, found: list[str]) -> None:
    assert codes("indicators", "Tỷ lệ hồ sơ trực tuyến", name) == found


def test_ids_that_were_swapped_are_noticed_however_alike_the_names() -> None:
    alike = INDICATORS.replace("Tỷ lệ văn bản điện tử trao đổi giữa các cơ quan", "Tỷ lệ hồ sơ trực tuyến cấp xã")
    swapped = (
        alike.replace("cấp xã", "x")
        .replace("Tỷ lệ hồ sơ trực tuyến\n", "Tỷ lệ hồ sơ trực tuyến cấp xã\n")
        .replace("Tỷ lệ hồ sơ trực tuyến x", "Tỷ lệ hồ sơ trực tuyến")
    )
    found = findings_between(state(indicators=alike), state(indicators=swapped))
    assert [(finding.code, finding.at.record) for finding in found if isinstance(finding.at, FieldRef)] == [
        ("KH707", "CQS-01"),
        ("KH707", "CQS-02"),
    ]


def test_an_indicator_cannot_become_a_task_of_the_same_id() -> None:
    after = state(
        indicators=INDICATORS[: INDICATORS.index("- id: CQS-02")],
        tasks=TASKS + "- {id: CQS-02, name: Mua sắm máy tính, lead: [SYT], due: Năm 2023}\n",
    )
    assert [finding.code for finding in findings_between(state(), after)] == ["KH707"]


def test_an_agency_that_was_renamed_keeps_its_old_name_as_alias() -> None:
    assert codes("agencies", "name: Sở Y tế", "name: Ủy ban Dân tộc và Miền núi") == ["KH707"]
    assert codes("agencies", "name: Sở Y tế", "aliases: [Sở Y tế]\n  name: Ủy ban Dân tộc và Miền núi") == []


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("agencies", "name: Sở Y tế", "name: Ủy ban Dân tộc và Miền núi", "«aliases:»"),
        ("indicators", "name: Tỷ lệ hồ sơ trực tuyến", "name: Số cán bộ được tập huấn", "«changes:"),
        ("indicators", "due: Năm 2023", "due: Quý III/2023", "«changes:"),
        ("tasks", "due: Quý II/2023", "due: Quý IV/2023", "«changes:"),
        ("plan", "year: 2023", "year: 2024", "«changes:"),
    ],
)
def test_what_to_write_for_a_change_that_has_a_document(file: Collection, old: str, new: str, key: str) -> None:
    [finding] = findings_between(state(), state(**{file: BEFORE[file].replace(old, new, 1)}))
    keys = [known for known in ("«aliases:»", "«changes:") if known in finding.remedy]
    assert keys[0] == key


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "indicators",
            "value: 35",
            "value: 53",
            "Kết quả 35% ngày 30/6/2023 (CV 1/STTTT), có ở phiên bản trước, nay bị sửa giá trị thành: "
            "53% ngày 30/6/2023 (CV 1/STTTT)",
        ),
        (
            "indicators",
            "date: 2023-06-30",
            "date: 2023-06-15",
            "Kết quả 35% ngày 30/6/2023 (CV 1/STTTT), có ở phiên bản trước, nay bị sửa ngày thành: "
            "35% ngày 15/6/2023 (CV 1/STTTT)",
        ),
        (
            "indicators",
            "note: Tạm tính",
            "note: Chính thức",
            "Kết quả 45,5% ngày 30/9/2023, có ở phiên bản trước, nay bị sửa ghi chú",
        ),
        (
            "indicators",
            "    - {value: 35, date: 2023-06-30, source: CV 1/STTTT}\n",
            "",
            "Kết quả 35% ngày 30/6/2023 (CV 1/STTTT), có ở phiên bản trước, nay không còn",
        ),
        (
            "tasks",
            "state: in_progress, date: 2023-09-14, percent: 60",
            "state: done, date: 2023-09-14",
            "Tiến độ đang thực hiện 60%, ngày 14/9/2023 (CV 4/STTTT), có ở phiên bản trước, nay bị sửa tình trạng, "
            "phần trăm thành: đã hoàn thành, ngày 14/9/2023 (CV 4/STTTT)",
        ),
        (
            "tasks",
            "due: Quý III/2023",
            "due: Quý IV/2023",
            "Lần điều chỉnh thời hạn thành Quý III/2023 theo CV 5/UBND ngày 01/7/2023, có ở phiên bản trước, nay bị "
            "sửa nội dung điều chỉnh thành: điều chỉnh thời hạn thành Quý IV/2023 theo CV 5/UBND ngày 01/7/2023",
        ),
        (
            "indicators",
            "    - {value: 45.5",
            "    - {value: 54.5, date: 2023-09-30, source: CV 7/STTTT}\n    - {value: 45.5",
            "Kết quả 54,5% ngày 30/9/2023 (CV 7/STTTT) mới thêm cùng ngày nên thay cho dòng đã có: "
            "45,5% ngày 30/9/2023",
        ),
    ],
)
def test_what_was_recorded_stays_as_it_was(file: Collection, old: str, new: str, message: str) -> None:
    assert said(file, old, new) == [("KH708", message)]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("indicators", "date: 2023-09-30, ", "date: 2023-09-30, source: CV 2/STTTT, "),
        ("tasks", "source: CV 3/STTTT", "source: CV 3/STTTT, note: Đã trình"),
        ("indicators", "    - {value: 35", "    - {value: 50, date: 2023-12-14, source: CV 8}\n    - {value: 35"),
        (
            "indicators",
            "    - {value: 35",
            "    - {value: 53, date: 2023-06-30, source: CV 9, corrects: 2023-06-30}\n    - {value: 35",
        ),
        ("tasks", "    - {state", "    - {state: in_progress, date: 2023-07-01, note: Nộp muộn}\n    - {state"),
    ],
)
def test_history_may_grow(file: Collection, old: str, new: str) -> None:
    assert said(file, old, new) == []


def test_an_entry_slipped_in_before_what_was_recorded_says_why() -> None:
    last = "    - {state: in_progress, date: 2023-09-14"
    assert said("tasks", last, f"    - {{state: done, date: 2023-06-29, source: CV 6}}\n{last}") == [
        (
            "KH709",
            "Tiến độ đã hoàn thành, ngày 29/6/2023 (CV 6) mới thêm, lùi về trước dòng đã có: "
            "đang thực hiện 60%, ngày 14/9/2023 (CV 4/STTTT)",
        )
    ]
    stray = f"    - {{state: done, date: 2023-06-29, source: CV 6, corrects: 2023-01-01}}\n{last}"
    assert codes("tasks", last, stray) == ["KH709"]


def test_findings_point_at_the_present_place() -> None:
    after = state(
        indicators=INDICATORS.replace("provincial: 60", "provincial: 50").replace("value: 35", "value: 53"),
        tasks=TASKS.replace("  due: Quý II/2023\n", ""),
    )
    assert pointed_at(state(), after) == [
        "indicators.yaml: targets: {national: 40, provincial: 50}",
        "tasks.yaml: - id: NV-CQS-01",
        "indicators.yaml: - {value: 53, date: 2023-06-30, source: CV 1/STTTT}",
    ]


def test_a_record_that_could_not_be_read_before_is_not_called_new_or_unchanged() -> None:
    faulty = state(indicators=INDICATORS.replace("value: 20,", 'value: "20,5",'))
    [finding] = findings_between(faulty, state())
    assert (finding.code, finding.severity) == ("KH710", "warning")
    assert finding.message == "Bản ghi CQS-01 ở phiên bản trước có lỗi nên không so sánh được"


def test_a_record_that_cannot_be_read_now_is_neither_deleted_nor_unchanged() -> None:
    faulty = state(indicators=INDICATORS.replace("value: 20,", 'value: "20,5",'))
    [finding] = findings_between(state(), faulty)
    assert (finding.code, finding.message) == (
        "KH711",
        "Bản ghi CQS-01 nay có lỗi nên không so được với phiên bản trước",
    )


def test_nothing_is_called_deleted_from_a_file_that_cannot_be_read_now() -> None:
    assert findings_between(state(), state(tasks="- id: [")) == []


def test_what_one_side_of_a_merge_added_has_to_stand() -> None:
    tasks = TASKS + "- {id: NV-CQS-02, name: Tập huấn kỹ năng số, lead: [SYT], due: Năm 2023}\n"
    agencies = AGENCIES + "- {id: SNV, name: Sở Nội vụ, short_name: Sở Nội vụ}\n"
    side, start = subject(state(tasks=tasks, agencies=agencies)), subject(state())
    lost, kept = recorded_since(side, start, start), recorded_since(side, start, side)
    assert [agency.id for agency in lost.agencies.removed] == ["SNV"]
    assert [task.id for task in lost.tasks.removed] == ["NV-CQS-02"]
    assert not kept.agencies.removed
    assert not kept.tasks.removed


def subject(loaded: LoadedPlan) -> Subject:
    assert loaded.plan is not None
    return subject_of(loaded.plan, loaded.ids, loaded.occurrences)


@pytest.mark.parametrize(
    ("side", "lost"),
    [
        ({"tasks": TASKS + "  removed: {date: 2023-10-10, by: QĐ 3}\n"}, ["removed"]),
        ({"tasks": TASKS + "    - {date: 2023-10-10, by: QĐ 3, set: {due: Năm 2023}}\n"}, ["changes"]),
        ({"plan": f"{PLAN}changes: [{{{DOCUMENT}, set: {{reporting: {{cutoff: 20}}}}}}]\n"}, ["changes"]),
        ({"agencies": ARRANGED}, ["successors"]),
    ],
)
def test_no_entry_of_a_side_is_lost_in_a_merge(side: dict[str, str], lost: list[str]) -> None:
    def missing(present: Subject) -> list[str]:
        merged = recorded_since(subject(state(**side)), subject(state()), present)
        comparison = compare(subject(state()), present)._replace(merged=(merged,))
        found = [finding for finding in check_against(comparison) if finding.code == "KH708"]
        assert all("có ở nhánh được gộp, nay không còn" in finding.message for finding in found)
        return [str(finding.at.path[0]) for finding in found if isinstance(finding.at, FieldRef)]

    assert missing(subject(state())) == lost
    assert missing(subject(state(**side))) == []
    both = {"indicators": INDICATORS + "  removed: {date: 2023-10-10, by: QĐ 3}\n"}
    assert missing(subject(state(**{**side, **both}))) == []


@pytest.mark.parametrize(
    ("before", "old", "new"),
    [
        ({"tasks": TASKS}, "due: Quý III/2023", "due: Năm 2023"),
        ({"tasks": TASKS}, "by: CV 5/UBND", "by: CV 6/UBND"),
    ],
)
def test_a_change_that_was_recorded_wrong_is_put_right_beside_it(before: dict[str, str], old: str, new: str) -> None:
    [finding] = findings_between(state(**before), state(tasks=TASKS.replace(old, new)))
    written = finding.remedy.rpartition("«")[2].partition("»")[0]
    assert written == "corrigendum: true, date: 2023-07-01"
    right = f"    - {{{written}, by: CV 5/UBND ngày 01/7/2023, set: {{due: Năm 2023}}}}\n"
    assert findings_between(state(**before), state(tasks=TASKS + right)) == []


def test_where_nothing_may_stand_beside_it_people_decide() -> None:
    for file, text, old, new in (
        ("agencies", ARRANGED, "until: 2025-02-28", "until: 2025-03-31"),
        ("agencies", ARRANGED, "to: [SYTM]", "to: [STTTT]"),
        ("tasks", LIVES, "2023-10-10", "2023-12-10"),
    ):
        [finding] = findings_between(state(**{file: text}), state(**{file: text.replace(old, new)}))
        assert finding.remedy.endswith("nếu ghi sai thật thì người duyệt so với văn bản rồi tự quyết định nhận")
