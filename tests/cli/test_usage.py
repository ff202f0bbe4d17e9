"""What is typed wrongly is answered in one Vietnamese line, with exit code 2 and the way out."""

import pytest

from tests.conftest import Kehoach
from tests.support.known_plans import EXAMPLES

WRONG = [
    ("gap", "Không có lệnh «gap»; có phải là «gaps»? Xem cách dùng: kehoach --help"),
    ("xyz", "Không có lệnh «xyz». Xem cách dùng: kehoach --help"),
    ("gaps --formt json", "Không có tùy chọn --formt; có phải là «--format»? Xem cách dùng: kehoach gaps --help"),
    ("gaps -x", "Không có tùy chọn -x. Xem cách dùng: kehoach gaps --help"),
    ("gaps --format", "Tùy chọn --format thiếu giá trị. Xem cách dùng: kehoach gaps --help"),
    ("gaps --unmet=1", "Tùy chọn --unmet không nhận giá trị. Xem cách dùng: kehoach gaps --help"),
    ("show", "Thiếu MÃ. Xem cách dùng: kehoach show --help"),
    ("show A B", "Thừa tham số «B». Xem cách dùng: kehoach show --help"),
    (
        "--as-of 2023-10-01 status",
        "Tùy chọn --as-of phải đứng sau tên lệnh status; đổi lại thứ tự. Xem cách dùng: kehoach --help",
    ),
    ("--pillar", "Không có tùy chọn --pillar. Xem cách dùng: kehoach --help"),
    ("template chek", "Không có lệnh «chek»; có phải là «check»? Xem cách dùng: kehoach template --help"),
    ("a'b", "Không có lệnh «a'b». Xem cách dùng: kehoach --help"),
    ("a'b\"c", "Không có lệnh «a'b\"c». Xem cách dùng: kehoach --help"),
    ("status a'b", "Thừa tham số «a'b». Xem cách dùng: kehoach status --help"),
    ("gaps --agency=", "Tham số sau --agency để trống; ghi giá trị, hoặc bỏ tham số đó"),
    ("record CQS-02 -x", "Không có tùy chọn -x. Xem cách dùng: kehoach record --help"),
    ("log -n -3", "--limit: «-3» không phải là số đếm; viết một số nguyên từ 0, ví dụ 20"),
    ("gaps --as-of 31/12/1899", "--as-of: không hiểu năm «1899»; viết bốn chữ số, từ 1900 đến 2200"),
    ("gaps --as-of 2201-01-01", "--as-of: không hiểu năm «2201»; viết bốn chữ số, từ 1900 đến 2200"),
    ("gaps --format xml", "--format: không có giá trị «xml»; chọn một trong: table, json, csv, md"),
    ("gaps --sort ten", "--sort: không có giá trị «ten»; chọn một trong: plan, id, gap, assessment, due"),
    ("overdue --by ten", "--by: không có giá trị «ten»; chọn một trong: quarter, agency"),
    (
        "status --agency STTTT --role chu-tri",
        "--role: không có giá trị «chu-tri»; chọn một trong: lead, support, oversight, any",
    ),
    (
        "status --origin x",
        "--origin: không có giá trị «x»; chọn một trong: assigned, carried-over, kept-up, new, body-only",
    ),
    (
        "status --as-of 31/9/2023",
        "--as-of: ngày «31/9/2023» không có trong lịch; sửa lại ngày hoặc tháng, viết 2023-10-01 hoặc 1/10/2023",
    ),
    (
        "status --as-of 2023-02-29",
        "--as-of: ngày «2023-02-29» không có trong lịch; sửa lại ngày hoặc tháng, viết 2023-10-01 hoặc 1/10/2023",
    ),
    ("status --as-of mai", "--as-of: không hiểu ngày «mai»; viết 2023-10-01 hoặc 1/10/2023"),
]


@pytest.mark.parametrize(("line", "answer"), WRONG, ids=[line for line, _ in WRONG])
def test_one_line_says_what_is_wrong_and_what_to_type(kehoach: Kehoach, line: str, answer: str) -> None:
    where = ["--plan", str(EXAMPLES)] if line.split()[0] in ("gaps", "status", "tasks", "overdue") else []
    assert kehoach(line.split()[0], *where, *line.split()[1:]) == (2, "", f"kehoach: {answer}\n")


def test_a_command_line_without_a_command_is_answered_with_the_help(kehoach: Kehoach) -> None:
    assert kehoach() == kehoach("--help") == kehoach("-h")
    assert kehoach("template") == kehoach("template", "--help")
    assert kehoach("--version") == kehoach("--version", "status") == (0, "kehoach 0.1.0\n", "")


def test_help_is_vietnamese_and_fits_a_narrow_window(kehoach: Kehoach) -> None:
    for command in ([], ["status"], ["template", "check"]):
        shown = kehoach(*command, "--help").out
        assert shown.startswith("Cách dùng: kehoach")
        assert "In hướng dẫn này rồi thoát." in shown
        assert not {"Usage:", "Options:", "Commands:", "Show this message", "default"} & set(shown.split())
        assert max(map(len, shown.splitlines())) <= 80


def test_a_word_that_no_text_can_hold_is_refused(kehoach: Kehoach) -> None:
    for word in ("a\0", "a\ud800"):
        said = "kehoach: Tham số «a\ufffd» có ký tự không đọc được; gõ lại tham số đó\n"
        assert kehoach("gaps", "--agency", word) == (2, "", said)


def test_a_long_word_is_not_echoed_whole(kehoach: Kehoach) -> None:
    said = kehoach("gaps", "--sort", "x" * 100_000).err
    assert said.startswith("kehoach: --sort: không có giá trị «xxx")
    assert said.endswith("chọn một trong: plan, id, gap, assessment, due\n")
    assert len(said) < 1000


@pytest.mark.parametrize("value", ["-2,5", "-2.5", "\u22122,5", "-2,5%"])
def test_a_negative_number_is_a_value(kehoach: Kehoach, value: str) -> None:
    said = kehoach(
        "record", "CQS-02", value, "--date", "30/9/2023", "--source", "a", "--plan", str(EXAMPLES), "--dry-run"
    )
    assert "Tỷ lệ -2,5% nằm ngoài khoảng từ 0% đến 100%" in said.err
