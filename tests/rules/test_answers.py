"""Answers of agencies that do not go together with the plan, or with the whole: what the findings tell."""

import pytest

from kehoach_cli.diagnostics import Finding
from kehoach_cli.rules.registry import check_all
from kehoach_cli.rules.rule import subject_of
from tests.support.loaded import load_answered
from tests.support.plans import AGENCIES, INDICATORS, TASKS

GROUP = "- {id: SBN, name: Các sở, short_name: Các sở, group: true, members: [STTTT, SYT], members_complete: true}\n"
ENDED = AGENCIES.replace(
    "TT&TT\n",
    "TT&TT\n  until: 2025-02-28\n  successors: {kind: merged, to: [SKHCN], date: 2025-03-01, by: NQ 45/NQ-HĐND}\n",
)
ENDED += "- {id: SKHCN, name: Sở Khoa học và Công nghệ, short_name: Sở KH&CN, from: 2025-03-01}\n" + GROUP
SHARED = INDICATORS.replace("[STTTT]", "[SBN]") + "  parts: ratio\n"


def found(code: str, answers: dict[str, str], **texts: str) -> list[Finding]:
    loaded = load_answered(answers, **texts)
    assert loaded.plan is not None
    findings = check_all(subject_of(loaded.plan, loaded.ids, loaded.occurrences))
    return [finding for finding in findings if finding.code == code]


def told(code: str, answers: dict[str, str], **texts: str) -> list[str]:
    """Message and remedy of each finding of that code."""
    return [f"{finding.message}. {finding.remedy}" for finding in found(code, answers, **texts)]


def pair(numerator: str, denominator: str, day: str = "2023-09-30") -> str:
    return f"record: CQS-01, numerator: {numerator}, denominator: {denominator}, date: {day}, source: BC 1\n"


def value(figure: str, day: str = "2023-09-30") -> str:
    return f"record: CQS-01, value: {figure}, date: {day}, source: BC 1\n"


@pytest.mark.parametrize(
    ("numerator", "denominator", "said"),
    [
        ("130", "120", "Tử số 130 lớn hơn mẫu số 120. Xem có đổi chỗ hai số không"),
        ("-1.5", "120", "Tử số -1,5 nhỏ hơn 0. Sửa lại số liệu"),
        ("-0.5", "120", "Tử số -0,5 nhỏ hơn 0. Sửa lại số liệu"),
        ("0", "-120", "Mẫu số -120 nhỏ hơn 0. Sửa lại số liệu"),
        ("0.5", "-120", "Mẫu số -120 nhỏ hơn 0. Sửa lại số liệu"),
        ("3", "0", "Mẫu số là 0 mà tử số 3. Sửa lại số liệu; chưa phát sinh gì thì cả hai là 0"),
    ],
)
def test_a_numerator_and_a_denominator_are_told_as_written(numerator: str, denominator: str, said: str) -> None:
    [found_now] = told("KH402", {"SYT": pair(numerator, denominator)}, indicators=SHARED, agencies=AGENCIES + GROUP)
    assert found_now.startswith(said)


@pytest.mark.parametrize("letters", [40, 41])
def test_of_a_long_unit_forty_letters_are_shown(letters: int) -> None:
    unit = "đồng trên mỗi người dân ở các xã và phường trong tỉnh"[:letters]
    assert len(unit.strip()) == letters
    indicators = SHARED.replace('"%"', unit)
    [beside] = told("KH402", {"SYT": pair("1", "2")}, indicators=indicators, agencies=AGENCIES + GROUP)
    assert beside == f"Tử số, mẫu số không đi với đơn vị tính {unit[:40]}. Ghi kết quả ở value"
    [combined] = told("KH423", {}, indicators=indicators, agencies=AGENCIES + GROUP)
    assert (
        combined == f"«parts: ratio» không dùng cho số lượng (đơn vị tính {unit[:40]}). Ghi một trong: sum, mean, each"
    )


@pytest.mark.parametrize(
    ("agency", "day", "said"),
    [
        (
            "STTTT",
            "2025-03-31",
            "Sở TT&TT kết thúc ngày 28/2/2025; từ đó Sở KH&CN báo cáo CQS-01. Báo cáo này không được tính: xem lại "
            "ngày, hoặc ghi vào tệp của cơ quan ấy",
        ),
        (
            "SKHCN",
            "2025-02-28",
            "Sở KH&CN hoạt động từ ngày 1/3/2025, sau ngày 28/2/2025. Báo cáo này không được tính: xem lại ngày, hoặc "
            "ghi vào tệp của cơ quan có khi đó",
        ),
        (
            "SBN",
            "2023-09-30",
            "Các sở là nhóm; từng thành viên báo cáo CQS-01. Báo cáo này không được tính: ghi vào tệp của từng cơ quan",
        ),
    ],
)
def test_who_does_not_answer_is_told_who_does(agency: str, day: str, said: str) -> None:
    assert told("KH419", {agency: pair("1", "2", day)}, indicators=SHARED, agencies=ENDED) == [said]


