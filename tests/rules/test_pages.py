"""Every code has a public page, is registered, and keeps its meaning."""

import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest
from scripts.rule_pages import DOCUMENT, document

import kehoach_cli
from kehoach_cli import rules
from kehoach_cli.cli.output.rule_pages import all_rules
from kehoach_cli.rules.page import page_of
from kehoach_cli.rules.registry import MODULES, PAGES
from kehoach_cli.vocabulary import terms

CODES = Path(__file__).parent / "codes.txt"
SOURCES = Path(kehoach_cli.__file__).parent


def modules_with_a_page() -> list[str]:
    """The modules below `kehoach_cli.rules` whose docstring shows what is wrong, or right."""
    found = {
        info.name: import_module(info.name) for info in pkgutil.walk_packages(rules.__path__, "kehoach_cli.rules.")
    }
    return [
        name.removeprefix("kehoach_cli.rules.")
        for name, module in found.items()
        if hasattr(module, "check") or re.search(r"^(Sai|Đúng):", module.__doc__ or "", re.MULTILINE)
    ]


def test_every_page_is_registered_under_one_code() -> None:
    assert sorted(modules_with_a_page()) == sorted(MODULES.values())


def test_every_code_in_the_source_has_a_page() -> None:
    named = {code for path in SOURCES.rglob("*.py") for code in re.findall(r"\bKH\d{3}\b", path.read_text("utf-8"))}
    assert named <= set(all_rules())


@pytest.mark.parametrize("code", all_rules())
def test_page(code: str) -> None:
    one = all_rules()[code]
    page = page_of(one.docstring)
    assert one.code == code
    assert one.severity in terms.SEVERITY
    assert code[:3] in terms.CODE_KIND
    assert not page.title.endswith(".")
    assert all(paragraph.endswith((".", "!", "?")) for paragraph in page.paragraphs)
    assert (one.check is None) == (code in PAGES or code not in MODULES)


def test_a_page_without_its_parts_is_refused() -> None:
    with pytest.raises(ValueError, match="Tên"):
        page_of("Tên\n\nVì sao.\n\nSai:\n    a: 1\n")


def test_examples_keep_their_lines_indented_against_each_other() -> None:
    page = page_of("Tên\n\nVì sao.\n\nSai:\n    a:\n      - 1\n      - 2\n\nĐúng:\n    - a: 1\n      b: 2\n")
    assert (page.wrong, page.right) == ("a:\n  - 1\n  - 2", "- a: 1\n  b: 2")


def test_no_code_changes_or_is_used_again() -> None:
    """`codes.txt` lists every code there ever was; a retired one stays in it, marked, and out of the registry."""
    lines = [line.split(None, 2) for line in CODES.read_text("utf-8").splitlines() if not line.startswith("#")]
    in_use = {line[0]: line[1] for line in lines if line[1] != "retired"}
    assert in_use == dict(MODULES), "write a new code into codes.txt; never give an old one to another module"
    assert len(lines) == len({line[0] for line in lines})


def test_the_document_of_all_codes_is_current() -> None:
    assert DOCUMENT.read_text("utf-8") == document(), "run: python -m scripts.rule_pages"
