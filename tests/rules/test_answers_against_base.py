"""What a change may not do quietly to the answers of agencies: two states of a small plan in, findings out."""

import pytest

from kehoach_cli.diagnostics import COLLECTIONS
from kehoach_cli.loading.plan_files import LoadedPlan
from kehoach_cli.rules.against_base.comparison import compare
from kehoach_cli.rules.registry import check_against
from kehoach_cli.rules.rule import subject_of
from kehoach_cli.yaml.locate import Locator
from tests.support.loaded import load_answered
from tests.support.plans import INDICATORS, TASKS

SHARED = INDICATORS.replace("[STTTT]", "[STTTT, SYT]") + "  parts: ratio\n"
TOGETHER = TASKS.replace("[STTTT]", "[STTTT, SYT]") + "  parts: each\n"
JUNE = "record: CQS-01, numerator: 40, denominator: 120, date: 2023-06-30, source: BC 1\n"
SEPTEMBER = "record: CQS-01, numerator: 50, denominator: 120, date: 2023-09-10, source: BC 2\n"
WORK = "record: NV-CQS-01, state: in_progress, date: 2023-09-10, source: BC 2\n"
ALL = JUNE + SEPTEMBER + WORK
BEFORE = {"STTTT": ALL, "SYT": ALL}


def state(answers: dict[str, str], indicators: str = SHARED, tasks: str = TOGETHER) -> LoadedPlan:
    return load_answered(answers, indicators=indicators, tasks=tasks)


def said(before: LoadedPlan, after: LoadedPlan) -> list[tuple[str, str, str]]:
    """Code, message and place of each finding."""
    assert before.plan is not None
    assert after.plan is not None
    compared = compare(subject_of(before.plan, before.ids), subject_of(after.plan, after.ids))
    names = {name: f"{name}.yaml" for name in (*COLLECTIONS, "answers/SYT")}
    locator = Locator(after.all_documents, names, after.answer_routes)
    findings = check_against(compared)
    places = locator.locate_all([finding.at for finding in findings])
    shown = {at: f"{place.file}:{place.start.line}" for at, place in places.items()}
    return [(finding.code, finding.message, shown[finding.at]) for finding in findings]


def after(lines: str) -> list[tuple[str, str, str]]:
    """What is said when these are the answers of SYT."""
    return said(state(BEFORE), state({**BEFORE, "SYT": lines}))


@pytest.mark.parametrize(
    ("old", "new", "code", "message", "line"),
    [
        (
            SEPTEMBER,
            "",
            "KH708",
            "Dòng Sở Y tế báo cáo 50/120 (41,67%) ngày 10/9/2023 (BC 2) về CQS-01, có ở phiên bản trước, nay không còn",
            1,
        ),
        (
            WORK,
            "",
            "KH708",
            "Dòng Sở Y tế báo cáo đang thực hiện, ngày 10/9/2023 (BC 2) về NV-CQS-01, có ở phiên bản trước, nay không "
            "còn",
            1,
        ),
        (
            "numerator: 50",
            "numerator: 60",
            "KH708",
            "Dòng Sở Y tế báo cáo 50/120 (41,67%) ngày 10/9/2023 (BC 2) về CQS-01, có ở phiên bản trước, nay bị sửa "
            "tử số thành: Sở Y tế báo cáo 60/120 (50%) ngày 10/9/2023 (BC 2)",
            3,
        ),
        (
            "state: in_progress",
            "state: done",
            "KH708",
            "Dòng Sở Y tế báo cáo đang thực hiện, ngày 10/9/2023 (BC 2) về NV-CQS-01, có ở phiên bản trước, nay bị sửa "
            "tình trạng thành: Sở Y tế báo cáo đã hoàn thành, ngày 10/9/2023 (BC 2)",
            4,
        ),
        (
            WORK,
            WORK + SEPTEMBER.replace("50", "51"),
            "KH708",
            "Dòng Sở Y tế báo cáo 51/120 (42,5%) ngày 10/9/2023 (BC 2) mới thêm cùng ngày nên thay cho dòng đã có: "
            "Sở Y tế báo cáo 50/120 (41,67%) ngày 10/9/2023 (BC 2)",
            5,
        ),
        (
            JUNE,
            JUNE + SEPTEMBER.replace("09-10", "09-09"),
            "KH709",
            "Dòng Sở Y tế báo cáo 50/120 (41,67%) ngày 9/9/2023 (BC 2) mới thêm, lùi về trước dòng đã có: Sở Y tế báo "
            "cáo 50/120 (41,67%) ngày 10/9/2023 (BC 2)",
            3,
        ),
    ],
    ids=["a figure gone", "progress gone", "a figure altered", "progress altered", "of the same day", "backdated"],
)
def test_what_an_agency_answered_stays_as_it_was(old: str, new: str, code: str, message: str, line: int) -> None:
    assert old in ALL
    assert after(ALL.replace(old, new)) == [(code, message, f"answers/SYT.yaml:{line}")]


