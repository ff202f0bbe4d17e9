"""What rules say beyond their examples: how much of it, and to whom nothing is said twice."""

import pytest

from kehoach_cli.diagnostics import FieldRef, Finding
from kehoach_cli.loading.plan_files import LoadedPlan, assemble
from kehoach_cli.rules.registry import check_all
from kehoach_cli.rules.rule import subject_of
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.yaml.faults import FileFault, file_finding
from tests.support.loaded import load_texts
from tests.support.plans import AGENCIES, INDICATORS, TASKS


def findings_of(loaded: LoadedPlan) -> list[Finding]:
    assert loaded.plan is not None
    return check_all(subject_of(loaded.plan, loaded.ids, loaded.occurrences))


def messages_of(**texts: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.message) for finding in findings_of(load_texts(**texts))]


def test_a_unit_of_many_words_is_left_out_of_the_sentence() -> None:
    indicators = INDICATORS.replace('"%"', "hồ sơ trên một nghìn người dân").replace("provincial: 60", "provincial: 30")
    assert messages_of(indicators=indicators) == [("KH404", "Mức tỉnh 30 thấp hơn mức UBQG 40")]


def test_the_names_of_a_plan_are_used_for_its_two_kinds_of_target() -> None:
    loaded = load_texts(indicators=INDICATORS.replace("provincial: 60", "provincial: 30"))
    assert loaded.plan is not None
    names = loaded.plan.target_names._replace(national="tỉnh", provincial="huyện")
    subject = subject_of(loaded.plan._replace(target_names=names), loaded.ids)
    assert [finding.message for finding in check_all(subject)] == ["Mức huyện 30% thấp hơn mức tỉnh 40%"]


def test_of_one_rule_a_thousand_findings_are_shown_and_that_there_are_more() -> None:
    found = findings_of(load_texts(tasks=TASKS.replace("[STTTT]", f"[{', '.join(['SXD'] * 1200)}]")))
    assert [finding.code for finding in found].count("KH302") == 1000
    [last] = [finding for finding in found if finding.message.startswith("Mã KH302")]
    assert (last.code, last.severity) == ("KH115", "error")
    assert last.message == "Mã KH302 gặp ở hơn 1.000 chỗ, phần còn lại không nêu"


def test_no_agency_is_unknown_where_the_file_of_agencies_could_not_be_read() -> None:
    whole = load_texts()

    def read(collection: str) -> object:
        if collection == "agencies":
            raise FileFault(file_finding("KH101", "Không có quyền đọc tệp", "Cấp quyền", "agencies.yaml"))
        return next(item.source for name, item in whole.documents.items() if name == collection)

    loaded = assemble(PlanFolder(whole.folder.root, whole.folder.data), read)  # type: ignore[arg-type]
    assert [finding.code for finding in loaded.findings] == ["KH101"]
    assert findings_of(loaded) == []


def test_a_text_with_blanks_of_two_kinds_is_named_once() -> None:
    name = '" Ban  hành\u00a0kế hoạch "'
    assert messages_of(tasks=TASKS.replace("Ban hành kế hoạch dữ liệu mở", name)) == [
        ("KH603", "Có nhiều dấu cách liền nhau")
    ]


def test_a_pile_of_accents_is_named_by_its_letter_and_takes_no_time() -> None:
    name = "Đề án " + "e" + "\u0323\u0302" * 2000
    [(code, message)] = messages_of(tasks=TASKS.replace("Ban hành kế hoạch dữ liệu mở", name))
    assert code == "KH601"
    assert len(message) < 60


def test_of_many_agencies_with_the_same_initials_the_first_are_compared() -> None:
    """A district has dozens of `UBND xã …`; none of them is another's abbreviation."""
    communes = "".join(f"- {{id: X{n}, name: UBND xã Tân Lập {n}, short_name: Xã Tân Lập {n}}}\n" for n in range(30))
    assert messages_of(agencies=AGENCIES + communes) == []
    twice = AGENCIES + communes + "- {id: STT, name: Sở TTTT, short_name: STTTT tỉnh}\n"
    assert [code for code, _ in messages_of(agencies=twice)] == ["KH305"]


def test_an_agency_is_suggested_by_its_name_or_by_a_near_id() -> None:
    def remedies(lead: str) -> list[str]:
        return [finding.remedy for finding in findings_of(load_texts(tasks=TASKS.replace("[STTTT]", lead)))]

    suggestion = "Có phải là {}? Nếu không, thêm cơ quan này vào agencies.yaml"
    assert remedies("[STTT]") == [suggestion.format("STTTT")]
    assert remedies("[SXD]") == ["Thêm cơ quan này vào agencies.yaml, hoặc sửa lại mã"]


@pytest.mark.parametrize(("known", "sought"), [(20, 500), (137, 72)])  # 73 × 137 is one comparison too many
def test_no_suggestions_are_sought_for_hundreds_of_unknown_agencies(known: int, sought: int) -> None:
    agencies = AGENCIES + "".join(
        f"- {{id: A{n}, name: Cơ quan {n}, short_name: Đơn vị {n}}}\n" for n in range(known - 2)
    )
    leads = ", ".join(f"STTT{number}" for number in range(sought + 50))
    found = findings_of(load_texts(agencies=agencies, tasks=TASKS.replace("STTTT", leads)))
    suggested = [finding.remedy.startswith("Có phải là STTTT?") for finding in found if finding.code == "KH302"]
    assert suggested == [True] * sought + [False] * 50


