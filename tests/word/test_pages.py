"""The finished documents in other programs: the Open XML SDK validates them, LibreOffice lays out their pages."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from tests.support.documents import joint_letter_of, letters_of
from tests.support.known_plans import EXAMPLES, load
from tests.support.made_up_plans import large_plan
from tests.support.word import assert_sound
from tests.word.test_documents import REPORTS, SIZES, made

pytestmark = pytest.mark.slow

Pages = dict[str, list[str]]
TO_ALL = ("to all", "to all of a large plan")


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    letters = {
        **letters_of(load(EXAMPLES), date(2023, 10, 20), date(2023, 10, 30)),
        **letters_of(large_plan(), date(2023, 9, 14), date(2023, 9, 25)),
        TO_ALL[0]: joint_letter_of(load(EXAMPLES), date(2023, 10, 20), date(2023, 10, 30)),
        TO_ALL[1]: joint_letter_of(large_plan(), date(2023, 9, 14), date(2023, 9, 25)),
    }
    reports = {name: made(name) for name in (*REPORTS, *SIZES)}
    return reports | {f"letter {agency}": letters[agency] for agency in ("CTK", "UBNDCX", "CQ2", *TO_ALL)}


@pytest.fixture(scope="module")
def pages(documents: dict[str, bytes]) -> Pages:
    """The documents' pages, after every reader found each document sound."""
    return dict(zip(documents, assert_sound(*documents.values()), strict=True))


def _parts(pages: list[str]) -> Iterator[list[str]]:
    """The body and the annexes: each begins on a page without a number."""
    part: list[str] = []
    for page in pages:
        if part and not _number(page):
            yield part
            part = []
        part.append(page)
    yield part


def _number(page: str) -> str:
    """The number at the top of a page; "" without one."""
    first = page.strip().splitlines()[0].strip()
    return first if re.fullmatch(r"[0-9]+", first) else ""


def test_every_document_is_sound(documents: dict[str, bytes], pages: Pages) -> None:
    assert [name for name in documents if not pages[name]] == []


def test_no_page_is_empty(pages: Pages) -> None:
    for name, texts in pages.items():
        for number, text in enumerate(texts, 1):
            assert text.strip() != _number(text), f"{name}, page {number}"


def test_pages_are_numbered_from_two_and_each_annex_anew(pages: Pages) -> None:
    for name, texts in pages.items():
        parts = list(_parts(texts))
        annexes = int("to all" in name) if name.startswith(("letter", "one page")) else 3
        assert len(parts) == 1 + annexes, name
        for part in parts:
            assert [_number(page) for page in part[1:]] == [str(number) for number in range(2, len(part) + 1)], name


def test_the_signature_is_never_alone_on_a_page(pages: Pages) -> None:
    for name, texts in pages.items():
        signed = next(page for page in texts if "Nơi nhận:" in page)
        assert "./." in signed[: signed.index("Nơi nhận:")], name


def test_the_page_for_the_meeting_is_one_page(pages: Pages) -> None:
    assert [len(texts) for name, texts in pages.items() if name.startswith("one page")] == [1, 1, 1]


def test_headings_of_wide_tables_stand_on_each_of_their_pages(pages: Pages) -> None:
    for name, texts in pages.items():
        if name.startswith(("letter", "one page")):
            continue
        _, indicators, tasks, bodies = _parts(texts)
        assert all("Mức phấn đấu" in page for page in indicators), name
        assert all("Xếp loại" in page for page in tasks), name
        heads = ("Cơ quan chủ trì", "Văn bản, ghi chú", "Kế hoạch không giao nhiệm vụ")
        assert all(any(head in page for head in heads) for page in bodies), name


def test_the_body_has_at_most_five_pages_on_the_plans_that_come_with_the_program(pages: Pages) -> None:
    found = {name: len(next(_parts(pages[name]))) for name in ("nothing recorded", "a year under way")}
    assert {name: count <= 5 for name, count in found.items()} == dict.fromkeys(found, True), found
