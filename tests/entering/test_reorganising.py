"""Agencies that documents rename, merge, split and dissolve: the lines in agencies.yaml, and who goes on with what."""

from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.plans import AGENCIES, INDICATORS, TASKS, write_plan
from tests.support.repositories import plan_repo

BY = ("--by", "NQ 45/NQ-HĐND", "--date", "1/3/2024")
NEW = ("--into", "SKHCN", "--name", "Sở Khoa học và Công nghệ", "--short-name", "Sở KH&CN")
GROUP = "- id: SBN\n  name: Các sở, ban, ngành\n  short_name: Các sở\n  group: true\n  members: [STTTT, SYT]\n"


@pytest.fixture
def plan(small_plan: Path) -> Path:
    supported = (
        INDICATORS.replace("CQS-01", "CQS-02").replace("hồ sơ", "văn bản").replace("lead: [STTTT]", "lead: [SYT]")
    )
    return write_plan(
        small_plan,
        agencies=AGENCIES + GROUP,
        indicators=f"{INDICATORS}{supported}  support: [STTTT]\n",
        tasks=f"{TASKS}{TASKS.replace('01', '02').replace('Ban hành', 'Sửa')}",
    )


def agencies(plan: Path) -> str:
    return (plan / "data" / "agencies.yaml").read_text(encoding="utf-8")


def said(out: str) -> str:
    return " ".join(out.split())


def test_a_new_body_takes_over(kehoach: Kehoach, plan: Path) -> None:
    """One edit of one file: records keep the agency that the decision named."""
    records = [(plan / "data" / name).read_bytes() for name in ("indicators.yaml", "tasks.yaml")]
    result = kehoach("reorganise", "Sở TT&TT", *NEW, *BY)
    assert (result.code, result.err) == (0, "")
    assert (
        agencies(plan)
        == (AGENCIES + GROUP).replace(
            "  short_name: Sở TT&TT\n",
            "  short_name: Sở TT&TT\n  until: 2024-02-29\n"
            "  successors: {kind: merged, date: 2024-03-01, by: NQ 45/NQ-HĐND, to: [SKHCN]}\n",
        )
        + "- id: SKHCN\n  name: Sở Khoa học và Công nghệ\n  short_name: Sở KH&CN\n  from: 2024-03-01\n"
    )
    assert [(plan / "data" / name).read_bytes() for name in ("indicators.yaml", "tasks.yaml")] == records
    assert (
        "STTTT: Sở Thông tin và Truyền thông "
        "Mới ghi: hợp nhất thành Sở KH&CN từ ngày 1/3/2024 theo NQ 45/NQ-HĐND. "
        "Chủ trì 2 nhiệm vụ và 1 chỉ tiêu: từ ngày 1/3/2024 do Sở KH&CN tiếp tục. "
        "Phối hợp 1 chỉ tiêu: từ ngày 1/3/2024 do Sở KH&CN tiếp tục. "
        "Thuộc nhóm Các sở: từ ngày 1/3/2024 Sở KH&CN thay chỗ. "
        "Đã ghi data/agencies.yaml."
    ) in said(result.out)
    assert "Sở KH&CN" not in kehoach("show", "CQS-01", "--as-of", "29/2/2024").out
    assert "Sở KH&CN (trước là Sở TT&TT)" in kehoach("show", "CQS-01", "--as-of", "1/3/2024").out


@pytest.mark.parametrize(
    ("ended", "options", "succession"),
    [
        (("STTTT",), ("--into", "SYT"), "kind: merged, date: 2024-03-01, by: NQ 45/NQ-HĐND, to: [SYT]"),
        (("STTTT",), (*NEW, "--kind", "Đổi tên"), "kind: renamed, date: 2024-03-01, by: NQ 45/NQ-HĐND, to: [SKHCN]"),
        (
            ("STTTT",),
            ("--into", "SYT, SKHCN", *NEW[2:], "--take", "cqs-01=SKHCN", "--take", "NV-CQS-01=so y te"),
            "kind: split, date: 2024-03-01, by: NQ 45/NQ-HĐND, to: [SYT, SKHCN], "
            "takes: {CQS-01: SKHCN, NV-CQS-01: SYT}",
        ),
        (
            ("STTTT", "--kind", "dissolved"),
            ("--yes", "--note", "giải thể"),
            "kind: dissolved, date: 2024-03-01, by: NQ 45/NQ-HĐND, note: giải thể",
        ),
    ],
)
def test_the_kinds(
    kehoach: Kehoach, plan: Path, ended: tuple[str, ...], options: tuple[str, ...], succession: str
) -> None:
    assert kehoach("reorganise", *ended, *options, *BY).code == 0
    assert f"  until: 2024-02-29\n  successors: {{{succession}}}\n" in agencies(plan)
    assert kehoach("validate", "--fail-on", "error").code == 0


