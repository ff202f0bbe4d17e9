"""What later documents change: the lines that come into the file, and what is said of the record."""

import unicodedata
from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support.plans import AGENCIES, INDICATORS, TASKS, write_plan

BY = ("--by", "QĐ 250/QĐ-BCĐ", "--date", "1/10/2023")
CHANGES = "  changes:\n    - date: 2023-10-01\n      by: QĐ 250/QĐ-BCĐ\n      set: "


def added(plan: Path, file: str = "indicators") -> str:
    """What stands below the deadline that the decision gave."""
    text = (plan / "data" / f"{file}.yaml").read_text(encoding="utf-8")
    return text.partition("due: Năm 2023\n" if file == "indicators" else "due: Quý III/2023\n")[2]


def said(out: str) -> str:
    """The sentences about the record, each in one line."""
    return " ".join(out.split())


def test_a_deadline_that_begins_with_until_is_not_named_twice(kehoach: Kehoach, small_plan: Path) -> None:
    assert small_plan.is_dir()
    out = kehoach("extend", "NV-CQS-01", "--due", "Đến năm 2023", *BY, "--as-of", "2/10/2023").out
    assert "gia hạn từ quý III/2023 đến năm 2023 theo" in said(out)


def test_an_extension(kehoach: Kehoach, small_plan: Path) -> None:
    out = kehoach("extend", "NV-CQS-01", "--due", "Quý IV/2023", *BY, "--as-of", "2/10/2023").out
    assert added(small_plan, "tasks") == f"{CHANGES}{{due: Quý IV/2023}}\n"
    assert (
        "Mới ghi: gia hạn từ quý III/2023 đến quý IV/2023 theo QĐ 250/QĐ-BCĐ ngày 1/10/2023. "
        "Thời hạn: quý IV/2023 (đến hết ngày 31/12/2023). Tính đến ngày 2/10/2023: đang thực hiện trong hạn."
    ) in said(out)


def test_an_extension_of_an_indicator(kehoach: Kehoach, small_plan: Path) -> None:
    assert kehoach("extend", "CQS-01", "--due", "Quý I/2024", *BY).code == 0
    assert added(small_plan) == f"{CHANGES}{{due: Quý I/2024}}\n"
    assert kehoach("validate", "--fail-on", "error").code == 0


def test_an_extension_is_compared_with_the_deadline_of_its_day(kehoach: Kehoach, small_plan: Path) -> None:
    """One that is entered late may end before a later one that stands already."""
    assert small_plan.is_dir()
    assert kehoach("extend", "NV-CQS-01", "--due", "Năm 2024", *BY).code == 0
    before = ("--by", "CV 1", "--date", "1/9/2023")
    assert kehoach("extend", "NV-CQS-01", "--due", "Quý IV/2023", *before).code == 0
    assert kehoach("extend", "NV-CQS-01", "--due", "Quý III/2023", *before, "--note", "lần nữa").code == 2