@pytest.mark.parametrize(
    ("lead", "complete", "said"),
    [
        ("[SBN]", "true", "chủ trì khi đó là Các sở. Báo cáo này không được tính: xem lại mã và ngày"),
        (
            "[SBN]",
            "false",
            "chủ trì khi đó là Các sở. Báo cáo này không được tính: xem lại mã và ngày; là thành viên mà nhóm chưa kể "
            "thì thêm vào members",
        ),
        ("[]", "true", "khi đó không cơ quan nào chủ trì. Báo cáo này không được tính: xem lại mã và ngày"),
    ],
)
def test_a_body_that_is_no_lead_is_told_who_is(lead: str, complete: str, said: str) -> None:
    agencies = AGENCIES + GROUP.replace("complete: true", f"complete: {complete}")
    agencies += "- {id: SCT, name: Sở Công Thương, short_name: Sở Công Thương}\n"
    found_now = told("KH419", {"SCT": pair("1", "2")}, indicators=SHARED.replace("[SBN]", lead), agencies=agencies)
    assert found_now == [f"Sở Công Thương không phải báo cáo CQS-01 ngày 30/9/2023, vì {said}"]


@pytest.mark.parametrize(
    ("agency", "day", "shown"),
    [
        ("STTTT", "2025-02-28", "Sở TT&TT không phải báo cáo CQS-01 ngày 28/2/2025"),
        ("SKHCN", "2025-03-01", "Sở KH&CN không phải báo cáo CQS-01 ngày 1/3/2025"),
    ],
)
def test_on_its_last_and_its_first_day_a_body_is_there(agency: str, day: str, shown: str) -> None:
    answers = {agency: value("30", day)}
    [said] = told("KH419", answers, indicators=INDICATORS.replace("[STTTT]", "[SYT]"), agencies=ENDED)
    assert said.startswith(f"{shown}, vì chủ trì khi đó là Sở Y tế.")


def test_an_answer_for_the_whole_is_told_where_it_belongs() -> None:
    update = "record: NV-CQS-01, state: in_progress, date: 2023-09-30, source: BC 2\n"
    assert told("KH420", {"STTTT": value("30") + update}) == [
        "Ngày 30/9/2023 chỉ Sở TT&TT phải báo cáo CQS-01, nên đây là kết quả chung. Ghi vào measurements của CQS-01 "
        "trong indicators.yaml",
        "Ngày 30/9/2023 chỉ Sở TT&TT phải báo cáo NV-CQS-01, nên đây là kết quả chung. Ghi vào updates của NV-CQS-01 "
        "trong tasks.yaml",
    ]


@pytest.mark.parametrize(
    ("whole", "numerator", "shown"),
    [
        ("45.5", "45551", "45,55%"),  # rounds to 45,6
        ("45.55", "45556", "45,556%"),
        ("45", "45501", "45,5%"),
    ],
)
def test_a_whole_is_told_with_what_the_answers_give(whole: str, numerator: str, shown: str) -> None:
    measured = f"{SHARED}  measurements:\n    - {{value: {whole}, date: 2023-09-30, source: BC 3}}\n"
    answers = {"SYT": pair(numerator, "100000"), "STTTT": pair("0", "0")}
    [finding] = found("KH421", answers, indicators=measured, agencies=AGENCIES + GROUP)
    assert finding.message == (
        f"Kết quả chung {whole.replace('.', ',')}% ngày 30/9/2023 khác kết quả tính từ báo cáo của đủ 2 cơ quan đến "
        f"ngày đó: {shown}"
    )


@pytest.mark.parametrize("bodies", [2, 3, 4])
def test_a_few_of_the_answers_are_shown_beside_it(bodies: int) -> None:
    ids = [f"S{number}" for number in range(bodies)]
    agencies = "".join(f"- {{id: {each}, name: Sở {each}, short_name: Sở {each}}}\n" for each in ids)
    leads = f"[{', '.join(ids)}]"
    indicators = SHARED.replace("[SBN]", leads) + "  measurements: [{value: 9, date: 2023-09-30, source: BC 3}]\n"
    answers = {each: pair("1", "2") for each in ids}
    tasks = TASKS.replace("[STTTT]", leads)
    [finding] = found("KH421", answers, indicators=indicators, agencies=agencies, tasks=tasks)
    assert [related.message for related in finding.related] == [
        f"Sở {each} báo cáo 1/2 (50%) ngày 30/9/2023 (BC 1)" for each in ids[:3]
    ]
