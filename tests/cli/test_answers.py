"""Who must answer what, who has, and what the answers give: in every listing, in the page of a record, over time."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Golden, Kehoach
from tests.support.answering_plan import write_answering_plan
from tests.support.plans import PLAN
from tests.support.repositories import new_repo

DAY = "2023-09-12"


@pytest.fixture
def answering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The plan that several bodies answer, outside of any repository; the test stands in its folder."""
    folder = write_answering_plan(tmp_path / "plan")
    monkeypatch.chdir(folder)
    return folder


def shown(kehoach: Kehoach, *command: str, day: str = DAY) -> str:
    result = kehoach(*command, "--as-of", day)
    assert (result.code, result.err) == (0, "")
    return result.out


def said(kehoach: Kehoach, *command: str, day: str = DAY) -> str:
    """The words of the page, without what draws its tables."""
    page = shown(kehoach, *command, "--format", "md", day=day)
    return " ".join(page.replace("\\", "").replace("|", " ").split())


def data(kehoach: Kehoach, *command: str, day: str = DAY) -> Any:
    return json.loads(shown(kehoach, *command, "--format", "json", day=day))


def table(kehoach: Kehoach, *command: str, day: str = DAY) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(shown(kehoach, *command, "--format", "csv", day=day))))


def of(rows: list[Any], record: str) -> Any:
    return next(row for row in rows if row["id"] == record)


@pytest.mark.usefixtures("answering")
class TestWhoMustAnswer:
    @pytest.mark.parametrize(
        ("name", "arguments"),
        [
            ("by-agency.txt", ()),
            ("by-record.txt", ("--by", "record")),
            ("one-pillar.md", ("--pillar", "KTS", "--format", "md")),
            ("one-agency.csv", ("--agency", "Sở TT&TT", "--format", "csv")),
        ],
    )
    def test_every_format(self, kehoach: Kehoach, golden: Golden, name: str, arguments: tuple[str, ...]) -> None:
        golden(f"answers/{name}", shown(kehoach, "answers", *arguments))

    def test_the_counts_stand_first(self, kehoach: Kehoach) -> None:
        found = data(kehoach, "answers")
        assert (found["period"], found["first_day"], found["last_day"]) == ("2023-Q3", "2023-06-15", "2023-09-14")
        assert (found["answered"], found["must_answer"], found["at_least"], found["in_part"]) == (0, 7, True, 3)
        assert found["open_groups"] == ["LQ"]
        assert found["duties"][0].keys() == table(kehoach, "answers")[0].keys()
        assert len(found["duties"]) == len(table(kehoach, "answers"))

    def test_an_earlier_period_asks_who_there_was_then(self, kehoach: Kehoach) -> None:
        """On 14/6 neither the merger nor the split had come."""
        agencies = {row["agency"] for row in table(kehoach, "answers", "--period", "quý II/2023")}
        assert agencies == {"STTTT", "SKHCN", "SYT", "SCT", "SNNMT", "BDT", "UBA", "UBB"}

    @pytest.mark.parametrize(("period", "noted"), [("quý IV/2022", True), ("quý I/2023", False)])
    def test_a_period_before_the_plan_is_said_to_be_one(self, kehoach: Kehoach, period: str, *, noted: bool) -> None:
        page = said(kehoach, "answers", "--period", period)
        assert ("Kế hoạch ban hành ngày 20/2/2023, sau ngày chốt số liệu của kỳ này." in page) is noted

    def test_a_whole_by_a_document_settles_the_period(self, kehoach: Kehoach) -> None:
        rows = [row for row in table(kehoach, "answers") if row["id"] == "KTS-02"]
        assert [(row["agency"], row["answered"], row["settled"], row["missing"]) for row in rows] == [
            ("SYT", "true", "true", "false"),
            ("SCT", "false", "true", "false"),
        ]

    def test_one_body_is_known_in_full(self, kehoach: Kehoach) -> None:
        assert "Đã báo cáo đủ 0/1 cơ quan, 1 cơ quan báo cáo một phần." in said(kehoach, "answers", "--agency", "SYT")
        assert "Không cơ quan nào phải báo cáo." in said(kehoach, "answers", "--agency", "BDT")


