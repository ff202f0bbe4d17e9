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
    locator = Locator(after.documents, {name: f"{name}.yaml" for name in COLLECTIONS})
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
            "KH702",
            "Mức UBQG của CQS-01 trước đây là 40%, nay là 30% mà không dẫn văn bản nào",
        ),
        (
            "indicators",
            "{min: 30, max: 50}",
            "{min: 20, max: 50}",
            "KH702",
            "Mức tỉnh của CQS-02 trước đây là 30% – 50%, nay là 20% – 50% mà không dẫn văn bản nào",
        ),
        (
            "indicators",
            "direction: increase",
            "direction: decrease",
            "KH702",
            "Chiều tốt lên của CQS-01 trước đây là càng cao càng tốt, nay là càng thấp càng tốt mà không dẫn văn bản "
            "nào",
        ),
        (
            "tasks",
            "lead: [STTTT, SYT]",
            "lead: [SYT]",
            "KH703",
            "Cơ quan chủ trì của NV-CQS-01 trước đây là Sở TT&TT, Sở Y tế, nay là Sở Y tế mà không dẫn văn bản nào",
        ),
        (
            "tasks",
            "due: Quý II/2023",
            "due: Quý IV/2023",
            "KH704",
            "Thời hạn của NV-CQS-01 trước đây là Quý II/2023, nay là Quý IV/2023 mà không dẫn văn bản nào",
        ),
        (
            "tasks",
            "  due: Quý II/2023\n",
            "",
            "KH704",
            "Thời hạn của NV-CQS-01 trước đây là Quý II/2023, nay không ghi thời hạn mà không dẫn văn bản nào",
        ),
    ],
)
def test_a_value_that_was_given_changes_with_a_document_or_not_at_all(
    file: Collection, old: str, new: str, code: str, message: str
) -> None:
    assert said(file, old, new) == [(code, message)]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("value: 20,", "value: 25,", "baseline"),
        ("provincial: 60", "provincial: 50", "targets"),
        ('unit: "%"', "unit: điểm", "unit"),
        ("lead: [STTTT]", "lead: [SYT]", "lead"),
        ("due: Năm 2023", "due: Quý III/2023", "due"),
        ("name: Tỷ lệ hồ sơ trực tuyến", "name: Số cán bộ được tập huấn", "name"),
    ],
)
def test_an_amendment_speaks_for_the_keys_it_names(old: str, new: str, key: str) -> None:
    def amended(fields: str) -> list[str]:
        amendment = f"  amendments:\n    - {{fields: [{fields}], {DOCUMENT}}}\n"
        return codes("indicators", INDICATORS[: INDICATORS.index("- id: CQS-02")], changed + amendment)

    changed = INDICATORS[: INDICATORS.index("- id: CQS-02")].replace(old, new)
    other = "oversight"
    assert amended(f"support, {key}") == []
    assert len(amended(other)) == 1


def test_an_amendment_of_the_past_does_not_speak_for_a_new_change() -> None:
    amended = TASKS + f"  amendments:\n    - {{fields: [due], {DOCUMENT}}}\n"
    after = state(tasks=amended.replace("due: Quý II/2023", "due: Quý IV/2023"))
    assert [finding.code for finding in findings_between(state(tasks=amended), after)] == ["KH704"]


def test_an_extension_wants_a_document() -> None:
    granted = "    - {due: Quý III/2023"
    assert codes("tasks", granted, f"    - {{due: Quý IV/2023, by: CV 9/UBND, date: 2023-09-20}}\n{granted}") == []
    assert said("tasks", granted, f"    - {{due: Quý IV/2023, date: 2023-09-20}}\n{granted}") == [
        (
            "KH704",
            "Thời hạn của NV-CQS-01 trước đây là Quý III/2023, nay gia hạn đến Quý IV/2023 mà không dẫn văn bản nào",
        )
    ]


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
        ("indicators", "name: Tỷ lệ hồ sơ trực tuyến", "name: Số cán bộ được tập huấn", "«amendments:"),
        ("indicators", "due: Năm 2023", "due: Quý III/2023", "«amendments:"),
        ("tasks", "due: Quý II/2023", "due: Quý IV/2023", "extensions"),
    ],
)
def test_what_to_write_for_a_change_that_has_a_document(file: Collection, old: str, new: str, key: str) -> None:
    [finding] = findings_between(state(), state(**{file: BEFORE[file].replace(old, new, 1)}))
    keys = [known for known in ("«aliases:»", "extensions", "«amendments:") if known in finding.remedy]
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
            "Lần gia hạn đến Quý III/2023 theo CV 5/UBND ngày 01/7/2023, có ở phiên bản trước, nay bị sửa thời hạn "
            "thành: gia hạn đến Quý IV/2023 theo CV 5/UBND ngày 01/7/2023",
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
    def subject(loaded: LoadedPlan) -> Subject:
        assert loaded.plan is not None
        return subject_of(loaded.plan, loaded.ids, loaded.occurrences)

    tasks = TASKS + "- {id: NV-CQS-02, name: Tập huấn kỹ năng số, lead: [SYT], due: Năm 2023}\n"
    agencies = AGENCIES + "- {id: SNV, name: Sở Nội vụ, short_name: Sở Nội vụ}\n"
    side, start = subject(state(tasks=tasks, agencies=agencies)), subject(state())
    lost, kept = recorded_since(side, start, start), recorded_since(side, start, side)
    assert [agency.id for agency in lost.agencies.removed] == ["SNV"]
    assert [task.id for task in lost.tasks.removed] == ["NV-CQS-02"]
    assert not kept.agencies.removed
    assert not kept.tasks.removed


def test_new_records_are_welcome() -> None:
    new = "- {id: NV-CQS-02, name: Tập huấn kỹ năng số, lead: [SYT], due: Năm 2023}\n"
    assert findings_between(state(), state(tasks=TASKS + new)) == []
