"""What is asked before it is written: with nobody to answer it is refused, `--yes` writes it all the same."""

import io
import sys
from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.plans import INDICATORS, write_plan

JUNE = ("record", "CQS-01", "31", "--date", "30/6/2023", "--source", "CV 12/STTTT")
DOUBTFUL = {
    "dated before the last one": (
        ("record", "CQS-01", "30", "--date", "15/6/2023", "--source", "CV 10/STTTT"),
        "CQS-01: Kết quả ngày 15/6/2023 đứng sau dòng ngày 30/6/2023; số liệu đến muộn thì nên nói rõ ở ghi chú",
    ),
    "the same day again": (
        ("record", "CQS-01", "32", "--date", "30/6/2023", "--source", "CV 14/STTTT"),
        "CQS-01: Đã có một dòng kết quả ngày 30/6/2023; dòng trước sai thì dùng «kehoach correct» (KH410)",
    ),
    "a leap up": (
        ("record", "CQS-01", "85", "--date", "31/7/2023", "--source", "CV 14/STTTT"),
        "CQS-01: số liệu nhảy từ 31% (ngày 30/6/2023) lên 85%",
    ),
    "a leap down": (
        ("record", "CQS-01", "3,2", "--date", "31/7/2023", "--source", "CV 14/STTTT"),
        "CQS-01: số liệu tụt từ 31% (ngày 30/6/2023) xuống 3,2%",
    ),
    "a lost comma": (
        ("record", "CQS-01", "0,34", "--date", "31/7/2023", "--source", "CV 14/STTTT"),
        "CQS-01: Số liệu 0,34% lệch hẳn so với số liệu ngay trước là 31%; có phải là 34%?",
    ),
    "a day to come": (
        ("record", "CQS-01", "34", "--date", "31/12/2199", "--source", "CV 14/STTTT"),
        "CQS-01: ngày 31/12/2199 còn chưa tới, tính đến ngày ",
    ),
}


def indicators(plan: Path) -> str:
    return (plan / "data" / "indicators.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments, said", DOUBTFUL.values(), ids=DOUBTFUL.keys())  # noqa: PT006
def test_with_nobody_to_answer(kehoach: Kehoach, small_plan: Path, arguments: tuple[str, ...], said: str) -> None:
    assert kehoach(*JUNE).code == 0
    before = indicators(small_plan)
    result = kehoach(*arguments)
    assert (result.code, result.out) == (1, "")
    assert said in " ".join(result.err.split())
    assert result.err.endswith("kehoach: Chưa ghi gì. Xem lại các điểm trên; nếu đúng thì chạy lại với --yes\n")
    assert indicators(small_plan) == before

    written = kehoach(*arguments, "--yes")
    assert written.code == 0
    assert said in " ".join(written.err.split())
    assert len(indicators(small_plan)) > len(before)


@pytest.mark.parametrize(
    "arguments",
    [
        ("record", "CQS-01", "31", "--date", "30/6/2023", "--source", "CV 12"),
        ("update", "NV-CQS-01", "--state", "done", "--date", "30/6/2023", "--source", "BC 7"),
    ],
)
def test_what_is_still_to_come_is_asked_for_the_day_in_question(
    kehoach: Kehoach, small_plan: Path, arguments: tuple[str, ...]
) -> None:
    """Not for the day on which somebody types it."""
    assert small_plan.is_dir()
    asked = kehoach(*arguments, "--as-of", "29/6/2023")
    assert (asked.code, asked.err.splitlines()[0].partition(": ")[2].partition(": ")[2]) == (
        1,
        "ngày 30/6/2023 còn chưa tới, tính đến ngày 29/6/2023",
    )
    assert kehoach(*arguments, "--as-of", "30/6/2023").code == 0


def test_a_jump_is_asked_by_the_baseline_in_force(kehoach: Kehoach, small_plan: Path) -> None:
    """What the decision printed wrong is no reason to ask."""
    assert small_plan.is_dir()
    figure = ("record", "CQS-01", "85", "--date", "31/7/2023", "--source", "CV 14", "--as-of", "1/8/2023")
    assert "nhảy từ 20% (ngày 31/5/2023) lên 85%" in kehoach(*figure).err
    put_right = "  changes:\n    - {date: 2023-06-26, by: QĐ 1, corrigendum: true, set: {baseline: {value: 80}}}\n"
    write_plan(small_plan, indicators=INDICATORS.replace("provincial: 60", "provincial: 90") + put_right)
    assert kehoach(*figure).code == 0


