"""What people see of a plan that later documents changed, and of agencies that ended."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Kehoach
from tests.support.changed_plan import write_changed_plan

BEFORE, AFTER = "2023-09-14", "2023-10-15"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "300")
    return write_changed_plan(tmp_path)


def said(kehoach: Kehoach, folder: Path, day: str, *command: str) -> list[str]:
    """The lines of what is shown, with single blanks."""
    result = kehoach(*command, "--plan", str(folder), "--as-of", day)
    assert (result.code, result.err) == (0, "")
    return [" ".join(line.split()) for line in result.out.splitlines()]


def data(kehoach: Kehoach, folder: Path, day: str, *command: str) -> Any:
    return json.loads("\n".join(said(kehoach, folder, day, *command, "--format", "json")))


@pytest.mark.parametrize(
    ("record", "lines"),
    [
        (
            "CQS-01",
            [
                "Chủ trì Sở KH&CN (trước là Sở TT&TT)",
                "Phối hợp không có, điều chỉnh từ Sở Y tế",
                "Hiện trạng 22% (ngày 31/5/2023), đính chính từ 20%",
                "Mức tỉnh 80%, điều chỉnh từ 50%",
                "30/9/2023 45% BC 2/STTTT số ước, chỉ dùng trong báo cáo của kỳ hết ngày này",
                "26/6/2023 Giao trong Kế hoạch Quyết định 01/QĐ-UBND",
                "26/6/2023 Đính chính hiện trạng: 20% → 22% 01/QĐ-UBND",
                "1/10/2023 Điều chỉnh cơ quan phối hợp: Sở Y tế → không có; mức tỉnh: 50% → 80% QĐ 250/QĐ-BCĐ",
                "1/10/2023 Sở TT&TT hợp nhất thành Sở KH&CN từ ngày 1/10/2023 NQ 45/NQ-HĐND",
                "Xuất phát b 22% (hiện trạng ngày 31/5/2023, đã đính chính)",
                "Phải đạt G 80% (mức tỉnh, đã điều chỉnh)",
                "Khoảng cách G − c = 80 − 43,8 = 36,2 điểm %",
            ],
        ),
        ("CQS-03", ["15/8/2023 Bổ sung vào Kế hoạch QĐ 250/QĐ-BCĐ"]),
        (
            "NV-CQS-01",
            [
                "Thời hạn Quý IV/2023 (đến hết ngày 31/12/2023), gia hạn từ Quý III/2023",
                "22/9/2023 Gia hạn từ quý III/2023 đến quý IV/2023 CV 4512/UBND-VP Chờ Bộ hướng dẫn",
                "Hạn áp dụng Quý IV/2023 (đã gia hạn), ngày cuối cùng 31/12/2023",
            ],
        ),
        ("NV-CQS-02", ["Chủ trì Ban QL (đã giải thể)"]),
        (
            "NV-CQS-03",
            [
                "Chủ trì UBND cấp xã (trước là UBND cấp huyện)",
                "Thời hạn Quý III/2023 (đến hết ngày 30/9/2023), điều chỉnh từ Quý IV/2023",
                "Hạn áp dụng Quý III/2023 (đã điều chỉnh), ngày cuối cùng 30/9/2023",
            ],
        ),
        ("NV-CQS-04", ["Chủ trì Sở KH&CN (trước là Sở TT&TT, Sở KH&CN cũ)"]),
    ],
)
def test_show_marks_what_is_not_as_decided(kehoach: Kehoach, folder: Path, record: str, lines: list[str]) -> None:
    shown = said(kehoach, folder, AFTER, "show", record)
    assert [line for line in lines if line not in shown] == []


def test_before_the_documents_everything_is_as_decided(kehoach: Kehoach, folder: Path) -> None:
    shown = said(kehoach, folder, "2023-08-01", "show", "NV-CQS-01")
    assert [line for line in shown if "--" not in line] == [
        "NV-CQS-01. Ban hành kế hoạch dữ liệu mở",
        "Tính đến ngày 1/8/2023: đang thực hiện trong hạn.",
        "",
        "KẾ HOẠCH",
        "Mục Nội dung",
        "Nhóm Chính quyền số",
        "Chủ trì Sở TT&TT",
        "Thời hạn Quý III/2023 (đến hết ngày 30/9/2023)",
        "",
        "CÁCH XÁC ĐỊNH",
        "Mục Nội dung",
        "Hạn áp dụng Quý III/2023, ngày cuối cùng 30/9/2023",
        "Báo cáo gần nhất chưa có",
        "Kết luận Đang thực hiện trong hạn",
    ]


def target(value: int) -> dict[str, Any]:
    """A bare figure, as JSON says it."""
    said = {"strict": False, "maintain": False, "relative": False, "text": None, "remark": None}
    return {"min": value, "max": value, "bound": None, **said, "kind": "value"}


def test_the_data_of_a_record_say_what_was_decided_and_what_is_in_force(kehoach: Kehoach, folder: Path) -> None:
    shown = data(kehoach, folder, AFTER, "show", "CQS-01")
    assert (shown["schema"], shown["record"]["targets"]["provincial"]) == (2, target(50))
    assert shown["in_force"] == {"baseline.value": 22, "support": [], "targets.provincial": target(80)}
    assert shown["record"]["changes"][1]["set"] == {"targets": {"provincial": target(80)}, "support": []}
    assert (shown["record"]["lead"], shown["progress"]["lead_now"]) == (["STTTT"], ["SKHCN"])


def test_a_record_that_was_taken_out_is_not_assessed(kehoach: Kehoach, folder: Path) -> None:
    conclusion = "Đưa ra khỏi Kế hoạch từ ngày 10/10/2023 theo QĐ 3/QĐ-BCĐ."
    for command in ("show", "log"):
        assert said(kehoach, folder, AFTER, command, "CQS-02")[1] == conclusion
    assert "CÁCH ĐÁNH GIÁ" not in said(kehoach, folder, AFTER, "show", "CQS-02")
    shown = data(kehoach, folder, AFTER, "show", "CQS-02")
    assert (shown["progress"], shown["record"]["removed"]["by"]) == (None, "QĐ 3/QĐ-BCĐ")
    assert said(kehoach, folder, AFTER, "show", "CQS-02", "--format", "csv")[1].strip(",") == "CQS-02"
    assert said(kehoach, folder, "2023-10-09", "show", "CQS-02")[1] == "Tính đến ngày 9/10/2023: chưa đủ số liệu."


def test_the_log_of_the_plan_has_every_document(kehoach: Kehoach, folder: Path) -> None:
    entries = data(kehoach, folder, AFTER, "log")["entries"]
    assert [(entry["date"], entry["id"], entry["kind"], entry["source"]) for entry in entries] == [
        ("2023-10-10", "CQS-02", "removal", "QĐ 3/QĐ-BCĐ"),
        ("2023-10-01", "CQS-01", "amendment", "QĐ 250/QĐ-BCĐ"),
        ("2023-10-01", "STTTT", "succession", "NQ 45/NQ-HĐND"),
        ("2023-10-01", "SKC", "succession", "NQ 45/NQ-HĐND"),
        ("2023-10-01", "HUYEN", "succession", "NQ 60/NQ-HĐND"),
        ("2023-09-30", "CQS-01", "measurement", "BC 2/STTTT"),
        ("2023-09-30", "CQS-01", "measurement", "BC 3/SKHCN"),
        ("2023-09-22", "NV-CQS-01", "extension", "CV 4512/UBND-VP"),
        ("2023-09-22", "NV-CQS-03", "amendment", "CV 4513/UBND-VP"),
        ("2023-09-16", "BQL", "succession", "QĐ 9/QĐ-UBND"),
        ("2023-09-01", None, "amendment", "QĐ 240/QĐ-BCĐ"),
        ("2023-08-31", "CQS-01", "measurement", "BC 1/STTTT"),
        ("2023-08-15", "CQS-03", "addition", "QĐ 250/QĐ-BCĐ"),
        ("2023-07-15", "NV-CQS-06", "removal", "QĐ 230/QĐ-BCĐ"),
        ("2023-06-26", "CQS-01", "corrigendum", "01/QĐ-UBND"),
    ]
    assert [entry["estimate"] for entry in entries if entry["kind"] == "measurement"] == [True, False, False]
    [merger, *_] = [entry for entry in entries if entry["kind"] == "succession"]
    assert (merger["set"], merger["to"]) == (None, ["SKHCN"])


def test_the_log_of_some_records_has_neither_plan_yaml_nor_other_agencies(kehoach: Kehoach, folder: Path) -> None:
    entries = data(kehoach, folder, AFTER, "log", "--agency", "SYT")["entries"]
    assert [(entry["id"], entry["kind"]) for entry in entries] == [("CQS-02", "removal"), ("NV-CQS-06", "removal")]


def test_diff_names_the_document_of_everything(kehoach: Kehoach, folder: Path) -> None:
    shown = said(kehoach, folder, AFTER, "diff", "--since", "2023-06-30")
    for line in (
        "CQS-01 Tỷ lệ hồ sơ trực tuyến 22 → 43,8 50 → 80 28 → 36,2 21,8 Chưa đủ số liệu → Rất chậm (do điều chỉnh)",
        "CQS-02 Tỷ lệ đã bỏ Đưa ra khỏi Kế hoạch từ ngày 10/10/2023 theo QĐ 3/QĐ-BCĐ",
        "CQS-03 Tỷ lệ bổ sung Bổ sung vào Kế hoạch từ ngày 15/8/2023 theo QĐ 250/QĐ-BCĐ, mức tỉnh 20%, "
        "chủ trì Các sở, ban, ngành, thời hạn Năm 2023",
        "Kế hoạch Điều chỉnh ngày chốt số liệu: ngày 14 → ngày 20 theo QĐ 240/QĐ-BCĐ, từ ngày 1/9/2023",
        "NV-CQS-01 Ban hành kế hoạch dữ liệu mở Gia hạn từ quý III/2023 đến quý IV/2023 theo CV 4512/UBND-VP, "
        "từ ngày 22/9/2023",
        "STTTT Sở Thông tin và Truyền thông Sở TT&TT hợp nhất thành Sở KH&CN từ ngày 1/10/2023 theo NQ 45/NQ-HĐND",
        "BQL Ban Quản lý cũ Ban QL giải thể từ ngày 16/9/2023 theo QĐ 9/QĐ-UBND",
        "CQS-01 Tỷ lệ hồ sơ trực tuyến Ước 45% ngày 30/9/2023 (BC 2/STTTT)",
    ):
        assert line in shown
    assert sum("hợp nhất thành" in line for line in shown) == 2  # one a body, none a record
    assert not [line for line in shown if "không còn" in line or "không dẫn văn bản" in line]


def test_the_data_of_diff_name_the_documents_too(kehoach: Kehoach, folder: Path) -> None:
    shown = data(kehoach, folder, AFTER, "diff", "--since", "2023-06-30")
    assert shown["schema"] == 2
    assert [(row["id"], row["date"], row["by"]) for row in shown["removed"]] == [
        ("CQS-02", "2023-10-10", "QĐ 3/QĐ-BCĐ"),
        ("NV-CQS-06", "2023-07-15", "QĐ 230/QĐ-BCĐ"),
    ]
    assert [(row["id"], row["by"]) for row in shown["added"]] == [
        ("SKHCN", None),
        ("XA", None),
        ("CQS-03", "QĐ 250/QĐ-BCĐ"),
    ]
    assert [row["changed_by"] for row in shown["indicators"]] == [["QĐ 250/QĐ-BCĐ"]]
    [cutoff] = [row for row in shown["entries"] if row["kind"] == "plan"]
    assert (cutoff["history"], cutoff["after"]["set"]) == ("changes", {"reporting": {"cutoff": 20}})


def test_a_merger_adds_no_records_to_what_an_agency_has(kehoach: Kehoach, folder: Path) -> None:
    shown = data(kehoach, folder, AFTER, "diff", "--since", BEFORE, "--agency", "SKHCN")
    assert [row["id"] for row in shown["added"] if row["kind"] != "agency"] == []
    assert {row["id"] for row in (*shown["indicators"], *shown["tasks"])} == {"CQS-01", "NV-CQS-01", "NV-CQS-04"}


@pytest.mark.parametrize(
    ("agency", "day", "found", "note"),
    [
        ("STTTT", AFTER, ["NV-CQS-01", "NV-CQS-04"], "việc Sở KH&CN (trước là Sở TT&TT) chủ trì"),
        ("Sở 4T", BEFORE, ["NV-CQS-01", "NV-CQS-04"], "việc Sở TT&TT chủ trì"),
        ("Sở Khoa học", AFTER, ["NV-CQS-01", "NV-CQS-04"], "việc Sở KH&CN chủ trì"),
        ("SKHCN", BEFORE, [], "việc Sở KH&CN chủ trì"),
        ("SKC", BEFORE, ["NV-CQS-04"], "việc Sở KH&CN cũ chủ trì"),
        ("BQL", AFTER, ["NV-CQS-02"], "việc Ban QL (đã giải thể) chủ trì"),
        ("XA", AFTER, ["NV-CQS-03"], "việc UBND cấp xã chủ trì"),
    ],
)
def test_either_name_finds_the_work(
    kehoach: Kehoach, folder: Path, agency: str, day: str, found: list[str], note: str
) -> None:
    listed = data(kehoach, folder, day, "tasks", "--agency", agency)["tasks"]
    assert [row["id"] for row in listed] == found
    assert said(kehoach, folder, day, "tasks", "--agency", agency)[1].startswith(f"Chỉ gồm: {note}")


def test_tallies_count_under_the_agency_that_acts(kehoach: Kehoach, folder: Path) -> None:
    def tally(day: str) -> dict[str, tuple[int, int]]:
        rows = data(kehoach, folder, day, "status")["agencies"]
        return {row["name"]: (row["indicators"]["total"], row["tasks"]["total"]) for row in rows}

    assert tally(BEFORE) == {
        "Sở TT&TT": (1, 2),
        "Sở Y tế": (1, 0),
        "Ban QL": (0, 1),
        "UBND cấp huyện": (0, 1),
        "Sở KH&CN cũ": (0, 1),
        "Chưa giao cơ quan chủ trì": (0, 1),
        "Các sở, ban, ngành": (1, 0),
    }
    assert tally(AFTER) == {
        "Chưa giao cơ quan chủ trì, hoặc cơ quan đã giải thể": (0, 2),
        "Sở KH&CN": (1, 2),
        "UBND cấp xã": (0, 1),
        "Các sở, ban, ngành": (1, 0),
    }
    by_agency = said(kehoach, folder, AFTER, "overdue", "--by", "agency")
    assert "CHƯA GIAO CƠ QUAN CHỦ TRÌ, HOẶC CƠ QUAN ĐÃ GIẢI THỂ (2)" in by_agency
    assert "SỞ KH&CN (1)" in by_agency
    listed = data(kehoach, folder, AFTER, "overdue")["quarters"][0]["tasks"]
    assert {row["id"]: (row["lead"], row["lead_now"]) for row in listed} == {
        "NV-CQS-02": (["BQL"], []),
        "NV-CQS-03": (["HUYEN"], ["XA"]),
        "NV-CQS-04": (["STTTT", "SKC"], ["SKHCN"]),
        "NV-CQS-05": ([], []),
    }


def test_letters_go_to_those_who_act(kehoach: Kehoach, folder: Path, tmp_path: Path) -> None:
    shown = said(kehoach, folder, AFTER, "remind", "-o", str(tmp_path / "cong-van"))
    assert "Có 2 việc không có nơi để gửi: chưa giao cơ quan chủ trì, hoặc cơ quan đã giải thể." in shown
    assert "Sở KH&CN 1 0 2 cong-van-don-doc-SKHCN.docx" in shown
    alone = data(kehoach, folder, AFTER, "remind", "-o", str(tmp_path / "mot"), "--agency", "STTTT")
    assert [letter["agency"] for letter in alone["letters"]] == ["SKHCN"]


def test_a_group_asks_its_members_of_the_day(kehoach: Kehoach, folder: Path, tmp_path: Path) -> None:
    def asked(day: str) -> set[str]:
        letters = data(kehoach, folder, day, "remind", "-o", str(tmp_path / day))["letters"]
        return {letter["agency"] for letter in letters if "CQS-03" in letter["silent"]}

    assert asked("2023-08-31") == {"STTTT", "SKC", "SYT"}
    assert asked("2023-09-01") == {"STTTT", "SKC"}
    assert asked("2023-10-01") == {"SKHCN"}