@pytest.mark.usefixtures("answering")
class TestListings:
    def test_gaps(self, kehoach: Kehoach, golden: Golden) -> None:
        golden("answers/gaps.txt", shown(kehoach, "gaps"))

    def test_gaps_as_data(self, kehoach: Kehoach) -> None:
        keys = ("current", "gap_min", "answered", "must_answer", "answers_at_least", "provisional", "attaining")
        rows = data(kehoach, "gaps")["indicators"]
        assert {row["id"]: [row[key] for key in keys] for row in rows} == {
            "CQS-01": [20, 40, None, None, None, None, None],
            "CQS-02": [20, 40, 0, 2, False, False, None],
            "CQS-03": [36.666667, 23.333333, 2, 4, False, True, None],
            "CQS-04": [46.875, 13.125, 2, 2, False, False, None],
            "CQS-05": [33.333333, 66.666667, 2, 3, False, True, 1],
            "CQS-06": [67.75, 12.25, 1, 3, False, True, None],
            "KTS-01": [7, 3, 2, 2, True, True, None],
            "KTS-02": [15, 35, 1, 2, False, False, None],
        }

    def test_a_document_gives_the_share_of_those_who_reach_it(self, kehoach: Kehoach) -> None:
        options = ("--date", "2023-09-11", "--source", "BC 7", "--yes")
        assert kehoach("record", "CQS-05", "80", *options).code == 0
        assert "| 80% |" in shown(kehoach, "gaps", "--format", "md")
        assert "còn cách yêu cầu mọi cơ quan đạt mức tỉnh 20 điểm %" in said(kehoach, "log", "CQS-05")

    def test_a_verdict_that_each_must_reach_is_counted(self, kehoach: Kehoach, answering: Path) -> None:
        file = answering / "data" / "indicators.yaml"
        judged = "{id: CQS-07, name: Xếp loại an toàn, unit: mức, direction: increase, lead: [SYT, SCT], "
        judged += "targets: {provincial: Đạt mức trung bình}, due: Năm 2023, parts: each}"
        file.write_text(f"{file.read_text('utf-8')}- {judged}\n", encoding="utf-8")
        options = ("--judged-by", "STTTT", "--date", "2023-09-11", "--source", "BC 7")
        for agency, verdict in (("SYT", "đạt"), ("SCT", "chưa đạt")):
            assert kehoach("record", "CQS-07", "--agency", agency, verdict, *options, "--as-of", DAY).code == 0
        row = of(data(kehoach, "gaps")["indicators"], "CQS-07")
        assert [row[key] for key in ("current", "verdict", "attaining", "gap_min", "start")] == [50, None, 1, 50, None]
        assert of(table(kehoach, "gaps"), "CQS-07")["current"] == "50"
        assert data(kehoach, "show", "CQS-07")["progress"]["verdict"] is None
        assert "G − c = 100 − 50 = 50 điểm %" in said(kehoach, "show", "CQS-07")
        assert of(data(kehoach, "diff", "--since", "2023-09-01")["indicators"], "CQS-07")["after"]["current"] == 50

    def test_nobody_has_answered_yet(self, kehoach: Kehoach) -> None:
        """Then the table is as without any answers."""
        assert "Đã báo cáo" not in said(kehoach, "gaps", day="2023-06-01")

    def test_status(self, kehoach: Kehoach) -> None:
        page = said(kehoach, "status")
        assert "đã báo cáo đủ 0 trong ít nhất 7 cơ quan, 3 cơ quan báo cáo một phần." in page
        assert "chưa đủ cơ quan báo cáo: CQS-03, CQS-05, CQS-06, KTS-01 (4 chỉ tiêu)." in page
        found = data(kehoach, "status")
        assert found["provisional"] == ["CQS-03", "CQS-05", "CQS-06", "KTS-01"]
        assert found["no_data"] == ["CQS-01", "CQS-02"]
        assert (found["reporting"]["answered"], found["reporting"]["must_answer"]) == (0, 7)
        assert data(kehoach, "status", "--pillar", "KTS")["reporting"]["must_answer"] == 2

    def test_what_each_must_do_says_how_many_have(self, kehoach: Kehoach) -> None:
        assert "hạn (1/3 cơ quan đã hoàn thành)" in said(kehoach, "tasks", "--pillar", "CQS")
        assert "[1/3 cơ quan đã hoàn thành] Mỗi cơ quan" in said(kehoach, "overdue", day="2023-10-01")
        row = of(data(kehoach, "tasks")["tasks"], "NV-01")
        assert [row[key] for key in ("parts", "answered", "must_answer", "parts_done")] == ["each", 2, 3, 1]
        assert "cơ quan đã hoàn thành" not in shown(kehoach, "tasks", day="2023-06-01")