class Terminal(io.StringIO):
    """Standard input with somebody at it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "code"), [("c\n", 0), ("Có\n", 0), ("yes\n", 0), ("\n", 1), ("k\n", 1), ("", 1)])
def test_somebody_answers(
    kehoach: Kehoach, small_plan: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    before = indicators(small_plan)
    result = kehoach("record", "CQS-01", "85", "--date", "31/7/2023", "--source", "CV 14/STTTT")
    assert result.code == code
    assert "Vẫn ghi? [c/K] " in result.err
    assert (indicators(small_plan) != before) == (code == 0)


def test_a_plan_that_changes_while_the_question_stands(
    kehoach: Kehoach, small_plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody else saves meanwhile stays, and what it makes doubtful is asked too."""
    rest = "  measurements:\n    - {value: 84, date: 2023-07-31, source: CV 20/SYT}\n"

    class Answers:
        asked = 0

        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            self.asked += 1
            if self.asked == 1:
                path = small_plan / "data" / "indicators.yaml"
                path.write_text(indicators(small_plan) + rest, encoding="utf-8", newline="\n")
            return "c\n"

    answers = Answers()
    monkeypatch.setattr(sys, "stdin", answers)
    result = kehoach("record", "CQS-01", "85", "--date", "31/7/2023", "--source", "CV 14/STTTT")
    assert result.code == 0
    assert answers.asked == 2
    assert "Đã có một dòng kết quả ngày 31/7/2023" in result.err
    assert indicators(small_plan).endswith(f"{rest}    - {{value: 85, date: 2023-07-31, source: CV 14/STTTT}}\n")


def test_what_was_doubtful_before_is_not_asked_again(kehoach: Kehoach, small_plan: Path) -> None:
    kehoach(*JUNE)
    kehoach("record", "CQS-01", "32", "--date", "30/6/2023", "--source", "CV 14/STTTT", "--yes")
    result = kehoach("record", "CQS-01", "35", "--date", "31/7/2023", "--source", "CV 15/STTTT")
    assert (result.code, result.err) == (0, "")
    assert "35" in indicators(small_plan)


def test_a_correction_is_compared_with_what_stands(kehoach: Kehoach, small_plan: Path) -> None:
    """The wrong figure does not make the right one doubtful."""
    kehoach("record", "CQS-01", "85", "--date", "30/6/2023", "--source", "CV 12/STTTT", "--yes")
    result = kehoach("correct", "CQS-01", "25", "--source", "CV 15/STTTT")
    assert (result.code, result.err) == (0, "")
    assert "corrects: 2023-06-30" in indicators(small_plan)


def test_a_report_after_the_end(kehoach: Kehoach, small_plan: Path) -> None:
    update = ("update", "NV-CQS-01", "--source", "BC 7/STTTT")
    assert kehoach(*update, "--state", "done", "--date", "30/8/2023").code == 0
    result = kehoach(*update, "--state", "in-progress", "--date", "5/9/2023")
    assert result.code == 1
    assert "mở lại thật thì nêu lý do ở ghi chú (KH504)" in " ".join(result.err.split())
    assert kehoach(*update, "--state", "in-progress", "--date", "5/9/2023", "--note", "Mở lại").code == 0
    assert small_plan.is_dir()


TABLE = "id,value,date,source\nCQS-01,31,30/6/2023,CV 10\n"


@pytest.mark.parametrize(
    ("command", "file"),
    [
        (JUNE, "indicators"),
        (("update", "NV-CQS-01", "--state", "done", "--date", "20/9/2023", "--source", "BC 7"), "tasks"),
        (("extend", "NV-CQS-01", "--due", "Quý IV/2023", "--by", "CV 456", "--date", "1/9/2023"), "tasks"),
        (("correct", "CQS-02", "46", "--source", "CV 13"), "indicators"),
        (("record", "--from", "so-lieu.csv"), "indicators"),
    ],
)
def test_what_stands_already_is_not_written_again_however_sure_one_is(
    kehoach: Kehoach, small_plan: Path, command: tuple[str, ...], file: str
) -> None:
    second = INDICATORS.replace("CQS-01", "CQS-02").replace("hồ sơ", "văn bản")
    measured = "  measurements:\n    - {value: 45, date: 2023-09-30, source: CV 12}\n"
    write_plan(small_plan, indicators=INDICATORS + second + measured)
    (small_plan / "so-lieu.csv").write_text(TABLE, encoding="utf-8")
    assert kehoach(*command, "--yes").code == 0
    path = small_plan / "data" / f"{file}.yaml"
    before = path.read_bytes()
    result = kehoach(*command, "--yes")
    assert result.code == 2
    assert "đã có đúng dòng ngày" in result.err or "không muộn hơn thời hạn đang có" in result.err
    assert path.read_bytes() == before
    if command[0] != "extend" and "--from" not in command:
        assert kehoach(*command, "--note", "Lần hai", "--yes").code == 0