@pytest.mark.parametrize(
    ("options", "written", "sentence"),
    [
        (("--target", "70%"), "{targets: {provincial: 70}}", "mức tỉnh: 60% → 70%"),
        (("--target", "65 – 70"), "{targets: {provincial: {min: 65, max: 70}}}", "mức tỉnh: 60% → 65% – 70%"),
        (("--national", "-"), "{targets: {national: null}}", "mức UBQG: 40% → không có"),
        (("--national", "không"), "{targets: {national: null}}", "mức UBQG: 40% → không có"),
        (("--lead", "so y te"), "{lead: [SYT]}", "cơ quan chủ trì: Sở TT&TT → Sở Y tế"),
        (
            ("--lead", unicodedata.normalize("NFD", "Sở Y tế; Sở Thông tin và Truyền thông")),
            "{lead: [SYT, STTTT]}",
            "cơ quan chủ trì: Sở TT&TT → Sở Y tế, Sở TT&TT",
        ),
        (("--support", "SYT"), "{support: [SYT]}", "cơ quan phối hợp: không có → Sở Y tế"),
        (("--name", "Tỷ lệ  mới"), "{name: Tỷ lệ mới}", "tên: «Tỷ lệ hồ sơ trực tuyến» → «Tỷ lệ mới»"),
        (("--due", "Tháng 11/2023"), "{due: Tháng 11/2023}", "thời hạn: Năm 2023 → Tháng 11/2023"),
    ],
)
def test_a_new_value(kehoach: Kehoach, small_plan: Path, options: tuple[str, ...], written: str, sentence: str) -> None:
    result = kehoach("amend", "CQS-01", *options, *BY)
    assert (result.code, result.err) == (0, "")
    assert added(small_plan) == f"{CHANGES}{written}\n"
    assert f"Mới ghi: điều chỉnh {sentence} theo QĐ 250/QĐ-BCĐ ngày 1/10/2023." in said(result.out)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Các sở, ban, ngành", "[SBN]"),
        ("các sở, ban, ngành; SYT", "[SBN, SYT]"),
        ("SBN, SYT, Sở Y tế", "[SBN, SYT]"),
        ("-", "[]"),
    ],
)
def test_names_in_a_list(kehoach: Kehoach, small_plan: Path, typed: str, written: str) -> None:
    """A name may hold commas: alone, or where semicolons stand between the names."""
    group = "- {id: SBN, name: 'Các sở, ban, ngành', short_name: Các sở, group: true}\n"
    write_plan(small_plan, agencies=AGENCIES + group)
    assert kehoach("amend", "CQS-01", "--support", typed, *BY, "--yes").code == 0
    assert added(small_plan) == f"{CHANGES}{{support: {written}}}\n"


@pytest.mark.parametrize("options", [("--target", "60,0%"), ("--lead", "Sở TT&TT"), ("--support", "-")])
def test_what_is_in_force_already_is_asked_about(kehoach: Kehoach, small_plan: Path, options: tuple[str, ...]) -> None:
    result = kehoach("amend", "CQS-01", *options, *BY)
    assert (result.code, added(small_plan)) == (1, "")
    assert "CQS-01: Lần điều chỉnh ngày 1/10/2023 không đổi gì" in said(result.err)


def test_several_values_and_a_day_that_is_still_to_come(kehoach: Kehoach, small_plan: Path) -> None:
    assert small_plan.is_dir()
    out = kehoach("amend", "CQS-01", "--target", "70", "--lead", "SYT", *BY, "--as-of", "1/9/2023").out
    assert (
        "Mới ghi: điều chỉnh cơ quan chủ trì: Sở TT&TT → Sở Y tế; mức tỉnh: 60% → 70% theo QĐ 250/QĐ-BCĐ ngày "
        "1/10/2023. Có hiệu lực từ ngày 1/10/2023; trước ngày đó vẫn tính như cũ."
    ) in said(out)
    assert "Sở TT&TT" in kehoach("show", "CQS-01", "--as-of", "30/9/2023").out
    assert "Sở TT&TT" not in kehoach("gaps", "--as-of", "1/10/2023", "--format", "csv").out


def test_the_unit_in_force_is_the_unit_of_a_new_target(kehoach: Kehoach, small_plan: Path) -> None:
    change = "  changes:\n    - {date: 2023-09-01, by: QĐ 9, set: {unit: hồ sơ, targets: {national: null}}}\n"
    write_plan(small_plan, indicators=INDICATORS + change)
    assert "ghi số theo đơn vị hồ sơ" in kehoach("amend", "CQS-01", "--target", "70%", *BY).err
    assert "mức tỉnh: 60 hồ sơ → 70 hồ sơ" in said(kehoach("amend", "CQS-01", "--target", "70 hồ sơ", *BY).out)


