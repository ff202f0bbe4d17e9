"""A character that does not show is named, wherever it is typed."""

import io
import sys
from pathlib import Path

import pytest

from kehoach_cli.yaml.characters import unseen_in
from tests.conftest import Kehoach

RETYPE = "xóa cả từ đó rồi gõ lại bằng tay"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("CV 12\u200b3/SYT", "ngay sau «CV 12» có ký tự không nhìn thấy U+200B (dấu cách rộng bằng không)"),
        ("CV 12\u200c3", "ngay sau «CV 12» có ký tự không nhìn thấy U+200C (dấu ngăn nối chữ)"),
        ("CV 12\u200d3", "ngay sau «CV 12» có ký tự không nhìn thấy U+200D (dấu nối chữ)"),
        ("\u200eCV 12", "ở đầu có ký tự đảo chiều chữ U+200E (dấu chiều từ trái sang phải)"),
        ("CV \u202e21", "ngay sau «CV» có ký tự đảo chiều chữ U+202E (ép chữ từ phải sang trái)"),
        ("CV\u00ad12", "ngay sau «CV» có ký tự không nhìn thấy U+00AD (gạch nối ẩn)"),
        ("\ufeffCV 12", "ở đầu có ký tự không nhìn thấy U+FEFF (dấu thứ tự byte, BOM)"),
        ("CV\u20281", "ngay sau «CV» có ký tự điều khiển U+2028"),
        ("CV\x0b1", "ngay sau «CV» có ký tự điều khiển U+000B"),
        ("a\x1b[2J", "ngay sau «a» có ký tự điều khiển U+001B (ESC, mở lệnh của cửa sổ lệnh)"),
        ("x" * 30 + "\x07", f"ngay sau «{'x' * 20}» có ký tự điều khiển U+0007 (chuông)"),
        ("\uf0b7 mở", "ở đầu có ký tự riêng của một phông chữ U+F0B7"),
        ("mở\u115f", "ngay sau «mở» có ký tự không nhìn thấy U+115F"),
        ("mở\u0378", "ngay sau «mở» có ký tự không hiện ra được U+0378"),
        ("m\udce3", "ngay sau «m» có ký tự không thuộc bảng mã UTF-8 U+DCE3"),
    ],
)
def test_its_place_code_and_name_are_told(text: str, said: str) -> None:
    assert unseen_in(text) == f"{said}; {RETYPE}"


@pytest.mark.parametrize("text", ["CV 123/SYT – «Đề án» №5", "hai\tcột\u00a0và\nhai dòng", "e\u0302\u0301", "Ω ≥ 5 ☐"])
def test_letters_signs_and_spaces_show(text: str) -> None:
    assert unseen_in(text) is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("gaps", "--agency=a\u200b"), "Tham số sau --agency: ngay sau «a» có ký tự không nhìn thấy U+200B"),
        (("show", "\u200eCQS-01"), "Tham số sau show: ở đầu có ký tự đảo chiều chữ U+200E"),
        (("validate", "\u202aC:\\ke-hoach"), "Tham số sau validate: ở đầu có ký tự đảo chiều chữ U+202A"),
    ],
)
@pytest.mark.usefixtures("small_plan")
def test_every_argument_is_looked_at(kehoach: Kehoach, line: tuple[str, ...], said: str) -> None:
    code, out, err = kehoach(*line)
    assert (code, out) == (2, "")
    assert err.startswith(f"kehoach: {said}")
    assert err.endswith(f"{RETYPE}\n")


def test_a_folder_may_have_such_a_name(kehoach: Kehoach, small_plan: Path) -> None:
    renamed = small_plan.rename(small_plan.with_name("ke\u200bhoach"))
    assert kehoach("status", "--plan", str(renamed)).code == 0


def test_an_answer_is_asked_for_again(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = io.StringIO("180\u200b/QĐ\n180/QĐ\n\n\n\n\n\n")
    monkeypatch.setattr(answers, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", answers)
    given = ("--date", "26/6/2023", "--issuer", "Ban Chỉ đạo", "--year", "2023")
    result = kehoach("init", str(tmp_path / "kho"), *given)
    assert result.code == 0
    assert (
        f"--number: ngay sau «180» có ký tự không nhìn thấy U+200B (dấu cách rộng bằng không); {RETYPE}\n" in result.out
    )
    assert '"180/QĐ"\n' in (tmp_path / "kho/data/plan.yaml").read_text(encoding="utf-8")
