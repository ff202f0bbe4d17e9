"""`kehoach close` and `reopen`: what the report said is kept, later figures are told of, nothing is changed quietly."""

import json
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.documents import text_of
from tests.support.plans import INDICATORS, TASKS, write_answers, write_plan
from tests.support.repositories import plan_repo

MEASURED = (
    INDICATORS
    + """\
  measurements:
    - {value: 30, date: 2023-08-31, source: BC 12/STTTT}
"""
)
REPORT = ("--number", "245/BC-STTTT", "--date", "18/9/2023")
FILE = "data/periods/2023-Q3.yaml"


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan with one figure and one open task, with the test standing in it."""
    folder = write_plan(tmp_path / "plan", indicators=MEASURED)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def closed(plan: Path, kehoach: Kehoach) -> Path:
    assert kehoach("close", "2023-Q3", *REPORT).code == 0
    return plan


def words(text: str) -> str:
    return " ".join(text.split())


def test_what_is_kept(closed: Path) -> None:
    text = (closed / FILE).read_text(encoding="utf-8")
    assert re.sub("[0-9a-f]{64}", "…", text) == (
        "# Báo cáo đã gửi quý III/2023, do «kehoach close» ghi lại làm chứng cứ. Không sửa tệp này:\n"
        "# báo cáo phải lập lại thì dùng «kehoach reopen», bản đã gửi vẫn được giữ.\n"
        "format: 1\n"
        "closings:\n"
        "  - number: 245/BC-STTTT\n"
        "    date: 2023-09-18\n"
        "    as_of: 2023-09-14\n"
        "    counts: {indicators: {far_behind: 1}, tasks: {open_in_time: 1}}\n"
        "    template: {name: bao-cao-quy.docx, sha256: …}\n"
        "    indicators:\n"
        "      - {id: CQS-01, assessment: far_behind, value: 30, date: 2023-08-31, goal: 60, due: 2023-12-31, "
        "lead: [STTTT], sources: [BC 12/STTTT]}\n"
        "    tasks:\n"
        "      - {id: NV-CQS-01, standing: open_in_time, state: not_started, due: 2023-09-30, lead: [STTTT]}\n"
    )


def test_what_is_said_of_it(plan: Path, kehoach: Kehoach) -> None:
    told = kehoach("close", "q3", *REPORT)
    assert words(told.out) == (
        "Chốt quý III/2023: Báo cáo số 245/BC-STTTT ngày 18/9/2023, số liệu đến hết ngày 14/9/2023. "
        "Giữ lại 1 nhiệm vụ và 1 chỉ tiêu như báo cáo đã gửi. "
        "Đã ghi data/periods/2023-Q3.yaml."
    )
    assert (told.code, kehoach("validate").code) == (0, 0)


def test_a_preview_writes_nothing(plan: Path, kehoach: Kehoach) -> None:
    assert "bản xem trước" in kehoach("close", "2023-Q3", *REPORT, "--dry-run").out
    assert not (plan / "data/periods").exists()


def test_what_was_sent_stands_whatever_is_entered_or_amended_later(closed: Path, kehoach: Kehoach) -> None:
    before, said = (closed / FILE).read_bytes(), kehoach("show", "2023-Q3", "--format", "csv").out
    for late in (
        ("record", "CQS-01", "35", "--date", "1/9/2023", "--source", "BC 20/STTTT"),
        ("correct", "CQS-01", "32", "--of", "31/8/2023", "--source", "BC 21/STTTT"),
        ("update", "NV-CQS-01", "--state", "done", "--date", "10/9/2023", "--source", "BC 22/STTTT"),
        ("extend", "NV-CQS-01", "--due", "Quý IV/2023", "--by", "CV 9", "--date", "1/9/2023"),
        ("reorganise", "STTTT", "--into", "SYT", "--by", "NQ 1", "--date", "1/9/2023"),
    ):
        done = kehoach(*late, "--yes")
        assert done.code == 0, (late, done.err)
    assert (closed / FILE).read_bytes() == before
    assert kehoach("show", "2023-Q3", "--format", "csv").out == said
    assert kehoach("validate").code == 0
    now = json.loads(kehoach("show", "2023-Q3", "--format", "json").out)["otherwise_now"]
    assert [
        (move["id"], move["after"]["value"] if "value" in move["after"] else move["after"]["standing"]) for move in now
    ] == [
        ("CQS-01", 35),
        ("NV-CQS-01", "done_on_time"),
    ]


def test_an_entry_for_a_closed_period_asks_and_says_where_it_will_be_told(closed: Path, kehoach: Kehoach) -> None:
    entry = ("record", "CQS-01", "35", "--source", "BC 20", "--date")
    asked = kehoach(*entry, "14/9/2023")
    assert (asked.code, asked.out) == (1, "")
    assert (
        "CQS-01: báo cáo quý III/2023 đã chốt (báo cáo số 245/BC-STTTT ngày 18/9/2023) vẫn giữ nguyên; điều nay khác "
        "đi sẽ nêu ở mục «Điều chỉnh, bổ sung sau kỳ báo cáo» của báo cáo quý IV/2023"
    ) in words(asked.err)
    entered = kehoach(*entry, "14/9/2023", "--yes")
    assert "Báo cáo quý III/2023 đã gửi; điều nay khác đi sẽ nêu trong báo cáo quý IV/2023." in words(entered.out)
    assert kehoach(*entry, "15/9/2023").code == 0  # the day after the cut-off


def test_it_is_told_in_the_first_report_that_is_open(closed: Path, kehoach: Kehoach) -> None:
    assert kehoach("close", "2023-Q4", "--number", "300/BC-STTTT", "--date", "18/12/2023").code == 0
    asked = kehoach("record", "CQS-01", "35", "--source", "BC 20", "--date", "1/9/2023")
    assert "báo cáo quý III/2023 đã chốt" in words(asked.err)
    assert "của báo cáo quý I/2024" in words(asked.err)


def test_an_estimate_belongs_to_the_period_that_it_ends(closed: Path, kehoach: Kehoach) -> None:
    asked = kehoach("record", "CQS-01", "35", "--source", "BC 20", "--date", "30/9/2023", "--estimate")
    assert "báo cáo quý III/2023 đã chốt" in words(asked.err)


def test_the_figure_of_an_estimates_day_is_the_next_reports_news(plan: Path, kehoach: Kehoach) -> None:
    estimate = ("--source", "BC 20", "--date", "30/9/2023")
    assert kehoach("record", "CQS-01", "35", *estimate, "--estimate", "--yes").code == 0
    assert kehoach("close", "2023-Q3", *REPORT).code == 0
    assert kehoach("record", "CQS-01", "36", "--source", "BC 30", "--date", "30/9/2023", "--yes").code == 0
    assert json.loads(kehoach("show", "2023-Q3", "--format", "json").out)["otherwise_now"] == []
    moved = json.loads(kehoach("diff", "--period", "2023-Q4", "--format", "json").out)
    assert [(move["before"]["value"], move["after"]["value"]) for move in moved["moved"] if move["id"] == "CQS-01"] == [
        (35, 36)
    ]
    assert moved["restated"] == []


def test_the_next_report_compares_with_what_was_sent_and_tells_of_late_figures_once(
    closed: Path, kehoach: Kehoach, tmp_path: Path
) -> None:
    late = ("correct", "CQS-01", "35", "--of", "31/8/2023", "--source", "BC 20/STTTT", "--yes")
    assert kehoach(*late).code == 0
    assert kehoach("record", "CQS-01", "40", "--date", "30/11/2023", "--source", "BC 40/STTTT").code == 0

    def report(period: str) -> str:
        path = tmp_path / f"{period}.docx"
        assert kehoach("report", "--period", period, "-o", str(path)).code == 0
        return words(text_of(path.read_bytes()))

    fourth = report("2023-Q4")
    assert "So với Báo cáo số 245/BC-STTTT ngày 18/9/2023 về quý III năm 2023: " in fourth
    assert "Điều chỉnh, bổ sung sau kỳ báo cáo" in fourth
    assert "Quý III/2023 | Tỷ lệ hồ sơ trực tuyến | 30% | 35% | BC 20/STTTT" in fourth
    assert "(40%/60%, tăng 10 điểm phần trăm)" in fourth  # from the 30% that were sent
    assert kehoach("close", "2023-Q4", "--number", "300/BC-STTTT", "--date", "18/12/2023").code == 0
    assert "Điều chỉnh, bổ sung sau kỳ báo cáo" not in report("2024-Q1")


def test_a_report_of_a_closed_period_says_first_how_it_would_differ(closed: Path, kehoach: Kehoach) -> None:
    same = kehoach("report", "--period", "2023-Q3")
    assert (same.code, same.err) == (0, "")
    assert kehoach("correct", "CQS-01", "35", "--of", "31/8/2023", "--source", "BC 20/STTTT", "--yes").code == 0
    asked = kehoach("report", "--period", "2023-Q3", "-o", "lai.docx")
    assert asked.code == 1
    assert not (closed / "lai.docx").exists()
    assert (
        "CQS-01: báo cáo số 245/BC-STTTT ngày 18/9/2023 về quý III/2023 nêu «30%; rất chậm», lập lại thì nêu «35%; "
        "chậm» (BC 20/STTTT)"
    ) in words(asked.err)
    assert kehoach("report", "--period", "2023-Q3", "-o", "lai.docx", "--yes").code == 0
    assert (closed / "lai.docx").exists()


def test_a_report_with_another_cutoff_is_closed_and_made_again_with_that_day(plan: Path, kehoach: Kehoach) -> None:
    assert kehoach("close", "2023-Q3", *REPORT, "--as-of", "31/8/2023").code == 0
    again = kehoach("report", "--period", "2023-Q3")
    assert "số liệu đến hết ngày 31/8/2023" in again.out
    assert again.code == 0


def test_reopening_keeps_what_was_sent_and_the_new_report_stands_after_it(closed: Path, kehoach: Kehoach) -> None:
    opened = kehoach("reopen", "2023-Q3", "--by", "CV 300/UBND-VP", "--date", "1/10/2023")
    assert opened.code == 0
    assert "Bản đã gửi (Báo cáo số 245/BC-STTTT ngày 18/9/2023) vẫn được giữ" in words(opened.out)
    text = (closed / FILE).read_text(encoding="utf-8")
    assert text.endswith("    reopened: {date: 2023-10-01, by: CV 300/UBND-VP}\n")
    assert kehoach("record", "CQS-01", "35", "--source", "BC 20", "--date", "10/9/2023").code == 0  # nothing is asked
    assert kehoach("close", "2023-Q3", "--number", "260/BC-STTTT", "--date", "5/10/2023").code == 0
    assert (closed / FILE).read_text(encoding="utf-8").startswith(text)
    page = words(kehoach("show", "2023-Q3").out)
    assert page.startswith("Quý III/2023: báo cáo số 260/BC-STTTT ngày 5/10/2023.")
    assert "Trước đó: báo cáo số 245/BC-STTTT ngày 18/9/2023; mở lại ngày 1/10/2023 theo CV 300/UBND-VP." in page
    data = json.loads(kehoach("show", "2023-Q3", "--format", "json").out)
    assert [closing["indicators"][0]["value"] for closing in data["closings"]] == [30, 35]


@pytest.mark.usefixtures("git")
def test_the_commit_and_the_revision_that_held_the_data(
    tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = plan_repo(tmp_path, indicators=MEASURED)
    monkeypatch.chdir(repository.folder)
    done = kehoach("close", "2023-Q3", *REPORT, "--commit")
    assert done.code == 0
    head = repository.git("log", "--format=%s").splitlines()[0]
    assert head == "Chốt quý III/2023: Báo cáo số 245/BC-STTTT ngày 18/9/2023, số liệu đến hết ngày 14/9/2023"
    data = json.loads(kehoach("show", "2023-Q3", "--format", "json").out)
    assert repository.git("rev-parse", "HEAD~1").startswith(data["closings"][0]["revision"])


@pytest.mark.usefixtures("git")
def test_who_reviews_sees_that_a_period_was_closed(
    tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = plan_repo(tmp_path, indicators=MEASURED)
    monkeypatch.chdir(repository.folder)
    assert kehoach("close", "2023-Q3", *REPORT).code == 0
    assert "Chốt quý III/2023 theo báo cáo số 245/BC-STTTT ngày 18/9/2023" in kehoach("diff", "--format", "md").out
    assert json.loads(kehoach("diff", "--format", "json").out)["closed"] == ["2023-Q3"]
    repository.commit()
    assert kehoach("reopen", "2023-Q3", "--by", "CV 1", "--date", "1/10/2023").code == 0
    assert "Mở lại quý III/2023 theo CV 1" in kehoach("diff", "--format", "md").out


def test_the_file_that_was_signed(plan: Path, kehoach: Kehoach) -> None:
    assert kehoach("report", "--period", "2023-Q3", "-o", "q3.docx").code == 0
    other = kehoach("close", "2023-Q3", *REPORT, "--file", "q3.docx", "--as-of", "31/8/2023")
    assert other.code == 1
    assert "q3.docx lập với «Số liệu đến ngày: 14/9/2023», không phải 31/8/2023" in words(other.err)
    assert "thêm --as-of 14/9/2023" in words(other.err)
    fourth = kehoach("close", "2023-Q4", "--number", "300", "--date", "18/12/2023", "--file", "q3.docx")
    assert "q3.docx lập với «Kỳ báo cáo: quý III/2023», không phải quý IV/2023" in words(fourth.err)
    assert kehoach("close", "2023-Q3", *REPORT, "--file", "q3.docx").code == 0
    assert "Tệp đã ký: q3.docx (SHA-256" in kehoach("show", "2023-Q3").out
    Path("quet.pdf").write_bytes(b"%PDF-1.4 scan")  # says nothing of itself
    assert kehoach("close", "2023-Q4", "--number", "300", "--date", "18/12/2023", "--file", "quet.pdf").code == 0


def test_a_report_of_tomorrow_and_a_number_that_was_used_are_asked_about(closed: Path, kehoach: Kehoach) -> None:
    coming = date(2100, 1, 1)
    asked = kehoach("close", "2023-Q4", "--number", "300", "--date", coming.isoformat())
    assert "ngày 1/1/2100 của báo cáo còn chưa tới" in words(asked.err)
    used = kehoach("close", "2023", "--number", "245/BC-STTTT", "--date", "18/9/2023", "--as-of", "14/9/2023")
    assert "245/BC-STTTT là số của báo cáo quý III/2023" in words(used.err)


def test_what_answers_gave_is_kept_as_it_was(tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = INDICATORS.replace("lead: [STTTT]", "lead: [STTTT, SYT]\n  parts: ratio")
    folder = write_plan(tmp_path / "plan", indicators=shared)
    write_answers(folder, "SYT", "record: CQS-01, numerator: 1, denominator: 3, date: 2023-09-01, source: BC 1/SYT")
    monkeypatch.chdir(folder)
    assert kehoach("close", "2023-Q3", *REPORT).code == 0
    write_answers(folder, "STTTT", "record: CQS-01, numerator: 1, denominator: 1, date: 2023-09-02, source: BC 2/STTTT")
    data = json.loads(kehoach("show", "2023-Q3", "--format", "json").out)
    [sent] = data["closings"][0]["indicators"]
    assert (sent["value"], sent["provisional"], sent["answered"], sent["must_answer"]) == (33.33, True, 1, 2)
    assert data["closings"][0]["coverage"] == {"answered": 1, "of": 2, "at_least": False}
    [now] = data["otherwise_now"]
    assert (now["after"]["value"], now["after"]["answered"], now["documents"]) == (50, 2, ["BC 2/STTTT"])
    assert "33,33% (tạm tính); chưa đủ số liệu; 1/2 cơ quan báo cáo" in kehoach("show", "2023-Q3", "--format", "md").out


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("format: 2\nclosings: []\n", "KH206"),
        ("closings: []\n", "KH201"),
        ("format: 1\nclosings:\n  - {number: 1/BC}\n", "KH201"),
        ("format: 1\nclosings: 5\n", "KH203"),
        ("format: 1\nclosings: []\nmore: 1\n", "KH202"),
        ("[]\n", "KH203"),
        ("", "KH108"),
        ("format: 1\nclosings: [\n", "KH107"),
    ],
)
def test_a_file_that_the_program_did_not_write(plan: Path, kehoach: Kehoach, written: str, message: str) -> None:
    (plan / "data/periods").mkdir()
    (plan / FILE).write_text(written, encoding="utf-8")
    found = kehoach("validate")
    assert found.code in (1, 2)
    assert message in found.out
    assert f"{FILE}:" in found.out
    assert kehoach("status").code == 1 or kehoach("status").code == 2


def test_a_file_that_is_named_otherwise_or_lies_elsewhere(closed: Path, kehoach: Kehoach, tmp_path: Path) -> None:
    (closed / FILE).rename(closed / "data/periods/quy-3.yaml")
    found = kehoach("validate")
    assert "KH211" in found.out
    assert "«quy-3.yaml» không phải một kỳ" in found.out
    shutil.move(closed / "data/periods", tmp_path / "periods")
    (closed / "data/periods").symlink_to(tmp_path / "periods")
    assert "liên kết" in kehoach("validate").out


@pytest.mark.usefixtures("git")
def test_a_sent_report_is_not_changed_quietly(
    tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = plan_repo(tmp_path, indicators=MEASURED)
    monkeypatch.chdir(repository.folder)
    assert kehoach("close", "2023-Q3", *REPORT, "--commit").code == 0
    file = repository.folder / FILE
    sent = file.read_text(encoding="utf-8")
    assert kehoach("reopen", "2023-Q3", "--by", "CV 1", "--date", "1/10/2023").code == 0
    assert kehoach("validate", "--base", "HEAD").code == 0  # reopening adds
    file.write_text(sent.replace("value: 30", "value: 31"), encoding="utf-8")
    altered = kehoach("validate", "--base", "HEAD")
    assert f"{FILE}:12:9: lỗi KH713" in altered.out
    assert altered.code == 1
    file.unlink()
    assert "KH713" in kehoach("validate", "--base", "HEAD").out


def test_days_at_the_bounds(plan: Path, kehoach: Kehoach) -> None:
    """A report is not dated before its data end, and its data do not end before the plan was issued."""
    cutoff = date(2023, 9, 14)
    early = kehoach("close", "2023-Q3", "--number", "1/BC", "--date", (cutoff - timedelta(days=1)).isoformat())
    assert early.code == 2
    assert kehoach("close", "2023-Q3", "--number", "1/BC", "--date", cutoff.isoformat()).code == 0
    issued = date(2023, 6, 26)
    for day, code in ((issued - timedelta(days=1), 2), (issued, 0)):
        call = ("close", "2023-Q2", "--number", "2/BC", "--date", "3/7/2023", "--as-of", day.isoformat())
        assert kehoach(*call).code == code


def test_a_year_and_its_last_quarter(plan: Path, kehoach: Kehoach) -> None:
    assert kehoach("close", "2023-Q4", "--number", "300", "--date", "18/12/2023").code == 0
    assert kehoach("close", "2023", "--number", "301", "--date", "19/12/2023").code == 0
    assert kehoach("validate").code == 0
    late = ("record", "CQS-01", "55", "--date", "1/12/2023", "--source", "BC 50", "--yes")
    assert kehoach(*late).code == 0
    page = words(kehoach("diff", "--period", "2024-Q1").out)
    assert "quý IV/2023" in page
    assert "năm 2023" in page


def test_tasks_in_words(plan: Path, kehoach: Kehoach) -> None:
    assert TASKS  # the small plan's own task
    assert kehoach("close", "2023-Q3", *REPORT).code == 0
    assert kehoach("update", "NV-CQS-01", "--state", "done", "--date", "10/10/2023", "--source", "BC 9").code == 0
    page = kehoach("diff", "--period", "2023-Q4", "--format", "md").out
    assert "Hoàn thành: 1 nhiệm vụ" in page
    assert "| Hoàn thành quá hạn ngày 10/10/2023 | BC 9 |" in page


def moved(kehoach: Kehoach, period: str) -> list[tuple[str, list[str]]]:
    data = json.loads(kehoach("diff", "--period", period, "--format", "json").out)
    return [(move["id"], move["kinds"]) for key in ("moved", "restated") for move in data[key]]


def test_that_a_body_ended_is_no_new_figure(tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = INDICATORS.replace("lead: [STTTT]", "lead: [STTTT, SYT]\n  parts: ratio")
    monkeypatch.chdir(write_plan(tmp_path / "plan", indicators=shared, tasks="[]"))
    assert kehoach("close", "2023-Q3", *REPORT).code == 0
    ended = ("reorganise", "SYT", "--into", "STTTT", "--by", "NQ 1", "--date")
    assert kehoach(*ended, "1/9/2023", "--yes").code == 0
    assert moved(kehoach, "2023-Q4") == [("CQS-01", ["reorganised"])] * 2  # moved, and said otherwise of the quarter
    assert "KH424" not in kehoach("validate").out
    page = kehoach("diff", "--period", "2023-Q4", "--format", "md").out
    assert "| Sở TT&TT, Sở Y tế → Sở TT&TT | NQ 1 |" in page.replace("\u00a0", " ")


def test_a_report_that_fills_a_missed_period(tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_plan(tmp_path / "plan", tasks=TASKS.replace("Quý III/2023", "Hàng tháng")))
    assert kehoach("update", "NV-CQS-01", "--state", "in-progress", "--date", "31/7/2023", "--source", "BC 7").code == 0
    assert kehoach("close", "2023-Q3", *REPORT).code == 0
    late = ("update", "NV-CQS-01", "--state", "in-progress", "--date", "20/8/2023", "--source", "BC 8 muộn", "--yes")
    assert kehoach(*late).code == 0
    assert "KH424" not in kehoach("validate").out
    page = kehoach("show", "2023-Q3", "--format", "md").out
    assert "| thiếu báo cáo tháng 8/2023 | đủ báo cáo | BC 8 muộn |" in page


def test_no_document_stands_beside_what_none_explains(closed: Path, kehoach: Kehoach) -> None:
    figures = closed / "data/indicators.yaml"
    figures.write_text(figures.read_text(encoding="utf-8").replace("value: 30,", "value: 31,"), encoding="utf-8")
    page = kehoach("show", "2023-Q3", "--format", "md").out
    assert "| CQS-01 | Tỷ lệ hồ sơ trực tuyến | 30% | 31% |  |" in page
    warned = words(kehoach("validate").out)
    assert "nói về CQS-01: 30%; theo các tệp nay là 31%, mà không văn bản nào mới nói vì sao" in warned


def test_nothing_is_promised_where_no_report_says_otherwise(closed: Path, kehoach: Kehoach) -> None:
    entered = kehoach("record", "CQS-01", "25", "--date", "30/6/2023", "--source", "BC 1", "--yes")
    assert entered.code == 0
    assert "vẫn giữ nguyên" not in entered.err
    assert moved(kehoach, "2023-Q4")[-1][0] != "CQS-01"


def test_made_again_a_report_speaks_of_those_that_stood_on_its_day(closed: Path, kehoach: Kehoach) -> None:
    assert kehoach("close", "2023-Q4", "--number", "300/BC-STTTT", "--date", "18/12/2023").code == 0
    assert kehoach("reopen", "2023-Q3", "--by", "CV 1", "--date", "20/12/2023").code == 0
    assert kehoach("close", "2023-Q3", "--number", "310/BC-STTTT", "--date", "22/12/2023").code == 0
    assert kehoach("report", "--period", "2023-Q4", "-o", "q4.docx").code == 0
    again = words(text_of((closed / "q4.docx").read_bytes()))
    assert "245/BC-STTTT" in again
    assert "310/BC-STTTT" not in again


def test_the_next_periods_data_begin_where_those_of_the_sent_report_end(plan: Path, kehoach: Kehoach) -> None:
    assert kehoach("close", "2023-Q3", *REPORT, "--as-of", "10/9/2023").code == 0
    window = json.loads(kehoach("answers", "--as-of", "2023-10-01", "--format", "json").out)
    assert (window["first_day"], window["last_day"]) == ("2023-09-11", "2023-12-14")


def test_data_of_the_period_after_and_an_empty_file(plan: Path, kehoach: Kehoach) -> None:
    beyond = kehoach("close", "2023-Q3", "--number", "1/BC", "--date", "20/12/2023", "--as-of", "14/12/2023")
    assert "số liệu đến ngày 14/12/2023 đã sang hết quý IV/2023; xem lại --as-of" in words(beyond.err)
    (plan / "ky.docx").write_bytes(b"")
    assert kehoach("close", "2023-Q3", *REPORT, "--file", "ky.docx").code == 2


def test_the_word_for_number_is_not_said_twice(plan: Path, kehoach: Kehoach) -> None:
    told = kehoach("close", "2023-Q3", "--number", "Số: 245/BC-STTTT", "--date", "18/9/2023").out
    assert "Báo cáo số 245/BC-STTTT" in told


def test_corrections_are_among_the_flat_rows(closed: Path, kehoach: Kehoach) -> None:
    late = ("correct", "CQS-01", "35", "--of", "31/8/2023", "--source", "BC 20", "--yes")
    assert kehoach(*late).code == 0
    rows = kehoach("diff", "--period", "2023-Q4", "--format", "csv").out.splitlines()
    assert "2023-Q3 value,CQS-01,30,35" in rows


@pytest.mark.slow
def test_a_large_plan_is_closed_again_and_again(
    tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = "".join(MEASURED.replace("CQS-01", f"CQS-{number}") for number in range(1000))
    monkeypatch.chdir(write_plan(tmp_path / "plan", indicators=many))
    for number in range(3):
        assert kehoach("close", "2023-Q3", "--number", f"{number}/BC", "--date", "18/9/2023").code == 0
        assert kehoach("reopen", "2023-Q3", "--by", f"CV {number}", "--date", "18/9/2023").code == 0
    assert kehoach("validate").code == 0


def test_a_closed_period_is_compared_as_its_own_report_did(closed: Path, kehoach: Kehoach) -> None:
    late = ("correct", "CQS-01", "35", "--of", "31/8/2023", "--source", "BC 20", "--yes")
    assert kehoach(*late).code == 0
    assert kehoach("close", "2023-Q4", "--number", "300/BC-STTTT", "--date", "18/12/2023").code == 0
    told = json.loads(kehoach("diff", "--period", "2023-Q4", "--format", "json").out)
    assert [(each["period"], each["id"], each["documents"]) for each in told["restated"]] == [
        ("2023-Q3", "CQS-01", ["BC 20"])
    ]
    assert (told["before"]["number"], told["after"]["number"]) == ("245/BC-STTTT", "300/BC-STTTT")


def test_what_the_baseline_alone_reaches(tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such a report said «đạt» without a figure since; one below the target had none to say it by."""
    for baseline, said in (("60", "Theo hiện trạng Đạt"), ("59", "Chưa có số liệu Chưa đủ số liệu")):
        at_baseline = re.sub(r"(baseline: \{value: )[\d.]+", rf"\g<1>{baseline}", INDICATORS)
        monkeypatch.chdir(write_plan(tmp_path / baseline, indicators=at_baseline))
        assert kehoach("close", "2023-Q3", *REPORT).code == 0
        assert said in words(kehoach("show", "2023-Q3").out)