def test_a_corrigendum_counts_from_the_day_of_the_decision(kehoach: Kehoach, small_plan: Path) -> None:
    result = kehoach("amend", "CQS-01", "--target", "62", "--corrigendum", "--by", "01/QĐ-UBND", "--note", "nhập sai")
    assert result.code == 0
    assert added(small_plan) == (
        "  changes:\n    - date: 2023-06-26\n      by: 01/QĐ-UBND\n      set: {targets: {provincial: 62}}\n"
        "      note: nhập sai\n      corrigendum: true\n"
    )
    assert "Mới ghi: đính chính mức tỉnh: 60% → 62% theo 01/QĐ-UBND ngày 26/6/2023." in said(result.out)


def test_a_corrigendum_of_a_record_that_was_added(kehoach: Kehoach, small_plan: Path) -> None:
    write_plan(small_plan, tasks=f"{TASKS}  added: {{date: 2023-08-15, by: QĐ 2}}\n")
    assert kehoach("amend", "NV-CQS-01", "--name", "Tên", "--corrigendum", "--by", "QĐ 2").code == 0
    assert "    - date: 2023-08-15\n" in added(small_plan, "tasks")


def test_a_record_leaves_the_plan(kehoach: Kehoach, small_plan: Path) -> None:
    """From that day on it is in no list; before it everything is as it was."""
    before = kehoach("tasks", "--as-of", "30/9/2023").out
    result = kehoach("amend", "NV-CQS-01", "--remove", *BY, "--note", "nhập vào NV-CQS-02", "--as-of", "1/10/2023")
    assert (result.code, result.err) == (0, "")
    removed = "{date: 2023-10-01, by: QĐ 250/QĐ-BCĐ, note: nhập vào NV-CQS-02}"
    assert added(small_plan, "tasks") == f"  removed: {removed}\n"
    assert "Mới ghi: đưa ra khỏi Kế hoạch từ ngày 1/10/2023 theo QĐ 250/QĐ-BCĐ." in said(result.out)
    assert "Tính đến ngày 1/10/2023: không có trong Kế hoạch." in said(result.out)
    assert kehoach("tasks", "--as-of", "30/9/2023").out == before
    assert "NV-CQS-01" not in kehoach("tasks", "--as-of", "1/10/2023").out


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{TASKS}  changes: [] # chưa có\n# hết\n", f"{TASKS}  changes: # chưa có\n    {{0}}\n# hết\n"),
        (f"{TASKS}\n# hết\n", f"{TASKS}  changes:\n    {{0}}\n\n# hết\n"),
        (TASKS.replace("\n", "\r\n"), f"{TASKS}  changes:\n    {{0}}\n".replace("\n", "\r\n")),
        (
            "- {id: NV-CQS-01, name: a, pillar: CQS, lead: [STTTT], due: Quý III/2023} # một\n",
            "- {id: NV-CQS-01, name: a, pillar: CQS, lead: [STTTT], due: Quý III/2023, "
            "changes: [{date: 2023-10-01, by: QĐ 250/QĐ-BCĐ, set: {due: Quý IV/2023}}]} # một\n",
        ),
        (
            f"{TASKS}  changes:\n    - {{date: 2023-09-01, by: 'CV 1', set: {{name: 'b'}}}} # một\n",
            f"{TASKS}  changes:\n    - {{date: 2023-09-01, by: 'CV 1', set: {{name: 'b'}}}} # một\n"
            "    - {date: 2023-10-01, by: 'QĐ 250/QĐ-BCĐ', set: {due: Quý IV/2023}}\n",
        ),
    ],
)
def test_a_change_is_written_as_the_file_is(kehoach: Kehoach, small_plan: Path, before: str, after: str) -> None:
    path = small_plan / "data" / "tasks.yaml"
    path.write_bytes(before.encode())
    assert kehoach("extend", "NV-CQS-01", "--due", "Quý IV/2023", *BY).code == 0
    ending = "\r\n" if "\r\n" in after else "\n"
    lines = ("- date: 2023-10-01", "      by: QĐ 250/QĐ-BCĐ", "      set: {due: Quý IV/2023}")
    assert path.read_bytes().decode() == after.replace("{0}", ending.join(lines))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("extend", "NV-CQS-01", "--due", "Quý II/2023"), "quý II/2023 không muộn hơn thời hạn đang có"),
        (("extend", "NV-CQS-01", "--due", "3/2023"), "«kehoach amend NV-CQS-01 --due"),
        (("extend", "NV-CQS-01", "--due", "Hàng quý"), "«Hàng quý» không có ngày cuối"),
        (("extend", "NV-CQS-01", "--due", "2023-Q3"), "quý III/2023 không muộn hơn thời hạn đang có"),
        (("amend", "CQS-01"), "Chưa nói CQS-01 được đổi gì"),
        (("amend", "CQS-01", "--lead", "SYTE"), "--lead: kế hoạch không có cơ quan nào tên là «SYTE»; có phải là: SYT"),
        (("amend", "CQS-01", "--target", "70-65"), "«70-65» có số đầu lớn hơn số cuối"),
        (("amend", "NV-CQS-01", "--target", "70"), "NV-CQS-01 là nhiệm vụ, không có mức phấn đấu; bỏ --target"),
        (
            ("amend", "CQS-01", "--remove", "--due", "2024", "--corrigendum"),
            "không đổi gì khác; bỏ --due, --corrigendum",
        ),
    ],
)
def test_what_says_nothing_is_refused(
    kehoach: Kehoach, small_plan: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    result = kehoach(*arguments, *BY, "--yes")
    assert (result.code, result.out, sentence in result.err) == (2, "", True), result.err
    assert added(small_plan) + added(small_plan, "tasks") == ""


def test_two_documents_of_one_day_that_say_otherwise(kehoach: Kehoach, small_plan: Path) -> None:
    """Which of them counts would not be said. A corrigendum of that day comes after what it puts right."""
    assert small_plan.is_dir()
    assert kehoach("amend", "CQS-01", "--target", "65", *BY).code == 0
    again = kehoach("amend", "CQS-01", "--target", "60", "--by", "QĐ 9", "--date", "1/10/2023")
    assert "Mức tỉnh được điều chỉnh hai lần trong ngày 1/10/2023, thành hai giá trị khác nhau" in again.err
    assert kehoach("amend", "CQS-01", "--lead", "SYT", *BY).code == 0
    put_right = kehoach("amend", "CQS-01", "--target", "66", *BY, "--corrigendum")
    assert "đính chính mức tỉnh: 65% → 66%" in said(put_right.out)


@pytest.mark.parametrize(
    ("life", "day", "sentence"),
    [
        ("", "25/6/2023", "Ngày đưa ra khỏi Kế hoạch 25/6/2023 không sau ngày ban hành Kế hoạch 26/6/2023"),
        (
            "added: {date: 2023-08-15, by: QĐ 2}",
            "14/8/2023",
            "Ngày đưa ra khỏi Kế hoạch 14/8/2023 không sau ngày bổ sung 15/8/2023",
        ),
        ("removed: {date: 2023-10-10, by: QĐ 3}", "9/10/2023", "NV-CQS-01 đã có văn bản đưa ra khỏi Kế hoạch từ ngày"),
    ],
)
def test_a_document_of_a_day_on_which_the_record_was_not_in_the_plan(
    kehoach: Kehoach, small_plan: Path, life: str, day: str, sentence: str
) -> None:
    write_plan(small_plan, tasks=f"{TASKS}  {life}\n")
    result = kehoach("amend", "NV-CQS-01", "--remove", "--by", "QĐ 9", "--date", day)
    assert (result.code, sentence in result.err) == (2, True), result.err


def test_a_record_that_cannot_be_added_to(kehoach: Kehoach, small_plan: Path) -> None:
    """The line to put in is shown."""
    path = small_plan / "data" / "tasks.yaml"
    path.write_text(f"{TASKS}  note: |\n    một dòng", encoding="utf-8", newline="\n")
    result = kehoach("amend", "NV-CQS-01", "--remove", *BY)
    assert result.code == 2
    assert result.err.endswith("thêm vào NV-CQS-01:\n      removed: {date: 2023-10-01, by: QĐ 250/QĐ-BCĐ}\n")