def test_two_become_one(kehoach: Kehoach, plan: Path) -> None:
    result = kehoach("reorganise", "STTTT", "Sở Y tế", "STTTT", *NEW, *BY)
    assert result.code == 0
    assert agencies(plan).count("to: [SKHCN]") == 2
    assert agencies(plan).count("- id: SKHCN\n") == 1
    assert "SYT: Sở Y tế Mới ghi: hợp nhất" in said(result.out)


def test_a_split_says_who_takes_what(kehoach: Kehoach, plan: Path) -> None:
    assert plan.is_dir()
    out = said(kehoach("reorganise", "STTTT", "--into", "SYT,SKHCN", *NEW[2:], "--take", "CQS-01=SKHCN", *BY).out)
    assert "Chủ trì 1 chỉ tiêu: từ ngày 1/3/2024 do Sở KH&CN tiếp tục." in out
    assert "Chủ trì 2 nhiệm vụ: từ ngày 1/3/2024 do Sở Y tế, Sở KH&CN tiếp tục." in out


def test_records_that_nobody_would_lead_are_asked_about(kehoach: Kehoach, plan: Path) -> None:
    before = agencies(plan)
    asked = kehoach("reorganise", "STTTT", "--kind", "dissolved", *BY)
    assert (asked.code, agencies(plan)) == (1, before)
    assert (
        "STTTT: từ ngày 1/3/2024 không còn cơ quan nào chủ trì CQS-01, NV-CQS-01, NV-CQS-02; giao cho cơ quan khác thì "
        "dùng «kehoach amend»"
    ) in said(asked.err)
    for record in ("CQS-01", "NV-CQS-01", "NV-CQS-02"):
        assert kehoach("amend", record, "--lead", "SYT", *BY).code == 0
    result = kehoach("reorganise", "STTTT", "--kind", "dissolved", *BY)
    assert (result.code, result.err) == (0, "")
    assert "Phối hợp 1 chỉ tiêu: từ ngày 1/3/2024 không còn cơ quan nào tiếp tục." in said(result.out)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("STTTT",), "Thiếu --into: ghi cơ quan tiếp nhận; không có cơ quan nào thì thêm --kind dissolved"),
        (("STTT", "--into", "SYT"), "CƠ QUAN: kế hoạch không có cơ quan nào tên là «STTT»; có phải là: STTTT"),
        (("STTTT", "--into", "SYTE"), "có phải là: SYT (Sở Y tế)? Cơ quan mới thì ghi mã ở --into và thêm --name"),
        (("STTTT", "--into", "SYT,STTTT"), "STTTT: Việc của STTTT chuyển cho chính nó"),
        (("STTTT", "--into", "SYT", "--kind", "dissolved"), "STTTT giải thể mà vẫn có cơ quan tiếp nhận"),
        (("STTTT", "--into", "SYT,SBN", "--kind", "merged"), "thì chỉ thành một cơ quan, mà to có 2 cơ quan"),
        (("STTTT", "--into", "SYT", *NEW[2:]), "cơ quan ở --into đã có trong agencies.yaml; bỏ --name, --short-name"),
        (("STTTT", "--into", "AA,BB", *NEW[2:]), "2 cơ quan chưa có trong agencies.yaml (AA, BB)"),
        (("STTTT", *NEW[:4]), "Thiếu --short-name"),
        (("STTTT", "--into", "Sở mới", *NEW[2:]), "Giá trị của id không đúng dạng mã"),
        (
            ("STTTT", "--into", "SYT", "--take", "CQS-01=SYT"),
            "STTTT chỉ có một cơ quan tiếp nhận nên không có gì để chia",
        ),
        (
            ("STTTT", "--into", "SYT,SBN", "--take", "CQS-01"),
            "không hiểu «CQS-01»; viết MÃ=CƠ-QUAN, ví dụ CQS-01=STTTT",
        ),
        (
            ("STTTT", "--into", "SYT,SBN", "--take", "CQS-01=STTTT"),
            "STTTT nhận CQS-01 mà không nằm trong to của STTTT. Chọn một trong: SYT, SBN",
        ),
        (
            ("STTTT", "--into", "SYT,SBN", "--take", "CQS-01=SYT", "--take", "CQS-01=SBN"),
            "CQS-01 được ghi hai lần; giữ lại một",
        ),
        (("SYT", "--into", "STTTT,SBN", "--take", "CQS-01=SBN"), "SYT không có phần nào trong CQS-01 để chia cho SBN"),
    ],
)
def test_what_says_nothing_is_refused(kehoach: Kehoach, plan: Path, arguments: tuple[str, ...], sentence: str) -> None:
    before = agencies(plan)
    result = kehoach("reorganise", *arguments, *BY, "--yes")
    assert (result.code, result.out, sentence in result.err) == (2, "", True), result.err
    assert agencies(plan) == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("STTTT", "--into", "SBN", *BY), "STTTT (Sở TT&TT) đã có ngày kết thúc: hoạt động đến hết ngày 30/4/2024"),
        (
            ("SMOI", "--into", "STTTT", "--by", "x", "--date", "1/6/2024"),
            "STTTT kết thúc ngày 30/4/2024, trước ngày tiếp nhận 1/6/2024",
        ),
        (("SYT", "--into", "STTTT", *BY), "Việc của SYT chuyển cho STTTT, mà việc của STTTT"),
        (("SMOI", "--into", "SBN", *BY), "Ngày đầu của SMOI 1/4/2024 sau ngày cuối 29/2/2024"),
        (("SBN", "--into", "SMOI", *BY), "SMOI hoạt động từ ngày 1/4/2024, sau ngày tiếp nhận 1/3/2024"),
    ],
)
def test_agencies_that_are_not_there_on_the_day(
    kehoach: Kehoach, plan: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    new = "- {id: SMOI, name: Sở Mới, short_name: Sở Mới, from: 2024-04-01}\n"
    write_plan(plan, agencies=AGENCIES + GROUP + new, indicators=INDICATORS, tasks=TASKS)
    assert kehoach("reorganise", "STTTT", "--into", "SYT", "--by", "NQ 9", "--date", "1/5/2024").code == 0
    result = kehoach("reorganise", *arguments)
    assert (result.code, sentence in result.err) == (2, True), result.err


@pytest.mark.parametrize("option", ["--lead", "--support"])
def test_a_document_gives_work_to_agencies_of_its_day(kehoach: Kehoach, plan: Path, option: str) -> None:
    assert plan.is_dir()
    assert kehoach("reorganise", "SYT", *NEW, *BY).code == 0
    early = kehoach("amend", "NV-CQS-01", option, "SKHCN", "--by", "x", "--date", "29/2/2024")
    assert "SKHCN hoạt động từ ngày 1/3/2024, sau ngày được giao việc 29/2/2024" in said(early.err)
    late = kehoach("amend", "NV-CQS-01", option, "SYT", *BY)
    assert "SYT kết thúc ngày 29/2/2024, trước ngày được giao việc 1/3/2024" in said(late.err)
    assert kehoach("amend", "NV-CQS-01", option, "SKHCN", *BY).code == 0


def test_the_commit_says_what_was_done(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = plan_repo(tmp_path / "kho")
    monkeypatch.chdir(repo.folder)
    assert kehoach("reorganise", "STTTT", *NEW, *BY, "--commit").code == 0
    assert repo.git("log", "-1", "--format=%B") == (
        "STTTT: hợp nhất thành Sở KH&CN từ ngày 1/3/2024 theo NQ 45/NQ-HĐND\n"
    )
    assert kehoach("amend", "CQS-01", "--target", "70", *BY, "--commit").code == 0
    assert repo.git("log", "-1", "--format=%B") == (
        "CQS-01: điều chỉnh mức tỉnh: 60% → 70% theo NQ 45/NQ-HĐND ngày 1/3/2024\n"
    )
