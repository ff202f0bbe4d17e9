"""`kehoach explain`: every code on a page of its own, and all of them in a list."""

import pytest

from kehoach_cli.rules.registry import MODULES
from tests.conftest import Kehoach


def test_a_page(kehoach: Kehoach) -> None:
    result = kehoach("explain", "kh502")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("KH502: Thời hạn đã qua trước ngày ban hành Kế hoạch\n\nMức: cảnh báo\n\n")
    assert "\n\nSai:\n    due: " in result.out
    assert "\n\nĐúng:\n    due: " in result.out


def test_every_code_has_a_page_that_fits_the_window(kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for code in MODULES:
        shown = kehoach("explain", code).out
        prose = [line for line in shown.splitlines() if not line.startswith("    ")]
        assert shown.startswith(f"{code}: ")
        assert max(map(len, prose)) <= 60


def test_the_list_names_every_code_once(kehoach: Kehoach) -> None:
    lines = kehoach("explain").out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  KH")] == list(MODULES)
    assert lines[-1] == "Xem một mã: kehoach explain KH204"


@pytest.mark.parametrize(
    ("code", "hint"),
    [("KH52", "; có phải là: KH"), ("XYZ", ". Xem mọi mã bằng: kehoach explain")],
)
def test_a_code_that_is_not_there(kehoach: Kehoach, code: str, hint: str) -> None:
    result = kehoach("explain", code)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"kehoach: Không có mã «{code}»{hint}")
