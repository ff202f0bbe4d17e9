"""What a change does to the plan, in words, as a pull request shows it."""

from kehoach_cli.cli.output.changes_markdown import MOST_SHOWN, changes_blocks
from kehoach_cli.plan.differences import compare_plans
from kehoach_cli.plan.model import Plan
from kehoach_cli.reports.history.change_sections import change_sections
from tests.conftest import Golden
from tests.support.loaded import plan_of
from tests.support.plan_in_progress import DOCUMENT, INDICATORS, TASKS
from tests.support.plans import AGENCIES, PLAN

NEW_INDICATOR = """\
- id: KTS-01
  name: Tỷ lệ doanh nghiệp dùng hợp đồng điện tử
  unit: "%"
  direction: increase
  lead: []
  baseline: {value: null, as_of: 2023-05-31}
  targets: {national: 80, provincial: null}
"""


def markdown(before: Plan, after: Plan) -> str:
    sections = change_sections(compare_plans(before, after), before, after, after)
    return "\n\n".join(changes_blocks(sections, "Thay đổi của Kế hoạch so với origin/main")) + "\n"


def plan(**texts: str) -> Plan:
    return plan_of(**{"indicators": INDICATORS, "tasks": TASKS, **texts})


def test_a_quarter_of_entries(golden: Golden) -> None:
    indicators = INDICATORS.replace(
        "    - {value: 45.5",
        "    - {value: 61, date: 2023-12-14, source: CV 8/STTTT}\n"
        "    - {value: 43.5, date: 2023-09-30, corrects: 2023-09-30, source: CV 9/STTTT}\n"
        "    - {value: 45.5",
    )
    tasks = TASKS.replace(
        "  changes:",
        "    - {state: done, date: 2023-10-02, source: CV 7/SYT}\n"
        "  changes:\n"
        "    - {date: 2023-09-25, by: CV 6/UBND, set: {due: Quý IV/2023}}",
    )
    golden("changes/quarter.md", markdown(plan(), plan(indicators=indicators, tasks=tasks)))


def test_an_amending_decision(golden: Golden) -> None:
    set_values = "targets: {provincial: {min: 50, max: 60}}, name: Tỷ lệ hồ sơ trực tuyến toàn trình"
    changes = f"  changes:\n    - {{{DOCUMENT}, set: {{{set_values}}}}}\n"
    indicators = INDICATORS.replace("  measurements:", f"{changes}  measurements:")
    tasks = TASKS + f"    - {{{DOCUMENT}, set: {{lead: [SYT], name: Ban hành kế hoạch *dữ liệu* mở}}}}\n"
    golden("changes/decision.md", markdown(plan(), plan(indicators=indicators + NEW_INDICATOR, tasks=tasks)))


def test_what_nobody_should_do(golden: Golden) -> None:
    indicators = INDICATORS.replace("value: 35", "value: 53").replace("CQS-02", "CQS-20")
    indicators = indicators.replace("    - {value: 45.5, date: 2023-09-30, note: Tạm tính}\n", "")
    indicators = indicators.replace("  due: Năm 2023\n", "  due: Năm 2023\n  origin: [new, assigned]\n", 1)
    indicators = indicators.replace("national: 40", "national: null").replace('"%"', "điểm", 1)
    header = PLAN.replace("01/QĐ-UBND", "02/QĐ-UBND").replace("office: CHỦ TỊCH", "office: PHÓ CHỦ TỊCH")
    agencies = AGENCIES + "- {id: SNV, name: Sở Nội vụ, short_name: Sở Nội vụ}\n"
    agencies = agencies.replace("  short_name: Sở Y tế", "  short_name: SYT\n  aliases: [Y tế]")
    after = plan(indicators=indicators, tasks="[]", plan=header, agencies=agencies)
    golden("changes/quiet.md", markdown(plan(), after))


def test_other_wording_of_the_same_is_no_change() -> None:
    after = plan(tasks=TASKS.replace("Quý II/2023", "2023-Q2"))
    assert markdown(plan(), after) == ("## Thay đổi của Kế hoạch so với origin/main\n\nNội dung Kế hoạch không đổi.\n")


def test_a_change_of_everything_is_cut_short() -> None:
    many = "".join(f"- {{id: NV-{number}, name: Việc {number}, lead: []}}\n" for number in range(MOST_SHOWN + 7))
    shown = markdown(plan(), plan(tasks=TASKS + many)).splitlines()
    assert f"### Bản ghi mới ({MOST_SHOWN + 7})" in shown
    assert shown[-1] == "- … và 7 thay đổi nữa"