@pytest.mark.usefixtures("answering")
class TestOneRecord:
    @pytest.mark.parametrize("record", ["CQS-03", "CQS-04", "CQS-05", "CQS-06", "KTS-02", "NV-01"])
    def test_the_page(self, kehoach: Kehoach, golden: Golden, record: str) -> None:
        """From «Báo cáo của cơ quan» on: who answered what, and how the whole comes of it."""
        page = shown(kehoach, "show", record)
        golden(f"answers/show-{record}.txt", page[page.index("BÁO CÁO CỦA CƠ QUAN") :])

    def test_the_rule_is_a_fact_of_the_record(self, kehoach: Kehoach) -> None:
        assert "Kết quả chung tổng của các cơ quan" in said(kehoach, "show", "KTS-01")

    def test_a_sum_shows_what_is_added(self, kehoach: Kehoach) -> None:
        page = said(kehoach, "show", "KTS-01")
        assert "Kết quả chung 3 + 4 = 7 lớp" in page
        assert "Lý do mới có 2 trong ít nhất 2 cơ quan báo cáo" in page
        assert "số liệu đầu tiên" not in page  # a provisional value is none

    def test_the_parts_as_data(self, kehoach: Kehoach) -> None:
        found = data(kehoach, "show", "CQS-05")
        parts = {part["agency"]: part for part in found["parts"]}
        assert [entry["agency"] for entry in parts["SKHCN"]["entries"]] == ["SKHCN", "STTTT"]
        keys = ("answered", "earlier_period", "reached")
        assert {agency: tuple(part[key] for key in keys) for agency, part in parts.items()} == {
            "SKHCN": (True, True, False),
            "SYT": (True, False, True),
            "SCT": (False, False, None),
        }
        [held] = data(kehoach, "show", "CQS-06")["held"]
        assert (held["agency"], held["value"]) == ("SNNMT", 70)

    def test_one_lead_has_no_parts(self, kehoach: Kehoach) -> None:
        assert data(kehoach, "show", "CQS-01")["parts"] == []
        assert "cơ quan:" not in shown(kehoach, "show", "CQS-01").lower()


@pytest.mark.usefixtures("answering")
class TestOverTime:
    def test_the_log_says_whose_answer_it_is(self, kehoach: Kehoach, golden: Golden) -> None:
        golden("answers/log-CQS-04.txt", shown(kehoach, "log", "CQS-04"))
        assert "Sở Y tế: đã hoàn thành" in said(kehoach, "log", "NV-02")

    def test_the_log_as_data(self, kehoach: Kehoach) -> None:
        keys = ("kind", "agency", "value", "numerator", "denominator", "counts")
        last = data(kehoach, "log", "CQS-03")["entries"][-1]
        assert [last[key] for key in keys] == ["answer", "SYT", 33.333333, 10, 30, True]

    def test_a_corrected_answer_does_not_count(self, kehoach: Kehoach) -> None:
        options = ("--agency", "SYT", "--date", "2023-09-10", "--source", "BC 6", "--yes")
        shown(kehoach, "correct", "CQS-03", "12/30", *options)
        entries = data(kehoach, "log", "CQS-03")["entries"]
        assert [entry["counts"] for entry in entries] == [True, True, True, False, True]

    def test_between_two_days(self, kehoach: Kehoach, golden: Golden) -> None:
        golden("answers/diff.txt", shown(kehoach, "diff", "--since", "2023-08-14"))

    def test_provisional_values_narrow_no_gap(self, kehoach: Kehoach) -> None:
        moves = data(kehoach, "diff", "--since", "2023-08-14")["indicators"]
        assert of(moves, "CQS-03")["gap_closed"] is None
        assert of(moves, "CQS-04")["gap_closed"] == 26.875

    def test_between_two_revisions(self, kehoach: Kehoach, answering: Path) -> None:
        """The last answer that was wanted makes the whole known."""
        repo = new_repo(answering)
        repo.commit("start")
        options = ("--agency", "SCT", "--date", "2023-09-11", "--source", "BC 7")
        shown(kehoach, "record", "CQS-05", "52", *options)
        shown(kehoach, "update", "NV-01", "--state", "done", *options)
        page = said(kehoach, "diff")
        assert "1/3 cơ quan đạt (tạm tính)" in page
        assert "→ 2/3 cơ quan đạt" in page
        assert "Sở Công Thương báo cáo đã hoàn thành, ngày 11/9/2023 (BC 7); trước đó đang thực hiện" in page
        [move] = data(kehoach, "diff")["indicators"]
        keys = ("answered", "provisional", "attaining", "assessment")
        assert [move["before"][key] for key in keys] == [2, True, 1, "not_assessable"]
        assert [move["after"][key] for key in keys] == [3, False, 2, "not_yet_met"]
        rows = table(kehoach, "diff")
        assert {row["change"] for row in rows if row["id"] == "NV-01"} == {"parts_done", "entry answers"}

    def test_a_rule_that_a_document_changes_is_said(self, kehoach: Kehoach, answering: Path) -> None:
        file = answering / "data" / "indicators.yaml"
        change = "parts: each,\n   changes: [{date: 2023-09-01, by: QĐ 9, set: {parts: mean}}],"
        file.write_text(file.read_text("utf-8").replace("parts: each,", change), encoding="utf-8")
        page = said(kehoach, "diff", "--since", "2023-08-31")
        assert "tính theo từng cơ quan → trung bình cộng" in page


def test_a_later_document_does_not_move_the_window_of_today(kehoach: Kehoach, answering: Path) -> None:
    later = "changes: [{date: 2023-09-13, by: QĐ 9, set: {reporting: {cutoff: 20}}}]\n"
    plan = PLAN.replace("2023-06-26", "2023-02-20")
    (answering / "data" / "plan.yaml").write_text(plan + later, encoding="utf-8")
    assert "hết ngày 14/9/2023" in said(kehoach, "answers")
    assert "hết ngày 20/9/2023" in said(kehoach, "answers", day="2023-09-13")