@pytest.mark.parametrize(
    "more",
    [
        SEPTEMBER.replace("09-10", "09-11"),
        SEPTEMBER.replace("50", "51").replace("BC 2", "BC 3, corrects: 2023-09-10"),
        SEPTEMBER.replace("09-10", "09-09").replace("BC 2", "BC 3, note: Nộp muộn"),
        WORK.replace("09-10", "09-11"),
    ],
    ids=["later", "a correction", "late, and said so", "later progress"],
)
def test_answers_may_be_added(more: str) -> None:
    assert after(ALL + more) == []
    assert after(more + ALL) == []


def test_a_file_that_is_gone_is_named_all_the_same() -> None:
    found = said(state(BEFORE), state({"STTTT": ALL}))
    assert [(code, place) for code, _, place in found] == [("KH708", "answers/SYT.yaml:1")] * 3


def test_one_agency_s_answers_say_nothing_of_another_s() -> None:
    """The other has a later answer, one of that day, and one that is corrected."""
    first = {"STTTT": ALL}
    assert said(state(first), state({**first, "SYT": JUNE})) == []
    assert said(state({**first, "SYT": JUNE}), state({**first, "SYT": JUNE + SEPTEMBER})) == []
    [(code, _, _)] = said(state({**first, "SYT": JUNE}), state({**first, "SYT": ""}))
    assert code == "KH708"
    swapped = said(state({"STTTT": JUNE, "SYT": SEPTEMBER}), state({"STTTT": SEPTEMBER, "SYT": JUNE}))
    assert [code for code, _, _ in swapped] == ["KH708", "KH708", "KH709"]


BY_DOCUMENT = "  changes: [{date: 2023-09-12, by: QĐ 9/QĐ-BCĐ, set: {parts: mean}}]\n"


@pytest.mark.parametrize(
    ("before", "now", "message"),
    [
        (SHARED.replace("  parts: ratio\n", ""), SHARED, None),
        (SHARED, SHARED + BY_DOCUMENT, None),
        (SHARED, SHARED + BY_DOCUMENT.replace("mean", "null"), None),
        (
            SHARED,
            SHARED.replace("ratio", "mean"),
            "Cách tính kết quả chung của CQS-01 trước đây là tổng tử số trên tổng mẫu số, nay là trung bình cộng mà "
            "không dẫn văn bản nào",
        ),
        (
            SHARED.replace("ratio", "each"),
            SHARED.replace("  parts: ratio\n", ""),
            "Cách tính kết quả chung của CQS-01 trước đây là tính theo từng cơ quan, nay không có mà không dẫn văn bản "
            "nào",
        ),
    ],
    ids=["added", "changed by a document", "taken away by a document", "changed", "taken away"],
)
def test_how_the_whole_is_combined_changes_with_a_document(before: str, now: str, message: str | None) -> None:
    found = said(state({}, before), state({}, now))
    assert [(code, text) for code, text, _ in found] == ([("KH701", message)] if message else [])
