"""How a plan says which findings it does not want to hear of, and how grave the others are."""

from pathlib import Path
from typing import Protocol

import pytest

from tests.conftest import Kehoach
from tests.support.plans import PLAN, write_plan

TASKS = """\
- id: NV-CQS-01
  name: Ban hành kế hoạch dữ liệu mở
  lead: [STTTT]
  due: Quý I/2023
- id: NV-KTS-01
  name: Ban hành kế hoạch kinh tế số
  lead: [STTTT]
  due: Quý I/2023
"""
LATE = "KH502"


def codes(out: str) -> list[str]:
    """The codes of all findings, in their order."""
    words = [line.split(": ")[1] for line in out.splitlines() if line.startswith("data/")]
    return [word.split()[-1] for word in words]


class Check(Protocol):
    def __call__(self, checks: str = "", tasks: str = TASKS) -> tuple[int, list[str], str]:
        """The exit code, the codes found and the summary line for a plan with these checks and tasks."""


@pytest.fixture
def check(kehoach: Kehoach, small_plan: Path) -> Check:
    def run(checks: str = "", tasks: str = TASKS) -> tuple[int, list[str], str]:
        write_plan(small_plan, plan=PLAN + checks, tasks=tasks)
        result = kehoach("validate")
        return result.code, codes(result.out), result.out.splitlines()[-1]

    return run


def test_a_code_may_be_graver_or_lighter_or_off(check: Check) -> None:
    assert check() == (0, [LATE, LATE], "Đã kiểm tra 4 tệp: 2 cảnh báo")
    assert check("checks: {KH502: error}\n") == (1, [LATE, LATE], "Đã kiểm tra 4 tệp: 2 lỗi")
    assert check("checks: {KH502: info}\n") == (0, [LATE, LATE], "Đã kiểm tra 4 tệp: 2 lưu ý")
    assert check("checks: {KH502: off}\n") == (0, [], "Đã kiểm tra 4 tệp: không có lỗi")


@pytest.mark.parametrize(
    ("where", "left"),
    [
        ("records: [NV-CQS-01]", 1),
        ("records: [NV-CQS-*]", 1),
        ("records: [NV-CQS-01, 'NV-KTS-0?']", 0),
        ("files: [tasks.yaml]", 0),
        ("files: [t*]", 0),
        ("records: [NV-KTS-01], files: [tasks.yaml]", 1),
        ("records: [NV-KTS-01], files: [indicators.yaml]", 2),
    ],
)
def test_records_and_files_may_be_exempt_with_a_reason(check: Check, where: str, left: int) -> None:
    code, found, last = check(f"checks: {{KH502: {{ignore: [{{{where}, reason: Quyết định ghi như vậy}}]}}}}\n")
    assert code == 0
    assert found.count(LATE) == left
    assert ("KH902" in found) == (left == 2), "an ignore that matches nothing is itself reported"
    assert (f"(bỏ qua {2 - left} theo khai báo)" in last) == (left < 2)


def test_an_exemption_without_a_reason_is_refused(check: Check) -> None:
    code, found, _ = check("checks: {KH502: {ignore: [{records: [NV-CQS-01]}]}}\n")
    assert (code, found.count(LATE), "KH201" in found) == (1, 2, True)


@pytest.mark.parametrize(
    "line",
    [
        "  due: Quý I/2023  # kehoach: ignore KH502 đúng như Phụ lục II",
        "  # kehoach: ignore KH502 đúng như Phụ lục II\n  due: Quý I/2023",
        "  # kehoach: ignore KH502 đúng như Phụ lục II\n\n  # hạn của Bộ\n  due: Quý I/2023",
        "  due: Quý I/2023  # xem Phụ lục # kehoach: ignore KH502, KH502 đúng như Phụ lục II",
    ],
)
def test_a_comment_ignores_the_line_that_it_is_on_or_above(check: Check, line: str) -> None:
    code, found, last = check(tasks=TASKS.replace("  due: Quý I/2023", line, 1))
    assert (code, found.count(LATE)) == (0, 1)
    assert last.endswith("(bỏ qua 1 theo khai báo)")


@pytest.mark.parametrize(
    ("line", "code", "extra"),
    [
        ("  due: Quý I/2023  # kehoach: ignore KH502", 1, "KH901"),
        ("  due: Quý I/2023  # kehoach: ignore KH502 ...", 1, "KH901"),
        ("  due: Quý I/2023  # kehoach: ignore KH503 lý do", 0, "KH902"),
        ("  # kehoach: ignore KH502 lý do\n  lead: [STTTT]\n  due: Quý I/2023", 0, "KH902"),
        ("  due: Quý I/2023  # kehoach: ignore KH52 lý do", 1, "KH903"),
        ("  due: Quý I/2023  # kehoach: ignore KH999 lý do", 1, "KH903"),
        ("  due: Quý I/2023  # kehoach: ignore KH107 lý do", 1, "KH903"),
        ("  due: Quý I/2023  # kehoach: bỏ qua", 1, "KH903"),
    ],
)
def test_a_comment_that_does_not_do_is_reported_and_ignores_nothing(
    check: Check, line: str, code: int, extra: str
) -> None:
    tasks = TASKS.replace("  lead: [STTTT]\n", "", 1) if "lead" in line else TASKS
    found = check(tasks=tasks.replace("  due: Quý I/2023", line, 1))
    assert found[0] == code
    assert sorted(found[1]) == sorted([LATE, LATE, extra])


def test_a_sign_within_a_value_is_no_comment(check: Check) -> None:
    note = '  note: "a # kehoach: ignore KH502 lý do"\n'
    assert check(tasks=TASKS.replace("  due", f"{note}  due", 1))[1] == [LATE, LATE]


def test_reading_faults_and_faults_of_ignores_cannot_be_ignored(check: Check) -> None:
    code, found, _ = check("checks: {KH902: off, KH107: off}\n")
    assert (code, found.count("KH903")) == (1, 2)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("KH107", "Mã KH107 không bỏ qua và không đổi mức được"),
        ("KH5022", "Không có mã kiểm tra nào là «KH5022»"),
        ("K" * 40, f"Không có mã kiểm tra nào là «{'K' * 40}»"),
        ("K" * 41, f"Không có mã kiểm tra nào là «{'K' * 40}»"),
    ],
)
def test_a_wrong_code_is_named_in_forty_letters(kehoach: Kehoach, small_plan: Path, code: str, message: str) -> None:
    write_plan(small_plan, plan=f"{PLAN}checks: {{{code}: off}}\n")
    shown = " ".join(kehoach("validate").out.split())
    assert message in shown
    assert ("Có phải là KH502" in shown) == (code == "KH5022")
