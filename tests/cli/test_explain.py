"""`kehoach explain`: one code's page, the list of all, and codes that are not there."""

import pytest

from kehoach_cli.cli.output.rule_pages import all_rules
from kehoach_cli.vocabulary import terms
from tests.conftest import Golden, Kehoach


def test_a_page_says_what_why_and_how_it_looks_wrong_and_right(kehoach: Kehoach, golden: Golden) -> None:
    result = kehoach("explain", "kh404")
    assert (result.code, result.err) == (0, "")
    golden("validate/explain.txt", result.out)


@pytest.mark.parametrize("code", all_rules())
def test_every_code_has_a_page_no_wider_than_the_terminal(kehoach: Kehoach, code: str) -> None:
    page = kehoach("explain", code).out
    assert page.startswith(f"{code}: ")
    assert "\n\nSai:\n    " in page
    assert "\n\nĐúng:\n    " in page
    prose = page.partition("\n\nSai:\n")[0]
    assert max(map(len, prose.splitlines())) <= 80


def test_all_codes_are_listed_by_kind(kehoach: Kehoach) -> None:
    lines = kehoach("explain").out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  KH")] == list(all_rules())
    headings = [line for line in lines if line in terms.CODE_KIND.values()]
    assert headings == [terms.CODE_KIND[kind] for kind in dict.fromkeys(code[:3] for code in all_rules())]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("KH99", "Không có mã «KH99»; có phải là: KH9"),
        ("KH888", "Không có mã «KH888»; có phải là: KH868, KH858, KH818?"),
        ("abc", "Không có mã «abc». Xem mọi mã bằng: kehoach explain"),
        ("x" * 5000, "Không có mã «xxxxxxxxxxxxxxxxxxxx». Xem"),
    ],
)
def test_a_code_that_is_not_there_is_refused_with_near_ones(kehoach: Kehoach, code: str, said: str) -> None:
    result = kehoach("explain", code)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
