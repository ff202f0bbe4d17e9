"""What a finding tells and advises, just inside and just outside of where that changes."""

import pytest

from kehoach_cli.diagnostics import Finding
from kehoach_cli.rules.registry import check_all
from kehoach_cli.rules.rule import subject_of
from tests.support.loaded import load_texts
from tests.support.plans import AGENCIES, INDICATORS, PLAN, TASKS

KEEP = "So lại hai số với văn bản; nếu văn bản ghi đúng như vậy thì giữ nguyên"
LONG = "Ban Chỉ đạo chuyển đổi số của tỉnh và của các huyện, thị xã, thành phố trong tỉnh"


def found(code: str, **texts: str) -> list[Finding]:
    loaded = load_texts(**texts)
    assert loaded.plan is not None
    findings = check_all(subject_of(loaded.plan, loaded.ids, loaded.occurrences))
    return [finding for finding in findings if finding.code == code]


def told(code: str, **texts: str) -> list[str]:
    """Message and remedy of each finding of that code."""
    return [f"{finding.message}. {finding.remedy}" for finding in found(code, **texts)]


def indicators(*replaced: tuple[str, str], measured: tuple[str, ...] = ()) -> str:
    """The default indicator with parts of its text replaced, and with these measurements."""
    text = INDICATORS
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    return text + "".join(["  measurements:\n", *(f"    - {{{entry}}}\n" for entry in measured)] if measured else [])


MEASURES = "tốc độ tăng thì measure: growth, tỷ lệ so với mức giao thì measure: attainment"


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("-5", ""),
        ("100.5", ""),
        ("101", "Có phải là 10,1%? "),
        ("999", "Có phải là 99,9%? "),
        ("1000", ""),
    ],
)
def test_a_percentage_may_have_lost_its_comma(value: str, meant: str) -> None:
    [said] = told("KH402", indicators=indicators(("value: 20", f"value: {value}")))
    assert said.partition(". ")[2] == f"{meant}Sửa lại số liệu; {MEASURES}"


def test_what_is_counted_or_ranked_is_whole() -> None:
    count = (('"%"', "hồ sơ"), ("value: 20", "value: 20.5"))
    assert told("KH402", indicators=indicators(*count)) == [
        "20,5 hồ sơ không phải số nguyên, mà đơn vị tính là hồ sơ. Sửa lại số liệu; nếu số liệu đúng thì ghi measure: "
        "amount"
    ]
    rank = (('"%"', "thứ hạng"), ("value: 20", "value: 20.5"), ("increase", "decrease"), ("40", "19"), ("60", "18"))
    assert told("KH402", indicators=indicators(*rank)) == [
        "hạng 20,5 không phải số nguyên, mà đơn vị tính là thứ hạng. Sửa lại số liệu"
    ]


@pytest.mark.parametrize("letters", [40, 41])
def test_of_a_long_counted_unit_forty_letters_are_shown(letters: int) -> None:
    unit = "hồ sơ của người dân ở các xã và phường trong tỉnh"[:letters]
    assert len(unit.strip()) == letters
    [said] = told("KH402", indicators=indicators(('"%"', unit), ("value: 20", "value: 20.5")))
    assert said.partition(". ")[0] == f"20,5 không phải số nguyên, mà đơn vị tính là {unit[:40]}"


@pytest.mark.parametrize(
    ("baseline", "direction", "targets", "said"),
    [
        (
            "20",
            "increase",
            "national: null, provincial: 0",
            f"Mức tỉnh 0% thấp hơn hiện trạng 20% ngày 31/5/2023. {KEEP}",
        ),
        ("0", "decrease", "national: null, provincial: 5", f"Mức tỉnh 5% cao hơn hiện trạng 0% ngày 31/5/2023. {KEEP}"),
        (
            "9",
            "increase",
            "national: 5, provincial: null",
            f"Mức UBQG 5% thấp hơn hiện trạng 9% ngày 31/5/2023. {KEEP}",
        ),
        (
            "9",
            "increase",
            "national: {min: 5, max: 8}, provincial: 10",
            "Mức UBQG 8% thấp hơn hiện trạng 9% ngày 31/5/2023. "
            "Không phải sửa nếu văn bản ghi đúng như vậy; chỉ tiêu này được tính theo mức của tỉnh",
        ),
        (
            "9",
            "decrease",
            "national: null, provincial: {min: 10, max: 12}",
            f"Mức tỉnh 10% cao hơn hiện trạng 9% ngày 31/5/2023. {KEEP}",
        ),
    ],
)
def test_a_target_that_was_met_before_is_told_by_its_nearer_end(
    baseline: str, direction: str, targets: str, said: str
) -> None:
    changed = (("value: 20", f"value: {baseline}"), ("increase", direction), ("national: 40, provincial: 60", targets))
    assert told("KH405", indicators=indicators(*changed)) == [said]


@pytest.mark.parametrize(
    ("unit", "amounts"),
    [
        ("hồ sơ trên nghìn dân", ("30 hồ sơ trên nghìn dân", "40 hồ sơ trên nghìn dân")),  # 20 letters
        ("hồ sơ trên triệu đồng", ("30", "40")),  # 21
    ],
)
def test_a_long_unit_is_left_out(unit: str, amounts: tuple[str, str]) -> None:
    [said] = told("KH404", indicators=indicators(('"%"', unit), ("provincial: 60", "provincial: 30")))
    assert said.partition(". ")[0] == f"Mức tỉnh {amounts[0]} thấp hơn mức UBQG {amounts[1]}"