def test_a_mark_that_turns_the_direction_is_not_covered_by_a_harmless_one() -> None:
    name = "Ban hành\u200b kế hoạch \u202edữ liệu mở"
    found = findings_of(load_texts(tasks=TASKS.replace("Ban hành kế hoạch dữ liệu mở", name)))
    assert [(finding.severity, finding.message) for finding in found] == [
        ("error", "Có ký tự đảo chiều chữ U+202E (ép chữ từ phải sang trái)"),
        ("warning", "Có ký tự không nhìn thấy U+200B (dấu cách rộng bằng không)"),
    ]


def test_who_leads_and_does_not_exist_yet_is_an_error_and_all_else_a_warning() -> None:
    agencies = AGENCIES.replace("  short_name: Sở TT&TT\n", "  short_name: Sở TT&TT\n  from: 2023-07-01\n")
    found = findings_of(load_texts(agencies=agencies, indicators="[]", tasks=TASKS + "  support: [STTTT]\n"))
    assert [(finding.code, finding.severity) for finding in found if finding.code == "KH311"] == [
        ("KH311", "error"),
        ("KH311", "warning"),
    ]


def test_an_agency_that_is_not_there_has_no_days() -> None:
    agencies = AGENCIES.replace("  short_name: Sở TT&TT\n", "  short_name: Sở TT&TT\n  from: 2023-06-01\n")
    tasks = TASKS.replace("lead: [STTTT]", "lead: [STTT]")
    found = findings_of(load_texts(agencies=agencies, indicators="[]", tasks=tasks))
    assert [finding.code for finding in found] == ["KH302"]


def test_what_no_report_counts_is_a_warning() -> None:
    late = (
        "  updates: [{state: in_progress, date: 2023-10-11, source: BC 1}]\n  removed: {date: 2023-10-10, by: QĐ 3}\n"
    )
    [finding] = findings_of(load_texts(tasks=TASKS + late))
    assert (finding.code, finding.severity, finding.message) == (
        "KH510",
        "warning",
        "Tiến độ ngày 11/10/2023 không được tính, vì bản ghi đã ra khỏi Kế hoạch từ ngày 10/10/2023",
    )


def test_no_record_is_unknown_where_a_file_of_records_could_not_be_read() -> None:
    takes = "{CQS-01: SYT, NV-CQS-01: SYT}"
    split = f"  successors: {{kind: split, to: [SYT, SNV], date: 2025-03-01, by: NQ 45, takes: {takes}}}\n"
    agencies = AGENCIES.replace("  short_name: Sở TT&TT\n", f"  short_name: Sở TT&TT\n  until: 2025-02-28\n{split}")
    agencies += "- {id: SNV, name: Sở Nội vụ, short_name: Sở Nội vụ}\n"
    assert findings_of(load_texts(agencies=agencies, tasks="- [")) == []
    assert findings_of(load_texts(agencies=agencies, indicators="- [")) == []
    assert [finding.code for finding in findings_of(load_texts(agencies=agencies, tasks="[]"))] == ["KH313"]


def test_a_measurement_is_compared_with_the_baseline_that_the_decision_gave() -> None:
    lost = "  measurements: [{value: 0.5, date: 2023-06-30, source: BC 1}]\n"
    amended = "  changes: [{date: 2023-10-05, by: QĐ 250, set: {baseline: {value: 15}}}]\n"
    [finding] = findings_of(load_texts(indicators=INDICATORS + lost + amended))
    assert finding.message == "Số liệu 0,5% lệch hẳn so với số liệu ngay trước là 20%"
    [related] = finding.related
    assert isinstance(related.at, FieldRef)
    assert related.at.path == ("baseline", "value")


def test_a_record_is_judged_as_it_was_put_right() -> None:
    """The decision said «20», «Quý III/2023»; whoever typed it wrote something else, and only adds a corrigendum."""
    right = "  changes: [{date: 2023-06-26, by: 01/QĐ-UBND, corrigendum: true, set: "
    indicators = INDICATORS.replace("value: 20", "value: 200").replace("lead: [STTTT]", "lead: [STTTTT]")
    tasks = TASKS.replace("Quý III/2023", "Quý III/2032").replace("pillar: CQS", "pillar: CQX")
    assert {code for code, _ in messages_of(indicators=indicators, tasks=tasks)} == {
        "KH302",
        "KH303",
        "KH402",
        "KH501",
    } | {"KH405"}
    indicators += f"{right}{{baseline: {{value: 20}}, lead: [STTTT]}}}}]\n"
    tasks += f"{right}{{due: Quý III/2023, pillar: CQS}}}}]\n"
    assert messages_of(indicators=indicators, tasks=tasks) == []


def test_estimates_and_figures_are_judged_apart() -> None:
    entries = """\
  measurements:
    - {value: 41, date: 2023-09-30, estimate: true, source: BC 1}
    - {value: 35, date: 2023-09-14, source: BC 1}
    - {value: 36, date: 2023-09-14, corrects: 2023-09-14, source: BC 2}
    - {value: 43, date: 2023-09-30, source: BC 3}
    - {value: 42, date: 2023-09-30, estimate: true, corrects: 2023-09-30, source: BC 2}
"""
    assert messages_of(indicators=INDICATORS + entries) == []
    twice = "    - {value: 50, date: 2023-09-30, estimate: true, source: BC 4}\n"
    assert [(code, message) for code, message in messages_of(indicators=INDICATORS + entries + twice)] == [
        ("KH409", "Số ước ngày 30/9/2023 đã được đính chính ở dòng trên, nay lại có thêm một dòng")
    ]