def test_of_a_long_name_eighty_letters_are_shown() -> None:
    assert len(LONG) == 81
    named = PLAN + f'target_names: {{national: "Trên {LONG[:76]}", provincial: "Dưới {LONG[:76]}"}}\n'
    [lower] = told("KH404", plan=named, indicators=indicators(("provincial: 60", "provincial: 30")))
    assert lower.startswith(f"Mức Dưới {LONG[:75]} 30% thấp hơn mức Trên {LONG[:75]} 40%.")
    [finding] = found("KH404", plan=named, indicators=indicators(("provincial: 60", "provincial: 30")))
    assert [related.message for related in finding.related] == [f"mức Trên {LONG[:75]}"]
    [passed] = told("KH405", plan=named, indicators=indicators(("provincial: 60", "provincial: 10")))
    assert passed.startswith(f"Mức Dưới {LONG[:75]} 10% thấp hơn")
    agencies = AGENCIES + f'- {{id: BCD, name: Ban Chỉ đạo, short_name: "{LONG}"}}\n'
    [both] = told("KH306", agencies=agencies, tasks=TASKS.replace("[STTTT]", "[BCD]\n  support: [BCD]"))
    assert both.startswith(f"{LONG[:80]} vừa chủ trì vừa phối hợp.")


@pytest.mark.parametrize("count", [12, 13])
def test_of_many_pillars_a_dozen_are_listed(count: int) -> None:
    pillars = "".join(f"  - {{id: N{number:02}, name: Nhóm {number}}}\n" for number in range(1, count + 1))
    plan = PLAN.replace("  - id: CQS\n    name: Chính quyền số\n  - id: KTS\n    name: Kinh tế số\n", pillars)
    [said, *_] = told("KH303", plan=plan)
    assert said.partition(". ")[2] == f"Ghi «pillar:» là một trong: {', '.join(f'N{each:02}' for each in range(1, 13))}"


def test_a_group_may_hold_itself_or_another_that_holds_it() -> None:
    groups = "".join(
        f"- {{id: {name}, name: Nhóm {name}, short_name: {name}, group: true, members: [{member}]}}\n"
        for name, member in (("AA", "AA"), ("BB", "CC"), ("CC", "BB"))
    )
    itself, other = told("KH308", agencies=AGENCIES + groups)
    assert itself.startswith("Nhóm AA chứa chính nó.")
    assert other.startswith("Nhóm CC chứa nhóm BB, mà nhóm đó (trực tiếp hoặc qua nhóm khác) lại chứa CC.")


def test_a_correction_of_nothing_is_shown_the_line_above_it() -> None:
    wrong = "value: 36, date: 2023-07-31, corrects: 2023-06-15, source: CV 3"
    lines = ("value: 34, date: 2023-06-29, source: CV 1", "value: 35, date: 2023-06-30, source: CV 2")
    lost = "Dòng này đính chính kết quả ngày 15/6/2023 nhưng ở trên không có dòng nào ngày đó. "
    advice = "Ghi đúng ngày của dòng bị đính chính, ví dụ {} của dòng ngay trên"
    assert told("KH408", indicators=indicators(measured=(wrong,))) == [
        f"{lost}Xóa «corrects:»: đây là dòng đầu tiên của bản ghi"
    ]
    assert told("KH408", indicators=indicators(measured=(lines[0], wrong))) == [f"{lost}{advice.format('2023-06-29')}"]
    assert told("KH408", indicators=indicators(measured=(*lines, wrong))) == [f"{lost}{advice.format('2023-06-30')}"]


def test_results_and_reports_are_called_by_their_names() -> None:
    advice = "Thêm «source:» với số, ký hiệu và ngày của văn bản"
    assert told(
        "KH407",
        indicators=indicators(measured=("value: 35, date: 2023-06-30",)),
        tasks=TASKS + "  updates:\n    - {state: in_progress, date: 2023-09-10}\n",
    ) == [
        f"Kết quả ngày 30/6/2023 không ghi văn bản báo cáo. {advice}",
        f"Tiến độ ngày 10/9/2023 không ghi văn bản báo cáo. {advice}",
    ]


@pytest.mark.parametrize("bodies", [9, 10, 11])
def test_a_short_name_is_compared_with_the_first_ten_of_its_initials(bodies: int) -> None:
    names = "".join(
        f"- {{id: B{number}, name: Ban Xây d{letter}, short_name: Tổ {number}}}\n"
        for number, letter in enumerate("aăâeêioôơuư"[:bodies])
    )
    findings = told("KH305", agencies=f"{AGENCIES}{names}- {{id: BXD, name: Ban XD, short_name: Tổ 99}}\n")
    assert len(findings) == min(bodies, 10)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ban hành quye\u0302\u0301t định", "ế"),
        ("Đề a\u0301n", "á"),
        ("Đề án so\u0302\u0301", "ố"),
        ("Đơn vị \u212bm", "\u00c5"),  # the sign of the ångström is another letter's
        ("A =\u0338 B", "≠"),  # a stroke through, of the lowest class of marks
        ("Đề án e" + "\u0323\u0302" * 16, "Đ"),  # a pile of marks stays as it is: its text is pointed at
        ("Đề án o\u0323\u0302" + "\u0323" * 7, "ộ" + "\u0323" * 7),
        ("Đề án o\u0323\u0302" + "\u0323" * 8, "ộ" + "\u0323" * 7),
    ],
)
def test_a_letter_in_pieces_is_shown_whole(name: str, shown: str) -> None:
    [said] = told("KH601", tasks=TASKS.replace("Ban hành kế hoạch dữ liệu mở", f'"{name}"'))
    assert said.startswith(f"Chữ «{shown}» viết bằng dấu rời")
